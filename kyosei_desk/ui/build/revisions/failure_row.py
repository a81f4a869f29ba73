# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What could not be read or kept, in a dialog that stays usable, with a way to try again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.messages import failure_message
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme


class FailureRow(QWidget):
    """``retry_requested`` asks to try again."""

    retry_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget):
        """Hide until something fails."""
        super().__init__(parent)
        self._text = text_label("", "body", self)
        self._text.setProperty("wrong", True)
        self.retry = QPushButton("もう一度", self)
        self.retry.clicked.connect(self.retry_requested)
        row = QHBoxLayout(self)
        LayoutScaler(theme, self).add(row, spacing=8)
        row.addWidget(self._text, 1)
        row.addWidget(self.retry)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; nothing while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_failure(self, error: Exception) -> None:
        """Say what failed."""
        self._text.setText(failure_message(error).text)
        self.show()
