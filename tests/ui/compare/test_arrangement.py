# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest

from kyosei_desk.domain.comparing.matrix import RowKind
from kyosei_desk.ui.compare.arrangement import (
    Arrangement,
    arrangement_from,
    arrangement_text,
)

ABCD = Arrangement(("a", "b", "c", "d"))


def columns(arrangement: Arrangement) -> str:
    """Return the columns as one word, the pinned ones in capitals."""
    pinned = arrangement.pinned
    return "".join(
        one.upper() if number < pinned else one for number, one in enumerate(arrangement.columns)
    )


@pytest.mark.parametrize(
    ("pinned", "moved", "to", "expected"),
    [
        (0, "a", 1, "bacd"),
        (0, "d", 0, "dabc"),
        (0, "a", 9, "bcda"),
        (0, "b", -3, "bacd"),
        (2, "c", 0, "ABcd"),
        (2, "d", 0, "ABdc"),
        (2, "a", 3, "BAcd"),
    ],
)
def test_a_column_moves_among_its_own(pinned: int, moved: str, to: int, expected: str) -> None:
    arrangement = Arrangement(ABCD.columns, pinned)
    assert columns(arrangement.moved(moved, to)) == expected


def test_pinning_puts_columns_first_and_leaves_one_free() -> None:
    one = ABCD.pin("c")
    assert columns(one) == "Cabd"
    two = one.pin("d")
    assert columns(two) == "CDab"
    assert two.is_pinned("d")
    assert columns(two.pin("d")) == "CDab"
    assert columns(two.pin("b").pin("a")) == "CDBa"


def test_unpinning_leaves_the_column_first_of_the_others() -> None:
    arrangement = Arrangement(("a", "b", "c"), 2)
    assert columns(arrangement.unpin("a")) == "Bac"
    assert arrangement.unpin("c") is arrangement


def test_unpinning_leads_back_to_where_the_column_stood() -> None:
    pinned = ABCD.pin("c").pin("b")
    assert columns(pinned) == "CBad"
    assert columns(pinned.unpin("c", ABCD.columns)) == "Bacd"
    assert columns(pinned.unpin("c", ("c", "gone"))) == "Bcad"


def test_taking_a_pinned_column_out_keeps_the_other_pins() -> None:
    assert columns(Arrangement(("a", "b", "c"), 2).without("a")) == "Bc"


def test_columns_chosen_anew_keep_their_pins_and_come_once() -> None:
    assert columns(Arrangement(("a", "b", "c"), 1).with_columns(["d", "a", "d", "b"])) == "Adb"


def test_there_are_never_more_than_eight() -> None:
    assert len(Arrangement().with_columns([str(number) for number in range(12)]).columns) == 8


@pytest.mark.parametrize(
    "arrangement",
    [
        Arrangement(),
        ABCD,
        Arrangement(("b", "a"), 1, RowKind.PROFILE, hide_same=True),
        Arrangement(("a", "b", "c"), 2, RowKind.ELEMENTS, hide_unstated=True),
    ],
)
def test_what_is_remembered_comes_back(arrangement: Arrangement) -> None:
    assert arrangement_from(arrangement_text(arrangement), "abcd") == arrangement


def test_designs_no_longer_there_are_left_out() -> None:
    kept = arrangement_text(Arrangement(("a", "b", "c"), 2))
    assert columns(arrangement_from(kept, ["c", "b"])) == "Bc"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"columns": 3, "view": {}}', '{"columns": ["a"]}', "[" * 5000],
)
def test_damaged_memory_is_forgotten(text: str) -> None:
    assert arrangement_from(text, "abcd") == Arrangement()


@pytest.mark.parametrize("pinned", ["", "-1", "x", "99", "1000", "²"])
def test_damaged_pins_leave_the_columns(pinned: str) -> None:
    made = Arrangement.of("abc", {"pinned": pinned, "rows": "nothing"}, "abc")
    assert made.columns == ("a", "b", "c")
    assert 0 <= made.pinned < 3
    assert made.rows is RowKind.PROVISIONS
