# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the mouse does in the cells: names lead to their passage, a double click to the cell's."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTableView

from kyosei_desk.ui.compare.matrix_delegate import MatrixDelegate


class CellMouse(QObject):
    """Watches the cells of one view; ``address_chosen(str)`` follows a click on a name.

    ``cell_chosen`` follows a double click beside the names.
    """

    address_chosen = Signal(str)
    cell_chosen = Signal()

    def __init__(self, view: QTableView, delegate: MatrixDelegate):
        """Watch a view whose cells ``delegate`` paints."""
        super().__init__(view)
        self._view = view
        self._delegate = delegate
        self._pressed = ""
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the events of the cells; all of them go on to the view."""
        if isinstance(event, QMouseEvent):
            self._on_mouse(event)
        elif event.type() is QEvent.Type.Leave:
            self._hover("")
        return False

    def _on_mouse(self, event: QMouseEvent) -> None:
        address = self.address_at(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.MouseMove:
                self._hover(address)
            case QEvent.Type.MouseButtonPress:
                self._pressed = address if left else ""
            case QEvent.Type.MouseButtonRelease:
                if left and address and address == self._pressed:
                    self.address_chosen.emit(address)
            case QEvent.Type.MouseButtonDblClick:
                if left and not address:
                    self.cell_chosen.emit()

    def address_at(self, at: QPoint) -> str:
        """Return where the name at a place leads, or nothing."""
        index = self._view.indexAt(at)
        if not index.isValid():
            return ""
        rect = self._view.visualRect(index)
        inside = at - rect.topLeft()
        return self._delegate.address_at(index.row(), index.column(), rect.width(), inside)

    def _hover(self, address: str) -> None:
        if self._delegate.set_hovered(address):
            hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
            self._view.viewport().setCursor(hand if address else arrow)
            self._view.viewport().update()
