# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The rows of the results as a Qt model."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.ui.search.rows import ResultRow

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class SearchResultsModel(QAbstractListModel):
    """A list of rows, replaced as a whole by each answer."""

    def __init__(self, parent: QObject | None = None):
        """Start empty."""
        super().__init__(parent)
        self._rows: tuple[ResultRow, ...] = ()

    @property
    def rows(self) -> tuple[ResultRow, ...]:
        """The rows shown."""
        return self._rows

    def set_rows(self, rows: tuple[ResultRow, ...]) -> None:
        """Show these rows."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, address: Address) -> int:
        """Return the row of an address, -1 if it is not among them."""
        return next((n for n, row in enumerate(self._rows) if row.address == address), -1)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, or its title, tooltip and spoken text."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        if role == ROW_ROLE:
            return row
        return None
