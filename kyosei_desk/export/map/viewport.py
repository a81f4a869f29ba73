# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What part of the map is seen, and how large: from kilometres to pixels and back."""

from dataclasses import dataclass, replace

from kyosei_desk.export.map.japan import MapArea, MapPoint
from kyosei_desk.export.shapes import Point

FARTHEST, NEAREST = 1.0, 40.0


@dataclass(frozen=True)
class MapViewport:
    """A window of ``width`` × ``height`` pixels on an area of the plane.

    At ``zoom`` 1 all of the area is seen. ``x`` and ``y`` are the km in the middle.
    """

    area: MapArea
    width: float
    height: float
    zoom: float
    x: float
    y: float

    @classmethod
    def whole(cls, area: MapArea, width: float, height: float) -> "MapViewport":
        """Return the window with all of the area in it."""
        x, y = area.left + area.width / 2, area.top + area.height / 2
        return cls(area, max(width, 1.0), max(height, 1.0), FARTHEST, x, y)

    @property
    def scale(self) -> float:
        """Pixels a km."""
        return self.zoom * min(self.width / self.area.width, self.height / self.area.height)

    def spot(self, point: MapPoint) -> Point:
        """Return where a place is seen, in pixels."""
        scale = self.scale
        return (
            (point.x - self.x) * scale + self.width / 2,
            (point.y - self.y) * scale + self.height / 2,
        )

    def point(self, spot: Point) -> MapPoint:
        """Return the place that is seen somewhere."""
        scale = self.scale
        return MapPoint(
            self.x + (spot[0] - self.width / 2) / scale,
            self.y + (spot[1] - self.height / 2) / scale,
        )

    def sees(self, spot: Point) -> bool:
        """Tell whether a spot is in the window."""
        return 0 <= spot[0] <= self.width and 0 <= spot[1] <= self.height

    def resized(self, width: float, height: float) -> "MapViewport":
        """Return a window of another size, on the same middle."""
        return replace(self, width=max(width, 1.0), height=max(height, 1.0))._held()

    def moved(self, across: float, down: float) -> "MapViewport":
        """Return the window after the map has been pulled by some pixels."""
        scale = self.scale
        return replace(self, x=self.x - across / scale, y=self.y - down / scale)._held()

    def zoomed(self, times: float, about: Point | None = None) -> "MapViewport":
        """Return the window nearer or farther; what is seen at ``about`` stays there."""
        spot = about or (self.width / 2, self.height / 2)
        kept = self.point(spot)
        zoom = min(max(self.zoom * times, FARTHEST), NEAREST)
        changed = replace(self, zoom=zoom)
        now = changed.point(spot)
        return replace(changed, x=self.x + kept.x - now.x, y=self.y + kept.y - now.y)._held()

    def centred(self, point: MapPoint) -> "MapViewport":
        """Return the window with a place in the middle, as far as the area allows."""
        return replace(self, x=point.x, y=point.y)._held()

    def _held(self) -> "MapViewport":
        """Return the window pulled back onto the area; what is smaller stands in the middle."""
        area, scale = self.area, self.scale
        return replace(
            self,
            x=_held(self.x, self.width / scale, area.left, area.width),
            y=_held(self.y, self.height / scale, area.top, area.height),
        )


def _held(middle: float, seen: float, start: float, length: float) -> float:
    if seen >= length:
        return start + length / 2
    return min(max(middle, start + seen / 2), start + length - seen / 2)
