# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A row of the gap board as a button: the sign of its state, its name, and who answers it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kyosei_desk.domain.projects.gaps import GapRow
from kyosei_desk.ui.build.board.board_texts import row_words, spoken_words
from kyosei_desk.ui.build.board.state_mark import paint_state, state_color
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.reader.row_painting import WrappedText
from kyosei_desk.ui.theme import Theme

_MARK, _PAD, _GAP = 15, 10, 8
_NAME_LINES, _WORD_LINES = 3, 2
_LEADING = 1.55
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Home: -1000,
    Qt.Key.Key_End: 1000,
}


class RowHead(QAbstractButton):
    """``move_requested(int)`` asks to go rows down or up from here."""

    move_requested = Signal(int)

    def __init__(self, theme: Theme, row: GapRow, parent: QWidget):
        """Show a row."""
        super().__init__(parent)
        self._theme = theme
        self._row = row
        self._chosen = False
        self.opened = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)
        self.show_row(row)

    def show_row(self, row: GapRow) -> None:
        """Show the row as it is now."""
        self._row = row
        self.setText(row.provision.plain)
        self.setAccessibleName(spoken_words(row))
        self.setToolTip(f"{row.provision.label}（{row.provision.article}）")
        self.updateGeometry()
        self.update()

    def set_state(self, *, chosen: bool, opened: bool) -> None:
        """Look like the row that is chosen, and say whether its details are open."""
        self._chosen, self.opened = chosen, opened
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.setAccessibleDescription(
            "Enter でたたみます" if opened else "Enter でくわしく開きます"
        )
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrows; open by Enter as by Space, → and fold by ←."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.move_requested.emit(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (
            key is (Qt.Key.Key_Left if self.opened else Qt.Key.Key_Right)
        ):
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Whether the height depends on the width: it does."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the name and the words under it."""
        name, _, words = self._texts(width)
        return name.height + words.height + 2 * self._theme.px(6)

    def sizeHint(self) -> QSize:
        """A usual width; never the width of now, which a layout would remember as a limit."""
        width = self._theme.px(160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It can be as narrow as the board; how high it is follows the width."""
        return QSize(0, self.heightForWidth(self._theme.px(1000)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the sign, the name and the words."""
        palette, px = self._theme.palette, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        name, state, words = self._texts(self.width())
        top, side, left = px(6), px(_MARK), self._left()
        line = self._theme.font(FontRole.BODY).pixelSize() * _LEADING
        mark = QRectF(px(_PAD), top + (line - side) / 2, side, side)
        paint_state(painter, mark, self._row.state, palette)
        name.paint(painter, left, top, palette.text, self._theme)
        y = top + name.height
        words.paint(painter, left, y, palette.subtle, self._theme)
        # The state's word once more, in its colour, over the same word in the line.
        state.paint(painter, left, y, state_color(palette, self._row.state), self._theme)
        painter.end()

    def _texts(self, width: int) -> tuple[WrappedText, WrappedText, WrappedText]:
        room = max(width - self._left() - self._theme.px(_PAD), 40)
        caption = self._theme.font(FontRole.CAPTION)
        word, rest = self._row.state.label, row_words(self._row)
        whole = f"{word}　{rest}" if rest else word
        return (
            WrappedText(
                self._row.provision.plain, self._theme.font(FontRole.BODY), room, _NAME_LINES
            ),
            WrappedText(word, caption, room, 1),
            WrappedText(whole, caption, room, _WORD_LINES),
        )

    def _left(self) -> int:
        px = self._theme.px
        return px(_PAD) + px(_MARK) + px(_GAP)

    def _paint_ground(self, painter: QPainter) -> None:
        palette, px = self._theme.palette, self._theme.px
        hovered = self.underMouse()
        if self._chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.primary_soft if self._chosen else palette.hover))
            painter.drawRoundedRect(QRectF(self.rect()), px(6), px(6))
        if self.hasFocus():
            width = palette.focus_width
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.focus), width))
            inset = width / 2
            around = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(around, px(6), px(6))
