# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Entries of a project as the rows of a table, opened and put in order by keyboard."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from kyosei_desk.ui.build.entries.keyed_table import KeyedTable
from kyosei_desk.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
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


class EntryTable(KeyedTable):
    """``opened(str)`` is about an entry.

    ``clicked_on(str)`` is one click on it, ``walked_to(str)`` the arrows of the keyboard.
    """

    opened = Signal(str)
    clicked_on = Signal(str)
    walked_to = Signal(str)

    more_menu: ClassVar[Mapping[str, str]] = {"open": "開く　Enter"}

    def __init__(
        self,
        theme: Theme,
        name: str,
        model: EntryModel,
        parent: QWidget,
        whole: Collection[int] = (),
    ):
        """Show a model; the first column takes the width the others and ``whole`` ones leave."""
        super().__init__(theme, parent, least=104, whole=whole)
        self.setAccessibleName(name)
        self.setAccessibleDescription(KEYS)
        self.entries = model
        self.setModel(model)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_opened)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        self.fit()

    def choose(self, entry_id: str) -> None:
        """Choose an entry."""
        row = self.entries.row_of(entry_id)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self.entries.index(row, 0))

    def entry_at(self, row: int) -> str:
        """Return the entry in a row."""
        return self.entries.rows[row].id

    def enter(self, entry_id: str) -> None:
        """Open an entry."""
        self.opened.emit(entry_id)

    def choose_from_menu(self, entry_id: str, key: str) -> None:
        """Open an entry."""
        self.opened.emit(entry_id)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.clicked_on.emit(self.entries.rows[index.row()].id)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and self.hasFocus():
            self.walked_to.emit(self.entries.rows[index.row()].id)

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.entries.rows[index.row()].id)
