# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Background work: data in, a function run in a worker thread, data out.

The concurrency model of the window:

- A :class:`WorkerThread` runs jobs one after another, in the order given. What is used from
  one thread only (the search engine) has a worker of its own.
- A job is a function of a :class:`Job`; it touches no widget. Through the job it reports
  progress and learns that it is no longer wanted.
- Operations live in the GUI thread and send their signals there. A :class:`QueryOperation`
  keeps only its newest job: older ones are cancelled and their answers dropped. A
  :class:`MutationOperation` changes something on disk: every job runs and is answered.
- :meth:`WorkerThread.shut_down` cancels what is left and waits, so no thread outlives the
  window.
"""

import contextlib
import logging
import queue
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from kyosei_desk.domain.errors import CancelledError, KyoseiError

_logger = logging.getLogger(__name__)


class Job:
    """One piece of work under way, as seen from the function that does it."""

    def __init__(self, operation: "Operation", function: Callable[["Job"], object]):
        """Bind ``function`` to the operation that waits for its result."""
        self.operation = operation
        self.function = function
        self._cancel = threading.Event()

    def cancel(self) -> None:
        """Say that the result is no longer wanted."""
        self._cancel.set()

    def cancelled(self) -> bool:
        """Tell whether the result is no longer wanted."""
        return self._cancel.is_set()

    def report(self, progress: object) -> None:
        """Hand progress to the GUI thread."""
        self.operation.reported.emit(self, progress)


class WorkerThread(QThread):
    """A thread that runs jobs one after another until it is shut down."""

    def __init__(self, name: str, parent: QObject | None = None):
        """Name the thread; it starts with its first job."""
        super().__init__(parent)
        self.setObjectName(name)
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._current: Job | None = None
        self._closed = False

    def submit(self, job: Job) -> None:
        """Queue a job; after :meth:`shut_down` it is cancelled at once."""
        if self._closed:
            job.cancel()
            return
        self._jobs.put(job)
        if not self.isRunning():
            self.start()

    def shut_down(self) -> None:
        """Cancel everything and wait until the running job has noticed."""
        self._closed = True
        if (current := self._current) is not None:
            current.cancel()
        with contextlib.suppress(queue.Empty):
            while (waiting := self._jobs.get_nowait()) is not None:
                waiting.cancel()
        self._jobs.put(None)
        if self.isRunning():
            self.wait()

    def run(self) -> None:
        """Run the queue; called by Qt in the thread."""
        while (job := self._jobs.get()) is not None:
            self._current = job
            if self._closed:
                job.cancel()
            _perform(job)
            self._current = None


def _perform(job: Job) -> None:
    if job.cancelled():
        return
    operation = job.operation
    try:
        result = job.function(job)
    except CancelledError:
        return
    except KyoseiError as error:
        operation.ended.emit(job, None, error)
    except Exception as error:
        _logger.exception("unexpected failure in a background job")
        operation.ended.emit(job, None, error)
    else:
        operation.ended.emit(job, result, None)


class Operation(QObject):
    """A kind of work asked for by the window; subclasses say what happens to older jobs.

    Signals, all in the GUI thread: ``succeeded(result)``, ``failed(error)`` with a
    :class:`KyoseiError` or an unexpected exception, ``progressed(progress)``.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    progressed = Signal(object)

    reported = Signal(object, object)  # job, progress; from the worker
    ended = Signal(object, object, object)  # job, result, error; from the worker

    def __init__(self, worker: WorkerThread, parent: QObject):
        """Run jobs in ``worker``."""
        super().__init__(parent)
        self._worker = worker
        self._pending: list[Job] = []
        self.reported.connect(self._pass_on_progress)
        self.ended.connect(self._pass_on_end)

    @property
    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return bool(self._pending)

    def run(self, function: Callable[[Job], object]) -> None:
        """Run ``function`` in the worker."""
        job = Job(self, function)
        self._pending.append(job)
        self._worker.submit(job)

    def cancel(self) -> None:
        """Give up every job under way; nothing more is sent for them."""
        for job in self._pending:
            job.cancel()
        self._pending.clear()

    def _pass_on_progress(self, job: Job, progress: object) -> None:
        if job in self._pending:
            self.progressed.emit(progress)

    def _pass_on_end(self, job: Job, result: object, error: Exception | None) -> None:
        if job not in self._pending:
            return
        self._pending.remove(job)
        if error is not None:
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)


class QueryOperation(Operation):
    """Work that only looks: the newest question wins, stale answers are dropped."""

    def run(self, function: Callable[[Job], object]) -> None:
        """Run ``function`` in place of whatever was asked before."""
        self.cancel()
        super().run(function)


class MutationOperation(Operation):
    """Work that changes something on disk: every job runs, in order."""
