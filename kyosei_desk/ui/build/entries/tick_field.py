# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A list to tick in whose choices are those of the project, and so come and go."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyosei_desk.ui.layouts import clear_layout
from kyosei_desk.ui.list_button import TickButton
from kyosei_desk.ui.theme import Theme


class TickField(QWidget):
    """``changed()`` follows every tick."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget):
        """Offer nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._choices: tuple[tuple[str, str], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button = self._make()

    @property
    def values(self) -> tuple[str, ...]:
        """What is ticked."""
        return self.button.values

    def show_values(self, choices: Sequence[tuple[str, str]], values: Collection[str]) -> None:
        """Offer (value, label) pairs, with some of them ticked."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            clear_layout(self._column)
            self.button = self._make()
        self.button.set_values(values)
        self.button.setEnabled(bool(choices))

    def _make(self) -> TickButton:
        made = TickButton(self._theme, self._name, self._choices, self)
        made.changed.connect(self.changed)
        self.setFocusProxy(made)
        self._column.addWidget(made)
        return made
