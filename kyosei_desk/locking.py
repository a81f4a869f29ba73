# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A lock between processes that the operating system itself releases when its owner dies.

So there is no stale lock to detect: the file may stay, only a living process can hold it.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _acquire(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _release(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _acquire(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)


_POLL_SECONDS = 0.1


@contextmanager
def exclusive(path: Path, wait_seconds: float, check: Callable[[], None]) -> Iterator[bool]:
    """Hold the lock file for the body; yields False when it stayed taken for too long.

    ``check`` is called while waiting and may raise to give up.

    Raises:
        OSError: the file cannot be created.
    """
    with path.open("ab") as file:
        deadline = time.monotonic() + wait_seconds
        held = _try(file)
        while not held and time.monotonic() < deadline:
            check()
            time.sleep(_POLL_SECONDS)
            held = _try(file)
        try:
            yield held
        finally:
            if held:
                _release(file)


def _try(file: IO[bytes]) -> bool:
    try:
        file.seek(0)
        _acquire(file)
    except OSError:
        return False
    return True
