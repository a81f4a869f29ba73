# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the map shows in a window of pixels, and where: dots, marks, names, frames."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.export.map.japan import JapanMap, MapInset, japan_map
from kyosei_desk.export.map.labels import LabelAnchor, PlacedLabel, place_labels
from kyosei_desk.export.map.viewport import MapViewport
from kyosei_desk.export.shapes import Point, Rect

_MOST_NAMED_TOWNS = 60
_LARGEST_DOT = 2.2  # times the smallest
_ROUNDS_FOR_TOWNS = 1
_EDGE = 2.0

Size = tuple[float, float]


@dataclass(frozen=True)
class MapData:
    """The municipalities by code, with where they stand."""

    places: dict[str, Municipality]
    japan: JapanMap

    @classmethod
    def of(cls, municipalities: Sequence[Municipality]) -> "MapData":
        """Return the data of a list of municipalities."""
        return cls({place.code: place for place in municipalities}, japan_map(municipalities))


@dataclass(frozen=True)
class MapMeasures:
    """How large things are drawn, in pixels: radii at zoom 1, sizes of texts.

    ``mark_name`` takes the key of a mark, ``town_name`` a text.
    """

    mark: float
    dot: float
    mark_name: Callable[[str], Size]
    town_name: Callable[[str], Size]


@dataclass(frozen=True)
class MapLayout:
    """Everything there is to draw, in pixels.

    ``dots`` and ``marks`` are by code and by key; ``names`` are those of marks, ``towns``
    those of plain dots, seen when few are in sight; ``frames`` hold far islands.
    """

    dot_radius: float
    dots: dict[str, Point] = field(default_factory=dict)
    marks: dict[str, Point] = field(default_factory=dict)
    names: tuple[PlacedLabel, ...] = ()
    towns: tuple[PlacedLabel, ...] = ()
    frames: tuple[tuple[str, Rect], ...] = ()

    def mark_at(self, spot: Point, within: float) -> str | None:
        """Return the key of the nearest mark within so many pixels."""
        return _nearest(self.marks, spot, within)

    def town_at(self, spot: Point, within: float) -> str | None:
        """Return the code of the nearest municipality within so many pixels."""
        return _nearest(self.dots, spot, within)


def lay_out(
    data: MapData, marks: Mapping[str, str], viewport: MapViewport, measures: MapMeasures
) -> MapLayout:
    """Return what a window shows; names of marks go before those of other municipalities.

    ``marks`` are the codes of marked municipalities by the marks' keys, the most important
    first.
    """
    radius = measures.dot * min(math.sqrt(viewport.zoom), _LARGEST_DOT)
    spots = {code: viewport.spot(point) for code, point in data.japan.points.items()}
    dots = {code: spot for code, spot in spots.items() if viewport.sees(spot)}
    seen = {key: dots[code] for key, code in marks.items() if code in dots}
    frames = tuple(_frame(inset, viewport, measures) for inset in data.japan.insets)
    captions = [_caption(name, box, measures) for name, box in frames]
    bounds = Rect(0, 0, viewport.width, viewport.height).grown(-_EDGE)
    anchors = [
        LabelAnchor(key, spot, measures.mark, *measures.mark_name(key))
        for key, spot in seen.items()
    ]
    names = place_labels(anchors, bounds, captions)
    marked = set(marks.values())
    plain = {code: spot for code, spot in dots.items() if code not in marked}
    towns: tuple[PlacedLabel, ...] = ()
    if len(plain) <= _MOST_NAMED_TOWNS:
        towns = place_labels(
            [_town(data.places[code], spot, radius, measures) for code, spot in plain.items()],
            bounds,
            [*captions, *(anchor.mark for anchor in anchors)],
            names,
            _ROUNDS_FOR_TOWNS,
        )
    return MapLayout(radius, dots, seen, names, towns, frames)


def _town(place: Municipality, spot: Point, radius: float, measures: MapMeasures) -> LabelAnchor:
    return LabelAnchor(place.code, spot, radius, *measures.town_name(place.name), led=False)


def _frame(inset: MapInset, viewport: MapViewport, measures: MapMeasures) -> tuple[str, Rect]:
    """Return a frame of far islands, wide enough for its name; what it lacks is to the left."""
    (left, top), scale = viewport.spot(inset.frame.corner), viewport.scale
    width, height = inset.frame.width * scale, inset.frame.height * scale
    lacking = max(measures.town_name(inset.label)[0] + 4 * _EDGE - width, 0.0)
    return inset.label, Rect(left - lacking, top, width + lacking, height)


def caption_spot(frame: Rect) -> Point:
    """Return where the name of a frame begins: the upper left corner of its text."""
    return frame.x + 2 * _EDGE, frame.y + _EDGE


def _caption(name: str, frame: Rect, measures: MapMeasures) -> Rect:
    left, top = caption_spot(frame)
    return Rect(left, top, *measures.town_name(name))


def _nearest(spots: dict[str, Point], spot: Point, within: float) -> str | None:
    reach = [(math.dist(other, spot), key) for key, other in spots.items()]
    distance, key = min(reach, default=(math.inf, ""))
    return key if distance <= within else None
