# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from kyosei_desk.export.diagram.labels import label_at
from kyosei_desk.export.diagram.mending import Mender, Named
from kyosei_desk.export.shapes import Point, Rect


def named(*way: Point, at: Point) -> Named:
    return Named("連携", (way,), label_at(at, ["連携"]))


def centre(line: Named) -> Point:
    return line.label.rect.middle


def test_a_label_that_stands_free_stays() -> None:
    line = named((0, 50), (200, 50), at=(100, 50))
    Mender([], [], []).mend([line])
    assert centre(line) == (100, 50)


def test_a_label_leaves_a_foreign_line() -> None:
    line, other = (
        named((0, 50), (200, 50), at=(100, 50)),
        named((100, 0), (100, 400), at=(100, 300)),
    )
    Mender([], [], []).mend([line, other])
    assert not line.label.rect.crosses((100, 0), (100, 400))
    assert centre(line)[1] == 50
    assert centre(other) == (100, 300)


def test_a_label_leaves_cards_and_labels_that_do_not_move() -> None:
    for cards, labels in (([Rect(80, 30, 40, 40)], []), ([], [Rect(80, 30, 40, 40)])):
        line = named((0, 50), (200, 50), at=(100, 50))
        Mender(cards, labels, []).mend([line])
        assert not line.label.rect.overlaps(Rect(80, 30, 40, 40))


def test_a_label_does_not_hide_the_ends_of_its_line() -> None:
    line = named((0, 50), (200, 50), at=(100, 50))
    Mender([], [], [((100, 0), (100, 100))]).mend([line])
    assert line.label.rect.x > 12
    assert line.label.rect.right < 188


def test_a_label_with_no_better_place_stays() -> None:
    line = named((0, 50), (60, 50), at=(30, 50))
    Mender([Rect(-100, -100, 400, 400)], [], []).mend([line])
    assert centre(line)[1] == 50
