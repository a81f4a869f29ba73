# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where the characters of a passage stand in the document set from it.

Search counts characters (code points) of a passage's plain text; Qt counts UTF-16 units
of a whole document in which headings, source numbers and table cells stand between them.
"""

from bisect import bisect_right
from dataclasses import dataclass

from kyosei_desk.search.model import Span


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units Qt counts for a text."""
    return len(text) + sum(ord(char) > 0xFFFF for char in text)


@dataclass(frozen=True)
class Run:
    """Characters ``offset`` … ``offset + length`` of a passage, set at ``position``.

    ``astral`` holds the indexes, within the run, of characters that take two units.
    """

    offset: int
    length: int
    position: int
    astral: tuple[int, ...] = ()

    def at(self, offset: int) -> int:
        """Return the document position of a passage offset inside this run."""
        inside = offset - self.offset
        return self.position + inside + sum(index < inside for index in self.astral)


def make_run(offset: int, text: str, position: int) -> Run:
    """Return the run for a text set at a position."""
    astral = tuple(index for index, char in enumerate(text) if ord(char) > 0xFFFF)
    return Run(offset, len(text), position, astral)


@dataclass(frozen=True)
class DocumentSpan:
    """A half-open range of positions in a set document."""

    start: int
    end: int


class TextMap:
    """All runs of one passage."""

    def __init__(self, runs: list[Run]):
        """Keep the runs in the order of the passage's text."""
        self._runs = sorted(runs, key=lambda run: run.offset)
        self._offsets = [run.offset for run in self._runs]

    def spans(self, span: Span) -> tuple[DocumentSpan, ...]:
        """Return where a span of the passage stands; several when other text is between."""
        found: list[DocumentSpan] = []
        first = max(bisect_right(self._offsets, span.start) - 1, 0)
        for run in self._runs[first:]:
            if run.offset >= span.end:
                break
            start = max(span.start, run.offset)
            end = min(span.end, run.offset + run.length)
            if start < end:
                self._append(found, DocumentSpan(run.at(start), run.at(end)))
        return tuple(found)

    @staticmethod
    def _append(found: list[DocumentSpan], new: DocumentSpan) -> None:
        if found and found[-1].end == new.start:
            found[-1] = DocumentSpan(found[-1].start, new.end)
        else:
            found.append(new)
