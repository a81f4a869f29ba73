# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest

from kyosei_desk.export.diagram.courses import End, best_course
from kyosei_desk.export.diagram.tracks import Tick, Track, lay_tracks, order_tracks

CHANNELS = (0.0, 200.0)


@pytest.mark.parametrize(
    ("ends", "gutters", "channel"),
    [
        ((End(0, 50, False), End(1, 60, False)), (1, 1), None),
        ((End(1, 50, False), End(0, 60, True)), (1, 1), None),
        ((End(1, 50, True), End(1, 90, True)), (2, 2), None),
        ((End(0, 50, False), End(2, 60, False)), (1, 2), 0),
        ((End(0, 150, False), End(2, 160, False)), (1, 2), 1),
        ((End(0, 50, True), End(0, 60, False), End(1, 70, False)), (1, 1, 1), None),
    ],
)
def test_the_shortest_course(
    ends: tuple[End, ...], gutters: tuple[int, ...], channel: int | None
) -> None:
    course = best_course(ends, CHANNELS, 220)
    assert (course.gutters, course.channel) == (gutters, channel)


def test_cards_in_one_column_are_joined_at_either_side() -> None:
    course = best_course((End(1, 50, False), End(1, 90, False)), CHANNELS, 220)
    assert course.channel is None
    assert set(course.gutters) <= {1, 2}


def track(number: int, *ticks: tuple[float, bool], label: float | None = None) -> Track:
    """Return a track left at heights, to the right when told True."""
    size = None if label is None else (17.0, label)
    return Track((number, 0), tuple(Tick(at, after) for at, after in ticks), size)


def test_lines_are_ordered_so_that_none_crosses() -> None:
    # Both come from the left and leave to the right further down.
    upper = track(0, (10, False), (80, True))
    lower = track(1, (30, False), (100, True))
    tracks = [upper, lower]
    order_tracks(tracks)
    assert tracks == [lower, upper]


def test_ends_at_one_height_do_not_run_into_each_other() -> None:
    to_right, to_left = track(0, (50, True), (90, True)), track(1, (50, False), (10, False))
    tracks = [to_right, to_left]
    order_tracks(tracks)
    assert tracks == [to_left, to_right]


def test_lines_side_by_side_keep_their_distance_and_others_share_a_track() -> None:
    beside = [track(0, (0, False), (100, True)), track(1, (10, False), (110, True))]
    lay_tracks(beside, walls=(15, 15))
    assert abs(beside[0].offset - beside[1].offset) >= 10
    apart = [track(0, (0, False), (40, False)), track(1, (60, False), (100, False))]
    lay_tracks(apart, walls=(15, 15))
    assert apart[0].offset == apart[1].offset


def test_a_label_widens_the_gutter_only_where_it_stands() -> None:
    plain = lay_tracks([track(0, (0, False), (100, True))], walls=(15, 15))
    named = lay_tracks([track(0, (0, False), (100, True), label=60)], walls=(15, 15))
    assert plain == 30
    assert named == pytest.approx(2 * (30 + 4))


def test_a_label_keeps_clear_of_lines_that_cross() -> None:
    crossed = track(0, (0, False), (200, True), label=40)
    other = track(1, (100, False), (101, False), (300, True))
    lay_tracks([crossed, other], walls=(15, 15))
    low, high = crossed.label_span
    if other.offset > crossed.offset:
        assert not any(low < tick.at < high for tick in other.ticks if not tick.after)
    assert 0 < low < high < 200


def test_a_label_on_a_straight_line_leaves_room_for_the_ends() -> None:
    straight = track(0, (50, False), (50, True), label=60)
    assert lay_tracks([straight], walls=(15, 15)) == 60 + 2 * 15


def test_a_closed_stretch_is_avoided() -> None:
    named = Track((0, 0), (Tick(0, False), Tick(100, True)), (17.0, 40.0), ((45.0, 55.0),))
    lay_tracks([named], walls=(15, 15))
    low, high = named.label_span
    assert high <= 45 or low >= 55
