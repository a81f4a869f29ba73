# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Asks the search engine, in its thread, what a word being typed may become."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.errors import IndexBrokenError
from kyosei_desk.search.model import Searcher, Suggestion
from kyosei_desk.ui.background import Job, QueryOperation, WorkerThread

SUGGESTION_COUNT = 6
_TYPING_PAUSE_MS = 40  # shorter than that of the search: what is typed next is asked first


@dataclass(frozen=True)
class Suggested:
    """What ``typed`` may become."""

    typed: str
    suggestions: tuple[Suggestion, ...]


class SuggestionController(QObject):
    """``found(Suggested)`` is only ever sent for what was typed last.

    ``index_broken(error)`` says that this searcher answers nothing any more.
    """

    found = Signal(object)
    index_broken = Signal(object)

    def __init__(self, worker: WorkerThread, parent: QObject):
        """Ask in ``worker``, the thread the searcher is used from."""
        super().__init__(parent)
        self._searcher: Searcher | None = None
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._operation = QueryOperation(worker, self)
        self._operation.succeeded.connect(self.found)
        self._operation.failed.connect(self._on_failure)

    def set_searcher(self, searcher: Searcher | None) -> None:
        """Ask this searcher from now on, or none."""
        self.cancel()
        self._searcher = searcher

    def ask(self, typed: str) -> None:
        """Ask what a text may become, after a short pause in typing; an empty one nothing."""
        self.cancel()
        self._typed = typed
        if typed.strip() and self._searcher is not None:
            self._pause.start()

    def cancel(self) -> None:
        """Ask nothing any more, and send nothing for what was asked."""
        self._pause.stop()
        self._operation.cancel()

    def _ask(self) -> None:
        searcher, typed = self._searcher, self._typed
        if searcher is None:
            return

        def suggest(_job: Job) -> Suggested:
            return Suggested(typed, searcher.suggest(typed, SUGGESTION_COUNT))

        self._operation.run(suggest)

    def _on_failure(self, error: Exception) -> None:
        """Suggestions are an extra: only what ends all searching is told."""
        if isinstance(error, IndexBrokenError):
            self._searcher = None
            self.index_broken.emit(error)


def document_suggested(corpus: Corpus, suggestion: Suggestion) -> Document | None:
    """Return the document a suggestion ends in, whatever was typed before its title."""
    named = [d for d in corpus.documents if suggestion.text.endswith(d.title)]
    return max(named, key=lambda document: len(document.title), default=None)
