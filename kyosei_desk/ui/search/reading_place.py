# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The right of the search page before anything is opened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyosei_desk.ui.cards import IconLabel
from kyosei_desk.ui.layouts import LayoutScaler, text_label
from kyosei_desk.ui.theme import Theme

_LINES = (
    ("資料を選ぶと、ここで読めます", "title"),
    ("↑ ↓ で選ぶ　　Enter で本文へ　　F3 で次の一致箇所へ", "subtle"),
    ("上の欄には、ことば・ひらがな・略語・条番号・自治体の名前などを入れられます。", "subtle"),
)


class ReadingPlace(QWidget):
    """Says what the empty place is for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make the lines."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column, (32, 32, 32, 32), 12)
        column.addStretch(1)
        column.addWidget(IconLabel(theme, "book", "subtle", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        for text, role in _LINES:
            label = text_label(text, role)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(2)
