# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Projects into files and out of them by command."""

import json
from pathlib import Path

import pytest

from kyosei_desk.export.project.report import Report
from tests.cli.conftest import Desk
from tests.cli.project.telling import Capture, said


def test_a_project_goes_out_and_comes_in_unchanged(
    begun: Desk, capsys: Capture, tmp_path: Path
) -> None:
    path = tmp_path / "案.json"
    said(begun, capsys, "export", "ours", "-o", str(path))
    taken = json.loads(said(begun, capsys, "import", str(path), "--json"))
    assert taken["id"] == "ours-2"
    assert said(begun, capsys, "diff", "ours", "ours-2") == "ちがいはありません。\n"
    assert said(begun, capsys, "import", str(path), "--id", "ours", code=2)


@pytest.mark.parametrize("suffix", ["md", "html", "htm", "csv", "pdf"])
def test_other_formats_are_told_by_the_name_of_the_file(
    begun: Desk, capsys: Capture, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"案.{suffix}"
    said(begun, capsys, "export", "ours", "-o", str(path))
    assert "支え合い" in path.read_text(encoding="utf-8-sig")


def test_an_export_says_what_it_cannot_do(begun: Desk, capsys: Capture, tmp_path: Path) -> None:
    assert "json、md" in said(begun, capsys, "export", "ours", "-o", "a.docx", code=2)
    assert "-o" in said(begun, capsys, "export", "ours", "--format", "pdf", code=2)

    def draw(report: Report, _colors: object) -> bytes:
        raise ImportError("libGL.so.1")

    path = tmp_path / "案.pdf"
    given = ("project", "export", "ours", "-o", str(path))
    assert begun.run(*given, draw_project_pdf=draw) == 4
    assert "libGL" in capsys.readouterr().err
    assert not path.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "読めません（見つかりません）"),
        (b"\xff\xfe", "の文字が読めません"),
        (b"[1, 2]", "は、案のファイルではありません"),
        (b'{"town": 1', "1行目で終わっていて、その先がありません"),
        (b"", "は、中身が空です"),
        (b'{"format": 99}', "新しい"),
    ],
)
def test_a_file_that_is_no_project_is_refused(
    begun: Desk, capsys: Capture, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "案.json"
    if content is not None:
        path.write_bytes(content)
    assert sentence in said(begun, capsys, "import", str(path), code=3)
    assert said(begun, capsys, "list").endswith("1 案\n")
