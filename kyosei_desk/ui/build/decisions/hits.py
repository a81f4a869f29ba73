# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What was found, in two lines: where it stands, and how it begins there."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kyosei_desk.ui.theme import Theme

EXCERPT_ROLE = Qt.ItemDataRole.UserRole + 1
_SIDE = 8  # grid pixels


class HitDelegate(QStyledItemDelegate):
    """Elides both lines at their end; the second one is quieter."""

    def __init__(self, theme: Theme, parent: QWidget):
        """Follow ``theme``."""
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row, then its two lines."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        title, shown.text = shown.text, ""
        style = shown.widget.style() if shown.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        palette, metrics = self._theme.palette, shown.fontMetrics
        side = self._theme.px(_SIDE)
        whole = shown.rect.adjusted(side, 0, -side, 0)
        top = whole.adjusted(0, 0, 0, -whole.height() // 2)
        low = whole.adjusted(0, whole.height() // 2, 0, 0)
        lines = ((top, title, palette.text), (low, str(index.data(EXCERPT_ROLE)), palette.subtle))
        painter.save()
        painter.setFont(shown.font)
        for place, words, color in lines:
            painter.setPen(QColor(color))
            text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(
                place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text
            )
        painter.restore()
