# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The window is killed in the midst of typing: at most the last second is missing.

And all that is there can be taken back, to where the project began.
"""

import json
import multiprocessing
import os
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build import typist
from tests.ui.build.typist import LOG, PROJECT, Place, type_on_and_on

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

# So many times, in place of a few: see CONTRIBUTING.md.
_KILLS = int(os.environ.get("KYOSEI_KILLS", "") or 5)
_SECOND = 1.0
_SHORTEST, _LONGEST = 1.2, 3.2  # before the second is over, nothing need be kept
_START = 60.0  # seconds after which a window that has not begun is stuck


def test_at_most_the_last_second_of_typing_is_missing(tmp_path: Path) -> None:
    moments = random.Random(7)
    missing = []
    for number in range(_KILLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        killed = kill(folder, number, moments.uniform(_SHORTEST, _LONGEST))
        missing += [f"{number}: {one}" for one in lost(folder, killed)]
        check_undo(folder)
    assert not missing, "\n".join(missing)


def kill(folder: Path, seed: int, after: float) -> float:
    """Let someone type for so many seconds; return the moment of the kill."""
    process = _starting_fast().Process(target=type_on_and_on, args=(folder, seed))
    process.start()
    waited_from = time.monotonic()
    while not (folder / LOG).exists() or not (folder / LOG).stat().st_size:
        assert process.is_alive()
        assert time.monotonic() - waited_from < _START
        time.sleep(0.02)
    time.sleep(after)
    assert process.is_alive()
    moment = time.monotonic()
    process.kill()
    process.join()
    process.close()
    return moment


def _starting_fast() -> "SpawnContext | ForkServerContext":
    """Return how to start processes that need not import everything first, where that can be."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([typist.__name__])
    return context


def lost(folder: Path, killed: float) -> list[str]:
    """Return what was typed more than a second before and is not kept."""
    store = ProjectStore(folder / "workspace.sqlite")
    assert store.opening.set_aside is None
    found = typist.kept(store.open(PROJECT).project)
    missing = []
    log = read_log(folder / LOG)
    assert min(moment for typed in log.values() for moment, _ in typed) < killed - _SECOND
    for place, typed in log.items():
        due = [text for moment, text in typed if moment < killed - _SECOND]
        if not due:
            continue
        allowed = [due[-1], *(text for moment, text in typed if moment >= killed - _SECOND)]
        if found.get(place) not in allowed:
            ages = [killed - moment for moment, text in typed if text == found.get(place)]
            since = f"{max(ages):.2f} s" if ages else "all"
            missing.append(f"{place}: kept {found.get(place)!r}, due {due[-1]!r} ({since})")
    return missing


def check_undo(folder: Path) -> None:
    """Take everything back: what is left is the project as it began."""
    store = ProjectStore(folder / "workspace.sqlite")
    opened = store.open(PROJECT)
    while opened.undo is not None:
        opened = store.undo(PROJECT, opened.position)
    assert opened.project == typist.beginning().project


def read_log(path: Path) -> dict[Place, list[tuple[float, str]]]:
    """Return what was typed where, with its moments; a line that was cut is left out."""
    typed: dict[Place, list[tuple[float, str]]] = {}
    for line in path.read_text("utf-8").split("\n")[:-1]:
        moment, what, of, text = json.loads(line)
        typed.setdefault((what, of), []).append((moment, text))
    return typed
