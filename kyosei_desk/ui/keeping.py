# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The way from the window to a file of the person's own, in a thread of its own."""

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kyosei_desk.ui.background import MutationOperation, WorkerThread

_logger = logging.getLogger(__name__)

Store = TypeVar("Store")
# What works on a store also works on less of it.
StoreCo = TypeVar("StoreCo", covariant=True)


class KeepingOperation(MutationOperation, Generic[StoreCo]):
    """A kind of work on the file; what is given to :meth:`do` runs in the file's thread."""

    def __init__(self, store: StoreCo, worker: WorkerThread, parent: QObject):
        """Work on ``store`` in ``worker``."""
        super().__init__(worker, parent)
        self._store = store

    def do(self, act: Callable[[StoreCo], object]) -> None:
        """Do something with the file, after everything that was asked of it before."""
        store = self._store
        self.run(lambda _job: act(store))


class Keeper(QObject, Generic[Store]):
    """Has everything done to the file in the order it was asked for, whoever asks.

    So who reads sees what was written before. The thread ends with :meth:`shut_down`.
    ``noticed(sentence)`` tells, once, that the file was damaged or a newer version's.
    """

    noticed = Signal(str)

    def __init__(
        self,
        store: Store,
        name: str,
        notice: Callable[[Store], str | None],
        parent: QObject,
    ):
        """Keep in ``store``; nothing is read or written yet.

        ``name`` is the thread's; ``notice`` says how the file was found, if that is to be
        told.
        """
        super().__init__(parent)
        self._store = store
        self._find_notice = notice
        self._worker = WorkerThread(name, self)
        self._operations: list[KeepingOperation[Store]] = []
        self._noticed: str | None = None
        self._closing = False

    def operation(self) -> KeepingOperation[Store]:
        """Return another operation, whose answers are those to its own jobs."""
        made = KeepingOperation(self._store, self._worker, self)
        made.succeeded.connect(self._notice)
        made.failed.connect(self._notice)
        made.failed.connect(self._on_failure)
        self._operations.append(made)
        return made

    def shut_down(self) -> None:
        """Finish what is still to be written, hear the answers, and end the thread."""
        self._closing = True
        self._worker.finish()
        for operation in self._operations:
            QCoreApplication.sendPostedEvents(operation)

    def _notice(self) -> None:
        sentence = self._find_notice(self._store)
        if sentence == self._noticed or sentence is None:
            return
        self._noticed = sentence
        if self._closing:
            _logger.warning("%s", sentence)
        else:
            self.noticed.emit(sentence)

    def _on_failure(self, error: Exception) -> None:
        """Log what the window cannot tell any more; until then whoever asked tells it."""
        if self._closing:
            _logger.warning("not kept while the window closed: %s", error)
