# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the store of projects tells of them: plain values, all times in UTC."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.domain.projects.changed import ChangeKind
from kyosei_desk.domain.projects.model import PROJECT_FOLDER, ModelProject, ProjectStatus


@dataclass(frozen=True)
class ProjectEntry:
    """A line of the list of projects; ``deleted_at`` is None unless it is in the trash."""

    id: str
    name: str
    variant: str
    town: str
    status: ProjectStatus
    made_at: datetime.datetime
    changed_at: datetime.datetime
    deleted_at: datetime.datetime | None = None

    @property
    def address(self) -> str:
        """Where the project is found among all designs."""
        return f"{PROJECT_FOLDER}{self.id}"


@dataclass(frozen=True)
class HistoryEntry:
    """A change of a project; number 0 is how it began and is never undone.

    ``undone``: it has been taken back and can be made again.
    """

    number: int
    kind: ChangeKind
    about: str
    at: datetime.datetime
    undone: bool = False


@dataclass(frozen=True)
class Revision:
    """A state of a project kept under a name."""

    number: int
    name: str
    at: datetime.datetime

    @property
    def id(self) -> str:
        """What stays the same, as text."""
        return str(self.number)


@dataclass(frozen=True)
class OpenProject:
    """A project as it stands, and what can be undone and redone.

    ``position`` goes up with all that changes the project; whoever changes it hands back the
    one seen last, which tells whether somebody else has changed it since.
    """

    project: ModelProject
    position: int
    undo: HistoryEntry | None
    redo: HistoryEntry | None
    changed_at: datetime.datetime


@dataclass(frozen=True)
class Opening:
    """What was found, and done, when the database was opened.

    ``set_aside`` is where a damaged one was moved to; ``restored_from`` the backup put in its
    place, or in that of a lost one, made at ``restored_at``. ``backup`` is one made now, and
    ``backup_error`` why none could be.
    """

    set_aside: Path | None = None
    restored_from: Path | None = None
    restored_at: datetime.datetime | None = None
    backup: Path | None = None
    backup_error: StorageError | None = None
