# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Paints what :mod:`~kyosei_desk.ui.compare.cell_layout` has set, and grounds and headings."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap

from kyosei_desk.domain.comparing.matrix import CellState
from kyosei_desk.ui.compare.cell_layout import LEFT, Chip, LaidOut
from kyosei_desk.ui.compare.matrix_model import GroupText
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.theme import Theme

GROUP_HEIGHT = 34
_STRIPE = 6  # how wide the stripes of 記載なし are


class CellPainter:
    """Paints in the colours of a theme; make another when that changes."""

    def __init__(self, theme: Theme):
        """Take the colours of now."""
        self._theme = theme
        self._palette = theme.palette
        self._stripes = QBrush(stripes(theme))
        self._caption = theme.font(FontRole.CAPTION)
        self._strong = theme.font(FontRole.STRONG)
        ink = {
            CellState.STATED: (self._palette.success, self._palette.surface),
            CellState.PARTIAL: (self._palette.warning, self._palette.warning_soft),
        }
        self._inks = {state: (QColor(line), QColor(soft)) for state, (line, soft) in ink.items()}

    def ground(self, painter: QPainter, rect: QRect, state: CellState, *, chosen: bool) -> None:
        """Paint what is behind a cell, and the lines at its right and below it."""
        palette = self._palette
        painter.fillRect(rect, QColor(palette.primary_soft if chosen else palette.surface))
        if state is CellState.NOT_STATED and not chosen:
            painter.setBrushOrigin(rect.topLeft())
            painter.fillRect(rect, self._stripes)
        self.lines(painter, rect)

    def lines(self, painter: QPainter, rect: QRect) -> None:
        """Paint the lines at the right of a cell and below it."""
        color, width = QColor(self._palette.line), self._palette.border
        right, bottom = rect.right() + 1 - width, rect.bottom() + 1 - width
        painter.fillRect(QRect(right, rect.top(), width, rect.height()), color)
        painter.fillRect(QRect(rect.left(), bottom, rect.width(), width), color)

    def content(self, painter: QPainter, laid: LaidOut, corner: QPointF, hovered: str = "") -> None:
        """Paint chips and text as far as they are in view.

        Names that lead to ``hovered`` are in the colour of actions.
        """
        device = painter.device()
        room = QRectF(0, 0, device.width(), device.height())
        for chip in laid.chips:
            self._chip(painter, chip, corner)
        for piece in laid.pieces:
            place = piece.place.translated(corner)
            if place.intersects(room):
                linked = bool(piece.address) and piece.address == hovered
                color = self._palette.primary if linked else getattr(self._palette, piece.color)
                piece.text.paint(painter, place.x(), place.y(), color, self._theme)

    def focus(self, painter: QPainter, rect: QRect) -> None:
        """Paint where the keyboard is."""
        width = self._palette.focus_width
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._palette.focus), width))
        half = width / 2
        painter.drawRect(QRectF(rect).adjusted(half, half, -half - 1, -half - 1))

    def group(self, painter: QPainter, rect: QRect, left: int, group: GroupText) -> None:
        """Paint a heading that begins at ``left``, wherever the part in ``rect`` is."""
        palette, px = self._palette, self._theme.px
        painter.fillRect(rect, QColor(palette.canvas))
        line = QRect(rect.left(), rect.bottom() + 1 - palette.border, rect.width(), palette.border)
        painter.fillRect(line, QColor(palette.line))
        x = float(left + px(LEFT))
        if group.number is not None:
            x += self._badge(painter, QPointF(x, rect.center().y()), group.number) + px(8)
        x += self._words(painter, x, rect, group.label, self._strong, palette.text) + px(10)
        self._words(painter, x, rect, group.article, self._caption, palette.subtle)

    def _badge(self, painter: QPainter, at: QPointF, number: int) -> float:
        side = self._theme.px(22)
        rect = QRectF(at.x(), at.y() - side / 2 + 0.5, side, side)
        color = QColor(self._palette.function(number))
        painter.setBrush(QColor(self._palette.function_soft(number)))
        painter.setPen(QPen(color, 1))
        painter.drawRoundedRect(rect, self._theme.px(4), self._theme.px(4))
        painter.setFont(self._strong)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))
        return side

    def _words(
        self, painter: QPainter, x: float, rect: QRect, text: str, font: QFont, color: str
    ) -> float:
        painter.setFont(font)
        painter.setPen(QColor(color))
        wide = painter.fontMetrics().horizontalAdvance(text)
        room = QRectF(x, rect.top(), wide + 2, rect.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        return float(wide)

    def _chip(self, painter: QPainter, chip: Chip, corner: QPointF) -> None:
        palette = self._palette
        plain = QColor(palette.subtle), QColor(palette.surface)
        ink, soft = self._inks.get(chip.state, plain) if chip.state else plain
        edge = ink if chip.state in self._inks else QColor(palette.control)
        rect = chip.place.translated(corner).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(soft)
        painter.setPen(QPen(edge, palette.border))
        painter.drawRoundedRect(rect, self._theme.px(4), self._theme.px(4))
        painter.setPen(ink)
        painter.setFont(self._caption)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, int(rect.width()) - 2)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def stripes(theme: Theme) -> QPixmap:
    """Return the tile of slanting stripes that stands for 記載なし, without colour."""
    side = theme.px(_STRIPE) * 2
    tile = QPixmap(side, side)
    tile.fill(QColor(theme.palette.surface))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.palette.canvas), side / 2 / 2**0.5))
    for shift in (-side, 0, side):
        painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0))
    painter.end()
    return tile
