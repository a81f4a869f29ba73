# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Beside the search box: putting a query together, and searches that were kept."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kyosei_desk.ui.actions import ActionId, with_keys
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.theme import Theme

_ROOM_FOR_NAMES = 960


class BoxTools(QWidget):
    """Two buttons, named in words where there is room; not usable before the library is."""

    builder_requested = Signal()
    kept_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make the buttons; the window wakes them."""
        super().__init__(parent)
        self._theme = theme
        self._room = 0
        self._builder = self._button("条件を組み立てる", ActionId.BUILD_QUERY)
        self._kept = self._button("保存した検索・さがした記録", ActionId.SAVED_SEARCHES)
        self._builder.clicked.connect(self.builder_requested)
        self._kept.clicked.connect(self.kept_requested)
        row = QHBoxLayout(self)
        LayoutScaler(theme, self).add(row, spacing=4)
        row.addWidget(self._builder)
        row.addWidget(self._kept)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.setEnabled(False)

    def set_room(self, width: int) -> None:
        """Name the buttons in words if the bar they stand in is wide enough."""
        self._room = width
        self._name_buttons()

    def _name_buttons(self) -> None:
        named = self._room >= self._theme.px(_ROOM_FOR_NAMES)
        self._builder.setText("組み立てる" if named else "")
        self._kept.setText("保存・記録" if named else "")

    def _button(self, name: str, action: ActionId) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "tool")
        button.setAccessibleName(name)
        button.setToolTip(with_keys(name, action))
        return button

    def _restyle(self) -> None:
        self._name_buttons()
        side = self._theme.px(20)
        for button, icon in ((self._builder, "compose"), (self._kept, "star")):
            button.setIcon(self._theme.icon(icon, self._theme.palette.primary))
            button.setIconSize(QSize(side, side))
