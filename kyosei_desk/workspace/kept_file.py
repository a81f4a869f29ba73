# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One JSON object in a file of the person's own, shared between windows and never lost.

Concurrency: every change reads the file, changes what was read and writes it, all under a
lock file, so that of two windows the last to write loses nothing of the other's. Reading
takes no lock: the file is replaced whole. A damaged file is set aside, and of a newer
version's file a copy is kept, before anything is written; see
:mod:`kyosei_desk.workspace.formats`.
"""

import errno
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.files import set_aside, write_atomically
from kyosei_desk.locking import exclusive
from kyosei_desk.workspace.formats import is_newer, keep_newer

WAIT_SECONDS = 2.0
_FORMAT = "format"

Kept = TypeVar("Kept")


@dataclass(frozen=True)
class KeptFormat(Generic[Kept]):
    """How a value is written as a JSON object and read again.

    ``read`` never fails: what makes no sense is left out. ``write`` returns the same keys
    for every value; other keys in a file are a newer version's, and stay in it.
    """

    version: int
    empty: Kept
    read: Callable[[dict[str, Any]], Kept]
    write: Callable[[Kept], dict[str, object]]


@dataclass(frozen=True)
class _Found(Generic[Kept]):
    """What the file holds; ``newer``: a newer version has written it."""

    value: Kept
    others: tuple[tuple[str, Any], ...] = ()
    newer: bool = False


class KeptFile(Generic[Kept]):
    """The file. :meth:`look` and :meth:`change` may raise ``StorageError``.

    That is: it cannot be read, or not written, or another window holds it for too long, or
    the disk cannot lock files.

    ``set_aside`` is where a damaged file was moved to, ``kept_newer`` where a copy of a newer
    version's file is; None while there was no such thing.
    """

    def __init__(self, path: Path, kept_format: KeptFormat[Kept]):
        """Keep in ``path``; nothing is read or written yet."""
        self._path = path
        self._lock = path.with_suffix(".lock")
        self._format = kept_format
        self.set_aside: Path | None = None
        self.kept_newer: Path | None = None

    def look(self) -> Kept:
        """Return what is kept."""
        try:
            return self._read().value
        except _DamagedError:
            found: list[_Found[Kept]] = []
            self._locked(lambda: found.append(self._read_mending()))
            return found[0].value

    def change(self, change: Callable[[Kept], Kept]) -> None:
        """Keep what a function makes of what is kept now; what is the same is not written."""

        def change_file() -> None:
            before = self._read_mending()
            after = change(before.value)
            if after != before.value:
                if before.newer:
                    self.kept_newer = keep_newer(self._path)
                write_atomically(self._path, self._written(after, before.others))

        self._locked(change_file)

    def _locked(self, act: Callable[[], None]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with exclusive(self._lock, WAIT_SECONDS, _keep_waiting, required=True) as held:
                if not held:
                    raise StorageError(self._path, os.strerror(errno.EAGAIN))
                act()
        except OSError as error:
            raise StorageError(self._path, error.strerror or str(error)) from error

    def _read_mending(self) -> _Found[Kept]:
        """Read under the lock; a damaged file is set aside."""
        try:
            return self._read()
        except _DamagedError:
            self.set_aside = set_aside(self._path)
            return _Found(self._format.empty)

    def _read(self) -> _Found[Kept]:
        try:
            raw = self._path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return _Found(self._format.empty)
        except OSError as error:
            raise StorageError(self._path, error.strerror or str(error)) from error
        try:
            loaded = json.loads(raw)
        except (ValueError, RecursionError) as error:
            raise _DamagedError from error
        if not isinstance(loaded, dict):
            raise _DamagedError
        known = {_FORMAT, *self._format.write(self._format.empty)}
        others = tuple((key, value) for key, value in loaded.items() if key not in known)
        newer = is_newer(loaded.get(_FORMAT), self._format.version)
        return _Found(self._format.read(loaded), others, newer)

    def _written(self, value: Kept, others: tuple[tuple[str, Any], ...]) -> bytes:
        document = {**dict(others), _FORMAT: self._format.version, **self._format.write(value)}
        text = json.dumps(document, ensure_ascii=False, indent=1)
        return text.encode("utf-8", "replace")


class _DamagedError(Exception):
    """The file is no JSON object."""


def _keep_waiting() -> None:
    """Nobody calls the waiting off."""
