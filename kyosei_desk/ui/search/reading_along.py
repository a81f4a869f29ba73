# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Reading along the results: opening the chosen one, and going from mark to mark across all."""

from PySide6.QtCore import QObject, Signal

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.ui.search.results_shower import ResultsShower
from kyosei_desk.ui.search.search_parts import SearchParts

_TITLE = 30


class ReadingAlong(QObject):
    """Opens documents in the reader with what the question matches marked.

    After the last mark of a document the next document of the results follows.
    ``status_changed(str)`` says so.
    """

    status_changed = Signal(str)

    def __init__(self, parts: SearchParts, shower: ResultsShower, parent: QObject):
        """Follow what ``shower`` shows."""
        super().__init__(parent)
        self._parts = parts
        self._shower = shower
        parts.reader.marks.goes_on = True
        parts.reader.marks.ended.connect(self._go_on)

    def open(self, address: Address) -> None:
        """Open an address that was asked for."""
        self._shower.open_first = False
        self._parts.results.choose_address(address)
        self._read(address, passing=False)

    def open_chosen(self, address: Address) -> None:
        """Open what is chosen in the results."""
        self._read(address, passing=True)

    def _read(self, address: Address, *, passing: bool) -> None:
        self._parts.panes.show_reader()
        asked = self._parts.controller
        self._parts.reader.way.open(address, asked.text, asked.without, passing=passing)

    def _go_on(self, by: int) -> None:
        """Go to the first mark of the next document, or the last of the one before."""
        corpus, reader = self._shower.corpus, self._parts.reader
        documents = self._documents()
        address = reader.way.address
        read = address.document_id if address else ""
        if corpus is None or not documents or documents == [read]:
            reader.marks.go_round(by)
            return
        following, round_again = _following(documents, read, by)
        self._parts.results.choose_document(following)
        self._parts.panes.show_reader()
        reader.way.open_at_end_mark(Address(following), by)
        place = f"（{documents.index(following) + 1} / {len(documents)} 資料）"
        self.status_changed.emit(_said(corpus, following, by, round_again=round_again) + place)

    def _documents(self) -> list[str]:
        """Return the documents of the results, in their order."""
        if self._shower.answer is None:
            return []
        rows = self._parts.results.model.rows
        return list(dict.fromkeys(row.address.document_id for row in rows))


def _following(documents: list[str], read: str, by: int) -> tuple[str, bool]:
    """Return the document after (1) or before (-1) the one read, and whether it went round."""
    if read not in documents:
        return documents[0 if by > 0 else -1], False
    at = documents.index(read) + by
    return documents[at % len(documents)], not 0 <= at < len(documents)


def _said(corpus: Corpus, document_id: str, by: int, *, round_again: bool) -> str:
    title = corpus.document(document_id).title if document_id in corpus else ""
    short = title if len(title) <= _TITLE else f"{title[:_TITLE]}…"
    if round_again:
        ends = ("最後", "最初") if by > 0 else ("最初", "最後")
        return f"{ends[0]}の資料まで見たので、{ends[1]}の資料へ: {short}"
    return f"{'次' if by > 0 else '前'}の資料へ: {short}"
