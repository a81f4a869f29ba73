# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What stands around the pages: navigation, search box, messages, tour and status line."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.messages import MessageBar
from kyosei_desk.ui.navigation import NavigationBar
from kyosei_desk.ui.search.search_box import SearchBox
from kyosei_desk.ui.status_line import StatusLine
from kyosei_desk.ui.theme import Theme
from kyosei_desk.ui.tour import Tour


class Frame(QWidget):
    """Lays the parts out; what they do is wired by the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make the parts, with no page."""
        super().__init__(parent)
        self._theme = theme
        self.navigation = NavigationBar(theme, self)
        self.box = SearchBox(theme, self)
        self.messages = MessageBar(theme, self)
        self.stack = QStackedWidget(self)
        self.tour = Tour(theme, self)
        self.status = StatusLine(theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        column = QVBoxLayout()
        column.setSpacing(0)
        row.addLayout(column, 1)
        column.addWidget(self._top_bar())
        column.addWidget(self.messages)
        column.addWidget(self.stack, 1)
        column.addWidget(self.tour)
        column.addWidget(self.status)

    def _top_bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setObjectName("topBar")
        LayoutScaler(self._theme, bar).add(row := QHBoxLayout(bar), (24, 10, 24, 10))
        row.addWidget(self.box)
        return bar
