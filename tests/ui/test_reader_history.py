# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest

from kyosei_desk.ui.reader.history import Place, ReadingHistory
from kyosei_desk.ui.reader.spots import Spot
from kyosei_desk.ui.reader.targets import Address


def place(name: str, *, passing: bool = False) -> Place:
    return Place(Address(name), passing=passing)


def visited(*names: str) -> ReadingHistory:
    history = ReadingHistory()
    for name in names:
        history.visit(place(name.rstrip("*"), passing=name.endswith("*")))
    return history


def walk_back(history: ReadingHistory) -> list[str]:
    found = []
    while (gone := history.back()) is not None:
        found.append(gone.address.document_id)
    return found


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), []),
        (("a",), []),
        (("a", "b", "c"), ["b", "a"]),
        (("a*", "b*", "c*"), []),
        (("a*", "b", "c*"), ["b", "a"]),
        (("a", "b*", "c*", "d"), ["c", "a"]),
    ],
)
def test_way_back(names: tuple[str, ...], expected: list[str]) -> None:
    assert walk_back(visited(*names)) == expected


def test_forward_after_back() -> None:
    history = visited("a", "b")
    history.back()
    assert history.can_go_forward
    assert history.forward() == place("b")
    assert history.forward() is None


def test_new_place_forgets_the_way_forward() -> None:
    history = visited("a", "b")
    history.back()
    history.visit(place("c"))
    assert not history.can_go_forward
    assert walk_back(history) == ["a"]


def test_what_was_at_the_top_is_kept_with_the_place() -> None:
    history = visited("a")
    history.remember_spot(Spot("overview", 120))
    history.visit(place("b"))
    gone = history.back()
    assert gone is not None
    assert gone.spot == Spot("overview", 120)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("cases/nabari", Address("cases/nabari")),
        ("cases/nabari#overview", Address("cases/nabari", "overview")),
    ],
)
def test_address_reads_and_writes(text: str, address: Address) -> None:
    assert Address.parse(text) == address
    assert str(address) == text
