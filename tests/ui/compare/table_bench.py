# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A table of compared designs, as tests use it."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.matrix_view import MatrixView
from kyosei_desk.ui.compare.passage_panel import PassagePanel
from kyosei_desk.ui.compare.table_tab import TableTab
from kyosei_desk.ui.messages import Message

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@dataclass
class Bench:
    """A table that is shown, and what it shows."""

    tab: TableTab
    controller: ComparisonController
    told: list[Message] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    @property
    def view(self) -> MatrixView:
        return self.tab.view

    def columns(self) -> list[str]:
        return list(self.controller.arrangement.columns)

    @property
    def here(self) -> tuple[str, str]:
        return self.view.place.row, self.view.place.design

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        QTest.keyClick(self.view, key, modifier)

    @property
    def panel(self) -> PassagePanel:
        assert self.tab.passages.panel is not None
        return self.tab.passages.panel

    @property
    def reading(self) -> str:
        return str(self.panel.reader.way.address)

    def ways(self) -> list[str]:
        """Return the buttons over the text."""
        buttons = self.panel.findChildren(QPushButton)
        return [b.text() for b in buttons if b.property("kind") == "choice" and b.isVisible()]
