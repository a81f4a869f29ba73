# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Asks the search engine, in its thread, what to mark in a document and what is related."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kyosei_desk.domain.errors import IndexBrokenError
from kyosei_desk.search.model import Hit, MatchRule, Searcher, Span
from kyosei_desk.ui.background import Job, QueryOperation, WorkerThread
from kyosei_desk.ui.reader.targets import Address

RELATED_COUNT = 6


@dataclass(frozen=True)
class MarksFound:
    """The spans of ``query`` in each passage of the document with this id."""

    document_id: str
    query: str
    spans: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True)
class RelatedFound:
    """Passages that speak of the same as the passage at ``address``."""

    address: Address
    hits: tuple[Hit, ...]


class ReadingController(QObject):
    """Two questions to the searcher, the newest of each answered.

    Without a searcher nothing is asked; what was asked last is asked again once it is there.
    """

    marks_found = Signal(object)
    related_found = Signal(object)
    index_broken = Signal(object)

    def __init__(self, worker: WorkerThread, parent: QObject):
        """Ask in ``worker``, the thread the searcher is used from."""
        super().__init__(parent)
        self._searcher: Searcher | None = None
        self._marks_asked: tuple[str, str, tuple[str, ...], frozenset[MatchRule]] | None = None
        self._related_asked: Address | None = None
        self._marks = QueryOperation(worker, self)
        self._marks.succeeded.connect(self.marks_found)
        self._marks.failed.connect(self._on_failure)
        self._related = QueryOperation(worker, self)
        self._related.succeeded.connect(self.related_found)
        self._related.failed.connect(self._on_failure)

    def set_searcher(self, searcher: Searcher | None) -> None:
        """Use another searcher from now on, or none."""
        self._searcher = searcher
        self._marks.cancel()
        self._related.cancel()
        if self._marks_asked is not None:
            self.find_marks(*self._marks_asked)
        if self._related_asked is not None:
            self.find_related(self._related_asked)

    @property
    def finding_marks(self) -> bool:
        """Whether an answer about marks is still to come."""
        return self._marks.busy

    def find_marks(
        self,
        document_id: str,
        query: str,
        texts: tuple[str, ...],
        without: frozenset[MatchRule] = frozenset(),
    ) -> None:
        """Ask what ``query`` matches in the passages of a document, ``without`` some rules."""
        self._marks_asked = (document_id, query, texts, without)
        searcher = self._searcher
        if searcher is None:
            return

        def find(_job: Job) -> MarksFound:
            return MarksFound(document_id, query, searcher.marks(query, texts, without))

        self._marks.run(find)

    def forget_marks(self) -> None:
        """Drop the question about marks."""
        self._marks_asked = None
        self._marks.cancel()

    def find_related(self, address: Address) -> None:
        """Ask for passages of other documents on the same matter."""
        self._related_asked = address
        searcher = self._searcher
        if searcher is None:
            return

        def find(_job: Job) -> RelatedFound:
            document_id, section_id = address.document_id, address.section_id
            hits = searcher.related(document_id, section_id, RELATED_COUNT)
            return RelatedFound(address, hits)

        self._related.run(find)

    def _on_failure(self, error: Exception) -> None:
        """Marks and related passages are extras: only what ends all searching is told."""
        if isinstance(error, IndexBrokenError):
            self._searcher = None
            self.index_broken.emit(error)
