# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the view paints behind the text: boxes, the passage opened, marks, the link in hand."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCursor, QTextDocument, QTextFrame
from PySide6.QtWidgets import QTextEdit

from kyosei_desk.ui.reader.style import FRAME_STYLE, ReaderStyle
from kyosei_desk.ui.reader.text_geometry import line_rect, span_rects, underline_rects
from kyosei_desk.ui.reader.text_map import DocumentSpan
from kyosei_desk.ui.theme import Palette

Mark = tuple[DocumentSpan, ...]


@dataclass(frozen=True)
class Overlays:
    """What is painted besides the boxes; ``current`` is the index of a mark, or -1."""

    marks: tuple[Mark, ...] = ()
    current: int = -1
    target: DocumentSpan | None = None
    link: DocumentSpan | None = None
    underlined: tuple[DocumentSpan, ...] = ()


class ViewPainter:
    """Paints in the coordinates of one document."""

    def __init__(self, document: QTextDocument, style: ReaderStyle):
        """Paint for a document that is already set."""
        self._document = document
        self._style = style
        self._frames = list(_named_frames(document.rootFrame()))

    def paint_boxes(self, painter: QPainter, visible: QRectF) -> None:
        """Paint the boxes that can be seen."""
        layout = self._document.documentLayout()
        palette = self._style.palette
        for frame, name in self._frames:
            rect = layout.frameBoundingRect(frame)
            if not rect.intersects(visible):
                continue
            if name == "card":
                painter.setBrush(QColor(palette.surface))
                painter.setPen(QPen(QColor(palette.line), palette.border))
            else:
                painter.setBrush(QColor(palette.canvas))
                painter.setPen(QPen(QColor(palette.canvas), 1))
            if name == "note":
                painter.setPen(QPen(QColor(palette.line), palette.border))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def paint_overlays(self, painter: QPainter, overlays: Overlays, seen: DocumentSpan) -> None:
        """Paint what lies over the boxes, marks among the positions ``seen`` only."""
        if overlays.target is not None:
            self._paint_target(painter, overlays.target)
        starts = [mark[0].start for mark in overlays.marks]
        index = max(bisect_left(starts, seen.start) - 2, 0)
        while index < len(starts) and starts[index] <= seen.end:
            self._paint_mark(painter, overlays.marks[index], index == overlays.current)
            index += 1
        if inks_marks(self._style.palette):
            for span in overlays.underlined:
                if seen.start <= span.end and span.start <= seen.end:
                    self._underline(painter, span)
        if overlays.link is not None:
            self._paint_link(painter, overlays.link)

    def _paint_target(self, painter: QPainter, target: DocumentSpan) -> None:
        first = line_rect(self._document, target.start)
        last = line_rect(self._document, target.end)
        bar = QRectF(0, first.top(), self._style.px(3), last.bottom() - first.top())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._style.palette.primary))
        painter.drawRoundedRect(bar, 1.5, 1.5)

    def _paint_mark(self, painter: QPainter, mark: Mark, current: bool) -> None:
        palette = self._style.palette
        painter.setBrush(QColor(palette.mark_current if current else palette.mark))
        pen = QPen(QColor(palette.text), 1.5) if current else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        for span in mark:
            for rect in span_rects(self._document, span):
                painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 3, 3)

    def _underline(self, painter: QPainter, span: DocumentSpan) -> None:
        """Paint the line under a link: beside text in another ink Qt leaves it out at times."""
        color = QColor(self._style.palette.primary)
        for rect in underline_rects(self._document, span):
            painter.fillRect(rect, color)

    def _paint_link(self, painter: QPainter, link: DocumentSpan) -> None:
        palette = self._style.palette
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.focus), palette.focus_width))
        for rect in span_rects(self._document, link):
            painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 0), 3, 3)


def inks_marks(palette: Palette) -> bool:
    """Tell whether marked text has another ink than the rest."""
    return not palette.on_mark == palette.on_mark_current == palette.text


def mark_inks(
    document: QTextDocument, palette: Palette, marks: Sequence[Mark], current: int
) -> list[QTextEdit.ExtraSelection]:
    """Return the ink of marked text, where it is not the colour of text anyway."""
    if not inks_marks(palette):
        return []
    inks = []
    for index, mark in enumerate(marks):
        color = palette.on_mark_current if index == current else palette.on_mark
        inks += [_ink(document, span, color) for span in mark]
    return inks


def _ink(document: QTextDocument, span: DocumentSpan, color: str) -> QTextEdit.ExtraSelection:
    cursor = QTextCursor(document)
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format.setForeground(QColor(color))
    return made


def _named_frames(frame: QTextFrame) -> list[tuple[QTextFrame, str]]:
    found = []
    for child in frame.childFrames():
        name = child.frameFormat().stringProperty(FRAME_STYLE)
        if name:
            found.append((child, name))
        found += _named_frames(child)
    return found
