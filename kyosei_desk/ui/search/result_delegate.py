# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Paints a result: path, title, snippet with marks, chips."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.reader.row_painting import WrappedText, paint_row_ground
from kyosei_desk.ui.search.results_model import ROW_ROLE
from kyosei_desk.ui.search.rows import Chip, ChipKind, ResultRow
from kyosei_desk.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_TITLE_LINES = 2
_TEXT_LINES = 3
_LEFT, _RIGHT = 14, 8
_KEPT = 200
_QUIET_EDGE = 70
_OFF = "×"


@dataclass(frozen=True)
class _PlacedChip:
    """A chip in its row; ``off`` is where its rule is switched off with a click."""

    chip: Chip
    rect: QRectF
    text: str
    off: QRectF


@dataclass(frozen=True)
class _RowLayout:
    """A row laid out at a width; ``tops`` are the y of path, title, text and chips."""

    group: WrappedText | None
    path: WrappedText
    title: WrappedText
    text: WrappedText
    chips: tuple[_PlacedChip, ...]
    tops: tuple[int, int, int]
    start: int
    height: int


class ResultDelegate(QStyledItemDelegate):
    """Lays rows out at the width of the view, and keeps the layouts until it changes."""

    def __init__(self, theme: Theme, parent: QObject):
        """Paint with the theme's colours and fonts."""
        super().__init__(parent)
        self._theme = theme
        self._kept: dict[tuple[ResultRow, int], _RowLayout] = {}
        theme.changed.connect(self._forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The height of the row at the width of the view."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 400
        row = index.data(ROW_ROLE)
        if not isinstance(row, ResultRow):
            return QSize(width, 0)
        return QSize(width, self._layout(row, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ResultRow):
            return
        rect: QRect = option.rect
        laid = self._layout(row, rect.width())
        palette = self._theme.palette
        x = rect.left() + self._theme.px(_LEFT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if laid.group is not None:
            ground = QRect(rect.left(), rect.top(), rect.width(), laid.start)
            painter.fillRect(ground, QColor(palette.canvas))
            laid.group.paint(
                painter, x, rect.top() + self._theme.px(6), palette.subtle, self._theme
            )
        inner = QStyleOptionViewItem(option)
        inner.rect = rect.adjusted(0, laid.start, 0, 0)
        paint_row_ground(painter, inner, self._theme)
        top = rect.top()
        laid.path.paint(painter, x, top + laid.tops[0], palette.subtle, self._theme)
        laid.title.paint(painter, x, top + laid.tops[1], palette.text, self._theme)
        laid.text.paint(painter, x, top + laid.tops[2], palette.text, self._theme)
        for placed in laid.chips:
            self._paint_chip(painter, placed, x, top)
        line = QRect(rect.left(), rect.bottom(), rect.width(), palette.border)
        painter.fillRect(line, QColor(palette.line))
        painter.restore()

    def chip_to_switch_off(self, row: ResultRow, rect: QRect, at: QPointF) -> Chip | None:
        """Return the chip whose × is at a place of a row painted in ``rect``."""
        laid = self._layout(row, rect.width())
        place = at - QPointF(rect.left() + self._theme.px(_LEFT), rect.top())
        return next((placed.chip for placed in laid.chips if placed.off.contains(place)), None)

    def _layout(self, row: ResultRow, width: int) -> _RowLayout:
        key = (row, width)
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = self._lay_out(row, width)
        return self._kept[key]

    def _lay_out(self, row: ResultRow, width: int) -> _RowLayout:
        px, font = self._theme.px, self._theme.font
        inner = width - px(_LEFT) - px(_RIGHT)
        caption = font(FontRole.CAPTION)
        group = WrappedText(row.group, font(FontRole.CAPTION), inner, 1) if row.group else None
        start = group.height + px(12) if group else 0
        path = WrappedText(row.path, caption, inner, 1)
        title = WrappedText(row.title, font(FontRole.STRONG), inner, _TITLE_LINES, row.title_marks)
        text = WrappedText(row.text, caption, inner, _TEXT_LINES, row.text_marks)
        first = start + px(10)
        second = first + path.height
        third = second + title.height + px(1)
        chips_top = third + text.height + px(6)
        chips = self._place_chips(row.chips, inner, chips_top)
        bottom = max((round(c.rect.bottom()) for c in chips), default=third + text.height)
        tops = (first, second, third)
        return _RowLayout(group, path, title, text, chips, tops, start, bottom + px(12))

    def _place_chips(
        self, chips: tuple[Chip, ...], width: int, top: int
    ) -> tuple[_PlacedChip, ...]:
        """Set chips in as many lines as they need; a chip wider than a line is cut."""
        px = self._theme.px
        metrics = QFontMetricsF(self._theme.font(FontRole.CAPTION))
        height = px(22)
        placed: list[_PlacedChip] = []
        x, line = 0.0, 0
        for chip in chips:
            off = px(20) if chip.rule is not None else 0
            room = width - px(12) - off
            text = metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, room)
            wide = metrics.horizontalAdvance(text) + px(12) + off
            if x and x + wide > width:
                x, line = 0.0, line + 1
            y = top + line * (height + px(4))
            rect = QRectF(x, y, wide, height)
            cross = QRectF(rect.right() - off, y, off, height)
            placed.append(_PlacedChip(chip, rect, text, cross))
            x += wide + px(4)
        return tuple(placed)

    def _paint_chip(self, painter: QPainter, placed: _PlacedChip, x: int, top: int) -> None:
        palette = self._theme.palette
        chip = placed.chip
        rect = placed.rect.translated(x, top).adjusted(0.5, 0.5, -0.5, -0.5)
        font = self._theme.font(FontRole.CAPTION)
        if chip.kind is ChipKind.FUNCTION:
            ground, ink = palette.function_soft(chip.number), palette.function(chip.number)
            line = ink
            font.setBold(True)
        else:
            ground, line, ink = palette.surface, palette.line, palette.subtle
        painter.setBrush(QColor(ground))
        edge = QColor(line)
        if chip.kind is ChipKind.FUNCTION and palette.border == 1:
            edge.setAlpha(_QUIET_EDGE)
        painter.setPen(QPen(edge, palette.border))
        painter.drawRoundedRect(rect, self._theme.px(4), self._theme.px(4))
        painter.setPen(QColor(ink))
        painter.setFont(font)
        cross = placed.off.translated(x, top)
        words = rect.adjusted(0, 0, -cross.width(), 0)
        words.translate(cross.width() / 6, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, placed.text)
        if not cross.isEmpty():
            painter.drawText(cross, Qt.AlignmentFlag.AlignCenter, _OFF)

    def _forget(self) -> None:
        self._kept.clear()
