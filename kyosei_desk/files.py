# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writing a file so that it is either the old one or the new one, whole."""

import itertools
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kyosei_desk.domain.errors import OutputFileError, StorageError


def write_atomically(path: Path, data: bytes, *, shared: bool = False) -> None:
    """Write ``data`` to ``path`` through a temporary file beside it.

    Only this person can read it; ``shared`` leaves that to what is usual in the folder.

    Raises:
        StorageError: the folder cannot be made or the file not written; the old file stays.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = _shared_file(path) if shared else _private_file(path)
    except OSError as error:
        raise StorageError(path, error.strerror or str(error)) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):  # what matters is why it could not be written
            temporary.unlink(missing_ok=True)
        raise StorageError(path, error.strerror or str(error)) from error


def write_output_file(path: Path, data: bytes) -> None:
    """Write a file the person asked for: the whole of it, or the old one stays.

    Raises:
        OutputFileError: it cannot be written, for example while Excel has it open.
    """
    try:
        write_atomically(path, data, shared=True)
    except StorageError as error:
        raise OutputFileError(path, error.reason) from error


def _private_file(path: Path) -> tuple[int, Path]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    return handle, Path(name)


def _shared_file(path: Path) -> tuple[int, Path]:
    temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(temporary, flags, 0o666), temporary


def set_aside(path: Path) -> Path:
    """Rename a damaged file so that it is kept, and return its new name.

    Raises:
        StorageError: it cannot be renamed.
    """
    kept = next(name for name in _names_beside(path, "damaged") if not name.exists())
    try:
        path.replace(kept)
    except OSError as error:
        raise StorageError(path, error.strerror or str(error)) from error
    return kept


def keep_copy(path: Path, word: str) -> Path | None:
    """Copy a file so that it survives what is written over it, and return the copy's name.

    ``word`` goes into the name. What is kept already is not copied again; None: no file.

    Raises:
        StorageError: it cannot be read, or the copy not be written.
    """
    try:
        data = path.read_bytes()
        names = _names_beside(path, word)
        kept = next(name for name in names if not name.exists() or name.read_bytes() == data)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StorageError(path, error.strerror or str(error)) from error
    if not kept.exists():
        write_atomically(kept, data)
    return kept


def _names_beside(path: Path, word: str) -> Iterator[Path]:
    yield path.with_suffix(f".{word}{path.suffix}")
    yield from (path.with_suffix(f".{word}-{n}{path.suffix}") for n in itertools.count(2))
