# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Cuts of a passage around what matched, and marks exactly on it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from kyosei_desk.search.model import Snippet, Span

_LENGTH = 110
_LEAD = 24  # how far before the first mark a cut begins when no sentence border is near
_BORDERS = "。\n"
_ELLIPSIS = "…"
_LISTED = re.compile(r"^(?:[^\n　。]{1,12}　|[←→↔]|[^\n。]*[←→↔]).*$", re.MULTILINE)
_LISTED_SHARE = 0.3
_KEPT_LISTS = 1000


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return sorted, non-overlapping spans; touching ones become one, empty ones go."""
    merged: list[Span] = []
    for span in sorted(spans):
        if span.start >= span.end:
            continue
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def make_snippet(
    text: str, found: Sequence[tuple[Span, float, int]], named: float = 0.0
) -> Snippet:
    """Return the cut holding most of what matched.

    ``found`` are spans with their weight and the unit they satisfy; a unit counts once in
    full and little again, so a cut with two different words beats one with a word twice.
    ``named`` is the weight of what the passage's names hold: then its beginning, which says
    what it is, is worth as much. Lists of facts and of relations tell less than sentences.
    """
    marks = merge_spans(span for span, _, _ in found)
    starts, ends = _listed(text)
    weighed = []
    for span, weight, unit in sorted(found, key=itemgetter(0)):
        line = bisect_right(starts, span.start) - 1
        share = _LISTED_SHARE if line >= 0 and span.start < ends[line] else 1.0
        weighed.append((span, weight * share, unit))
    start, end = _window(text, weighed, named)
    head, tail = (_ELLIPSIS if start else ""), (_ELLIPSIS if end < len(text) else "")
    cut = text[start:end].replace("\r", " ").replace("\n", "　")
    shift = len(head) - start
    inside = (
        Span(max(mark.start, start) + shift, min(mark.end, end) + shift)
        for mark in marks
        if mark.start < end and start < mark.end
    )
    return Snippet(head + cut + tail, merge_spans(inside))


@lru_cache(maxsize=_KEPT_LISTS)
def _listed(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where the lines of a text that list things begin, and where they end."""
    lines = [line.span() for line in _LISTED.finditer(text)]
    return tuple(start for start, _ in lines), tuple(end for _, end in lines)


def _window(text: str, found: Sequence[tuple[Span, float, int]], named: float) -> tuple[int, int]:
    if len(text) <= _LENGTH:
        return 0, len(text)
    if not found:
        return _trimmed(text, 0, _LENGTH)
    best, best_score = found[0][0].start, -1.0
    for index, ((start, _), _, _) in enumerate(found):
        score = 0.0
        seen: set[int] = set()
        for at in range(index, len(found)):
            (_, end), weight, unit = found[at]
            if end - start > _LENGTH - _LEAD:
                break
            score += weight * (0.1 if unit in seen else 1.0)
            seen.add(unit)
        if score > best_score:
            best, best_score = start, score
    if named > best_score:
        return _trimmed(text, 0, _LENGTH)
    return _around(text, best)


def _around(text: str, anchor: int) -> tuple[int, int]:
    """Return a cut of the usual length that begins at a border just before the anchor."""
    border = max(text.rfind(mark, 0, anchor) for mark in _BORDERS) + 1
    start = border if anchor - border <= _LEAD * 2 else anchor - _LEAD
    start = max(0, min(start, len(text) - _LENGTH))
    if start and start != border and anchor - start < _LENGTH // 2:
        # Near the end of a text the cut is shifted back: begin it at a border if one is near.
        borders = (text.find(mark, start, anchor) for mark in _BORDERS)
        near = min((at for at in borders if at >= 0), default=-1)
        start = near + 1 if near >= 0 else start
    return _trimmed(text, start, min(len(text), start + _LENGTH))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Pull the end back to a border in the last third, and leave no white space at the ends."""
    if end < len(text):
        border = max(text.rfind(mark, start + _LENGTH * 2 // 3, end) for mark in _BORDERS)
        end = border + 1 if border >= 0 else end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
