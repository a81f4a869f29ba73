# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the form of an element is made of: fields with their names, and lists to pick from."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kyosei_desk.domain.vocabulary import LabelledEnum
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.search.builder_fields import FieldChoice
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

AnyLabelled = TypeVar("AnyLabelled", bound=LabelledEnum)


def tick_choices(members: Sequence[LabelledEnum]) -> tuple[FieldChoice, ...]:
    """Return the members of a word list as choices to tick."""
    return tuple(FieldChoice(one.label, one.value, one.value) for one in members)


class FormField(QWidget):
    """A field under its name, with what is wrong below."""

    def __init__(self, theme: Theme, name: str, content: QWidget, parent: QWidget | None = None):
        """Put ``content`` under its name."""
        super().__init__(parent)
        self._wrong = text_label("", "caption", self)
        self._wrong.setProperty("wrong", True)
        self._wrong.hide()
        label = text_label(name, "caption", self)
        label.setBuddy(content)
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column, spacing=2)
        column.addWidget(label)
        column.addWidget(content)
        column.addWidget(self._wrong)
        if not content.accessibleName():
            content.setAccessibleName(name)

    @property
    def wrong(self) -> str:
        """What is said to be wrong."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def say(self, sentence: str) -> None:
        """Say what is wrong; nothing when it is right."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))


class FormEdit(QueryEdit):
    """A line of text in a form: Esc is the form's, unless it is the input method's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the form."""
        if event.key() == Qt.Key.Key_Escape and not self.is_for_ime(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class PickButton(QPushButton):
    """A button that says what is chosen of a list, and opens it; ``picked(str)`` is a value."""

    picked = Signal(str)

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[tuple[str, str]], parent: QWidget
    ):
        """Offer (value, label) pairs, none chosen."""
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._value = ""
        self.setProperty("kind", "list")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_picked)
        self.clicked.connect(self.open_menu)
        theme.changed.connect(self.update)
        self.set_choices(choices)

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._value

    @property
    def menu_shown(self) -> QMenu:
        """The list."""
        return self._menu

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other (value, label) pairs."""
        for action in self._group.actions():
            self._group.removeAction(action)
        self._menu.clear()
        for value, label in choices:
            action = self._menu.addAction(label.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(value)
            self._group.addAction(action)
        self.set_value(self._value)

    def set_value(self, value: str, text: str = "") -> None:
        """Show what is chosen, without telling; ``text`` stands for what is not in the list."""
        self._value = value
        shown = text
        for action in self._group.actions():
            action.setChecked(action.data() == value)
            if action.data() == value:
                shown = text or action.text().replace("&&", "&")
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(shown)
        self.setAccessibleName(f"{self._name}: {shown}")

    def open_menu(self) -> None:
        """Open the list below the button, on what is chosen."""
        self._menu.setMinimumWidth(self.width())
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        actions = self._menu.actions()
        current = self._group.checkedAction() or (actions[0] if actions else None)
        if current is not None:
            self._menu.setActiveAction(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow down opens the list."""
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
        """The height of a button, whatever is chosen."""
        return QSize(self._theme.px(140), super().sizeHint().height())

    def _on_picked(self, action: QAction) -> None:
        self.set_value(str(action.data()))
        self.picked.emit(self._value)


class EnumPick(PickButton):
    """Picks a member of a word list."""

    def __init__(self, theme: Theme, name: str, members: Sequence[LabelledEnum], parent: QWidget):
        """Offer the members."""
        super().__init__(theme, name, [(one.value, one.label) for one in members], parent)


def member(members: Sequence[AnyLabelled], value: str) -> AnyLabelled:
    """Return the member of a word list with a value."""
    return next(one for one in members if one.value == value)


class NoteEdit(QPlainTextEdit):
    """Several lines of text, as high as some lines of it; Tab leaves it."""

    def __init__(self, theme: Theme, lines: int, parent: QWidget):
        """Make an empty field."""
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setProperty("field", "true")
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        palette, px = self._theme.palette, self._theme.px
        self.setStyleSheet(
            f"QPlainTextEdit {{ border: {palette.border}px solid {palette.control};"
            f" border-radius: {px(8)}px; padding: {px(4)}px {px(6)}px; }}"
            f"QPlainTextEdit:focus {{ border: {palette.focus_width}px solid {palette.focus}; }}"
        )
        self.ensurePolished()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + px(26))
