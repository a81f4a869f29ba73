# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The whole program on the command line: options, exit codes, pipes, where its data goes."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import kyosei_desk
from kyosei_desk.app import build_services, main
from kyosei_desk.cli.main import COMMANDS, run_command
from kyosei_desk.cli.output import ExitCode
from kyosei_desk.cli.parser import build_parser
from kyosei_desk.domain.errors import CancelledError, KyoseiError
from kyosei_desk.services import Services
from kyosei_desk.wording.errors import error_sentence
from tests.cli.conftest import Desk

Capture = pytest.CaptureFixture[str]
Program = Callable[..., int]
ENGLISH = re.compile(r"\b(usage|error|argument|required|invalid|choose|optional|show this)\b")


def test_exit_codes_are_the_promised_ones() -> None:
    assert {code.name: code.value for code in ExitCode} == {
        "OK": 0,
        "NOTHING": 1,
        "WRONG_USE": 2,
        "BROKEN_INPUT": 3,
        "ENVIRONMENT": 4,
    }


def test_version(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"kyosei-desk {kyosei_desk.__version__}\n"


@pytest.mark.parametrize("command", [None, "gui", *COMMANDS])
def test_help_is_japanese(command: str | None, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*([command] if command else []), "--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("使い方: kyosei-desk")
    assert ENGLISH.findall(out) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["play"], "コマンド の 'play' は選べません。"),
        (["show"], "ID が足りません"),
        (["list", "--colour"], "--colour という指定はありません"),
        (["list", "extra"], "extra という指定はありません"),
        (["list", "--kind", "story"], "--kind の 'story' は選べません。"),
        (["list", "--kind"], "--kind の後に値を書いてください"),
        (["show", "x", "--format", "pdf"], "--format の 'pdf' は選べません。"),
        (["search", "x", "--limit", "0"], "--limit には1以上の整数を書いてください（'0'）"),
        (["search", "x", "--limit", "多"], "--limit には1以上の整数を書いてください"),
        (["search", "x", "--limit"], "--limit の後に値を書いてください"),
        (["search", "x", "--operator", "club"], "--operator の 'club' は選べません。"),
        (["search", "--batch"], "--batch の後に値を書いてください"),
        (["search", "x", "--kin", "case"], "--kin case という指定はありません"),
        (["list", "--json=1"], "--json に値（'1'）は付けられません"),
        (["--data-dir"], "--data-dir の後に値を書いてください"),
        (["--unknown"], "--unknown という指定はありません"),
    ],
)
def test_wrong_use_is_explained(arguments: list[str], sentence: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("使い方がちがいます: " + sentence)
    assert "--help で見られます。" in captured.err
    assert ENGLISH.findall(captured.err) == []


def test_list(program: Program, capsys: Capture) -> None:
    assert program("list", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 23


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "cases/nabari#machi-no-hokenshitsu"], 0),
        (["show", "cases/nabari", "--json"], 0),
        (["--json", "show", "cases/nabari"], 0),
        (["show", "cases/gone"], 1),
        (["show", "cases/nabari#gone"], 1),
        (["search"], 2),
        (["search", "x", "--provision", "p9.x"], 2),
    ],
)
def test_exit_code(program: Program, arguments: list[str], code: int) -> None:
    assert program(*arguments) == code


@pytest.mark.parametrize("place", ["before", "after", "joined", "environment"])
def test_data_folder(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    home, other = tmp_path / "home", tmp_path / "other"
    monkeypatch.setenv("KYOSEI_DESK_HOME", str(home if place == "environment" else other))
    arguments = {
        "before": ["--data-dir", str(home), "list"],
        "after": ["list", "--data-dir", str(home)],
        "joined": ["list", f"--data-dir={home}"],
        "environment": ["list"],
    }[place]
    assert main(arguments) == 0
    assert [path.name for path in home.iterdir()] == ["cache"]
    assert not other.exists()
    assert capsys.readouterr().out.endswith("23 資料\n")


def test_portable_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    portable = tmp_path / "kyosei_desk_data"
    portable.mkdir()
    monkeypatch.delenv("KYOSEI_DESK_HOME", raising=False)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "kyosei-desk.exe"))
    assert main(["list"]) == 0
    assert [path.name for path in portable.iterdir()] == ["cache"]


def test_option_of_the_command_wins(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    assert main(["--data-dir", str(first), "list", "--data-dir", str(second)]) == 0
    assert second.is_dir()
    assert not first.exists()


def test_folder_that_cannot_be_written_does_not_stop_reading(
    tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert main(["list", "--data-dir", str(tmp_path / "file" / "data")]) == 0
    capsys.readouterr()


def test_settings_that_cannot_be_read(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "settings.json").mkdir()
    assert main(["list", "--data-dir", str(tmp_path)]) == 4
    assert "読み書きできません" in capsys.readouterr().err


def test_services_touch_nothing(tmp_path: Path) -> None:
    build_services(tmp_path / "data")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("error", "code"), [(CancelledError(), 1), (KyoseiError("x"), 4)])
def test_other_errors(desk: Desk, capsys: Capture, error: KyoseiError, code: int) -> None:
    def fail() -> Services:
        raise error

    assert run_command(build_parser().parse_args(["list"]), fail) == code
    assert capsys.readouterr().err == error_sentence(error) + "\n"


def test_interrupt_ends_quietly(desk: Desk, capsys: Capture) -> None:
    def interrupt() -> Services:
        raise KeyboardInterrupt

    assert run_command(build_parser().parse_args(["list"]), interrupt) == 1
    assert capsys.readouterr().err == ""


def start(arguments: list[str], data_dir: Path, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "kyosei_desk", "--data-dir", str(data_dir), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
    )


def test_reader_that_goes_away(data_dir: Path) -> None:
    with start(["show", "cases/nabari"], data_dir) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp932", "utf-8"])
def test_pipes_speak_utf8(data_dir: Path, encoding: str) -> None:
    with start(["list", "--json"], data_dir, PYTHONIOENCODING=encoding) as process:
        out, err = process.communicate()
    assert err == b""
    assert len(json.loads(out.decode())) == 23


@pytest.mark.parametrize("address", ["cases/\udcff", "cases/名張"])
def test_any_argument_can_be_said_back(data_dir: Path, address: str) -> None:
    with start(["show", address], data_dir) as process:
        out, err = process.communicate()
    assert (process.returncode, out) == (1, b"")
    assert "という資料はありません".encode() in err
    assert b"Traceback" not in err


@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["show", "cases/gone"]])
def test_damaged_settings_are_told_and_kept(
    program: Program, data_dir: Path, capsys: Capture, arguments: list[str]
) -> None:
    settings = data_dir / "settings.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("{", encoding="utf-8")
    program(*arguments)
    captured = capsys.readouterr()
    first = captured.err.splitlines()[0]
    assert first.startswith("設定のファイルがこわれていたため、")
    (kept,) = data_dir.glob("settings.damaged*.json")
    assert str(kept) in first
    kept.unlink()
    program(*arguments)
    assert "設定のファイル" not in capsys.readouterr().err
