# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The whole matrix of provisions and cases, reviewed cell by cell against the sources.

``matrix_golden.csv`` holds a line a cell: the state, the elements behind it, and for every
cell that says something the line of the source it rests on (``because``, as the audit table
has it) and, where it says so in part only, what is missing (``note``).
"""

from __future__ import annotations

import csv
import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from re import Pattern
from types import ModuleType
from typing import Protocol

import pytest

from kyosei_desk.domain.comparing.designs import ComparedDesign, compared_case
from kyosei_desk.domain.comparing.matrix import Cell, CellState, Matrix, RowKind, build_matrix
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.vocabulary import Coverage

ROOT = Path(__file__).resolve().parents[2]
STATES = {state.label: state for state in CellState}
SPOKEN = (CellState.STATED, CellState.PARTIAL)


class Fact(Protocol):
    """A line of the audit table."""

    def wanted(self) -> list[Pattern[str]]:
        """Return what must all be found."""
        ...


@dataclass(frozen=True)
class Reviewed:
    """A line of the golden table."""

    provision: str
    case: str
    state: CellState
    full: tuple[str, ...]
    partial: tuple[str, ...]
    because: str
    note: str

    def __str__(self) -> str:
        return f"{self.provision} {self.case}"


def golden() -> list[Reviewed]:
    path = Path(__file__).with_name("matrix_golden.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            Reviewed(
                row["provision"],
                row["case"],
                STATES[row["state"]],
                tuple(row["full"].split()),
                tuple(row["partial"].split()),
                row["because"],
                row["note"],
            )
            for row in csv.DictReader(stream)
        ]


GOLDEN = golden()


@pytest.fixture(scope="module")
def matrix(corpus: Corpus) -> Matrix:
    designs = [compared_case(case, corpus) for case in corpus.cases]
    return build_matrix(designs, corpus.provisions, corpus.functions, RowKind.PROVISIONS)


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    """Load the audit tool, which is a script and not part of the package."""
    path = ROOT / "tools" / "content_audit.py"
    spec = importlib.util.spec_from_file_location("content_audit_for_matrix", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def cell_of(matrix: Matrix, reviewed: Reviewed) -> tuple[ComparedDesign, Cell]:
    row = next(row for row in matrix.rows if row.key == reviewed.provision)
    designs = zip(matrix.designs, row.cells, strict=True)
    return next(pair for pair in designs if pair[0].id == reviewed.case)


def ids(cell: Cell, coverage: Coverage) -> tuple[str, ...]:
    return tuple(one.element.id for one in cell.elements if one.coverage is coverage)


def test_every_cell_is_reviewed_once(matrix: Matrix) -> None:
    cells = [(row.key, cell.design_id) for row in matrix.rows for cell in row.cells]
    assert len(cells) == 21 * 8
    assert sorted((one.provision, one.case) for one in GOLDEN) == sorted(cells)


@pytest.mark.parametrize("reviewed", GOLDEN, ids=str)
def test_cell(matrix: Matrix, reviewed: Reviewed) -> None:
    _, cell = cell_of(matrix, reviewed)
    found = (cell.state, ids(cell, Coverage.FULL), ids(cell, Coverage.PARTIAL))
    assert found == (reviewed.state, reviewed.full, reviewed.partial)


@pytest.mark.parametrize("reviewed", GOLDEN, ids=str)
def test_what_is_said_of_a_cell_fits_its_state(reviewed: Reviewed) -> None:
    assert bool(reviewed.because) == (reviewed.state in SPOKEN)
    assert bool(reviewed.note) == (reviewed.state is CellState.PARTIAL)


@pytest.mark.parametrize("reviewed", [one for one in GOLDEN if one.state in SPOKEN], ids=str)
def test_cell_can_be_traced_to_a_line_of_the_source(
    matrix: Matrix, audit: ModuleType, reviewed: Reviewed
) -> None:
    """The line stands in the audit table, and its words in an element that carries the state."""
    lines = [
        fact
        for fact in audit.read_facts(ROOT / "docs" / "content-audit.csv")
        if (fact.document, fact.fact) == (reviewed.case, reviewed.because)
    ]
    assert lines
    file = ROOT / "content" / f"{reviewed.case}.md"
    carrying = reviewed.full or reviewed.partial
    texts = [place.text for place in audit.read_places(file) if place.id in carrying]
    assert len(texts) == len(carrying)
    assert any(stands_in(fact, text) for fact in lines for text in texts)
    design, cell = cell_of(matrix, reviewed)
    declared = {source.id for source in design.sources}
    assert {one.element.source for one in cell.elements} <= declared
    assert all(source.places for source in cell.sources)


def stands_in(fact: Fact, text: str) -> bool:
    return all(pattern.search(text) for pattern in fact.wanted())


def test_no_case_speaks_of_what_prefectures_do(matrix: Matrix) -> None:
    cells = [cell for row in matrix.rows if row.group == "f4" for cell in row.cells]
    assert {cell.state for cell in cells} == {CellState.NOT_APPLICABLE}
    assert all(cell.reason for cell in cells)


def test_what_the_eight_have_in_common_and_what_none_states(matrix: Matrix) -> None:
    assert [row.key for row in matrix.rows if row.is_common] == ["p2.place", "p3.residents"]
    assert [row.key for row in matrix.stated_nowhere] == [
        "p2.notice",
        "plan.common",
        "plan.upper",
    ]
