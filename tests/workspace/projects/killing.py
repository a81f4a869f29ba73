# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Processes that change a project until they are killed, and what is there afterwards."""

import datetime
import multiprocessing
import os
import random
import sqlite3
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.model import Answer
from kyosei_desk.workspace import database, sqlite_files
from kyosei_desk.workspace.project_records import OpenProject
from kyosei_desk.workspace.project_store import ProjectStore
from tests.workspace.projects.shelf import made

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

_LONGEST_WAIT = 0.05
_UNDO_EVERY = 5  # positions: the others are changes
_LENGTH = 3000
_DIED = 9


def kill_often(path: Path, rounds: int) -> int:
    """Kill so many processes at random moments; return how many changes they acknowledged.

    After each, the project must stand where the last acknowledgement left it or one change
    further, and be what it is at that position.
    """
    with ProjectStore(path) as store:
        position = store.create(made("0")).position
    context = _starting_fast()
    moments = random.Random(5)
    acknowledged = 0
    for number in range(rounds):
        told = _killed(context, path, moments, wait_for_first=number % 4 != 0)
        acknowledged += len(told)
        with ProjectStore(path) as store:
            assert store.opening.set_aside is None
            opened, kept = store.open("a"), len(store.history("a"))
        last = told[-1] if told else position
        assert opened.position in (last, last + 1)
        expected = names_at(opened.position)
        undone = int((opened.position - 1) % _UNDO_EVERY == 0 and opened.position > 1)
        assert (opened.project.name, kept) == (expected[-1], len(expected) + undone)
        position = opened.position
    _undo_all(path)
    return acknowledged


def _starting_fast() -> "SpawnContext | ForkServerContext":
    """Return how to start processes that need not import everything first, where that can be."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", __name__])
    return context


def _killed(
    context: "SpawnContext | ForkServerContext",
    path: Path,
    moments: random.Random,
    *,
    wait_for_first: bool,
) -> list[int]:
    """Let a process work and kill it; return the positions it acknowledged."""
    ours, theirs = context.Pipe(duplex=False)
    with ours:
        process = context.Process(target=change_on_and_on, args=(path, theirs))
        process.start()
        theirs.close()
        told = [ours.recv()] if wait_for_first else []
        process.join(moments.uniform(0, _LONGEST_WAIT))
        process.kill()
        process.join()
        assert process.exitcode != 1
        process.close()
        try:
            while True:
                told.append(ours.recv())
        except EOFError:
            return told


def change_on_and_on(path: Path, tell: Connection) -> None:
    """Change the project until killed, and tell each position once it is kept."""
    store = ProjectStore(path)
    opened = store.open("a")
    while True:
        if opened.position % _UNDO_EVERY == 0:
            opened = store.undo("a", opened.position)
        else:
            opened = store.commit("a", opened.position, _next(opened))
        tell.send(opened.position)


def dies_before_statement(path: Path, number: int, *, goes_on: bool = False) -> bool:
    """Let a process change the project and end it before its statement of that number.

    ``goes_on``: it types on in the name of the project.

    Returns:
        Whether it ended there; it is done before, when there are fewer statements.
    """
    process = _starting_fast().Process(target=change_once, args=(path, number, goes_on))
    process.start()
    process.join()
    ended = process.exitcode
    process.close()
    assert ended in (0, _DIED)
    return ended == _DIED


def change_once(path: Path, fatal: int, goes_on: bool) -> None:
    """Change the project, unless this process ends at the fatal statement of the change."""
    opened = ProjectStore(path).open("a")
    moment = opened.changed_at + datetime.timedelta(seconds=1)
    store = ProjectStore(path, lambda: moment)
    store.open("a")
    statements: list[str] = []

    def count(statement: str) -> None:
        statements.append(statement)
        if len(statements) == fatal:
            os._exit(_DIED)

    def connect(database_path: Path) -> sqlite3.Connection:
        connection = sqlite_files.connect(database_path)
        connection.set_trace_callback(count)
        return connection

    with patch.object(database, "connect", connect):
        changed = _typed_on(opened) if goes_on else _next(opened)
        store.commit("a", opened.position, changed, goes_on=goes_on)


def _typed_on(opened: OpenProject) -> Changed:
    name = opened.project.name + "と"
    return Changed(ChangeKind.NAMED, name, opened.project.model_copy(update={"name": name}))


def _next(opened: OpenProject) -> Changed:
    name = str(opened.position + 1)
    answers = (Answer(question="q", text=name * _LENGTH),)
    after = opened.project.model_copy(update={"name": name, "answers": answers})
    return Changed(ChangeKind.NAMED, name, after)


def names_at(position: int) -> list[str]:
    """Return the project's name at a position, and before it those undoing leads back to."""
    names = ["0"]
    for before in range(1, position):
        if before % _UNDO_EVERY == 0:
            names.pop()
        else:
            names.append(str(before + 1))
    return names


def _undo_all(path: Path) -> None:
    """Undo until nothing is left to undo; every state must be what it was."""
    with ProjectStore(path) as store:
        opened = store.open("a")
        expected = names_at(opened.position)
        found = [opened.project.name]
        while opened.undo is not None:
            opened = store.undo("a", opened.position)
            found.append(opened.project.name)
        assert found == expected[::-1]
        assert opened.project == made("0").project
