# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A text in a few lines at most, which ends in "…" where there is more."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.reader.row_painting import WrappedText
from kyosei_desk.ui.theme import Theme


class ShortLabel(QWidget):
    """Lets clicks through to what it stands on."""

    def __init__(self, theme: Theme, text: str, role: FontRole, lines: int, parent: QWidget):
        """Show a text in the text colour."""
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._role = role
        self._lines = lines
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        """Whether the height depends on the width: it does."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines there are."""
        return self._laid_out(width).height

    def sizeHint(self) -> QSize:
        """A usual width."""
        width = self._theme.px(200)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        color = self._theme.palette.text
        self._laid_out(self.width()).paint(painter, 0, 0, color, self._theme)
        painter.end()

    def _laid_out(self, width: int) -> WrappedText:
        font = self._theme.font(self._role)
        return WrappedText(self._text, font, max(width, 40), self._lines)
