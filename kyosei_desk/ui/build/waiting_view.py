# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What つくる shows before there is a list of projects: why, and a way to try again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kyosei_desk.ui.text_label import text_label

_WAITING = "資料を読みこむと、ここで案をつくれます。"
_UNREADABLE = "案の一覧を読めませんでした。"


class WaitingView(QWidget):
    """``retry_requested`` asks to read the list again."""

    retry_requested = Signal()

    def __init__(self, parent: QWidget):
        """Wait for the library."""
        super().__init__(parent)
        self.text = text_label(_WAITING, "subtle", self)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.retry = QPushButton("もう一度", self)
        self.retry.clicked.connect(self.retry_requested)
        self.retry.hide()
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.text)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_reason(self, reason: str) -> None:
        """Say why there is no list, and offer to read it again."""
        self.text.setText(f"{_UNREADABLE}\n{reason}")
        self.retry.show()

    def take_keyboard(self) -> None:
        """Put the keyboard on what can be pressed."""
        self.retry.setFocus(Qt.FocusReason.OtherFocusReason)
