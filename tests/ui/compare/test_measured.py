# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is measured of a comparison with a window."""

import pytest

from benchmarks.compare import report
from benchmarks.compare_table import scrolling_times


@pytest.mark.usefixtures("qapp")
def test_the_report_has_a_row_for_everything_measured() -> None:
    matrices, diagrams = report(1).split("\n\n")
    rows = matrices.splitlines()[2:]
    assert len(rows) == 2 * 3 + 5 + 2
    assert all(row.count("|") == 5 for row in rows)
    rows = diagrams.splitlines()[2:]
    assert len(rows) == 8 + 1
    assert all(row.count("|") == 6 for row in rows)


@pytest.mark.usefixtures("qapp")
def test_the_table_is_painted_at_every_notch() -> None:
    assert len(scrolling_times(5)) == 5
