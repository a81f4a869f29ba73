# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The right of the search page while nothing is read there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyosei_desk.ui.cards import IconLabel
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_INVITING = (
    "資料を選ぶと、ここで読めます",
    "↑ ↓ で選ぶ　　Enter で本文へ　　F3 で次の一致箇所へ",
    "上の欄には、ことば・ひらがな・略語・条番号・自治体の名前などを入れられます。",
)
_NOTHING = (
    "読める箇所がありません",
    "見つかると、ここに本文が出ます。",
    "上の欄のことばを短くするか、左のボタンからためしてください。",
)
_ROLES = ("title", "subtle", "subtle")


class ReadingPlace(QWidget):
    """Says what the empty place is for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Invite to choose a document."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column, (32, 32, 32, 32), 12)
        column.addStretch(1)
        column.addWidget(IconLabel(theme, "book", "subtle", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        self._labels = [text_label("", role, self) for role in _ROLES]
        for label in self._labels:
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(2)
        self.invite()

    def invite(self) -> None:
        """Say that a document can be chosen."""
        self._show(_INVITING)

    def say_nothing_found(self) -> None:
        """Say that there is nothing to choose."""
        self._show(_NOTHING)

    def _show(self, lines: tuple[str, ...]) -> None:
        for label, line in zip(self._labels, lines, strict=True):
            label.setText(line)
