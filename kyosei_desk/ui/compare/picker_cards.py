# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The candidates as cards in a grid: a click or Space ticks, arrows move between them."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kyosei_desk.ui.compare.candidates import Candidate
from kyosei_desk.ui.compare.picker_model import CandidatesModel
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.layouts import even_columns
from kyosei_desk.ui.reader.row_painting import WrappedText
from kyosei_desk.ui.scrolling import keep_bar_room
from kyosei_desk.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_CARD, _HEIGHT, _GAP = 266, 172, 12
_BOX = 20
_EDGE = 14


class CardsView(QListView):
    """As many cards in a row as fit, all of one width."""

    def __init__(self, theme: Theme, model: CandidatesModel, parent: QWidget | None = None):
        """Show a model."""
        super().__init__(parent)
        self.setObjectName("candidates")
        self.setAccessibleName("くらべられる自治体")
        self.setAccessibleDescription("矢印で動き、Space で選びます")
        self._theme = theme
        self._candidates = model
        self.setModel(model)
        self.setItemDelegate(_CardDelegate(theme, model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_bar_room(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        theme.changed.connect(self._fit)
        model.modelReset.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width with whole cards."""
        super().resizeEvent(event)
        self._fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on a card ticks it."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)
            self._candidates.switch(self._candidates.shown[index.row()].design_id)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._candidates.switch(self._candidates.shown[index.row()].design_id)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing letters here finds nothing by itself; the field is for that."""

    def _fit(self) -> None:
        room = self.viewport().width() - 1
        fitting = max(1, room // self._theme.px(_CARD))
        columns = even_columns(len(self._candidates.candidates), fitting)
        self.setGridSize(QSize(room // columns, self._theme.px(_HEIGHT + _GAP)))


class _CardDelegate(QStyledItemDelegate):
    """Paints a candidate: tick, name, what it is known for, figures, its key element."""

    def __init__(self, theme: Theme, model: CandidatesModel, parent: QObject):
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The size of the grid."""
        view = option.widget
        return view.gridSize() if isinstance(view, QListView) else QSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a card."""
        gap = self._theme.px(_GAP)
        whole: QRect = option.rect
        rect = whole.adjusted(0, 0, -gap, -gap)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self._model.place_of(index.row())
        self._paint_ground(painter, rect, option, chosen=bool(place))
        self._paint_box(painter, rect, place)
        self._paint_words(painter, rect, self._model.shown[index.row()])
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, *, chosen: bool
    ) -> None:
        palette, state = self._theme.palette, option.state
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = palette.primary_soft if chosen else palette.hover if hovered else palette.surface
        line, width = (palette.primary if chosen else palette.line), palette.border
        if state & QStyle.StateFlag.State_HasFocus:
            line, width = palette.focus, palette.focus_width
        inset = width / 2
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(line), width))
        radius = self._theme.px(8)
        outline = QRectF(rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(outline, radius, radius)

    def _paint_box(self, painter: QPainter, rect: QRect, place: int) -> None:
        """Paint the box to tick, with the place in the order of choosing in it."""
        palette, px = self._theme.palette, self._theme.px
        side = px(_BOX)
        left = rect.right() - px(_EDGE) - side
        box = QRectF(left, rect.top() + px(12), side, side)
        painter.setBrush(QColor(palette.primary if place else palette.surface))
        painter.setPen(QPen(QColor(palette.primary if place else palette.control), palette.border))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
        if place:
            painter.setPen(QColor(palette.on_primary))
            font = self._theme.font(FontRole.CAPTION)
            font.setBold(True)
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place))

    def _paint_words(self, painter: QPainter, rect: QRect, one: Candidate) -> None:
        px, palette, theme = self._theme.px, self._theme.palette, self._theme
        left, y = rect.left() + px(_EDGE), rect.top() + px(10)
        width = rect.width() - 2 * px(_EDGE)
        strong, caption = theme.font(FontRole.STRONG), theme.font(FontRole.CAPTION)
        key = f"{one.key_name} {one.key_count}".strip()
        lines = (
            (one.place, strong, width - px(_BOX + 8), 1, palette.text),
            (one.title, caption, width, 2, palette.subtle),
            (key, caption, width, 2, palette.text),
            (one.figures, caption, width, 1, palette.subtle),
            (one.day, caption, width, 1, palette.subtle),
        )
        for text, font, room, most, color in lines:
            laid = WrappedText(text, font, room, most)
            laid.paint(painter, left, y, color, theme)
            y += laid.height + px(3)
