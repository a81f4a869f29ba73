# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Whether Qt starts, with a Qt made by hand that fails as the real one does."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kyosei_desk.cli import qt_check
from kyosei_desk.cli.qt_check import qt_failure
from kyosei_desk.wording.window import LIBRARY_PACKAGES, no_qt_text, qt_failure_text

ROOT = Path(__file__).resolve().parent.parent.parent
MISSING = "libEGL.so.1: cannot open shared object file"
NO_DISPLAY = "could not connect to display :77"
NOT_FOUND = 'Could not find the Qt platform plugin "foo" in ""'
CURSOR = "libxcb-cursor.so.0: cannot open shared object file"
ABORT = """
import os, sys
class QApplication:
    def __init__(self, arguments):
        sys.stderr.write({said!r})
        sys.stderr.flush()
        os._exit(134)
"""


def fake_qt(folder: Path, widgets: str) -> dict[str, str]:
    """Make a Qt of empty modules but one; return the environment it is found in."""
    package = folder / "PySide6"
    package.mkdir()
    for name in ("__init__", "QtCore", "QtGui", "QtSvg"):
        (package / f"{name}.py").write_text("")
    (package / "QtWidgets.py").write_text(widgets, encoding="utf-8")
    return {**os.environ, "PYTHONPATH": str(folder)}


def test_qt_that_starts(tmp_path: Path) -> None:
    environment = fake_qt(tmp_path, "QApplication = list")
    assert qt_failure(environment, screen=True) is None


@pytest.mark.parametrize(("screen", "platform"), [(True, "xcb"), (False, "offscreen")])
def test_qt_starts_on_the_screen_there_is(tmp_path: Path, screen: bool, platform: str) -> None:
    widgets = "import os\ndef QApplication(_): raise KeyError(os.environ['QT_QPA_PLATFORM'])"
    environment = {**fake_qt(tmp_path, widgets), "QT_QPA_PLATFORM": "xcb"}
    assert qt_failure(environment, screen=screen) == f"KeyError: '{platform}'"


@pytest.mark.parametrize(
    ("widgets", "reason"),
    [
        (f"raise ImportError({MISSING + ': No such file'!r})", MISSING),
        ("import gone", "ModuleNotFoundError: No module named 'gone'"),
        (
            ABORT.format(
                said=f'qt.core.plugin.loader: "Cannot load library /x/libqxcb.so: {CURSOR}"\n'
                'qt.qpa.plugin: Could not load the Qt platform plugin "xcb" in ""\n\n'
            ),
            CURSOR,
        ),
        (ABORT.format(said=f"qt.qpa.xcb: {NO_DISPLAY}\nqt.qpa.plugin: Could not\n"), NO_DISPLAY),
        (ABORT.format(said=f"qt.qpa.plugin: {NOT_FOUND}\n\nAvailable: xcb.\n"), NOT_FOUND),
        (ABORT.format(said=""), "終了コード 134"),
    ],
)
def test_qt_that_does_not_start(tmp_path: Path, widgets: str, reason: str) -> None:
    assert qt_failure(fake_qt(tmp_path, widgets), screen=True) == reason


def test_the_qt_that_is_installed() -> None:
    failure = qt_failure(os.environ, screen=False)
    if importlib.util.find_spec("PySide6") is None:
        assert failure == "ModuleNotFoundError: No module named 'PySide6'"
    else:
        assert failure is None


def test_qt_that_never_ends_its_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(qt_check, "_SECONDS", 1)
    environment = fake_qt(tmp_path, "import time\ntime.sleep(60)")
    assert qt_failure(environment, screen=True) == "1 秒たっても始まりません"


def test_qt_of_a_bundle_is_loaded_on_the_spot(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_settings: object) -> None:
        pytest.fail("started")

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(subprocess, "run", refuse)
    monkeypatch.setattr(qt_check, "_MODULES", ("json",))
    assert qt_failure({}, screen=True) is None
    monkeypatch.setattr(qt_check, "_MODULES", ("json.gone",))
    assert qt_failure({}, screen=True) == "No module named 'json.gone'"


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (MISSING, "sudo apt install libegl1"),
        (CURSOR, "sudo apt install libxcb-cursor0"),
        ("libodd.so.9: cannot open shared object file", "libodd.so.9 が足りません"),
        (NO_DISPLAY, "DISPLAY の設定"),
        (NOT_FOUND, "もう一度インストール"),
    ],
)
def test_what_to_do(reason: str, words: str) -> None:
    assert words in qt_failure_text(reason)


def test_the_window_says_what_to_install_too() -> None:
    assert "sudo apt install libegl1）。\n" in no_qt_text(f"{MISSING}: No such file")
    assert "apt install" not in no_qt_text("No module named 'PySide6'")


def test_the_packages_named_are_those_installed() -> None:
    script = (ROOT / "tools" / "setup_system.sh").read_text(encoding="utf-8")
    listed = re.search(r"<<'LIST'\n(.*?)\nLIST", script, re.DOTALL)
    assert listed
    assert dict(row.split() for row in listed[1].splitlines()) == LIBRARY_PACKAGES
