# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The place of つくる in the window, which is there before its page is.

The page needs the domain and the store of projects, which are loaded after the window has
been painted. The own designs are read for くらべる too, whether つくる was opened or not.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyosei_desk.services import Services
from kyosei_desk.ui.build.project_keeper import ProjectKeeper
from kyosei_desk.ui.frame import Frame
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.page_place import PagePlace
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.settings import SettingKey

if TYPE_CHECKING:
    from kyosei_desk.domain.comparing.designs import ComparedDesign
    from kyosei_desk.domain.corpus import Corpus
    from kyosei_desk.ui.build.build_page import BuildPage
    from kyosei_desk.workspace.project_records import Opening, ProjectEntry
    from kyosei_desk.workspace.project_store import ProjectStore

PROJECTS = "projects/"
MOST_LATEST = 3
_AGAIN = "もう一度"


class BuildPlace(PagePlace["BuildPage"]):
    """Makes the page when it is first opened.

    ``own_designs_read`` carries the own designs as columns, ``latest_read`` the entries of the
    projects changed last; ``compare_requested`` follows
    them with a tuple of columns, one of them one's own, to put side by side.
    """

    own_designs_read = Signal(object)
    latest_read = Signal(object)
    compare_requested = Signal(object)

    def __init__(self, theme: Theme, services: Services, frame: Frame, parent: QObject):
        """Wait until the page is wanted, or the own designs are."""
        super().__init__(PageId.BUILD, theme, services, frame, parent)
        self._keeper = ProjectKeeper(services.open_projects, self)
        self._looking = self._keeper.operation()
        self._looking.succeeded.connect(self._on_opening)
        self._looking.failed.connect(frame.messages.show_failure)
        self._reading = self._keeper.operation()
        self._reading.succeeded.connect(self._on_own_designs)
        self._reading.failed.connect(frame.messages.show_failure)
        self._comparing = self._keeper.operation()
        self._comparing.succeeded.connect(self._on_compared)
        self._comparing.failed.connect(self._on_not_compared)
        self._newest = self._keeper.operation()
        self._newest.succeeded.connect(self.latest_read)  # what fails is told by つくる
        self._columns: tuple[str, ...] = ()

    def make_page(self) -> "BuildPage":
        """Make the page, with the library if that has been read."""
        from kyosei_desk.ui.build.build_page import BuildPage

        self._looking.do(_opening)
        made = BuildPage(self._theme, self._services, self._keeper)
        made.message_requested.connect(self._frame.messages.show_message)
        made.session.project_changed.connect(self._frame.messages.withdraw_offers)
        made.session.closed.connect(self._frame.messages.withdraw_offers)
        made.status_changed.connect(self._on_status)
        made.address_requested.connect(self.address_requested)
        made.compare_requested.connect(self._on_compare)
        self._take(made)
        return made

    def open_address(self, address: str) -> None:
        """Open a project, such as ``projects/nabari``, perhaps at an element of it."""
        if self._page is not None:
            project_id, _, element_id = address.removeprefix(PROJECTS).partition("#")
            self._page.open_project(project_id, element_id)

    def read_own_designs(self) -> None:
        """Read the projects as columns for くらべる."""
        if self._corpus is not None:
            self._reading.do(_own_designs_with(self._corpus))

    @property
    def era_first(self) -> bool:
        """Whether years are told by the era first."""
        return self._services.settings.get(SettingKey.DATE_STYLE) == "era"

    def read_latest(self) -> None:
        """Read which projects were changed last; nothing is opened where there are none."""
        if self._services.has_projects():
            self._newest.do(_latest)
        else:
            self.latest_read.emit(())

    def shut_down(self) -> None:
        """Write what is to be kept, and wait for the threads to end."""
        super().shut_down()
        self._keeper.shut_down()

    def _on_compare(self, columns: tuple[str, ...]) -> None:
        """Read the projects as they are now, and compare them then."""
        if self._corpus is not None:
            self._columns = columns
            self._comparing.do(_own_designs_with(self._corpus))

    def _on_compared(self, designs: "tuple[ComparedDesign, ...]") -> None:
        self.own_designs_read.emit(designs)
        if not self._comparing.busy:  # else what was asked for last is still to come
            self.compare_requested.emit(self._columns)

    def _on_not_compared(self, error: Exception) -> None:
        again = partial(self._on_compare, self._columns)
        self._frame.messages.show_message(failure_message(error, _AGAIN, again))

    def _on_own_designs(self, designs: "tuple[ComparedDesign, ...]") -> None:
        self.own_designs_read.emit(designs)

    def _on_opening(self, opening: "Opening") -> None:
        from kyosei_desk.wording.opened_projects import opening_text

        if (text := opening_text(opening)) is not None:
            self._frame.messages.show_message(Message(Severity.WARNING, text))


def _latest(store: "ProjectStore") -> "tuple[ProjectEntry, ...]":
    return store.entries()[:MOST_LATEST]


def _opening(store: "ProjectStore") -> "Opening":
    return store.opening


def _own_designs_with(
    corpus: "Corpus",
) -> "Callable[[ProjectStore], tuple[ComparedDesign, ...]]":
    def read(store: "ProjectStore") -> "tuple[ComparedDesign, ...]":
        from kyosei_desk.domain.dates import today
        from kyosei_desk.workspace.own_designs import own_designs

        return own_designs(store, corpus.municipalities, today())

    return read
