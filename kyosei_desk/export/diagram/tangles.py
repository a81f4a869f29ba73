# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How lines get in each other's way, reckoned from their courses before they are led."""

from collections.abc import Sequence
from dataclasses import dataclass

from kyosei_desk.export.diagram.courses import Course, End

_CROSSING = 80.0
_BESIDE = 5.0  # two lines side by side in one gutter or channel

# A stretch in a gutter: its ends, and where lines leave it to the left and to the right.
Upright = tuple[float, float, tuple[float, ...], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Shape:
    """The stretches of a line: upright ones by gutter, and the level one with its gutters.

    ``top`` and ``bottom`` are of all of them, ``mask`` has a bit for each gutter passed.
    """

    course: Course
    uprights: dict[int, Upright]
    level: float
    first: int
    last: int
    top: float
    bottom: float
    mask: int


def shape_of(ends: Sequence[End], course: Course, channels: Sequence[float]) -> Shape:
    """Return the stretches of a course."""
    level = -1.0 if course.channel is None else channels[course.channel]
    first, last = min(course.gutters), max(course.gutters)
    lefts: dict[int, list[float]] = {}
    rights: dict[int, list[float]] = {}
    for end, gutter in zip(ends, course.gutters, strict=True):
        side = lefts if end.column < gutter else rights
        side.setdefault(gutter, []).append(end.y)
    uprights: dict[int, Upright] = {}
    for gutter in course.gutters:
        left, right = lefts.get(gutter, []), rights.get(gutter, [])
        if course.channel is not None and gutter not in uprights:
            left += [level] if gutter > first else []
            right += [level] if gutter < last else []
        ys = [*left, *right]
        uprights[gutter] = (min(ys), max(ys), tuple(left), tuple(right))
    top = min(upright[0] for upright in uprights.values())
    bottom = max(upright[1] for upright in uprights.values())
    passed = range(first, last + 1) if level >= 0 else uprights
    mask = sum(1 << gutter for gutter in passed)
    return Shape(course, uprights, level, first, last, top, bottom, mask)


def tangle(one: Shape, other: Shape) -> float:
    """Return what two lines cost together: crossings, and running side by side."""
    if one.top >= other.bottom or other.top >= one.bottom or not one.mask & other.mask:
        return 0.0
    cost = 0.0
    for gutter, mine in one.uprights.items():
        theirs = other.uprights.get(gutter)
        if theirs is not None:
            cost += _in_one_gutter(mine, theirs)
    if one.level >= 0:
        cost += _CROSSING * _passes(one, other)
    if other.level >= 0:
        cost += _CROSSING * _passes(other, one)
    if one.level == other.level >= 0 and one.first < other.last and other.first < one.last:
        cost += _BESIDE
    return cost


def _passes(one: Shape, other: Shape) -> int:
    """Return how many upright stretches of ``other`` the level one of ``one`` crosses."""
    count = 0
    for gutter, (top, bottom, _, _) in other.uprights.items():
        if one.first < gutter < one.last and top < one.level < bottom:
            count += 1
    return count


def _in_one_gutter(mine: Upright, theirs: Upright) -> float:
    top1, bottom1, left1, right1 = mine
    top2, bottom2, left2, right2 = theirs
    if top1 >= bottom2 or top2 >= bottom1:
        return 0.0
    mine_left = sum(top2 < y < bottom2 for y in right1) + sum(top1 < y < bottom1 for y in left2)
    mine_right = sum(top1 < y < bottom1 for y in right2) + sum(top2 < y < bottom2 for y in left1)
    return _BESIDE + _CROSSING * min(mine_left, mine_right)
