# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A comparison as plain text: aligned, and no wider than the screen."""

import re

import pytest

from kyosei_desk.domain.comparing.matrix import Matrix
from kyosei_desk.export.comparison.sheet import build_sheet
from kyosei_desk.export.comparison.text_table import write_table
from kyosei_desk.export.comparison.widths import text_width
from tests.domain.comparing_samples import column, matrix


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
