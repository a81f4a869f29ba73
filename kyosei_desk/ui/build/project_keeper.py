# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The way from the window to the store of projects, in a thread of its own."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from kyosei_desk.ui.background import Job, MutationOperation, WorkerThread

if TYPE_CHECKING:
    from kyosei_desk.workspace.project_store import ProjectStore


class OpenedLate:
    """The store, opened by the first job that needs it; used in the worker only."""

    def __init__(self, open_store: "Callable[[], ProjectStore]"):
        """Open nothing yet."""
        self._open = open_store
        self._store: ProjectStore | None = None

    def store(self) -> "ProjectStore":
        """Return the store, opened the first time; a failure is tried again the next time."""
        if self._store is None:
            self._store = self._open()
        return self._store

    def close(self) -> None:
        """Close the store if it was opened."""
        if self._store is not None:
            self._store.close()
            self._store = None


class StoreOperation(MutationOperation):
    """A kind of work on the projects; what is given to :meth:`do` runs in their thread."""

    def __init__(self, late: OpenedLate, worker: WorkerThread, parent: QObject):
        """Work on the store in ``worker``."""
        super().__init__(worker, parent)
        self._late = late

    def do(self, act: "Callable[[ProjectStore], object]") -> None:
        """Do something with the projects, after everything asked for before."""
        late = self._late
        self.run(lambda _job: act(late.store()))

    def attempt(self, act: "Callable[[Callable[[], ProjectStore]], object]") -> None:
        """Do something that opens the store itself, and so can answer when that fails."""
        late = self._late
        self.run(lambda _job: act(late.store))


class ProjectKeeper(QObject):
    """Has everything done to the projects in the order it was asked for, whoever asks.

    The thread ends with :meth:`shut_down`, when everything has been written.
    """

    def __init__(self, open_store: "Callable[[], ProjectStore]", parent: QObject):
        """Open nothing yet: the first job does."""
        super().__init__(parent)
        self._late = OpenedLate(open_store)
        self._worker = WorkerThread("projects", self)
        self._operations: list[StoreOperation] = []
        self._closing = MutationOperation(self._worker, self)

    def operation(self) -> StoreOperation:
        """Return another operation, whose answers are those to its own jobs."""
        made = StoreOperation(self._late, self._worker, self)
        self._operations.append(made)
        return made

    def wait(self) -> None:
        """Wait until everything asked for so far is done, and hear the answers."""
        done = threading.Event()

        def tell(_job: Job) -> None:
            done.set()

        self._closing.run(tell)
        done.wait()
        self.hear()

    def hear(self) -> None:
        """Let who asked hear every answer that has come."""
        for operation in self._operations:
            QCoreApplication.sendPostedEvents(operation)

    def shut_down(self) -> None:
        """Finish what is still to be written, close the store, hear the answers."""
        late = self._late

        def close(_job: Job) -> None:
            late.close()

        self._closing.run(close)
        self._worker.finish()
        self.hear()
