# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Municipalities on a plane: their positions draw Japan, without any map tiles.

The plane is that of a Lambert conformal conic projection on a sphere, in kilometres: x to the
east, y to the south, (0, 0) at 137° E 38° N. Two standard parallels keep lengths true to 1 %
from Kyūshū to Hokkaidō. Far islands would leave the rest small, so they stand in frames of
their own, in the same scale, as printed maps of the country have them.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from kyosei_desk.domain.municipalities import Municipality

_EARTH_KM = 6371.0
_PARALLELS = (math.radians(33.0), math.radians(44.0))
_CENTRE_LATITUDE = math.radians(38.0)
_CENTRE_LONGITUDE = 137.0


@dataclass(frozen=True)
class MapPoint:
    """A place on the plane in km: ``x`` to the east, ``y`` to the south."""

    x: float
    y: float


@dataclass(frozen=True)
class MapArea:
    """A rectangle of the plane in km."""

    left: float
    top: float
    width: float
    height: float

    @property
    def corner(self) -> MapPoint:
        """The upper left corner."""
        return MapPoint(self.left, self.top)

    def holds(self, point: MapPoint) -> bool:
        """Tell whether a place is in it."""
        inside_x = self.left <= point.x <= self.left + self.width
        return inside_x and self.top <= point.y <= self.top + self.height


@dataclass(frozen=True)
class MapInset:
    """Far islands in a frame: what they are called and where the frame is."""

    label: str
    frame: MapArea


@dataclass(frozen=True)
class JapanMap:
    """All municipalities by code, the frames of far islands, and the area they all need."""

    points: dict[str, MapPoint]
    insets: tuple[MapInset, ...]
    area: MapArea


@dataclass(frozen=True)
class _FarIslands:
    """Islands south of ``north`` between two meridians (degrees), moved into a frame.

    ``centre`` (latitude, longitude) lies in the middle of the frame.
    """

    label: str
    north: float
    west: float
    east: float
    centre: tuple[float, float]
    frame: MapArea

    def hold(self, place: Municipality) -> bool:
        return place.latitude < self.north and self.west <= place.longitude < self.east

    def point(self, place: Municipality) -> MapPoint:
        """Return where a place of these islands stands, north up in its own frame."""
        latitude, longitude = self.centre
        middle = project(latitude, longitude, longitude)
        found = project(place.latitude, place.longitude, longitude)
        return MapPoint(
            self.frame.left + self.frame.width / 2 + found.x - middle.x,
            self.frame.top + self.frame.height / 2 + found.y - middle.y,
        )


AREA = MapArea(-810.0, -880.0, 1560.0, 1790.0)
_FAR = (
    _FarIslands("奄美・沖縄", 29.0, 120.0, 133.0, (26.4, 127.1), MapArea(-795, -865, 920, 570)),
    _FarIslands("小笠原", 29.0, 138.0, 145.0, (27.1, 142.2), MapArea(470, 700, 260, 170)),
)


def japan_map(municipalities: Iterable[Municipality]) -> JapanMap:
    """Return where municipalities stand on the plane."""
    points = {place.code: municipality_point(place) for place in municipalities}
    insets = tuple(MapInset(islands.label, islands.frame) for islands in _FAR)
    return JapanMap(points, insets, AREA)


def municipality_point(place: Municipality) -> MapPoint:
    """Return where a municipality stands: on the plane, or in the frame of far islands."""
    for islands in _FAR:
        if islands.hold(place):
            return islands.point(place)
    return project(place.latitude, place.longitude)


def project(latitude: float, longitude: float, centre: float = _CENTRE_LONGITUDE) -> MapPoint:
    """Return a position in degrees on the plane, north up along the meridian ``centre``.

    The formulas are those of Snyder, Map Projections: A Working Manual (1987), 15-1 to 15-4.
    """
    angle = _CONE * math.radians(longitude - centre)
    radius = _radius(math.radians(latitude))
    return MapPoint(radius * math.sin(angle), radius * math.cos(angle) - _radius(_CENTRE_LATITUDE))


def _steepness(latitude: float) -> float:
    return math.tan(math.pi / 4 + latitude / 2)


_CONE = math.log(math.cos(_PARALLELS[0]) / math.cos(_PARALLELS[1])) / math.log(
    _steepness(_PARALLELS[1]) / _steepness(_PARALLELS[0])
)
_SCALE = _EARTH_KM * math.cos(_PARALLELS[0]) * math.pow(_steepness(_PARALLELS[0]), _CONE) / _CONE


def _radius(latitude: float) -> float:
    """Return the distance from the top of the cone, in km."""
    return _SCALE / math.pow(_steepness(latitude), _CONE)
