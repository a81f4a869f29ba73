# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is measured of a comparison."""

import pytest

from benchmarks.compare import MANY, many_designs, report, timed
from benchmarks.compare_table import scrolling_times
from kyosei_desk.domain.corpus import Corpus


def test_many_designs_are_told_apart(corpus: Corpus) -> None:
    designs = many_designs(corpus, MANY)
    assert len({design.id for design in designs}) == MANY
    assert len({design.title for design in designs}) == 8
    assert all(design.design.elements for design in designs)


def test_every_round_is_timed() -> None:
    done: list[int] = []
    assert len(timed(lambda: done.append(1), 3)) == 3
    assert len(done) == 3


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
