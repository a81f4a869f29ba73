# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The lock between processes: held, taken by another, or impossible on this disk."""

import errno
import os
import time
from pathlib import Path

import pytest

from kyosei_desk import locking
from kyosei_desk.locking import exclusive


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lock"


def nothing() -> None:
    """Nobody calls the waiting off."""


def test_one_holds_it_at_a_time(path: Path) -> None:
    with exclusive(path, 0, nothing) as first, exclusive(path, 0, nothing) as second:
        assert (first, second) == (True, False)
    with exclusive(path, 0, nothing) as again:
        assert again


def test_taken_is_no_error_even_where_it_is_required(path: Path) -> None:
    with exclusive(path, 0, nothing), exclusive(path, 0, nothing, required=True) as held:
        assert not held


def test_waiting_ends_when_it_is_free(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = exclusive(path, 0, nothing)
    assert other.__enter__()
    monkeypatch.setattr(time, "sleep", lambda _seconds: other.__exit__(None, None, None))
    with exclusive(path, 60, nothing) as held:
        assert held


def test_waiting_can_be_called_off(path: Path) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with (
        exclusive(path, 0, nothing),
        pytest.raises(KeyboardInterrupt),
        exclusive(path, 60, stop),
    ):
        pytest.fail("held")


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EIO])
def test_disk_that_cannot_lock(path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(_file: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(locking, "_acquire", refuse)
    with exclusive(path, 60, lambda: pytest.fail("waited")) as held:
        assert not held
    with (
        pytest.raises(OSError, match=os.strerror(number)),
        exclusive(path, 60, lambda: pytest.fail("waited"), required=True),
    ):
        pytest.fail("held")


def test_lock_file_that_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), exclusive(tmp_path / "gone" / "lock", 0, nothing):
        pytest.fail("held")
