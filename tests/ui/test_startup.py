# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import gc
import logging
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import StorageError
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.services import Services
from kyosei_desk.ui import startup
from kyosei_desk.ui.main_window import MainWindow, apply_look
from kyosei_desk.ui.startup import ExceptionReporter, error_window, open_theme, run_window
from tests.ui.desk import FakeDesk

_HEAVY = "pydantic yaml markdown_it sudachipy whoosh kyosei_desk.domain.corpus"
_STAGES = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from kyosei_desk.app import build_services
from kyosei_desk.ui.startup import run_window

def observe(stage):
    print(stage, *(name for name in {heavy!r}.split() if name in sys.modules))
    QApplication.closeAllWindows()

sys.exit(run_window(lambda: build_services(Path({folder!r})), observe))
"""

_SOURCES_READ = """
import sys
import kyosei_desk.ui
import colorsys  # any module with a source, and with nothing of PySide
import linecache
sys.exit(colorsys.__file__ in linecache.cache)
"""


@pytest.fixture
def services(corpus: Corpus, bundled: BundledFolders, tmp_path: Path) -> Services:
    return FakeDesk(corpus).services(bundled, tmp_path)


def test_the_window_is_painted_first_and_then_made_ready(services: Services) -> None:
    stages: list[str] = []

    def observe(stage: str) -> None:
        stages.append(stage)
        if stage == "ready":
            QApplication.closeAllWindows()

    hook = sys.excepthook
    assert run_window(lambda: services, observe) == 0
    assert stages == ["painted", "ready"]
    assert sys.excepthook is hook


def test_nothing_heavy_is_imported_before_the_window_is_painted(tmp_path: Path) -> None:
    code = _STAGES.format(heavy=_HEAVY, folder=str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == "painted"


def test_pyside_reads_no_sources_of_other_modules() -> None:
    assert subprocess.run([sys.executable, "-c", _SOURCES_READ], check=False).returncode == 0


def test_it_says_why_it_cannot_start(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    def fail() -> Services:
        raise StorageError(tmp_path / "settings.json", "Permission denied")

    QTimer.singleShot(50, QApplication.closeAllWindows)
    assert run_window(fail) == 4
    assert "許されていません" in capsys.readouterr().err


def test_missing_resources_are_no_traceback(
    services: Services, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    QTimer.singleShot(50, QApplication.closeAllWindows)
    assert run_window(lambda: replace(services, resources_dir=tmp_path)) == 4
    assert str(tmp_path) in capsys.readouterr().err


def test_the_error_window_shows_the_sentence(qtbot: QtBot) -> None:
    window = error_window("だめでした。")
    qtbot.addWidget(window)
    assert "だめでした。" in [label.text() for label in window.findChildren(QLabel)]


def test_a_missing_font_is_one_message(
    services: Services,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(startup, "has_japanese_font", lambda: False)
    shown: list[str] = []

    def observe(stage: str) -> None:
        if stage == "ready":
            for window in open_windows():
                while (message := window.frame.messages.current) is not None:
                    shown.append(message.text)
                    window.frame.messages.close_current()
            QApplication.closeAllWindows()

    run_window(lambda: services, observe)
    assert shown == [startup.NO_FONT]
    assert capsys.readouterr().err.splitlines() == [startup.NO_FONT]


def open_windows() -> list[MainWindow]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]


def test_nothing_is_collected_by_itself_while_the_window_is_open(services: Services) -> None:
    gc.enable()
    enabled: list[bool] = []

    def observe(stage: str) -> None:
        enabled.append(gc.isenabled())
        if stage == "ready":
            QApplication.closeAllWindows()

    run_window(lambda: services, observe)
    assert enabled == [False, False]
    assert gc.isenabled()


def test_the_window_is_gone_when_it_has_been_closed(services: Services) -> None:
    def observe(stage: str) -> None:
        if stage == "ready":
            QApplication.closeAllWindows()

    run_window(lambda: services, observe)
    assert open_windows() == []


def test_what_nobody_caught_is_shown_and_logged(
    qtbot: QtBot, services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    theme = open_theme(services)
    apply_look(theme, services.settings)
    window = MainWindow(services, theme)
    theme.setParent(window)
    qtbot.addWidget(window)
    ExceptionReporter(window)(ValueError, ValueError("oops"), None)
    message = window.frame.messages.current
    assert message is not None
    assert "oops" in message.text
    assert [r.levelno for r in caplog.records] == [logging.ERROR]
    caplog.clear()
    window.shut_down()
