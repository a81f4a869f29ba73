# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Over the right end of the first heading: how many columns are out of view, and the way there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTableView, QWidget

from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.theme import Theme


class MoreColumns(QWidget):
    """Two buttons over a table that scrolls across by whole columns."""

    def __init__(self, theme: Theme, table: QTableView):
        """Make both buttons, hidden; :meth:`place` is called whenever ``table`` has moved."""
        super().__init__(table)
        self._table = table
        self.setProperty("surface", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._before = self._button("左にかくれている列へ動く")
        self._behind = self._button("右にかくれている列へ動く")
        self._before.clicked.connect(self._jump_before)
        self._behind.clicked.connect(self._jump_behind)
        row = QHBoxLayout(self)
        LayoutScaler(theme, self).add(row, (6, 2, 6, 2), 6)
        row.addWidget(self._before)
        row.addWidget(self._behind)
        self.hide()

    @property
    def texts(self) -> tuple[str, str]:
        """What is read at the left and at the right; empty where nothing is out of view."""
        shown = (button for button in (self._before, self._behind))
        first, second = ("" if one.isHidden() else one.text() for one in shown)
        return first, second

    def place(self, height: int) -> None:
        """Say how many columns are out of view, in a band so high at the top of the cells."""
        across, cells = self._table.horizontalScrollBar(), self._table.viewport().geometry()
        before, behind = across.value(), across.maximum() - across.value()
        for button, count, text in (
            (self._before, before, f"◀ 左に{before}列"),
            (self._behind, behind, f"あと{behind}列 ▶"),
        ):
            button.setText(text)
            button.setVisible(count > 0)
        self.setVisible(before + behind > 0)
        if before + behind:
            width = min(self.sizeHint().width(), cells.width())
            self.setGeometry(cells.right() + 1 - width, cells.top(), width, height)
            self.raise_()

    def _jump_before(self) -> None:
        self._jump(-1)

    def _jump_behind(self) -> None:
        self._jump(1)

    def _jump(self, way: int) -> None:
        """Show what is out of view on one side, a screen of columns at most."""
        across = self._table.horizontalScrollBar()
        across.setValue(across.value() + way * max(across.pageStep(), 1))

    def _button(self, tip: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "tool")
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.hide()
        return button
