# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where the names of places go, so that they cover neither each other nor any mark.

Each name is tried close to its mark first and then farther away, where a line leads to it.
Names are set one after another, the first given first; those that did badly in the rounds so
far come first in the next one, and the best round counts. The same places always get the same
answer.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kyosei_desk.export.map.lines import Line
from kyosei_desk.export.shapes import Point, Rect

# Distances of a name from the edge of its mark, as parts of the name's height.
_RINGS = (0.15, 0.6, 1.2, 2.0, 3.0, 4.5, 6.0, 8.0)
_CLOSE = 0.4  # up to here no line is needed
# Directions from the mark in the order they read best: beside it, above, below, aslant.
_DIRECTIONS = tuple(
    (math.cos(math.radians(angle)), -math.sin(math.radians(angle)))
    for angle in (0, 180, 90, 270, 45, 315, 135, 225, 22, 338, 158, 202, 68, 292, 112, 248)
)
_AIR = 2.0  # pixels kept free around names and marks
_UNMISTAKABLE = 0.5  # parts of its height a name keeps from other marks if no line leads to it
# How many places farther down a place counts that could be taken for another mark's.
_CONFUSING, _THROUGH_A_MARK = 32, 64
_LEFT_OUT = 4 * _THROUGH_A_MARK  # as bad as no place at all
_ROUNDS = 10


@dataclass(frozen=True)
class LabelAnchor:
    """A mark and its name: where the mark is, how large both are, in pixels.

    ``led``: the name may stand away from the mark, with a line to it.
    """

    key: str
    spot: Point
    radius: float
    width: float
    height: float
    led: bool = True

    @cached_property
    def mark(self) -> Rect:
        """The box the mark needs."""
        side = 2 * self.radius
        return Rect(self.spot[0] - self.radius, self.spot[1] - self.radius, side, side)


@dataclass(frozen=True)
class PlacedLabel:
    """A name in its place; ``line`` leads from the edge of the mark to it, if it is away."""

    key: str
    box: Rect
    line: Line | None


def place_labels(
    anchors: Sequence[LabelAnchor],
    bounds: Rect,
    blocked: Iterable[Rect] = (),
    standing: Iterable[PlacedLabel] = (),
    rounds: int = _ROUNDS,
) -> tuple[PlacedLabel, ...]:
    """Return the names that find a place in ``bounds``, in the order of the anchors.

    No name touches another one, a mark, a line, what is ``blocked`` or a label ``standing``
    already, and no lines cross. What finds no place is left out: more names than fit cannot
    be shown. More ``rounds`` find better places and take longer.
    """
    walls, others = tuple(blocked), tuple(standing)
    order = [_Places(anchor, anchors, bounds, walls) for anchor in anchors]
    best: dict[str, _Place] = {}
    for _ in range(rounds):
        found = _place_all(order, others)
        if not best or _cost(anchors, found) < _cost(anchors, best):
            best = found
        if not any(_is_unlucky(places, found) for places in order):
            break
        for places in order:
            places.complain(found.get(places.anchor.key))
        order.sort(key=lambda places: -places.complaints)
    return tuple(best[anchor.key].label for anchor in anchors if anchor.key in best)


@dataclass(frozen=True)
class _Place:
    """A place for a name; ``cost`` says how much worse it is than the best."""

    label: PlacedLabel
    cost: int


class _Places:
    """The places of one name that bounds, walls and marks leave, looked at when needed."""

    def __init__(
        self,
        anchor: LabelAnchor,
        anchors: Sequence[LabelAnchor],
        bounds: Rect,
        walls: tuple[Rect, ...],
    ):
        self.anchor = anchor
        self.complaints = 0
        self._others = [other for other in anchors if other is not anchor]
        self._bounds = bounds
        self._walls = (*walls, *(other.mark for other in anchors))
        self._untried = enumerate(_candidates(anchor))
        self._tried: list[_Place | None] = []

    def complain(self, place: _Place | None) -> None:
        """Remember how badly a round went: who complains most goes first in the next one."""
        self.complaints += _LEFT_OUT if place is None else place.cost

    def ranked(self) -> Iterator[tuple[int, _Place]]:
        """Yield the places with their rank; a place never costs less than its rank."""
        rank = 0
        while rank < len(self._tried) or self._try_next():
            place = self._tried[rank]
            if place is not None:
                yield rank, place
            rank += 1

    def _try_next(self) -> bool:
        """Look at one more place; False where there are no more."""
        try:
            rank, label = next(self._untried)
        except StopIteration:
            return False
        self._tried.append(self._judged(rank, label))
        return True

    def _judged(self, rank: int, label: PlacedLabel) -> _Place | None:
        roomy = label.box.grown(_AIR)
        if not label.box.is_within(self._bounds) or any(map(roomy.overlaps, self._walls)):
            return None
        confusing = any(_confuses(label, other) for other in self._others)
        extra = _CONFUSING if label.line is None else _THROUGH_A_MARK
        return _Place(label, rank + extra if confusing else rank)


def _cost(anchors: Sequence[LabelAnchor], found: dict[str, _Place]) -> tuple[int, int]:
    """Return what a drawing costs: names left out first, then names in worse places."""
    costs = [found[anchor.key].cost for anchor in anchors if anchor.key in found]
    return len(anchors) - len(costs), sum(costs)


def _is_unlucky(places: _Places, found: dict[str, _Place]) -> bool:
    """Tell whether a name found no place, or one away from its mark."""
    key = places.anchor.key
    return key not in found or found[key].label.line is not None


def _place_all(order: Sequence[_Places], standing: tuple[PlacedLabel, ...]) -> dict[str, _Place]:
    placed = list(standing)
    found: dict[str, _Place] = {}
    for places in order:
        best = _best_place(places, placed)
        if best is not None:
            found[places.anchor.key] = best
            placed.append(best.label)
    return found


def _best_place(places: _Places, placed: Sequence[PlacedLabel]) -> _Place | None:
    best: _Place | None = None
    for rank, place in places.ranked():
        if best is not None and rank >= best.cost:
            break
        better = best is None or place.cost < best.cost
        if better and not any(_in_the_way(place.label, other) for other in placed):
            best = place
    return best


def _confuses(label: PlacedLabel, other: LabelAnchor) -> bool:
    """Tell whether a name, or the line to it, could be taken for that of another mark."""
    if label.line is not None:
        return label.line.touches(other.mark.grown(_AIR))
    away = math.dist(label.box.nearest(other.spot), other.spot) - other.radius
    return away < _UNMISTAKABLE * other.height


def _in_the_way(label: PlacedLabel, other: PlacedLabel) -> bool:
    roomy = label.box.grown(_AIR)
    if roomy.overlaps(other.box):
        return True
    if label.line is not None:
        if label.line.touches(other.box.grown(_AIR)):
            return True
        if other.line is not None and label.line.crosses(other.line):
            return True
    return other.line is not None and other.line.touches(roomy)


def _candidates(anchor: LabelAnchor) -> Iterator[PlacedLabel]:
    """Yield the places of a name, the best first."""
    for ring in _RINGS:
        close = ring <= _CLOSE
        if not close and not anchor.led:
            return
        away = max(ring * anchor.height, _AIR + 1)
        for direction in _DIRECTIONS:
            box = _box_towards(anchor, direction, anchor.radius + away)
            line = None if close else _leader(anchor, box)
            yield PlacedLabel(anchor.key, box, line)


def _box_towards(anchor: LabelAnchor, direction: Point, distance: float) -> Rect:
    """Return the name's box, its nearest edge ``distance`` from the middle of the mark."""
    x, y = direction
    half_width, half_height = anchor.width / 2, anchor.height / 2
    # The box touches the square around the mark from outside, where the direction leaves it.
    reach = max(abs(x), abs(y))
    middle_x = anchor.spot[0] + x / reach * distance + _sign(x) * half_width
    middle_y = anchor.spot[1] + y / reach * distance + _sign(y) * half_height
    return Rect(middle_x - half_width, middle_y - half_height, anchor.width, anchor.height)


def _sign(value: float) -> float:
    """Return -1, 0 or 1; what is next to nothing is nothing."""
    return 0.0 if abs(value) < 1e-9 else math.copysign(1.0, value)


def _leader(anchor: LabelAnchor, box: Rect) -> Line | None:
    end = box.nearest(anchor.spot)
    across, down = end[0] - anchor.spot[0], end[1] - anchor.spot[1]
    length = math.hypot(across, down)
    if length <= anchor.radius:
        return None
    part = anchor.radius / length
    return Line((anchor.spot[0] + across * part, anchor.spot[1] + down * part), end)
