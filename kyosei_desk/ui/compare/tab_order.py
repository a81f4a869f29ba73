# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The order in which Tab goes from control to control: as they are read."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def in_order(*controls: QWidget) -> None:
    """Let Tab go through controls in this order; all of them are in one window."""
    for one, other in pairwise(controls):
        QWidget.setTabOrder(one, other)
