# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The lines that lead from a name to its mark, and what they touch; in pixels, y down."""

from dataclasses import dataclass

from kyosei_desk.export.shapes import Point, Rect


@dataclass(frozen=True)
class Line:
    """A straight line between two spots."""

    start: Point
    end: Point

    def crosses(self, other: "Line") -> bool:
        """Tell whether two lines have a spot in common."""
        a, b, c, d = self.start, self.end, other.start, other.end
        one, two = _side(c, d, a), _side(c, d, b)
        three, four = _side(a, b, c), _side(a, b, d)
        if one == two == three == four == 0:
            return _overlap(a[0], b[0], c[0], d[0]) and _overlap(a[1], b[1], c[1], d[1])
        return one * two <= 0 and three * four <= 0

    def touches(self, box: Rect) -> bool:
        """Tell whether it passes through a box, or along its edge."""
        (x, y), (other_x, other_y) = self.start, self.end
        if max(x, other_x) < box.x or min(x, other_x) > box.right:
            return False
        if max(y, other_y) < box.y or min(y, other_y) > box.bottom:
            return False
        if any(box.nearest(spot) == spot for spot in (self.start, self.end)):
            return True
        corners = (
            (box.x, box.y),
            (box.right, box.y),
            (box.right, box.bottom),
            (box.x, box.bottom),
        )
        edges = zip(corners, (*corners[1:], corners[0]), strict=True)
        return any(self.crosses(Line(start, end)) for start, end in edges)


def _side(start: Point, end: Point, spot: Point) -> float:
    """Return which side of a line a spot is on: the sign says it, 0 is on the line."""
    across = (end[0] - start[0]) * (spot[1] - start[1])
    return across - (end[1] - start[1]) * (spot[0] - start[0])


def _overlap(a: float, b: float, c: float, d: float) -> bool:
    return max(min(a, b), min(c, d)) <= min(max(a, b), max(c, d))
