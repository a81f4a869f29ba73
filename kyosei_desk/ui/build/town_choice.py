# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Choosing the town of a project: one of all municipalities, or another place by its name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.passages import municipality_label
from kyosei_desk.ui.compare.town_chooser import TownChooser
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_HOW = "漢字でもかなでも、はじめの2〜3文字で見つかります。全国の市区町村から選べます。"
_ELSEWHERE = "一覧にないところ（広域の取り組みなど）"
_NAME_LIMIT = 60


class TownChoice(QWidget):
    """``chosen(Municipality | str)``: one of the list, or the name of another place."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Show the field to choose with."""
        super().__init__(parent)
        self._scaler = LayoutScaler(theme, self)
        self._named = QWidget(self)
        self._choosing = QWidget(self)
        self._shown = text_label("", "title", self._named)
        self._again = QPushButton("選びなおす", self._named)
        self._keep = QPushButton("このままにする", self._choosing)
        self.chooser = TownChooser(theme, self._choosing)
        self._elsewhere = QPushButton(_ELSEWHERE, self._choosing)
        self._elsewhere.setProperty("kind", "link")
        self._place = QWidget(self._choosing)
        self.place_name = QueryEdit(self._place)
        self._take = QPushButton("この名前にする", self._place)
        self._lay_out()
        self.setFocusProxy(self.chooser.edit)
        self._again.clicked.connect(self._on_again)
        self._keep.clicked.connect(self._on_keep)
        self.chooser.town_chosen.connect(self.chosen)
        self._elsewhere.clicked.connect(self._on_elsewhere)
        self.place_name.submitted.connect(self._on_place)
        self._take.clicked.connect(self._on_place)

    @property
    def is_choosing(self) -> bool:
        """Whether the field to choose with is shown."""
        return not self._choosing.isHidden()

    def set_municipalities(self, towns: Sequence[Municipality]) -> None:
        """Offer these."""
        self.chooser.set_municipalities(towns)

    def show_town(self, town: Municipality | None, name: str) -> None:
        """Show which town was chosen; with neither, ask."""
        label = municipality_label(town) if town is not None else name
        self._shown.setText(label)
        self._again.setAccessibleName(f"まちを選びなおす（いまは {label}）")
        self._keep.setVisible(bool(label))
        self._choose(not label)

    def take_keyboard(self) -> None:
        """Put the keyboard on the field."""
        self.chooser.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, choosing: bool) -> None:
        self._choosing.setVisible(choosing)
        self._named.setVisible(not choosing)
        self._place.hide()
        self._elsewhere.show()

    def _on_again(self) -> None:
        self._choose(True)
        self.take_keyboard()

    def _on_keep(self) -> None:
        self._choose(False)
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_elsewhere(self) -> None:
        self._elsewhere.hide()
        self._place.show()
        self.place_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_place(self) -> None:
        if name := self.place_name.text().strip():
            self.place_name.clear()
            self.chosen.emit(name)

    def _lay_out(self) -> None:
        named = QHBoxLayout(self._named)
        self._scaler.add(named, spacing=12)
        named.addWidget(self._shown)
        named.addWidget(self._again)
        named.addStretch(1)
        self._shown.setWordWrap(False)
        self.place_name.setMaxLength(_NAME_LIMIT)
        self.place_name.setPlaceholderText("例: ○○地区広域連合")
        self.place_name.setAccessibleName("案をつくるところの名前")
        place = QHBoxLayout(self._place)
        self._scaler.add(place, spacing=8)
        place.addWidget(self.place_name, 1)
        place.addWidget(self._take)
        choosing = QVBoxLayout(self._choosing)
        self._scaler.add(choosing, spacing=6)
        choosing.addWidget(text_label(_HOW, "caption"))
        choosing.addWidget(self.chooser)
        choosing.addWidget(self._place)
        foot = QHBoxLayout()
        self._scaler.add(foot, spacing=8)
        foot.addWidget(self._elsewhere)
        foot.addWidget(self._keep)
        foot.addStretch(1)
        choosing.addLayout(foot)
        column = QVBoxLayout(self)
        self._scaler.add(column)
        column.addWidget(self._named)
        column.addWidget(self._choosing)
