# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Shows the library arriving: wires the loader to home, search, status line and messages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyosei_desk.services import IndexState, OpenedSearch, Services
from kyosei_desk.ui.frame import Frame
from kyosei_desk.ui.home.home_page import HomePage
from kyosei_desk.ui.library_loader import LibraryLoader
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.search_keeper import SearchKeeper
from kyosei_desk.ui.search_place import SearchPlace
from kyosei_desk.workspace.settings import SettingKey

if TYPE_CHECKING:
    from kyosei_desk.domain.corpus import Corpus
    from kyosei_desk.search.model import Progress
    from kyosei_desk.ui.search.search_page import SearchPage
    from kyosei_desk.ui.search.search_tools import SearchTools

_MENDING = (
    "検索の索引がこわれていたので、作り直します。"
    "そのあいだも資料は読めます。終わると、もう一度さがします。"
)


class LibraryPresenter(QObject):
    """Loads the library and hands it to the pages; makes the index again when it breaks.

    ``page_made(SearchPage)`` follows the making of the search page, ``library_shown`` the
    corpus, ``search_ready`` the searcher.
    """

    page_made = Signal(object)
    library_shown = Signal()
    search_ready = Signal()

    def __init__(
        self,
        services: Services,
        keeper: SearchKeeper,
        frame: Frame,
        home: HomePage,
        search: SearchPlace,
        parent: QObject,
    ):
        """Wire everything; nothing is read before :meth:`load`."""
        super().__init__(parent)
        self._services = services
        self._keeper = keeper
        self._settings = services.settings
        self._frame = frame
        self._home = home
        self._search = search
        self._corpus: Corpus | None = None
        self._tools: SearchTools | None = None
        self._told: Message | None = None
        self._mending = False
        self._mended = False  # and nothing has been answered since
        self._loader = LibraryLoader(services.load_corpus, services.open_search, self)
        self._loader.corpus_loaded.connect(self._on_corpus)
        self._loader.indexing.connect(self._on_progress)
        self._loader.search_opened.connect(self._on_search)
        self._loader.failed.connect(self._on_failure)
        frame.status.cancel_requested.connect(self.cancel)
        search.retry_requested.connect(self.load)

    @property
    def corpus(self) -> "Corpus | None":
        """The library, once it has been read."""
        return self._corpus

    def load(self) -> None:
        """Begin to read the library, or begin again."""
        self._take_back_message()
        self._mending = self._mended = False
        if self._corpus is None:
            self._home.set_library_pending()
            self._search.set_pending()
        self._frame.status.start_work("資料を読みこんでいます")
        self._loader.start()

    def cancel(self) -> None:
        """Give loading up; what has been read stays."""
        self._loader.cancel()
        self._stop()
        text = "検索の準備をとりやめました。資料は読めますが、検索はできません。"
        self._offer_again(Message(Severity.WARNING, text, "もう一度", self.load))

    def show_home(self) -> None:
        """Show on the home page what the library holds."""
        if self._corpus is not None:
            era_first = self._settings.get(SettingKey.DATE_STYLE) == "era"
            self._home.set_library(self._corpus, era_first)

    def shut_down(self) -> None:
        """Cancel work under way and wait for its threads."""
        if self._tools is not None:
            self._tools.shut_down()
        if (page := self._search.page) is not None:
            page.shut_down()
        self._loader.shut_down()

    def _on_corpus(self, corpus: "Corpus") -> None:
        self._corpus = corpus
        self.show_home()
        self._frame.status.show_status(PageId.HOME, f"資料 {len(corpus.documents)}")
        self._frame.status.start_work("検索の準備をしています")
        if self._search.wanted:
            self._show_library()
        self.library_shown.emit()

    def _show_library(self) -> None:
        """Let the search page show the library; it is made for that the first time.

        Made late, when someone is waiting for it or the index is ready: it would only keep
        the worker from opening the index.
        """
        if self._corpus is not None:
            page = self._search.page or self._make_page()
            page.set_library(self._corpus)
            if self._tools is not None:
                self._tools.set_corpus(self._corpus)
            self._search.catch_up()

    def _make_page(self) -> "SearchPage":
        page = self._search.make_page()
        page.message_requested.connect(self._frame.messages.show_message)
        page.status_changed.connect(self._on_status)
        page.index_broken.connect(self._on_index_broken)
        page.answered.connect(self._on_answered)
        page.resume_requested.connect(self.load)
        page.connect_box(self._frame.box)
        self.page_made.emit(page)
        return page

    def _make_tools(self) -> None:
        """Make what stands around searching, once; nobody waits for it."""
        from kyosei_desk.ui.search.search_tools import SearchTools

        page = self._search.page
        if self._tools is None and page is not None and self._corpus is not None:
            services, keeper, frame = self._services, self._keeper, self._frame
            self._tools = SearchTools(frame.theme, services, keeper, page, frame)
            self._tools.set_corpus(self._corpus)

    def _on_status(self, text: str) -> None:
        self._frame.status.show_status(PageId.SEARCH, text)

    def _on_progress(self, progress: "Progress") -> None:
        self._frame.status.show_progress("検索の索引を作っています", progress)
        if self._search.page is None:
            self._show_library()  # the documents can be read meanwhile
        if (page := self._search.page) is not None:
            page.set_progress(progress)

    def _on_search(self, opened: OpenedSearch) -> None:
        from kyosei_desk.wording.index import INDEX_SENTENCES

        self._frame.status.finish_work()
        if (page := self._search.page) is not None:
            page.set_searcher(opened.searcher)
        told = self._mending or opened.index_state in (IndexState.CURRENT, IndexState.FIRST)
        self._mending = False
        if not told:
            sentence = INDEX_SENTENCES[opened.index_state]
            self._frame.messages.show_message(Message(Severity.INFO, f"{sentence}。"))
        self.search_ready.emit()
        if page is None:  # nobody has come there yet
            self._show_library()
            if (made := self._search.page) is not None:
                made.set_searcher(opened.searcher)
        self._make_tools()

    def _on_failure(self, error: Exception) -> None:
        self._stop()
        self._offer_again(failure_message(error, "もう一度", self.load))

    def _on_index_broken(self, error: Exception) -> None:
        """Make the index again, once; if that one breaks unused, the disk itself is at fault."""
        page = self._search.page
        if self._mending or page is None or self._corpus is None:
            return  # other questions under way say the same
        page.set_searcher(None)
        if self._mended:
            self._on_failure(error)
            return
        self._mending = self._mended = True
        self._frame.status.start_work("検索の索引を作り直しています")
        self._frame.messages.show_message(Message(Severity.INFO, _MENDING))
        self._loader.rebuild_index(self._corpus)

    def _on_answered(self) -> None:
        self._mended = False

    def _offer_again(self, message: Message) -> None:
        self._frame.messages.show_message(message)
        self._told = message

    def _take_back_message(self) -> None:
        """Close the offer to try again: it has been taken, wherever it was."""
        if self._told is not None and self._frame.messages.current is self._told:
            self._frame.messages.close_current()
        self._told = None

    def _stop(self) -> None:
        self._mending = False
        self._frame.status.finish_work()
        if self._search.page is None:
            self._show_library()
        self._make_tools()
        if self._corpus is None:
            self._home.set_library_failed()
            self._search.set_failed()
        if (page := self._search.page) is not None:
            page.set_unavailable()
