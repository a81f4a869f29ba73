# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The pinned columns: a second view over the left of the table, scrolled up and down with it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QTableView

from kyosei_desk.ui.compare.cell_mouse import CellMouse
from kyosei_desk.ui.compare.matrix_delegate import MatrixDelegate
from kyosei_desk.ui.compare.matrix_headers import ColumnHead
from kyosei_desk.ui.compare.matrix_model import MatrixModel
from kyosei_desk.ui.compare.table_setting import plain_table, span_headings
from kyosei_desk.ui.theme import Theme


class PinnedColumns(QTableView):
    """Shows the first columns of ``table`` where they always are; the table has the keyboard."""

    def __init__(
        self, theme: Theme, model: MatrixModel, delegate: MatrixDelegate, table: QTableView
    ):
        """Stand over ``table``, hidden until something is pinned."""
        super().__init__(table)
        self._theme = theme
        self._table = table
        self.head = ColumnHead(theme, model, self)
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(delegate)
        self.mouse = CellMouse(self, delegate)
        plain_table(self)
        self.verticalHeader().hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("固定した列")
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.setAutoScroll(False)  # it follows the table, never the other way round
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.hide()

    def arrange(self, pinned: int, widths: Sequence[int], heights: Sequence[int]) -> None:
        """Show the first so many columns at these widths, the lines at these heights."""
        self.head.pinned = pinned
        self.setVisible(pinned > 0)
        if not pinned:
            return
        for column, width in enumerate(widths):
            self.setColumnHidden(column, column >= pinned)
            self.setColumnWidth(column, width)
        for line, height in enumerate(heights):
            self.setRowHeight(line, height)
        span_headings(self, self._model, pinned)
        self.place(sum(widths[:pinned]))

    def place(self, width: int) -> None:
        """Stand beside the heads of the rows."""
        table, head = self._table, self._table.horizontalHeader()
        corner = QPoint(table.verticalHeader().geometry().right() + 1, head.geometry().top())
        height = table.viewport().height() + head.height()
        self.setGeometry(QRect(corner, QSize(width, height)))
        self.head.setFixedHeight(head.height())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.raise_()

    @property
    def _model(self) -> MatrixModel:
        model = self.model()
        assert isinstance(model, MatrixModel)
        return model

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell, with the keyboard in the table."""
        super().mousePressEvent(event)
        self._table.setFocus(Qt.FocusReason.MouseFocusReason)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the table."""
        QApplication.sendEvent(self._table.viewport(), event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line between what stays and what moves."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        color, border = QColor(self._theme.palette.control), self._theme.palette.border
        for line, shown in enumerate(self._model.lines):
            if shown.row is not None:
                top, height = self.rowViewportPosition(line), self.rowHeight(line)
                right = self.viewport().width() - border - 1
                painter.fillRect(QRect(right, top, border + 1, height), color)
        painter.end()
