# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Choosing one of all municipalities by typing a few characters of its name, in any script."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from kyosei_desk.domain.finding_towns import FoundTowns, TownFinder
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.passages import municipality_label
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.offered_list import OfferedList
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_OFFERED = 6
_ROW = 30  # grid pixels
_NOT_FOUND = (
    "「{text}」にあたる市区町村が見つかりません。ひらがなや、名前のはじめの2〜3文字でも"
    "さがせます。政令指定都市の区は、市の名前でさがしてください。"
)


class OfferedTowns(OfferedList):
    """The municipalities that may be meant."""

    def __init__(self, theme: Theme, parent: QWidget):
        """Offer nothing yet."""
        super().__init__("見つかった市区町村", parent)
        self._theme = theme
        self.setAccessibleDescription("矢印で動き、Enter で選びます")
        self.setUniformItemSizes(True)
        theme.changed.connect(self.fit)

    def offer(self, towns: Sequence[Municipality]) -> None:
        """Offer these, the first one chosen."""
        self.clear()
        for town in towns:
            item = QListWidgetItem(municipality_label(town), self)
            item.setData(Qt.ItemDataRole.UserRole, town.code)
        self.setCurrentRow(0)
        self.fit()

    def fit(self) -> None:
        """Be as high as what is offered."""
        row, edge = self._theme.px(_ROW), 2 * self._theme.palette.focus_width
        for number in range(self.count()):
            self.item(number).setSizeHint(QSize(0, row))
        self.setFixedHeight(max(self.count(), 1) * row + edge)

    @property
    def code(self) -> str:
        """The code of the municipality chosen; nothing without one."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""


class TownChooser(QWidget):
    """A field and, while something is typed, what it may mean.

    ``town_chosen(Municipality)`` is the one chosen.
    """

    town_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Offer nothing: there are no municipalities yet."""
        super().__init__(parent)
        self._municipalities: dict[str, Municipality] = {}
        self._finder: TownFinder | None = None
        self.edit = QueryEdit(self)
        self.edit.setPlaceholderText("まちの名前を入れる（漢字・かな）")
        self.edit.setAccessibleName("あなたのまちの名前")
        self.edit.setAccessibleDescription(
            "漢字でもかなでもさがせます。下矢印で候補へ移り、Enter で選びます"
        )
        self.offered = OfferedTowns(theme, self)
        self._told = text_label("", "caption", self)
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column, spacing=4)
        for widget in (self.edit, self.offered, self._told):
            column.addWidget(widget)
        self.edit.textChanged.connect(self._on_text)
        self.edit.submitted.connect(self._choose)
        self.edit.moved.connect(self._on_moved)
        self.edit.escaped.connect(self.edit.clear)
        self.offered.itemActivated.connect(self._choose)
        self.offered.itemClicked.connect(self._choose)
        self.offered.left.connect(self._on_left)
        self._show(FoundTowns((), 0))

    @property
    def told(self) -> str:
        """What is said of the answers."""
        return self._told.text()

    def set_municipalities(self, municipalities: Sequence[Municipality]) -> None:
        """Offer these; their names are made ready when the first one is typed."""
        self._municipalities = {town.code: town for town in municipalities}
        self._finder = None
        self._on_text(self.edit.text())

    def _on_text(self, text: str) -> None:
        if self._finder is None and text.strip() and self._municipalities:
            self._finder = TownFinder(self._municipalities.values())
        found = self._finder.find(text, _OFFERED) if self._finder else FoundTowns((), 0)
        self._show(found)

    def _show(self, found: FoundTowns) -> None:
        text = self.edit.text().strip()
        self.offered.offer(found.towns)
        self.offered.setVisible(bool(found.towns))
        more = found.total - len(found.towns)
        told = f"ほかに {more} あります。続けて入れると、しぼれます。" if more else ""
        if text and not found.total and self._finder is not None:
            told = _NOT_FOUND.format(text=text)
        self._told.setText(told)
        self._told.setVisible(bool(told))

    def _choose(self) -> None:
        town = self._municipalities.get(self.offered.code)
        if town is not None:
            self.edit.clear()
            self.town_chosen.emit(town)

    def _on_moved(self, step: int) -> None:
        if step > 0 and self.offered.count():
            self.offered.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_left(self) -> None:
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)
