# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The list of what was kept: a group of saved searches, a group of the last questions."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from kyosei_desk.ui.search.kept_queries import FacetLabels, conditions_text
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.searches import KeptQuery, SavedSearch


@dataclass(frozen=True)
class KeptEntry:
    """What a line stands for; ``saved`` is None for one of the last questions."""

    query: KeptQuery
    saved: SavedSearch | None = None

    def is_same(self, other: "KeptEntry") -> bool:
        """Tell whether both are the same saved search, or the same last question."""
        if self.saved is None or other.saved is None:
            return self == other
        return self.saved.id == other.saved.id


class KeptTree(QTreeWidget):
    """``renamed(SavedSearch, str)`` is a new name typed, ``delete_requested`` the Delete key."""

    renamed = Signal(object, str)
    delete_requested = Signal()

    def __init__(self, theme: Theme, labels: FacetLabels, name_width: int, parent: QWidget):
        """Make the list, empty; names get ``name_width`` grid pixels."""
        super().__init__(parent)
        self._theme = theme
        self._labels = labels
        self.setObjectName("keptSearches")
        self.setAccessibleName("保存した検索とさがした記録")
        self.setAccessibleDescription("Enter でさがします。F2 で名前を変え、Delete で消します")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setIndentation(theme.px(12))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setColumnWidth(0, theme.px(name_width))
        self.itemChanged.connect(self._on_changed)

    @property
    def chosen(self) -> KeptEntry | None:
        """What the chosen line stands for."""
        item = self.currentItem()
        return _entry(item) if item is not None else None

    def show_kept(self, saved: Iterable[SavedSearch], recent: Iterable[KeptQuery]) -> None:
        """Show what is kept, with the same line chosen if it is still there."""
        chosen = self.chosen
        self.blockSignals(True)
        self.clear()
        self._add_group("保存した検索", "star", [KeptEntry(s.query, s) for s in saved])
        self._add_group("さがした記録（新しい順）", "clock", [KeptEntry(q) for q in recent])
        self.blockSignals(False)
        self.choose(chosen)

    def choose(self, entry: KeptEntry | None) -> None:
        """Choose the line of an entry, or the first one."""
        lines = self._lines()
        wanted = [item for item, held in lines if entry is not None and held.is_same(entry)]
        for item in (wanted or [item for item, _ in lines])[:1]:
            self.setCurrentItem(item)

    def position(self, saved: SavedSearch) -> int:
        """Return which of the saved searches it is, from 0."""
        ids = [entry.saved.id for _, entry in self._lines() if entry.saved is not None]
        return ids.index(saved.id)

    def edit_name(self) -> None:
        """Let the name of the chosen saved search be typed anew."""
        item, entry = self.currentItem(), self.chosen
        if item is not None and entry is not None and entry.saved is not None:
            self.editItem(item, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the Delete key."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def _add_group(self, title: str, icon: str, entries: list[KeptEntry]) -> None:
        group = QTreeWidgetItem(self, [f"{title}　{len(entries)}"])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFirstColumnSpanned(True)
        bold = group.font(0)
        bold.setBold(True)
        group.setFont(0, bold)
        picture = self._theme.icon(icon, self._theme.palette.subtle)
        for entry in entries:
            item = QTreeWidgetItem(group)
            item.setIcon(0, picture)
            self._fill(item, entry)
        group.setExpanded(True)

    def _fill(self, item: QTreeWidgetItem, entry: KeptEntry) -> None:
        item.setData(0, Qt.ItemDataRole.UserRole, entry)
        name, conditions = entry.query.text, conditions_text(entry.query, self._labels)
        if entry.saved is not None:
            words = name if name != entry.saved.name else ""
            name, conditions = entry.saved.name, " ／ ".join(filter(None, (words, conditions)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        for column, text in enumerate((name, conditions)):
            item.setText(column, text)
            item.setToolTip(column, text)
        item.setFirstColumnSpanned(not conditions)

    def _lines(self) -> list[tuple[QTreeWidgetItem, KeptEntry]]:
        groups = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        items = [g.child(n) for g in groups if g is not None for n in range(g.childCount())]
        held = [(item, _entry(item)) for item in items if item is not None]
        return [(item, entry) for item, entry in held if entry is not None]

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        entry = _entry(item)
        if column == 0 and entry is not None and entry.saved is not None:
            self.renamed.emit(entry.saved, item.text(0))


def _entry(item: QTreeWidgetItem) -> KeptEntry | None:
    entry = item.data(0, Qt.ItemDataRole.UserRole)
    return entry if isinstance(entry, KeptEntry) else None
