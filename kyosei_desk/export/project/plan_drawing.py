# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The plan as lines, boxes and words: a line a step, its months a bar; reads the same in grey.

Everything that draws it, in a page or on paper, draws these.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kyosei_desk.export.project.report import Bar, Plan
from kyosei_desk.export.shapes import Rect

WIDTH, LETTER = 1000.0, 14.0
_NAMES, _LINE, _HEAD = 260.0, 30.0, 48.0
_FEW_MONTHS = 24  # more than these have no room for the number of each


class Anchor(StrEnum):
    """Which part of the words stands at their place, as SVG calls it."""

    START = "start"
    MIDDLE = "middle"


@dataclass(frozen=True)
class Stroke:
    """A line; ``strong`` ones part years."""

    x1: float
    y1: float
    x2: float
    y2: float
    strong: bool = False


@dataclass(frozen=True)
class Words:
    """Words on a base line."""

    x: float
    y: float
    text: str
    anchor: Anchor
    bold: bool = False


@dataclass(frozen=True)
class Box:
    """A bar; ``said`` is from when to when."""

    rect: Rect
    said: str


Shape = Stroke | Words | Box


@dataclass(frozen=True)
class PlanDrawing:
    """The shapes in the order they are drawn, :data:`WIDTH` wide."""

    height: float
    shapes: tuple[Shape, ...]


def plan_drawing(plan: Plan) -> PlanDrawing:
    """Return the drawing of a plan."""
    height = _HEAD + _LINE * len(plan.bars)
    shapes = [*_heads(plan, height)]
    shapes += [shape for number, bar in enumerate(plan.bars) for shape in _bar(plan, bar, number)]
    return PlanDrawing(height, tuple(shapes))


def _edge(plan: Plan, month: int) -> float:
    """Return where a month begins."""
    return _NAMES + (WIDTH - _NAMES) * month / len(plan.months)


def _heads(plan: Plan, height: float) -> Iterable[Shape]:
    every = 1 if len(plan.months) <= _FEW_MONTHS else 3
    for number, month in enumerate(plan.months):
        edge = _edge(plan, number)
        yield Stroke(edge, _HEAD - 22, edge, height)
        if number % every == 0:
            middle = (edge + _edge(plan, number + 1)) / 2
            yield Words(middle, _HEAD - 8, str(month), Anchor.MIDDLE)
    at = 0
    for name, months in plan.years:
        left, right = _edge(plan, at), _edge(plan, at + months)
        yield Stroke(left, 0, left, height, strong=True)
        yield Words((left + right) / 2, 16, name, Anchor.MIDDLE, bold=True)
        at += months
    yield Stroke(WIDTH, 0, WIDTH, height, strong=True)
    yield Stroke(0, _HEAD, WIDTH, _HEAD, strong=True)


def _bar(plan: Plan, bar: Bar, number: int) -> Iterable[Shape]:
    top = _HEAD + _LINE * number
    left, right = _edge(plan, bar.first), _edge(plan, bar.last + 1)
    yield Stroke(0, top + _LINE, WIDTH, top + _LINE)
    yield Words(0, top + 20, shortened(bar.name), Anchor.START)
    yield Box(Rect(left + 1, top + 7, right - left - 2, 16), bar.when)


def shortened(name: str) -> str:
    """Return a name as far as it fits before the bars; the whole stands below the drawing."""
    most = int(_NAMES / LETTER) - 1
    return name if len(name) <= most else f"{name[: most - 1]}…"
