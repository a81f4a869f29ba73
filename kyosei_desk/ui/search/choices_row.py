# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A quiet line over the results: a short word means several things, and which are they."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kyosei_desk.search.model import Choice
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.search.query_edits import with_word
from kyosei_desk.ui.theme import Theme

_MEANINGS = 6


class ChoicesRow(FlowRow):
    """Offers each meaning as a button; ``query_chosen(str)`` is the question with it.

    The keyboard comes here after ``tab_after``.
    """

    query_chosen = Signal(str)

    def __init__(self, theme: Theme):
        """Offer nothing."""
        super().__init__(theme, spacing=6, bottom=2)
        self.setAccessibleName("ことばの意味を選ぶ")
        self.tab_after: QWidget = self
        self._shown: tuple[str, tuple[Choice, ...]] = ("", ())
        self.hide()

    def show_choices(self, query: str, choices: tuple[Choice, ...]) -> None:
        """Offer the meanings of the short words in a question; without any take no room."""
        if (query, choices) == self._shown:
            return
        self._shown = (query, choices)
        self.clear()
        before = self.tab_after
        for choice in choices:
            which = "どちら" if len(choice.meanings) == 2 else "どれ"
            label = QLabel(f"「{choice.text}」は{which}ですか:")
            label.setProperty("role", "caption")
            self.add(label)
            for meaning in choice.meanings[:_MEANINGS]:
                button = QPushButton(meaning)
                button.setProperty("kind", "choice")
                button.setToolTip(f"「{meaning}」でさがします")
                relay_click(button, self.query_chosen, with_word(query, choice.text, meaning))
                self.add(button)
                self.setTabOrder(before, button)
                before = button
        self.setVisible(bool(choices))
