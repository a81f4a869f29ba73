# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Backups are made when something has changed, and kept for weeks; what breaks comes back."""

import datetime
import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.errors import DamagedDataError
from kyosei_desk.wording.errors import error_sentence
from kyosei_desk.wording.opened_projects import opening_text
from kyosei_desk.workspace import backups
from kyosei_desk.workspace.backups import Backup, kept
from kyosei_desk.workspace.project_records import Opening
from kyosei_desk.workspace.project_store import ProjectStore
from tests.workspace.projects.shelf import SECOND, Shelf, made, rename

DAY = datetime.timedelta(days=1)
NOW = datetime.datetime(2026, 11, 23, 10, 0, tzinfo=datetime.UTC)  # a Monday


def backup(days: float) -> Backup:
    """A backup made so many days ago."""
    return Backup(NOW - days * DAY, Path(f"{days}"))


def names(store: ProjectStore) -> list[str]:
    return [entry.name for entry in store.entries()]


def session(shelf: Shelf, *project_names: str) -> ProjectStore:
    """Open the store anew and give the project names, as one window would."""
    store = shelf.store()
    if store.entries():
        rename(store, store.open("a"), *project_names)
    elif project_names:
        rename(store, store.create(made(project_names[0])), *project_names[1:])
    return store


def test_nothing_is_backed_up_while_there_is_no_project(shelf: Shelf) -> None:
    session(shelf)
    session(shelf)
    assert shelf.backups == []


def test_a_session_backs_up_what_the_last_ones_changed(shelf: Shelf) -> None:
    session(shelf, "一")
    assert session(shelf, "二", "三").opening.backup is not None
    assert len(shelf.backups) == 1
    assert session(shelf).opening.backup is not None
    assert session(shelf).opening.backup is None
    assert len(shelf.backups) == 2
    seen = [names(ProjectStore(shelf.path.parent / "backups" / name)) for name in shelf.backups]
    assert seen == [["一"], ["三"]]


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.undo("a", store.open("a").position),
        lambda store: store.keep_revision("a", "会議"),
        lambda store: store.delete("a"),
        lambda store: store.create(made("もう一つ"), any_id=True),
    ],
    ids=["undo", "revision", "delete", "create"],
)
def test_every_change_is_worth_a_backup(shelf: Shelf, change: object) -> None:
    session(shelf, "一", "二")
    store = session(shelf)
    assert callable(change)
    change(store)
    assert session(shelf).opening.backup is not None
    assert session(shelf).opening.backup is None


def test_a_backup_is_named_after_the_machines_time_and_stands_alone(shelf: Shelf) -> None:
    session(shelf, "一")
    made_at = shelf.clock.now + SECOND
    session(shelf)
    assert shelf.backups == [f"workspace-{made_at.astimezone():%Y%m%d-%H%M%S}.sqlite"]
    (path,) = (shelf.path.parent / "backups").iterdir()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_backups_of_the_same_second_are_told_apart(shelf: Shelf) -> None:
    session(shelf, "一")
    for name in ("二", "三"):
        shelf.clock.now = NOW
        session(shelf, name)
    assert len(shelf.backups) == 2


def test_what_is_no_backup_stays(shelf: Shelf) -> None:
    folder = shelf.path.parent / "backups"
    folder.mkdir(parents=True)
    others = ["workspace-20269999-999999.sqlite", "大事な写し.sqlite", "workspace.sqlite"]
    for name in others:
        (folder / name).write_bytes(b"mine")
    (folder / "workspace-20261101-000000.sqlite.unfinished").write_bytes(b"cut off")
    session(shelf, "一")
    session(shelf)
    assert len(shelf.backups) == 4
    assert set(others) < set(shelf.backups)


def test_those_too_many_are_cleared(shelf: Shelf) -> None:
    for number in range(backups.NEWEST_KEPT + 3):
        session(shelf, f"案{number}")
    assert len(shelf.backups) == backups.NEWEST_KEPT
    last = ProjectStore(shelf.path.parent / "backups" / shelf.backups[-1])
    assert names(last) == [f"案{backups.NEWEST_KEPT + 1}"]


def test_nothing_is_cleared_for_a_backup_that_is_not_whole(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(backups.NEWEST_KEPT + 2):
        session(shelf, f"案{number}")
    before = shelf.backups
    monkeypatch.setattr(backups, "is_whole", lambda _path: False)
    store = session(shelf)
    assert isinstance(store.opening.backup_error, DamagedDataError)
    assert shelf.backups == before


def test_the_newest_and_one_a_week_are_kept() -> None:
    known = [backup(days) for days in range(100)]
    days = [int(str(one.path)) for one in kept(known, NOW)]
    assert days == [*range(10), 15, 22, 29, 36, 43, 50]


@given(st.lists(st.floats(0, 200), unique=True))
def test_no_more_than_the_newest_and_one_a_week_are_kept(ages: list[float]) -> None:
    known = [backup(age) for age in ages]
    found = kept(known, NOW)
    assert len(found) <= backups.NEWEST_KEPT + backups.WEEKS_KEPT + 1
    assert found[: backups.NEWEST_KEPT] == tuple(sorted(known, reverse=True)[: len(found)])[:10]
    assert set(found) <= set(known)


def test_a_backup_that_cannot_be_made_stops_nobody(shelf: Shelf) -> None:
    session(shelf, "一")
    (shelf.path.parent / "backups").write_text("in the way")
    store = session(shelf, "二")
    error = store.opening.backup_error
    assert error is not None
    assert error.reason in {os.strerror(number) for number in (errno.EEXIST, errno.ENOTDIR)}
    assert names(store) == ["二"]
    assert opening_text(store.opening) == f"案の控えを作れませんでした。{error_sentence(error)}"


# Damaged and lost databases


def test_a_damaged_database_is_set_aside_and_the_newest_backup_restored(shelf: Shelf) -> None:
    session(shelf, "一", "二")
    session(shelf, "三")
    shelf.damage()
    damaged = shelf.path.read_bytes()
    store = shelf.store()
    assert names(store) == ["二"]
    found = store.opening
    assert found.set_aside is not None
    assert found.set_aside.read_bytes() == damaged
    assert found.restored_from is not None
    assert [found.restored_from.name] == shelf.backups
    text = opening_text(found)
    assert text is not None
    assert "こわれていた" in text
    assert str(found.set_aside) in text
    assert names(session(shelf, "四")) == ["四"]
    assert shelf.store().opening.set_aside is None


@pytest.mark.parametrize("content", [b"no database at all" * 99, b"SQLite format 3\0"])
def test_without_a_backup_it_begins_anew(shelf: Shelf, content: bytes) -> None:
    shelf.path.parent.mkdir()
    shelf.path.write_bytes(content)
    store = shelf.store()
    assert store.entries() == ()
    assert store.opening == Opening(set_aside=shelf.path.with_name("workspace.damaged.sqlite"))
    assert "はじめから" in str(opening_text(store.opening))


def test_a_foreign_database_is_set_aside(shelf: Shelf) -> None:
    shelf.path.parent.mkdir()
    shelf.sql("CREATE TABLE songs (title TEXT)")
    store = shelf.store()
    assert store.create(made()).project.id == "a"
    aside = store.opening.set_aside
    assert aside is not None
    assert Shelf(aside, shelf.clock).sql("SELECT * FROM songs") == []


def test_a_damaged_backup_is_passed_over(shelf: Shelf) -> None:
    for name in ("一", "二", "三"):
        session(shelf, name)
    Shelf(shelf.path.parent / "backups" / shelf.backups[-1], shelf.clock).damage()
    shelf.damage()
    store = shelf.store()
    assert names(store) == ["一"]
    assert store.opening.restored_from is not None
    assert store.opening.restored_from.name == shelf.backups[0]


@pytest.mark.parametrize("content", [None, b""], ids=["missing", "empty"])
def test_a_lost_database_comes_back_from_the_backup(shelf: Shelf, content: bytes | None) -> None:
    session(shelf, "一")
    session(shelf)
    shelf.path.unlink()
    if content is not None:
        shelf.path.write_bytes(content)
    store = shelf.store()
    assert names(store) == ["一"]
    assert (store.opening.set_aside, store.opening.restored_from is None) == (None, False)
    assert "見つからなかった" in str(opening_text(store.opening))


@pytest.mark.parametrize("content", [None, b"no database at all" * 99], ids=["lost", "damaged"])
def test_what_sqlite_left_beside_does_not_harm_the_backup(
    shelf: Shelf, content: bytes | None
) -> None:
    session(shelf, "一")
    store = session(shelf)
    with closing(sqlite3.connect(shelf.path)) as held:
        held.execute("SELECT * FROM project").fetchall()  # so the next change stays beside
        rename(store, store.open("a"), "二")
        wal = shelf.path.with_name("workspace.sqlite-wal").read_bytes()
    shelf.path.unlink()
    if content is not None:
        shelf.path.write_bytes(content)
    shelf.path.with_name("workspace.sqlite-wal").write_bytes(wal)
    assert names(shelf.store()) == ["一"]
    kept = [path for path in shelf.path.parent.iterdir() if path.name.endswith("-wal")]
    assert [(path.name, path.read_bytes()) for path in kept] == [
        ("workspace.damaged.sqlite-wal", wal)
    ]


def test_a_database_lost_during_work_comes_back_too(shelf: Shelf) -> None:
    session(shelf, "一")
    store = session(shelf)
    shelf.path.unlink()
    assert names(store) == ["一"]


def test_damage_during_work_is_told_and_mended_with_the_next_use(shelf: Shelf) -> None:
    session(shelf, "一")
    store = session(shelf)
    shelf.damage()
    with pytest.raises(DamagedDataError) as caught:
        store.open("a")
    assert "控え" in error_sentence(caught.value)
    assert store.open("a").project.name == "一"
    assert store.opening.restored_from is not None


def test_nothing_to_say_of_a_whole_database(shelf: Shelf) -> None:
    session(shelf, "一")
    assert opening_text(session(shelf).opening) is None
