# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What every drawing is made of: points and rectangles, in pixels, y down."""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Rect:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, dx: float, dy: float) -> "Rect":
        """Return the rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, margin: float) -> "Rect":
        """Return the rectangle with a margin around it; a negative one makes it smaller."""
        return Rect(
            self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin
        )

    def overlaps(self, other: "Rect") -> bool:
        """Tell whether both have an area in common; touching edges have none."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def crosses(self, start: Point, end: Point) -> bool:
        """Tell whether an upright or level stretch of line enters the inside."""
        (x1, y1), (x2, y2) = start, end
        right, bottom = self.x + self.width, self.y + self.height
        return (
            (x1 < right or x2 < right)
            and (self.x < x1 or self.x < x2)
            and (y1 < bottom or y2 < bottom)
            and (self.y < y1 or self.y < y2)
        )

    def is_within(self, other: "Rect") -> bool:
        """Tell whether all of it lies in another rectangle."""
        across = other.x <= self.x and self.right <= other.right
        return across and other.y <= self.y and self.bottom <= other.bottom

    def nearest(self, point: Point) -> Point:
        """Return the point of the rectangle that is nearest to another one."""
        x = min(max(point[0], self.x), self.right)
        return x, min(max(point[1], self.y), self.bottom)
