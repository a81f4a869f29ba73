# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Turns typing and facets into questions for the search engine, answered in its thread."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kyosei_desk.domain.errors import IndexBrokenError
from kyosei_desk.search.model import (
    Filters,
    Hit,
    MatchRule,
    Searcher,
    SearchRequest,
    SearchResponse,
    SortOrder,
    Span,
)
from kyosei_desk.ui.background import Job, QueryOperation, WorkerThread

RESULT_LIMIT = 60
_TYPING_PAUSE_MS = 60


@dataclass(frozen=True)
class SearchAnswer:
    """A response, what was asked, and the marks in the titles of its hits."""

    request: SearchRequest
    response: SearchResponse
    title_marks: tuple[tuple[Span, ...], ...]

    @property
    def titled_hits(self) -> tuple[tuple[Hit, tuple[Span, ...]], ...]:
        """Each hit with the marks in its title."""
        return tuple(zip(self.response.hits, self.title_marks, strict=True))


class SearchController(QObject):
    """Keeps the question of now, and asks it when it changes and a searcher is there.

    ``answered(SearchAnswer)`` is only ever sent for the newest question; ``emptied`` says
    that there is no question any more. Typing waits for nothing: a question waits for a short
    pause, then runs in the worker, and makes all older ones stale. ``index_broken(error)``
    says that this searcher answers nothing any more: the question waits for the next one.

    Rules switched off stay so while the question is being worked on, and are all in force
    again with the next one.
    """

    answered = Signal(object)
    emptied = Signal()
    failed = Signal(object)
    index_broken = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, worker: WorkerThread, parent: QObject):
        """Ask in ``worker``."""
        super().__init__(parent)
        self._searcher: Searcher | None = None
        self._text = ""
        self._filters: Filters = {}
        self._without: frozenset[MatchRule] = frozenset()
        self._sort = SortOrder.RELEVANCE
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._search = QueryOperation(worker, self)
        self._search.succeeded.connect(self._on_answer)
        self._search.failed.connect(self._on_failure)

    @property
    def text(self) -> str:
        """The query of now, without spaces around it."""
        return self._text

    @property
    def without(self) -> frozenset[MatchRule]:
        """The rules switched off for the question of now."""
        return self._without

    @property
    def sort(self) -> SortOrder:
        """The order of the hits."""
        return self._sort

    @property
    def waiting(self) -> bool:
        """Whether an answer to the question of now is still to come."""
        return bool(self._text) and (self._pause.isActive() or self._search.busy)

    @property
    def ready(self) -> bool:
        """Whether there is a searcher to ask."""
        return self._searcher is not None

    @property
    def searcher(self) -> Searcher | None:
        """What is asked, for use in the worker only."""
        return self._searcher

    @property
    def request(self) -> SearchRequest:
        """The question of now, with everything that belongs to it."""
        filters = dict(self._filters)
        return SearchRequest(self._text, filters, RESULT_LIMIT, self._without, self._sort)

    def set_searcher(self, searcher: Searcher | None) -> None:
        """Ask this searcher from now on; a question that waited is asked at once."""
        self._search.cancel()
        self._searcher = searcher
        if self._text:
            self._ask()

    def set_text(self, text: str, *, same_question: bool = False) -> None:
        """Ask something else after a short pause in typing; an empty text asks nothing.

        ``same_question`` says that this is the question of before put in other words; without
        it a text that neither begins nor ends as the one before is another question.
        """
        text = text.strip()
        if text == self._text:
            return
        if not (text and (same_question or goes_on(self._text, text))):
            self._without = frozenset()
        self._text = text
        self._search.cancel()
        if text:
            self._pause.start()
            self.busy_changed.emit(self.ready)
        else:
            self._pause.stop()
            self.busy_changed.emit(False)
            self.emptied.emit()

    def set_filters(self, filters: Filters) -> None:
        """Narrow the question of now."""
        self._filters = dict(filters)
        if self._text:
            self._ask()
        else:
            self.emptied.emit()

    def ask(self, request: SearchRequest) -> None:
        """Ask a whole question at once: words, filters, order, rules switched off."""
        self._search.cancel()
        self._text, self._filters = request.text.strip(), dict(request.filters)
        self._without, self._sort = request.without, request.sort
        if self._text:
            self._ask()
        else:
            self._pause.stop()
            self.busy_changed.emit(False)
            self.emptied.emit()

    def switch_rule(self, rule: MatchRule, *, on: bool) -> None:
        """Search without a rule from now on, or with it again."""
        self._set_without(self._without - {rule} if on else self._without | {rule})

    def restore_rules(self) -> None:
        """Search with every rule again."""
        self._set_without(frozenset())

    def _set_without(self, without: frozenset[MatchRule]) -> None:
        if without != self._without and self._text:
            self._without = without
            self._ask()

    def set_sort(self, sort: SortOrder) -> None:
        """Order the hits otherwise."""
        if sort is not self._sort:
            self._sort = sort
            if self._text:
                self._ask()

    def ask_now(self) -> None:
        """Ask without waiting for the pause."""
        if self._pause.isActive():
            self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        searcher = self._searcher
        if searcher is None:
            self.busy_changed.emit(False)
            return
        request = self.request
        self.busy_changed.emit(True)

        def search(_job: Job) -> SearchAnswer:
            response = searcher.search(request)
            titles = tuple(hit.section_title for hit in response.hits)
            marks = searcher.marks(request.text, titles, request.without)
            return SearchAnswer(request, response, marks)

        self._search.run(search)

    def _on_answer(self, answer: SearchAnswer) -> None:
        self.busy_changed.emit(False)
        self.answered.emit(answer)

    def _on_failure(self, error: Exception) -> None:
        self.busy_changed.emit(False)
        if isinstance(error, IndexBrokenError):
            self._searcher = None
            self.index_broken.emit(error)
        else:
            self.failed.emit(error)


def goes_on(before: str, text: str) -> bool:
    """Tell whether a text is the one before being worked on: it begins or ends alike."""
    return bool(before and text) and (before[0] == text[0] or before[-1] == text[-1])
