# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A person's own projects, kept with every change ever made to them.

Each call is one transaction: it happens wholly or, with an error, not at all. See
:mod:`kyosei_desk.workspace.database` for threads and processes, and for damaged files.
"""

import datetime
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import select
from sqlalchemy.orm import defer

from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.patches import apply
from kyosei_desk.domain.projects.state import read_state
from kyosei_desk.workspace.database import Database
from kyosei_desk.workspace.journal import join_change, write_change
from kyosei_desk.workspace.naming import free_name
from kyosei_desk.workspace.project_records import (
    HistoryEntry,
    Opening,
    OpenProject,
    ProjectEntry,
    Revision,
)
from kyosei_desk.workspace.project_rows import (
    any_row,
    change_row,
    entry,
    free_id,
    history_entry,
    kept_revisions,
    live_row,
    opened_project,
    put,
    row_at,
    time_of,
)
from kyosei_desk.workspace.project_tables import ChangeRow, ProjectRow, RevisionRow

_UNNAMED = "版"


def _utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class ProjectStore:
    """The projects of one person. Every method may raise ``StorageError``.

    Those that name a project also raise ``ProjectError``: there is none, it is in the trash,
    or its state makes no sense. Those that take a position raise ``ProjectMovedOnError`` when
    the project has been changed since, by another window.
    """

    def __init__(self, path: Path, now: Callable[[], datetime.datetime] = _utc_now):
        """Keep them in the database ``path``; nothing is read or written yet."""
        self._database = Database(path, now)
        self._now = now

    def __enter__(self) -> Self:
        """Return the store; it is closed at the end."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Let go of the database; the next use opens it again."""
        self._database.close()

    @property
    def is_new(self) -> bool:
        """Whether there has never been a project; nothing is made by asking."""
        return self._database.is_new

    @property
    def opening(self) -> Opening:
        """What was found when the database was opened; opens it if need be."""
        return self._database.opening()

    def entries(self) -> tuple[ProjectEntry, ...]:
        """Return all projects but those in the trash, the one changed last first."""
        alive = (one for one in self._all() if one.deleted_at is None)
        return tuple(sorted(alive, key=lambda one: one.changed_at, reverse=True))

    def deleted(self) -> tuple[ProjectEntry, ...]:
        """Return the projects in the trash, the one deleted last first."""
        gone = [(one.deleted_at, one) for one in self._all() if one.deleted_at]
        return tuple(one for _, one in sorted(gone, key=lambda pair: pair[0], reverse=True))

    def create(self, changed: Changed, *, any_id: bool = False) -> OpenProject:
        """Keep a new project; ``any_id`` gives it the next free id when its own is taken.

        Raises:
            ProjectError: ``ID_TAKEN``, also by a project in the trash.
        """
        at = self._stamp()
        project = changed.project
        with self._database.writing() as session:
            taken = set(session.scalars(select(ProjectRow.id)))
            if project.id in taken:
                if not any_id:
                    raise ProjectError(ProjectProblem.ID_TAKEN, (project.id,))
                project = project.model_copy(update={"id": free_id(project.id, taken)})
            row = ProjectRow(id=project.id, position=0, applied=0, made_at=at, deleted_at=None)
            put(row, project, at)
            began = change_row(project.id, 0, changed, at)
            session.add(row)
            session.flush()
            session.add(began)
            return opened_project(session, row, project)

    def open(self, project_id: str) -> OpenProject:
        """Return a project as it stands."""
        with self._database.reading() as session:
            row = live_row(session, project_id)
            return opened_project(session, row, read_state(row.state))

    def commit(
        self, project_id: str, position: int, changed: Changed, *, goes_on: bool = False
    ) -> OpenProject:
        """Keep a project as changed; what had been undone can no longer be redone.

        A change that leaves the project the same is not kept. ``goes_on``: it comes right after
        the last one, from the same window; where both type in one field they are one change.

        Raises:
            ProjectError: also ``OTHER_PROJECT``: the change is of another one.
        """
        at = self._stamp()
        after = changed.project
        if after.id != project_id:
            raise ProjectError(ProjectProblem.OTHER_PROJECT, (project_id, after.id))
        with self._database.writing() as session:
            row = row_at(session, project_id, position)
            before = read_state(row.state)
            if after != before:
                if not (goes_on and join_change(session, row, before, changed, at)):
                    write_change(session, row, before, changed, at)
                put(row, after, at)
            return opened_project(session, row, after)

    def undo(self, project_id: str, position: int) -> OpenProject:
        """Take back the last change.

        Raises:
            ProjectError: also ``NOTHING_TO_UNDO``.
        """
        at = self._stamp()
        with self._database.writing() as session:
            row = row_at(session, project_id, position)
            change = session.get(ChangeRow, (row.id, row.applied)) if row.applied else None
            if change is None:
                raise ProjectError(ProjectProblem.NOTHING_TO_UNDO, (project_id,))
            before = apply(read_state(row.state), change.backward)
            row.applied -= 1
            put(row, before, at)
            return opened_project(session, row, before)

    def redo(self, project_id: str, position: int) -> OpenProject:
        """Make the change undone last again.

        Raises:
            ProjectError: also ``NOTHING_TO_REDO``.
        """
        at = self._stamp()
        with self._database.writing() as session:
            row = row_at(session, project_id, position)
            change = session.get(ChangeRow, (row.id, row.applied + 1))
            if change is None:
                raise ProjectError(ProjectProblem.NOTHING_TO_REDO, (project_id,))
            after = apply(read_state(row.state), change.forward)
            row.applied += 1
            put(row, after, at)
            return opened_project(session, row, after)

    def history(self, project_id: str) -> tuple[HistoryEntry, ...]:
        """Return the changes of a project, the newest first, those undone among them."""
        with self._database.reading() as session:
            row = live_row(session, project_id)
            changes = session.scalars(
                select(ChangeRow)
                .where(ChangeRow.project_id == row.id)
                .order_by(ChangeRow.number.desc())
                .options(defer(ChangeRow.forward), defer(ChangeRow.backward))
            )
            return tuple(history_entry(change, row.applied) for change in changes)

    def keep_revision(self, project_id: str, name: str) -> Revision:
        """Keep the project as it stands under a name, numbered where that is taken."""
        at = self._stamp()
        with self._database.writing() as session:
            row = live_row(session, project_id)
            known = kept_revisions(session, row.id)
            number = max((revision.number for revision in known), default=0) + 1
            kept = RevisionRow(
                project_id=row.id,
                number=number,
                name=free_name(name, known, _UNNAMED),
                at=at,
                state=row.state,
            )
            session.add(kept)
            return Revision(number, kept.name, time_of(at))

    def revisions(self, project_id: str) -> tuple[Revision, ...]:
        """Return the revisions kept of a project, the newest first."""
        with self._database.reading() as session:
            return kept_revisions(session, live_row(session, project_id).id)

    def revision(self, project_id: str, number: int) -> ModelProject:
        """Return the project as it was kept.

        Raises:
            ProjectError: also ``UNKNOWN_REVISION``.
        """
        with self._database.reading() as session:
            row = live_row(session, project_id)
            kept = session.get(RevisionRow, (row.id, number))
            if kept is None:
                raise ProjectError(ProjectProblem.UNKNOWN_REVISION, (project_id, str(number)))
            return read_state(kept.state)

    def delete(self, project_id: str) -> None:
        """Put a project into the trash, with all its changes and revisions."""
        self._set_deleted(project_id, self._stamp())

    def restore(self, project_id: str) -> None:
        """Take a project out of the trash as it was."""
        self._set_deleted(project_id, None)

    def _set_deleted(self, project_id: str, at: str | None) -> None:
        with self._database.writing() as session:
            row = any_row(session, project_id)
            if row.deleted_at is None or at is None:
                row.deleted_at = at

    def _all(self) -> tuple[ProjectEntry, ...]:
        with self._database.reading() as session:
            rows = session.scalars(select(ProjectRow).options(defer(ProjectRow.state)))
            return tuple(map(entry, rows))

    def _stamp(self) -> str:
        return self._now().astimezone(datetime.UTC).isoformat(timespec="microseconds")
