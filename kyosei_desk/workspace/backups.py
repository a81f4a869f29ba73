# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Backups of the workspace database: made whole, checked, and not too many of them.

A backup is a database file of its own, beside which nothing belongs to it:
``backups/workspace-20261123-190500.sqlite``, named after the machine's time. Whoever makes or
clears them holds the lock of the database, see :mod:`kyosei_desk.workspace.database`.
"""

import datetime
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from kyosei_desk.domain.errors import DamagedDataError
from kyosei_desk.workspace.sqlite_files import connect, is_whole, typed_errors

FOLDER = "backups"
NEWEST_KEPT = 10
WEEKS_KEPT = 8
_TIME = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"workspace-([0-9]{8}-[0-9]{6})\.sqlite")
_UNFINISHED = ".unfinished"

# What differs whenever a person has changed something.
_MARK = (
    "SELECT count(*), total(position), max(changed_at), count(deleted_at),"
    " (SELECT count(*) FROM revision) FROM project"
)
Mark = tuple[object, ...]


@dataclass(frozen=True, order=True)
class Backup:
    """A backup and when it was made."""

    made_at: datetime.datetime
    path: Path


def is_new(database: Path) -> bool:
    """Return whether nothing has ever been kept: there is no database, and no backup of one."""
    return not database.exists() and not backups(database.parent / FOLDER)


def backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups in a folder, the newest first."""
    if not folder.is_dir():
        return ()
    found = (_backup(path) for path in folder.iterdir())
    return tuple(sorted((backup for backup in found if backup), reverse=True))


def newest_whole(folder: Path) -> Backup | None:
    """Return the newest backup in which nothing is wrong."""
    for backup in backups(folder):
        with suppress(sqlite3.Error, OSError):
            if is_whole(backup.path):
                return backup
    return None


def back_up(database: Path, folder: Path, now: datetime.datetime) -> Backup | None:
    """Make a backup if something has changed since the last, and clear those too many.

    A database without a project needs none. Nothing is cleared before the new one is known
    to be whole.

    Returns:
        The backup, None if none was needed.

    Raises:
        StorageError: it cannot be made; the backups there are stay.
    """
    with typed_errors(folder):
        mark = _mark(database)
        known = backups(folder)
        if (mark is not None and not mark[0]) or (known and mark == _mark(known[0].path)):
            return None
        folder.mkdir(parents=True, exist_ok=True)
        made = _made(database, folder, now)
        _clear(folder, now)
        return made


def kept(known: Iterable[Backup], now: datetime.datetime) -> tuple[Backup, ...]:
    """Return the backups to keep: the newest ones, and the last of each of the last weeks."""
    newest_first = sorted(known, reverse=True)
    weeks: dict[tuple[int, int], Backup] = {}
    for backup in newest_first:
        if now - backup.made_at < datetime.timedelta(weeks=WEEKS_KEPT):
            weeks.setdefault(backup.made_at.isocalendar()[:2], backup)
    return tuple(sorted({*newest_first[:NEWEST_KEPT], *weeks.values()}, reverse=True))


def _made(database: Path, folder: Path, now: datetime.datetime) -> Backup:
    """Copy the database as it stands and check the copy before it gets its name."""
    made = _free(folder, now)
    copy = made.path.with_name(made.path.name + _UNFINISHED)
    for left in folder.glob(f"workspace-*{_UNFINISHED}*"):
        left.unlink(missing_ok=True)
    try:
        with closing(connect(database)) as source, closing(connect(copy)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        if not is_whole(copy):
            raise DamagedDataError(copy, "integrity_check")
        copy.replace(made.path)
    except BaseException:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
        raise
    return made


def _free(folder: Path, now: datetime.datetime) -> Backup:
    """Return a backup of now to be made, or of the first second whose name is free."""
    made_at = now.astimezone().replace(microsecond=0)
    while (path := folder / f"workspace-{made_at:{_TIME}}.sqlite").exists():
        made_at += datetime.timedelta(seconds=1)
    return Backup(made_at, path)


def _clear(folder: Path, now: datetime.datetime) -> None:
    known = backups(folder)
    for backup in set(known).difference(kept(known, now)):
        with suppress(OSError):  # one too many does no harm
            backup.path.unlink()


def _backup(path: Path) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        return Backup(datetime.datetime.strptime(found[1], _TIME).astimezone(), path)
    except (ValueError, OverflowError, OSError):  # digits that are no time
        return None


def _mark(database: Path) -> Mark | None:
    """Return what tells a database's content from an earlier one; None for other tables."""
    try:
        with closing(connect(database)) as connection:
            mark: Mark = connection.execute(_MARK).fetchone()
            return mark
    except sqlite3.DatabaseError:
        return None
