# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where the user's data lives: the option, the environment, beside the program, the system."""

import sys
from pathlib import Path

import platformdirs
import pytest

from kyosei_desk import data_dir
from kyosei_desk.data_dir import choose_data_dir, program_dir

HOME = "KYOSEI_DESK_HOME"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("argument", "environment", "portable", "expected"),
    [
        ("given", "from_env", True, "given"),
        ("given", None, False, "given"),
        (None, "from_env", True, "from_env"),
        ("", "from_env", True, "from_env"),
        (None, None, True, "program/kyosei_desk_data"),
        (None, "", True, "program/kyosei_desk_data"),
    ],
)
def test_order(
    tmp_path: Path,
    program: Path,
    argument: str | None,
    environment: str | None,
    portable: bool,
    expected: str,
) -> None:
    if portable:
        (program / "kyosei_desk_data").mkdir()
    option = str(tmp_path / argument) if argument else argument
    variables = {} if environment is None else {HOME: environment and str(tmp_path / environment)}
    assert choose_data_dir(option, variables, program) == tmp_path / expected


def test_platform_folder_is_the_last_resort(program: Path) -> None:
    expected = platformdirs.user_data_path("kyosei_desk", appauthor=False)
    assert choose_data_dir(None, {}, program) == expected
    assert expected.name == "kyosei_desk"


def test_file_of_that_name_is_no_portable_folder(program: Path) -> None:
    (program / "kyosei_desk_data").write_bytes(b"")
    assert choose_data_dir(None, {}, program).parent != program


def test_a_bundle_has_its_folder_beside_the_executable(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program / "kyosei_desk_data").mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program / "kyosei-desk.exe"))
    assert choose_data_dir(None, {}) == program / "kyosei_desk_data"


def test_a_checkout_has_its_folder_in_itself(program: Path) -> None:
    (program / "pyproject.toml").write_bytes(b"")
    assert program_dir(program / "kyosei_desk") == program


def test_an_installed_package_has_no_folder_of_its_own(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program / "kyosei_desk_data").mkdir()
    assert program_dir(program / "kyosei_desk") is None
    monkeypatch.setattr(data_dir, "program_dir", lambda: None)
    monkeypatch.setattr(sys, "argv", [str(program / "kyosei-desk")])
    assert choose_data_dir(None, {}) == platformdirs.user_data_path("kyosei_desk", appauthor=False)


def test_relative_folder_means_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert choose_data_dir("data", {}) == tmp_path / "data"
    assert choose_data_dir(None, {HOME: "data"}) == tmp_path / "data"


def test_tilde_means_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert choose_data_dir("~/data", {}) == tmp_path / "data"


def test_nothing_is_made(tmp_path: Path) -> None:
    choose_data_dir(str(tmp_path / "data"), {})
    assert list(tmp_path.iterdir()) == []
