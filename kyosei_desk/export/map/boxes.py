# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Boxes and lines of a drawing, and whether they touch; all in pixels, y down."""

from dataclasses import dataclass

Spot = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def grown(self, by: float) -> "Box":
        """Return the box with more room on every side."""
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)

    def touches(self, other: "Box") -> bool:
        """Tell whether the insides of two boxes have anything in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def is_within(self, other: "Box") -> bool:
        """Tell whether all of it lies in another box."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom

    def nearest(self, spot: Spot) -> Spot:
        """Return the spot of the box that is nearest to another one."""
        x = min(max(spot[0], self.left), self.right)
        return x, min(max(spot[1], self.top), self.bottom)


@dataclass(frozen=True)
class Line:
    """A straight line between two spots."""

    start: Spot
    end: Spot

    def crosses(self, other: "Line") -> bool:
        """Tell whether two lines have a spot in common."""
        a, b, c, d = self.start, self.end, other.start, other.end
        one, two = _side(c, d, a), _side(c, d, b)
        three, four = _side(a, b, c), _side(a, b, d)
        if one == two == three == four == 0:
            return _overlap(a[0], b[0], c[0], d[0]) and _overlap(a[1], b[1], c[1], d[1])
        return one * two <= 0 and three * four <= 0

    def touches(self, box: Box) -> bool:
        """Tell whether it passes through a box, or along its edge."""
        (x, y), (other_x, other_y) = self.start, self.end
        if max(x, other_x) < box.left or min(x, other_x) > box.right:
            return False
        if max(y, other_y) < box.top or min(y, other_y) > box.bottom:
            return False
        if any(box.nearest(spot) == spot for spot in (self.start, self.end)):
            return True
        corners = (
            (box.left, box.top),
            (box.right, box.top),
            (box.right, box.bottom),
            (box.left, box.bottom),
        )
        edges = zip(corners, (*corners[1:], corners[0]), strict=True)
        return any(self.crosses(Line(start, end)) for start, end in edges)


def _side(start: Spot, end: Spot, spot: Spot) -> float:
    """Return which side of a line a spot is on: the sign says it, 0 is on the line."""
    across = (end[0] - start[0]) * (spot[1] - start[1])
    return across - (end[1] - start[1]) * (spot[0] - start[0])


def _overlap(a: float, b: float, c: float, d: float) -> bool:
    return max(min(a, b), min(c, d)) <= min(max(a, b), max(c, d))
