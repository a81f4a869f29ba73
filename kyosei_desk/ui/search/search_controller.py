# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Turns typing and facets into questions for the search engine, answered in its thread."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kyosei_desk.domain.errors import IndexBrokenError
from kyosei_desk.search.model import (
    Filters,
    Searcher,
    SearchRequest,
    SearchResponse,
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


class SearchController(QObject):
    """Keeps the question of now, and asks it when it changes and a searcher is there.

    ``answered(SearchAnswer)`` is only ever sent for the newest question; ``emptied`` says
    that there is no question any more. Typing waits for nothing: a question waits for a short
    pause, then runs in the worker, and makes all older ones stale. ``index_broken(error)``
    says that this searcher answers nothing any more: the question waits for the next one.
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
    def waiting(self) -> bool:
        """Whether an answer to the question of now is still to come."""
        return bool(self._text) and (self._pause.isActive() or self._search.busy)

    @property
    def ready(self) -> bool:
        """Whether there is a searcher to ask."""
        return self._searcher is not None

    def set_searcher(self, searcher: Searcher | None) -> None:
        """Ask this searcher from now on; a question that waited is asked at once."""
        self._search.cancel()
        self._searcher = searcher
        if self._text:
            self._ask()

    def set_text(self, text: str) -> None:
        """Ask something else after a short pause in typing; an empty text asks nothing."""
        text = text.strip()
        if text == self._text:
            return
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
        request = SearchRequest(self._text, dict(self._filters), RESULT_LIMIT)
        self.busy_changed.emit(True)

        def search(_job: Job) -> SearchAnswer:
            response = searcher.search(request)
            titles = tuple(hit.section_title for hit in response.hits)
            return SearchAnswer(request, response, searcher.marks(request.text, titles))

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
