# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where and when Python collects garbage while a window is open.

Python collects reference cycles in whichever thread happens to allocate, in the middle of
whatever it is doing. For Qt's objects both are fatal: a worker that destroys a widget or a
text cursor does so behind the back of the thread that draws it, and a collection inside a
``sizeHint`` can take away the very widget Qt is asking. So while a window is open nothing is
collected by itself; a timer does it, in the window's thread and between two events.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

_INTERVAL_MS = 1000


@contextmanager
def collected_between_events() -> Iterator[None]:
    """Collect garbage in this thread, between events, for the body of the statement.

    What is left at the end is collected at once: no Qt object waits for a later thread.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    timer = QTimer()
    timer.setInterval(_INTERVAL_MS)
    timer.timeout.connect(collect_what_is_due)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        gc.unfreeze()
        gc.collect()
        if was_enabled:
            gc.enable()


def set_aside_the_program() -> None:
    """Let no later collection go through what there is now: modules, library, window.

    A collection of everything takes 70 ms, which can be felt; one of what came after does not.
    """
    gc.freeze()


def collect_what_is_due() -> None:
    """Collect the oldest generation that has passed Python's own threshold."""
    limits = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, limit) in enumerate(limits) if count > limit]
    if due:
        gc.collect(max(due))
