# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A fine line between two parts side by side."""

from PySide6.QtWidgets import QFrame, QWidget


def side_line(parent: QWidget) -> QFrame:
    """Return a line as high as there is room."""
    line = QFrame(parent)
    line.setObjectName("separator")
    line.setFixedWidth(1)
    return line
