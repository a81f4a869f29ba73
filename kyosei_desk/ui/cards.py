# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Boxes that are pressed as a whole: doors to a task and cards of the library."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.ui.layouts import LayoutScaler, Margins
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme


class CardButton(QAbstractButton):
    """A button the size of its content, with a line around it and a visible focus."""

    def __init__(self, theme: Theme, name: str, description: str = ""):
        """Make an empty card; ``name`` and ``description`` are what a screen reader says."""
        super().__init__()
        self._theme = theme
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._scaler = LayoutScaler(theme, self)
        theme.changed.connect(self.update)

    def scale_layout(self, layout: QBoxLayout, margins: Margins, spacing: int) -> None:
        """Keep a layout of the card at the text scale."""
        self._scaler.add(layout, margins, spacing)

    def add_text(self, layout: QBoxLayout, text: str, role: str) -> QLabel:
        """Add a line of text that lets clicks through to the card."""
        label = text_label(text, role)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout.addWidget(label)
        return label

    def sizeHint(self) -> QSize:
        """The size of the content."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, outline and focus; the labels draw themselves."""
        palette = self._theme.palette
        ground, line, width = palette.surface, palette.line, float(palette.border)
        if self.underMouse() or self.isDown():
            ground, line = palette.primary_soft, palette.primary
        if self.hasFocus():
            line, width = palette.focus, float(palette.focus_width)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(line), width))
        painter.setBrush(QColor(ground))
        inset = width / 2
        radius = self._theme.px(8)
        outline = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(outline, radius, radius)
        painter.end()


class IconLabel(QLabel):
    """An icon of the theme at a size of the grid, tinted with a colour token."""

    def __init__(self, theme: Theme, icon: str, color: str, side: int):
        """Show ``icon`` in the palette's ``color``, ``side`` grid pixels wide."""
        super().__init__()
        self._theme, self._icon, self._color, self._side = theme, icon, color, side
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        side = self._theme.px(self._side)
        color = getattr(self._theme.palette, self._color)
        self.setPixmap(self._theme.pixmap(self._icon, color, side, self.devicePixelRatio()))
        self.setFixedSize(side, side)


def door(theme: Theme, icon: str, title: str, text: str) -> CardButton:
    """Return a big card that opens a task: icon, title, one sentence."""
    card = CardButton(theme, title, text)
    row = QHBoxLayout(card)
    card.scale_layout(row, (16, 14, 16, 14), 14)
    row.addWidget(IconLabel(theme, icon, "primary", 32), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    card.scale_layout(column, (0, 0, 0, 0), 7)
    row.addLayout(column, 1)
    card.add_text(column, title, "title")
    card.add_text(column, text, "subtle")
    column.addStretch(1)
    return card


def column_card(theme: Theme, name: str, lines: list[tuple[str, str]]) -> CardButton:
    """Return a card of lines, each a text and its role, from the top down."""
    card = CardButton(theme, name, "、".join(text for text, _ in lines))
    column = QVBoxLayout(card)
    card.scale_layout(column, (14, 11, 14, 11), 4)
    for text, role in lines:
        card.add_text(column, text, role)
    column.addStretch(1)
    return card


def expanding(widget: QWidget) -> QWidget:
    """Let a widget take the width there is, and return it."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return widget
