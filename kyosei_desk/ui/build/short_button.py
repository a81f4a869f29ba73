# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A button with text that is cut with "…" where there is no room for it, never at both ends."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget


class ShortButton(QPushButton):
    """Shows ``name`` and behind it ``note``, which is never cut."""

    def __init__(self, name: str, note: str = "", parent: QWidget | None = None):
        """Show both in full where there is room."""
        super().__init__(_plain(name + note), parent)
        self._name = name
        self._note = note

    @property
    def shown(self) -> str:
        """What can be read."""
        metrics = self.fontMetrics()
        spare = self.sizeHint().width() - self.width()
        if spare <= 0:
            return self._name + self._note
        room = metrics.horizontalAdvance(self._name) - spare
        return metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room) + self._note

    def minimumSizeHint(self) -> QSize:
        """It can be narrower than its text."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button with the text there is room for."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = _plain(self.shown)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()


def _plain(text: str) -> str:
    return text.replace("&", "&&")
