# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The place of the comparison in the window, which is there before its page is.

The page needs the domain's modules, which are loaded after the window has been painted.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyosei_desk.services import Services
from kyosei_desk.ui.frame import Frame
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.theme import Theme

if TYPE_CHECKING:
    from kyosei_desk.domain.comparing.designs import ComparedDesign
    from kyosei_desk.domain.corpus import Corpus
    from kyosei_desk.ui.compare.compare_page import ComparePage


class ComparisonPlace(QObject):
    """Makes the page when it is first opened; without one there is nothing to do.

    ``address_requested(str)`` asks to read a passage in さがす, ``own_designs_wanted`` for
    the own designs, which :meth:`set_own_designs` answers.
    """

    address_requested = Signal(str)
    own_designs_wanted = Signal()

    def __init__(self, theme: Theme, services: Services, frame: Frame, parent: QObject):
        """Wait until the page is wanted."""
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._frame = frame
        self._corpus: Corpus | None = None
        self._page: ComparePage | None = None
        self._own: tuple[ComparedDesign, ...] = ()

    @property
    def page(self) -> "ComparePage | None":
        """The page once it has been opened."""
        return self._page

    def make_page(self) -> "ComparePage":
        """Make the page, with the library if that has been read."""
        from kyosei_desk.ui.compare.compare_page import ComparePage

        made = self._page = ComparePage(self._theme, self._services)
        made.message_requested.connect(self._frame.messages.show_message)
        made.status_changed.connect(self._on_status)
        made.address_requested.connect(self.address_requested)
        made.own_designs_wanted.connect(self.own_designs_wanted)
        made.set_own_designs(self._own)
        if self._corpus is not None:
            made.set_library(self._corpus)
        self.own_designs_wanted.emit()
        return made

    def set_library(self, corpus: "Corpus") -> None:
        """Compare the designs of this library."""
        self._corpus = corpus
        if self._page is not None:
            self._page.set_library(corpus)

    def set_own_designs(self, designs: "tuple[ComparedDesign, ...]") -> None:
        """Offer the own designs beside those of the library."""
        self._own = designs
        if self._page is not None:
            self._page.set_own_designs(designs)

    def show_example(self, columns: tuple[str, ...]) -> None:
        """Compare these designs unless someone already compares others."""
        if self._page is not None:
            self._page.show_example(columns)

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        if self._page is not None:
            self._page.refresh_settings()

    def state(self) -> dict[str, str]:
        """Return what the window should remember of the page."""
        return self._page.state() if self._page is not None else {}

    def shut_down(self) -> None:
        """Finish what is being written, and wait for the threads to end."""
        if self._page is not None:
            self._page.shut_down()

    def _on_status(self, text: str) -> None:
        self._frame.status.show_status(PageId.COMPARE, text)
