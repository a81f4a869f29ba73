# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Shows a set document: measure, painted boxes and marks, links, scrolling to passages."""

from bisect import bisect_left

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextFrame,
    QTextLayout,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from kyosei_desk.ui.reader.document_builder import SetDocument
from kyosei_desk.ui.reader.row_painting import colored_range, cursor_x
from kyosei_desk.ui.reader.style import FRAME_STYLE, MEASURE, NARROW, SIDE_MARGIN, ReaderStyle
from kyosei_desk.ui.reader.targets import LIBRARY_PREFIX, SOURCE_PREFIX
from kyosei_desk.ui.reader.text_map import DocumentSpan

_AIR = 28
Mark = tuple[DocumentSpan, ...]


class DocumentView(QTextBrowser):
    """The text of one document, at a comfortable measure, never edited."""

    address_requested = Signal(str)
    source_requested = Signal(str)
    position_changed = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None):
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("documentView")
        self.setAccessibleName("本文")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._style: ReaderStyle | None = None
        self._shown: SetDocument | None = None
        self._frames: list[tuple[QTextFrame, str]] = []
        self._marks: tuple[Mark, ...] = ()
        self._current = -1
        self._inked: set[int] = set()
        self._target: DocumentSpan | None = None
        self._resizing = False
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._report_position)

    @property
    def shown(self) -> SetDocument | None:
        """The document shown."""
        return self._shown

    @property
    def target(self) -> DocumentSpan | None:
        """The passage that was opened."""
        return self._target

    def show_document(self, shown: SetDocument, style: ReaderStyle) -> None:
        """Show a document from its start, without marks."""
        previous, self._shown = self._shown, shown
        self._style = style
        self._marks = ()
        self._current = -1
        self._inked = set()
        self._target = None
        shown.text.setParent(self)
        self.setDocument(shown.text)
        if previous is not None:
            previous.text.deleteLater()
        self._frames = list(_named_frames(shown.text.rootFrame()))
        self._set_measure()

    # Marks

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Mark these places, in document order."""
        self._marks = marks
        self._current = -1
        self._color_marked_text()
        self.viewport().update()

    def set_current_mark(self, index: int) -> None:
        """Make one mark the current one and bring it into view."""
        self._current = index
        self._color_marked_text()
        if 0 <= index < len(self._marks):
            self.reveal(self._marks[index][0].start)
        self.viewport().update()

    def set_target(self, span: DocumentSpan | None) -> None:
        """Draw a line beside the passage that was opened."""
        self._target = span
        self.viewport().update()

    def _color_marked_text(self) -> None:
        """Give marked text the theme's ink for marks, where it is not the text colour anyway.

        As syntax highlighting does: over the layout, so that underlines stay.
        """
        if self._style is None:
            return
        palette = self._style.palette
        if palette.on_mark == palette.on_mark_current == palette.text:
            return
        inks: dict[int, list[QTextLayout.FormatRange]] = {}
        for index, mark in enumerate(self._marks):
            color = palette.on_mark_current if index == self._current else palette.on_mark
            for span in mark:
                block = self.document().findBlock(span.start)
                ink = colored_range(span.start - block.position(), span.end - span.start, color)
                inks.setdefault(block.blockNumber(), []).append(ink)
        for number in self._inked | inks.keys():
            block = self.document().findBlockByNumber(number)
            block.layout().setFormats(inks.get(number, []))
            self.document().markContentsDirty(block.position(), block.length())
        self._inked = set(inks)

    # Scrolling

    def scroll_to(self, position: int) -> None:
        """Bring a position to the top of the view, with a little air above."""
        top = self._line_rect(position).top()
        air = self._style.px(_AIR) if self._style else 0
        self.verticalScrollBar().setValue(round(top) - air)

    def reveal(self, position: int) -> None:
        """Scroll only if a position is out of the comfortable middle of the view."""
        rect = self._line_rect(position)
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        if not top + height * 0.08 <= rect.top() <= top + height * 0.75:
            self.verticalScrollBar().setValue(round(rect.top() - height * 0.3))

    def top_position(self) -> int:
        """Return the document position of the first line fairly in view."""
        air = self._style.px(_AIR) if self._style else 0
        inside = QPoint(self.viewport().width() // 2, air + 4)
        return self.cursorForPosition(inside).position()

    def is_in_view(self, position: int) -> bool:
        """Tell whether the line at a position can be seen."""
        top = self.verticalScrollBar().value()
        return top <= self._line_rect(position).top() <= top + self.viewport().height()

    def _report_position(self) -> None:
        if self._shown is not None:
            self.position_changed.emit(self.top_position())

    def _line_rect(self, position: int) -> QRectF:
        block = self.document().findBlock(position)
        origin = self._block_origin(block)
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return QRectF(origin.x(), origin.y(), 1, 1)
        return QRectF(origin.x(), origin.y() + line.y(), 1, line.height())

    def _block_origin(self, block: QTextBlock) -> QPointF:
        return self.document().documentLayout().blockBoundingRect(block).topLeft()

    # Measure

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure, and the place that is read, when the width changes."""
        if self._resizing or self._shown is None:
            self._set_measure()
            super().resizeEvent(event)
            return
        top = self.top_position()
        self._resizing = True
        self._set_measure()
        super().resizeEvent(event)
        self._resizing = False
        self.scroll_to(top)
        self.resized.emit()

    def is_narrow(self, style: ReaderStyle) -> bool:
        """Tell whether a line holds too few characters for figures side by side."""
        around = style.px(24) + style.px(16) + 2 * style.px(SIDE_MARGIN)
        bar = self.verticalScrollBar().sizeHint().width()
        return self.width() - bar - around < style.em * NARROW

    def _set_measure(self) -> None:
        if self._style is None:
            return
        side = self._style.px(24)
        wanted = round(self._style.em * MEASURE) + 2 * self._style.px(SIDE_MARGIN)
        bar = self.verticalScrollBar().sizeHint().width()
        free = self.width() - bar - side - wanted
        self.setViewportMargins(side, 0, max(free, self._style.px(16)), 0)

    # Links

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(SOURCE_PREFIX):
            self.source_requested.emit(target)
        elif target.startswith(LIBRARY_PREFIX):
            self.address_requested.emit(target.removeprefix(LIBRARY_PREFIX))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint boxes and marks, then the text over them."""
        if self._style is not None and self._shown is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -self.verticalScrollBar().value())
            visible = QRectF(self.viewport().rect()).translated(0, self.verticalScrollBar().value())
            self._paint_boxes(painter, visible, self._style)
            self._paint_target(painter, self._style)
            self._paint_marks(painter, self._style)
            painter.end()
        super().paintEvent(event)

    def _paint_boxes(self, painter: QPainter, visible: QRectF, style: ReaderStyle) -> None:
        layout = self.document().documentLayout()
        palette = style.palette
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

    def _paint_target(self, painter: QPainter, style: ReaderStyle) -> None:
        if self._target is None:
            return
        first = self._line_rect(self._target.start)
        last = self._line_rect(self._target.end)
        bar = QRectF(0, first.top(), style.px(3), last.bottom() - first.top())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.palette.primary))
        painter.drawRoundedRect(bar, 1.5, 1.5)

    def _paint_marks(self, painter: QPainter, style: ReaderStyle) -> None:
        if not self._marks:
            return
        bottom_right = self.viewport().rect().bottomRight()
        first = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        last = self.cursorForPosition(bottom_right).position()
        starts = [mark[0].start for mark in self._marks]
        index = max(bisect_left(starts, first) - 2, 0)
        while index < len(self._marks) and starts[index] <= last:
            self._paint_mark(painter, style, index)
            index += 1

    def _paint_mark(self, painter: QPainter, style: ReaderStyle, index: int) -> None:
        palette = style.palette
        current = index == self._current
        painter.setBrush(QColor(palette.mark_current if current else palette.mark))
        pen = QPen(QColor(palette.text), 1.5) if current else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        for span in self._marks[index]:
            for rect in self._span_rects(span):
                painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 3, 3)

    def _span_rects(self, span: DocumentSpan) -> list[QRectF]:
        block = self.document().findBlock(span.start)
        origin = self._block_origin(block)
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


def _named_frames(frame: QTextFrame) -> list[tuple[QTextFrame, str]]:
    found = []
    for child in frame.childFrames():
        name = child.frameFormat().stringProperty(FRAME_STYLE)
        if name:
            found.append((child, name))
        found += _named_frames(child)
    return found
