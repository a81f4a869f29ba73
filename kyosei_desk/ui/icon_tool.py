# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A small tool that is an icon only; its name is heard, and read where the mouse rests."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from kyosei_desk.ui.theme import Theme


class IconTool(QToolButton):
    """Its icon follows the theme."""

    def __init__(self, theme: Theme, icon: str, label: str, side: int, parent: QWidget):
        """Show ``icon``, ``side`` grid pixels large."""
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._side = side
        self.setAccessibleName(label)
        self.setToolTip(label)
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        side = self._theme.px(self._side)
        self.setIcon(self._theme.icon(self._icon, self._theme.palette.text))
        self.setIconSize(QSize(side, side))
