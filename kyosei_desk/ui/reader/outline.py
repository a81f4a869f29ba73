# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The outline of the document shown: a list of its headings."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kyosei_desk.ui.reader.document_builder import OutlineEntry

LEVEL_ROLE = Qt.ItemDataRole.UserRole + 1
AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class OutlineModel(QAbstractListModel):
    """Headings in reading order with their levels."""

    def __init__(self, parent: QObject | None = None):
        """Start empty."""
        super().__init__(parent)
        self._entries: tuple[OutlineEntry, ...] = ()

    @property
    def entries(self) -> tuple[OutlineEntry, ...]:
        """The headings."""
        return self._entries

    def set_entries(self, entries: tuple[OutlineEntry, ...]) -> None:
        """Show these headings."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def row_at(self, position: int) -> int:
        """Return the row of the last heading at or before a document position."""
        found = 0
        for row, entry in enumerate(self._entries):
            if entry.position > position:
                break
            found = row
        return found

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """The number of headings."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heading's text, also for tooltip and screen reader, and its level."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == LEVEL_ROLE:
            return entry.level
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.title
        return None
