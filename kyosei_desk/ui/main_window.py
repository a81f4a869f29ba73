# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The window: the frame, the pages in it, and what one does there.

Nothing slow happens here. The library is read and searched by workers (see
:mod:`kyosei_desk.ui.background`), and what they send is shown by
:class:`~kyosei_desk.ui.library_presenter.LibraryPresenter`.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow

from kyosei_desk.services import IndexState, Services
from kyosei_desk.ui.actions import ActionId, add_action
from kyosei_desk.ui.build.build_place import BuildPlace
from kyosei_desk.ui.comparison_place import ComparisonPlace
from kyosei_desk.ui.frame import Frame
from kyosei_desk.ui.help_page import HelpPage
from kyosei_desk.ui.home.home_page import HomePage
from kyosei_desk.ui.home.latest_projects import LatestProjects
from kyosei_desk.ui.library_presenter import LibraryPresenter
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.own_design_ways import OwnDesignWays
from kyosei_desk.ui.pages import Pages
from kyosei_desk.ui.search_history import SearchHistory
from kyosei_desk.ui.search_keeper import SearchKeeper
from kyosei_desk.ui.search_place import SearchPlace
from kyosei_desk.ui.settings_page import SettingsPage
from kyosei_desk.ui.theme import Theme
from kyosei_desk.ui.tour_guide import TourGuide
from kyosei_desk.ui.window_memory import WindowMemory
from kyosei_desk.wording.kept_files import settings_text
from kyosei_desk.workspace.settings import SettingKey, SettingsStore

if TYPE_CHECKING:
    from kyosei_desk.ui.search.search_page import SearchPage

TITLE = "きょうせいデスク"
_SMALLEST, _LEAST_AT_SCALE = QSize(800, 520), QSize(640, 440)


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
        self._was_painted = False
        self._memory = WindowMemory(self._settings)
        self._recent = self._memory.recent
        self.frame = Frame(theme, self)
        self._keeper = SearchKeeper(services.searches, self)
        self._past = SearchHistory(self._keeper, self._recent, self.frame.messages, self)
        self._home = HomePage(theme)
        self._search = SearchPlace(theme, self._settings)
        self._comparison = ComparisonPlace(theme, services, self.frame, self)
        self._build = BuildPlace(theme, services, self.frame, self)
        makers = {
            PageId.COMPARE: self._comparison.make_page,
            PageId.BUILD: self._build.make_page,
            PageId.SETTINGS: self._make_settings,
            PageId.HELP: self._make_help,
        }
        self.pages = Pages(self.frame, self._home, self._search, makers, self)
        OwnDesignWays(self._build, self._comparison, self.pages, self)
        LatestProjects(self._build, self._home, self.pages, self.search_ready)
        self._library = LibraryPresenter(
            services, self._keeper, self.frame, self._home, self._search, self
        )
        self.setCentralWidget(self.frame)
        self._connect_frame()
        self._connect_home()
        self._add_actions()
        TourGuide(self.frame, self.pages, self._home, self._comparison, self._memory, self)
        self._limit_size()
        self._memory.restore_geometry(self)
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

    def load(self) -> None:
        """Show the page there is to see, and begin to read the library."""
        self._library.load()
        self.pages.open(self.pages.current)
        if (text := settings_text(self._settings)) is not None:
            self._warn(text)

    def shut_down(self) -> None:
        """Cancel work under way, write what is to be kept, and wait for the threads."""
        self._build.shut_down()
        self._comparison.shut_down()
        self._library.shut_down()
        self._keeper.shut_down()

    # Pages

    def _show_search(self) -> None:
        self.pages.open(PageId.SEARCH)

    def _on_page_shown(self, page: PageId) -> None:
        if page is PageId.HOME:
            self._show_recent()
        self._name_page(page)

    def _name_page(self, page: PageId) -> None:
        self.setWindowTitle(f"{page.label} - {TITLE}")

    def _show_recent(self) -> None:
        if (corpus := self._library.corpus) is not None:
            self._home.set_recent(self._recent.shown(corpus))

    # Searching and reading

    def _on_typed(self, text: str) -> None:
        if self._settings.get(SettingKey.LIVE_SEARCH) != "on":
            return
        if text.strip():
            self.pages.open(PageId.SEARCH)
        if self._search.page is None:
            self._search.search_for(text)

    def _on_submitted(self, text: str) -> None:
        self.pages.open(PageId.SEARCH)
        self._recent.remember_query(text)
        if self._search.page is None:
            self._search.search_for(text)

    def _find(self) -> None:
        """Look for words in the document that is read, or else in the library."""
        page = self._search.page
        if self.pages.current is PageId.SEARCH and page is not None and page.find_in_document():
            return
        self.frame.box.focus_and_select()

    def _on_example(self, query: str) -> None:
        self.pages.search_for(query)
        self.frame.box.focus_and_select()

    def _on_page_made(self, page: "SearchPage") -> None:
        page.reader.way.address_opened.connect(self._on_address_opened)
        page.asking.page_requested.connect(self._show_search)

    def _on_library(self) -> None:
        self._show_recent()
        if (corpus := self._library.corpus) is not None:
            self._comparison.set_library(corpus)
            self._build.set_library(corpus)

    def _on_search_ready(self) -> None:
        from kyosei_desk.wording.index import INDEX_SENTENCES

        self.frame.status.show_index(INDEX_SENTENCES[IndexState.CURRENT])
        self.search_ready.emit()

    def _on_address_opened(self, address: str) -> None:
        self._recent.remember_address(address)
        if (page := self._search.page) is not None:
            self._recent.remember_query(page.query)

    def _warn(self, text: str) -> None:
        self.frame.messages.show_message(Message(Severity.WARNING, text))

    # Settings

    def _on_setting(self, key: SettingKey) -> None:
        if key in (SettingKey.THEME, SettingKey.TEXT_SCALE):
            apply_look(self._theme, self._settings)
            self._limit_size()
        elif key is SettingKey.DATE_STYLE:
            self._library.show_home()
            if (page := self._search.page) is not None:
                page.refresh_settings()
            self._comparison.refresh_settings()
            self._build.refresh_settings()

    def _limit_size(self) -> None:
        """Keep the window large enough for its parts at the text scale, as the screen allows."""
        wanted = _SMALLEST.expandedTo(_LEAST_AT_SCALE * self._theme.scale)
        self.setMinimumSize(wanted.boundedTo(self.screen().availableSize()))

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
            self.pages.go_back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the state, and end every thread; whoever closed it need not watch that."""
        page = self._search.page
        state = page.state() if page is not None else {}
        self._memory.note(self, state | self._comparison.state() | self._build.state())
        self.hide()
        self._memory.write()
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
        made.query_requested.connect(self.pages.search_for)
        return made

    def _connect_frame(self) -> None:
        self.pages.shown.connect(self._on_page_shown)
        self.frame.stack.currentChanged.connect(self.frame.box.settled)
        self.frame.box.query_changed.connect(self._on_typed)
        self.frame.box.query_submitted.connect(self._on_submitted)
        self._keeper.noticed.connect(self._warn)
        self._library.page_made.connect(self._on_page_made)
        self._library.library_shown.connect(self._on_library)
        self._comparison.address_requested.connect(self.pages.open_address)
        self._library.search_ready.connect(self._on_search_ready)

    def _connect_home(self) -> None:
        self._home.query_requested.connect(self._on_example)
        self._home.address_requested.connect(self.pages.open_address)
        self._home.kind_requested.connect(self.pages.browse_kind)
        self._home.search_requested.connect(self.pages.open_search)
        self._home.compare_requested.connect(self.pages.open_compare)
        self._home.build_requested.connect(self.pages.open_build)

    def _add_actions(self) -> None:
        slots = {
            ActionId.FOCUS_SEARCH: self.frame.box.focus_and_select,
            ActionId.FIND_IN_DOCUMENT: self._find,
            ActionId.TOUR: self.frame.tour.start,
            ActionId.QUIT: self.close,
        }
        for action_id, slot in slots.items():
            add_action(self, action_id, slot, everywhere=True)


def apply_look(theme: Theme, settings: SettingsStore) -> None:
    """Put the theme and the text scale of the settings in force."""
    scale = int(settings.get(SettingKey.TEXT_SCALE))
    theme.set_choice(settings.get(SettingKey.THEME), scale)
