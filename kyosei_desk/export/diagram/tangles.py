# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How lines get in each other's way, reckoned from their courses before they are led."""

from collections.abc import Sequence
from dataclasses import dataclass

from kyosei_desk.export.diagram.courses import Course, End, all_courses, best_course

_CROSSING = 80.0
_BESIDE = 5.0  # two lines side by side in one gutter or channel
_ROUNDS = 6

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
    gutters = course.gutters
    level = -1.0 if course.channel is None else channels[course.channel]
    first, last = min(gutters), max(gutters)
    sides: dict[int, tuple[list[float], list[float]]] = {}
    for end, gutter in zip(ends, gutters, strict=True):
        sides.setdefault(gutter, ([], []))[0 if end.column < gutter else 1].append(end.y)
    uprights: dict[int, Upright] = {}
    top, bottom = float("inf"), 0.0
    for gutter, (left, right) in sides.items():
        if course.channel is not None:
            left += [level] if gutter > first else []
            right += [level] if gutter < last else []
        ys = [*left, *right]
        low, high = min(ys), max(ys)
        uprights[gutter] = (low, high, tuple(left), tuple(right))
        top, bottom = min(top, low), max(bottom, high)
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
    mine_left = _between(right1, top2, bottom2) + _between(left2, top1, bottom1)
    if not mine_left:
        return _BESIDE
    mine_right = _between(right2, top1, bottom1) + _between(left1, top2, bottom2)
    return _BESIDE + _CROSSING * min(mine_left, mine_right)


def _between(levels: tuple[float, ...], top: float, bottom: float) -> int:
    count = 0
    for level in levels:
        if top < level < bottom:
            count += 1
    return count


def disentangled(
    nets: Sequence[Sequence[End]], channels: Sequence[float], pitch: float
) -> list[Course]:
    """Return a course for each net: short ones, but round those that would be crossed.

    One net after the other takes the course that costs least among the others', until none
    finds a better one.
    """
    shapes = [shape_of(ends, best_course(ends, channels, pitch), channels) for ends in nets]
    for _ in range(_ROUNDS):
        before = [shape.course for shape in shapes]
        for number, ends in enumerate(nets):
            others = [shape for other, shape in enumerate(shapes) if other != number]
            shapes[number] = _least_tangled(ends, shapes[number], others, channels, pitch)
        if [shape.course for shape in shapes] == before:
            break
    return [shape.course for shape in shapes]


def _least_tangled(
    ends: Sequence[End],
    now: Shape,
    others: Sequence[Shape],
    channels: Sequence[float],
    pitch: float,
) -> Shape:
    best, cost = now, now.course.cost + sum(tangle(now, other) for other in others)
    if cost < now.course.cost + _CROSSING:
        return best
    for course in all_courses(ends, channels, pitch):
        if course.cost >= cost:
            break
        shape = shape_of(ends, course, channels)
        found = course.cost + sum(tangle(shape, other) for other in others)
        if found < cost - 1e-6:
            best, cost = shape, found
    return best
