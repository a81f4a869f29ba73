# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Paints the map: shapes tell the marks apart, colour only helps."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from kyosei_desk.export.map.layout import MapLayout, caption_spot
from kyosei_desk.export.shapes import Point, Rect
from kyosei_desk.ui.compare.map_marks import OWN_KEY, MapMark
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.theme import Palette, Theme

_FAINT = 0.62  # of a dot's colour on the ground
_LINE = 2  # grid pixels
_DIAMOND = 1.3  # half a diagonal, in radii of a circle that looks as large


class MapPainter:
    """Paints one drawing with one painter, in the theme's colours."""

    def __init__(self, painter: QPainter, theme: Theme):
        """Paint with ``painter``."""
        self._painter = painter
        self._theme = theme
        self._palette: Palette = theme.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, layout: MapLayout, marks: Sequence[MapMark], names: dict[str, str]) -> None:
        """Paint everything but the names of marks, which are buttons.

        ``names`` are those of municipalities, by code.
        """
        self._paint_frames(layout)
        self._paint_dots(layout)
        self._paint_towns(layout, names)
        self._paint_lines(layout)
        for mark in reversed(marks):  # the most important one on top
            if mark.key in layout.marks:
                paint_mark(self._painter, self._theme, mark, layout.marks[mark.key])

    def _paint_frames(self, layout: MapLayout) -> None:
        painter, palette = self._painter, self._palette
        painter.setBrush(Qt.BrushStyle.NoBrush)
        font = self._theme.font(FontRole.CAPTION)
        painter.setFont(font)
        ascent = QFontMetricsF(font).ascent()
        for name, frame in layout.frames:
            painter.setPen(QPen(QColor(palette.control), 1, Qt.PenStyle.DashLine))
            painter.drawRect(_rect(frame))
            left, top = caption_spot(frame)
            painter.setPen(QColor(palette.subtle))
            painter.drawText(QPointF(left, top + ascent), name)

    def _paint_dots(self, layout: MapLayout) -> None:
        pen = QPen(dot_color(self._palette), 2 * layout.dot_radius)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._painter.setPen(pen)
        self._painter.drawPoints(QPolygonF([QPointF(*spot) for spot in layout.dots.values()]))

    def _paint_towns(self, layout: MapLayout, names: dict[str, str]) -> None:
        painter = self._painter
        painter.setFont(self._theme.font(FontRole.CAPTION))
        painter.setPen(QColor(self._palette.subtle))
        for label in layout.towns:
            painter.drawText(_rect(label.box), Qt.AlignmentFlag.AlignCenter, names[label.key])

    def _paint_lines(self, layout: MapLayout) -> None:
        self._painter.setPen(QPen(QColor(self._palette.subtle), 1))
        for label in layout.names:
            if label.line is not None:
                self._painter.drawLine(QPointF(*label.line.start), QPointF(*label.line.end))


def mark_radius(theme: Theme) -> float:
    """Return the radius of a mark, in pixels."""
    return theme.px(12) / 2


def dot_color(palette: Palette) -> QColor:
    """Return the colour of a plain municipality: there, and behind everything else."""
    faint, ground = QColor(palette.control), QColor(palette.surface)
    parts = (
        (faint.red(), ground.red()),
        (faint.green(), ground.green()),
        (faint.blue(), ground.blue()),
    )
    return QColor(*(round(a * _FAINT + b * (1 - _FAINT)) for a, b in parts))


def paint_mark(painter: QPainter, theme: Theme, mark: MapMark, spot: Point) -> None:
    """Paint a mark: compared ones are full, others open; one's own town is a diamond."""
    palette, radius = theme.palette, mark_radius(theme)
    color = QColor(palette.warning if mark.own else palette.primary)
    shape = _diamond(QPointF(*spot), radius) if mark.own else _circle(QPointF(*spot), radius)
    ground = QColor(palette.surface)
    painter.strokePath(shape, QPen(ground, 2 * theme.px(_LINE)))  # keeps dots away from it
    full = mark.compared or mark.key == OWN_KEY
    painter.fillPath(shape, color if full else ground)
    painter.strokePath(shape, QPen(color, theme.px(_LINE)))


def _circle(middle: QPointF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(middle, radius, radius)
    return path


def _diamond(middle: QPointF, radius: float) -> QPainterPath:
    reach = radius * _DIAMOND
    path = QPainterPath(middle + QPointF(0, -reach))
    path.lineTo(middle + QPointF(reach, 0))
    path.lineTo(middle + QPointF(0, reach))
    path.lineTo(middle + QPointF(-reach, 0))
    path.closeSubpath()
    return path


def _rect(box: Rect) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
