# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Entries of a project as the rows of a table, opened and put in order by keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from kyosei_desk.ui.build.entries.lined_table import LinedTable
from kyosei_desk.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
KEYS = "Enter で開き、Delete で消し、Ctrl+↑・Ctrl+↓ で順番を変えます"


@dataclass(frozen=True)
class Row:
    """An entry: its id, and what stands in the columns."""

    id: str
    words: tuple[str, ...]


class EntryModel(QAbstractTableModel):
    """Rows of words; the columns of numbers are set to the right."""

    def __init__(self, columns: Sequence[str], numbers: Sequence[int], parent: QObject):
        """Show no rows yet."""
        super().__init__(parent)
        self._columns = tuple(columns)
        self._numbers = frozenset(numbers)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows; what is chosen stays so when none came or went."""
        if tuple(rows) == self._rows:
            return
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = tuple(rows)
            end = self.index(len(rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), end)
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """A row an entry."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """What is told of each."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return self._alignment(section)
        return self._columns[section] if role == _Role.DisplayRole else None

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        """Return what a cell tells."""
        if not index.isValid():
            return None
        if role == _Role.TextAlignmentRole:
            return self._alignment(index.column())
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self._rows[index.row()].words[index.column()]
        return None

    def row_of(self, entry_id: str) -> int:
        """Return the row of an entry; −1 where there is none."""
        ids = [row.id for row in self._rows]
        return ids.index(entry_id) if entry_id in ids else -1

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = (
            Qt.AlignmentFlag.AlignRight if column in self._numbers else Qt.AlignmentFlag.AlignLeft
        )
        return side | Qt.AlignmentFlag.AlignVCenter


class EntryTable(LinedTable):
    """``opened(str)``, ``removal_wanted(str)``, ``move_wanted(str, int)`` are about an entry."""

    opened = Signal(str)
    removal_wanted = Signal(str)
    move_wanted = Signal(str, int)
    add_wanted = Signal()

    def __init__(self, theme: Theme, name: str, model: EntryModel, parent: QWidget):
        """Show a model; the first column takes the width the others leave."""
        super().__init__(theme, parent, least=104)
        self.setAccessibleName(name)
        self.setAccessibleDescription(KEYS)
        self.entries = model
        self.setModel(model)
        self.doubleClicked.connect(self._on_opened)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        self.fit()

    @property
    def chosen(self) -> str:
        """The entry chosen; nothing where none is."""
        index = self.currentIndex()
        return self.entries.rows[index.row()].id if index.isValid() else ""

    def choose(self, entry_id: str) -> None:
        """Choose an entry."""
        row = self.entries.row_of(entry_id)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self.entries.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, remove, move and add."""
        chosen, key = self.chosen, Qt.Key(event.key())
        moving = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key is Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif not chosen:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self.opened.emit(chosen)
        elif key is Qt.Key.Key_Delete:
            self.removal_wanted.emit(chosen)
        elif moving and key in _STEPS:
            self.move_wanted.emit(chosen, _STEPS[key])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the keys do."""
        if self.chosen:
            menu = QMenu(self)
            menu.aboutToHide.connect(menu.deleteLater)
            for key, label in _MENU.items():
                menu.addAction(label).setData(key)
            menu.triggered.connect(self._on_menu)
            menu.popup(event.globalPos())

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.entries.rows[index.row()].id)

    def _on_menu(self, action: QAction) -> None:
        chosen = self.chosen
        match str(action.data()):
            case "open":
                self.opened.emit(chosen)
            case "up":
                self.move_wanted.emit(chosen, -1)
            case "down":
                self.move_wanted.emit(chosen, 1)
            case "remove":
                self.removal_wanted.emit(chosen)


_MENU = {
    "open": "開く　Enter",
    "up": "上へ　Ctrl+↑",
    "down": "下へ　Ctrl+↓",
    "remove": "消す　Delete",
}
