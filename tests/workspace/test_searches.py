# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Saved and recent searches: kept whole, shared between windows, never in the way."""

import json
from pathlib import Path

import pytest

from kyosei_desk.workspace.searches import RECENT_LIMIT, KeptQuery, SearchStore

FULL = KeptQuery(
    "相談 -名張", (("kind", ("case",)), ("year", ("2017", "2018"))), "date", ("fuzzy",)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "searches.json"


@pytest.fixture
def store(path: Path) -> SearchStore:
    return SearchStore(path)


def texts(store: SearchStore) -> list[str]:
    return [query.text for query in store.recent()]


def names(store: SearchStore) -> list[str]:
    return [search.name for search in store.saved()]


def test_nothing_is_kept_at_first(store: SearchStore, path: Path) -> None:
    assert (store.saved(), store.recent()) == ((), ())
    assert not path.parent.exists()


def test_everything_about_a_search_is_kept(store: SearchStore, path: Path) -> None:
    store.remember(FULL)
    made = store.save("名張のほか", FULL)
    again = SearchStore(path)
    assert again.recent() == (FULL,)
    assert again.saved() == (made,)
    assert made.query == FULL


def test_newest_first_and_each_once(store: SearchStore) -> None:
    for text in ("相談", "名張", "相談"):
        store.remember(KeptQuery(text))
    assert texts(store) == ["相談", "名張"]


def test_same_words_with_other_filters_are_another_search(store: SearchStore) -> None:
    store.remember(KeptQuery("相談", (("kind", ("case",)),)))
    store.remember(KeptQuery("名張"))
    store.remember(KeptQuery("相談"))
    assert texts(store) == ["相談", "名張", "相談"]


def test_beginnings_typed_on_the_way_are_replaced(store: SearchStore) -> None:
    for text in ("名張", "そうだ", "そうだん", "そうだん支援"):
        store.remember(KeptQuery(text))
    assert texts(store) == ["そうだん支援", "名張"]


@pytest.mark.parametrize("text", ["", "  ", "　"])
def test_nothing_asked_is_not_kept(store: SearchStore, text: str, path: Path) -> None:
    store.remember(KeptQuery(text, (("kind", ("case",)),)))
    assert store.recent() == ()
    assert not path.exists()


def test_only_the_last_hundred_are_kept(store: SearchStore) -> None:
    for number in range(RECENT_LIMIT + 5):
        store.remember(KeptQuery(f"{number}番"))
    assert len(store.recent()) == RECENT_LIMIT
    assert texts(store)[0] == f"{RECENT_LIMIT + 4}番"


def test_one_can_be_forgotten(store: SearchStore) -> None:
    for text in ("相談", "名張"):
        store.remember(KeptQuery(text))
    store.forget_recent(KeptQuery("相談"))
    assert texts(store) == ["名張"]


def test_all_can_be_forgotten_and_brought_back(store: SearchStore) -> None:
    for text in ("相談", "名張"):
        store.remember(KeptQuery(text))
    store.save("残る", FULL)
    gone = store.clear_recent()
    assert texts(store) == []
    assert names(store) == ["残る"]
    store.remember(KeptQuery("そのあと"))
    store.restore_recent(gone)
    assert texts(store) == ["そのあと", "名張", "相談"]


@pytest.mark.parametrize(
    "entry",
    [
        "相談",
        {},
        {"text": 5},
        {"text": ""},
        {"text": "相談", "filters": []},
        {"text": "相談", "id": "x"},
        {"text": "相談", "id": 5, "name": "x"},
        {"text": "相談", "id": "x", "name": " "},
    ],
)
def test_entries_that_make_no_sense_are_left_out(path: Path, entry: object) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"saved": [entry, {"id": "a", "name": "よい", "text": "名張"}]}))
    assert names(SearchStore(path)) == ["よい"]
