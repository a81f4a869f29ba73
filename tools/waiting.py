# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Letting the window work while pictures are taken of it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

# A row rests 250 ms before it is opened, and its marks are found in another thread.
SETTLE_SECONDS = 0.5


def let_pass(seconds: float) -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def wait_for(
    condition: Callable[[], bool], seconds: float = 20.0, what: str = "the window"
) -> None:
    """Run the event loop until a condition holds.

    Raises:
        TimeoutError: it does not hold in time.
    """
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds:.0f} s for {what}")
        let_pass(0.05)
