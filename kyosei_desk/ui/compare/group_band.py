# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The heading of the rows in view, which stays at the top when its own line is scrolled away."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from kyosei_desk.ui.compare.matrix_delegate import MatrixDelegate
from kyosei_desk.ui.compare.matrix_model import Line, MatrixModel


class GroupBand(QWidget):
    """Stands over the first line of the table."""

    def __init__(self, model: MatrixModel, delegate: MatrixDelegate, table: QTableView):
        """Follow ``table``; :meth:`place` is called whenever it has moved."""
        super().__init__(table)
        self._model = model
        self._delegate = delegate
        self._table = table
        self._line: Line | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def covered(self) -> int:
        """How much of the cells it may cover."""
        return self._delegate.group_height if self._model.lines else 0

    def place(self) -> None:
        """Show the heading of the line at the top, unless that is a heading itself."""
        table = self._table
        number = table.rowAt(0)
        lines = self._model.lines
        self._line = lines[number] if 0 <= number < len(lines) else None
        away = table.verticalScrollBar().value() > 0
        if self._line is None or not away:
            self.hide()
            return
        side, cells = table.verticalHeader().geometry(), table.viewport().geometry()
        width = side.width() + cells.width()
        self.setGeometry(QRect(side.left(), cells.top(), width, self._delegate.group_height))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heading."""
        if self._line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._delegate.painter.group(painter, self.rect(), 0, self._line.group)
        painter.end()
