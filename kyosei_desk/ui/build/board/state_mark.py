# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The sign of a row's state: its shape tells as much as its colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kyosei_desk.domain.projects.gaps import GapState
from kyosei_desk.ui.theme import Palette

_DASHES = [2.2, 1.6]


def state_color(palette: Palette, state: GapState) -> str:
    """Return the colour of a state's sign and word."""
    return {
        GapState.COVERED: palette.success,
        GapState.PARTLY: palette.warning,
        GapState.NOT_YET: palette.error,
    }.get(state, palette.subtle)


def paint_state(painter: QPainter, rect: QRectF, state: GapState, palette: Palette) -> None:
    """Paint a filled, half filled, broken, crossed or small ring into a square."""
    color = QColor(state_color(palette, state))
    width = max(1.6, rect.width() / 9)
    ring = rect.adjusted(width, width, -width, -width)
    pen = QPen(color, width)
    if state is GapState.NOT_YET:
        pen.setDashPattern(_DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(color if state is GapState.COVERED else Qt.BrushStyle.NoBrush)
    if state is GapState.PREFECTURAL:
        ring = ring.adjusted(*(ring.width() * part for part in (0.2, 0.2, -0.2, -0.2)))
    painter.drawEllipse(ring)
    if state is GapState.PARTLY:
        painter.setBrush(color)
        painter.drawPie(ring, 90 * 16, 180 * 16)
    elif state is GapState.LEFT_OUT:
        middle = ring.center()
        half = ring.width() / 4
        painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))
