# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the map shows where: the window on the plane, names of marks and of towns."""

import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.export.map.japan import AREA, MapPoint
from kyosei_desk.export.map.layout import MapData, MapLayout, MapMeasures, lay_out
from kyosei_desk.export.map.viewport import NEAREST, MapViewport

MEASURES = MapMeasures(
    6.0, 1.3, lambda key: (13.0 * len(key), 20.0), lambda name: (13.0 * len(name), 18)
)
WHOLE = MapViewport.whole(AREA, 700, 560)


@pytest.fixture(scope="module")
def data(corpus: Corpus) -> MapData:
    return MapData.of(tuple(corpus.municipalities.values()))


@pytest.fixture(scope="module")
def cases(corpus: Corpus) -> dict[str, str]:
    """The codes of the cases by their names."""
    return {corpus.municipalities[c.municipality].name: c.municipality for c in corpus.cases}


# The window


def test_the_whole_area_is_seen_in_the_middle() -> None:
    left, top = WHOLE.spot(AREA.corner)
    right, bottom = WHOLE.spot(MapPoint(AREA.left + AREA.width, AREA.top + AREA.height))
    assert min(left, 700 - right, top, 560 - bottom) == pytest.approx(0)
    assert left == pytest.approx(700 - right)


def test_spots_lead_back_to_places() -> None:
    near = WHOLE.zoomed(5, (200, 300))
    point = near.point(near.spot(MapPoint(12, 34)))
    assert (point.x, point.y) == pytest.approx((12, 34))


def test_zooming_keeps_what_is_under_the_pointer() -> None:
    near = WHOLE.zoomed(4, (350, 300))
    before = WHOLE.point((350, 300))
    assert near.spot(before) == pytest.approx((350, 300))
    assert near.scale == pytest.approx(4 * WHOLE.scale)


def test_zoom_has_two_ends() -> None:
    assert WHOLE.zoomed(0.1) == WHOLE
    assert WHOLE.zoomed(1000).zoom == NEAREST


def test_the_map_cannot_be_pulled_out_of_sight() -> None:
    near = WHOLE.zoomed(3).moved(100_000, 100_000)
    assert near.spot(AREA.corner) == pytest.approx((0, 0))
    assert WHOLE.moved(50, 50) == WHOLE


def test_another_size_keeps_the_middle() -> None:
    near = WHOLE.zoomed(6).centred(MapPoint(100, 100)).resized(500, 500)
    assert near.point((250, 250)) == MapPoint(100, 100)
    assert WHOLE.resized(0, 0).width == 1


# What is where


def everything(data: MapData, marks: dict[str, str], size: tuple[int, int]) -> MapLayout:
    return lay_out(data, marks, MapViewport.whole(AREA, *size), MEASURES)


@pytest.mark.parametrize("size", [(1100, 800), (700, 560), (480, 400), (360, 360)])
def test_all_cases_and_ones_own_town_are_named_in_any_size(
    data: MapData, cases: dict[str, str], size: tuple[int, int]
) -> None:
    for own in ("242071", "271403", "141305", "011002", "473286"):
        marks = {f"{data.places[own].name}（あなたのまち）": own, **cases}
        layout = everything(data, marks, size)
        assert [label.key for label in layout.names] == list(marks)
        boxes = [label.box for label in layout.names]
        assert not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[:n])
        assert layout == everything(data, marks, size)


def test_every_dot_is_there_and_no_town_is_named_from_afar(data: MapData) -> None:
    layout = everything(data, {}, (700, 560))
    assert len(layout.dots) == 1741
    assert layout.towns == ()


def test_towns_are_named_when_few_are_in_sight(data: MapData, cases: dict[str, str]) -> None:
    place = data.japan.points["242080"]
    layout = lay_out(data, cases, WHOLE.zoomed(30).centred(place), MEASURES)
    named = {data.places[label.key].name for label in layout.towns}
    assert {"伊賀市", "宇陀市"} <= named
    assert "名張市" not in named
    assert [label.key for label in layout.names] == ["名張市"]
    boxes = [label.box for label in (*layout.names, *layout.towns)]
    assert not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert layout.dot_radius > everything(data, {}, (700, 560)).dot_radius


def test_frames_are_wide_enough_for_their_names(data: MapData) -> None:
    for name, frame in everything(data, {}, (300, 300)).frames:
        assert frame.width >= MEASURES.town_name(name)[0]


def test_what_is_meant_by_a_spot(data: MapData, cases: dict[str, str]) -> None:
    layout = everything(data, cases, (1100, 800))
    x, y = layout.marks["山形市"]
    assert layout.mark_at((x + 3, y - 2), 12) == "山形市"
    assert layout.mark_at((x + 30, y), 12) is None
    assert layout.town_at((x, y), 5) == "062014"
    assert MapLayout(1.0).town_at((0, 0), 100) is None
