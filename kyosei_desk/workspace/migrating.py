# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The versions of the workspace database, and bringing an older one up to date.

A change of the tables is a new file in ``migrations/versions/``, its number added to
:data:`VERSIONS`; files of released versions are never changed. Alembic runs them when a
database is opened, all in one transaction.
"""

import threading
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from kyosei_desk.domain.errors import DamagedDataError, NewerDataError
from kyosei_desk.workspace.sqlite_files import connect

MIGRATIONS = Path(__file__).parent / "migrations"
VERSIONS = ("0001",)
NEWEST = VERSIONS[-1]
_one_at_a_time = threading.Lock()  # Alembic has one context for the whole process
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def version(path: Path) -> str | None:
    """Return the version of a database's tables; None if it has no tables yet.

    Raises:
        NewerDataError: a newer version of the program has made them.
        DamagedDataError: it is a database, but not one of this program.
        sqlite3.Error: it cannot be read.
    """
    with closing(connect(path)) as connection:
        tables = {name for (name,) in connection.execute(_TABLES)}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise DamagedDataError(path, "foreign")
        found = [str(number) for (number,) in connection.execute("SELECT * FROM alembic_version")]
    if len(found) != 1:
        raise DamagedDataError(path, "version")
    if found[0] not in VERSIONS:
        raise NewerDataError(path)
    return found[0]


def migrate(engine: Engine) -> None:
    """Bring the tables up to date, or make them; all of it happens or nothing."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with _one_at_a_time, engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def use_wal(path: Path) -> None:
    """Let readers read while one writes; a disk that cannot do that goes without.

    Raises:
        sqlite3.Error: the database cannot be written.
    """
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
