# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The order of the results: a button that says it, and a menu to choose another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kyosei_desk.search.model import SortOrder
from kyosei_desk.ui.list_button import ListTool
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.search import SORT_LABELS, SORT_TIPS


class SortButton(ListTool):
    """``sort_chosen(SortOrder)`` follows the menu."""

    sort_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Start with the order by relevance."""
        super().__init__(theme, parent)
        menu = self.menu_shown
        menu.setToolTipsVisible(True)
        menu.offer([(sort.value, SORT_LABELS[sort]) for sort in SortOrder])
        for action in menu.actions():
            action.setToolTip(SORT_TIPS[SortOrder(action.data())])
        self.chosen.connect(self._on_chosen)
        self.set_sort(SortOrder.RELEVANCE)

    @property
    def sort(self) -> SortOrder:
        """The order chosen."""
        return self._sort

    def set_sort(self, sort: SortOrder) -> None:
        """Show an order without telling."""
        self._sort = sort
        self.menu_shown.choose(sort.value)
        self.setText(SORT_LABELS[sort])
        self.setAccessibleName(f"並び順 {SORT_LABELS[sort]}")
        self.setToolTip(f"並び順をかえる（いまは{SORT_LABELS[sort]}）")

    def set_value(self, value: str) -> None:
        """Show an order without telling."""
        self.set_sort(SortOrder(value))

    def _on_chosen(self) -> None:
        self.sort_chosen.emit(self._sort)
