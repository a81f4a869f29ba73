# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Rows of the tables of projects: found, written, and read as plain values."""

import datetime
from collections.abc import Container
from typing import TypeVar

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, defer

from kyosei_desk.domain.errors import ProjectError, ProjectMovedOnError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.model import ModelProject, ProjectStatus
from kyosei_desk.domain.projects.state import state_text
from kyosei_desk.domain.vocabulary import LabelledEnum
from kyosei_desk.workspace.project_records import (
    HistoryEntry,
    OpenProject,
    ProjectEntry,
    Revision,
)
from kyosei_desk.workspace.project_tables import ChangeRow, ProjectRow, RevisionRow

Word = TypeVar("Word", bound=LabelledEnum)

# Rows found


def any_row(session: Session, project_id: str) -> ProjectRow:
    """Return a project's row, or raise ``ProjectError``."""
    row = session.get(ProjectRow, project_id)
    if row is None:
        raise ProjectError(ProjectProblem.UNKNOWN_PROJECT, (project_id,))
    return row


def live_row(session: Session, project_id: str) -> ProjectRow:
    """Return the row of a project that is not in the trash, or raise ``ProjectError``."""
    row = any_row(session, project_id)
    if row.deleted_at is not None:
        raise ProjectError(ProjectProblem.IN_TRASH, (project_id,))
    return row


def row_at(session: Session, project_id: str, position: int) -> ProjectRow:
    """Return the row if the project still stands there, or raise ``ProjectMovedOnError``."""
    row = live_row(session, project_id)
    if row.position != position:
        raise ProjectMovedOnError(project_id, row.position)
    return row


def kept_revisions(session: Session, project_id: str) -> tuple[Revision, ...]:
    """Return the revisions of a project, the newest first."""
    rows = session.scalars(
        select(RevisionRow)
        .where(RevisionRow.project_id == project_id)
        .order_by(RevisionRow.number.desc())
        .options(defer(RevisionRow.state))
    )
    return tuple(Revision(row.number, row.name, time_of(row.at)) for row in rows)


# Rows written


def put(row: ProjectRow, project: ModelProject, at: str) -> None:
    """Let a row hold a project as it is now."""
    row.name, row.variant, row.town = project.name, project.variant, project.town.name
    row.status = project.status.value
    row.state = state_text(project)
    row.changed_at = at
    row.position += 1


def change_row(
    project_id: str, number: int, changed: Changed, at: str, forward: str = "", backward: str = ""
) -> ChangeRow:
    """Return the row of a change with its patches."""
    return ChangeRow(
        project_id=project_id,
        number=number,
        kind=changed.kind.value,
        about=changed.about,
        forward=forward,
        backward=backward,
        at=at,
    )


def drop_undone(session: Session, row: ProjectRow) -> None:
    """Forget the changes that are undone."""
    undone = (ChangeRow.project_id == row.id, ChangeRow.number > row.applied)
    session.execute(delete(ChangeRow).where(*undone))


# Rows read


def opened_project(session: Session, row: ProjectRow, project: ModelProject) -> OpenProject:
    """Return a project with what can be undone and redone."""
    near = (ChangeRow.number > 0, ChangeRow.number.in_([row.applied, row.applied + 1]))
    changes = session.scalars(
        select(ChangeRow)
        .where(ChangeRow.project_id == row.id, *near)
        .options(defer(ChangeRow.forward), defer(ChangeRow.backward))
    )
    found = {change.number: history_entry(change, row.applied) for change in changes}
    undo, redo = found.get(row.applied), found.get(row.applied + 1)
    return OpenProject(project, row.position, undo, redo, time_of(row.changed_at))


def history_entry(change: ChangeRow, applied: int) -> HistoryEntry:
    """Return a change as the history tells it."""
    undone = change.number > applied
    kind = _member(ChangeKind, change.kind)
    return HistoryEntry(change.number, kind, change.about, time_of(change.at), undone)


def entry(row: ProjectRow) -> ProjectEntry:
    """Return a project's line in the list."""
    return ProjectEntry(
        row.id,
        row.name,
        row.variant,
        row.town,
        _member(ProjectStatus, row.status),
        time_of(row.made_at),
        time_of(row.changed_at),
        None if row.deleted_at is None else time_of(row.deleted_at),
    )


def time_of(text: str) -> datetime.datetime:
    """Read a time as the tables hold it."""
    return datetime.datetime.fromisoformat(text)


def free_id(wanted: str, taken: Container[str]) -> str:
    """Return a taken id with the first number that makes it another."""
    number = 2
    while (free := f"{wanted}-{number}") in taken:
        number += 1
    return free


def _member(vocabulary: type[Word], value: str) -> Word:
    found = next((word for word in vocabulary if word.value == value), None)
    if found is None:  # a newer program's
        raise ProjectError(ProjectProblem.UNREADABLE_PROJECT, (value,))
    return found
