# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Saved and recent searches: kept whole, shared between windows, never in the way."""

import errno
import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kyosei_desk import locking
from kyosei_desk.domain.errors import StorageError
from kyosei_desk.locking import exclusive
from kyosei_desk.wording.errors import error_sentence
from kyosei_desk.workspace import kept_file
from kyosei_desk.workspace.naming import NAME_LIMIT
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


def test_names_are_told_apart(store: SearchStore) -> None:
    for _ in range(3):
        store.save(" 相談  支援 ", FULL)
    assert names(store) == ["相談 支援 (3)", "相談 支援 (2)", "相談 支援"]


@pytest.mark.parametrize(("name", "kept"), [("", "検索"), ("あ" * 200, "あ" * NAME_LIMIT)])
def test_any_name_will_do(store: SearchStore, name: str, kept: str) -> None:
    assert store.save(name, FULL).name == kept


def test_rename(store: SearchStore) -> None:
    first, second = store.save("一", FULL), store.save("二", FULL)
    store.rename(first.id, "三")
    store.rename(second.id, "三")
    store.rename(second.id, "  ")
    assert names(store) == ["三 (2)", "三"]
    assert {search.id for search in store.saved()} == {first.id, second.id}


def test_renaming_to_its_own_name_adds_no_number(store: SearchStore) -> None:
    made = store.save("一", FULL)
    store.rename(made.id, "一")
    assert names(store) == ["一"]


def test_delete_and_take_back(store: SearchStore) -> None:
    made = [store.save(name, FULL) for name in "一二三"]
    store.delete(made[1].id)
    assert names(store) == ["三", "一"]
    store.restore(made[1], 1)
    store.restore(made[1], 1)
    assert names(store) == ["三", "二", "一"]


def test_two_windows_lose_nothing_of_each_other(path: Path) -> None:
    one, other = SearchStore(path), SearchStore(path)
    one.recent()
    other.save("もう一つの窓", FULL)
    one.remember(KeptQuery("相談"))
    other.remember(KeptQuery("名張"))
    assert names(one) == ["もう一つの窓"]
    assert texts(one) == ["名張", "相談"]


def test_many_windows_at_once(path: Path) -> None:
    def work(number: int) -> None:
        SearchStore(path).save(f"窓{number}", FULL)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(12)))
    assert set(names(SearchStore(path))) == {f"窓{number}" for number in range(12)}


def test_waits_for_another_window_and_says_when_it_stays_taken(
    store: SearchStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_file, "WAIT_SECONDS", 0.0)
    store.remember(KeptQuery("相談"))
    with exclusive(path.with_suffix(".lock"), 0, lambda: None) as held:
        assert held
        with pytest.raises(StorageError) as error:
            store.remember(KeptQuery("名張"))
    assert "もう一つの画面が使っています）。少し待って" in error_sentence(error.value)
    assert texts(store) == ["相談"]


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", b"\xff\xfe\x00", "[" * 100_000])
@pytest.mark.parametrize("look_first", [True, False])
def test_damaged_file_is_set_aside(path: Path, damage: str | bytes, look_first: bool) -> None:
    path.parent.mkdir()
    raw = damage.encode() if isinstance(damage, str) else damage
    path.write_bytes(raw)
    store = SearchStore(path)
    if look_first:
        assert store.recent() == ()
    store.remember(KeptQuery("相談"))
    assert store.set_aside == path.with_name("searches.damaged.json")
    assert store.set_aside.read_bytes() == raw
    assert texts(SearchStore(path)) == ["相談"]


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


def test_what_a_newer_version_wrote_survives(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"format": 9, "colours": {"a": 1}}')
    raw = path.read_bytes()
    store = SearchStore(path)
    assert (store.recent(), store.kept_newer) == ((), None)
    store.remember(KeptQuery("相談"))
    written = json.loads(path.read_bytes())
    assert (written["format"], written["colours"]) == (1, {"a": 1})
    assert store.kept_newer == path.with_name("searches.newer.json")
    assert store.kept_newer.read_bytes() == raw
    store.remember(KeptQuery("名張"))
    kept = {p.name for p in path.parent.iterdir()}
    assert kept == {"searches.json", "searches.lock", "searches.newer.json"}


def test_what_a_newer_version_wrote_is_not_written_over_without_a_copy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    path.parent.mkdir()
    path.write_text('{"format": 9}')
    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(StorageError):
        SearchStore(path).remember(KeptQuery("相談"))
    assert path.read_text() == '{"format": 9}'


def test_a_change_that_changes_nothing_leaves_a_newer_file_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"format": 9}')
    SearchStore(path).forget_recent(KeptQuery("相談"))
    assert path.read_text() == '{"format": 9}'


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS])
def test_a_disk_that_cannot_lock_is_told_at_once(
    store: SearchStore, path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_file: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(locking, "_acquire", refuse)
    monkeypatch.setattr(time, "sleep", lambda _seconds: pytest.fail("waited"))
    with pytest.raises(StorageError) as error:
        store.remember(KeptQuery("相談"))
    assert (error.value.path, error.value.reason) == (path, os.strerror(number))
    sentence = error_sentence(error.value)
    assert "鍵をかける" in sentence
    assert "このパソコンのディスクに置いてください" in sentence
    assert "もう一つの画面" not in sentence


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EACCES, "許されていません"), (errno.EROFS, "読むことしかできない")],
)
def test_a_lock_file_that_cannot_be_made_is_told(
    store: SearchStore, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StorageError) as error:
        store.remember(KeptQuery("相談"))
    assert words in error_sentence(error.value)


def test_a_full_disk_is_told_and_keeps_the_old_file(
    store: SearchStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    store.remember(KeptQuery("相談"))
    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(StorageError, match="No space"):
        store.remember(KeptQuery("名張"))
    assert texts(store) == ["相談"]


def test_broken_characters_do_no_harm(store: SearchStore) -> None:
    store.remember(KeptQuery("名\ud800張"))
    assert texts(store) == ["名?張"]
