# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A button whose icon follows the theme."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from kyosei_desk.ui.theme import Theme

_SIDE = 18


class IconButton(QPushButton):
    """A button of a kind of the style sheet, with an icon before its words."""

    def __init__(
        self, theme: Theme, icon: str, text: str, kind: str = "", parent: QWidget | None = None
    ):
        """Show ``icon`` in the colour that goes with the kind."""
        super().__init__(text, parent)
        self._theme, self._icon = theme, icon
        self._color = {"primary": "on_primary", "tool": "subtle"}.get(kind, "primary")
        self.words = text
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        theme.changed.connect(self._tint)
        self._tint()

    def show_words(self, shown: bool) -> None:
        """Say the words, or let the icon and the tooltip say them."""
        self.setText(self.words if shown else "")

    def _tint(self) -> None:
        side = self._theme.px(_SIDE)
        self.setIcon(self._theme.icon(self._icon, getattr(self._theme.palette, self._color)))
        self.setIconSize(QSize(side, side))
