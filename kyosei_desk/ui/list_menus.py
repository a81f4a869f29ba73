# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Menus that are lists: one to choose one of, one to tick several in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget


def open_below(menu: QMenu, widget: QWidget) -> None:
    """Open a menu below a widget, on what is chosen or else on its first entry."""
    menu.popup(widget.mapToGlobal(widget.rect().bottomLeft()))
    actions = menu.actions()
    first = next((action for action in actions if action.isChecked()), None)
    if first is not None or actions:
        menu.setActiveAction(first or actions[0])


class ListMenu(QMenu):
    """A menu of things with a value each."""

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other (value, label) pairs, none of them chosen."""
        self.clear()
        for value, label in choices:
            action = self.addAction(label.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(value)
            self._took_in(action)

    def _took_in(self, action: QAction) -> None:
        """What else is to be done with an entry."""


class OneOfMenu(ListMenu):
    """A menu to choose one of; ``picked(str)`` is its value."""

    picked = Signal(str)

    def __init__(self, parent: QWidget):
        """Offer nothing yet."""
        super().__init__(parent)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_triggered)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other (value, label) pairs, none of them chosen."""
        for action in self._group.actions():
            self._group.removeAction(action)
        super().offer(choices)

    @property
    def label(self) -> str:
        """What people read of the one chosen; empty for none."""
        chosen = self._group.checkedAction()
        return _label(chosen) if chosen is not None else ""

    def offers(self, value: str) -> bool:
        """Tell whether there is such a value."""
        return any(action.data() == value for action in self.actions())

    def choose(self, value: str) -> None:
        """Mark a value as the one chosen, without telling; none where it is not offered."""
        for action in self.actions():
            action.setChecked(action.data() == value)

    def _took_in(self, action: QAction) -> None:
        self._group.addAction(action)

    def _on_triggered(self, action: QAction) -> None:
        self.picked.emit(str(action.data()))


class TickMenu(ListMenu):
    """A menu that stays open while boxes are ticked by mouse or Space.

    ``ticked`` follows every tick.
    """

    ticked = Signal()

    @property
    def values(self) -> tuple[str, ...]:
        """What is ticked, in the order offered."""
        return tuple(str(action.data()) for action in self.actions() if action.isChecked())

    @property
    def labels(self) -> list[str]:
        """What people read of it."""
        return [_label(action) for action in self.actions() if action.isChecked()]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick and stay."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks and stays; Enter ticks and closes, as in any menu."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)

    def _took_in(self, action: QAction) -> None:
        action.toggled.connect(self.ticked)


def _label(action: QAction) -> str:
    return action.text().replace("&&", "&")
