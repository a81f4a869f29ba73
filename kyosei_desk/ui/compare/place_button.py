# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The name of a marked place on the map: a button, so that every keyboard reaches it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kyosei_desk.ui.compare.map_marks import MapMark
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.theme import Theme

_MOVES = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlaceButton(QAbstractButton):
    """``moved(int)`` is an arrow key: to the next place (1) or the one before (-1)."""

    moved = Signal(int)

    def __init__(self, theme: Theme, mark: MapMark, parent: QWidget):
        """Name a place."""
        super().__init__(parent)
        self._theme = theme
        self.mark = mark
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_mark(mark)

    def set_mark(self, mark: MapMark) -> None:
        """Name another state of the same place."""
        self.mark = mark
        self.setText(mark.label)
        self.setAccessibleName(mark.name)
        self.setAccessibleDescription(mark.description)
        self.setToolTip(f"{mark.name}\n{mark.description}")
        self.update()

    def sizeHint(self) -> QSize:
        """The name with some air around it."""
        metrics = QFontMetrics(self._name_font())
        air = self._theme.px(6)
        width = metrics.horizontalAdvance(self.mark.label) + 2 * air
        return QSize(width, metrics.height() + self._theme.px(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; plain arrows go to another place; the map takes the rest."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.click()
        elif key == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif key in _MOVES and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.moved.emit(_MOVES[key])
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name on a ground that keeps dots and frames away from it."""
        palette, mark = self._theme.palette, self.mark
        ground, line, width = palette.surface, palette.line, float(palette.border)
        if mark.compared or mark.own:
            line = palette.primary if mark.compared else palette.warning
        if self.underMouse() or self.isDown():
            ground = palette.primary_soft
        if self.hasFocus():
            line, width = palette.focus, float(palette.focus_width)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(line), width))
        painter.setBrush(QColor(ground))
        inset, radius = width / 2, self._theme.px(4)
        outline = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(outline, radius, radius)
        painter.setPen(QColor(palette.text))
        painter.setFont(self._name_font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, mark.label)
        painter.end()

    def _name_font(self) -> QFont:
        font = self._theme.font(FontRole.CAPTION)
        font.setBold(self.mark.compared or self.mark.own)
        return font
