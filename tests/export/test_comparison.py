# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Comparisons as files: every state, element and source survives, and nothing is run."""

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from kyosei_desk.domain.comparing.designs import compared_case
from kyosei_desk.domain.comparing.matrix import CellState, Matrix, RowKind, build_matrix
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import OutputFileError
from kyosei_desk.domain.municipalities import TownFigures
from kyosei_desk.export.comparison.element_words import count_words, element_words
from kyosei_desk.export.comparison.file import (
    ComparisonFormat,
    comparison_bytes,
    write_comparison,
)
from kyosei_desk.export.comparison.sheet import build_sheet
from kyosei_desk.export.comparison.text_table import write_table
from kyosei_desk.export.comparison.widths import text_width
from kyosei_desk.export.results import clean
from tests.domain.comparing_samples import PROFILE, answering, column, element, matrix

FORMATS = list(ComparisonFormat)
TABLE, MARKDOWN, CSV, JSON, HTML = FORMATS
HUB = {"provisions": [{"id": "p1.hub", "coverage": "full"}]}
NASTY = "=HYPERLINK(\"x\")|<script>alert('1')</script>`*_[a](b)"


def text_of(made: Matrix, file_format: ComparisonFormat) -> str:
    return comparison_bytes(made, file_format).decode("utf-8-sig")


@pytest.fixture(scope="module", params=list(RowKind), ids=lambda kind: kind.value)
def bundled_matrix(corpus: Corpus, request: pytest.FixtureRequest) -> Matrix:
    designs = [compared_case(case, corpus) for case in corpus.cases]
    return build_matrix(designs, corpus.provisions, corpus.functions, request.param)


# What all formats say


def flat(text: str) -> str:
    """Return a text without what a format puts between its signs."""
    return re.sub(r"[\s|\\]|<[^>]*>|&[a-z]+;", "", text)


@pytest.mark.parametrize("file_format", [MARKDOWN, CSV, JSON, HTML])
def test_every_element_and_every_place_survives(
    bundled_matrix: Matrix, file_format: ComparisonFormat
) -> None:
    written = flat(text_of(bundled_matrix, file_format))
    for row in bundled_matrix.rows:
        assert flat(row.label) in written
        for cell in row.cells:
            for answer in cell.elements:
                assert flat(answer.element.name) in written
                assert flat(answer.element.place) in written
            for source in cell.sources:
                assert flat(source.source.title) in written


def test_every_element_and_place_survives_in_plain_text(bundled_matrix: Matrix) -> None:
    wide = 10_000  # so that no line is broken
    written = write_table(build_sheet(bundled_matrix), wide)
    for row in bundled_matrix.rows:
        for cell in row.cells:
            for answer in cell.elements:
                assert f"・{clean(answer.element.name)} … {clean(answer.element.place)}" in written


@pytest.mark.parametrize("file_format", FORMATS)
def test_states_are_words_in_every_format(file_format: ComparisonFormat) -> None:
    made = matrix(
        column("a", answering("x", hub="full", training="partial")),
        column("b", unfit=("p1.hub",)),
    )
    written = text_of(made, file_format)
    assert all(state.label in written for state in CellState)
    assert "対象でない" in written


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_same_comparison_gives_the_same_bytes(
    bundled_matrix: Matrix, file_format: ComparisonFormat
) -> None:
    made = [comparison_bytes(bundled_matrix, file_format) for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize("file_format", FORMATS)
def test_eras(file_format: ComparisonFormat) -> None:
    made = matrix(column("a"), column("b"), kind=RowKind.PROFILE)
    written = comparison_bytes(made, file_format, era_first=True).decode("utf-8-sig")
    assert "平成29年" in written


# Words


@pytest.mark.parametrize(
    ("changed", "number"),
    [
        ({}, ""),
        ({"count": 1500, "unit": "か所"}, "1,500か所"),
        ({"count": 4, "unit": "か所", "count_as_of": "2017-08-31"}, "4か所（2017年8月31日現在）"),
        ({"count": 13, "unit": "件", "count_as_of": "2016"}, "13件（2016年）"),
    ],
)
def test_numbers_in_words(changed: dict[str, object], number: str) -> None:
    assert count_words(element("salon", **changed), era_first=False) == number


def test_an_element_in_a_few_words() -> None:
    one = element(
        count=15,
        unit="か所",
        operators=["shakyo", "npo"],
        planned={"count": 20, "by": 2025},
    )
    assert element_words(column("a", one), one, era_first=False) == (
        "サロン 15か所（日付不明）〔小学校区／社会福祉協議会・NPO／計画20か所・2025年まで"
        "／1か所あたり5,290人／小学校14校に15か所〕"
    )
    own = replace(column("a", one), is_own=True)
    assert "日付不明" not in element_words(own, one, era_first=False)
    bare = element(type="role", operators=[])
    assert element_words(column("a", bare), bare, era_first=False) == "サロン〔小学校区〕"


def test_sources_are_numbered_from_the_first_column_on() -> None:
    made = matrix(column("a", answering("x", hub="full")), column("b", answering("y", hub="full")))
    sheet = build_sheet(made)
    assert [(one.number, one.design, one.places) for one in sheet.sources] == [
        (1, "a", (("サロン", "左の欄"),)),
        (2, "b", (("サロン", "左の欄"),)),
    ]
    lines = [[line.source for line in cell.lines] for cell in sheet.groups[0].rows[0].cells]
    assert lines == [[1], [2]]


def test_what_is_in_part_is_marked_beside_what_is_in_full() -> None:
    made = matrix(column("a", answering("x", hub="partial"), answering("y", hub="full")))
    lines = build_sheet(made).groups[0].rows[0].cells[0].lines
    assert [line.text.endswith("（一部）") for line in lines] == [False, True]


def test_findings() -> None:
    both = answering("x", hub="full")
    sheet = build_sheet(matrix(column("a", both, answering("y", zones="full")), column("b", both)))
    assert sheet.findings == (
        ("どの列にもある", "交流の拠点"),
        ("一つの列だけにある", "圏域の整理（a）"),
        ("どの列も記載なし", "研修"),
    )


def test_mixed_dates_are_told() -> None:
    later = PROFILE.model_copy(update={"as_of": PROFILE.as_of.__class__(2018)})
    told = [
        any("現在日が、列によってちがいます" in remark for remark in build_sheet(made).remarks)
        for made in (
            matrix(column("a"), column("b")),
            matrix(column("a"), column("b", profile=later)),
        )
    ]
    assert told == [False, True]


# Plain text


@pytest.mark.parametrize("width", [60, 80, 120, 160, 240])
def test_no_line_is_wider_than_the_screen(bundled_matrix: Matrix, width: int) -> None:
    lines = write_table(build_sheet(bundled_matrix), width).splitlines()
    assert max(map(text_width, lines)) <= width


def test_columns_stand_one_below_the_other(bundled_matrix: Matrix) -> None:
    lines = write_table(build_sheet(bundled_matrix), 10_000).splitlines()
    bars = {
        tuple(text_width(line[: found.start()]) for found in re.finditer(r" \|( |$)", line))
        for line in lines
        if line.count(" |") >= 7
    }
    assert len({place[:7] for place in bars}) == 1


def test_what_does_not_fit_stands_in_parts() -> None:
    sheet = build_sheet(matrix(*(column(f"town{number}") for number in range(5))))
    heads = [line for line in write_table(sheet, 80).splitlines() if "town" in line]
    assert [re.findall(r"town\d", head) for head in heads] == [
        ["town0", "town1"],
        ["town2", "town3"],
        ["town4"],
    ]


# Markdown


def test_markdown_tables_are_whole(bundled_matrix: Matrix) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(text_of(bundled_matrix, MARKDOWN))
    count = len(bundled_matrix.designs) + 1
    rows = sum(token.type == "tr_open" for token in tokens)
    cells = sum(token.type in ("td_open", "th_open") for token in tokens)
    groups = len({row.group for row in bundled_matrix.rows})
    assert (rows, cells) == (
        len(bundled_matrix.rows) + groups,
        (len(bundled_matrix.rows) + groups) * count,
    )


# CSV


def rows_of(made: Matrix) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text_of(made, CSV))))


def test_csv_is_a_rectangle_with_a_column_of_sources_beside_every_design(
    bundled_matrix: Matrix,
) -> None:
    rows = rows_of(bundled_matrix)
    assert {len(row) for row in rows} == {4 + 2 * len(bundled_matrix.designs)}
    assert rows[0][4:6] == ["芦屋市", "芦屋市の出典"]
    keys = [row[1] for row in rows[1:] if row[1]]
    assert keys == [row.key for row in bundled_matrix.rows]


def test_csv_has_what_stands_around_the_table(bundled_matrix: Matrix) -> None:
    sheet, rows = build_sheet(bundled_matrix), rows_of(bundled_matrix)
    for number, head in enumerate(sheet.columns):
        cells = [row[4 + 2 * number] for row in rows if row[0] == "列のまち"]
        assert tuple(filter(None, cells)) == head.lines
    beside = [(row[2], row[3]) for row in rows if row[0] == "くらべて見えること"]
    assert tuple(beside) == sheet.findings
    assert tuple(row[3] for row in rows if row[0] == "読み方") == sheet.remarks


def test_csv_is_what_excel_opens_by_a_double_click(bundled_matrix: Matrix) -> None:
    data = comparison_bytes(bundled_matrix, CSV)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == len(rows_of(bundled_matrix))


def test_no_cell_of_csv_is_a_formula() -> None:
    nasty = answering("x", hub="full").model_copy(update={"name": "=1+1"})
    made = matrix(column("=2+2", nasty), column("b"), kind=RowKind.PROVISIONS)
    cells = [cell for row in rows_of(made) for cell in row]
    assert "'=2+2" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_csv_says_state_element_and_source() -> None:
    made = matrix(column("a", answering("x", hub="full")), column("b", unfit=("p1.hub",)))
    said = next(row for row in rows_of(made) if row[1] == "p1.hub")
    assert said[4:] == [
        "記載あり：サロン〔小学校区／住民・ボランティア〕",
        "通知（省、2017年、第一、左の欄）",
        "該当しない：対象でない",
        "",
    ]


# JSON


def test_json_has_the_promised_shape(bundled_matrix: Matrix) -> None:
    told = json.loads(text_of(bundled_matrix, JSON))
    assert [one["id"] for one in told["columns"]] == [one.id for one in bundled_matrix.designs]
    for row, made in zip(told["rows"], bundled_matrix.rows, strict=True):
        assert {"id", "label", "function", "cells"} <= set(row)
        for cell, one in zip(row["cells"], made.cells, strict=True):
            assert {"id", "state", "elements", "sources"} <= set(cell)
            assert (cell["id"], cell["state"]) == (one.design_id, one.state.value)
            assert bool(cell["sources"]) == bool(one.sources)
            for found in cell["elements"]:
                keys = {"id", "name", "coverage", "count", "unit", "zone", "operators", "source"}
                assert keys <= set(found)


def test_json_of_an_element() -> None:
    one = element("salon", count=15, unit="か所", **HUB)
    told = json.loads(text_of(matrix(column("a", one), column("b")), JSON))
    (found,) = told["rows"][0]["cells"][0]["elements"]
    assert found["address"] == "cases/a#salon"
    assert (found["coverage"], found["count"], found["operators"]) == ("full", 15, ["residents"])
    assert found["source"] == "通知（省、2017年、第一、左の欄）"
    assert found["ratios"]["people_per_one"] == {
        "value": 5290.466667,
        "unit": "人",
        "formula": "79,357人 ÷ 15か所",
        "dates_mixed": False,
    }


def test_an_element_taken_from_elsewhere_may_have_no_source_here() -> None:
    stray = answering("x", hub="full").model_copy(update={"source": "s9"})
    made = matrix(column("a", stray), column("b"))
    told = json.loads(text_of(made, JSON))
    assert told["rows"][0]["cells"][0]["elements"][0]["source"] is None
    assert all("サロン" in text_of(made, file_format) for file_format in FORMATS)


# HTML


class Page(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.outside: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.add(value or "")
            elif name == "href" and (value or "").startswith("#"):
                self.links.add((value or "")[1:])
            elif name in ("src", "href", "action"):
                self.outside.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(made: Matrix) -> Page:
    parsed = Page()
    parsed.feed(text_of(made, HTML))
    parsed.close()
    return parsed


def test_html_needs_nothing_else(bundled_matrix: Matrix) -> None:
    found = page(bundled_matrix)
    assert found.outside == []
    assert not {"script", "img", "link", "iframe"} & set(found.tags)
    assert "url(" not in text_of(bundled_matrix, HTML)
    assert found.links <= found.ids
    assert found.links


def test_html_is_made_for_paper_on_its_side(bundled_matrix: Matrix) -> None:
    written = text_of(bundled_matrix, HTML)
    assert "@page { size: A4 landscape" in written
    assert "position: sticky" in written
    assert "table-header-group" in written


@pytest.mark.parametrize("file_format", [HTML, MARKDOWN])
def test_no_word_becomes_a_tag(file_format: ComparisonFormat) -> None:
    nasty = answering("x", hub="full").model_copy(update={"name": NASTY, "place": NASTY})
    made = matrix(column(NASTY, nasty), column("b"))
    written = text_of(made, file_format)
    html = written if file_format is HTML else MarkdownIt("commonmark").render(written)
    parsed = Page()
    parsed.feed(html)
    assert "script" not in parsed.tags
    assert parsed.outside == []
    assert "<script>alert('1')</script>" in "".join(parsed.words)


# Files


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_file_is_what_the_bytes_are(tmp_path: Path, file_format: ComparisonFormat) -> None:
    made, path = matrix(column("a"), column("b")), tmp_path / "表"
    write_comparison(made, path, file_format)
    assert path.read_bytes() == comparison_bytes(made, file_format)


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "folder.md"
    folder.mkdir()
    with pytest.raises(OutputFileError) as raised:
        write_comparison(matrix(column("a"), column("b")), folder, MARKDOWN)
    assert raised.value.path == folder
    assert list(tmp_path.iterdir()) == [folder]


# A column some of whose figures nobody has entered


@pytest.mark.parametrize("file_format", FORMATS)
def test_figures_not_entered_are_said_in_every_format(file_format: ComparisonFormat) -> None:
    figures = TownFigures(population=60000, source="s1")
    made = matrix(column("own", profile=figures), column("other"), kind=RowKind.PROFILE)
    text = flat(text_of(made, file_format))
    assert "60,000人" in text
    if file_format in (CSV, JSON):  # the others say 記載なし alone
        assert "数字が入っていません" in text


def test_the_head_of_a_column_says_what_is_known() -> None:
    known = {"area_km2": 9.5, "source": "s1"}
    designs = (
        column("a", profile=TownFigures(source="s1")),
        column("b", profile=TownFigures.model_validate(known)),
        column("c", profile=TownFigures.model_validate({**known, "as_of": "2026-04"})),
    )
    heads = [one.lines for one in build_sheet(matrix(*designs)).columns]
    assert [lines[1:] for lines in heads] == [
        (),
        ("面積 9.5km²", "日付の記載なし"),
        ("面積 9.5km²", "2026年4月現在"),
    ]
