# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Shows a set document: measure, marks, links, scrolling to passages, the place kept."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from kyosei_desk.ui.reader.caret import CaretKeys
from kyosei_desk.ui.reader.copied import copied_selection
from kyosei_desk.ui.reader.document_builder import SetDocument
from kyosei_desk.ui.reader.links import TextLink
from kyosei_desk.ui.reader.spots import AnchorLine, Spot
from kyosei_desk.ui.reader.style import MEASURE, NARROW, SIDE_MARGIN, ReaderStyle
from kyosei_desk.ui.reader.targets import LIBRARY_PREFIX, SOURCE_PREFIX
from kyosei_desk.ui.reader.text_geometry import first_whole_line, line_rect
from kyosei_desk.ui.reader.text_map import DocumentSpan
from kyosei_desk.ui.reader.view_painter import Mark, Overlays, ViewPainter, mark_inks

_AIR = 28
_LEFT, _LEFT_LEAST, _RIGHT_LEAST = 24, 10, 6


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
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse
            | flags.TextSelectableByKeyboard
            | flags.LinksAccessibleByMouse
        )
        self.setCursorWidth(2)
        self._style: ReaderStyle | None = None
        self._shown: SetDocument | None = None
        self._painter: ViewPainter | None = None
        self._anchors = AnchorLine({})
        self._marks: tuple[Mark, ...] = ()
        self._current = -1
        self._target: DocumentSpan | None = None
        self._spot: Spot | None = None
        self._quiet = 0
        self._keys = CaretKeys(self, self.first_line, self.put_caret, self._follow_link)
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

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
        self._target = None
        with self._quietly():
            shown.text.setParent(self)
            self.setExtraSelections([])
            self.setDocument(shown.text)
            if previous is not None:
                previous.text.deleteLater()
            self._painter = ViewPainter(shown.text, style)
            self._anchors = AnchorLine(shown.anchors)
            self._keys.forget_document()
            self._set_measure()
        self._spot = None

    # Marks

    @property
    def current_mark(self) -> Mark | None:
        """The current mark, if there is one."""
        return self._marks[self._current] if 0 <= self._current < len(self._marks) else None

    def set_marks(self, marks: tuple[Mark, ...], current: int = -1) -> None:
        """Mark these places, in document order; nothing is scrolled."""
        self._marks = marks
        self._current = current
        self._color_marked_text()
        self._note_spot()
        self.viewport().update()

    def set_current_mark(self, index: int) -> None:
        """Make one mark the current one and bring it into view."""
        self.set_marks(self._marks, index)
        if (mark := self.current_mark) is not None:
            self.reveal(mark[0].start)
            self.put_caret(mark[0].start)

    def set_target(self, span: DocumentSpan | None) -> None:
        """Draw a line beside the passage that was opened."""
        self._target = span
        self.viewport().update()

    def _color_marked_text(self) -> None:
        """Give marked text the theme's ink for marks, where it is not the text colour anyway.

        As selections are drawn: nothing of the document or its layout changes.
        """
        if self._style is not None:
            inks = mark_inks(self.document(), self._style.palette, self._marks, self._current)
            self.setExtraSelections(inks)

    # Scrolling

    def scroll_to(self, position: int) -> None:
        """Bring a position to the top of the view, with a little air above."""
        air = self._style.px(_AIR) if self._style else 0
        top = line_rect(self.document(), position).top() - air if position else 0
        self._scroll(round(top))

    def reveal(self, position: int) -> None:
        """Scroll only if a position is out of the comfortable middle of the view."""
        rect = line_rect(self.document(), position)
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        if not top + height * 0.08 <= rect.top() <= top + height * 0.75:
            self._scroll(round(rect.top() - height * 0.3))
        self._note_spot()

    def reveal_below(self, heading: int, mark: Mark) -> None:
        """Show a mark of a passage: below its heading if both find room, else alone."""
        first = line_rect(self.document(), heading).top()
        last = line_rect(self.document(), mark[-1].end).bottom()
        air = self._style.px(_AIR) if self._style else 0
        if 0 <= last - first <= self.viewport().height() - air:
            self.scroll_to(heading)
        else:
            self.reveal(mark[0].start)

    def top_position(self) -> int:
        """Return the document position of the first line fairly in view."""
        air = self._style.px(_AIR) if self._style else 0
        inside = QPoint(self.viewport().width() // 2, air + 4)
        return self.cursorForPosition(inside).position()

    def first_line(self) -> int:
        """Return where the first line with text starts that can be seen whole."""
        inset = self._style.px(2 * SIDE_MARGIN + 8) if self._style else 0
        found = first_whole_line(self, inset)
        return self.top_position() if found is None else found

    def is_in_view(self, position: int) -> bool:
        """Tell whether the line at a position can be seen."""
        top = self.verticalScrollBar().value()
        line = line_rect(self.document(), position)
        return top <= line.top() <= top + self.viewport().height()

    def share_of_view(self, span: DocumentSpan) -> float:
        """Return how many pixels of the view a part of the document takes."""
        top = self.verticalScrollBar().value()
        first = line_rect(self.document(), span.start).top()
        last = line_rect(self.document(), span.end).bottom()
        return max(min(last, top + self.viewport().height()) - max(first, top), 0.0)

    def _scroll(self, value: int) -> None:
        """Scroll, also where the document has not been laid out as yet."""
        if value > self.verticalScrollBar().maximum():
            layout = self.document().documentLayout()
            layout.documentSizeChanged.emit(layout.documentSize())
        self.verticalScrollBar().setValue(value)
        self._note_spot()

    def _on_scrolled(self) -> None:
        self._note_spot()
        if self._shown is not None:
            self.position_changed.emit(self.top_position())

    # The place that is read

    @property
    def spot(self) -> Spot:
        """Where the text is scrolled to; it stays the same until someone scrolls."""
        if self._spot is None:
            self._spot = self._find_spot()
        return self._spot

    def return_to(self, spot: Spot) -> None:
        """Scroll to a spot noted before, in this setting of the document or another."""
        with self._quietly():
            self._scroll(self._value_of(spot))
            mark = self.current_mark
            if spot.mark and mark is not None and not self._sees(mark):
                self.reveal(mark[0].start)
        self._spot = spot

    def _note_spot(self) -> None:
        if not self._quiet and self._shown is not None:
            self._spot = self._find_spot()

    def _find_spot(self) -> Spot:
        mark = self.current_mark
        seen = mark is not None and self._sees(mark)
        value = self.verticalScrollBar().value()
        if self._style is None or not value:
            return Spot(mark=seen)
        position = self.first_line()
        gap = max(line_rect(self.document(), position).top() - value, 0.0)
        anchor, offset = self._anchors.describe(position)
        return Spot(anchor, offset, gap / self._style.em, seen)

    def _value_of(self, spot: Spot) -> int:
        if self._style is None or not spot.anchor:
            return 0
        last = self.document().characterCount() - 1
        position = min(self._anchors.find(spot.anchor, spot.offset), last)
        top = line_rect(self.document(), position).top()
        return round(top - spot.gap * self._style.em)

    def _sees(self, mark: Mark) -> bool:
        rect = line_rect(self.document(), mark[0].start)
        top = self.verticalScrollBar().value()
        return top <= rect.top() and rect.bottom() <= top + self.viewport().height()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """What scrolls meanwhile is not someone's doing."""
        self._quiet += 1
        yield
        self._quiet -= 1

    # Measure

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure, and the place that is read, when the width changes."""
        if self._quiet or self._shown is None:
            self._set_measure()
            super().resizeEvent(event)
            return
        spot = self.spot
        with self._quietly():
            self._set_measure()
            super().resizeEvent(event)
        self.return_to(spot)
        self.resized.emit()

    def is_narrow(self, style: ReaderStyle) -> bool:
        """Tell whether a line holds too few characters for figures side by side."""
        around = style.px(_LEFT_LEAST) + style.px(_RIGHT_LEAST) + 2 * style.px(SIDE_MARGIN)
        bar = self.verticalScrollBar().sizeHint().width()
        return self.width() - bar - around < style.em * NARROW

    def _set_measure(self) -> None:
        """Give the text its measure; the margins give way where there is no room for it."""
        if self._style is None:
            return
        px = self._style.px
        wanted = round(self._style.em * MEASURE) + 2 * px(SIDE_MARGIN)
        bar = self.verticalScrollBar().sizeHint().width()
        free = self.width() - bar - wanted
        left = min(max(free // 2, px(_LEFT_LEAST)), px(_LEFT))
        self.setViewportMargins(left, 0, max(free - left, px(_RIGHT_LEAST)), 0)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy tables row by row, and no numbers of sources whose list is left behind."""
        return copied_selection(self.textCursor(), numbered=False).mime_data()

    # Keyboard and links

    def put_caret(self, position: int) -> None:
        """Set the caret, nothing selected, and scroll nothing."""
        value = self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.setPosition(position)
        with self._quietly():
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(value)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys read on, select and follow links; see :class:`CaretKeys`."""
        if self._shown is None or not self._keys.press(event):
            super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the caret where it can be seen."""
        super().focusInEvent(event)
        mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if self._shown is not None and not mouse and not self.textCursor().hasSelection():
            self._keys.bring()

    def _follow_link(self, link: TextLink) -> None:
        self._follow(QUrl(link.href))

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(SOURCE_PREFIX):
            self.source_requested.emit(target)
        elif target.startswith(LIBRARY_PREFIX):
            self.address_requested.emit(target.removeprefix(LIBRARY_PREFIX))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint boxes and marks, then the text over them."""
        if self._painter is not None:
            top = self.verticalScrollBar().value()
            view = self.viewport().rect()
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -top)
            self._painter.paint_boxes(painter, QRectF(view).translated(0, top))
            first = self.cursorForPosition(view.topLeft()).position()
            last = self.cursorForPosition(view.bottomRight()).position()
            link = self._keys.link_in_hand()
            links = self._keys.links if self._marks else ()
            overlays = Overlays(
                self._marks,
                self._current,
                self._target,
                link.span if link else None,
                tuple(k.span for k in links if k.href.startswith(LIBRARY_PREFIX)),
            )
            self._painter.paint_overlays(painter, overlays, DocumentSpan(first, last))
            painter.end()
        super().paintEvent(event)
