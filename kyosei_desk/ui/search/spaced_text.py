# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Labels of several lines with air between the lines."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def show_spaced(label: QLabel, text: str) -> None:
    """Show plain text with a line height of one and a half; screen readers get it as it is."""
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(f'<p style="line-height: 150%; margin: 0">{escape(text)}</p>' if text else "")
    label.setAccessibleName(text)
