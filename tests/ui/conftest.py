# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Tests of the window fail on anything unexpected: Qt warnings, log records, threads."""

import gc
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.reader.reader import Reader
from kyosei_desk.ui.reader.style import ReaderStyle
from kyosei_desk.ui.theme import Theme
from tests.ui.desk import Desk, FakeDesk
from tests.ui.fake_search import FakeSearcher
from tests.ui.window_support import make_settings, make_theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_HERE = Path(__file__).parent
# Said of itself by the platform plugin that draws without a screen.
_OFFSCREEN = "This plugin does not support "


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every test in this folder fail when Qt warns."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN))


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: object, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail when a test logs a warning it does not expect, or leaves a thread running.

    A test that expects a record clears ``caplog`` after having looked at it. As in the
    program, garbage goes between events (see :mod:`kyosei_desk.ui.garbage`): here, not in
    a worker or in the midst of the next window's painting. What was copied goes too: the
    platform without a screen crashes when the interpreter ends with it on the clipboard.
    """
    gc.disable()
    yield
    QGuiApplication.clipboard().clear()
    gc.collect()
    gc.enable()
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    grave = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not grave, f"logged: {grave}"
    left = running_threads()
    assert not left, f"threads left running: {left}"


def running_threads() -> list[str]:
    """Return the names of the worker threads that run."""
    found = [thing for thing in gc.get_objects() if isinstance(thing, WorkerThread)]
    return [thread.objectName() for thread in found if isValid(thread) and thread.isRunning()]


@pytest.fixture
def theme() -> Theme:
    """The light theme, applied to the application."""
    return make_theme()


@pytest.fixture
def style(qtbot: QtBot, bundled: BundledFolders) -> ReaderStyle:
    """How the reader sets a text without a window."""
    return ReaderStyle(Theme(bundled.resources), 1.0)


@pytest.fixture
def reader(qtbot: QtBot, corpus: Corpus, tmp_path: Path, theme: Theme) -> Iterator[Reader]:
    """A reader that is shown and can search, with no document opened."""
    worker = WorkerThread("search")
    made = Reader(theme, make_settings(tmp_path), worker)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.way.set_corpus(corpus)
    made.set_searcher(FakeSearcher(corpus))
    yield made
    worker.shut_down()


@pytest.fixture
def fake(corpus: Corpus) -> FakeDesk:
    """What the windows of the desk load and search."""
    return FakeDesk(corpus)


@pytest.fixture
def desk(qtbot: QtBot, fake: FakeDesk, bundled: BundledFolders, tmp_path: Path) -> Iterator[Desk]:
    """Windows on one data folder."""
    made = Desk(qtbot, fake, bundled, tmp_path)
    yield made
    for window in made.windows:
        window.shut_down()
