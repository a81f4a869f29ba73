# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The pages of the window and the ways between them, by mouse, by keyboard and back."""

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kyosei_desk.ui.actions import ActionId, add_action
from kyosei_desk.ui.build.build_place import PROJECTS
from kyosei_desk.ui.frame import Frame
from kyosei_desk.ui.home.home_page import HomePage
from kyosei_desk.ui.navigation import PageHistory, PageId
from kyosei_desk.ui.search_place import SearchPlace


@runtime_checkable
class TakesKeyboard(Protocol):
    """A page that knows itself where the keyboard is wanted."""

    def take_keyboard(self) -> None:
        """Put the keyboard there."""


class Pages(QObject):
    """Opens pages in the frame.

    ``shown(PageId)`` follows the page in view, ``project_requested(str)`` the address of an
    own project that is to be opened there.
    """

    shown = Signal(object)
    project_requested = Signal(str)

    def __init__(
        self,
        frame: Frame,
        home: HomePage,
        search: SearchPlace,
        makers: Mapping[PageId, Callable[[], QWidget]],
        window: QWidget,
    ):
        """Begin on the home page, not yet shown; ``makers`` make the pages that come later."""
        super().__init__(window)
        self._frame = frame
        self._search = search
        self._makers = makers
        self._pages: dict[PageId, QWidget] = {PageId.HOME: home, PageId.SEARCH: search}
        self._history = PageHistory(PageId.HOME)
        frame.navigation.page_requested.connect(self.open)
        self._point_out(PageId.HOME)
        self._add_actions(window)

    @property
    def current(self) -> PageId:
        """The page that is open."""
        return self._history.current

    def page(self, page: PageId) -> QWidget:
        """Return a page, made when it is first asked for."""
        if page not in self._pages:
            self._pages[page] = self._makers[page]()
        return self._pages[page]

    def open(self, page: PageId) -> None:
        """Open a page."""
        self._history.go(page)
        self._show(page)

    def search_for(self, query: str) -> None:
        """Search for words, as if they had been typed and sent."""
        self.open(PageId.SEARCH)
        self._search.search_for(query)
        self._frame.box.set_text(query)

    def open_address(self, address: str) -> None:
        """Read a document, or a passage of one; open a project of one's own."""
        if address.startswith(PROJECTS):
            self.open(PageId.BUILD)
            self.project_requested.emit(address)
            return
        self.open(PageId.SEARCH)
        self._search.open_address(address)

    def browse_kind(self, kind: str) -> None:
        """Show all documents of a kind."""
        self.open(PageId.SEARCH)
        self._frame.box.clear()
        self._search.browse_kind(kind)

    def go_back(self) -> None:
        """Return to what was read before, or to the page before."""
        page = self._search.page
        if self.current is PageId.SEARCH and page is not None and page.go_back():
            return
        self._show(self._history.back())

    def open_home(self) -> None:
        """Open the home page with the keyboard on it."""
        self._open_by_key(PageId.HOME)

    def open_search(self) -> None:
        """Open the search with the keyboard in the box."""
        self._open_by_key(PageId.SEARCH)

    def open_compare(self) -> None:
        """Open the comparison with the keyboard on it."""
        self._open_by_key(PageId.COMPARE)

    def open_build(self) -> None:
        """Open つくる with the keyboard on it."""
        self._open_by_key(PageId.BUILD)

    def open_settings(self) -> None:
        """Open the settings with the keyboard on them."""
        self._open_by_key(PageId.SETTINGS)

    def open_help(self) -> None:
        """Open the help with the keyboard on it."""
        self._open_by_key(PageId.HELP)

    def _open_by_key(self, page: PageId) -> None:
        self.open(page)
        if page is PageId.SEARCH:
            self._frame.box.focus_and_select()
        elif isinstance(shown := self.page(page), TakesKeyboard):
            shown.take_keyboard()
        elif (first := first_stop(shown)) is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, page: PageId) -> None:
        shown = self.page(page)
        if self._frame.stack.indexOf(shown) < 0:  # laying a page out takes time: when it is seen
            self._frame.stack.addWidget(shown)
        self._frame.stack.setCurrentWidget(shown)
        self._point_out(page)
        self.shown.emit(page)

    def _point_out(self, page: PageId) -> None:
        self._frame.navigation.set_current(page)
        self._frame.status.set_page(page)

    def _add_actions(self, window: QWidget) -> None:
        slots = {
            ActionId.HOME: self.open_home,
            ActionId.SEARCH: self.open_search,
            ActionId.COMPARE: self.open_compare,
            ActionId.BUILD: self.open_build,
            ActionId.SETTINGS: self.open_settings,
            ActionId.HELP: self.open_help,
            ActionId.BACK: self.go_back,
        }
        for action_id, slot in slots.items():
            add_action(window, action_id, slot, everywhere=True)


def first_stop(page: QWidget) -> QWidget | None:
    """Return the first control of a page that the keyboard can be put on."""
    controls = [page, *page.findChildren(QWidget)]
    tab = Qt.FocusPolicy.TabFocus.value
    return next(
        (
            control
            for control in controls
            if control.focusPolicy().value & tab and control.isVisible() and control.isEnabled()
        ),
        None,
    )
