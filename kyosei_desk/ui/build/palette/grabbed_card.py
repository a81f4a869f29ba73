# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A card that is walked to by the arrows, taken by Enter, and dragged away by the mouse."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from kyosei_desk.ui.build.palette.dragging import way_data
from kyosei_desk.ui.theme import Theme

_STRIPE = 4
_DRAGGED = 52  # how much of it is seen under way
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}


class GrabbedCard(QFrame):
    """``move_requested(str, int)`` goes cards on from here, ``entered(str)`` is the keyboard.

    ``enter_pressed()`` and ``space_pressed()`` are keys pressed on the card itself.
    """

    move_requested = Signal(str, int)
    entered = Signal(str)
    enter_pressed = Signal()
    space_pressed = Signal()

    def __init__(self, theme: Theme, number: int | None, parent: QWidget):
        """Make a card in the colour of a function, in none where ``number`` is None."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._theme = theme
        self._number = number
        self._pressed: QPoint | None = None
        self.address = ""
        self.can_be_dragged = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by the arrows; Enter and Space are told."""
        key = Qt.Key(event.key())
        if not self.hasFocus():
            super().keyPressEvent(event)
        elif key in _MOVES:
            self.move_requested.emit(self.address, _MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
        elif key is Qt.Key.Key_Space:
            self.space_pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the one that Tab comes back to."""
        super().focusInEvent(event)
        self.entered.emit(self.address)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look as before."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it away."""
        if self._pressed is None or not self.can_be_dragged:
            return
        moved = event.position().toPoint() - self._pressed
        if moved.manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(way_data(self.address))
            drag.setPixmap(self.grab(QRect(0, 0, self.width(), self._theme.px(_DRAGGED))))
            drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._pressed = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the outline, and at its left the colour of the function."""
        palette, px = self._theme.palette, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        width = palette.focus_width if focused else palette.border
        painter.setPen(QPen(QColor(palette.focus if focused else palette.line), width))
        painter.setBrush(QColor(palette.surface))
        inset = width / 2
        around = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(around, px(6), px(6))
        if self._number is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.function(self._number)))
            stripe = QRectF(0, 0, px(_STRIPE), self.height())
            painter.drawRoundedRect(stripe, px(2), px(2))
        painter.end()
