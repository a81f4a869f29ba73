# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The place of つくる in the window, which is there before its page is.

The page needs the domain and the store of projects, which are loaded after the window has
been painted. The own designs are read for くらべる too, whether つくる was opened or not.
"""

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyosei_desk.services import Services
from kyosei_desk.ui.build.project_keeper import ProjectKeeper
from kyosei_desk.ui.frame import Frame
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.theme import Theme

if TYPE_CHECKING:
    from kyosei_desk.domain.comparing.designs import ComparedDesign
    from kyosei_desk.domain.corpus import Corpus
    from kyosei_desk.ui.build.build_page import BuildPage
    from kyosei_desk.workspace.project_records import Opening
    from kyosei_desk.workspace.project_store import ProjectStore

PROJECTS = "projects/"


class BuildPlace(QObject):
    """Makes the page when it is first opened.

    ``address_requested(str)`` asks to read a passage in さがす. ``own_designs_read`` carries
    the own designs as columns; ``compare_requested`` follows them with a tuple
    of columns, one of them one's own, to put side by side.
    """

    address_requested = Signal(str)
    own_designs_read = Signal(object)
    compare_requested = Signal(object)

    def __init__(self, theme: Theme, services: Services, frame: Frame, parent: QObject):
        """Wait until the page is wanted, or the own designs are."""
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._frame = frame
        self._corpus: Corpus | None = None
        self._page: BuildPage | None = None
        self._compared: tuple[str, ...] = ()
        self._keeper = ProjectKeeper(services.open_projects, self)
        self._looking = self._keeper.operation()
        self._looking.succeeded.connect(self._on_opening)
        self._looking.failed.connect(frame.messages.show_failure)
        self._reading = self._keeper.operation()
        self._reading.succeeded.connect(self._on_own_designs)
        self._reading.failed.connect(frame.messages.show_failure)

    @property
    def page(self) -> "BuildPage | None":
        """The page once it has been opened."""
        return self._page

    def make_page(self) -> "BuildPage":
        """Make the page, with the library if that has been read."""
        from kyosei_desk.ui.build.build_page import BuildPage

        self._looking.do(_opening)
        made = self._page = BuildPage(self._theme, self._services, self._keeper)
        made.message_requested.connect(self._frame.messages.show_message)
        made.status_changed.connect(self._on_status)
        made.address_requested.connect(self.address_requested)
        made.compare_requested.connect(self._on_compare)
        if self._corpus is not None:
            made.set_library(self._corpus)
        return made

    def set_library(self, corpus: "Corpus") -> None:
        """Build with the cases of this library."""
        self._corpus = corpus
        if self._page is not None:
            self._page.set_library(corpus)

    def open_address(self, address: str) -> None:
        """Open a project, such as ``projects/nabari``, perhaps at an element of it."""
        if self._page is not None:
            project_id, _, element_id = address.removeprefix(PROJECTS).partition("#")
            self._page.open_project(project_id, element_id)

    def read_own_designs(self) -> None:
        """Read the projects as columns for くらべる."""
        if (corpus := self._corpus) is None:
            return

        def read(store: "ProjectStore") -> "tuple[ComparedDesign, ...]":
            from kyosei_desk.domain.dates import PartialDate
            from kyosei_desk.workspace.own_designs import own_designs

            return own_designs(
                store, corpus.municipalities, PartialDate.parse(datetime.date.today())
            )

        self._reading.do(read)

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        if self._page is not None:
            self._page.refresh_settings()

    def state(self) -> dict[str, str]:
        """Return what the window should remember of the page."""
        return self._page.state() if self._page is not None else {}

    def shut_down(self) -> None:
        """Write what is to be kept, and wait for the threads to end."""
        if self._page is not None:
            self._page.shut_down()
        self._keeper.shut_down()

    def _on_compare(self, columns: tuple[str, ...]) -> None:
        self._compared = columns
        self.read_own_designs()

    def _on_own_designs(self, designs: "tuple[ComparedDesign, ...]") -> None:
        self.own_designs_read.emit(designs)
        columns, self._compared = self._compared, ()
        if columns:
            self.compare_requested.emit(columns)

    def _on_opening(self, opening: "Opening") -> None:
        from kyosei_desk.wording.opened_projects import opening_text

        if (text := opening_text(opening)) is not None:
            self._frame.messages.show_message(Message(Severity.WARNING, text))

    def _on_status(self, text: str) -> None:
        self._frame.status.show_status(PageId.BUILD, text)


def _opening(store: "ProjectStore") -> "Opening":
    return store.opening
