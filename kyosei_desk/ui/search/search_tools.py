# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What stands around searching: the query builder, searches that are kept, writing out."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import Facet, SearchRequest, SearchResponse
from kyosei_desk.services import Services
from kyosei_desk.ui.actions import ActionId, add_action
from kyosei_desk.ui.background import Job, QueryOperation
from kyosei_desk.ui.frame import Frame
from kyosei_desk.ui.kept.kept_dialog import KeptDialog
from kyosei_desk.ui.messages import failure_message
from kyosei_desk.ui.search.browse import DocumentBrowser, with_short_labels
from kyosei_desk.ui.search.builder_fields import builder_choices
from kyosei_desk.ui.search.kept_queries import asked_query, facet_labels, kept_query
from kyosei_desk.ui.search.kept_searches import KeptSearches
from kyosei_desk.ui.search.query_builder import QueryBuilder
from kyosei_desk.ui.search.result_header import count_text
from kyosei_desk.ui.search.results_export import ResultsExport
from kyosei_desk.ui.search.search_page import SearchPage
from kyosei_desk.ui.search_keeper import SearchKeeper
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.searches import KeptQuery, SavedSearch
from kyosei_desk.workspace.settings import SettingKey

# A question that has rested so long was meant, and is kept; one that was sent is at once.
_MEANT_MS = 4000


class SearchTools(QObject):
    """Wires the tools beside the search box to the search page."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        keeper: SearchKeeper,
        page: SearchPage,
        frame: Frame,
    ):
        """Wake the buttons; dialogs are made when they are asked for."""
        super().__init__(page)
        self._theme = theme
        self._settings = services.settings
        self._page = page
        self._frame = frame
        self._keeper = keeper
        self._facets: tuple[Facet, ...] = ()
        self._corpus: Corpus | None = None
        self._builder: QueryBuilder | None = None
        self._kept: KeptDialog[KeptQuery, SavedSearch] | None = None
        self._counting = QueryOperation(page.worker, self)
        self._counting.succeeded.connect(self._on_counted)
        self._counting.failed.connect(self._on_not_counted)
        self._remembering = keeper.operation()
        self._remembering.failed.connect(self._on_failure)
        self._changing = keeper.operation()
        self._changing.failed.connect(self._on_not_changed)
        self.export = ResultsExport(page.controller, page.worker, services.settings, page)
        self._meant = QTimer(self)
        self._meant.setSingleShot(True)
        self._meant.setInterval(_MEANT_MS)
        self._meant.timeout.connect(self.remember)
        self._connect()

    def set_corpus(self, corpus: Corpus) -> None:
        """Offer the values of this library."""
        self._corpus = corpus
        facets = DocumentBrowser(corpus).browse({}).facets
        self._facets = with_short_labels(corpus, facets)
        self._frame.tools.setEnabled(True)

    def shut_down(self) -> None:
        """Have what was meant kept, and finish the file under way."""
        if self._meant.isActive():
            self.remember()
        self.export.shut_down()

    def remember(self) -> None:
        """Keep the question of now among the last ones, unless the settings say not to."""
        self._meant.stop()
        query = kept_query(self._page.controller.request)
        if query.text and self._settings.get(SettingKey.SEARCH_HISTORY) == "on":
            self._remembering.do(lambda store: store.remember(query))

    def open_builder(self) -> QueryBuilder | None:
        """Open the query builder on the query of now."""
        if self._corpus is None or self._builder is not None:
            return self._builder
        choices = builder_choices(self._corpus, self._facets)
        query = self._frame.box.text()
        self._builder = QueryBuilder(self._theme, choices, query, self._frame.window())
        self._builder.query_chosen.connect(self._on_built)
        self._builder.count_requested.connect(self._count)
        self._builder.finished.connect(self._on_builder_closed)
        self._open(self._builder)
        return self._builder

    def open_kept(self) -> KeptDialog[KeptQuery, SavedSearch] | None:
        """Open the list of kept searches."""
        if self._kept is not None:
            return self._kept
        current = kept_query(self._page.controller.request)
        self._kept = KeptDialog(
            self._theme,
            self._changing,
            KeptSearches(facet_labels(self._facets)),
            current if current.asks_something else None,
            self._frame.window(),
        )
        self._kept.chosen.connect(self._ask_again)
        self._keeper.noticed.connect(self._kept.notice)
        self._kept.finished.connect(self._on_kept_closed)
        self._open(self._kept)
        return self._kept

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _save(self) -> None:
        """Open the list with the name of the question of now to be confirmed."""
        self.open_kept()

    def _on_builder_closed(self) -> None:
        self._builder = None
        self._counting.cancel()

    def _on_kept_closed(self) -> None:
        self._kept = None

    def _on_not_changed(self, error: Exception) -> None:
        """Say what went wrong with the list, unless that is still there to say it."""
        if self._kept is None:
            self._on_failure(error)

    def _on_failure(self, error: Exception) -> None:
        self._page.message_requested.emit(failure_message(error))

    def _on_built(self, query: str) -> None:
        self._page.asking.page_requested.emit()
        self._frame.box.set_text(query)
        self._page.asking.submit(query)
        self.remember()

    def _ask_again(self, kept: KeptQuery) -> None:
        self._page.asking.ask(asked_query(kept))
        self.remember()

    def _on_asked(self) -> None:
        if self._page.controller.text:
            self._meant.start()

    # Counting what a query being built would find

    def _count(self, query: str) -> None:
        searcher = self._page.controller.searcher
        if searcher is None or not query:
            return
        filters = self._page.controller.request.filters

        def count(_job: Job) -> SearchResponse:
            return searcher.search(SearchRequest(query, filters, limit=1))

        self._counting.run(count)

    def _on_counted(self, response: SearchResponse) -> None:
        if self._builder is not None:
            found = count_text(response) if response.total else "見つかりません"
            narrowed = "（左のしぼりこみも効いています）" if self._page.facets.filters else ""
            self._builder.show_count(response.query, found + narrowed)

    def _on_not_counted(self, _error: Exception) -> None:
        """The count is an extra: the search itself will tell."""

    def _connect(self) -> None:
        frame, page, header = self._frame, self._page, self._page.results.header
        frame.tools.builder_requested.connect(self.open_builder)
        frame.tools.kept_requested.connect(self.open_kept)
        frame.box.query_submitted.connect(self._on_submitted)
        page.answered.connect(self._on_asked)
        header.export.file_requested.connect(self.export.choose_file)
        header.export.copy_requested.connect(self.export.copy)
        self.export.message_requested.connect(page.message_requested)
        self.export.index_broken.connect(page.index_broken)
        window = frame.window()
        add_action(window, ActionId.BUILD_QUERY, self.open_builder, everywhere=True)
        add_action(window, ActionId.SAVED_SEARCHES, self.open_kept, everywhere=True)
        add_action(window, ActionId.SAVE_SEARCH, self._save, everywhere=True)
        add_action(page, ActionId.EXPORT_RESULTS, header.export.open_menu, everywhere=True)

    def _on_submitted(self, _text: str) -> None:
        self.remember()
