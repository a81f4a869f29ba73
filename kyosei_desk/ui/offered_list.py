# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A list of what may be meant, below the field in which it is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OfferedList(QListWidget):
    """``left`` is the way back to the field by keyboard; Enter takes the row chosen."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget):
        """Offer nothing yet."""
        super().__init__(parent)
        self.setObjectName("offered")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, and going up from the first row, lead back to the field."""
        up = event.key() == Qt.Key.Key_Up and self.currentRow() <= 0
        if up or event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)
