# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where characters of a set document stand, in pixels from its top left."""

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from kyosei_desk.ui.reader.row_painting import cursor_x
from kyosei_desk.ui.reader.text_map import DocumentSpan


def line_rect(document: QTextDocument, position: int) -> QRectF:
    """Return the top and height of the line a position is in."""
    block = document.findBlock(position)
    origin = _origin(document, block)
    line = block.layout().lineForTextPosition(position - block.position())
    if not line.isValid():
        return QRectF(origin.x(), origin.y(), 1, 1)
    return QRectF(origin.x(), origin.y() + line.y(), 1, line.height())


def is_gap(document: QTextDocument, position: int) -> bool:
    """Tell whether a position is in an empty paragraph, which is nothing but a distance."""
    return document.findBlock(position).length() <= 1


def line_start(document: QTextDocument, position: int) -> int:
    """Return where the line a position is in starts."""
    block = document.findBlock(position)
    line = block.layout().lineForTextPosition(position - block.position())
    return block.position() + (line.textStart() if line.isValid() else 0)


def first_whole_line(view: QTextEdit, inset: int) -> int | None:
    """Return where the first line with text starts that can be seen whole in a view.

    It is looked for at the left, where rows of tables begin, then farther right.
    """
    width = view.viewport().width()
    found = (_first_line_at(view, x) for x in (inset, width // 2, width * 3 // 4))
    return next((position for position in found if position is not None), None)


def _first_line_at(view: QTextEdit, x: int) -> int | None:
    document, top = view.document(), view.verticalScrollBar().value()
    y = 1
    while y < view.viewport().height():
        found = line_start(document, view.cursorForPosition(QPoint(x, y)).position())
        rect = line_rect(document, found)
        if rect.top() >= top - 1 and not is_gap(document, found):
            return found
        y = max(round(rect.bottom()) - top + 1, y + 8)
    return None


def span_rects(document: QTextDocument, span: DocumentSpan) -> list[QRectF]:
    """Return the rectangles a span inside one paragraph takes, one a line."""
    block = document.findBlock(span.start)
    origin = _origin(document, block)
    layout = block.layout()
    start, end = span.start - block.position(), span.end - block.position()
    rects = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        left = max(start, line.textStart())
        right = min(end, line.textStart() + line.textLength())
        if left < right:
            x1, x2 = cursor_x(line.cursorToX(left)), cursor_x(line.cursorToX(right))
            top = origin.y() + line.y()
            rects.append(QRectF(origin.x() + x1, top, x2 - x1, line.height()))
    return rects


def underline_rects(document: QTextDocument, span: DocumentSpan) -> list[QRectF]:
    """Return the lines under a span inside one paragraph, as wide and thick as its font asks."""
    block = document.findBlock(span.start)
    cursor = QTextCursor(document)
    cursor.setPosition(span.start + 1)
    metrics = QFontMetricsF(cursor.charFormat().font())
    ascent = block.layout().lineForTextPosition(span.start - block.position()).ascent()
    down, thick = ascent + metrics.underlinePos(), max(round(metrics.lineWidth()), 1)
    rects = span_rects(document, span)
    return [QRectF(r.x(), int(r.y() + down), r.width(), thick) for r in rects]


def _origin(document: QTextDocument, block: QTextBlock) -> QPointF:
    return document.documentLayout().blockBoundingRect(block).topLeft()
