# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Which link of a diagram is at a place."""

from itertools import pairwise
from math import hypot

from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.export.shapes import Point, Rect

_NEAR = 7.0


def link_at(diagram: Diagram, x: float, y: float) -> int | None:
    """Return the place of the link whose line or name is at a place, None where none is.

    Of a tree of links it is the one whose own line is nearest; of its name, the first.
    """
    best: tuple[float, int] | None = None
    for connector in diagram.connectors:
        label = connector.label
        if label is not None and _inside(label.rect, x, y):
            return connector.routes[0].link
        for route in connector.routes:
            far = _distance((x, y), route.points)
            if far <= _NEAR and (best is None or far < best[0]):
                best = (far, route.link)
    return best[1] if best else None


def _inside(rect: Rect, x: float, y: float) -> bool:
    return rect.x <= x <= rect.right and rect.y <= y <= rect.bottom


def _distance(at: Point, points: tuple[Point, ...]) -> float:
    return min(_to_stretch(at, start, end) for start, end in pairwise(points))


def _to_stretch(at: Point, start: Point, end: Point) -> float:
    """Return the distance to a stretch of line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / length if length else 0.0
    part = min(max(along, 0.0), 1.0)
    return hypot(at[0] - start[0] - part * dx, at[1] - start[1] - part * dy)
