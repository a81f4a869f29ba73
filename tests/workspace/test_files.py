# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writing a file: the old one or the new one, never half of one."""

import os
import tempfile
from pathlib import Path

import pytest

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.files import keep_copy, set_aside, write_atomically


def fail(*_arguments: object, **_settings: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("data", [b"", b"\x00\xff", "日本語\n".encode(), b"x" * 1_000_000])
def test_writes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a" / "b" / "file"
    write_atomically(path, data)
    assert path.read_bytes() == data
    assert list(path.parent.iterdir()) == [path]


def test_replaces(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"old and longer")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("owner", "name"), [(os, "fsync"), (Path, "replace"), (tempfile, "mkstemp")]
)
def test_failure_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str
) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"old")
    monkeypatch.setattr(owner, name, fail)
    with pytest.raises(StorageError) as error:
        write_atomically(path, b"new")
    assert (error.value.path, error.value.reason) == (path, "No space left on device")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_leftovers_that_cannot_be_removed_do_not_hide_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(StorageError, match="No space left on device"):
        write_atomically(tmp_path / "file", b"new")


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError):
        write_atomically(tmp_path / "file" / "settings.json", b"x")


@pytest.mark.parametrize(("shared", "mode"), [(False, 0o600), (True, 0o666)])
def test_a_file_for_others_is_made_so_that_they_can_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shared: bool, mode: int
) -> None:
    asked = []
    opened = os.open

    def note(path: Path | str, flags: int, mode: int = 0o777) -> int:
        asked.append(mode)
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", note)
    write_atomically(tmp_path / "file", b"x", shared=shared)
    assert asked == [mode]


def test_a_damaged_file_is_kept_under_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for text in ("1", "2"):
        path.write_text(text)
        set_aside(path)
    assert (tmp_path / "a.damaged.json").read_text() == "1"
    assert (tmp_path / "a.damaged-2.json").read_text() == "2"


def test_copies_are_kept_once_each(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for text in ("1", "2", "1", "2", "3"):
        path.write_text(text)
        kept = keep_copy(path, "newer")
        assert kept is not None
        assert kept.read_text() == text == path.read_text()
    path.unlink()
    names = sorted(p.name for p in tmp_path.iterdir())
    assert names == ["a.newer-2.json", "a.newer-3.json", "a.newer.json"]


def test_nothing_to_copy(tmp_path: Path) -> None:
    assert keep_copy(tmp_path / "gone.json", "newer") is None
    assert list(tmp_path.iterdir()) == []


def test_copy_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(StorageError):
        keep_copy(tmp_path / "a.json", "newer")
