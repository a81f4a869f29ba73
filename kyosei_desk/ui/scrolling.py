# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How things scroll: up and down only, and with room for the bar whether there is one or not."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QScrollBar


def scroll_down(area: QScrollArea) -> None:
    """Let the page in an area be as wide as the area; Tab goes to what is in it only."""
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def keep_bar_room(view: QAbstractScrollArea) -> None:
    """Keep the room of the upright bar, but show the bar only where there is more to see."""
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    _BarRoom(view.verticalScrollBar())


class _BarRoom(QObject):
    """Lives with its bar, and switches it on where there is something to scroll."""

    def __init__(self, bar: QScrollBar):
        super().__init__(bar)
        self._bar = bar
        bar.rangeChanged.connect(self._on_range)
        self._on_range(bar.minimum(), bar.maximum())

    def _on_range(self, first: int, last: int) -> None:
        self._bar.setEnabled(last > first)
