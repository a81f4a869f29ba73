# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A page that scrolls: one column of content, no wider than reads well."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.theme import Theme

_MARGINS = (28, 24, 28, 28)


class ScrollPage(QScrollArea):
    """``column`` takes the content; ``scaler`` keeps its layouts at the text scale."""

    def __init__(self, theme: Theme, max_width: int, spacing: int, parent: QWidget | None = None):
        """Make an empty column at most ``max_width`` grid pixels wide."""
        super().__init__(parent)
        self._theme = theme
        self._max_width = max_width
        self.scaler = LayoutScaler(theme, self)
        scroll_down(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget()
        page.setObjectName("page")
        outer = QHBoxLayout(page)
        self.scaler.add(outer, _MARGINS, 0)
        self._body = QWidget()
        outer.addWidget(self._body, 100)
        outer.addStretch(1)
        self.column = QVBoxLayout(self._body)
        self.scaler.add(self.column, spacing=spacing)
        self.setWidget(page)
        theme.changed.connect(self._limit_width)
        self._limit_width()

    def _limit_width(self) -> None:
        self._body.setMaximumWidth(self._theme.px(self._max_width))
