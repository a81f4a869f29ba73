# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How the database file is opened: what is committed is on the disk, whoever opens it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kyosei_desk.workspace import database, sqlite_files
from tests.workspace.projects.shelf import Shelf, made, rename

_FULL = 2  # as PRAGMA synchronous tells it


def test_a_connection_waits_for_the_disk_and_minds_its_tables(tmp_path: Path) -> None:
    with closing(sqlite_files.connect(tmp_path / "one.sqlite")) as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (_FULL,)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_the_store_keeps_it_so_while_it_works(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[sqlite3.Connection] = []
    said: list[str] = []

    def connect(path: Path) -> sqlite3.Connection:
        connection = sqlite_files.connect(path)
        assert connection.execute("PRAGMA synchronous").fetchone() == (_FULL,)
        connection.set_trace_callback(said.append)
        opened.append(connection)
        return connection

    monkeypatch.setattr(database, "connect", connect)
    store = shelf.store()
    changed = rename(store, store.create(made("一")), "二")
    store.undo("a", changed.position)
    assert len(opened) >= 3
    assert any(statement.startswith("BEGIN IMMEDIATE") for statement in said)
    assert not any("synchronous" in statement.lower() for statement in said)


def test_what_refers_to_nothing_is_refused(shelf: Shelf) -> None:
    shelf.store().create(made())
    row = "INSERT INTO revision VALUES ('nowhere', 1, '版', '2026', '{}')"
    connecting = closing(sqlite_files.connect(shelf.path))
    with connecting as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(row)
