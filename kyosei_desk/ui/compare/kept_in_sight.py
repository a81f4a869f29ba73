# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The current cell stays where it was in a table while all heights and widths change."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QTableView


class KeptInSight:
    """Remembers how far down the current cell is, and puts it back there."""

    def __init__(self, table: QTableView):
        """Remember nothing yet."""
        self._table = table
        self._top: int | None = None

    def note(self, room: QSize | None = None) -> None:
        """Remember where the current cell is, unless that is remembered already.

        ``room`` is the size of the view if that is not the one of now. A cell out of sight
        is not remembered.
        """
        index = self._table.currentIndex()
        if self._top is not None or not index.isValid():
            return
        rect = self._table.visualRect(index)
        if rect.intersects(QRect(QPoint(0, 0), room or self._table.viewport().size())):
            self._top = rect.top()

    def take(self) -> int | None:
        """Return how far down the cell was and forget it; None: nothing is remembered."""
        top, self._top = self._top, None
        return top

    def put_back(self, top: int) -> None:
        """Scroll so that the current cell is so far down again."""
        table = self._table
        bar = table.verticalScrollBar()
        bar.setValue(bar.value() + table.visualRect(table.currentIndex()).top() - top)
        table.scrollTo(table.currentIndex())
