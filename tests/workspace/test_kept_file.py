# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What every file of a person's own keeps to: named, shared, whole, never in the way."""

import errno
import json
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kyosei_desk import locking
from kyosei_desk.domain.errors import StorageError
from kyosei_desk.locking import exclusive
from kyosei_desk.wording.errors import error_sentence
from kyosei_desk.workspace import kept_file
from kyosei_desk.workspace.column_marks import KeptColumn
from kyosei_desk.workspace.comparisons import ComparisonStore, KeptComparison
from kyosei_desk.workspace.naming import NAME_LIMIT
from kyosei_desk.workspace.searches import KeptQuery, SearchStore


@dataclass(frozen=True)
class Shelf:
    """One such file: how it is opened, and what a word becomes that is kept in it."""

    path: Path
    open: Callable[[Path], Any]
    thing: Callable[[str], Any]
    word: Callable[[Any], str]
    unnamed: str

    def store(self) -> Any:
        return self.open(self.path)

    def save(self, name: str, store: Any = None) -> Any:
        return (store or self.store()).save(name, self.thing("相談"))

    def remember(self, word: str, store: Any = None) -> None:
        (store or self.store()).remember(self.thing(word))

    @property
    def recent(self) -> list[str]:
        return [self.word(thing) for thing in self.store().recent()]

    @property
    def names(self) -> list[str]:
        return [saved.name for saved in self.store().saved()]

    def write(self, content: bytes) -> None:
        self.path.parent.mkdir()
        self.path.write_bytes(content)


def _compared(word: str) -> KeptComparison:
    return KeptComparison((KeptColumn(word, word),))


@pytest.fixture(params=["searches", "comparisons"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    path = tmp_path / "data" / f"{request.param}.json"
    if request.param == "searches":
        return Shelf(path, SearchStore, KeptQuery, lambda kept: str(kept.text), "検索")
    return Shelf(path, ComparisonStore, _compared, lambda kept: str(kept.ids[0]), "比較")


def no_space(_handle: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_looking_makes_no_file(shelf: Shelf) -> None:
    assert (shelf.names, shelf.recent) == ([], [])
    assert not shelf.path.parent.exists()


def test_names_are_told_apart(shelf: Shelf) -> None:
    for _ in range(3):
        shelf.save(" 相談  支援 ")
    assert shelf.names == ["相談 支援 (3)", "相談 支援 (2)", "相談 支援"]


@pytest.mark.parametrize("name", ["", " 　", "あ" * 200])
def test_any_name_will_do(shelf: Shelf, name: str) -> None:
    assert shelf.save(name).name == (name.strip()[:NAME_LIMIT] or shelf.unnamed)


def test_rename(shelf: Shelf) -> None:
    first, second = shelf.save("一"), shelf.save("二")
    store = shelf.store()
    store.rename(first.id, "三")
    store.rename(second.id, "三")
    store.rename(second.id, "  ")
    store.rename(first.id, "三")  # its own name: no number is added
    assert [(saved.id, saved.name) for saved in store.saved()] == [
        (second.id, "三 (2)"),
        (first.id, "三"),
    ]


def test_delete_and_take_back(shelf: Shelf) -> None:
    made = [shelf.save(name) for name in "一二三"]
    store = shelf.store()
    store.delete(made[1].id)
    assert shelf.names == ["三", "一"]
    store.restore(made[1], 1)
    store.restore(made[1], 1)
    assert shelf.names == ["三", "二", "一"]


def test_two_windows_lose_nothing_of_each_other(shelf: Shelf) -> None:
    one, other = shelf.store(), shelf.store()
    one.recent()
    shelf.save("もう一つの窓", other)
    shelf.remember("相談", one)
    shelf.remember("名張", other)
    assert (shelf.names, shelf.recent) == (["もう一つの窓"], ["名張", "相談"])


def test_many_windows_at_once(shelf: Shelf) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: shelf.save(f"窓{number}"), range(12)))
    assert set(shelf.names) == {f"窓{number}" for number in range(12)}


def test_a_window_that_keeps_the_file_is_told(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_file, "WAIT_SECONDS", 0.0)
    shelf.remember("相談")
    with exclusive(shelf.path.with_suffix(".lock"), 0, lambda: None) as held:
        assert held
        with pytest.raises(StorageError) as error:
            shelf.remember("名張")
    assert "もう一つの画面が使っています）。少し待って" in error_sentence(error.value)
    assert shelf.recent == ["相談"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000])
@pytest.mark.parametrize("look_first", [True, False])
def test_a_damaged_file_is_set_aside(shelf: Shelf, damage: bytes, look_first: bool) -> None:
    shelf.write(damage)
    store = shelf.store()
    if look_first:
        assert store.recent() == ()
    shelf.remember("相談", store)
    assert store.set_aside == shelf.path.with_suffix(".damaged.json")
    assert store.set_aside.read_bytes() == damage
    assert shelf.recent == ["相談"]


def test_what_a_newer_version_wrote_survives(shelf: Shelf) -> None:
    raw = b'{"format": 9, "colours": {"a": 1}}'
    shelf.write(raw)
    store = shelf.store()
    assert (store.recent(), store.kept_newer) == ((), None)
    shelf.remember("相談", store)
    written = json.loads(shelf.path.read_bytes())
    assert (written["format"], written["colours"]) == (1, {"a": 1})
    newer = shelf.path.with_suffix(".newer.json")
    assert store.kept_newer == newer
    assert newer.read_bytes() == raw
    shelf.remember("名張", store)
    kept = {path.name for path in shelf.path.parent.iterdir()}
    assert kept == {shelf.path.name, shelf.path.with_suffix(".lock").name, newer.name}


def test_what_a_newer_version_wrote_is_not_written_over_without_a_copy(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.write(b'{"format": 9}')
    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(StorageError):
        shelf.remember("相談")
    assert shelf.path.read_bytes() == b'{"format": 9}'


def test_a_change_that_changes_nothing_leaves_the_file_alone(shelf: Shelf) -> None:
    shelf.write(b'{"format": 9}')
    shelf.store().forget_recent(shelf.thing("相談"))
    shelf.store().rename("none", "名")
    assert shelf.path.read_bytes() == b'{"format": 9}'


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS])
def test_a_disk_that_cannot_lock_is_told_at_once(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_file: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(locking, "_acquire", refuse)
    monkeypatch.setattr(time, "sleep", lambda _seconds: pytest.fail("waited"))
    with pytest.raises(StorageError) as error:
        shelf.remember("相談")
    assert (error.value.path, error.value.reason) == (shelf.path, os.strerror(number))
    sentence = error_sentence(error.value)
    assert "鍵をかける" in sentence
    assert "このパソコンのディスクに置いてください" in sentence
    assert "もう一つの画面" not in sentence


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EACCES, "許されていません"), (errno.EROFS, "読むことしかできない")],
)
def test_a_lock_file_that_cannot_be_made_is_told(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StorageError) as error:
        shelf.remember("相談")
    assert words in error_sentence(error.value)


def test_a_file_that_cannot_be_read_is_told(shelf: Shelf) -> None:
    shelf.path.mkdir(parents=True)
    with pytest.raises(StorageError):
        shelf.store().recent()
    assert shelf.path.is_dir()


def test_a_full_disk_is_told_and_keeps_the_old_file(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.remember("相談")
    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(StorageError) as error:
        shelf.remember("名張")
    assert "空き容量" in error_sentence(error.value)
    assert shelf.recent == ["相談"]


def test_broken_characters_do_no_harm(shelf: Shelf) -> None:
    shelf.save("名\ud800張")
    shelf.remember("相\ud800談")
    assert (shelf.names, shelf.recent) == (["名?張"], ["相?談"])
