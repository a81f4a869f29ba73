# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A table whose rows are entries: added, removed and put in order by keyboard or menu."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from kyosei_desk.ui.build.entries.lined_table import LinedTable

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_UP, _DOWN, _REMOVE = "up", "down", "remove"
_MENU = {_UP: "上へ　Ctrl+↑", _DOWN: "下へ　Ctrl+↓"}


class KeyedTable(LinedTable):
    """``removal_wanted(str)``, ``move_wanted(str, int)`` are about an entry.

    Those derived from it say what an entry is called, what Enter does with it, and what else
    there is in its menu: :meth:`entry_at`, :meth:`enter` and :meth:`choose_from_menu`.
    """

    add_wanted = Signal()
    removal_wanted = Signal(str)
    move_wanted = Signal(str, int)

    more_menu: ClassVar[Mapping[str, str]]
    removal_words: ClassVar[str] = "消す　Delete"

    def entry_at(self, row: int) -> str:
        """Return the id of the entry in a row."""
        raise NotImplementedError

    def enter(self, entry_id: str) -> None:
        """Do with an entry what Enter does."""
        raise NotImplementedError

    def choose_from_menu(self, entry_id: str, key: str) -> None:
        """Do with an entry what was chosen of :attr:`more_menu`."""
        raise NotImplementedError

    def delete(self, entry_id: str) -> None:
        """Do with an entry what Delete does alone; with Ctrl it always removes the entry."""
        self.removal_wanted.emit(entry_id)

    @property
    def chosen(self) -> str:
        """The entry chosen; nothing where none is."""
        index = self.currentIndex()
        return self.entry_at(index.row()) if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, remove, move and add."""
        chosen, key = self.chosen, Qt.Key(event.key())
        moving = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key is Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif not chosen:
            super().keyPressEvent(event)
        elif key is Qt.Key.Key_Delete:
            (self.removal_wanted.emit if moving else self.delete)(chosen)
        elif moving and key in _STEPS:
            self.move_wanted.emit(chosen, _STEPS[key])
        elif key in _ENTER and not moving:
            self.enter(chosen)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the keys do."""
        if not self.chosen:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        labels = {**self.more_menu, **_MENU, _REMOVE: self.removal_words}
        for key, label in labels.items():
            menu.addAction(label).setData(key)
        menu.triggered.connect(self._on_menu)
        menu.popup(event.globalPos())

    def _on_menu(self, action: QAction) -> None:
        chosen, key = self.chosen, str(action.data())
        if key in (_UP, _DOWN):
            self.move_wanted.emit(chosen, -1 if key == _UP else 1)
        elif key == _REMOVE:
            self.removal_wanted.emit(chosen)
        else:
            self.choose_from_menu(chosen, key)
