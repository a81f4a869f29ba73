# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the marks of the map mean, each drawn as on the map."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kyosei_desk.ui.compare.map_marks import OWN_KEY, OWN_WORDS, MapMark
from kyosei_desk.ui.compare.map_painter import paint_mark
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_SIDE = 20


class _Sign(QWidget):
    """A mark as on the map."""

    def __init__(self, theme: Theme, mark: MapMark):
        super().__init__()
        self._theme = theme
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the mark."""
        return QSize(self._theme.px(_SIDE), self._theme.px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.rect().center()
        paint_mark(painter, self._theme, self._mark, (middle.x(), middle.y()))
        painter.end()


class MapLegend(FlowRow):
    """A line of marks with their meaning."""

    def __init__(self, theme: Theme):
        """Name the marks."""
        super().__init__(theme, spacing=14)
        for mark, words in (
            (_mark(compared=True), "くらべている"),
            (_mark(compared=False), "そのほかの事例"),
            (_mark(own=True), OWN_WORDS),
        ):
            self.add(_entry(theme, mark, words))


def _mark(*, compared: bool = False, own: bool = False) -> MapMark:
    return MapMark(OWN_KEY if own else "", "", "", compared, own, "", "")


def _entry(theme: Theme, mark: MapMark, words: str) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    LayoutScaler(theme, entry).add(row, spacing=4)
    row.addWidget(_Sign(theme, mark))
    label = text_label(words, "caption")
    label.setWordWrap(False)
    row.addWidget(label)
    return entry
