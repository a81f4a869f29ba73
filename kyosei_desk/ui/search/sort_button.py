# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The order of the results: a button that says it, and a menu to choose another."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from kyosei_desk.search.model import SortOrder
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.search import SORT_LABELS, SORT_TIPS


class SortButton(QPushButton):
    """``sort_chosen(SortOrder)`` follows the menu."""

    sort_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Start with the order by relevance."""
        super().__init__(parent)
        self._theme = theme
        self._sort = SortOrder.RELEVANCE
        self.setProperty("kind", "tool")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        group = QActionGroup(self)
        self._actions: dict[SortOrder, QAction] = {}
        for sort in SortOrder:
            action = self._menu.addAction(SORT_LABELS[sort])
            action.setCheckable(True)
            action.setToolTip(SORT_TIPS[sort])
            action.setData(sort)
            group.addAction(action)
            self._actions[sort] = action
        group.triggered.connect(self._on_chosen)
        self.clicked.connect(self._open)
        theme.changed.connect(self._tint)
        self.set_sort(self._sort)
        self._tint()

    @property
    def sort(self) -> SortOrder:
        """The order chosen."""
        return self._sort

    @property
    def menu_shown(self) -> QMenu:
        """The menu of orders."""
        return self._menu

    def set_sort(self, sort: SortOrder) -> None:
        """Show an order without telling."""
        self._sort = sort
        self._actions[sort].setChecked(True)
        self.setText(SORT_LABELS[sort])
        self.setAccessibleName(f"並び順 {SORT_LABELS[sort]}")
        self.setToolTip(f"並び順をかえる（いまは{SORT_LABELS[sort]}）")

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self._menu.setActiveAction(self._actions[self._sort])

    def _on_chosen(self, action: QAction) -> None:
        self.set_sort(SortOrder(action.data()))
        self.sort_chosen.emit(self._sort)

    def _tint(self) -> None:
        side = self._theme.px(14)
        self.setIcon(self._theme.icon("chevron-down", self._theme.palette.subtle))
        self.setIconSize(QSize(side, side))
