# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What was before in the project that is open: its changes one by one, and named revisions."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kyosei_desk.ui.build.project_keeper import ProjectKeeper, StoreOperation
from kyosei_desk.ui.build.project_session import ProjectSession

if TYPE_CHECKING:
    from kyosei_desk.domain.projects.model import ModelProject
    from kyosei_desk.workspace.project_store import ProjectStore


class ProjectPast(QObject):
    """Each question is answered by a signal, after everything changed before is kept.

    - ``revisions_listed(tuple[Revision, ...])``, the newest first.
    - ``revision_kept(Revision)``, ``revision_read(int, ModelProject)``.
    - ``history_listed(tuple[HistoryEntry, ...])``, the newest first.
    - ``failed(Exception)``.
    """

    revisions_listed = Signal(object)
    revision_kept = Signal(object)
    revision_read = Signal(int, object)
    history_listed = Signal(object)
    failed = Signal(object)

    def __init__(self, keeper: ProjectKeeper, session: ProjectSession, parent: QObject):
        """Ask nothing yet."""
        super().__init__(parent)
        self._session = session
        self._listing = keeper.operation()
        self._listing.succeeded.connect(self.revisions_listed)
        self._keeping = keeper.operation()
        self._keeping.succeeded.connect(self.revision_kept)
        self._reading = keeper.operation()
        self._reading.succeeded.connect(self._on_read)
        self._remembering = keeper.operation()
        self._remembering.succeeded.connect(self.history_listed)
        for operation in (self._listing, self._keeping, self._reading, self._remembering):
            operation.failed.connect(self.failed)

    def list_revisions(self) -> None:
        """Ask for the revisions there are."""
        if (project_id := self._project_id) is not None:
            self._ask(self._listing, lambda store: store.revisions(project_id))

    def keep_revision(self, name: str) -> None:
        """Keep the project as it is now under a name."""
        if (project_id := self._project_id) is not None:
            self._ask(self._keeping, lambda store: store.keep_revision(project_id, name))

    def read_revision(self, number: int) -> None:
        """Ask for the project as it was."""
        if (project_id := self._project_id) is not None:

            def read(store: "ProjectStore") -> "tuple[int, ModelProject]":
                return number, store.revision(project_id, number)

            self._ask(self._reading, read)

    def list_history(self) -> None:
        """Ask for the changes one by one."""
        if (project_id := self._project_id) is not None:
            self._ask(self._remembering, lambda store: store.history(project_id))

    def _ask(self, operation: StoreOperation, act: "Callable[[ProjectStore], object]") -> None:
        self._session.when_asked(partial(operation.do, act))

    @property
    def _project_id(self) -> str | None:
        project = self._session.project
        return project.id if project is not None else None

    def _on_read(self, read: "tuple[int, ModelProject]") -> None:
        number, project = read
        self.revision_read.emit(number, project)
