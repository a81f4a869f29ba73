# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Shows the library arriving: wires the loader to home, search, status line and messages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyosei_desk.ui.frame import Frame
from kyosei_desk.ui.home.home_page import HomePage
from kyosei_desk.ui.library_loader import LibraryLoader
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.ui.search_place import SearchPlace
from kyosei_desk.ui.services import IndexState, OpenedSearch, WindowServices
from kyosei_desk.workspace.settings import SettingKey

if TYPE_CHECKING:
    from kyosei_desk.domain.corpus import Corpus
    from kyosei_desk.search.model import Progress
    from kyosei_desk.ui.search.search_page import SearchPage


class LibraryPresenter(QObject):
    """Loads the library and hands it to the pages.

    ``page_made(SearchPage)`` follows the making of the search page, ``library_shown`` the
    corpus, ``search_ready`` the searcher.
    """

    page_made = Signal(object)
    library_shown = Signal()
    search_ready = Signal()

    def __init__(
        self,
        services: WindowServices,
        frame: Frame,
        home: HomePage,
        search: SearchPlace,
        parent: QObject,
    ):
        """Wire everything; nothing is read before :meth:`load`."""
        super().__init__(parent)
        self._settings = services.settings
        self._frame = frame
        self._home = home
        self._search = search
        self._corpus: Corpus | None = None
        self._loader = LibraryLoader(services.load_corpus, services.open_search, self)
        self._loader.corpus_loaded.connect(self._on_corpus)
        self._loader.indexing.connect(self._on_progress)
        self._loader.search_opened.connect(self._on_search)
        self._loader.failed.connect(self._on_failure)
        frame.status.cancel_requested.connect(self.cancel)

    @property
    def corpus(self) -> "Corpus | None":
        """The library, once it has been read."""
        return self._corpus

    def load(self) -> None:
        """Begin to read the library, or begin again."""
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
        self._frame.messages.show_message(Message(Severity.WARNING, text, "もう一度", self.load))

    def show_home(self) -> None:
        """Show on the home page what the library holds."""
        if self._corpus is not None:
            era_first = self._settings.get(SettingKey.DATE_STYLE) == "era"
            self._home.set_library(self._corpus, era_first)

    def shut_down(self) -> None:
        """Cancel work under way and wait for its threads."""
        if (page := self._search.page) is not None:
            page.shut_down()
        self._loader.shut_down()

    def _on_corpus(self, corpus: "Corpus") -> None:
        self._corpus = corpus
        self.show_home()
        self._frame.status.start_work("検索の準備をしています")
        page = self._search.page or self._make_page()
        page.set_library(corpus)
        self._search.catch_up()
        self.library_shown.emit()

    def _make_page(self) -> "SearchPage":
        page = self._search.make_page()
        page.message_requested.connect(self._frame.messages.show_message)
        page.status_changed.connect(self._frame.status.show_status)
        page.connect_box(self._frame.box)
        self.page_made.emit(page)
        return page

    def _on_progress(self, progress: "Progress") -> None:
        self._frame.status.show_progress("検索の索引を作っています", progress)
        if (page := self._search.page) is not None:
            page.set_progress(progress)

    def _on_search(self, opened: OpenedSearch) -> None:
        from kyosei_desk.wording.index import INDEX_SENTENCES

        self._frame.status.finish_work()
        if (page := self._search.page) is not None:
            page.set_searcher(opened.searcher)
        if opened.index_state not in (IndexState.CURRENT, IndexState.FIRST):
            sentence = INDEX_SENTENCES[opened.index_state]
            self._frame.messages.show_message(Message(Severity.INFO, f"{sentence}。"))
        self.search_ready.emit()

    def _on_failure(self, error: Exception) -> None:
        self._stop()
        self._frame.messages.show_message(failure_message(error, "もう一度", self.load))

    def _stop(self) -> None:
        self._frame.status.finish_work()
        if self._corpus is None:
            self._home.set_library_failed()
            self._search.set_failed()
        if (page := self._search.page) is not None:
            page.set_unavailable()
