# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The matrix: designs as columns, and what each states on every row.

States are derived from the elements, never typed: an element says which provisions it
answers and how far, and everything else follows from that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kyosei_desk.domain.comparing.cells import Cell, CellElement, CellState, Row, RowKind
from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.element_rows import element_rows
from kyosei_desk.domain.comparing.profile_rows import profile_rows
from kyosei_desk.domain.comparing.provision_rows import provision_rows
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.provisions import Provision, SupportFunction

__all__ = [
    "Cell",
    "CellElement",
    "CellState",
    "Matrix",
    "Row",
    "RowKind",
    "build_matrix",
]


@dataclass(frozen=True)
class Matrix:
    """Designs side by side, row by row."""

    kind: RowKind
    designs: tuple[ComparedDesign, ...]
    rows: tuple[Row, ...]

    @cached_property
    def stated_nowhere(self) -> tuple[Row, ...]:
        """The rows that apply to a design but that none of them says anything on."""
        return tuple(
            row
            for row in self.rows
            if not row.is_spoken_of
            and any(cell.state is CellState.NOT_STATED for cell in row.cells)
        )

    @cached_property
    def days(self) -> tuple[PartialDate, ...]:
        """The different 現在日 of the municipal figures, the earliest first."""
        return tuple(sorted({design.as_of for design in self.designs if design.as_of}))

    @property
    def dates_mixed(self) -> bool:
        """Whether the municipal figures are of different days."""
        return len(self.days) > 1

    def without(self, *, same: bool = False, unstated: bool = False) -> "Matrix":
        """Return the matrix without the rows all designs agree on, or none speaks of."""
        kept = (
            row
            for row in self.rows
            if (row.differs or not same) and (row.is_spoken_of or not unstated)
        )
        return replace(self, rows=tuple(kept))


def build_matrix(
    designs: Sequence[ComparedDesign],
    provisions: Mapping[str, Provision],
    functions: Mapping[str, SupportFunction],
    kind: RowKind,
) -> Matrix:
    """Return the matrix of any number of designs.

    ``provisions`` and ``functions`` are the corpus's, by id in reading order.
    """
    columns = tuple(designs)
    match kind:
        case RowKind.PROVISIONS:
            rows = provision_rows(columns, provisions, functions)
        case RowKind.PROFILE:
            rows = profile_rows(columns)
        case RowKind.ELEMENTS:
            rows = element_rows(columns)
    return Matrix(kind, columns, rows)
