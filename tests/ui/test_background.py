# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.errors import CancelledError, StorageError
from kyosei_desk.ui.background import Job, MutationOperation, QueryOperation, WorkerThread


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[WorkerThread]:
    made = WorkerThread("test")
    yield made
    made.shut_down()


class Gate:
    """A job that waits to be let through."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.open = threading.Event()

    def __call__(self, job: Job) -> str:
        self.entered.set()
        while not self.open.wait(0.005):
            if job.cancelled():
                raise CancelledError
        return "gate"


def answers(operation: QueryOperation | MutationOperation) -> list[object]:
    got: list[object] = []
    operation.succeeded.connect(got.append)
    return got


def test_work_is_done_in_another_thread(qtbot: QtBot, worker: WorkerThread) -> None:
    owner = QObject()
    operation = QueryOperation(worker, owner)
    with qtbot.waitSignal(operation.succeeded) as got:
        operation.run(lambda _job: threading.get_ident())
    assert got.args != [threading.get_ident()]
    assert not operation.busy


def test_newest_question_wins(qtbot: QtBot, worker: WorkerThread) -> None:
    owner, gate = QObject(), Gate()
    operation = QueryOperation(worker, owner)
    got = answers(operation)
    operation.run(gate)
    assert gate.entered.wait(5)
    operation.run(lambda _job: "second")
    operation.run(lambda _job: "third")
    qtbot.waitUntil(lambda: got == ["third"])


def test_stale_answer_is_dropped_even_when_it_comes(qtbot: QtBot, worker: WorkerThread) -> None:
    owner = QObject()
    operation = QueryOperation(worker, owner)
    got = answers(operation)
    entered, release = threading.Event(), threading.Event()

    def stubborn(_job: Job) -> str:
        entered.set()
        release.wait(5)
        return "stale"

    operation.run(stubborn)
    assert entered.wait(5)
    operation.run(lambda _job: "new")
    release.set()
    qtbot.waitUntil(lambda: got == ["new"])


def _same(number: int, _job: Job) -> int:
    return number


def test_every_mutation_is_answered_in_order(qtbot: QtBot, worker: WorkerThread) -> None:
    owner = QObject()
    operation = MutationOperation(worker, owner)
    got = answers(operation)
    for number in range(5):
        operation.run(partial(_same, number))
    qtbot.waitUntil(lambda: got == [0, 1, 2, 3, 4])


def test_core_errors_are_delivered(qtbot: QtBot, worker: WorkerThread) -> None:
    owner = QObject()
    operation = QueryOperation(worker, owner)
    error = StorageError(Path("x"), "full")

    def fail(_job: Job) -> None:
        raise error

    with qtbot.waitSignal(operation.failed) as got:
        operation.run(fail)
    assert got.args == [error]


def test_unexpected_errors_are_delivered_and_logged(
    qtbot: QtBot, worker: WorkerThread, caplog: pytest.LogCaptureFixture
) -> None:
    owner = QObject()
    operation = QueryOperation(worker, owner)
    with qtbot.waitSignal(operation.failed) as got:
        operation.run(lambda _job: 1 // 0)
    assert isinstance((got.args or [None])[0], ZeroDivisionError)
    assert "unexpected failure" in caplog.text
    caplog.clear()


def test_progress_reaches_the_window(qtbot: QtBot, worker: WorkerThread) -> None:
    owner = QObject()
    operation = QueryOperation(worker, owner)
    told: list[object] = []
    operation.progressed.connect(told.append)

    def work(job: Job) -> None:
        for step in range(3):
            job.report(step)

    with qtbot.waitSignal(operation.succeeded):
        operation.run(work)
    assert told == [0, 1, 2]


def test_cancelled_work_says_nothing(qtbot: QtBot, worker: WorkerThread) -> None:
    owner, gate = QObject(), Gate()
    operation = MutationOperation(worker, owner)
    got = answers(operation)
    operation.run(gate)
    assert gate.entered.wait(5)
    operation.cancel()
    gate.open.set()
    other = MutationOperation(worker, owner)
    with qtbot.waitSignal(other.succeeded):
        other.run(lambda _job: "after")
    assert got == []


def test_shutting_down_ends_running_and_waiting_work(qtbot: QtBot) -> None:
    worker, owner, gate = WorkerThread("test"), QObject(), Gate()
    operation = MutationOperation(worker, owner)
    got = answers(operation)
    operation.run(gate)
    operation.run(lambda _job: "never")
    assert gate.entered.wait(5)
    worker.shut_down()
    assert not worker.isRunning()
    operation.run(lambda _job: "too late")
    assert not worker.isRunning()
    qtbot.wait(20)
    assert got == []


def _note(done: list[int], number: int, _job: Job) -> None:
    done.append(number)


def test_finishing_does_what_waits_and_takes_no_more(qtbot: QtBot) -> None:
    worker, owner, gate = WorkerThread("test"), QObject(), Gate()
    operation = MutationOperation(worker, owner)
    done: list[int] = []
    operation.run(gate)
    for number in range(3):
        operation.run(partial(_note, done, number))
    assert gate.entered.wait(5)
    threading.Timer(0.05, gate.open.set).start()
    worker.finish()
    assert done == [0, 1, 2]
    assert not worker.isRunning()
    operation.run(partial(_note, done, 3))
    assert not worker.isRunning()
    worker.shut_down()
    assert done == [0, 1, 2]


def test_finishing_does_not_wait_for_what_only_looks(qtbot: QtBot) -> None:
    worker, owner, gate = WorkerThread("test"), QObject(), Gate()
    writing, looking = MutationOperation(worker, owner), QueryOperation(worker, owner)
    done: list[int] = []
    writing.run(gate)
    looking.run(partial(_note, done, 0))
    writing.run(partial(_note, done, 1))
    assert gate.entered.wait(5)
    threading.Timer(0.05, gate.open.set).start()
    worker.finish()
    assert done == [1]


def test_shutting_down_what_never_ran(qtbot: QtBot) -> None:
    worker = WorkerThread("test")
    worker.finish()
    worker.shut_down()
    assert not worker.isRunning()


def test_a_worker_gets_ready_between_jobs(qtbot: QtBot, worker: WorkerThread) -> None:
    taken: list[int] = []
    gate = Gate()
    operation = QueryOperation(worker, QObject(worker))
    got = answers(operation)

    def steps() -> Iterator[None]:
        for number in range(3):
            taken.append(number)
            yield
        gate.entered.set()

    worker.when_idle(steps())
    assert gate.entered.wait(5)
    operation.run(lambda _job: len(taken))
    qtbot.waitUntil(lambda: got == [3], timeout=5000)


def test_a_job_does_not_wait_for_all_the_getting_ready(qtbot: QtBot, worker: WorkerThread) -> None:
    operation = QueryOperation(worker, QObject(worker))
    got = answers(operation)
    step_taken = threading.Event()

    def endless() -> Iterator[None]:
        while True:
            step_taken.set()
            yield

    worker.when_idle(endless())
    assert step_taken.wait(5)
    operation.run(lambda _job: "answer")
    qtbot.waitUntil(lambda: got == ["answer"], timeout=5000)
    worker.shut_down()
    assert worker.isFinished()


def test_getting_ready_that_fails_harms_no_job(
    qtbot: QtBot, worker: WorkerThread, caplog: pytest.LogCaptureFixture
) -> None:
    operation = QueryOperation(worker, QObject(worker))
    got = answers(operation)

    def failing() -> Iterator[None]:
        yield
        raise StorageError(Path("index"), "gone")

    worker.when_idle(failing())
    operation.run(lambda _job: "answer")
    qtbot.waitUntil(lambda: got == ["answer"] and "getting ready" in caplog.text, timeout=5000)
    caplog.clear()
