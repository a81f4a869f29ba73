# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How long the table of a comparison takes to be painted anew while it is scrolled.

The table of the page くらべる with eight columns and all rows, without a screen unless the
environment names one.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kyosei_desk.ui.compare.table_tab import TableTab

SIZE = (1280, 620)
_WHEEL = 3  # steps of the scroll bar, as one notch of a wheel
_ROUNDS = 60


def scrolling_times(rounds: int = _ROUNDS, *, wide: bool = False) -> list[float]:
    """Return the milliseconds of painting after each notch, down the table and up again.

    ``wide`` shows all rows in full.
    """
    with _table() as table:
        if wide:
            table.model.set_all_wide(True)
        return [_notch(table, number) for number in range(rounds)]


def _notch(table: "TableTab", number: int) -> float:
    bar = table.view.verticalScrollBar()
    step = _WHEEL * bar.singleStep()
    round_trip = max(2 * bar.maximum() // step, 1)
    way = number % round_trip * step
    value = way if way <= bar.maximum() else 2 * bar.maximum() - way
    started = time.perf_counter()
    bar.setValue(value)
    table.view.viewport().repaint()
    return (time.perf_counter() - started) * 1000


@contextmanager
def _table() -> Iterator["TableTab"]:
    """Give the table as the page shows it, all cases beside each other."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from benchmarks.prose import bundled_corpus
    from kyosei_desk.library.locations import bundled_folders
    from kyosei_desk.ui.background import WorkerThread
    from kyosei_desk.ui.compare.controller import ComparisonController
    from kyosei_desk.ui.compare.table_tab import TableTab
    from kyosei_desk.ui.startup import make_application
    from kyosei_desk.ui.theme import Theme
    from kyosei_desk.workspace.settings import SettingsStore

    application = make_application()
    corpus = bundled_corpus()
    with tempfile.TemporaryDirectory() as folder:
        settings = SettingsStore(Path(folder) / "settings.json")
        worker = WorkerThread("compare")
        controller = ComparisonController(settings, worker)
        controller.set_corpus(corpus)
        theme = Theme(bundled_folders().resources)
        theme.set_choice("light", 100)
        table = TableTab(theme, settings, controller, worker)
        table.resize(*SIZE)
        controller.compare([case.id for case in corpus.cases])
        table.refresh()
        table.show()
        application.processEvents()
        yield table
        table.close()
        worker.shut_down()
