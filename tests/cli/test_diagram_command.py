# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.model import Diagram
from tests.cli.conftest import Desk


def test_svg_goes_to_the_screen(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("diagram", "cases/nabari") == 0
    root = ElementTree.fromstring(capsys.readouterr().out.encode())
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "名張市（三重県）のしくみ図"


def test_svg_goes_into_a_file(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "図.SVG"
    assert desk.run("diagram", "cases/nabari", "-o", str(path)) == 0
    ElementTree.parse(path)
    assert capsys.readouterr().out == f"要素 16・つながり 13 の図を {path} に書き出しました。\n"


def test_a_picture_is_drawn_by_what_the_program_was_given(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "図.png"
    assert desk.run("diagram", "cases/nabari", "--out", str(path)) == 0
    assert path.read_text("utf-8") == "PNG 名張市（三重県）のしくみ図"


def test_without_qt_a_picture_cannot_be_drawn(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def draw(diagram: Diagram, colors: DiagramColors) -> bytes:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    path = tmp_path / "図.png"
    assert desk.run("diagram", "cases/nabari", "-o", str(path), draw_png=draw) == 4
    assert "libegl1" in capsys.readouterr().err
    assert not path.exists()
    assert desk.run("diagram", "cases/nabari", "-o", str(tmp_path / "図.svg"), draw_png=draw) == 0


@pytest.mark.parametrize("name", ["図", "図.pdf", "svg"])
def test_a_name_that_says_no_format_is_wrong_use(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert desk.run("diagram", "cases/nabari", "-o", str(tmp_path / name)) == 2
    assert ".svg か .png" in capsys.readouterr().err
    assert list(tmp_path.glob("図*")) == []


def test_what_is_no_case_has_no_diagram(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("diagram", "guideline/history") == 2
    said = capsys.readouterr().err
    assert "「guideline/history」は事例ではない" in said
    assert "cases/nabari" in said


def test_an_unknown_id_is_wrong_use_as_when_comparing(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["diagram"], ["compare", "cases/nabari"]):
        assert desk.run(*command, "cases/nowhere") == 2
        said = capsys.readouterr().err
        assert "cases/nowhere" in said
        assert "cases/omuta" in said


def test_a_municipality_can_be_named(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("diagram", "名張市", "--json") == 0
    assert json.loads(capsys.readouterr().out)["id"] == "cases/nabari"
    assert desk.run("compare", "名張市", "cases/omuta", "--json") == 0
    columns = json.loads(capsys.readouterr().out)["columns"]
    assert [column["id"] for column in columns] == ["cases/nabari", "cases/omuta"]


@pytest.mark.parametrize("command", [["diagram"], ["compare", "cases/omuta"]])
def test_no_folder_is_made_for_a_file(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    path = tmp_path / "ない" / ("図.svg" if command == ["diagram"] else "表.csv")
    assert desk.run(*command, "cases/nabari", "-o", str(path)) == 4
    said = capsys.readouterr().err
    assert "書き出せません" in said
    assert "もとのファイル" not in said
    assert not path.parent.exists()


def test_a_file_that_cannot_be_written_is_told(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("")
    path = tmp_path / "taken" / "a.svg"
    assert desk.run("diagram", "cases/nabari", "-o", str(path)) == 4
    assert "書き出せません" in capsys.readouterr().err


def test_json_tells_what_was_drawn(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("diagram", "cases/nabari", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["links"] == 13
    assert "cases/nabari#machi-no-hokenshitsu" in told["elements"]
    assert told["svg"].startswith("<?xml")
    path = tmp_path / "a.svg"
    assert desk.run("diagram", "cases/nabari", "--json", "-o", str(path)) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["file"] == str(path)
    assert "svg" not in told
