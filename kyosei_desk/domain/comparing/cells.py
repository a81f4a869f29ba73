# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The rows and cells of a matrix: what one design says on one thing."""

from dataclasses import dataclass

from kyosei_desk.domain.comparing.designs import CitedSource
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.vocabulary import Coverage, LabelledEnum


class RowKind(LabelledEnum):
    """What the rows of a matrix are."""

    PROVISIONS = "provisions", "指針の項目"
    PROFILE = "profile", "まちの数字"
    ELEMENTS = "elements", "要素の種類と圏域"


class CellState(LabelledEnum):
    """How far a design's source speaks of a row.

    「記載なし」 says that the source does not speak of it, never that nothing is done.
    """

    STATED = "stated", "記載あり"
    PARTIAL = "partial", "一部"
    NOT_STATED = "not_stated", "記載なし"
    NOT_APPLICABLE = "not_applicable", "該当しない"

    @property
    def is_spoken_of(self) -> bool:
        """Whether the source says something, in full or in part."""
        return self in (CellState.STATED, CellState.PARTIAL)


@dataclass(frozen=True)
class CellElement:
    """An element in a cell; ``coverage`` is None where the row is no provision."""

    element: Element
    coverage: Coverage | None = None


@dataclass(frozen=True)
class Cell:
    """What one design says on one row.

    ``text`` is the figure of a profile row with its unit, ``as_of`` its day and ``note`` what
    is said beside it; ``reason`` is why a provision does not apply, or a figure is missing.
    """

    design_id: str
    state: CellState
    elements: tuple[CellElement, ...] = ()
    text: str = ""
    reason: str = ""
    sources: tuple[CitedSource, ...] = ()
    as_of: PartialDate | None = None
    note: str = ""


@dataclass(frozen=True)
class Row:
    """One thing compared; ``cells`` stand in the order of the matrix's designs.

    ``group`` is the id of the function, or of what else holds rows together; ``number`` is
    the function's number, None for the plan and all other groups.
    """

    key: str
    label: str
    plain: str
    group: str
    group_label: str
    cells: tuple[Cell, ...]
    number: int | None = None
    article: str = ""

    @property
    def differs(self) -> bool:
        """Whether the designs do not all say the same: another state, or another figure."""
        return len({(cell.state, cell.text) for cell in self.cells}) > 1

    @property
    def is_common(self) -> bool:
        """Whether every design says something on it, in full or in part."""
        return bool(self.cells) and all(cell.state.is_spoken_of for cell in self.cells)

    @property
    def is_spoken_of(self) -> bool:
        """Whether at least one design says something on it."""
        return any(cell.state.is_spoken_of for cell in self.cells)

    @property
    def only_here(self) -> str | None:
        """The id of the one design that says something on it; None if more or fewer do.

        A design alone has nobody to be told apart from.
        """
        speaking = [cell.design_id for cell in self.cells if cell.state.is_spoken_of]
        return speaking[0] if len(speaking) == 1 and len(self.cells) > 1 else None
