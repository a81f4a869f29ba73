# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``index`` and ``doctor``."""

import importlib.util
import json
from pathlib import Path

import pytest

from kyosei_desk.cli import maintenance_commands
from kyosei_desk.domain.errors import ContentError, IndexBrokenError, ResourceError, StorageError
from kyosei_desk.services import IndexState
from kyosei_desk.wording.index import INDEX_SENTENCES
from kyosei_desk.workspace.settings import SettingsStore
from tests.cli.conftest import Desk

Capture = pytest.CaptureFixture[str]
NAMES = ["版", "データのフォルダー", "設定", "資料", "検索", "画面の部品", "画面"]


@pytest.fixture(autouse=True)
def _screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: object())
    monkeypatch.setattr(maintenance_commands, "qt_failure", lambda _environment, screen: None)


def failing(error: Exception) -> object:
    def fail(*_arguments: object, **_settings: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("arguments", "rebuild", "sentence"),
    [([], False, "索引を作りました"), (["--rebuild"], True, "索引をはじめから作り直しました")],
)
def test_index(
    desk: Desk, capsys: Capture, arguments: list[str], rebuild: bool, sentence: str
) -> None:
    assert desk.run("index", *arguments) == 0
    captured = capsys.readouterr()
    assert captured.out == f"{sentence}（321 か所）\n"
    assert captured.err == ""
    assert desk.rebuilds == [rebuild]


@pytest.mark.parametrize(("arguments", "state"), [([], "first"), (["--rebuild"], "requested")])
def test_index_json(desk: Desk, capsys: Capture, arguments: list[str], state: str) -> None:
    assert desk.run("index", "--json", *arguments) == 0
    assert json.loads(capsys.readouterr().out) == {"state": state, "passages": 321}


def test_index_shows_progress_on_a_terminal(
    desk: Desk, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    desk.run("index")
    captured = capsys.readouterr()
    assert captured.err == "\r索引: 1 / 1\n"


def test_every_state_has_a_sentence() -> None:
    assert set(INDEX_SENTENCES) == set(IndexState)


def test_doctor(desk: Desk, capsys: Capture) -> None:
    assert desk.run("doctor") == 0
    captured = capsys.readouterr()
    rows = [line.split("\t") for line in captured.out.splitlines()]
    assert [(well, name) for well, name, _ in rows] == [("よい", name) for name in NAMES]
    assert captured.err == ""
    assert "9.8.7" in rows[0][2]
    assert "23 資料" in rows[3][2]


def test_doctor_json(desk: Desk, capsys: Capture) -> None:
    assert desk.run("doctor", "--json") == 0
    findings = json.loads(capsys.readouterr().out)
    assert [finding["name"] for finding in findings] == NAMES
    assert all(set(finding) == {"name", "well", "text"} for finding in findings)
    assert all(finding["well"] is True for finding in findings)


def test_doctor_leaves_nothing_in_the_data_folder(desk: Desk) -> None:
    desk.run("doctor")
    assert list(desk.services.data_dir.iterdir()) == []


def sick(capsys: Capture) -> dict[str, str]:
    captured = capsys.readouterr()
    assert "「要対応」の行" in captured.err
    rows = [line.split("\t") for line in captured.out.splitlines()]
    return {name: text for well, name, text in rows if well == "要対応"}


def test_doctor_finds_a_folder_it_cannot_write(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert desk.run("doctor", data_dir=tmp_path / "file" / "data") == 4
    found = sick(capsys)
    assert list(found) == ["データのフォルダー"]
    assert "--data-dir" in found["データのフォルダー"]


def test_doctor_goes_on_without_the_library(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    broken = failing(ResourceError(tmp_path, "gone"))
    assert desk.run("doctor", load_corpus=broken) == 4
    assert list(sick(capsys)) == ["資料", "検索"]


def test_doctor_finds_a_broken_index(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    assert desk.run("doctor", open_search=failing(IndexBrokenError(tmp_path, "foreign"))) == 4
    assert "作り直せば" in sick(capsys)["検索"]


def test_doctor_without_qt(desk: Desk, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert desk.run("doctor") == 4
    assert "コマンドは使えます" in sick(capsys)["画面の部品"]


def test_doctor_says_what_qt_lacks(
    desk: Desk, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    reason = "libEGL.so.1: cannot open shared object file"
    monkeypatch.setattr(maintenance_commands, "qt_failure", lambda _environment, screen: reason)
    assert desk.run("doctor") == 4
    text = sick(capsys)["画面の部品"]
    assert "libEGL.so.1 が足りません" in text
    assert "sudo apt install libegl1" in text


@pytest.mark.parametrize(("variable", "screen"), [("DISPLAY", True), ("LANG", False)])
def test_doctor_tries_qt_on_the_screen_there_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, variable: str, screen: bool
) -> None:
    asked: list[bool] = []

    def note(_environment: object, screen: bool) -> None:
        asked.append(screen)

    monkeypatch.setattr(maintenance_commands, "qt_failure", note)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, "x")
    desk.run("doctor")
    assert asked == [screen]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "settings.damaged.json に残してあります"),
        ('{"format": 2}', "新しい版のきょうせいデスク"),
        ("{}", "読めます"),
    ],
)
def test_doctor_speaks_of_the_settings(
    desk: Desk, tmp_path: Path, capsys: Capture, text: str, said: str
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert desk.run("doctor", settings=SettingsStore(path)) == 0
    (row,) = (line for line in capsys.readouterr().out.splitlines() if "\t設定\t" in line)
    assert row.startswith("よい\t")
    assert said in row


def test_doctor_finds_settings_it_cannot_set_aside(
    desk: Desk, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing(PermissionError(13, "Permission denied")))
        settings = SettingsStore(path)
    assert desk.run("doctor", settings=settings) == 4
    captured = capsys.readouterr()
    assert "要対応\t設定\t設定のファイルがこわれている" in captured.out


def test_doctor_without_a_screen(
    desk: Desk, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert desk.run("doctor") == 4
    assert "画面" in sick(capsys)


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_doctor_sees_any_screen(desk: Desk, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, "x")
    assert desk.run("doctor") == 0


def test_doctor_expects_a_screen_elsewhere(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert desk.run("doctor") == 0


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (ResourceError(Path("municipalities.csv"), "x"), 4, "もう一度インストール"),
        (StorageError(Path("data"), "No space left on device"), 4, "空き容量"),
        (IndexBrokenError(Path("index"), "x"), 4, "作り直せば"),
    ],
)
def test_environment_errors(
    desk: Desk, capsys: Capture, error: Exception, code: int, words: str
) -> None:
    assert desk.run("index", open_search=failing(error)) == code
    captured = capsys.readouterr()
    assert words in captured.err
    assert captured.out == ""


def test_content_error_names_the_first_issue(desk: Desk, tmp_path: Path, capsys: Capture) -> None:
    from kyosei_desk.domain.errors import ContentIssue, ContentIssueCode

    issue = ContentIssue(tmp_path / "cases" / "a.md", 7, "id", ContentIssueCode.DUPLICATE_KEY)
    assert desk.run("list", load_corpus=failing(ContentError((issue, issue)))) == 3
    err = capsys.readouterr().err
    assert err.startswith("資料にまちがいが 2 件あります。最初の1件: cases/a.md:7: id: ")
