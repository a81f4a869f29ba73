# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the form of an element is made of: fields with their names, and lists to pick from."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from kyosei_desk.domain.vocabulary import LabelledEnum
from kyosei_desk.ui.build.entries.one_line import keep_to_one_line
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.list_button import PickButton
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

AnyLabelled = TypeVar("AnyLabelled", bound=LabelledEnum)


def enum_choices(members: Sequence[LabelledEnum]) -> list[tuple[str, str]]:
    """Return the members of a word list as (value, label) pairs."""
    return [(one.value, one.label) for one in members]


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

    def __init__(self, parent: QWidget | None = None):
        """Make an empty field; what is pasted stays one line."""
        super().__init__(parent)
        keep_to_one_line(self)

    def setText(self, text: str | None) -> None:
        """Show a text whole, even one that is longer than what may be typed here."""
        self.setMaxLength(max(self.maxLength(), 2 * len(text or "")))
        super().setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the form."""
        if event.key() == Qt.Key.Key_Escape and not self.is_for_ime(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class EnumPick(PickButton):
    """Picks a member of a word list."""

    def __init__(self, theme: Theme, name: str, members: Sequence[LabelledEnum], parent: QWidget):
        """Offer the members."""
        super().__init__(theme, name, enum_choices(members), parent)


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
