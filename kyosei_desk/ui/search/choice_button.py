# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A button that opens a list to tick in, and says what is ticked."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from kyosei_desk.ui.search.builder_fields import FieldChoice
from kyosei_desk.ui.theme import Theme

_NOTHING = "選ばない"
_SEPARATOR = "、"


class TickMenu(QMenu):
    """A menu that stays open while boxes are ticked by mouse or Space."""

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


class ChoiceButton(QPushButton):
    """``changed`` follows every tick; the values are as the query language writes them."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, choices: Sequence[FieldChoice], parent: QWidget):
        """Offer choices, none ticked."""
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._choices = tuple(choices)
        self.setProperty("kind", "list")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._menu = TickMenu(self)
        for choice in self._choices:
            action = self._menu.addAction(choice.label.replace("&", "&&"))
            action.setCheckable(True)
            action.toggled.connect(self._on_toggled)
        self.clicked.connect(self.open_menu)
        theme.changed.connect(self.update)
        self._show_values()

    @property
    def values(self) -> tuple[str, ...]:
        """What is ticked, in the order offered."""
        pairs = zip(self._choices, self._menu.actions(), strict=True)
        return tuple(choice.value for choice, action in pairs if action.isChecked())

    def set_values(self, values: Collection[str]) -> None:
        """Tick these values, without telling."""
        self._menu.blockSignals(True)
        for choice, action in zip(self._choices, self._menu.actions(), strict=True):
            action.blockSignals(True)
            action.setChecked(choice.value in values)
            action.blockSignals(False)
        self._menu.blockSignals(False)
        self._show_values()

    @property
    def menu_shown(self) -> TickMenu:
        """The list to tick in."""
        return self._menu

    def open_menu(self) -> None:
        """Open the list below the button, on what is ticked first."""
        self._menu.setMinimumWidth(self.width())
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        actions = self._menu.actions()
        first = next((action for action in actions if action.isChecked()), None)
        if first is not None or actions:
            self._menu.setActiveAction(first or actions[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow down opens the list, as it does in any list of choices."""
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow that says there is a list."""
        super().paintEvent(event)
        side, gap = self._theme.px(14), self._theme.px(10)
        icon = self._theme.icon("chevron-down", self._theme.palette.subtle)
        painter = QPainter(self)
        icon.paint(painter, self.width() - side - gap, (self.height() - side) // 2, side, side)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """It can be narrower than its text, which is then cut."""
        return QSize(self._theme.px(80), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """The height of a button, whatever is ticked."""
        return QSize(self._theme.px(160), super().sizeHint().height())

    def _on_toggled(self, _checked: bool) -> None:
        self._show_values()
        self.changed.emit()

    def _show_values(self) -> None:
        pairs = zip(self._choices, self._menu.actions(), strict=True)
        labels = [choice.label for choice, action in pairs if action.isChecked()]
        text = _SEPARATOR.join(labels) or _NOTHING
        self.setText(self._shortened(labels).replace("&", "&&"))
        self.setToolTip(text if labels else "")
        self.setAccessibleName(f"{self._name}: {text}")

    def _shortened(self, labels: list[str]) -> str:
        if len(labels) > 2:
            return f"{labels[0]} ほか{len(labels) - 1}"
        return _SEPARATOR.join(labels) or _NOTHING
