# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A quiet line over the results: a short word means several things, and which are they."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton

from kyosei_desk.search.model import Choice
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.theme import Theme


class ChoicesRow(FlowRow):
    """Offers each meaning as a button; ``query_chosen(str)`` is the question with it."""

    query_chosen = Signal(str)

    def __init__(self, theme: Theme):
        """Offer nothing."""
        super().__init__(theme, spacing=6, bottom=2)
        self.setAccessibleName("ことばの意味を選ぶ")
        self.hide()

    def show_choices(self, query: str, choices: tuple[Choice, ...]) -> None:
        """Offer the meanings of the short words in a question; without any take no room."""
        self.clear()
        for choice in choices:
            label = QLabel(f"「{choice.text}」は")
            label.setProperty("role", "caption")
            self.add(label)
            for meaning in choice.meanings:
                button = QPushButton(meaning)
                button.setProperty("kind", "choice")
                button.setToolTip(f"「{meaning}」でさがします")
                relay_click(button, self.query_chosen, query_with(query, choice, meaning))
                self.add(button)
        self.setVisible(bool(choices))


def query_with(query: str, choice: Choice, meaning: str) -> str:
    """Return the question with the short word put right."""
    return query.replace(choice.text, meaning, 1) if choice.text in query else meaning
