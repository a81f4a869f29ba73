# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""SQLite files as such: opened, checked, and their errors made typed ones."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kyosei_desk.domain.errors import DamagedDataError, StorageError

BUSY_SECONDS = 5.0
_NO_SPACE_BYTES = 1024 * 1024
_MAGIC = b"SQLite format 3\0"
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_REASONS = {
    sqlite3.SQLITE_BUSY: errno.EAGAIN,
    sqlite3.SQLITE_LOCKED: errno.EAGAIN,
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_IOERR: errno.EIO,
}


def connect(path: Path) -> sqlite3.Connection:
    """Open a database file, made where there is none; transactions are the caller's.

    What is committed is on the disk. Closing it is the caller's as well.
    """
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def typed_errors(path: Path) -> Iterator[None]:
    """Raise what SQLite and the system say of a file as typed errors.

    Raises:
        DamagedDataError: the file is no whole database.
        StorageError: it cannot be read or written.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise typed_error(path, error) from error
    except OSError as error:
        raise StorageError(path, error.strerror or str(error)) from error


def typed_error(path: Path, error: sqlite3.Error) -> StorageError:
    """Return what SQLite says of a file as a typed error."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _DAMAGED:
        return DamagedDataError(path, str(error))
    number = _REASONS.get(code)
    if number == errno.EIO and _is_full(path):
        number = errno.ENOSPC
    return StorageError(path, str(error) if number is None else os.strerror(number))


def is_whole(path: Path) -> bool:
    """Tell whether a file is a database in which SQLite finds nothing wrong.

    An empty file is a database without tables.

    Raises:
        OSError: the file cannot be read.
        sqlite3.Error: that cannot be told, as the file is busy or may not be read.
    """
    with path.open("rb") as file:
        # Not left to SQLite, which would first bring in the changes beside it.
        if file.read(len(_MAGIC)) not in (b"", _MAGIC):
            return False
    try:
        with closing(connect(path)) as connection:
            return [row[0] for row in connection.execute("PRAGMA integrity_check(1)")] == ["ok"]
    except sqlite3.DatabaseError as error:
        if isinstance(typed_error(path, error), DamagedDataError):
            return False
        raise


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _NO_SPACE_BYTES
    except OSError:
        return False
