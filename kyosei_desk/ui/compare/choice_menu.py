# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A button that says what is chosen, and opens a menu to choose another."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kyosei_desk.ui.list_button import ListTool
from kyosei_desk.ui.theme import Theme


class ChoiceMenu(ListTool):
    """Says the name of the choice and what is chosen, as far as there is room."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None):
        """Make the button for a choice of this ``name``, with nothing to choose yet."""
        super().__init__(theme, parent)
        self._name = name
        self._value = ""

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._value

    @property
    def label(self) -> str:
        """What people read of the choice."""
        return self.menu_shown.label

    def set_choices(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Offer (value, label) pairs, one of them chosen."""
        self.menu_shown.offer(choices)
        self.set_value(value)

    def set_value(self, value: str) -> None:
        """Show what is chosen, without telling; what is not offered changes nothing."""
        if self.menu_shown.offers(value):
            self._value = value
            self.menu_shown.choose(value)
            self.setAccessibleName(self._full_text())
            self.setToolTip(self._full_text())
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
