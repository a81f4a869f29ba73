# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The map without a window: where places lie, and where their names go."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.comparing.nearness import distance_km
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.export.map.japan import MapArea, MapPoint, japan_map, project
from kyosei_desk.export.map.labels import LabelAnchor, PlacedLabel, place_labels
from kyosei_desk.export.map.lines import Line
from kyosei_desk.export.shapes import Rect

ROOM = Rect(0, 0, 600, 400)


@pytest.fixture(scope="module")
def towns(corpus: Corpus) -> dict[str, Municipality]:
    return {f"{town.prefecture}{town.name}": town for town in corpus.municipalities.values()}


# Where places lie


def test_every_municipality_has_a_place_on_the_map(corpus: Corpus) -> None:
    made = japan_map(corpus.municipalities.values())
    assert len(made.points) == 1741
    assert all(made.area.holds(point) for point in made.points.values())


def test_the_middle_of_the_projection() -> None:
    middle = project(38.0, 137.0)
    assert (middle.x, middle.y) == pytest.approx((0.0, 0.0))


def test_north_is_up_and_east_is_right() -> None:
    assert project(40.0, 137.0).y < project(36.0, 137.0).y
    assert project(36.0, 139.0).x > project(36.0, 135.0).x


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("三重県名張市", "三重県津市"),
        ("東京都世田谷区", "東京都江戸川区"),
        ("福岡県福岡市", "大分県大分市"),
        ("北海道札幌市", "北海道函館市"),
        ("沖縄県那覇市", "沖縄県名護市"),
        ("東京都千代田区", "大阪府大阪市"),
    ],
)
def test_distances_are_true_to_two_percent(
    towns: dict[str, Municipality], one: str, other: str
) -> None:
    pair = (towns[one], towns[other])
    points = list(japan_map(pair).points.values())
    drawn = math.dist((points[0].x, points[0].y), (points[1].x, points[1].y))
    assert drawn == pytest.approx(distance_km(*pair), rel=0.02)


def test_far_islands_stand_in_frames_and_nothing_else_does(corpus: Corpus) -> None:
    made = japan_map(corpus.municipalities.values())
    held: dict[str, set[str]] = {}
    for inset in made.insets:
        inside = [c for c, point in made.points.items() if inset.frame.holds(point)]
        held[inset.label] = {corpus.municipalities[code].prefecture for code in inside}
    assert held == {"奄美・沖縄": {"鹿児島県", "沖縄県"}, "小笠原": {"東京都"}}
    okinawa = [m for m in corpus.municipalities.values() if m.prefecture == "沖縄県"]
    assert all(made.insets[0].frame.holds(made.points[town.code]) for town in okinawa)


def test_an_area_holds_its_edges() -> None:
    area = MapArea(0, 0, 10, 5)
    assert area.holds(MapPoint(0, 5))
    assert area.holds(MapPoint(10, 0))
    assert not area.holds(MapPoint(10.1, 0))
    assert not area.holds(MapPoint(3, -0.1))


# Boxes and lines


@pytest.mark.parametrize(
    ("other", "touches"),
    [
        (Rect(5, 5, 10, 10), True),
        (Rect(2, 2, 1, 1), True),
        (Rect(10, 0, 5, 5), False),
        (Rect(0, 10, 5, 5), False),
        (Rect(11, 11, 5, 5), False),
    ],
)
def test_boxes_touch_where_they_share_an_inside(other: Rect, touches: bool) -> None:
    box = Rect(0, 0, 10, 10)
    assert box.overlaps(other) is touches
    assert other.overlaps(box) is touches


@pytest.mark.parametrize(
    ("line", "touches"),
    [
        (Line((-5, 5), (15, 5)), True),
        (Line((2, 2), (3, 3)), True),
        (Line((-5, -5), (0, 0)), True),
        (Line((-5, 10), (15, 10)), True),
        (Line((-5, 5), (5, -6)), False),
        (Line((11, 0), (11, 10)), False),
        (Line((0, 11), (10, 11)), False),
    ],
)
def test_lines_touch_boxes_they_pass_through(line: Line, touches: bool) -> None:
    assert line.touches(Rect(0, 0, 10, 10)) is touches


@pytest.mark.parametrize(
    ("other", "crosses"),
    [
        (Line((0, 10), (10, 0)), True),
        (Line((10, 10), (20, 0)), True),
        (Line((2, 2), (5, 5)), True),
        (Line((11, 11), (15, 15)), False),
        (Line((0, 1), (10, 11)), False),
    ],
)
def test_lines_cross(other: Line, crosses: bool) -> None:
    line = Line((0, 0), (10, 10))
    assert line.crosses(other) is crosses
    assert other.crosses(line) is crosses


# Names


def anchor(key: str, x: float, y: float, *, led: bool = True) -> LabelAnchor:
    return LabelAnchor(key, (x, y), 6, 60, 20, led)


def assert_clear(anchors: list[LabelAnchor], placed: tuple[PlacedLabel, ...], bounds: Rect) -> None:
    """Fail where names touch each other, a mark or a line, or lines cross."""
    for label in placed:
        assert label.box.is_within(bounds)
        assert not any(label.box.overlaps(one.mark) for one in anchors)
        if label.line is not None:
            assert label.line.end == label.box.nearest(label.line.end)
    for one, other in itertools.permutations(placed, 2):
        assert not one.box.overlaps(other.box)
        assert one.line is None or not one.line.touches(other.box)
        assert one.line is None or other.line is None or not one.line.crosses(other.line)


def test_a_single_name_stands_beside_its_mark() -> None:
    (label,) = place_labels([anchor("a", 100, 100)], ROOM)
    assert label.line is None
    assert label.box.x - 106 < 10
    assert label.box.y + label.box.height / 2 == pytest.approx(100)


@pytest.mark.parametrize(("x", "y"), [(595, 5), (5, 5), (300, 395), (595, 395)])
def test_names_stay_in_the_picture(x: float, y: float) -> None:
    (label,) = place_labels([anchor("a", x, y)], ROOM)
    assert label.box.is_within(ROOM)


def test_crowded_names_are_led_to_their_marks() -> None:
    anchors = [anchor(str(n), 300 + 3 * n, 200 + 2 * n) for n in range(8)]
    placed = place_labels(anchors, ROOM)
    assert [label.key for label in placed] == [str(n) for n in range(8)]
    assert_clear(anchors, placed, ROOM)
    assert any(label.line is not None for label in placed)


def test_a_name_without_a_line_is_nearest_to_its_own_mark() -> None:
    anchors = [anchor("a", 300, 200), anchor("b", 318, 200)]
    for label in place_labels(anchors, ROOM):
        if label.line is None:
            near = {one.key: math.dist(label.box.nearest(one.spot), one.spot) for one in anchors}
            assert min(near, key=lambda key: near[key]) == label.key


def test_names_keep_off_what_is_blocked() -> None:
    wall = Rect(110, 0, 490, 400)
    (label,) = place_labels([anchor("a", 100, 100)], ROOM, [wall])
    assert not label.box.overlaps(wall)
    assert label.box.right <= 110


def test_names_keep_off_labels_that_stand_already() -> None:
    standing = PlacedLabel("s", Rect(110, 90, 60, 20), Line((20, 100), (110, 100)))
    (label,) = place_labels([anchor("a", 100, 120)], ROOM, standing=[standing])
    assert_clear([], (label, standing), ROOM)


def test_what_finds_no_room_is_left_out() -> None:
    small = Rect(0, 0, 100, 60)
    anchors = [anchor(str(n), 50, 30) for n in range(9)]
    placed = place_labels(anchors, small)
    assert 0 < len(placed) < 9
    assert_clear(anchors, placed, small)


def test_names_that_may_not_be_led_stand_close_or_not_at_all() -> None:
    anchors = [anchor(str(n), 300 + n, 200, led=False) for n in range(12)]
    placed = place_labels(anchors, ROOM)
    assert 0 < len(placed) < 12
    assert all(label.line is None for label in placed)


def test_a_name_without_room_is_tried_earlier() -> None:
    # The first one would take, on its right, the only place of the second.
    strip = Rect(0, 0, 214, 24)
    free = LabelAnchor("free", (96, 12), 6, 80, 20)
    bound = LabelAnchor("bound", (206, 12), 6, 80, 20)
    assert [label.key for label in place_labels([free, bound], strip, rounds=1)] == ["free"]
    assert [label.key for label in place_labels([free, bound], strip)] == ["free", "bound"]


def test_no_marks_no_names() -> None:
    assert place_labels([], ROOM) == ()


spots = st.lists(st.tuples(st.floats(0, 600), st.floats(0, 400)), min_size=1, max_size=9)


@given(spots)
def test_names_are_clear_wherever_marks_are(marks: list[tuple[float, float]]) -> None:
    anchors = [anchor(str(n), x, y) for n, (x, y) in enumerate(marks)]
    placed = place_labels(anchors, ROOM)
    assert_clear(anchors, placed, ROOM)
    assert placed == place_labels(anchors, ROOM)
