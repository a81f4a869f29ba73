# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The lines of a budget as a table that is written in; what cannot be taken stays in its cell."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from kyosei_desk.domain.projects.budgeting import line_yen
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.money import BudgetLine
from kyosei_desk.ui.build.entries.cell_edit import TYPING_ROLE
from kyosei_desk.ui.build.entries.entry_table import AnyIndex
from kyosei_desk.ui.build.money.reading import CellError, LineField, cell_text, read_cell

COLUMNS = {
    LineField.FISCAL_YEAR: "年度",
    LineField.ITEM: "費目",
    LineField.QUANTITY: "数量",
    LineField.UNIT: "単位",
    LineField.UNIT_PRICE: "単価（円）",
    LineField.MONTHS: "月数",
    LineField.YEN: "金額（円）",
    LineField.PROGRAMME: "使う補助",
    LineField.ELEMENT: "どの要素",
    LineField.NOTE: "メモ",
}
FIELDS = tuple(COLUMNS)
PICKED = (LineField.PROGRAMME, LineField.ELEMENT)
_NUMBERS = (LineField.QUANTITY, LineField.UNIT_PRICE, LineField.MONTHS, LineField.YEN)
_TIPS = {
    LineField.MONTHS: "毎月かかるものは月数を、1回だけのものは空けておきます",
    LineField.YEN: "数量 × 単価 × 月数",
}
_Role = Qt.ItemDataRole
WRONG_ROLE = _Role.UserRole + 1


@dataclass(frozen=True)
class WrongCell:
    """What was typed, and why it cannot be taken."""

    text: str
    sentence: str


class LineModel(QAbstractTableModel):
    """``entered(str, LineField, object)`` is a line, a column and a value that can be taken.

    ``wrong_changed()`` follows what cannot.
    """

    entered = Signal(str, object, object)
    wrong_changed = Signal()

    def __init__(self, parent: QObject):
        """Show no lines yet."""
        super().__init__(parent)
        self._lines: tuple[BudgetLine, ...] = ()
        self._names: dict[str, str] = {}
        self._wrong: dict[tuple[str, LineField], WrongCell] = {}
        self._project_id = ""
        self._era_first = False

    @property
    def lines(self) -> tuple[BudgetLine, ...]:
        """The lines in the rows."""
        return self._lines

    @property
    def wrong(self) -> dict[tuple[str, LineField], WrongCell]:
        """The cells that cannot be taken, by line and column."""
        return dict(self._wrong)

    def show_project(self, project: ModelProject, *, era_first: bool) -> None:
        """Show the budget of a project; the cell chosen stays when no line came or went."""
        lines = project.budget
        same = [one.id for one in lines] == [one.id for one in self._lines]
        same = same and project.id == self._project_id
        self._era_first = era_first
        self._names = {one.id: one.name for one in project.design.elements}
        self._names |= {one.id: one.name for one in project.programmes}
        self._forget_gone(project)
        if not same:
            self.beginResetModel()
        self._lines = lines
        if not same:
            self.endResetModel()
        elif lines:
            self._tell_all()

    def row_of(self, line_id: str) -> int:
        """Return the row of a line; −1 where there is none."""
        ids = [line.id for line in self._lines]
        return ids.index(line_id) if line_id in ids else -1

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """A row a line."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """What makes up a line."""
        return 0 if parent is not None and parent.isValid() else len(FIELDS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        field = FIELDS[section]
        if role == _Role.TextAlignmentRole:
            return _alignment(field)
        if role == _Role.ToolTipRole:
            return _TIPS.get(field)
        return COLUMNS[field] if role == _Role.DisplayRole else None

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        """Return what a cell tells; one that cannot be taken shows what was typed."""
        if not index.isValid():
            return None
        line, field = self._lines[index.row()], FIELDS[index.column()]
        wrong = self._wrong.get((line.id, field))
        if role == _Role.TextAlignmentRole:
            return _alignment(field)
        if role == WRONG_ROLE:
            return wrong is not None
        if role in (_Role.ToolTipRole, _Role.AccessibleDescriptionRole):
            return wrong.sentence if wrong else self._shown(line, field)
        if role in (_Role.DisplayRole, _Role.EditRole):
            return wrong.text if wrong else self._shown(line, field)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Everything typed can be edited; the sum is computed, the rest picked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and FIELDS[index.column()] not in (*PICKED, LineField.YEN):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: AnyIndex, value: object, role: int = _Role.EditRole) -> bool:
        """Hand a value over, or keep what was typed with what is wrong about it."""
        line, field, text = self._lines[index.row()], FIELDS[index.column()], str(value)
        if role == TYPING_ROLE:
            return self._take_typing(line, field, text)
        if role != _Role.EditRole or text == self.data(index, _Role.EditRole):
            return False
        try:
            taken = read_cell(field, text)
        except CellError as error:
            self._wrong[line.id, field] = WrongCell(text, error.sentence)
            self._tell_all()
            self.wrong_changed.emit()
            return True
        was_wrong = self._wrong.pop((line.id, field), None) is not None
        self._tell_all()
        self.entered.emit(line.id, field, taken)
        if was_wrong:
            self.wrong_changed.emit()
        return True

    def _take_typing(self, line: BudgetLine, field: LineField, text: str) -> bool:
        """Hand over what can be taken of a text in the midst of typing."""
        try:
            taken = read_cell(field, text)
        except CellError:
            return False
        self.entered.emit(line.id, field, taken)
        return True

    def _shown(self, line: BudgetLine, field: LineField) -> str:
        if field is LineField.YEN:
            return f"{line_yen(line):,}"
        if field in PICKED:
            return self._names.get(getattr(line, field.value) or "", "")
        return cell_text(line, field, era_first=self._era_first)

    def _forget_gone(self, project: ModelProject) -> None:
        known = {line.id for line in project.budget} if project.id == self._project_id else set()
        self._project_id = project.id
        kept = {cell: wrong for cell, wrong in self._wrong.items() if cell[0] in known}
        if kept != self._wrong:
            self._wrong = kept
            self.wrong_changed.emit()

    def _tell_all(self) -> None:
        end = self.index(len(self._lines) - 1, len(FIELDS) - 1)
        self.dataChanged.emit(self.index(0, 0), end)


def _alignment(field: LineField) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if field in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
