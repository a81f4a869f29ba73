# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A database of projects under test, its clock, and projects to put in."""

import datetime
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.model import ModelProject, OwnTown
from kyosei_desk.workspace.project_records import OpenProject
from kyosei_desk.workspace.project_store import ProjectStore

SECOND = datetime.timedelta(seconds=1)


class Clock:
    """A clock that goes on by a second with each look at it."""

    def __init__(self, start: datetime.datetime):
        self.now = start

    def __call__(self) -> datetime.datetime:
        self.now += SECOND
        return self.now


@dataclass(frozen=True)
class Shelf:
    """Where projects are kept; every store it opens is like another window."""

    path: Path
    clock: Clock

    def store(self) -> ProjectStore:
        return ProjectStore(self.path, self.clock)

    @property
    def backups(self) -> list[str]:
        folder = self.path.parent / "backups"
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []

    @property
    def files(self) -> list[str]:
        return sorted(path.name for path in self.path.parent.iterdir())

    def sql(self, statement: str, *values: object) -> list[Any]:
        """Run a statement behind the store's back."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            return connection.execute(statement, values).fetchall()

    def damage(self) -> None:
        """Write over the middle of the file."""
        data = bytearray(self.path.read_bytes())
        data[200 : len(data) - 200] = b"\xe3" * (len(data) - 400)
        self.path.write_bytes(data)


def project(name: str = "まるごと相談", project_id: str = "a") -> ModelProject:
    return ModelProject(id=project_id, name=name, variant="案A", town=OwnTown(name="みどり市"))


def made(name: str = "まるごと相談", project_id: str = "a") -> Changed:
    return Changed(ChangeKind.CREATED, name, project(name, project_id))


def named(before: ModelProject, name: str) -> Changed:
    return Changed(ChangeKind.NAMED, name, before.model_copy(update={"name": name}))


def rename(store: ProjectStore, opened: OpenProject, *names: str) -> OpenProject:
    """Give a project one name after another, as one window would."""
    for name in names:
        opened = store.commit(opened.project.id, opened.position, named(opened.project, name))
    return opened
