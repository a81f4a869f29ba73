# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A database of any version is opened, brought up to date, or left alone."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from kyosei_desk.domain.errors import NewerDataError, StorageError
from kyosei_desk.wording.errors import error_sentence
from kyosei_desk.workspace import database, migrating
from kyosei_desk.workspace.project_tables import Base
from tests.workspace.projects.shelf import Shelf, made, rename

SAMPLES = Path(__file__).parent
NEXT = '''
"""The next version."""
import sqlalchemy as sa
from alembic import op
revision = "0002"
down_revision = "0001"
def upgrade():
    op.add_column("project", sa.Column("colour", sa.Text, nullable=True))
'''


def put_in_place(shelf: Shelf, sample: str) -> None:
    """Make the database a sample's."""
    shelf.path.parent.mkdir()
    with closing(sqlite3.connect(shelf.path)) as connection:
        connection.executescript((SAMPLES / sample).read_text(encoding="utf-8"))


@pytest.fixture
def upgrade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program of the next version; returns its new migration."""
    folder = tmp_path / "次の版 100%" / "migrations"
    shutil.copytree(migrating.MIGRATIONS, folder)
    migration = folder / "versions" / "v0002_next.py"
    migration.write_text(NEXT, encoding="utf-8")
    monkeypatch.setattr(migrating, "MIGRATIONS", folder)
    monkeypatch.setattr(migrating, "VERSIONS", ("0001", "0002"))
    monkeypatch.setattr(database, "NEWEST", "0002")
    return migration


def columns(shelf: Shelf) -> list[str]:
    return [row[1] for row in shelf.sql("PRAGMA table_info(project)")]


def test_the_migrations_make_the_tables_of_the_program(shelf: Shelf) -> None:
    shelf.store().entries()
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(shelf.path), poolclass=NullPool
    )
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_every_migration_is_a_version_in_order() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrating.MIGRATIONS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(script.revision for script in scripts)[::-1] == migrating.VERSIONS
    assert migrating.VERSIONS[-1] == migrating.NEWEST


def test_an_empty_file_gets_its_tables(shelf: Shelf) -> None:
    shelf.path.parent.mkdir()
    shelf.path.touch()
    store = shelf.store()
    assert store.entries() == ()
    assert store.create(made()).project.name == "まるごと相談"
    assert shelf.files == ["workspace.lock", "workspace.sqlite"]


def test_a_database_of_version_1_is_read_whole(shelf: Shelf) -> None:
    put_in_place(shelf, "version_0001.sql")
    store = shelf.store()
    opened = store.open("midori")
    element = opened.project.element("machi-no-hokenshitsu")
    assert element is not None
    assert (opened.project.title, element.count) == ("みどり市 まるごと相談（案A）", 11)
    assert [(one.number, one.undone) for one in store.history("midori")] == [
        (2, True),
        (1, False),
        (0, False),
    ]
    assert store.redo("midori", opened.position).project.name == "まるごと相談窓口"
    assert store.revision("midori", 1).design.elements == ()
    (gone,) = store.deleted()
    assert gone.id == "mukashi"


def test_an_older_database_is_backed_up_and_brought_up_to_date(
    shelf: Shelf, upgrade: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert upgrade.exists()
    put_in_place(shelf, "version_0001.sql")
    before = columns(shelf)
    store = shelf.store()
    assert store.opening.backup is not None
    assert columns(shelf) == [*before, "colour"]
    assert store.open("midori").project.town.name == "みどり市"
    old = Shelf(store.opening.backup, shelf.clock)
    assert (columns(old), old.sql("SELECT * FROM alembic_version")) == (before, [("0001",)])


def test_a_migration_that_fails_leaves_everything_as_it_was(shelf: Shelf, upgrade: Path) -> None:
    put_in_place(shelf, "version_0001.sql")
    before = columns(shelf)
    upgrade.write_text(NEXT + "    op.execute('SELECT colour FROM nowhere')\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(StorageError, match="nowhere"):
            shelf.store().entries()
        assert (columns(shelf), shelf.sql("SELECT * FROM alembic_version")) == (before, [("0001",)])
    upgrade.write_text(NEXT, encoding="utf-8")
    assert shelf.store().open("midori").project.name == "まるごと相談"


def test_no_migration_without_a_way_back(shelf: Shelf, upgrade: Path) -> None:
    assert upgrade.exists()
    put_in_place(shelf, "version_0001.sql")
    (shelf.path.parent / "backups").write_text("in the way")
    with pytest.raises(StorageError):
        shelf.store().entries()
    assert "colour" not in columns(shelf)


def test_a_newer_programs_database_is_left_alone(shelf: Shelf) -> None:
    rename(shelf.store(), shelf.store().create(made()), "二")
    shelf.sql("UPDATE alembic_version SET version_num = '9999'")
    before, files = shelf.path.read_bytes(), shelf.files
    for _ in range(2):
        with pytest.raises(NewerDataError) as caught:
            shelf.store().entries()
    assert caught.value.path == shelf.path
    assert "新しい版" in error_sentence(caught.value)
    assert (shelf.path.read_bytes(), shelf.files) == (before, files)
