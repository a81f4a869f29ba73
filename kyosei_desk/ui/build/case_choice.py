# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Choosing the case that a project begins from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.passages import municipality_label
from kyosei_desk.domain.sources import date_words
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.cards import CardButton, column_card
from kyosei_desk.ui.layouts import CardGrid
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.scroll_page import ScrollPage
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_MAX_WIDTH, _COLUMN = 1120, 250
_WHAT = (
    "選んだ事例の要素とつながりを、すべて案に写します。数は、つぎの画面で入れるまちの数字に"
    "合わせます。要らないものは、あとで外せます。どこから取り入れたかは、案に残ります。"
)


class CaseChoice(ScrollPage):
    """``chosen(str)`` carries the id of a case, ``cancelled`` goes back."""

    chosen = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme, library: BuildLibrary, parent: QWidget | None = None):
        """Offer every case."""
        super().__init__(theme, _MAX_WIDTH, 12, parent)
        self._theme = theme
        self._library = library
        self.setAccessibleName("もとにする事例を選ぶ")
        self.column.addWidget(text_label("どの事例をもとにしますか", "heading"))
        self.column.addWidget(text_label(_WHAT, "body"))
        self._grid = CardGrid(theme, _COLUMN)
        self.column.addWidget(self._grid)
        back = QPushButton("もどる")
        back.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.cards: list[CardButton] = []
        self.refresh_settings()

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        self.cards = [self._card(case) for case in self._library.cases]
        self._grid.set_cards(list(self.cards))

    def take_keyboard(self) -> None:
        """Put the keyboard on the first card."""
        if self.cards:
            self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, case: ComparedDesign) -> CardButton:
        town = municipality_label(case.municipality) if case.municipality else case.title
        title = self._library.corpus.document(case.document_id).title
        lines = [(town, "strong"), (title, "body")]
        profile = case.profile
        if profile is not None and profile.population is not None:
            lines.append((f"人口 {profile.population:,}人", "caption"))
        if profile is not None and profile.as_of is not None:
            day = date_words(profile.as_of, era_first=self._library.era_first)
            lines.append((f"{day}現在", "caption"))
        lines.append((f"要素 {len(case.design.elements)}", "caption"))
        card = column_card(self._theme, town, lines)
        relay_click(card, self.chosen, case.id)
        return card
