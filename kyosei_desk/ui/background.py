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
- Between jobs a worker may get ready for later ones, see :meth:`WorkerThread.when_idle`.
- :meth:`WorkerThread.shut_down` cancels what is left and waits, so no thread outlives the
  window; :meth:`WorkerThread.finish` does what is left instead, where it must not be lost.
"""

import contextlib
import logging
import queue
import threading
from collections.abc import Callable, Iterator

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


class _IdleWork:
    """Steps to take while there is nothing else to do."""

    def __init__(self, steps: Iterator[object]):
        self.steps = steps

    def cancel(self) -> None:
        """Drop the steps."""
        self.steps = iter(())


class WorkerThread(QThread):
    """A thread that runs jobs one after another until it is shut down."""

    def __init__(self, name: str, parent: QObject | None = None):
        """Name the thread; it starts with its first job."""
        super().__init__(parent)
        self.setObjectName(name)
        self._jobs: queue.SimpleQueue[Job | _IdleWork | None] = queue.SimpleQueue()
        self._current: Job | None = None
        self._idle_work: Iterator[object] = iter(())
        self._closed = False
        self._ending = False

    def submit(self, job: "Job | _IdleWork") -> None:
        """Queue a job; once the thread is to end it is cancelled at once."""
        if self._closed or self._ending:
            job.cancel()
            return
        self._jobs.put(job)
        if not self.isRunning():
            self.start()

    def when_idle(self, steps: Iterator[object]) -> None:
        """Take these steps, one at a time, whenever no job waits; in place of any before.

        A step that fails ends them: what it was to make is made again when it is needed.
        """
        self.submit(_IdleWork(steps))

    def shut_down(self) -> None:
        """Cancel everything and wait until the running job has noticed."""
        self._closed = True
        if (current := self._current) is not None:
            current.cancel()
        with contextlib.suppress(queue.Empty):
            while (waiting := self._jobs.get_nowait()) is not None:
                waiting.cancel()
        self._end()

    def finish(self) -> None:
        """Do every job that waits, take no more, and wait for the last one to end.

        What would only be looked at is not waited for.
        """
        self._ending = True
        self._end()

    def _end(self) -> None:
        self._jobs.put(None)
        if self.isRunning():
            self.wait()

    def run(self) -> None:
        """Run the queue; called by Qt in the thread."""
        while (job := self._next()) is not None:
            if isinstance(job, _IdleWork):
                self._idle_work = job.steps
                continue
            self._current = job
            if self._closed or (self._ending and isinstance(job.operation, QueryOperation)):
                job.cancel()
            _perform(job)
            self._current = None

    def _next(self) -> "Job | _IdleWork | None":
        while self._jobs.empty():
            try:
                next(self._idle_work)
            except StopIteration:
                break
            except Exception:
                _logger.warning("getting ready for later failed", exc_info=True)
                self._idle_work = iter(())
        return self._jobs.get()


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
