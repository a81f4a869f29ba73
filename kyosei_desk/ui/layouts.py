# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Layouts that follow the text scale, and boxes and grids made of them."""

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QSizePolicy, QWidget

from kyosei_desk.ui.theme import Theme

Margins = tuple[int, int, int, int]


class LayoutScaler(QObject):
    """Keeps margins and spacings of layouts at the text scale.

    Lives as long as the widget it is made for, as must the layouts.
    """

    def __init__(self, theme: Theme, parent: QWidget):
        """Follow ``theme``."""
        super().__init__(parent)
        self._theme = theme
        self._layouts: list[tuple[QLayout, Margins, int]] = []
        theme.changed.connect(self._rescale)

    def add(self, layout: QLayout, margins: Margins = (0, 0, 0, 0), spacing: int = 8) -> None:
        """Give a layout its margins (left, top, right, bottom) and spacing in grid pixels."""
        entry = (layout, margins, spacing)
        self._layouts.append(entry)
        self._scale(entry)

    def _rescale(self) -> None:
        for entry in self._layouts:
            self._scale(entry)

    def _scale(self, entry: tuple[QLayout, Margins, int]) -> None:
        layout, (left, top, right, bottom), spacing = entry
        px = self._theme.px
        layout.setContentsMargins(px(left), px(top), px(right), px(bottom))
        layout.setSpacing(px(spacing))


class CardGrid(QWidget):
    """Widgets in as many equal columns as fit."""

    def __init__(self, theme: Theme, column_width: int, spacing: int = 12):
        """Columns are at least ``column_width`` grid pixels wide."""
        super().__init__()
        self._theme = theme
        self._column_width = column_width
        self._columns = 0
        self._cards: list[QWidget] = []
        self._grid = QGridLayout(self)
        LayoutScaler(theme, self).add(self._grid, spacing=spacing)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        theme.changed.connect(self._arrange)

    def set_cards(self, cards: list[QWidget]) -> None:
        """Show these cards in place of the ones before."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.deleteLater()
        self._cards = list(cards)
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take more or fewer columns."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """One column must fit."""
        return QSize(self._theme.px(self._column_width), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        width = max(self.width(), 1)
        gap = self._grid.horizontalSpacing()
        fitting = max(1, (width + gap) // (self._theme.px(self._column_width) + gap))
        columns = even_columns(len(self._cards), fitting)
        if columns == self._columns:
            return
        for index in range(max(columns, self._columns)):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        self._columns = columns
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // columns, index % columns)


def even_columns(count: int, fitting: int) -> int:
    """Return how many columns show ``count`` cards best where ``fitting`` would fit.

    Full rows are worth giving up to half of the columns for.
    """
    widest = max(1, min(count, fitting))
    for columns in range(widest, widest // 2, -1):
        if count % columns == 0:
            return columns
    return widest


def clear_layout(layout: QBoxLayout) -> None:
    """Remove and delete the widgets of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()
