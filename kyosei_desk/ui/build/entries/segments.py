# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Two or three buttons of which one is down: what of a tab is looked at."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.theme import Theme


class Segments(QWidget):
    """``chosen(str)`` follows the person's choice."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, labels: Mapping[str, str], parent: QWidget):
        """Offer keys with their labels; the first one is chosen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._keys = tuple(labels)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        LayoutScaler(theme, self).add(row, spacing=4)
        for number, (key, label) in enumerate(labels.items()):
            button = QPushButton(label, self)
            button.setProperty("kind", "choice")
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setAccessibleName(f"{name}: {label}")
            self._group.addButton(button, number)
            self.buttons[key] = button
            row.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose, without telling."""
        self.buttons[key].setChecked(True)

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._keys[number])
