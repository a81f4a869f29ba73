# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The workspace database: one SQLite file of the person's own.

Concurrency:

- Any thread may use a :class:`Database`, and any number of processes the file. Every use is
  one transaction on a connection of its own, made and closed in the thread that uses it; so
  between two uses the file is closed and whole, and nothing waits to be written.
- One writes at a time: a transaction that writes says so when it begins (BEGIN IMMEDIATE)
  and waits for the other, at most ``BUSY_SECONDS``. Readers see the state of their beginning
  and wait for nobody (WAL).
- What has been committed is on the disk (synchronous = FULL). A process that is killed leaves
  either the whole transaction or nothing of it.
- The first use in a process opens the database under a lock file: a damaged one is set aside
  and the newest backup takes its place, an older one is brought up to date, a backup is made
  if something has changed. Found damaged later, it is opened anew with the next use.
"""

import datetime
import errno
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from kyosei_desk.domain.errors import DamagedDataError, StorageError
from kyosei_desk.files import set_aside, write_atomically
from kyosei_desk.locking import exclusive
from kyosei_desk.workspace.backups import FOLDER, back_up, is_new, newest_whole
from kyosei_desk.workspace.migrating import NEWEST, migrate, use_wal, version
from kyosei_desk.workspace.project_records import Opening
from kyosei_desk.workspace.sqlite_files import connect, is_whole, typed_error, typed_errors

LOCK_SECONDS = 10.0
_WRITES = "kyosei_writes"


class Database:
    """The database in a file. Every method may raise ``StorageError``.

    That is also: ``DamagedDataError``; a newer version's file raises ``NewerDataError``.
    """

    def __init__(self, path: Path, now: Callable[[], datetime.datetime]):
        """Keep in ``path``; nothing is read or written yet."""
        self._path = path
        self._now = now
        self._turn = threading.Lock()
        self._opening: Opening | None = None
        self._engine = _make_engine(path)
        self._writing_engine = self._engine.execution_options(**{_WRITES: True})

    @property
    def is_new(self) -> bool:
        """Whether nothing has ever been kept: there is no file, and no backup of one."""
        return is_new(self._path)

    def opening(self) -> Opening:
        """Open the database, if that has not been done, and return what was found."""
        with self._turn:
            if self._opening is None or not self._path.exists():
                self._opening = self._open()
            return self._opening

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Look at one state of the database."""
        with self._session(self._engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Change the database; an exception in the body leaves it as it was."""
        with self._session(self._writing_engine) as session, session.begin():
            yield session

    def close(self) -> None:
        """Forget what was found; the next use opens the database again."""
        with self._turn:
            self._opening = None
        self._engine.dispose()

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        self.opening()
        try:
            with Session(engine, expire_on_commit=False) as session:
                yield session
        except DBAPIError as error:
            typed = _typed(self._path, error)
            if isinstance(typed, DamagedDataError):
                self.close()
            raise typed from error

    def _open(self) -> Opening:
        lock = self._path.with_suffix(".lock")
        with typed_errors(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with exclusive(lock, LOCK_SECONDS, _keep_waiting, required=True) as held:
                if not held:
                    raise StorageError(self._path, os.strerror(errno.EAGAIN))
                return self._open_locked()

    def _open_locked(self) -> Opening:
        opening = self._mended()
        found = version(self._path)
        if found is not None:
            try:
                made = back_up(self._path, self._path.parent / FOLDER, self._now())
                opening = replace(opening, backup=made.path if made else None)
            except StorageError as error:
                if found != NEWEST:  # no change of the tables without a way back
                    raise
                opening = replace(opening, backup_error=error)
        if found != NEWEST:
            use_wal(self._path)
            try:
                migrate(self._writing_engine)
            except DBAPIError as error:
                raise _typed(self._path, error) from error
        return opening

    def _mended(self) -> Opening:
        """See to it that the file is whole; a lost or damaged one is replaced by a backup."""
        damaged = self._is_damaged()
        missing = not self._path.exists()
        if not damaged and not missing and version(self._path) is not None:
            return Opening()
        backup = newest_whole(self._path.parent / FOLDER)
        kept = _set_aside(self._path) if damaged or missing or backup else None
        kept = kept if damaged else None
        if backup is None:
            return Opening(kept)
        write_atomically(self._path, backup.path.read_bytes())
        use_wal(self._path)
        return Opening(kept, backup.path, backup.made_at.astimezone(datetime.UTC))

    def _is_damaged(self) -> bool:
        if not self._path.exists():
            return False
        try:
            if not is_whole(self._path):
                return True
            version(self._path)
        except DamagedDataError:
            return True
        return False


def _make_engine(path: Path) -> Engine:
    """Return an engine that begins its transactions itself; it touches nothing yet."""
    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _typed(path: Path, error: DBAPIError) -> StorageError:
    if isinstance(error.orig, sqlite3.Error):
        return typed_error(path, error.orig)
    return StorageError(path, str(error))


def _set_aside(path: Path) -> Path | None:
    """Move a file, if there is one, and what SQLite has beside it; return its new name.

    Beside another file that would be taken for its own and break it.
    """
    kept = set_aside(path) if path.exists() else None
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)  # made anew from the others
    for ending in ("-wal", "-journal"):
        beside = path.with_name(path.name + ending)
        if beside.exists() and kept is None:
            set_aside(beside)
        elif beside.exists() and kept is not None:
            beside.replace(kept.with_name(kept.name + ending))
    return kept


def _keep_waiting() -> None:
    """Nobody calls the waiting off."""
