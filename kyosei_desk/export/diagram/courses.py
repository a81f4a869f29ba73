# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The course of a line from block to block: which gutters it uses, and which channel.

Columns of cards have gutters beside them: gutter ``c`` is left of column ``c``, gutter
``c + 1`` right of it. Bands of cards have channels above and below them: channel ``b`` is
above band ``b``. Gutters and channels run through the whole diagram and hold no card.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

_SAME_SIDE = 20.0  # a line from one to another that comes back to the side it left
_TURNS = 56.0  # two more turns
_MANY = 3  # ends


@dataclass(frozen=True, slots=True)
class End:
    """Where a line ends: in which column, how far down, and whether only the right is free."""

    column: int
    y: float
    inner: bool


@dataclass(frozen=True, slots=True)
class Course:
    """The gutter each end uses, and the channel that joins them where there are several."""

    gutters: tuple[int, ...]
    channel: int | None
    cost: float


def best_course(ends: Sequence[End], channels: Sequence[float], pitch: float) -> Course:
    """Return the shortest course between ends; ``channels`` are heights, ``pitch`` a column's."""
    first = ends[0]
    shared = [first.column + 1] if first.inner else [first.column, first.column + 1]
    for end in ends[1:]:
        sides = (end.column + 1,) if end.inner else (end.column, end.column + 1)
        shared = [gutter for gutter in shared if gutter in sides]
    if shared:
        return _in_one_gutter(ends, shared)
    return _through_a_channel(ends, channels, pitch)


def _in_one_gutter(ends: Sequence[End], shared: Sequence[int]) -> Course:
    levels = [end.y for end in ends]
    length = max(levels) - min(levels)
    best: Course | None = None
    for gutter in shared:
        lefts = sum(end.column < gutter for end in ends)
        cost = length + (_SAME_SIDE if len(ends) == 2 and lefts != 1 else 0.0)
        if best is None or cost < best.cost:
            best = Course((gutter,) * len(ends), None, cost)
    assert best is not None
    return best


def _through_a_channel(ends: Sequence[End], channels: Sequence[float], pitch: float) -> Course:
    centres = sorted(end.column + (1.0 if end.inner else 0.5) for end in ends)
    middle = centres[len(centres) // 2]
    gutters = tuple(
        end.column + 1 if end.inner or end.column + 0.5 < middle else end.column for end in ends
    )
    costs = _channel_costs(ends, gutters, channels, pitch)
    cost = min(costs)
    return Course(gutters, costs.index(cost), cost)


def _channel_costs(
    ends: Sequence[End], gutters: tuple[int, ...], channels: Sequence[float], pitch: float
) -> list[float]:
    """Return what the course through each channel costs."""
    spans: dict[int, tuple[float, float]] = {}
    for gutter, end in zip(gutters, ends, strict=True):
        low, high = spans.get(gutter, (end.y, end.y))
        spans[gutter] = (min(low, end.y), max(high, end.y))
    across = (max(gutters) - min(gutters)) * pitch + _TURNS
    costs: list[float] = []
    for level in channels:
        cost = across
        for low, high in spans.values():
            cost += (high if high > level else level) - (low if low < level else level)
        costs.append(cost)
    return costs


def all_courses(ends: Sequence[End], channels: Sequence[float], pitch: float) -> list[Course]:
    """Return every course worth thinking of, the shortest first.

    Where many ends meet, each keeps to the side the shortest course has it leave by.
    """
    best = best_course(ends, channels, pitch)
    if len(ends) > _MANY:
        sides = [best.gutters]
    else:
        free = [(end.column + 1,) if end.inner else (end.column, end.column + 1) for end in ends]
        sides = list(product(*free))
    found: list[Course] = [best]
    for gutters in sides:
        if len(set(gutters)) == 1:
            found.append(_in_one_gutter(ends, gutters[:1]))
        else:
            costs = _channel_costs(ends, gutters, channels, pitch)
            found += [Course(gutters, channel, cost) for channel, cost in enumerate(costs)]
    found = list({(course.gutters, course.channel): course for course in found}.values())
    return sorted(found, key=lambda course: course.cost)
