# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A lock between processes that the operating system itself releases when its owner dies.

So there is no stale lock to detect: the file may stay, only a living process can hold it.
"""

import errno
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    _TAKEN = (errno.EACCES, errno.EDEADLK)

    def _acquire(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _release(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    _TAKEN = (errno.EAGAIN, errno.EWOULDBLOCK)

    def _acquire(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)


_POLL_SECONDS = 0.1


@contextmanager
def exclusive(
    path: Path, wait_seconds: float, check: Callable[[], None], *, required: bool = False
) -> Iterator[bool]:
    """Hold the lock file for the body; yields False when it stayed taken for too long.

    On a disk that cannot lock, as some network shares, there is nothing to wait for: it
    yields False at once or, where the lock is ``required``, raises the system's error.
    ``check`` is called while waiting and may raise to give up.

    Raises:
        OSError: the file cannot be created, or not be locked although that is required.
    """
    with path.open("ab") as file:
        deadline = time.monotonic() + wait_seconds
        refusal = _try(file)
        while _is_taken(refusal) and time.monotonic() < deadline:
            check()
            time.sleep(_POLL_SECONDS)
            refusal = _try(file)
        if required and refusal is not None and not _is_taken(refusal):
            raise refusal
        try:
            yield refusal is None
        finally:
            if refusal is None:
                _release(file)


def _try(file: IO[bytes]) -> OSError | None:
    """Take the lock; return why it cannot be had, None when it is held."""
    try:
        file.seek(0)
        _acquire(file)
    except OSError as error:
        return error
    return None


def _is_taken(refusal: OSError | None) -> bool:
    return refusal is not None and refusal.errno in _TAKEN
