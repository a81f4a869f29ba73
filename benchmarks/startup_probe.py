# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One start, in a process of its own: prints when it was painted and when it was ready.

``bare`` opens an empty window, ``desk DATA_DIR`` the program. Times are of the monotonic
clock in seconds, so the parent can subtract the moment it started the process. Memory is
the proportional set size (PSS) in kB, three seconds after the program was ready.
"""

import json
import sys
import time
from pathlib import Path


def run_bare() -> None:
    """Open and close an empty window of the program's size."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
            super().paintEvent(event)
            print(json.dumps({"painted": time.monotonic()}), flush=True)
            QTimer.singleShot(0, QApplication.quit)

    application = QApplication([])
    window = Window()
    window.resize(1280, 720)
    window.show()
    application.exec()


def run_desk(data_dir: str) -> None:
    """Open the program, wait until it can search, and close it."""
    from kyosei_desk.app import open_window

    moments: dict[str, float] = {}

    def finish() -> None:
        from PySide6.QtWidgets import QApplication

        print(json.dumps({**moments, "pss_kb": _pss_kb()}), flush=True)
        QApplication.closeAllWindows()

    def observe(stage: str) -> None:
        from PySide6.QtCore import QTimer

        moments.setdefault(stage, time.monotonic())
        if stage == "ready":
            QTimer.singleShot(3000, finish)

    open_window(data_dir, observe)


def _pss_kb() -> int:
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        run_bare()
    else:
        run_desk(sys.argv[2])
