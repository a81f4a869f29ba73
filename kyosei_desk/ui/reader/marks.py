# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The marked places of a document, and the one that is current."""

from collections.abc import Sequence

from kyosei_desk.search.model import Span
from kyosei_desk.ui.reader.document_builder import SetDocument
from kyosei_desk.ui.reader.document_view import Mark


def document_marks(shown: SetDocument, spans: Sequence[Sequence[Span]]) -> tuple[Mark, ...]:
    """Return where spans, one sequence a passage, stand in a document, in its order."""
    found: list[Mark] = []
    for set_passage, of_passage in zip(shown.passages, spans, strict=True):
        for span in of_passage:
            if pieces := set_passage.text_map.spans(span):
                found.append(tuple(sorted(pieces, key=lambda piece: piece.start)))
    found.sort(key=lambda mark: mark[0].start)
    return tuple(found)


class MarkNavigator:
    """Steps through marks in a circle."""

    def __init__(self) -> None:
        """Start without marks."""
        self.marks: tuple[Mark, ...] = ()
        self.current = -1

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Take new marks, none of them current."""
        self.marks = marks
        self.current = -1

    def start_at(self, position: int) -> int:
        """Make the first mark at or after a position current; the first one if none is."""
        if not self.marks:
            self.current = -1
        else:
            after = (i for i, mark in enumerate(self.marks) if mark[0].start >= position)
            self.current = next(after, 0)
        return self.current

    def step(self, by: int) -> int:
        """Make the next (1) or previous (-1) mark current and return its index."""
        if not self.marks:
            return -1
        if self.current < 0:
            self.current = 0 if by > 0 else len(self.marks) - 1
        else:
            self.current = (self.current + by) % len(self.marks)
        return self.current

    def label(self) -> str:
        """Return where we are: ``一致 1 / 3``."""
        if not self.marks:
            return ""
        at = str(self.current + 1) if self.current >= 0 else "–"
        return f"一致 {at} / {len(self.marks)}"
