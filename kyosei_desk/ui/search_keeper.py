# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The way from the window to the file of saved and last searches, in a thread of its own."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from kyosei_desk.ui.background import MutationOperation, WorkerThread
from kyosei_desk.workspace.searches import SearchStore

_logger = logging.getLogger(__name__)


class KeepingOperation(MutationOperation):
    """A kind of work on the file; what is given to :meth:`do` runs in the file's thread."""

    def __init__(self, store: SearchStore, worker: WorkerThread, parent: QObject):
        """Work on ``store`` in ``worker``."""
        super().__init__(worker, parent)
        self._store = store

    def do(self, act: Callable[[SearchStore], object]) -> None:
        """Do something with the file, after everything that was asked of it before."""
        store = self._store
        self.run(lambda _job: act(store))


class SearchKeeper(QObject):
    """Has everything done to the file in the order it was asked for, whoever asks.

    So who reads sees what was written before. The thread ends with :meth:`shut_down`.
    """

    def __init__(self, store: SearchStore, parent: QObject):
        """Keep in ``store``; nothing is read or written yet."""
        super().__init__(parent)
        self._store = store
        self._worker = WorkerThread("searches", self)
        self._operations: list[KeepingOperation] = []
        self._closing = False

    def operation(self) -> KeepingOperation:
        """Return another operation, whose answers are those to its own jobs."""
        made = KeepingOperation(self._store, self._worker, self)
        made.failed.connect(self._on_failure)
        self._operations.append(made)
        return made

    def shut_down(self) -> None:
        """Finish what is still to be written, hear the answers, and end the thread."""
        self._closing = True
        self._worker.finish()
        for operation in self._operations:
            QCoreApplication.sendPostedEvents(operation)

    def _on_failure(self, error: Exception) -> None:
        """Log what the window cannot tell any more; until then whoever asked tells it."""
        if self._closing:
            _logger.warning("not kept while the window closed: %s", error)
