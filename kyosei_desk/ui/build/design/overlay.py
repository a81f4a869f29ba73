# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is painted over the diagram while it is edited; it lets everything through to it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kyosei_desk.export.diagram.model import Card, Diagram
from kyosei_desk.export.shapes import Rect
from kyosei_desk.ui.build.design.drawing import DrawnBand
from kyosei_desk.ui.diagram.painter import text_font
from kyosei_desk.ui.theme import Theme

_EXISTING = "今ある"
_TAG_SIZE = 10.0
_TAG_PAD = 4.0
_ARROW = 6.0


@dataclass(frozen=True)
class Pull:
    """Something under way: a card or a line from it, to a place in the diagram's pixels."""

    card: Card
    at: QPointF
    is_line: bool
    band: DrawnBand | None = None


class DesignOverlay(QWidget):
    """Marks the cards of what exists today, the card chosen, and what is being pulled."""

    def __init__(self, theme: Theme, parent: QWidget):
        """Cover ``parent``; its size is set by the view."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._diagram: Diagram | None = None
        self._existing: frozenset[str] = frozenset()
        self._chosen = ""
        self._pull: Pull | None = None
        self._band: DrawnBand | None = None
        self._zoom = 1.0
        theme.changed.connect(self.update)

    @property
    def pull(self) -> Pull | None:
        """What is being pulled."""
        return self._pull

    @property
    def band(self) -> DrawnBand | None:
        """The band that would take what is dropped."""
        return self._band

    def show_diagram(self, diagram: Diagram | None, existing: frozenset[str]) -> None:
        """Mark the cards of another diagram."""
        self._diagram, self._existing = diagram, existing
        self.update()

    def show_chosen(self, element: str) -> None:
        """Frame the card of an element."""
        self._chosen = element
        self.update()

    def show_pull(self, pull: Pull | None) -> None:
        """Show what is being pulled, and where it would go."""
        self._pull = pull
        self._band = pull.band if pull else None
        self.update()

    def show_band(self, band: DrawnBand | None) -> None:
        """Show where something dragged in from elsewhere would go."""
        self._band = band
        self.update()

    def set_zoom(self, zoom: float) -> None:
        """Follow the size of the diagram."""
        self._zoom = zoom
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint in the diagram's own pixels."""
        if self._diagram is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._zoom, self._zoom)
        if self._band is not None:
            self._paint_band(painter, self._band)
        for card in self._diagram.cards:
            if card.element in self._existing:
                self._paint_tag(painter, card.rect)
            if card.element == self._chosen:
                self._paint_frame(painter, card.rect)
        if self._pull is not None:
            self._paint_pull(painter, self._pull)
        painter.end()

    def _paint_tag(self, painter: QPainter, rect: Rect) -> None:
        """Paint a small tag on the upper edge of a card."""
        palette, font = self._theme.palette, text_font(_TAG_SIZE, bold=True)
        width = QFontMetricsF(font).horizontalAdvance(_EXISTING) + 2 * _TAG_PAD
        tag = QRectF(rect.x + 8, rect.y - 8, width, 14)
        painter.setPen(QPen(QColor(palette.success), palette.border))
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(tag, 3, 3)
        painter.setFont(font)
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, _EXISTING)

    def _paint_frame(self, painter: QPainter, rect: Rect) -> None:
        palette = self._theme.palette
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.primary), palette.focus_width))
        near = rect.grown(2.0)
        painter.drawRoundedRect(QRectF(near.x, near.y, near.width, near.height), 4, 4)

    def _paint_band(self, painter: QPainter, band: DrawnBand) -> None:
        palette, rect = self._theme.palette, band.rect
        ground = QColor(palette.primary)
        ground.setAlpha(28)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(palette.primary), 2.0))
        around = QRectF(rect.x, rect.y, rect.width, rect.height).adjusted(1, 1, -1, -1)
        painter.drawRect(around)
        font = text_font(12.0, bold=True)
        words = f"{band.dropped_zone.label}に置く"
        width = QFontMetricsF(font).horizontalAdvance(words) + 16
        sign = QRectF(around.right() - width, around.top(), width, 22)
        painter.setBrush(QColor(palette.primary))
        painter.drawRect(sign)
        painter.setFont(font)
        painter.setPen(QColor(palette.on_primary))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_pull(self, painter: QPainter, pull: Pull) -> None:
        palette = self._theme.palette
        painter.setPen(QPen(QColor(palette.primary), 2.0, Qt.PenStyle.DashLine))
        if pull.is_line:
            painter.drawLine(QPointF(*pull.card.rect.middle), pull.at)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.primary))
            painter.drawEllipse(pull.at, _ARROW, _ARROW)
            return
        ground = QColor(palette.primary_soft)
        ground.setAlpha(200)
        painter.setBrush(ground)
        rect = pull.card.rect
        ghost = QRectF(0, 0, rect.width, rect.height)
        ghost.moveCenter(pull.at)
        painter.drawRoundedRect(ghost, 4, 4)
