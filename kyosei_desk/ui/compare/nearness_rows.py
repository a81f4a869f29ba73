# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One condition of a place beside one's own: its name, a small scale, a word, the figure."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kyosei_desk.domain.comparing.nearness import Condition, ConditionKind
from kyosei_desk.ui.compare.map_marks import OWN_WORDS
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.theme import Theme

_HEIGHT = 24
_NAME, _SCALE, _GAP = 142, 72, 8
_WORD = "およそ半分"
_REACH = math.log(16)  # the ends of a scale: a sixteenth, and sixteen times
_NEAR = math.log(1.75)


def condition_sentence(condition: Condition) -> str:
    """Return a condition as it is read aloud: ``人口 約2倍（9,000人、あなたのまち 4,600人）``."""
    if condition.kind is ConditionKind.DISTANCE or condition.near is None:
        return f"{condition.label} {condition.word}"
    figures = f"{condition.theirs}、{OWN_WORDS} {condition.own}"
    return f"{condition.label} {condition.word}（{figures}）"


class ConditionRow(QLabel):
    """A line; what it paints is its text as well, for those who hear it."""

    def __init__(self, theme: Theme, condition: Condition, chosen: bool, parent: QWidget):
        """Show a condition; the one places are ordered by is set in bold."""
        super().__init__(condition_sentence(condition), parent)
        self._theme = theme
        self._condition = condition
        self.chosen = chosen
        self.setToolTip(self.text())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line, as wide as there is room."""
        return QSize(self._theme.px(_NAME + _SCALE), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, scale, word and figure in columns.

        Half a figure would be a wrong one: where it has no room it is in the tooltip only.
        """
        theme, palette, condition = self._theme, self._theme.palette, self._condition
        gap = theme.px(_GAP)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = theme.font(FontRole.CAPTION)
        small.setBold(self.chosen)
        strong = theme.font(FontRole.CAPTION)
        strong.setBold(True)
        rest = self.rect().adjusted(theme.px(_NAME), 0, 0, 0)
        _write(painter, self.rect(), condition.label, small, palette.subtle)
        if condition.ratio is not None:
            scale = QRectF(rest.left(), 0, theme.px(_SCALE), self.height())
            paint_scale(painter, theme, scale, math.log(condition.ratio))
        rest.setLeft(rest.left() + theme.px(_SCALE) + gap)
        _write(painter, rest, condition.word, strong, palette.text)
        word = max(QFontMetrics(strong).horizontalAdvance(w) for w in (_WORD, condition.word))
        rest.setLeft(rest.left() + word + gap)
        plain = theme.font(FontRole.CAPTION)
        if QFontMetrics(plain).horizontalAdvance(condition.theirs) <= rest.width():
            _write(painter, rest, condition.theirs, plain, palette.subtle)
        painter.end()


def _write(painter: QPainter, rect: QRect, text: str, font: QFont, color: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(color))
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align, shown)


def paint_scale(painter: QPainter, theme: Theme, rect: QRectF, logarithm: float) -> None:
    """Paint how many times larger (right) or smaller (left) theirs is than one's own.

    The line in the middle is one's own, the band around it what is called near; what lies
    beyond the scale stands at its end as an arrow.
    """
    palette = theme.palette
    middle, y = rect.center().x(), rect.center().y()
    half = rect.width() / 2 - theme.px(5)
    near, band = _NEAR / _REACH * half, theme.px(12)
    painter.setPen(QPen(QColor(palette.line), palette.border))
    painter.setBrush(QColor(palette.primary_soft))
    painter.drawRect(QRectF(middle - near, y - band / 2, 2 * near, band))
    painter.setPen(QPen(QColor(palette.control), theme.px(1)))
    painter.drawLine(QPointF(middle - half, y), QPointF(middle + half, y))
    tick = theme.px(7)
    painter.setPen(QPen(QColor(palette.text), theme.px(2)))
    painter.drawLine(QPointF(middle, y - tick), QPointF(middle, y + tick))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.primary))
    radius = float(theme.px(5))
    at = logarithm / _REACH
    if abs(at) <= 1:
        painter.drawEllipse(QPointF(middle + at * half, y), radius, radius)
    else:
        side = math.copysign(1.0, at)
        tip = QPointF(middle + side * (half + radius), y)
        back = tip - QPointF(side * 2 * radius, 0)
        painter.drawPolygon(QPolygonF([tip, back + QPointF(0, radius), back - QPointF(0, radius)]))
