# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The marked places of a document, and the one that is current."""

from collections.abc import Sequence

from kyosei_desk.search.model import Span
from kyosei_desk.ui.reader.document_builder import SetDocument
from kyosei_desk.ui.reader.view_painter import Mark


def marked_texts(shown: SetDocument) -> tuple[str, ...]:
    """Return what is looked through for marks: title and text of every passage."""
    passages = [set_passage.passage for set_passage in shown.passages]
    return tuple(text for passage in passages for text in (passage.title, passage.text))


def document_marks(shown: SetDocument, spans: Sequence[Sequence[Span]]) -> tuple[Mark, ...]:
    """Return where spans of :func:`marked_texts` stand in a document, in its order."""
    found: list[Mark] = []
    maps = [m for passage in shown.passages for m in (passage.title_map, passage.text_map)]
    for text_map, of_text in zip(maps, spans, strict=True):
        for span in of_text:
            if pieces := text_map.spans(span):
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
        """Make the first mark at or after a position current; none if all are before it.

        A negative position stands for the end: the last mark becomes current.
        """
        if not self.marks:
            self.current = -1
        elif position < 0:
            self.current = len(self.marks) - 1
        else:
            after = (i for i, mark in enumerate(self.marks) if mark[0].start >= position)
            self.current = next(after, -1)
        return self.current

    def is_last(self, by: int) -> bool:
        """Tell whether there is no further mark in a direction (1 or -1)."""
        if self.current < 0:
            return not self.marks
        return not 0 <= self.current + by < len(self.marks)

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
