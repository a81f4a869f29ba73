# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Buttons that say what is chosen, and open a list to choose from.

In a form they are as wide as a field (:class:`PickButton` for one of a list,
:class:`TickButton` for several), among tools as wide as their words (:class:`ListTool`).
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from kyosei_desk.ui.list_menus import OneOfMenu, TickMenu, open_below
from kyosei_desk.ui.theme import Theme

_ARROW = 14  # grid pixels
_NOTHING = "選ばない"
_SEPARATOR = "、"


class ListButton(QPushButton):
    """A field whose list opens below it."""

    def __init__(self, theme: Theme, name: str, width: int, parent: QWidget):
        """Take ``width`` grid pixels where there is room."""
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._width = width
        self.setProperty("kind", "list")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        theme.changed.connect(self.update)

    @property
    def menu_shown(self) -> QMenu:
        """The list."""
        raise NotImplementedError

    def open_menu(self) -> None:
        """Open the list below the button, on what is chosen."""
        self.menu_shown.setMinimumWidth(self.width())
        open_below(self.menu_shown, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow down opens the list, as it does in any list of choices."""
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow that says there is a list."""
        super().paintEvent(event)
        side, gap = self._theme.px(_ARROW), self._theme.px(10)
        icon = self._theme.icon("chevron-down", self._theme.palette.subtle)
        painter = QPainter(self)
        icon.paint(painter, self.width() - side - gap, (self.height() - side) // 2, side, side)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """It can be narrower than its text, which is then cut."""
        return QSize(self._theme.px(80), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """The height of a button, whatever is chosen."""
        return QSize(self._theme.px(self._width), super().sizeHint().height())

    def _say(self, shown: str, whole: str, tip: str) -> None:
        """Show some words, and let the whole be heard."""
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(tip)
        self.setAccessibleName(f"{self._name}: {whole}")


class PickButton(ListButton):
    """Picks one of a list; ``picked(str)`` is its value."""

    picked = Signal(str)

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[tuple[str, str]], parent: QWidget
    ):
        """Offer (value, label) pairs, none chosen."""
        super().__init__(theme, name, 140, parent)
        self._value = ""
        self._menu = OneOfMenu(self)
        self._menu.picked.connect(self._on_picked)
        self.set_choices(choices)

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._value

    @property
    def menu_shown(self) -> OneOfMenu:
        """The list."""
        return self._menu

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other (value, label) pairs."""
        self._menu.offer(choices)
        self.set_value(self._value)

    def set_value(self, value: str, text: str = "") -> None:
        """Show what is chosen, without telling; ``text`` stands for what is not in the list."""
        self._value = value
        self._menu.choose(value)
        shown = text or self._menu.label
        self._say(shown, shown, shown)

    def _on_picked(self, value: str) -> None:
        self.set_value(value)
        self.picked.emit(value)


class TickButton(ListButton):
    """Ticks any number of a list; ``changed`` follows every tick."""

    changed = Signal()

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[tuple[str, str]], parent: QWidget
    ):
        """Offer (value, label) pairs, none ticked."""
        super().__init__(theme, name, 160, parent)
        self._menu = TickMenu(self)
        self._menu.offer(choices)
        self._menu.ticked.connect(self._on_ticked)
        self._show_values()

    @property
    def values(self) -> tuple[str, ...]:
        """What is ticked, in the order offered."""
        return self._menu.values

    def set_values(self, values: Collection[str]) -> None:
        """Tick these values, without telling."""
        self._menu.blockSignals(True)
        for action in self._menu.actions():
            action.setChecked(action.data() in values)
        self._menu.blockSignals(False)
        self._show_values()

    @property
    def menu_shown(self) -> TickMenu:
        """The list to tick in."""
        return self._menu

    def _on_ticked(self) -> None:
        self._show_values()
        self.changed.emit()

    def _show_values(self) -> None:
        labels = self._menu.labels
        whole = _SEPARATOR.join(labels) or _NOTHING
        shown = f"{labels[0]} ほか{len(labels) - 1}" if len(labels) > 2 else whole
        self._say(shown, whole, whole if labels else "")


class ListTool(QPushButton):
    """A tool with the arrow behind its words; ``chosen(str)`` follows the list."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Offer nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "tool")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        self._menu = OneOfMenu(self)
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._menu.picked.connect(self._on_picked)
        self.clicked.connect(self.open_menu)
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def menu_shown(self) -> OneOfMenu:
        """The list."""
        return self._menu

    def open_menu(self) -> None:
        """Open the list below the button, on what is chosen."""
        open_below(self._menu, self)

    def set_value(self, value: str) -> None:
        """Show what is chosen, without telling."""
        raise NotImplementedError

    def _on_picked(self, value: str) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    def _tint(self) -> None:
        side = self._theme.px(_ARROW)
        self.setIcon(self._theme.icon("chevron-down", self._theme.palette.subtle))
        self.setIconSize(QSize(side, side))
