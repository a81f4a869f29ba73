# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The rules an answer rests on: each is switched off, and on again, with one click."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from kyosei_desk.search.model import MatchRule
from kyosei_desk.search.rules import SWITCHABLE
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.search import SWITCH_LABELS


class _RuleButton(QPushButton):
    """A rule; ``switched(MatchRule, bool)`` says whether it is wanted."""

    switched = Signal(object, bool)

    def __init__(self, rule: MatchRule):
        super().__init__()
        self._rule = rule
        self._label = SWITCH_LABELS[rule]
        self.setProperty("kind", "choice")
        self.setCheckable(True)
        self.clicked.connect(self._send)

    def show_state(self, *, off: bool) -> None:
        """Say that the rule is in force and can be left out, or that it is left out."""
        self.setChecked(off)
        if off:
            self.setText(f"{self._label} なし ×")
            self.setToolTip(f"{self._label}も、もう一度含めてさがします")
            self.setAccessibleName(f"{self._label}は含めていません。押すと、含めてさがします")
        else:
            self.setText(f"× {self._label}をやめる")
            self.setToolTip(f"{self._label}を含めずにさがします")
            self.setAccessibleName(f"{self._label}をやめる")

    def _send(self, off: bool) -> None:
        self.switched.emit(self._rule, not off)


class RulesRow(FlowRow):
    """A button a rule in use or switched off; ``rule_switched(MatchRule, bool)``."""

    rule_switched = Signal(object, bool)

    def __init__(self, theme: Theme):
        """Show no rule."""
        super().__init__(theme, spacing=6, bottom=2)
        self.setAccessibleName("さがし方")
        self._buttons: dict[MatchRule, _RuleButton] = {}
        for rule in SWITCHABLE:
            button = _RuleButton(rule)
            button.hide()
            button.switched.connect(self.rule_switched)
            self._buttons[rule] = button
            self.add(button)
        self.hide()

    def show_rules(self, used: Collection[MatchRule], without: Collection[MatchRule]) -> None:
        """Show the rules an answer rests on and those switched off; without any take no room."""
        for rule, button in self._buttons.items():
            button.show_state(off=rule in without)
            button.setVisible(rule in without or rule in used)
        self.setVisible(bool(without) or bool(self._buttons.keys() & set(used)))
        self.updateGeometry()
