# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The three lanes of a diagram, from near to wide, and the bands of zones in them."""

from collections.abc import Iterable, Sequence

from kyosei_desk.domain.vocabulary import LabelledEnum, Zone
from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.model import Band, Lane, TextLine, TextRole
from kyosei_desk.export.diagram.sizes import base_line, line_height
from kyosei_desk.export.diagram.words import text_width, wrap
from kyosei_desk.export.shapes import Rect

_PAD = 10.0
_THIN_PAD = 7.0  # in a lane without elements
_NOTHING = "記載なし"


class LaneKey(LabelledEnum):
    """The areas the guideline speaks of."""

    NEAR = "near", "住民に身近な圏域"
    MUNICIPALITY = "municipality", "市区町村域"
    PREFECTURE = "prefecture", "都道府県域"


BandKey = tuple[LaneKey, Zone | None]


def lane_of(zone: Zone) -> LaneKey:
    """Return the lane a zone belongs to."""
    match zone:
        case Zone.MUNICIPALITY:
            return LaneKey.MUNICIPALITY
        case Zone.PREFECTURE:
            return LaneKey.PREFECTURE
        case _:
            return LaneKey.NEAR


def bands_of(zones: Iterable[Zone]) -> tuple[BandKey, ...]:
    """Return a band for each zone, from near to wide, and one for each lane without any."""
    used = set(zones)
    bands: list[BandKey] = []
    for lane in LaneKey:
        own = [zone for zone in Zone if zone in used and lane_of(zone) is lane]
        bands += [(lane, zone) for zone in own] or [(lane, None)]
    return tuple(bands)


def _texts(bands: Sequence[BandKey], number: int) -> list[tuple[str, TextRole]]:
    """Return what is written at the left of a band: the lane where it begins, and the zone."""
    lane, zone = bands[number]
    room = sizes.HEADER_WIDTH - 2 * _PAD
    found: list[tuple[str, TextRole]] = []
    if number == 0 or bands[number - 1][0] is not lane:
        found += [(line, TextRole.LANE) for line in wrap(lane.label, TextRole.LANE, room)]
    if zone is not None:
        found += [(line, TextRole.ZONE) for line in wrap(zone.label, TextRole.ZONE, room)]
    return found


def least_height(bands: Sequence[BandKey], number: int) -> float:
    """Return the height a band's cards must have so that its names fit beside them."""
    texts = _texts(bands, number)
    if bands[number][1] is None:
        return max(0.0, line_height(TextRole.LANE) + 2 * _THIN_PAD - 2 * sizes.BAND_PAD)
    return max(0.0, sum(line_height(role) for _, role in texts) + 2 * (_PAD - sizes.BAND_PAD))


def set_lanes(
    bands: Sequence[BandKey], tops: Sequence[float], bottom: float, width: float
) -> tuple[Lane, ...]:
    """Return the lanes on a sheet of a width, bands beginning at ``tops``."""
    lanes: list[Lane] = []
    x, across = float(sizes.MARGIN), width - 2 * sizes.MARGIN
    ends = [*tops[1:], bottom]
    for lane in LaneKey:
        own = [number for number, band in enumerate(bands) if band[0] is lane]
        made = [
            Band(
                Rect(x, tops[number], across, ends[number] - tops[number]),
                _names(bands, number, x + _PAD, tops[number]),
            )
            for number in own
        ]
        first, last = made[0].rect, made[-1].rect
        around = Rect(x, first.y, across, last.bottom - first.y)
        lanes.append(Lane(lane.label, around, tuple(made)))
    return tuple(lanes)


def _names(bands: Sequence[BandKey], number: int, x: float, top: float) -> tuple[TextLine, ...]:
    lane, zone = bands[number]
    if zone is None:  # one line: the lane is as low as may be
        y = round(top + _THIN_PAD + base_line(TextRole.LANE), 1)
        after = x + round(text_width(lane.label, TextRole.LANE)) + _PAD
        nothing = TextLine(after, y, _NOTHING, TextRole.ZONE)
        return TextLine(x, y, lane.label, TextRole.LANE), nothing
    lines: list[TextLine] = []
    y = top + _PAD
    for text, role in _texts(bands, number):
        lines.append(TextLine(x, round(y + base_line(role), 1), text, role))
        y += line_height(role)
    return tuple(lines)
