# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Shows in the window what the step of the tour is about, and invites to the tour once."""

from PySide6.QtCore import QObject

from kyosei_desk.ui.comparison_place import ComparisonPlace
from kyosei_desk.ui.frame import Frame
from kyosei_desk.ui.home.home_page import HomePage
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.pages import Pages
from kyosei_desk.ui.tour import TourStep
from kyosei_desk.ui.window_memory import WindowMemory


class TourGuide(QObject):
    """Leads through the pages while the strip of the frame says what to try."""

    def __init__(
        self,
        frame: Frame,
        pages: Pages,
        home: HomePage,
        comparison: ComparisonPlace,
        memory: WindowMemory,
        parent: QObject,
    ):
        """Invite to the tour unless it is known."""
        super().__init__(parent)
        self._frame = frame
        self._pages = pages
        self._home = home
        self._comparison = comparison
        self._memory = memory
        frame.tour.step_shown.connect(self._on_step)
        frame.tour.ended.connect(self._on_ended)
        home.tour_requested.connect(frame.tour.start)
        home.tour_declined.connect(self._end_invitation)
        home.set_invitation_visible(not memory.tour_seen)

    def _on_step(self, step: TourStep) -> None:
        self._end_invitation()
        if step.query:
            self._pages.search_for(step.query)
        elif step.address:
            self._pages.open_address(step.address)
        else:
            self._pages.open(step.page)
            if step.columns:
                self._comparison.show_example(step.columns)

    def _end_invitation(self) -> None:
        self._memory.tour_seen = True
        self._home.set_invitation_visible(False)

    def _on_ended(self) -> None:
        self._pages.open(PageId.HOME)
        self._frame.box.clear()
        self._frame.box.focus_and_select()
