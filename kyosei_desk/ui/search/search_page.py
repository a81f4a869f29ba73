# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""さがす: facets, results and the reader side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import Diagnosis, Filters, Progress, Searcher
from kyosei_desk.ui.actions import ActionId, add_action
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.messages import failure_message
from kyosei_desk.ui.reader.reader import Reader
from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.ui.search.browse import DocumentBrowser, with_short_labels
from kyosei_desk.ui.search.facet_panel import FacetPanel
from kyosei_desk.ui.search.result_header import count_text, response_note
from kyosei_desk.ui.search.results_column import ResultsColumn
from kyosei_desk.ui.search.rows import ResultRow, document_rows, hit_row
from kyosei_desk.ui.search.search_box import SearchBox
from kyosei_desk.ui.search.search_controller import SearchAnswer, SearchController
from kyosei_desk.ui.search.search_panes import SearchPanes
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.settings import SettingKey, SettingsStore

_WIDTHS_KEY, _ZOOM_KEY = "search_widths", "reader_zoom"


class SearchPage(QWidget):
    """The page. It owns the thread the searcher is used from; :meth:`shut_down` ends it.

    Signals: ``status_changed(str)`` for the status line, ``message_requested(Message)``,
    ``query_requested(str)`` to put a text into the search box, ``box_requested`` to put the
    keyboard there, ``address_opened(str)`` after a document was opened, ``answered`` after a
    search, ``index_broken(error)`` when the searcher answers nothing any more,
    ``resume_requested`` to get search ready after that was given up.
    """

    status_changed = Signal(str)
    message_requested = Signal(object)
    query_requested = Signal(str)
    box_requested = Signal()
    address_opened = Signal(str)
    answered = Signal(object)
    index_broken = Signal(object)
    resume_requested = Signal()

    def __init__(self, theme: Theme, settings: SettingsStore, parent: QWidget | None = None):
        """Make the page for a library that is still being read."""
        super().__init__(parent)
        self.setObjectName("page")
        self._settings = settings
        self._corpus: Corpus | None = None
        self._browser: DocumentBrowser | None = None
        self._open_first = False
        self._failed = False
        self._answer: SearchAnswer | None = None
        self._worker = WorkerThread("search", self)
        self._controller = SearchController(self._worker, self)
        self._facets = FacetPanel(theme, self)
        self._results = ResultsColumn(theme, self)
        self._reader = Reader(theme, settings, self._worker, self)
        self._panes = SearchPanes(theme, self._facets, self._results, self._reader, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panes)
        self._connect_search()
        self._connect_reader()
        self._add_actions()
        self._restore(settings.window_state())
        self._show_preparing()

    # What the window hands in

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self._reader

    @property
    def results(self) -> ResultsColumn:
        """The column of results."""
        return self._results

    @property
    def facets(self) -> FacetPanel:
        """The facets."""
        return self._facets

    @property
    def query(self) -> str:
        """The query of now."""
        return self._controller.text

    def connect_box(self, box: SearchBox) -> None:
        """Follow a search box, and write and go back into it."""
        box.query_changed.connect(self.follow_typing)
        box.query_submitted.connect(self.submit)
        box.move_requested.connect(self.move_selection)
        self.query_requested.connect(box.set_text)
        self.box_requested.connect(box.focus_and_select)

    def set_library(self, corpus: Corpus) -> None:
        """Show this library; documents can be read from now on."""
        self._corpus = corpus
        self._failed = False
        self._browser = DocumentBrowser(corpus)
        self._reader.set_corpus(corpus)
        self._browse()
        self._show_preparing()

    def set_searcher(self, searcher: Searcher | None) -> None:
        """Search with this searcher; a query that waited is run."""
        self._results.header.set_progress(None)
        self._results.header.set_note("")
        self._reader.set_searcher(searcher)
        self._controller.set_searcher(searcher)
        self._show_preparing()

    def set_progress(self, progress: Progress) -> None:
        """Show how far the index is built."""
        self._results.header.set_progress(progress)

    def set_unavailable(self) -> None:
        """Say that getting ready has failed; documents that are there can still be read."""
        self._failed = True
        self._results.header.set_progress(None)
        self._show_preparing()

    def set_query(self, text: str) -> None:
        """Search for a text; an empty one shows all documents."""
        if text.strip() == self._controller.text:
            return
        self._open_first = bool(text.strip())
        self._controller.set_text(text)
        if not self._controller.ready:
            self._show_preparing()

    def follow_typing(self, text: str) -> None:
        """Search while someone types, unless the settings say to wait for Enter."""
        live = self._settings.get(SettingKey.LIVE_SEARCH) == "on"
        if live or not text.strip():
            self.set_query(text)

    def submit(self, text: str) -> None:
        """Search now, and put the keyboard into the results."""
        self.set_query(text)
        self._controller.ask_now()
        self._results.focus_results()

    def move_selection(self, by: int) -> None:
        """Choose another row while the keyboard stays in the search box."""
        self._results.view.move_choice(by)

    def open_address(self, address: str) -> None:
        """Open a document, or a passage of one such as ``cases/nabari#overview``."""
        self._open_first = False
        target = Address.parse(address)
        self._results.choose_address(target)
        self._panes.show_reader()
        self._reader.open(target, self._controller.text)

    def go_back(self) -> bool:
        """Return to what was read before; False when there is nothing before it."""
        return self._reader.go_back()

    def set_filters(self, filters: Filters) -> None:
        """Narrow by these facet values."""
        self._facets.set_filters(filters)
        self._on_filters(self._facets.filters)

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        self._reader.refresh_dates()
        if self._answer is not None and self._controller.text:
            self._show_answer(self._answer)
        else:
            self._browse()

    def state(self) -> dict[str, str]:
        """Return what the window should remember of the page."""
        return {_WIDTHS_KEY: self._panes.widths(), _ZOOM_KEY: str(self._reader.zoom)}

    def _restore(self, state: dict[str, str]) -> None:
        self._panes.restore_widths(state.get(_WIDTHS_KEY, ""))
        try:
            self._reader.set_zoom(float(state.get(_ZOOM_KEY, "1.0")))
        except ValueError:
            self._reader.zoom_reset()

    def shut_down(self) -> None:
        """Cancel what is under way and wait for the thread to end."""
        self._worker.shut_down()

    # Results

    def _on_filters(self, filters: Filters) -> None:
        self._results.header.set_chosen_count(self._facets.chosen_count)
        self._controller.set_filters(filters)
        if not self._controller.ready:
            self._browse()

    def _on_answer(self, answer: SearchAnswer) -> None:
        if self._corpus is not None:
            self._show_answer(answer)
            self._open_first = False

    def _show_answer(self, answer: SearchAnswer) -> None:
        corpus, response = self._corpus, answer.response
        assert corpus is not None
        self._answer = answer
        self._facets.set_facets(with_short_labels(corpus, response.facets))
        self._reader.set_query(answer.request.text)
        self._results.header.set_count(count_text(response))
        self._results.header.set_note(response_note(response))
        self._results.header.choices.show_choices(answer.request.text, response.choices)
        self.status_changed.emit(f"{count_text(response)}（{response.took_ms / 1000:.2f} 秒）")
        if not response.hits:
            self._show_nothing(answer.request.text, response.diagnosis or Diagnosis())
            return
        era_first = self._settings.get(SettingKey.DATE_STYLE) == "era"
        rows = tuple(
            hit_row(corpus, hit, marks, era_first=era_first)
            for hit, marks in zip(response.hits, answer.title_marks, strict=True)
        )
        self._show_rows(rows, open_first=self._open_first)

    def _show_nothing(self, query: str, diagnosis: Diagnosis) -> None:
        self._results.show_nothing(query, diagnosis)
        self._panes.show_nothing_found()

    def _show_rows(self, rows: tuple[ResultRow, ...], *, open_first: bool) -> None:
        if open_first:
            self._results.show_rows(rows, 0, open_it=True)
            return
        self._panes.show_found()
        address = self._reader.address
        chosen = next((n for n, row in enumerate(rows) if row.address == address), -1)
        self._results.show_rows(rows, chosen, open_it=False)

    def _browse(self) -> None:
        """Show the documents themselves: there is no query, or no searcher yet."""
        if self._corpus is None or self._browser is None:
            return
        self._answer = None
        found = self._browser.browse(self._facets.filters)
        self._facets.set_facets(found.facets)
        count = f"資料 {len(found.documents)}"
        self._results.header.set_count(count)
        self._results.header.set_note("")
        self._results.header.choices.show_choices("", ())
        self.status_changed.emit(count)
        if not self._controller.text:
            self._reader.set_query("")
        era_first = self._settings.get(SettingKey.DATE_STYLE) == "era"
        if found.documents:
            rows = document_rows(self._corpus, found.documents, era_first=era_first)
            self._show_rows(rows, open_first=False)
        else:
            everything = len(self._corpus.documents)
            diagnosis = Diagnosis(without_filters=everything)
            self._show_nothing("しぼりこみに合う資料", diagnosis)
        self._show_preparing()

    def _show_preparing(self) -> None:
        """Say what is still being made ready, if anything is."""
        header, text = self._results.header, self._controller.text
        given_up = self._failed and not self._controller.ready
        header.set_resumable(given_up)
        if given_up:
            readable = "資料は読めます。" if self._corpus else ""
            header.set_note(f"いまは検索できません。{readable}")
        elif self._corpus is None:
            header.set_note("資料を読みこんでいます…")
            header.set_progress(None, busy=True)
        elif not self._controller.ready:
            then = f"できしだい「{text[:20]}」をさがします。" if text else "資料は先に読めます。"
            header.set_note(f"検索の準備をしています。{then}")
            header.set_progress(None, busy=True)

    def _on_failure(self, error: Exception) -> None:
        self.message_requested.emit(failure_message(error))

    # Reading

    def _open_chosen(self, address: Address) -> None:
        self._panes.show_reader()
        self._reader.open(address, self._controller.text, passing=True)

    def _read(self) -> None:
        self._results.open_now()
        self._reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_facets(self) -> None:
        self._panes.show_facets(True)
        self._facets.focus_first()

    def _focus_reader(self) -> None:
        if self._panes.reading:
            self._reader.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _suggest(self, query: str) -> None:
        self.set_query(query)
        self.query_requested.emit(query)

    # Making

    def _connect_search(self) -> None:
        self._controller.answered.connect(self._on_answer)
        self._controller.emptied.connect(self._browse)
        self._controller.failed.connect(self._on_failure)
        self._controller.index_broken.connect(self.index_broken)
        self._controller.answered.connect(self.answered)
        self._results.header.resume_requested.connect(self.resume_requested)
        self._controller.busy_changed.connect(self._results.header.set_searching)
        self._facets.filters_changed.connect(self._on_filters)
        self._facets.leave_requested.connect(self._results.focus_results)
        self._results.nothing.query_suggested.connect(self._suggest)
        self._results.header.choices.query_chosen.connect(self._suggest)
        self._results.nothing.filters_cleared.connect(self._facets.clear)

    def _connect_reader(self) -> None:
        self._results.address_chosen.connect(self._open_chosen)
        self._results.view.read_requested.connect(self._read)
        self._results.view.leave_requested.connect(self.box_requested)
        self._reader.leave_requested.connect(self._results.focus_results)
        self._reader.message_requested.connect(self.message_requested)
        self._reader.address_opened.connect(self.address_opened)
        self._reader.index_broken.connect(self.index_broken)

    def _add_actions(self) -> None:
        slots = {
            ActionId.FOCUS_FACETS: self._focus_facets,
            ActionId.FOCUS_RESULTS: self._results.focus_results,
            ActionId.FOCUS_READER: self._focus_reader,
            ActionId.NEXT_MARK: self._reader.next_mark,
            ActionId.PREVIOUS_MARK: self._reader.previous_mark,
            ActionId.TOGGLE_OUTLINE: self._reader.toggle_side,
            ActionId.COPY_CITATION: self._reader.copy_citation,
            ActionId.ZOOM_IN: self._reader.zoom_in,
            ActionId.ZOOM_OUT: self._reader.zoom_out,
            ActionId.ZOOM_RESET: self._reader.zoom_reset,
        }
        for action_id, slot in slots.items():
            add_action(self, action_id, slot, everywhere=True)
