# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What every file of a comparison says: all states, elements and sources."""

from pathlib import Path

import pytest

from kyosei_desk.domain.comparing.matrix import CellState, Matrix, RowKind
from kyosei_desk.domain.errors import OutputFileError
from kyosei_desk.domain.municipalities import TownFigures
from kyosei_desk.export.comparison.file import (
    ComparisonFormat,
    comparison_bytes,
    write_comparison,
)
from kyosei_desk.export.comparison.sheet import build_sheet
from kyosei_desk.export.comparison.text_table import write_table
from kyosei_desk.export.results import clean
from tests.domain.comparing_samples import answering, column, matrix
from tests.export.comparison.written import (
    CSV,
    FORMATS,
    HTML,
    JSON,
    MARKDOWN,
    flat,
    text_of,
)


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


@pytest.mark.parametrize("file_format", FORMATS)
def test_figures_not_entered_are_said_in_every_format(file_format: ComparisonFormat) -> None:
    figures = TownFigures(population=60000, source="s1")
    made = matrix(column("own", profile=figures), column("other"), kind=RowKind.PROFILE)
    text = flat(text_of(made, file_format))
    assert "60,000人" in text
    if file_format in (CSV, JSON):  # the others say 記載なし alone
        assert "数字が入っていません" in text


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
