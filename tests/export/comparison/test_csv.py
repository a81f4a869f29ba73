# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A comparison as CSV: a rectangle, and nothing in it is run."""

import csv
import io

from kyosei_desk.domain.comparing.matrix import Matrix, RowKind
from kyosei_desk.export.comparison.file import (
    comparison_bytes,
)
from kyosei_desk.export.comparison.sheet import build_sheet
from tests.domain.comparing_samples import answering, column, matrix
from tests.export.comparison.written import (
    CSV,
    text_of,
)


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
