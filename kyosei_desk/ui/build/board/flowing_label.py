# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Longer text in a narrow column: its lines are filled, and broken wherever Japanese may be."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

_STYLE = "line-height: 140%; margin: 0 0 4px 0"


class FlowingLabel(QLabel):
    """Paragraphs in a role of the style sheet."""

    def __init__(self, role: str, parent: QWidget):
        """Show nothing yet."""
        super().__init__(parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)

    def show_paragraphs(self, paragraphs: Sequence[str]) -> None:
        """Show these paragraphs; they are what a screen reader says, too."""
        self.setText("".join(f'<p style="{_STYLE}">{escape(text)}</p>' for text in paragraphs))
        self.setAccessibleName("\n".join(paragraphs))
