# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The list of what is kept: a group of saved things, a group of the last ones."""

from collections.abc import Sequence
from typing import Any, Generic

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from kyosei_desk.ui.kept.changes import KeptEntry, Thing
from kyosei_desk.ui.kept.words import KeptWords
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.naming import AnyNamed

_ENTRY = Qt.ItemDataRole.UserRole
_NAME_SHARE = 50  # percent of the width


class KeptList(QTreeWidget, Generic[Thing, AnyNamed]):
    """``renamed(saved, str)`` is a new name typed, ``delete_requested`` the Delete key.

    ``undo_requested`` is Ctrl+Z.
    """

    renamed = Signal(object, str)
    delete_requested = Signal()
    undo_requested = Signal()

    def __init__(self, theme: Theme, words: KeptWords, parent: QWidget | None = None):
        """Make the list, empty."""
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self.setObjectName("keptList")
        self.setAccessibleName(f"{words.saved}と{words.recent}")
        self.setAccessibleDescription(words.keys)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # names only: F2
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.itemChanged.connect(self._on_changed)
        theme.changed.connect(self._rescale)
        self._rescale()

    @property
    def chosen(self) -> KeptEntry[Thing, AnyNamed] | None:
        """What the chosen line stands for."""
        item = self.currentItem()
        return _entry(item) if item is not None else None

    @property
    def entries(self) -> list[KeptEntry[Thing, AnyNamed]]:
        """What all lines stand for, from the top down."""
        return [entry for _, entry in self._lines()]

    def show_kept(
        self,
        saved: Sequence[KeptEntry[Thing, AnyNamed]],
        recent: Sequence[KeptEntry[Thing, AnyNamed]],
    ) -> None:
        """Show what is kept, with the same line chosen if it is still there."""
        chosen = self.chosen
        self.blockSignals(True)
        self.clear()
        self._add_group(self._words.saved, "star", saved)
        self._add_group(f"{self._words.recent}（新しい順）", "clock", recent)
        self.blockSignals(False)
        self.choose(chosen)

    def choose(self, entry: KeptEntry[Thing, AnyNamed] | None) -> None:
        """Choose the line of an entry, or the first one."""
        lines = self._lines()
        wanted = [item for item, held in lines if entry is not None and held.is_same(entry)]
        for item in (wanted or [item for item, _ in lines])[:1]:
            self.setCurrentItem(item)

    def position(self, saved: AnyNamed) -> int:
        """Return which of the saved things it is, from 0."""
        ids = [entry.saved.id for entry in self.entries if entry.saved is not None]
        return ids.index(saved.id)

    def edit_name(self) -> None:
        """Let the name of the chosen saved thing be typed anew."""
        item, entry = self.currentItem(), self.chosen
        if item is not None and entry is not None and entry.saved is not None:
            item.setFirstColumnSpanned(True)  # the whole width for the name
            self.editItem(item, 0)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Show again what stands beside the name."""
        super().closeEditor(editor, hint)
        for item, entry in self._lines():
            item.setFirstColumnSpanned(not entry.beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that delete and rename."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_name()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out between names and what stands beside them."""
        super().resizeEvent(event)
        self._share_out()

    def viewportSizeHint(self) -> QSize:
        """Room for some lines."""
        return QSize(self._theme.px(420), self._theme.px(160))

    def _add_group(
        self, title: str, icon: str, entries: Sequence[KeptEntry[Thing, AnyNamed]]
    ) -> None:
        group = QTreeWidgetItem(self, [f"{title}　{len(entries)}"])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFirstColumnSpanned(True)
        bold = group.font(0)
        bold.setBold(True)
        group.setFont(0, bold)
        for entry in entries:
            self._fill(QTreeWidgetItem(group), icon, entry)
        group.setExpanded(True)

    def _fill(self, item: QTreeWidgetItem, icon: str, entry: KeptEntry[Thing, AnyNamed]) -> None:
        palette = self._theme.palette
        item.setData(0, _ENTRY, entry)
        item.setIcon(0, self._theme.icon(icon, palette.subtle))
        for column, text in enumerate((entry.name, entry.beside)):
            item.setText(column, text)
            item.setToolTip(column, text)
        if entry.hint:
            item.setToolTip(1, entry.hint)
        if entry.has_changed:
            item.setIcon(1, self._theme.icon("warning", palette.warning))
        if entry.saved is not None:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setFirstColumnSpanned(not entry.beside)

    def _lines(self) -> list[tuple[QTreeWidgetItem, KeptEntry[Thing, AnyNamed]]]:
        groups = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        items = [g.child(n) for g in groups if g is not None for n in range(g.childCount())]
        held = [(item, _entry(item)) for item in items if item is not None]
        return [(item, entry) for item, entry in held if entry is not None]

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        entry = _entry(item)
        if column == 0 and entry is not None and entry.saved is not None:
            self.renamed.emit(entry.saved, item.text(0))

    def _rescale(self) -> None:
        side = self._theme.px(16)
        self.setIndentation(self._theme.px(12))
        self.setIconSize(QSize(side, side))
        self._share_out()

    def _share_out(self) -> None:
        width = self.viewport().width()
        name = width * _NAME_SHARE // 100
        self.header().resizeSection(0, name)
        self.header().resizeSection(1, width - name)


def _entry(item: QTreeWidgetItem) -> KeptEntry[Any, Any] | None:
    entry = item.data(0, _ENTRY)
    return entry if isinstance(entry, KeptEntry) else None
