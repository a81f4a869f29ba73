# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What stands around the pages: navigation, search box, messages, tour and status line."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.messages import MessageBar
from kyosei_desk.ui.navigation import NavigationBar
from kyosei_desk.ui.search.box_tools import BoxTools
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
        self.tools = BoxTools(theme, self)
        self.messages = MessageBar(theme, self)
        self.stack = QStackedWidget(self)
        self.tour = Tour(theme, self)
        self.status = StatusLine(theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        self._column = column = QVBoxLayout()
        column.setSpacing(0)
        row.addLayout(column, 1)
        column.addWidget(self._top_bar())
        column.addWidget(self.messages)
        column.addWidget(self.stack, 1)
        column.addWidget(self.tour)
        column.addWidget(self.status)
        self.messages.floating_changed.connect(self._place_message)

    @property
    def theme(self) -> Theme:
        """The look of the window."""
        return self._theme

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a floating message over the status line."""
        super().resizeEvent(event)
        self.tools.set_room(self.width())
        self._place_message()

    def _place_message(self) -> None:
        """Put the message above the page, or over the status line when it goes by itself."""
        messages = self.messages
        laid_out = self._column.indexOf(messages) >= 0
        if not messages.floating:
            if not laid_out:
                self._column.insertWidget(1, messages)
            return
        if laid_out:
            self._column.removeWidget(messages)
        self._column.activate()
        line, gap = self.status.geometry(), self._theme.px(6)
        size = messages.size_within(line.width() - 2 * gap)
        height = max(size.height(), line.height())
        corner = line.bottomLeft() + QPoint(gap, 1 - height)
        messages.setGeometry(QRect(corner, QSize(size.width(), height)))
        messages.raise_()

    def _top_bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setObjectName("topBar")
        LayoutScaler(self._theme, bar).add(row := QHBoxLayout(bar), (24, 10, 24, 10), 12)
        row.addWidget(self.box, 1)
        row.addWidget(self.tools)
        return bar
