# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Outlines, strokes and marks as drawing steps, the same for SVG and for the window.

A step is a letter and its numbers: ``M`` move to, ``L`` line to, ``Q`` curve by one control
point, ``C`` curve by two, ``Z`` close.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot

from kyosei_desk.domain.vocabulary import ElementType, LinkType
from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.model import Connector, Head, Route
from kyosei_desk.export.shapes import Point, Rect

Step = tuple[str, tuple[float, ...]]
Steps = tuple[Step, ...]

_CIRCLE = 0.5523  # how far control points are from the ends of a quarter circle of radius 1
_PILL, _CUT, _EAR, _INSET = 15.0, 7.0, 7.0, 3.0
_HALF_HEAD = 3.7
DOT = 2.8  # the radius of the mark of a participation


@dataclass(frozen=True)
class Stroke:
    """How links of a kind are drawn: width, dashes in pixels, whether as two thin lines."""

    width: float
    dashes: tuple[float, ...] = ()
    double: bool = False


STROKES: dict[LinkType, Stroke] = {
    LinkType.PARTICIPATE: Stroke(1.2),
    LinkType.COOPERATE: Stroke(1.6),
    LinkType.BACKUP: Stroke(2.8),
    LinkType.SUPPORT: Stroke(1.8, (7, 4)),
    LinkType.REFER: Stroke(1.8, (2, 3)),
    LinkType.ENTRUST: Stroke(1.8, (10, 3, 2, 3)),
    LinkType.FUND: Stroke(4.0, double=True),
}
DOUBLE_INSIDE = 1.8  # the width of the ground between two thin lines


def rectangle(rect: Rect, radius: float = 0.0) -> Steps:
    """Return a rectangle, its corners rounded."""
    r = min(radius, rect.width / 2, rect.height / 2)
    if r <= 0:
        corners = [(rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom)]
        return polygon([*corners, (rect.x, rect.bottom)])
    k = r * (1 - _CIRCLE)
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return (
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("L", (x + r, bottom)),
        ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )


def polygon(points: Sequence[Point]) -> Steps:
    """Return a closed outline of straight stretches."""
    first, *others = points
    return (("M", first), *(("L", point) for point in others), ("Z", ()))


def outline(shape: ElementType, rect: Rect) -> Steps:
    """Return the outline that stands for a type of element."""
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    match shape:
        case ElementType.ROLE:
            return rectangle(rect, _PILL)
        case ElementType.MEETING:
            c = min(_CUT, rect.height / 3)
            top = [(x + c, y), (right - c, y), (right, y + c), (right, bottom - c)]
            return polygon(
                [*top, (right - c, bottom), (x + c, bottom), (x, bottom - c), (x, y + c)]
            )
        case ElementType.INSTRUMENT:
            e = min(_EAR, rect.height / 2)
            fold: Steps = (("M", (right, bottom - e)), ("L", (right - e, bottom - e)))
            body = [(x, y), (right, y), (right, bottom - e), (right - e, bottom), (x, bottom)]
            return (*polygon(body), *fold, ("L", (right - e, bottom)))
        case _:
            return rectangle(rect)


def inside_lines(shape: ElementType, rect: Rect) -> Steps:
    """Return the thin lines inside a card that tell its type; often none."""
    match shape:
        case ElementType.FUNDING:
            return rectangle(rect.grown(-_INSET))
        case ElementType.PLACE:
            level = rect.bottom - _INSET
            return (("M", (rect.x, level)), ("L", (rect.right, level)))
        case ElementType.PROGRAMME:
            sides = (rect.x + _INSET, rect.right - _INSET)
            return tuple(
                step for x in sides for step in (("M", (x, rect.y)), ("L", (x, rect.bottom)))
            )
        case _:
            return ()


def stroke_steps(points: Sequence[Point], radius: float = sizes.CORNER) -> Steps:
    """Return a line through corners, rounded where it turns."""
    steps: list[Step] = [("M", points[0])]
    for place in range(1, len(points) - 1):
        before, corner, after = points[place - 1 : place + 2]
        r = min(radius, _length(before, corner) / 2, _length(corner, after) / 2)
        steps.append(("L", _towards(corner, before, r)))
        steps.append(("Q", (*corner, *_towards(corner, after, r))))
    steps.append(("L", points[-1]))
    return tuple(steps)


def routes_steps(connector: Connector, routes: Iterable[Route]) -> Steps:
    """Return the lines of links as one path: what they share is drawn once.

    All begin at the end they share, so that dashes of shared stretches fall together.
    """
    return tuple(step for route in routes for step in _route_steps(connector, route))


def _route_steps(connector: Connector, route: Route) -> Steps:
    """Return a link's line, ended before the marks it is to run into."""
    points = list(route.points)
    if connector.kind is not LinkType.PARTICIPATE:
        tips = {head.tip for head in connector.heads}
        short = sizes.HEAD_LENGTH - 2
        if points[0] in tips:
            points[0] = _towards(points[0], points[1], short)
        if points[-1] in tips:
            points[-1] = _towards(points[-1], points[-2], short)
    return stroke_steps(points)


def head_steps(kind: LinkType, head: Head) -> Steps:
    """Return the mark at a line's end: a dot for a participation, else a filled arrow."""
    (x, y), (dx, dy) = head.tip, head.step
    if kind is LinkType.PARTICIPATE:
        cx, cy = x - dx * DOT, y - dy * DOT
        return rectangle(Rect(cx - DOT, cy - DOT, 2 * DOT, 2 * DOT), DOT)
    bx, by = x - dx * sizes.HEAD_LENGTH, y - dy * sizes.HEAD_LENGTH
    side_x, side_y = -dy * _HALF_HEAD, dx * _HALF_HEAD
    return polygon([(x, y), (bx + side_x, by + side_y), (bx - side_x, by - side_y)])


def _length(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])


def _towards(start: Point, end: Point, distance: float) -> Point:
    length = _length(start, end)
    part = min(distance / length, 1.0) if length else 0.0
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
