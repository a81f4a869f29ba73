# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Paints the bars of a plan on paper, in the middle of a text."""

from dataclasses import astuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from kyosei_desk.export.project.plan_drawing import (
    LETTER,
    WIDTH,
    Anchor,
    Box,
    PlanDrawing,
    Stroke,
    Words,
    plan_drawing,
)
from kyosei_desk.export.project.plan_svg import BAR_COLOR, FAINT_COLOR, STRONG_COLOR, TEXT_COLOR
from kyosei_desk.export.project.report import Plan
from kyosei_desk.ui.diagram.painter import text_font

PLAN_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
_DRAWING = QTextFormat.Property.UserProperty.value + 1
_SIZE = QTextFormat.Property.UserProperty.value + 2


def plan_format(plan: Plan, width: float, height: float) -> QTextCharFormat:
    """Return the format of the sign that stands for a plan, as wide as the page if it fits."""
    drawing = plan_drawing(plan)
    scale = min(width / WIDTH, 0.9 * height / drawing.height)
    found = QTextCharFormat()
    found.setObjectType(PLAN_OBJECT)
    found.setProperty(_DRAWING, drawing)
    found.setProperty(_SIZE, QSizeF(WIDTH * scale, drawing.height * scale))
    return found


class PlanObject(QPyTextObject):
    """Draws the plans of a document."""

    def intrinsicSize(self, doc: QTextDocument, position: int, format: QTextFormat) -> QSizeF:
        """The size chosen for it."""
        size = format.property(_SIZE)
        assert isinstance(size, QSizeF)
        return size

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        position: int,
        format: QTextFormat,
    ) -> None:
        """Draw it, scaled to its place."""
        drawing = format.property(_DRAWING)
        assert isinstance(drawing, PlanDrawing)
        painter.save()
        painter.translate(QPointF(rect.topLeft()))
        painter.scale(rect.width() / WIDTH, rect.width() / WIDTH)
        paint_plan(painter, drawing)
        painter.restore()


def paint_plan(painter: QPainter, drawing: PlanDrawing) -> None:
    """Paint a drawing; its unit is the painter's."""
    for shape in drawing.shapes:
        match shape:
            case Stroke():
                painter.setPen(QPen(QColor(STRONG_COLOR if shape.strong else FAINT_COLOR), 1))
                painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
            case Words():
                font = text_font(LETTER, shape.bold)
                width = QFontMetricsF(font).horizontalAdvance(shape.text)
                left = shape.x - width / 2 if shape.anchor is Anchor.MIDDLE else shape.x
                painter.setFont(font)
                painter.setPen(QColor(TEXT_COLOR))
                painter.drawText(QPointF(left, shape.y), shape.text)
            case Box():
                painter.setPen(QPen(QColor(TEXT_COLOR), 1))
                painter.setBrush(QColor(BAR_COLOR))
                place = QRectF(*astuple(shape.rect))
                painter.drawRoundedRect(place, 3, 3)
