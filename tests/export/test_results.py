# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Search results as tables: every source survives, no text becomes a formula or is lost."""

import csv
import datetime
import io
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.errors import OutputFileError
from kyosei_desk.export.results import COLUMNS, ResultRow, ResultTable, clean, result_rows
from kyosei_desk.export.results_file import ResultFormat, results_bytes, write_results
from kyosei_desk.export.results_text import (
    guarded,
    write_csv,
    write_html,
    write_markdown,
    write_tabs,
)
from kyosei_desk.export.results_xlsx import write_workbook
from tests.search.samples import HIT

NASTY = ('=HYPERLINK("x","y")', "+81", "-5.2%", "@SUM(A1)", "＝１＋１", "−3", "\t=1", "'=1")
NOW = datetime.datetime(2026, 11, 23, 9, 0)
TEXTS = st.text(max_size=30).map(clean)


def row(*texts: str, rank: int = 1) -> ResultRow:
    filled = (*texts, *[""] * 7)[:7]
    return ResultRow(rank, *filled)


def table(*rows: ResultRow) -> ResultTable:
    return ResultTable((("検索のことば", "=1+1"), ("見つかった数", "1 件")), rows)


def test_a_hit_as_a_row() -> None:
    rows = result_rows([HIT, HIT], lambda match: str(match.rule), era_first=True)
    assert rows[1] == ResultRow(
        rank=2,
        document="名張市の事例",
        municipality="名張市（三重県）",
        heading="まちの保健室",
        excerpt="市内15か所の まちの保健室",
        as_of="人口などは平成29年9月1日",
        source="資料（省、2018年、スライド）",
        reason="exact、synonym",
    )
    assert len(rows[0].texts) + 1 == len(COLUMNS)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb", "a b"),
        ("a\x00\x1bb\ufffe", "a b"),
        ("全角　空白", "全角　空白"),
        ("\ud800", "?"),
        ("家🏠族👨‍👩‍👧", "家🏠族👨‍👩‍👧"),
    ],
)
def test_clean(text: str, kept: str) -> None:
    assert clean(text) == kept


# CSV


def test_csv_opens_in_excel_by_a_double_click() -> None:
    data = write_csv(table(row('資料, 「引用"つき」', "名張市")))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert lines[0] == list(COLUMNS)
    assert lines[1][:3] == ["1", '資料, 「引用"つき」', "名張市"]


@pytest.mark.parametrize("text", NASTY[:-1])
def test_no_cell_of_a_csv_becomes_a_formula(text: str) -> None:
    lines = list(csv.reader(io.StringIO(write_csv(table(row(text))).decode("utf-8-sig"))))
    assert lines[1][1] == f"'{text}"


@pytest.mark.parametrize("text", ["", "相談", "a=b", "1-2", "'=1", "…=x", "106条の3"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@given(st.lists(TEXTS, min_size=7, max_size=7))
def test_nothing_is_lost_in_a_csv(texts: list[str]) -> None:
    data = write_csv(table(row(*texts)))
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert lines[1][1:] == [guarded(text) for text in texts]


# Text for people and for the clipboard


def test_markdown() -> None:
    text = write_markdown(table(row("a|b", "*c*", "[d](e)"))).decode()
    assert text.splitlines() == [
        "# 検索の結果",
        "",
        "- 検索のことば: =1+1",
        "- 見つかった数: 1 件",
        "",
        "| 順位 | 資料 | 自治体 | 見出し | 抜き書き | 現在日 | 出典 | 当たり方 |",
        "|---|---|---|---|---|---|---|---|",
        r"| 1 | a\|b | \*c\* | \[d\](e) |  |  |  |  |",
    ]


@given(st.lists(TEXTS, min_size=7, max_size=7))
def test_tabs_keep_their_columns(texts: list[str]) -> None:
    heading, line, end = write_tabs(table(row(*texts))).split("\r\n")
    assert heading.split("\t") == list(COLUMNS)
    assert line.split("\t") == ["1", *map(guarded, texts)]
    assert end == ""


class Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.styles: set[str | None] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self.styles.add(dict(attrs).get("style"))

    def handle_data(self, data: str) -> None:
        self.rows[-1][-1] += data


@given(st.lists(TEXTS, min_size=7, max_size=7))
def test_html_holds_every_text_as_text(texts: list[str]) -> None:
    cells = Cells()
    cells.feed(write_html(table(row(*texts))))
    cells.close()
    assert cells.rows == [list(COLUMNS), ["1", *texts]]
    assert cells.styles == {None, "mso-number-format:'\\@'"}


# Excel


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def strings(data: bytes) -> list[str]:
    found = ElementTree.fromstring(parts(data)["xl/sharedStrings.xml"])
    return ["".join(item.itertext()) for item in found]


@pytest.mark.parametrize("text", [*NASTY, "http://a.b", "007", "1e5"])
def test_no_cell_of_a_workbook_is_anything_but_text(text: str) -> None:
    data = write_workbook(table(row(clean(text))), NOW)
    sheet = parts(data)["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert clean(text) in strings(data)


def test_workbook_has_its_heading_frozen_and_what_was_asked() -> None:
    found = parts(write_workbook(table(row("資料")), NOW))
    first = found["xl/worksheets/sheet1.xml"]
    assert 'state="frozen"' in first
    assert "autoFilter" in first
    assert 'orientation="landscape"' in first
    assert "wrapText" in found["xl/styles.xml"]
    assert "検索の条件" in found["xl/workbook.xml"]
    assert "=1+1" in strings(write_workbook(table(row("資料")), NOW))


def test_a_text_longer_than_a_cell_is_cut_not_lost() -> None:
    kept = strings(write_workbook(table(row("あ" * 40_000)), NOW))
    assert "あ" * 32_767 in kept


def test_a_workbook_without_rows_is_whole() -> None:
    assert "xl/worksheets/sheet2.xml" in parts(write_workbook(table(), NOW))


# Files


@pytest.mark.parametrize("file_format", ResultFormat)
def test_file_is_written(tmp_path: Path, file_format: ResultFormat) -> None:
    path = tmp_path / "new" / f"結果.{file_format}"
    write_results(table(row("資料")), path, file_format)
    assert path.stat().st_size > 50
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_open_elsewhere_is_told_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_from: Path, _to: Path) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "結果.csv"
    path.write_text("前のもの", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputFileError) as error:
        write_results(table(row("資料")), path, ResultFormat.CSV)
    assert error.value.path == path
    assert path.read_text(encoding="utf-8") == "前のもの"
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_bytes_are_those_of_the_writer() -> None:
    made = table(row("資料"))
    assert results_bytes(made, ResultFormat.CSV) == write_csv(made)
    assert results_bytes(made, ResultFormat.MARKDOWN) == write_markdown(made)
