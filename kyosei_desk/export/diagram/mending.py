# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Moves names of lines that came to stand on something to where nothing is under them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.labels import label_at
from kyosei_desk.export.diagram.model import Label, TextRole
from kyosei_desk.export.diagram.words import wrap, wrap_kindly
from kyosei_desk.export.shapes import Point, Rect

Stretch = tuple[Point, Point]
_STEP = 6.0
_ON_A_CARD, _ON_A_LABEL, _ON_A_LINE = 1000.0, 400.0, 100.0
_ON_AN_END, _ON_A_TURN = 70.0, 6.0


@dataclass
class Named:
    """A line with its name; the label may be moved."""

    words: str
    ways: tuple[tuple[Point, ...], ...]
    label: Label

    @property
    def stretches(self) -> set[Stretch]:
        """The straight parts of the line, each once."""
        return {(min(a, b), max(a, b)) for way in self.ways for a, b in pairwise(way)}


class Mender:
    """Knows what labels must keep clear of: cards, other labels, other lines."""

    def __init__(self, cards: Sequence[Rect], labels: Sequence[Rect], stretches: Sequence[Stretch]):
        """Take the cards, and the labels and lines inside blocks: none of them moves."""
        self._cards = cards
        self._labels = labels
        self._stretches = stretches

    def mend(self, lines: Sequence[Named]) -> None:
        """Move each label that stands on something to the best place on its line, in place."""
        parts = [line.stretches for line in lines]
        for number, line in enumerate(lines):
            others = [other.label.rect for other in lines if other is not line]
            foreign = [s for i, own in enumerate(parts) if i != number for s in own]
            cost = self._cost(line.label.rect, line, others, foreign, float("inf"))
            if cost < _ON_A_LINE:
                continue
            for label in _places(line):
                found = self._cost(label.rect, line, others, foreign, cost)
                if found < cost:
                    line.label, cost = label, found

    def _cost(
        self,
        rect: Rect,
        line: Named,
        others: Sequence[Rect],
        foreign: Sequence[Stretch],
        most: float,
    ) -> float:
        """Return how bad a place is; of one worse than ``most`` no more than that."""
        turns = {point for way in line.ways for point in way}
        ends = {point for way in line.ways for point in (way[0], way[-1])}
        around = rect.grown(sizes.WALL_GAP - 1)
        cost = _ON_A_TURN * sum(rect.crosses(point, point) for point in turns)
        cost += _ON_AN_END * sum(around.crosses(point, point) for point in ends)
        near = rect.grown(1)
        for card in self._cards:
            if near.overlaps(card):
                cost += _ON_A_CARD
        if cost < most:
            cost += _ON_A_LABEL * sum(near.overlaps(other) for other in (*others, *self._labels))
        if cost < most:
            cost += _ON_A_LINE * sum(near.crosses(a, b) for a, b in (*foreign, *self._stretches))
        return cost


def _places(line: Named) -> Iterator[Label]:
    """Yield the label all along its line, in one line of text or broken into narrow ones."""
    role = TextRole.LABEL
    level = wrap(line.words, role, sizes.LONG_LABEL_WIDTH, most=4)
    narrow = wrap_kindly(line.words, role, sizes.LABEL_WIDTHS, most=4)
    for a, b in sorted(line.stretches):
        length = abs(a[0] - b[0]) + abs(a[1] - b[1])
        count = max(int(length / _STEP), 1)
        for words in dict.fromkeys((level, narrow) if a[1] == b[1] else (narrow, level)):
            for place in range(1, count):
                part = place / count
                yield label_at((a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part), words)
