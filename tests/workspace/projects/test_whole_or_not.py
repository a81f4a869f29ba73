# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What cannot be written is told and changes nothing; what was acknowledged is there."""

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.model import Answer, ModelProject
from kyosei_desk.locking import exclusive
from kyosei_desk.workspace import database, sqlite_files
from kyosei_desk.workspace.project_records import OpenProject
from kyosei_desk.workspace.project_store import ProjectStore
from tests.domain.projects.strategies import journeys
from tests.workspace.projects.killing import dies_before_statement, kill_often
from tests.workspace.projects.shelf import Shelf, made, rename


def long_answer(opened: OpenProject) -> Changed:
    answers = (Answer(question="q", text="長い答え" * 20_000),)
    return Changed(ChangeKind.ANSWERED, "q", opened.project.model_copy(update={"answers": answers}))


def reason(caught: pytest.ExceptionInfo[StorageError]) -> str:
    return caught.value.reason


def test_a_full_disk_is_told_and_nothing_is_lost(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect_to_a_full_disk(path: Path) -> sqlite3.Connection:
        connection = sqlite_files.connect(path)
        connection.execute("PRAGMA max_page_count = 1")  # that is: as many as there are
        return connection

    store = shelf.store()
    opened = rename(store, store.create(made("一")), "二")
    with monkeypatch.context() as full:
        full.setattr(database, "connect", connect_to_a_full_disk)
        with pytest.raises(StorageError) as caught:
            store.commit("a", opened.position, long_answer(opened))
        assert reason(caught) == os.strerror(errno.ENOSPC)
        assert store.open("a") == opened
    assert shelf.store().open("a") == opened
    assert store.commit("a", opened.position, long_answer(opened)).project.answers


def test_what_the_disk_cannot_write_is_told_as_such(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    shelf.path.parent.mkdir()
    typed = sqlite_files.typed_error(shelf.path, error)
    assert typed.reason == os.strerror(errno.EIO)
    monkeypatch.setattr(sqlite_files, "_NO_SPACE_BYTES", float("inf"))
    assert sqlite_files.typed_error(shelf.path, error).reason == os.strerror(errno.ENOSPC)


def test_a_file_that_may_not_be_used(shelf: Shelf) -> None:
    shelf.path.mkdir(parents=True)
    with pytest.raises(StorageError) as caught:
        shelf.store().entries()
    assert caught.value.path == shelf.path


def test_a_folder_that_cannot_be_made(shelf: Shelf) -> None:
    shelf.path.parent.write_text("in the way")
    with pytest.raises(StorageError):
        shelf.store().entries()


def test_while_another_writes_one_can_read_but_not_write(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = shelf.store()
    opened = store.create(made("一"))
    monkeypatch.setattr(sqlite_files, "BUSY_SECONDS", 0.0)
    with closing(sqlite3.connect(shelf.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE project SET name = '途中'")
        with pytest.raises(StorageError) as caught:
            rename(store, opened, "二")
        assert reason(caught) == os.strerror(errno.EAGAIN)
        assert [entry.name for entry in store.entries()] == ["一"]
        assert store.open("a") == opened
        other.execute("ROLLBACK")
    assert rename(store, opened, "二").project.name == "二"


def test_while_another_opens_the_database_one_waits(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = shelf.store()
    monkeypatch.setattr(database, "LOCK_SECONDS", 0.0)
    shelf.path.parent.mkdir()
    with exclusive(shelf.path.with_suffix(".lock"), 0, lambda: None) as held:
        assert held
        with pytest.raises(StorageError) as caught:
            store.entries()
    assert reason(caught) == os.strerror(errno.EAGAIN)
    assert store.entries() == ()


def test_an_error_in_the_middle_takes_everything_back(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = shelf.store()
    opened = rename(store, store.create(made("一")), "二")
    undone = store.undo("a", opened.position)
    before = (store.open("a"), store.history("a"))

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kyosei_desk.workspace.project_store.opened_project", broken)
    with pytest.raises(ZeroDivisionError):
        rename(store, undone, "三")
    with pytest.raises(ZeroDivisionError):
        store.create(made("三", "b"))
    monkeypatch.undo()
    assert (store.open("a"), store.history("a")) == before
    assert len(store.entries()) == 1


@settings(max_examples=25)
@given(st.lists(st.sampled_from(["commit", "undo", "redo", "restart"]), max_size=14))
def test_any_sequence_leaves_what_it_should(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    path = tmp_path_factory.mktemp("data") / "workspace.sqlite"
    store = ProjectStore(path)
    opened = store.create(made("0"))
    states, at = [opened.project], 0
    for number, step in enumerate(steps, 1):
        if step == "commit":
            opened = rename(store, opened, str(number))
            states[at + 1 :] = [opened.project]
            at += 1
        elif step == "undo" and opened.undo:
            opened = store.undo("a", opened.position)
            at -= 1
        elif step == "redo" and opened.redo:
            opened = store.redo("a", opened.position)
            at += 1
        elif step == "restart":
            store = ProjectStore(path)
            assert store.open("a") == opened
        assert opened.project == states[at]
        assert (opened.undo is None, opened.redo is None) == (at == 0, at == len(states) - 1)


@settings(max_examples=12)
@given(journeys())
def test_any_project_comes_back_the_very_same(
    tmp_path_factory: pytest.TempPathFactory, journey: tuple[ModelProject, ...]
) -> None:
    path = tmp_path_factory.mktemp("data") / "workspace.sqlite"
    store = ProjectStore(path)
    opened = store.create(Changed(ChangeKind.CREATED, "", journey[0]))
    states = [opened]
    for after in journey[1:]:
        opened = store.commit(
            opened.project.id, opened.position, Changed(ChangeKind.IMPORTED, "", after)
        )
        states += [opened] if after != states[-1].project else []
    assert [state.project for state in states] == [
        after for before, after in zip((None, *journey), journey, strict=False) if after != before
    ]
    project_id, store = opened.project.id, ProjectStore(path)
    assert store.open(project_id) == opened
    for state in states[-2::-1]:
        opened = store.undo(project_id, opened.position)
        assert opened.project == state.project
    for state in states[1:]:
        opened = store.redo(project_id, opened.position)
        assert opened.project == state.project


def test_a_change_cut_off_at_any_statement_is_none(shelf: Shelf) -> None:
    store = shelf.store()
    opened = store.undo("a", rename(store, store.create(made("一")), "二").position)
    history, number = store.history("a"), 1
    while dies_before_statement(shelf.path, number):
        store = shelf.store()
        assert (store.open("a"), store.history("a")) == (opened, history)
        number += 1
    assert number > 5
    assert shelf.store().open("a").position == opened.position + 1


def test_a_hundred_kills_lose_nothing_acknowledged(shelf: Shelf) -> None:
    assert kill_often(shelf.path, rounds=100) > 0
    assert shelf.store().opening.set_aside is None
