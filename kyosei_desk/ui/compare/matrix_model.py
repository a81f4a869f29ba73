# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The table as a Qt model: a line a row of the matrix, and a heading above every group."""

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.matrix import Cell, Matrix, Row
from kyosei_desk.ui.compare.cell_texts import (
    CellText,
    CellWriter,
    ColumnText,
    RowText,
    column_texts,
    row_text,
)

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole


@dataclass(frozen=True)
class GroupText:
    """The heading of a group; ``number`` is its function's, None where it has none."""

    number: int | None
    label: str
    article: str


@dataclass(frozen=True)
class Line:
    """A line of the table: a row of the matrix under its group, or the group's heading."""

    group: GroupText
    row: Row | None = None
    head: RowText | None = None


class MatrixModel(QAbstractTableModel):
    """Columns are the designs; cells are written when they are first looked at."""

    def __init__(self, parent: QObject | None = None):
        """Start without columns."""
        super().__init__(parent)
        self._writer: CellWriter | None = None
        self._lines: tuple[Line, ...] = ()
        self._columns: tuple[ColumnText, ...] = ()
        self._designs: tuple[ComparedDesign, ...] = ()
        self._written: dict[tuple[int, int], CellText] = {}
        self._wide: set[str] = set()

    def set_matrix(self, whole: Matrix | None, shown: Matrix | None, *, era_first: bool) -> None:
        """Show some rows of a matrix, whose sources are numbered as in the whole one."""
        self.beginResetModel()
        self._written.clear()
        self._writer = CellWriter.of(whole, era_first=era_first) if whole else None
        self._lines = _lines(whole, shown) if whole and shown else ()
        self._columns = column_texts(whole, era_first=era_first) if whole else ()
        self._designs = whole.designs if whole else ()
        self.endResetModel()

    # What the view paints

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines from the top."""
        return self._lines

    @property
    def columns(self) -> tuple[ColumnText, ...]:
        """The heads of the columns."""
        return self._columns

    @property
    def designs(self) -> tuple[ComparedDesign, ...]:
        """The designs, column by column."""
        return self._designs

    def text(self, line: int, column: int) -> CellText | None:
        """Return the words of a cell; None in a heading."""
        row = self._lines[line].row
        if row is None or self._writer is None:
            return None
        key = (line, column)
        if key not in self._written:
            self._written[key] = self._writer.cell(row, column)
        return self._written[key]

    def cell(self, line: int, column: int) -> Cell | None:
        """Return what the matrix has there; None in a heading."""
        row = self._lines[line].row
        return row.cells[column] if row is not None else None

    def line_of(self, key: str) -> int:
        """Return where a row of the matrix stands, -1 if it is not shown."""
        found = (n for n, line in enumerate(self._lines) if line.row and line.row.key == key)
        return next(found, -1)

    def column_of(self, design_id: str) -> int:
        """Return where a design stands, -1 if it is not compared."""
        found = (n for n, design in enumerate(self._designs) if design.id == design_id)
        return next(found, -1)

    # Rows shown in full

    def is_wide(self, line: int) -> bool:
        """Tell whether a row is shown in full."""
        row = self._lines[line].row
        return row is not None and row.key in self._wide

    def can_widen(self, line: int) -> bool:
        """Tell whether a row has more to show in full: figures are whole in brief."""
        row = self._lines[line].row
        return row is not None and any(cell.elements or cell.reason for cell in row.cells)

    @property
    def all_wide(self) -> bool:
        """Whether every row is shown in full."""
        keys = {line.row.key for line in self._lines if line.row}
        return bool(keys) and keys <= self._wide

    def set_wide(self, line: int, wide: bool) -> None:
        """Show a row in full or in brief."""
        row = self._lines[line].row
        if row is not None:
            (self._wide.add if wide else self._wide.discard)(row.key)
            self._tell_changed(line, line)

    def set_all_wide(self, wide: bool) -> None:
        """Show all rows in full or in brief."""
        self._wide = {line.row.key for line in self._lines if line.row} if wide else set()
        if self._lines:
            self._tell_changed(0, len(self._lines) - 1)

    def _tell_changed(self, first: int, last: int) -> None:
        if self._columns:
            end = self.index(last, len(self._columns) - 1)
            self.dataChanged.emit(self.index(first, 0), end, [_Role.SizeHintRole])

    # What Qt asks

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """The number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """The number of designs."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings cannot be stood on."""
        if not index.isValid() or self._lines[index.row()].row is None:
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        """The words of a cell, and its sources in the tooltip."""
        if not index.isValid():
            return None
        text = self.text(index.row(), index.column())
        if text is None:
            return self._heading(index.row()) if role == _Role.DisplayRole else None
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return text.spoken
        if role == _Role.ToolTipRole:
            return text.hint
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """The heads of columns and rows."""
        across = orientation is Qt.Orientation.Horizontal
        if role == _Role.ToolTipRole and across and 0 <= section < len(self._columns):
            return self._columns[section].spoken
        if role not in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return None
        brief = role == _Role.DisplayRole
        if across:
            if not 0 <= section < len(self._columns):
                return None
            column = self._columns[section]
            return column.title if brief else column.spoken
        if not 0 <= section < len(self._lines):
            return None
        head = self._lines[section].head
        if head is None:
            return self._heading(section)
        return head.label if brief else head.spoken

    def _heading(self, line: int) -> str:
        group = self._lines[line].group
        number = f"【{group.number}】" if group.number is not None else ""
        return " ".join(filter(None, (f"{number}{group.label}", group.article)))


def _lines(whole: Matrix, shown: Matrix) -> tuple[Line, ...]:
    lines: list[Line] = []
    for _, found in groupby(shown.rows, key=lambda row: row.group):
        rows = list(found)
        group = GroupText(rows[0].number, rows[0].group_label, rows[0].article)
        lines.append(Line(group))
        lines += [Line(group, row, row_text(whole, row)) for row in rows]
    return tuple(lines)
