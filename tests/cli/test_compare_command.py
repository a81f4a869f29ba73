# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""``compare``."""

import json
import sys
from pathlib import Path

import pytest

from kyosei_desk.cli.compare_command import LATER_FORMATS
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.export.comparison.widths import text_width
from tests.cli.conftest import Desk

Capture = pytest.CaptureFixture[str]
TWO = ("cases/nabari", "cases/omuta")


def test_the_whole_matrix_as_json(desk: Desk, corpus: Corpus, capsys: Capture) -> None:
    cases = [case.id for case in corpus.cases]
    assert desk.run("compare", *cases, "--rows", "provisions", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [column["id"] for column in told["columns"]] == cases
    assert [row["id"] for row in told["rows"]] == list(corpus.provisions)
    for row in told["rows"]:
        assert [cell["id"] for cell in row["cells"]] == cases
        for cell in row["cells"]:
            said = cell["state"] in ("stated", "partial")
            assert bool(cell["elements"]) == bool(cell["sources"]) == said


def test_json_is_the_same_both_ways(desk: Desk, capsys: Capture) -> None:
    assert desk.run("compare", *TWO, "--json") == 0
    one = capsys.readouterr().out
    assert desk.run("compare", *TWO, "--format", "json", "--json") == 0
    assert capsys.readouterr().out == one


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("provisions", ["【2】相談を「丸ごと」受け止める場", "・まちの保健室 15か所", "記載なし"]),
        ("profile", ["79,357人", "612人／km²", "79,357人 ÷ 129.77km²", "平成29年4月1日現在"]),
        ("elements", ["場・拠点", "小学校区", "・介護予防拠点・地域交流施設 45か所"]),
    ],
)
def test_the_table_on_the_screen(desk: Desk, capsys: Capture, rows: str, words: list[str]) -> None:
    assert desk.run("compare", *TWO, "--rows", rows) == 0
    out = capsys.readouterr().out
    assert all(word in out for word in words)
    assert "[1] 名張市: " in out


def test_the_table_is_as_wide_as_the_screen(
    desk: Desk, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "90")
    assert desk.run("compare", *TWO) == 0
    widths = [text_width(line) for line in capsys.readouterr().out.splitlines()]
    assert 80 < max(widths) <= 90


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("表.txt", "■ くらべる表"),
        ("表.md", "# くらべる表"),
        ("表.csv", "\ufeffまとまり,"),
        ("表.json", "{"),
        ("表.html", "<!DOCTYPE html>"),
        ("表.HTM", "<!DOCTYPE html>"),
    ],
)
def test_a_file_is_written_as_its_name_says(
    desk: Desk, capsys: Capture, tmp_path: Path, name: str, start: str
) -> None:
    path = tmp_path / name
    assert desk.run("compare", *TWO, "-o", str(path)) == 0
    assert path.read_bytes().decode().startswith(start)
    assert capsys.readouterr().out == f"2 列・21 行を {path} に書き出しました。\n"


def test_the_format_asked_for_counts_before_the_name(
    desk: Desk, capsys: Capture, tmp_path: Path
) -> None:
    path = tmp_path / "表.txt"
    assert desk.run("compare", *TWO, "--format", "csv", "--out", str(path)) == 0
    assert "名前とちがって csv の形です" in capsys.readouterr().err
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", LATER_FORMATS)
@pytest.mark.parametrize("way", ["--format", "-o"])
def test_formats_that_come_later_say_so(
    desk: Desk, capsys: Capture, tmp_path: Path, name: str, way: str
) -> None:
    value = name if way == "--format" else str(tmp_path / f"表.{name}")
    assert desk.run("compare", *TWO, way, value) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"{name} では、まだ書き出せません。")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["cases/nabari"], "くらべるものは 2 つ以上書いてください。"),
        (["cases/nabari", "cases/gone"], "「cases/gone」という資料はありません。"),
        (["cases/nabari", "nabari"], "「nabari」という資料はありません。"),
        (
            ["cases/nabari", "guideline/history"],
            "「guideline/history」は事例ではないので、くらべられません。",
        ),
        ([*TWO, "cases/nabari"], "「cases/nabari」が2度書かれています。"),
        ([*TWO, "-o", "表.doc"], "-o のファイルは .txt、.md、"),
        ([*TWO, "-o", "表"], "-o のファイルは .txt、.md、"),
        ([*TWO, "--json", "--format", "md"], "--json と、JSON でない --format は"),
    ],
)
def test_wrong_use(desk: Desk, capsys: Capture, arguments: list[str], sentence: str) -> None:
    assert desk.run("compare", *arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(sentence)


def test_the_cases_there_are_stand_in_the_sentence(desk: Desk, capsys: Capture) -> None:
    desk.run("compare", "cases/nabari", "cases/gone")
    assert "cases/toyonaka" in capsys.readouterr().err


def test_a_file_that_cannot_be_written(desk: Desk, capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "folder.md"
    path.mkdir()
    assert desk.run("compare", *TWO, "-o", str(path)) == 4
    assert "に書き出せません" in capsys.readouterr().err
