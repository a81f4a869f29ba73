# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Shows a set document at a comfortable measure: marks, links, keys, the passage opened."""

from PySide6.QtCore import QMimeData, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from kyosei_desk.ui.reader.caret import CaretKeys
from kyosei_desk.ui.reader.copied import copied_selection
from kyosei_desk.ui.reader.document_builder import SetDocument, SetPassage
from kyosei_desk.ui.reader.links import TextLink
from kyosei_desk.ui.reader.style import MEASURE, NARROW, SIDE_MARGIN, ReaderStyle
from kyosei_desk.ui.reader.targets import LIBRARY_PREFIX, SOURCE_PREFIX
from kyosei_desk.ui.reader.text_map import DocumentSpan
from kyosei_desk.ui.reader.view_painter import Mark, Overlays, ViewPainter, mark_inks
from kyosei_desk.ui.reader.view_place import ViewPlace

_LEFT, _LEFT_LEAST, _RIGHT_LEAST = 24, 4, 2


class DocumentView(QTextBrowser):
    """The text of one document, never edited. ``place`` is where it is scrolled to."""

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
        self.place = ViewPlace(self)
        self._style: ReaderStyle | None = None
        self._shown: SetDocument | None = None
        self._painter: ViewPainter | None = None
        self._marks: tuple[Mark, ...] = ()
        self._current = -1
        self._target: SetPassage | None = None
        self._keys = CaretKeys(self, self.place.first_line, self.put_caret, self._follow_link)
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def shown(self) -> SetDocument | None:
        """The document shown."""
        return self._shown

    def show_document(self, shown: SetDocument, style: ReaderStyle) -> None:
        """Show a document from its start, without marks."""
        previous, self._shown = self._shown, shown
        self._style = style
        self._marks = ()
        self._current = -1
        self._target = None
        with self.place.quietly():
            self.place.mark = None
            self.place.start(style, shown.anchors)
            shown.text.setParent(self)
            self.setExtraSelections([])
            self.setDocument(shown.text)
            if previous is not None:
                previous.text.deleteLater()
            self._painter = ViewPainter(shown.text, style)
            self._keys.forget_document()
            self._set_measure()

    # The passage opened

    @property
    def target(self) -> SetPassage | None:
        """The passage that was opened."""
        return self._target

    def set_target(self, section_id: str) -> None:
        """Draw a line beside the passage that was opened, unless it begins the document."""
        self._target = self._shown.passage(section_id) if self._shown else None
        self.viewport().update()

    def open_passage(self, section_id: str) -> int:
        """Bring a passage to the top with a line beside it, and return where it starts.

        One that is not there stands for the start of the document.
        """
        self.set_target(section_id)
        position = self._shown.anchors.get(section_id, 0) if self._shown else 0
        self.place.scroll_to(position)
        self.put_caret(position)
        return position

    # Marks

    @property
    def current_mark(self) -> Mark | None:
        """The current mark, if there is one."""
        return self.place.mark

    def set_marks(self, marks: tuple[Mark, ...], current: int = -1) -> None:
        """Mark these places, in document order; nothing is scrolled."""
        self._marks = marks
        self._current = current
        self.place.mark = marks[current] if 0 <= current < len(marks) else None
        self._color_marked_text()
        self.place.note()
        self.viewport().update()

    def set_current_mark(self, index: int) -> None:
        """Make one mark the current one and bring it into view."""
        self.set_marks(self._marks, index)
        if (mark := self.current_mark) is not None:
            self.place.reveal(mark[0].start)
            self.put_caret(mark[0].start)

    def _color_marked_text(self) -> None:
        """Give marked text the theme's ink for marks, where it is not the text colour anyway.

        As selections are drawn: nothing of the document or its layout changes.
        """
        if self._style is not None:
            inks = mark_inks(self.document(), self._style.palette, self._marks, self._current)
            self.setExtraSelections(inks)

    # Measure

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure, and the place that is read, when the width changes."""
        if self.place.is_quiet or self._shown is None:
            self._set_measure()
            super().resizeEvent(event)
            return
        spot = self.place.spot
        with self.place.quietly():
            self._set_measure()
            super().resizeEvent(event)
        self.place.return_to(spot)
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
        with self.place.quietly():
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

    def _on_scrolled(self) -> None:
        self.place.note()
        if self._shown is not None:
            self.position_changed.emit(self.place.top_position())

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
            target = self._target
            overlays = Overlays(
                self._marks,
                self._current,
                target.span if target and target.span.start else None,
                link.span if link else None,
                tuple(k.span for k in links if k.href.startswith(LIBRARY_PREFIX)),
            )
            self._painter.paint_overlays(painter, overlays, DocumentSpan(first, last))
            painter.end()
        super().paintEvent(event)
