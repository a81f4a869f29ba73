# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""さがす: facets, results and the reader side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import Filters, Progress, Searcher, SortOrder
from kyosei_desk.ui.actions import ActionId, add_action
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.ui.reader.reader import Reader
from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.ui.search.asking import Asking
from kyosei_desk.ui.search.facet_panel import FacetPanel
from kyosei_desk.ui.search.reading_along import ReadingAlong
from kyosei_desk.ui.search.results_column import ResultsColumn
from kyosei_desk.ui.search.results_shower import ResultsShower
from kyosei_desk.ui.search.search_box import SearchBox
from kyosei_desk.ui.search.search_controller import SearchAnswer, SearchController
from kyosei_desk.ui.search.search_panes import SearchPanes
from kyosei_desk.ui.search.search_parts import SearchParts
from kyosei_desk.ui.search.suggesting import SuggestionController
from kyosei_desk.ui.search.suggestion_list import SuggestionList
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.settings import SettingsStore

_WIDTHS_KEY, _ZOOM_KEY, _SORT_KEY = "search_widths", "reader_zoom", "search_sort"
_NOTHING_TO_COPY = "コピーする本文がありません。資料を開いてから、もう一度押してください。"


class SearchPage(QWidget):
    """The page. It owns the thread the searcher is used from; :meth:`shut_down` ends it.

    Signals: ``status_changed(str)`` for the status line, ``message_requested(Message)``,
    ``box_requested`` to put the keyboard into the search box, ``answered`` after a search,
    ``index_broken(error)`` when the searcher answers nothing any more, ``resume_requested``
    to get search ready after that was given up.
    """

    status_changed = Signal(str)
    message_requested = Signal(object)
    box_requested = Signal()
    answered = Signal(object)
    index_broken = Signal(object)
    resume_requested = Signal()

    def __init__(self, theme: Theme, settings: SettingsStore, parent: QWidget | None = None):
        """Make the page for a library that is still being read."""
        super().__init__(parent)
        self.setObjectName("page")
        self._theme = theme
        self._worker = WorkerThread("search", self)
        self._controller = SearchController(self._worker, self)
        self._suggestions = SuggestionController(self._worker, self)
        self._facets = FacetPanel(theme, self)
        self._results = ResultsColumn(theme, self)
        self._reader = Reader(theme, settings, self._worker, self)
        self._panes = SearchPanes(theme, self._facets, self._results, self._reader, self)
        parts = SearchParts(
            settings, self._controller, self._facets, self._results, self._reader, self._panes
        )
        self._shower = ResultsShower(parts, self)
        self._asking = Asking(parts, self._shower, self)
        self._reading = ReadingAlong(parts, self._shower, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panes)
        self._connect_search()
        self._connect_reader()
        self._add_actions()
        self._restore(settings.window_state())
        self._shower.show_preparing()

    @property
    def asking(self) -> Asking:
        """Who makes the questions."""
        return self._asking

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

    @property
    def controller(self) -> SearchController:
        """Who keeps the question of now, and has it answered."""
        return self._controller

    @property
    def worker(self) -> WorkerThread:
        """The thread the searcher is used from."""
        return self._worker

    # What the window hands in

    def connect_box(self, box: SearchBox) -> None:
        """Follow a search box, write and go back into it, and offer words under it."""
        box.query_changed.connect(self._asking.follow_typing)
        box.query_submitted.connect(self._asking.submit)
        box.move_requested.connect(self._results.view.move_choice)
        self._asking.query_requested.connect(box.set_text)
        self.box_requested.connect(box.focus_and_select)
        offered = SuggestionList(self._theme, box)
        box.typed.connect(self._suggestions.ask)
        self._suggestions.found.connect(offered.offer)
        offered.ended.connect(self._suggestions.cancel)
        offered.taken.connect(self._asking.take_suggestion)

    def set_library(self, corpus: Corpus) -> None:
        """Show this library; documents can be read from now on."""
        self._reader.way.set_corpus(corpus)
        self._shower.set_corpus(corpus)

    def set_searcher(self, searcher: Searcher | None) -> None:
        """Search with this searcher; a query that waited is run."""
        self._results.header.set_progress(None)
        self._results.header.set_note("")
        self._reader.set_searcher(searcher)
        self._controller.set_searcher(searcher)
        self._suggestions.set_searcher(searcher)
        self._shower.show_preparing()
        if searcher is not None:
            self._worker.when_idle(searcher.prepare())

    def set_progress(self, progress: Progress) -> None:
        """Show how far the index is built."""
        self._results.header.set_progress(progress)

    def set_unavailable(self) -> None:
        """Say that getting ready has failed; documents that are there can still be read."""
        self._results.header.set_progress(None)
        self._shower.set_failed(failed=True)

    def set_filters(self, filters: Filters) -> None:
        """Narrow by these facet values."""
        self._facets.set_filters(filters)
        self._asking.narrow(self._facets.filters)

    def open_address(self, address: str) -> None:
        """Open a document, or a passage of one such as ``cases/nabari#overview``."""
        self._reading.open(Address.parse(address))

    def find_in_document(self) -> bool:
        """Open the bar that finds words in the document read; False when none is."""
        if self._panes.reading:
            self._reader.find_bar.open()
        return self._panes.reading

    def go_back(self) -> bool:
        """Return to what was read before; False when there is nothing before it."""
        if self._panes.reading or self._reader.way.address is None:
            return self._reader.way.go_back()
        self._panes.show_reader()  # put away since nothing was found
        return True

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        self._reader.refresh_dates()
        self._shower.show_again()

    def state(self) -> dict[str, str]:
        """Return what the window should remember of the page."""
        return {
            _WIDTHS_KEY: self._panes.widths(),
            _ZOOM_KEY: str(self._reader.zoom.factor),
            _SORT_KEY: str(self._controller.sort),
        }

    def _restore(self, state: dict[str, str]) -> None:
        self._panes.restore_widths(state.get(_WIDTHS_KEY, ""))
        try:
            self._reader.zoom.set(float(state.get(_ZOOM_KEY, "1.0")))
        except ValueError:
            self._reader.zoom.reset()
        remembered = state.get(_SORT_KEY, "")
        sort = next((sort for sort in SortOrder if sort == remembered), SortOrder.RELEVANCE)
        self._controller.set_sort(sort)
        self._results.header.sort.set_sort(sort)

    def shut_down(self) -> None:
        """Cancel what is under way and wait for the thread to end."""
        self._worker.shut_down()

    # What the keys do

    def _read(self) -> None:
        self._results.open_now()
        self._reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_facets(self) -> None:
        self._panes.show_facets(True)
        self._facets.focus_first()

    def _focus_reader(self) -> None:
        if self._panes.reading:
            self._reader.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _toggle_outline(self) -> None:
        if self._panes.reading:
            self._reader.toggle_side()

    def _copy_citation(self) -> None:
        """Copy from the text that can be seen, never from one put away."""
        if self._panes.reading:
            self._reader.copy_citation()
        else:
            self.message_requested.emit(Message(Severity.INFO, _NOTHING_TO_COPY))

    # Making

    def _on_failure(self, error: Exception) -> None:
        self.message_requested.emit(failure_message(error))

    def _on_answer(self, answer: SearchAnswer) -> None:
        self._shower.show_answer(answer)
        self.answered.emit(answer)

    def _connect_search(self) -> None:
        self._controller.answered.connect(self._on_answer)
        self._controller.emptied.connect(self._shower.browse)
        self._controller.failed.connect(self._on_failure)
        self._controller.index_broken.connect(self.index_broken)
        self._controller.busy_changed.connect(self._results.header.set_searching)
        self._suggestions.index_broken.connect(self.index_broken)
        self._asking.address_requested.connect(self.open_address)
        self._facets.leave_requested.connect(self._results.focus_results)
        self._results.header.resume_requested.connect(self.resume_requested)
        self._shower.status_changed.connect(self.status_changed)
        self._reading.status_changed.connect(self.status_changed)

    def _connect_reader(self) -> None:
        self._results.address_chosen.connect(self._reading.open_chosen)
        self._results.view.read_requested.connect(self._read)
        self._results.view.leave_requested.connect(self.box_requested)
        self._reader.leave_requested.connect(self._results.focus_results)
        self._reader.message_requested.connect(self.message_requested)
        self._reader.index_broken.connect(self.index_broken)

    def _add_actions(self) -> None:
        slots = {
            ActionId.FOCUS_FACETS: self._focus_facets,
            ActionId.FOCUS_RESULTS: self._results.focus_results,
            ActionId.FOCUS_READER: self._focus_reader,
            ActionId.NEXT_MARK: self._reader.next_mark,
            ActionId.PREVIOUS_MARK: self._reader.previous_mark,
            ActionId.TOGGLE_OUTLINE: self._toggle_outline,
            ActionId.COPY_CITATION: self._copy_citation,
            ActionId.ZOOM_IN: self._reader.zoom.larger,
            ActionId.ZOOM_OUT: self._reader.zoom.smaller,
            ActionId.ZOOM_RESET: self._reader.zoom.reset,
        }
        for action_id, slot in slots.items():
            add_action(self, action_id, slot, everywhere=True)
