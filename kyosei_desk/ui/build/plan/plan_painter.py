# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How the bar plan is painted: outlines and words tell everything that colour does."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.planning import Bar, Plan
from kyosei_desk.domain.sources import fiscal_year_words
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.theme import Theme

_PAD = 10  # grid pixels
_MONTHS = 12
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class PlanMeasures:
    """Pixels of the viewport: what a row and a month take, and where the first ones begin.

    ``left`` is where the first month begins and ``top`` the first row, both as scrolled;
    ``names`` and ``head`` are what the names and the months above take and keep.
    """

    width: int
    names: int
    year_row: int
    head: int
    row: int
    month: int
    left: int
    top: int

    def row_top(self, row: int) -> int:
        """Return where a row begins."""
        return self.top + row * self.row

    def month_left(self, month: int) -> int:
        """Return where a month begins."""
        return self.left + month * self.month

    def bar(self, row: int, bar: Bar) -> QRectF:
        """Return where a bar is."""
        inset = self.row // 6
        width = (bar.end - bar.start + 1) * self.month
        left, top = self.month_left(bar.start), self.row_top(row)
        return QRectF(left + 1, top + inset, width - 2, self.row - 2 * inset)


class PlanPainter:
    """Paints one state of a plan."""

    def __init__(self, theme: Theme, plan: Plan, measures: PlanMeasures, chosen: str):
        """Take what is to be painted; ``chosen`` is the step that stands out."""
        self._theme = theme
        self._palette = theme.palette
        self._plan = plan
        self._at = measures
        self._chosen = chosen

    def paint(self, painter: QPainter, today: PartialDate, *, era_first: bool, focus: bool) -> None:
        """Paint everything, with a line at the month of today."""
        self._rows(painter)
        self._months(painter)
        self._today(painter, today)
        for row, bar in enumerate(self._plan.bars):
            self._bar(painter, row, bar)
        self._names(painter)
        if focus:
            self._focus(painter)
        self._head(painter, today, era_first=era_first)

    @property
    def _bottom(self) -> int:
        return self._at.row_top(len(self._plan.bars))

    def _ground(self, bar: Bar) -> QColor:
        chosen = bar.step.id == self._chosen
        return QColor(self._palette.primary_soft if chosen else self._palette.surface)

    def _rows(self, painter: QPainter) -> None:
        for row, bar in enumerate(self._plan.bars):
            rect = QRect(0, self._at.row_top(row), self._at.width, self._at.row)
            painter.fillRect(rect, self._ground(bar))
            painter.setPen(QPen(QColor(self._palette.line)))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _months(self, painter: QPainter) -> None:
        """A dotted line a month, a line a quarter, a dark one a year."""
        for month in range(self._plan.months + 1):
            style = Qt.PenStyle.SolidLine if month % 3 == 0 else Qt.PenStyle.DotLine
            year = month % _MONTHS == 0
            painter.setPen(
                QPen(QColor(self._palette.control if year else self._palette.line), 1, style)
            )
            x = self._at.month_left(month)
            painter.drawLine(x, self._at.head, x, self._bottom)

    def _month_of(self, day: PartialDate) -> int | None:
        first = self._plan.first
        month = (day.year - first.year) * _MONTHS + (day.month or 1) - (first.month or 1)
        return month if 0 <= month < self._plan.months else None

    def _today(self, painter: QPainter, today: PartialDate) -> None:
        month = self._month_of(today)
        if month is not None:
            x = self._at.month_left(month) + self._at.month // 2
            painter.setPen(QPen(QColor(self._palette.error), 2, Qt.PenStyle.DashLine))
            painter.drawLine(x, self._at.head, x, self._bottom)

    def _bar(self, painter: QPainter, row: int, bar: Bar) -> None:
        """A solid bar with an outline; how long it is stands in it, or behind it."""
        rect, px = self._at.bar(row, bar), self._theme.px
        chosen = bar.step.id == self._chosen
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._palette.text if chosen else self._palette.primary), 2))
        painter.setBrush(QColor(self._palette.primary))
        painter.drawRoundedRect(rect, px(3), px(3))
        painter.restore()
        font = self._theme.font(FontRole.CAPTION)
        text, pad = f"{bar.end - bar.start + 1}か月", px(6)
        wide = QFontMetrics(font).horizontalAdvance(text) + pad
        inside = wide + pad <= rect.width()
        at = rect.adjusted(pad, 0, 0, 0) if inside else rect.translated(rect.width() + pad, 0)
        at.setWidth(wide)
        painter.setFont(font)
        painter.setPen(QColor(self._palette.on_primary if inside else self._palette.text))
        painter.drawText(at, _MIDDLE, text)

    def _names(self, painter: QPainter) -> None:
        font = self._theme.font(FontRole.BODY)
        metrics, px = QFontMetrics(font), self._theme.px
        painter.setFont(font)
        for row, bar in enumerate(self._plan.bars):
            rect = QRect(0, self._at.row_top(row), self._at.names, self._at.row)
            painter.fillRect(rect, self._ground(bar))
            painter.setPen(QPen(QColor(self._palette.line)))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            painter.setPen(QColor(self._palette.text))
            inner = rect.adjusted(px(_PAD), 0, -px(6), 0)
            text = metrics.elidedText(bar.step.name, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, _MIDDLE, text)
        painter.setPen(QPen(QColor(self._palette.control)))
        painter.drawLine(self._at.names, 0, self._at.names, self._bottom)

    def _focus(self, painter: QPainter) -> None:
        ids = [bar.step.id for bar in self._plan.bars]
        if self._chosen in ids:
            top = self._at.row_top(ids.index(self._chosen))
            rect = QRect(0, top, self._at.width, self._at.row)
            painter.setPen(QPen(QColor(self._palette.focus), self._palette.focus_width))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _head(self, painter: QPainter, today: PartialDate, *, era_first: bool) -> None:
        """The fiscal years, which stay readable while their months are scrolled, and months."""
        at, px = self._at, self._theme.px
        painter.fillRect(0, 0, at.width, at.head, QColor(self._palette.canvas))
        painter.save()
        painter.setClipRect(at.names, 0, at.width - at.names, at.head)
        painter.setPen(QColor(self._palette.text))
        font = self._theme.font(FontRole.CAPTION)
        now = self._month_of(today)
        for span in self._plan.years:
            painter.setFont(font)
            end = at.month_left(span.end + 1)
            text = fiscal_year_words(span.fiscal_year, era_first=era_first)
            left = max(at.month_left(span.start), at.names) + px(6)
            painter.drawText(QRect(left, 0, end - left, at.year_row), _MIDDLE, text)
            for month in range(span.start, span.end + 1):
                font.setBold(month == now)
                painter.setFont(font)
                left = at.month_left(month)
                cell = QRect(left, at.year_row, at.month, at.head - at.year_row)
                number = str(self._plan.month(month).month)
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, number)
            font.setBold(False)
        painter.restore()
        painter.setPen(QPen(QColor(self._palette.control)))
        painter.drawLine(0, at.head, at.width, at.head)
