# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The place of the comparison in the window, which is there before its page is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyosei_desk.services import Services
from kyosei_desk.ui.frame import Frame
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.page_place import PagePlace
from kyosei_desk.ui.theme import Theme

if TYPE_CHECKING:
    from kyosei_desk.domain.comparing.designs import ComparedDesign
    from kyosei_desk.ui.compare.compare_page import ComparePage


class ComparisonPlace(PagePlace["ComparePage"]):
    """Makes the page when it is first opened.

    ``own_designs_wanted`` asks for the own designs, which :meth:`set_own_designs` answers.
    """

    own_designs_wanted = Signal()

    def __init__(self, theme: Theme, services: Services, frame: Frame, parent: QObject):
        """Wait until the page is wanted."""
        super().__init__(PageId.COMPARE, theme, services, frame, parent)
        self._own: tuple[ComparedDesign, ...] = ()

    def make_page(self) -> "ComparePage":
        """Make the page, with the library if that has been read."""
        from kyosei_desk.ui.compare.compare_page import ComparePage

        made = ComparePage(self._theme, self._services)
        made.message_requested.connect(self._frame.messages.show_message)
        made.status_changed.connect(self._on_status)
        made.address_requested.connect(self.address_requested)
        made.own_designs_wanted.connect(self.own_designs_wanted)
        made.set_own_designs(self._own)
        self._take(made)
        self.own_designs_wanted.emit()
        return made

    def set_own_designs(self, designs: "tuple[ComparedDesign, ...]") -> None:
        """Offer the own designs beside those of the library."""
        self._own = designs
        if self._page is not None:
            self._page.set_own_designs(designs)

    def show_example(self, columns: tuple[str, ...]) -> None:
        """Compare these designs unless someone already compares others."""
        if self._page is not None:
            self._page.show_example(columns)
