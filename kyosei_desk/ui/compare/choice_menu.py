# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A button that says what is chosen, and opens a menu to choose another."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from kyosei_desk.ui.theme import Theme


class ChoiceMenu(QPushButton):
    """``chosen(str)`` follows the menu; the values are the choices' own."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None):
        """Make the button for a choice of this ``name``, with nothing to choose yet."""
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._value = ""
        self.setProperty("kind", "tool")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        self._menu = QMenu(self)
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_chosen)
        self.clicked.connect(self.open_menu)
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._value

    @property
    def label(self) -> str:
        """What people read of the choice."""
        current = self._group.checkedAction()
        return current.text().replace("&&", "&") if current is not None else ""

    @property
    def menu_shown(self) -> QMenu:
        """The menu."""
        return self._menu

    def set_choices(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Offer (value, label) pairs, one of them chosen."""
        for action in self._group.actions():
            self._group.removeAction(action)
        self._menu.clear()
        for one, label in choices:
            action = self._menu.addAction(label.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(one)
            self._group.addAction(action)
        self.set_value(value)

    def set_value(self, value: str) -> None:
        """Show what is chosen, without telling."""
        for action in self._group.actions():
            if action.data() == value:
                self._value = value
                action.setChecked(True)
                self.setAccessibleName(f"{self._name}: {self.label}")
                self.setToolTip(self.accessibleName())
                self._show_text()
                self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough for the name of the choice and what is chosen."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        full, shown = self._full_text(), self.text().replace("&&", "&")
        wider = metrics.horizontalAdvance(full) - metrics.horizontalAdvance(shown)
        return QSize(hint.width() + wider, hint.height())

    def minimumSizeHint(self) -> QSize:
        """It can be narrower than its text, which is then cut."""
        return QSize(self._theme.px(64), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room: only what is chosen, or its beginning."""
        super().resizeEvent(event)
        self._show_text()

    def _full_text(self) -> str:
        return f"{self._name}: {self.label}"

    def _show_text(self) -> None:
        metrics = self.fontMetrics()
        around = self.sizeHint().width() - metrics.horizontalAdvance(self._full_text())
        room = self.width() - around
        text = self._full_text()
        if metrics.horizontalAdvance(text) > room:
            text = metrics.elidedText(self.label, Qt.TextElideMode.ElideRight, room)
        self.setText(text.replace("&", "&&"))

    def open_menu(self) -> None:
        """Open the menu below the button, on what is chosen."""
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        if (current := self._group.checkedAction()) is not None:
            self._menu.setActiveAction(current)

    def _on_chosen(self, action: QAction) -> None:
        self.set_value(str(action.data()))
        self.chosen.emit(self._value)

    def _tint(self) -> None:
        side = self._theme.px(14)
        self.setIcon(self._theme.icon("chevron-down", self._theme.palette.subtle))
        self.setIconSize(QSize(side, side))
