# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Kept comparisons and the own town: whole, shared between windows, never in the way."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from kyosei_desk.wording.kept_files import comparisons_text
from kyosei_desk.workspace.column_marks import KeptColumn
from kyosei_desk.workspace.comparisons import (
    RECENT_LIMIT,
    ComparisonStore,
    KeptComparison,
    OwnTown,
    comparison_of,
)
from tests.domain.comparing_samples import column

FULL = comparison_of([column("a"), column("b")], {"tab": "map", "rows": "profile"})
OWN = OwnTown("242080", 62000, Fraction(241, 5), 12, "2025-04-01")


def of(*ids: str) -> KeptComparison:
    return KeptComparison(tuple(KeptColumn(one, one) for one in ids))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "comparisons.json"


@pytest.fixture
def store(path: Path) -> ComparisonStore:
    return ComparisonStore(path)


def recent(store: ComparisonStore) -> list[str]:
    return ["".join(comparison.ids) for comparison in store.recent()]


def names(store: ComparisonStore) -> list[str]:
    return [saved.name for saved in store.saved()]


def test_nothing_is_kept_at_first(store: ComparisonStore, path: Path) -> None:
    assert (store.saved(), store.recent(), store.own_town()) == ((), (), OwnTown())
    assert not path.parent.exists()


def test_everything_about_a_comparison_is_kept(store: ComparisonStore, path: Path) -> None:
    store.remember(FULL)
    made = store.save("近隣の市", FULL)
    store.set_own_town(OWN)
    again = ComparisonStore(path)
    assert again.recent() == (FULL,)
    assert again.saved() == (made,)
    assert made.comparison == FULL
    assert again.own_town() == OWN


def test_the_newest_comes_first_and_each_set_of_designs_once(store: ComparisonStore) -> None:
    for ids in ("ab", "bc", "ba"):
        store.remember(of(*ids))
    assert recent(store) == ["ba", "bc"]


def test_nothing_compared_is_not_kept(store: ComparisonStore, path: Path) -> None:
    store.remember(KeptComparison(()))
    assert not path.exists()


def test_only_the_last_ones_are_kept(store: ComparisonStore) -> None:
    for number in range(RECENT_LIMIT + 3):
        store.remember(of(f"{number}."))
    assert len(store.recent()) == RECENT_LIMIT
    assert recent(store)[0] == f"{RECENT_LIMIT + 2}."


def test_one_can_be_forgotten(store: ComparisonStore) -> None:
    store.remember(of("a"))
    store.remember(of("b"))
    store.forget_recent(of("a"))
    assert recent(store) == ["b"]


def test_all_can_be_forgotten_and_brought_back(store: ComparisonStore) -> None:
    for ids in ("ab", "cd"):
        store.remember(of(*ids))
    store.save("残る", FULL)
    gone = store.clear_recent()
    assert (recent(store), names(store)) == ([], ["残る"])
    store.remember(of("d", "c"))
    store.restore_recent(gone)
    assert recent(store) == ["dc", "ab"]


def test_another_state_is_kept_under_the_same_name(store: ComparisonStore) -> None:
    first, second = store.save("一", FULL), store.save("二", FULL)
    store.restore(replace(first, comparison=of("b")), 1)
    assert [(s.id, s.name, s.comparison) for s in store.saved()] == [
        (second.id, "二", FULL),
        (first.id, "一", of("b")),
    ]


def test_two_windows_lose_nothing_of_each_other(path: Path) -> None:
    one, other = ComparisonStore(path), ComparisonStore(path)
    one.recent()
    other.save("もう一つの窓", FULL)
    one.remember(of("a"))
    other.set_own_town(OWN)
    assert (names(one), recent(other), one.own_town()) == (["もう一つの窓"], ["a"], OWN)


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", b"\xff\xfe\x00", "[" * 100_000])
@pytest.mark.parametrize("look_first", [True, False])
def test_a_damaged_file_is_set_aside(path: Path, damage: str | bytes, look_first: bool) -> None:
    path.parent.mkdir()
    raw = damage.encode() if isinstance(damage, str) else damage
    path.write_bytes(raw)
    store = ComparisonStore(path)
    if look_first:
        assert store.recent() == ()
    store.remember(of("a"))
    assert store.set_aside == path.with_name("comparisons.damaged.json")
    assert store.set_aside.read_bytes() == raw
    assert recent(ComparisonStore(path)) == ["a"]
    told = comparisons_text(store)
    assert told is not None
    assert str(store.set_aside) in told


GOOD = {"columns": [{"id": "x", "title": "よい"}], "id": "g", "name": "よい"}


@pytest.mark.parametrize(
    "entry",
    [
        "比較",
        {},
        {**GOOD, "columns": []},
        {**GOOD, "columns": "x"},
        {**GOOD, "columns": [{"title": "題だけ"}]},
        {**GOOD, "columns": [{"id": 5}]},
        {**GOOD, "id": 5},
        {**GOOD, "name": " "},
    ],
)
def test_entries_that_make_no_sense_are_left_out(path: Path, entry: object) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"saved": [entry, GOOD]}))
    assert names(ComparisonStore(path)) == ["よい"]


def test_parts_of_an_entry_that_make_no_sense_are_left_out(path: Path) -> None:
    path.parent.mkdir()
    column = {"id": "x", "title": 5, "marks": {"elements": "ab", "links": 7}}
    entry = {"columns": [column, column], "view": {"tab": "map", "rows": 5}}
    path.write_text(json.dumps({"recent": [entry]}))
    (found,) = ComparisonStore(path).recent()
    assert found.columns == (KeptColumn("x", "x", (("elements", "ab"),)),)
    assert found.view == (("tab", "map"),)


@pytest.mark.parametrize(
    ("entry", "own"),
    [
        ("名張", OwnTown()),
        ({"code": 5, "as_of": 2017}, OwnTown()),
        ({"code": "242080", "population": -5, "elementary_schools": True}, OwnTown("242080")),
        ({"population": 10**30, "area_km2": 48.2}, OwnTown()),
        ({"area_km2": "1/0"}, OwnTown()),
        ({"area_km2": "0"}, OwnTown()),
        ({"area_km2": "1e999999999"}, OwnTown()),
        ({"area_km2": "48.2"}, OwnTown(area_km2=Fraction(241, 5))),
    ],
)
def test_an_own_town_that_makes_no_sense_is_left_out(
    path: Path, entry: object, own: OwnTown
) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"own": entry}))
    assert ComparisonStore(path).own_town() == own


def test_what_a_newer_version_wrote_survives(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"format": 9, "colours": {"a": 1}}')
    raw = path.read_bytes()
    store = ComparisonStore(path)
    assert (store.recent(), store.kept_newer, comparisons_text(store)) == ((), None, None)
    store.remember(of("a"))
    written = json.loads(path.read_bytes())
    assert (written["format"], written["colours"]) == (1, {"a": 1})
    assert store.kept_newer == path.with_name("comparisons.newer.json")
    assert store.kept_newer.read_bytes() == raw
    store.remember(of("b"))
    kept = {p.name for p in path.parent.iterdir()}
    assert kept == {"comparisons.json", "comparisons.lock", "comparisons.newer.json"}
    told = comparisons_text(store)
    assert told is not None
    assert "新しい版" in told


def test_a_change_that_changes_nothing_leaves_the_file_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"format": 9}')
    ComparisonStore(path).forget_recent(of("a"))
    ComparisonStore(path).set_own_town(OwnTown())
    assert path.read_text() == '{"format": 9}'
