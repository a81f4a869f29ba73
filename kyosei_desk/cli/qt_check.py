# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Whether Qt really starts: found out in a process of its own, which Qt ends when it cannot."""

import importlib
import re
import subprocess
import sys
from collections.abc import Mapping

_MODULES = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtSvg", "PySide6.QtWidgets")
_PROBE = f"import {', '.join(_MODULES)}; PySide6.QtWidgets.QApplication([])"
_SECONDS = 60.0
# The lines that say why Qt did not start, the most telling first.
_REASONS = (
    re.compile(r"could not connect to display.*|failed to create wl_display.*", re.IGNORECASE),
    re.compile(r"lib[\w.+-]+: cannot open shared object file"),
    re.compile(r"(?<=qt\.qpa\.plugin: )Could not .*"),
)


def qt_failure(environment: Mapping[str, str], *, screen: bool) -> str | None:
    """Start Qt and return what it says when it fails, None when it starts.

    Without a ``screen`` it starts on one that exists in memory only.
    """
    if getattr(sys, "frozen", False):  # a bundle is no Python to start: load Qt right here
        return _import_failure()
    chosen = {} if screen else {"QT_QPA_PLATFORM": "offscreen"}
    try:
        ended = subprocess.run(
            [sys.executable, "-c", _PROBE],
            # Qt names the library a plugin lacks only when asked to talk about its plugins.
            env={**environment, **chosen, "QT_DEBUG_PLUGINS": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"{_SECONDS:.0f} 秒たっても始まりません"
    except OSError as error:
        return str(error)
    return _reason(ended.stderr, ended.returncode) if ended.returncode else None


def _import_failure() -> str | None:
    try:
        for module in _MODULES:
            importlib.import_module(module)
    except ImportError as error:
        return str(error)
    return None


def _reason(said: str, code: int) -> str:
    """Return the line that tells most of what a failed process said."""
    for pattern in _REASONS:
        if match := pattern.search(said):
            return match[0].strip()
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1] if lines else f"終了コード {code}"
