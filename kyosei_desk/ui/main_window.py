# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The window: the frame, the pages in it, and the ways between them.

Nothing slow happens here. The library is read and searched by workers (see
:mod:`kyosei_desk.ui.background`), and what they send is shown by
:class:`~kyosei_desk.ui.library_presenter.LibraryPresenter`.
"""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.services import IndexState, Services
from kyosei_desk.ui.actions import ActionId, add_action
from kyosei_desk.ui.frame import Frame
from kyosei_desk.ui.help_page import HelpPage
from kyosei_desk.ui.home.home_page import HomePage
from kyosei_desk.ui.library_presenter import LibraryPresenter
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.navigation import PageHistory, PageId
from kyosei_desk.ui.recent_places import RecentPlaces
from kyosei_desk.ui.search_history import SearchHistory
from kyosei_desk.ui.search_keeper import SearchKeeper
from kyosei_desk.ui.search_place import SearchPlace
from kyosei_desk.ui.settings_page import SettingsPage
from kyosei_desk.ui.theme import Theme
from kyosei_desk.ui.tour import TourStep
from kyosei_desk.workspace.settings import SettingKey, SettingsStore

if TYPE_CHECKING:
    from kyosei_desk.ui.search.search_page import SearchPage

_logger = logging.getLogger(__name__)

TITLE = "きょうせいデスク"
_GEOMETRY_KEY, _TOUR_KEY, _TOUR_SEEN = "geometry", "tour", "seen"
_SIZE, _SMALLEST = QSize(1280, 800), QSize(800, 520)
_LEAST_AT_SCALE = QSize(640, 440)


class MainWindow(QMainWindow):
    """The window. ``painted`` follows its first painting, ``search_ready`` the searcher."""

    painted = Signal()
    search_ready = Signal()

    def __init__(self, services: Services, theme: Theme):
        """Make everything that can be shown without the library; nothing is read yet."""
        super().__init__()
        self._services = services
        self._settings = services.settings
        self._theme = theme
        state = self._settings.window_state()
        self._was_painted = False
        self._tour_seen = state.get(_TOUR_KEY) == _TOUR_SEEN
        self._recent = RecentPlaces(state, self._settings)
        self._history = PageHistory(PageId.HOME)
        self.frame = Frame(theme, self)
        self._keeper = SearchKeeper(services.searches, self)
        self._past = SearchHistory(self._keeper, self._recent, self.frame.messages, self)
        self._home = HomePage(theme)
        self._search = SearchPlace(theme, self._settings)
        self._pages: dict[PageId, QWidget] = {
            PageId.HOME: self._home,
            PageId.SEARCH: self._search,
        }
        self._library = LibraryPresenter(
            services, self._keeper, self.frame, self._home, self._search, self
        )
        self.setCentralWidget(self.frame)
        self._connect_frame()
        self._connect_home()
        self._add_actions()
        self._home.set_invitation_visible(not self._tour_seen)
        self._restore_geometry(state.get(_GEOMETRY_KEY, ""))
        self._name_page(PageId.HOME)
        self.frame.box.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def theme(self) -> Theme:
        """The look of the window."""
        return self._theme

    @property
    def home(self) -> HomePage:
        """The home page."""
        return self._home

    @property
    def search_place(self) -> SearchPlace:
        """Where the search page is, or will be."""
        return self._search

    @property
    def current_page(self) -> PageId:
        """The page that is open."""
        return self._history.current

    def page(self, page: PageId) -> QWidget:
        """Return a page, made when it is first asked for."""
        if page not in self._pages:
            made = self._make_settings() if page is PageId.SETTINGS else self._make_help()
            self._pages[page] = made
        return self._pages[page]

    def load(self) -> None:
        """Show the page there is to see, and begin to read the library."""
        self._library.load()
        self._show_page(self.current_page)
        if self._settings.damaged:
            kept = self._settings.set_aside
            text = "設定のファイルがこわれていたため、はじめの設定で開きました。"
            if kept is not None:
                text += f"もとのファイルは {kept} に残してあります。"
            else:
                text += "データフォルダーに書けないため、設定を変えても残りません。"
            self.frame.messages.show_message(Message(Severity.WARNING, text))

    def shut_down(self) -> None:
        """Cancel work under way, write what is to be kept, and wait for the threads."""
        self._library.shut_down()
        self._keeper.shut_down()

    # Ways between the pages

    def open_page(self, page: PageId) -> None:
        """Open a page."""
        self._history.go(page)
        self._show_page(page)

    def search_for(self, query: str) -> None:
        """Search for words, as if they had been typed and sent."""
        self.open_page(PageId.SEARCH)
        self._search.search_for(query)
        self.frame.box.set_text(query)

    def open_address(self, address: str) -> None:
        """Read a document, or a passage of one."""
        self.open_page(PageId.SEARCH)
        self._search.open_address(address)

    def browse_kind(self, kind: str) -> None:
        """Show all documents of a kind."""
        self.open_page(PageId.SEARCH)
        self.frame.box.clear()
        self._search.browse_kind(kind)

    def go_back(self) -> None:
        """Return to what was read before, or to the page before."""
        page = self._search.page
        if self.current_page is PageId.SEARCH and page is not None and page.go_back():
            return
        self._show_page(self._history.back())

    def _show_page(self, page: PageId) -> None:
        if page is PageId.HOME:
            self._show_recent()
        shown = self.page(page)
        if self.frame.stack.indexOf(shown) < 0:  # laying a page out takes time: when it is seen
            self.frame.stack.addWidget(shown)
        self.frame.stack.setCurrentWidget(shown)
        self._name_page(page)

    def _name_page(self, page: PageId) -> None:
        self.frame.navigation.set_current(page)
        self.frame.status.set_page(page)
        self.setWindowTitle(f"{page.label} - {TITLE}")

    def _show_recent(self) -> None:
        if (corpus := self._library.corpus) is not None:
            self._home.set_recent(self._recent.shown(corpus))

    def _open_by_key(self, page: PageId) -> None:
        self.open_page(page)
        if page is PageId.SEARCH:
            self.frame.box.focus_and_select()
        elif (first := first_stop(self.page(page))) is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_home(self) -> None:
        self._open_by_key(PageId.HOME)

    def _open_search(self) -> None:
        self._open_by_key(PageId.SEARCH)

    def _open_settings(self) -> None:
        self._open_by_key(PageId.SETTINGS)

    def _open_help(self) -> None:
        self._open_by_key(PageId.HELP)

    # Searching and reading

    def _on_typed(self, text: str) -> None:
        if self._settings.get(SettingKey.LIVE_SEARCH) != "on":
            return
        if text.strip():
            self.open_page(PageId.SEARCH)
        if self._search.page is None:
            self._search.search_for(text)

    def _on_submitted(self, text: str) -> None:
        self.open_page(PageId.SEARCH)
        self._recent.remember_query(text)
        if self._search.page is None:
            self._search.search_for(text)

    def _find(self) -> None:
        """Look for words in the document that is read, or else in the library."""
        page = self._search.page
        if self.current_page is PageId.SEARCH and page is not None and page.find_in_document():
            return
        self.frame.box.focus_and_select()

    def _on_example(self, query: str) -> None:
        self.search_for(query)
        self.frame.box.focus_and_select()

    def _on_page_made(self, page: "SearchPage") -> None:
        page.reader.way.address_opened.connect(self._on_address_opened)
        page.asking.page_requested.connect(self._show_search)

    def _show_search(self) -> None:
        self.open_page(PageId.SEARCH)

    def _on_search_ready(self) -> None:
        from kyosei_desk.wording.index import INDEX_SENTENCES

        self.frame.status.show_index(INDEX_SENTENCES[IndexState.CURRENT])
        self.search_ready.emit()

    def _on_address_opened(self, address: str) -> None:
        self._recent.remember_address(address)
        if (page := self._search.page) is not None:
            self._recent.remember_query(page.query)

    # The tour

    def _on_tour_step(self, step: TourStep) -> None:
        self._end_invitation()
        if step.query:
            self.search_for(step.query)
        elif step.address:
            self.open_address(step.address)
        else:
            self.open_page(step.page)

    def _end_invitation(self) -> None:
        self._tour_seen = True
        self._home.set_invitation_visible(False)

    def _on_tour_ended(self) -> None:
        self.open_page(PageId.HOME)
        self.frame.box.clear()
        self.frame.box.focus_and_select()

    # Settings and the state of the window

    def _on_setting(self, key: SettingKey) -> None:
        if key in (SettingKey.THEME, SettingKey.TEXT_SCALE):
            apply_look(self._theme, self._settings)
            self._limit_size()
        elif key is SettingKey.DATE_STYLE:
            self._library.show_home()
            if (page := self._search.page) is not None:
                page.refresh_settings()

    def _restore_geometry(self, remembered: str) -> None:
        room = self.screen().availableSize()
        self._limit_size()
        geometry = QByteArray.fromBase64(QByteArray(remembered.encode()))
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(_SIZE.boundedTo(room))

    def _limit_size(self) -> None:
        """Keep the window large enough for its parts at the text scale, as the screen allows."""
        wanted = _SMALLEST.expandedTo(_LEAST_AT_SCALE * self._theme.scale)
        self.setMinimumSize(wanted.boundedTo(self.screen().availableSize()))

    def _remember(self) -> None:
        state = self._settings.window_state() | self._recent.state()
        if (page := self._search.page) is not None:
            state |= page.state()
        state[_GEOMETRY_KEY] = bytes(self.saveGeometry().toBase64().data()).decode()
        if self._tour_seen:
            state[_TOUR_KEY] = _TOUR_SEEN
        try:
            self._settings.remember_window(state)
        except StorageError as error:
            _logger.warning("the state of the window is not kept: %s", error)

    # Events

    def event(self, event: QEvent) -> bool:
        """Notice the first painting; what is slow begins after it."""
        if event.type() is QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, when nothing in the page wants it, goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the state, and end every thread; whoever closed it need not watch that."""
        self._remember()
        self.hide()
        self.shut_down()
        event.accept()

    # Making

    def _make_settings(self) -> SettingsPage:
        services = self._services
        made = SettingsPage(self._theme, self._settings, services.data_dir, services.version)
        made.setting_changed.connect(self._on_setting)
        made.failed.connect(self.frame.messages.show_failure)
        made.history_clear_requested.connect(self._past.clear)
        return made

    def _make_help(self) -> HelpPage:
        made = HelpPage(self._theme)
        made.tour_requested.connect(self.frame.tour.start)
        made.query_requested.connect(self.search_for)
        return made

    def _connect_frame(self) -> None:
        self.frame.navigation.page_requested.connect(self.open_page)
        self.frame.stack.currentChanged.connect(self.frame.box.settled)
        self.frame.box.query_changed.connect(self._on_typed)
        self.frame.box.query_submitted.connect(self._on_submitted)
        self.frame.tour.step_shown.connect(self._on_tour_step)
        self.frame.tour.ended.connect(self._on_tour_ended)
        self._library.page_made.connect(self._on_page_made)
        self._library.library_shown.connect(self._show_recent)
        self._library.search_ready.connect(self._on_search_ready)

    def _connect_home(self) -> None:
        self._home.query_requested.connect(self._on_example)
        self._home.address_requested.connect(self.open_address)
        self._home.kind_requested.connect(self.browse_kind)
        self._home.search_requested.connect(self._open_search)
        self._home.tour_requested.connect(self.frame.tour.start)
        self._home.tour_declined.connect(self._end_invitation)

    def _add_actions(self) -> None:
        slots = {
            ActionId.HOME: self._open_home,
            ActionId.SEARCH: self._open_search,
            ActionId.SETTINGS: self._open_settings,
            ActionId.HELP: self._open_help,
            ActionId.FOCUS_SEARCH: self.frame.box.focus_and_select,
            ActionId.FIND_IN_DOCUMENT: self._find,
            ActionId.BACK: self.go_back,
            ActionId.TOUR: self.frame.tour.start,
            ActionId.QUIT: self.close,
        }
        for action_id, slot in slots.items():
            add_action(self, action_id, slot, everywhere=True)


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


def apply_look(theme: Theme, settings: SettingsStore) -> None:
    """Put the theme and the text scale of the settings in force."""
    scale = int(settings.get(SettingKey.TEXT_SCALE))
    theme.set_choice(settings.get(SettingKey.THEME), scale)
