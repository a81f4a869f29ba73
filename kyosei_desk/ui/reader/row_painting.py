# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Painting text in rows of lists: wrapped, cut at a number of lines, with marks under it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kyosei_desk.search.model import Span
from kyosei_desk.ui.reader.text_map import utf16_length
from kyosei_desk.ui.theme import Theme

_LEADING = 1.55
_ELLIPSIS = "…"


class WrappedText:
    """A text laid out in at most ``lines`` lines of a width, with marks in it.

    ``marks`` count code points of ``text``; what is cut off ends in an ellipsis.
    """

    def __init__(self, text: str, font: QFont, width: int, lines: int, marks: Sequence[Span] = ()):
        """Lay the text out."""
        self._font = font
        self._step = round(font.pixelSize() * _LEADING)
        self._marks = [_units(text, span) for span in marks]
        text = text.replace("\n", " ")
        self._layout = _lay_out(text, font, width, self._step, lines)
        if (end := _overflow(self._layout, lines)) is not None:
            text = _cut(text, self._layout, lines, end, font, width)
            kept = utf16_length(text) - 1
            self._marks = [(start, min(end, kept)) for start, end in self._marks if start < kept]
            self._layout = _lay_out(text, font, width, self._step, lines)
        self._shown = min(self._layout.lineCount(), lines)

    @property
    def height(self) -> int:
        """The height of the lines shown."""
        return self._step * max(self._shown, 1)

    def paint(self, painter: QPainter, x: float, y: float, color: str, theme: Theme) -> None:
        """Paint marks, then the text over them."""
        palette = theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.mark))
        formats = []
        for start, end in self._marks:
            for rect in self._rects(start, end):
                painter.drawRoundedRect(rect.translated(x, y).adjusted(-1, 0, 1, 0), 3, 3)
            formats.append(colored_range(start, end - start, palette.on_mark))
        painter.setPen(QPen(QColor(color)))
        self._layout.draw(painter, QPointF(x, y), formats)

    def _rects(self, start: int, end: int) -> list[QRectF]:
        rects = []
        for number in range(self._shown):
            line = self._layout.lineAt(number)
            left = max(start, line.textStart())
            right = min(end, line.textStart() + line.textLength())
            if left < right:
                x1, x2 = cursor_x(line.cursorToX(left)), cursor_x(line.cursorToX(right))
                rects.append(QRectF(x1, line.y(), x2 - x1, line.height()))
        return rects


def colored_range(start: int, length: int, color: str) -> QTextLayout.FormatRange:
    """Return the instruction to set part of a layout in a colour."""
    made = QTextLayout.FormatRange()
    ink = QTextCharFormat()
    ink.setForeground(QColor(color))
    made.start, made.length, made.format = start, length, ink
    return made


def cursor_x(value: object) -> float:
    """Return the x of ``cursorToX``, which PySide6 gives as a pair with the position."""
    return float(value[0]) if isinstance(value, tuple) else float(value)  # type: ignore[arg-type]


def _units(text: str, span: Span) -> tuple[int, int]:
    return utf16_length(text[: span.start]), utf16_length(text[: span.end])


def _lay_out(text: str, font: QFont, width: int, step: int, lines: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    for number in range(lines + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, number * step + (step - line.height()) / 2))
    layout.endLayout()
    return layout


def _overflow(layout: QTextLayout, lines: int) -> int | None:
    """Return where the first line that is too many starts, or None if all fits."""
    return layout.lineAt(lines).textStart() if layout.lineCount() > lines else None


def _cut(text: str, layout: QTextLayout, lines: int, end: int, font: QFont, width: int) -> str:
    last = layout.lineAt(lines - 1)
    encoded = text.encode("utf-16-le")
    before = encoded[: last.textStart() * 2].decode("utf-16-le", "ignore")
    rest = encoded[last.textStart() * 2 : end * 2].decode("utf-16-le", "ignore")
    metrics = QFontMetricsF(font)
    while rest and metrics.horizontalAdvance(rest + _ELLIPSIS) > width:
        rest = rest[:-1]
    return before + rest + _ELLIPSIS


def wrapped_height(text: str, font: QFont, width: int, lines: int) -> int:
    """Return the height of a text at a width, cut at a number of lines."""
    return WrappedText(text, font, width, lines).height


def wrapped_text(
    painter: QPainter, text: str, font: QFont, rect: QRect, lines: int, theme: Theme
) -> None:
    """Paint a text without marks in the text colour."""
    laid = WrappedText(text, font, rect.width(), lines)
    laid.paint(painter, rect.left(), rect.top(), theme.palette.text, theme)


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint what is behind a row: chosen, under the mouse, and where the keyboard is."""
    palette = theme.palette
    state = option.state
    rect: QRect = option.rect
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen:
        painter.fillRect(rect, QColor(palette.primary_soft))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(palette.hover))
    if chosen:
        bar = QRect(rect.left(), rect.top(), theme.px(4), rect.height())
        painter.fillRect(bar, QColor(palette.primary))
    if state & QStyle.StateFlag.State_HasFocus:
        width = palette.focus_width
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.focus), width))
        inset = width // 2 + 1
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 6, 6)
