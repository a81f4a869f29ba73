# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""By which rule a number follows the own town, its formula, and the number itself to edit."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.model import ScalingRule
from kyosei_desk.domain.projects.scaling import (
    RuleChoice,
    formula,
    rule_label,
    without_doubles,
)
from kyosei_desk.domain.reading_numbers import known_count
from kyosei_desk.ui.build.design.form_parts import FormEdit
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.project_rules import lack_sentence

_WRONG = "1以上の数を、数字で入れてください。"
_LONGEST = 7


class RuleBox(QWidget):
    """``changed()`` follows every choice and number; ``submitted()`` is Enter in the field."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, theme: Theme, element: Element, parent: QWidget):
        """Offer the rules for an element; :meth:`show_choices` says what they come to."""
        super().__init__(parent)
        self._element = element
        self._choices: tuple[RuleChoice, ...] = ()
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._scaler = LayoutScaler(theme, self)
        self._scaler.add(self._column, spacing=2)
        self._column.addWidget(text_label("数の決め方", "group", self))
        self._buttons: dict[ScalingRule, QRadioButton] = {}
        for number, rule in enumerate(ScalingRule):
            button = QRadioButton(rule_label(rule, element.zone), self)
            self._buttons[rule] = button
            self._group.addButton(button, number)
            self._column.addWidget(button)
        self._formula = text_label("", "caption", self)
        self._lacks = text_label("", "caption", self)
        self._column.addWidget(self._formula)
        self._column.addWidget(self._lacks)
        self.edit = FormEdit(self)
        self.edit.setMaxLength(_LONGEST)
        self.edit.setAccessibleName(f"{element.name}の数")
        self._wrong = text_label(_WRONG, "caption", self)
        self._wrong.setProperty("wrong", True)
        self._wrong.hide()
        self._column.addLayout(self._number_row(theme))
        self._column.addWidget(self._wrong)
        self._group.idClicked.connect(self._on_rule)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.submitted.connect(self.submitted)

    @property
    def rule(self) -> ScalingRule | None:
        """The rule chosen; None where the case tells no number."""
        chosen = self._group.checkedId()
        return list(ScalingRule)[chosen] if chosen >= 0 else None

    @property
    def formula_text(self) -> str:
        """The formula shown."""
        return self._formula.text()

    @property
    def count(self) -> int | None:
        """The number entered; None where the field is empty or wrong."""
        return known_count(self.edit.text())

    @property
    def is_right(self) -> bool:
        """Whether what stands in the field can be taken: a number, or nothing."""
        return not self.edit.text().strip() or self.count is not None

    def show_choices(self, choices: Sequence[RuleChoice], rule: ScalingRule | None) -> None:
        """Show what the rules come to, with one of them chosen; a number entered stays."""
        if (tuple(choices), rule) == (self._choices, self.rule):
            return
        self._choices = tuple(choices)
        offered = without_doubles(choices, rule)
        for choice in choices:
            button = self._buttons[choice.rule]
            button.setVisible(choice in offered)
            button.setEnabled(choice.result is not None)
            result = choice.result
            number = f"　{result.count:,}{self._unit}" if result else ""
            button.setText(rule_label(choice.rule, self._element.zone) + number)
            button.setChecked(choice.rule is rule)
        lacking = [lack_sentence(choice, self._element.zone) for choice in choices if choice.lacks]
        self._lacks.setText("\n".join(dict.fromkeys(lacking)))
        self._lacks.setVisible(bool(lacking))
        self._show_computed()

    def _number_row(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        self._scaler.add(row, (0, 4, 0, 0), 6)
        label = QLabel("自分のまちの数", self)
        label.setBuddy(self.edit)
        row.addWidget(label)
        row.addWidget(self.edit, 1)
        row.addWidget(QLabel(self._unit, self))
        return row

    @property
    def _unit(self) -> str:
        return self._element.unit or "か所"

    @property
    def _choice(self) -> RuleChoice | None:
        return next((choice for choice in self._choices if choice.rule is self.rule), None)

    def _show_computed(self) -> None:
        choice = self._choice
        result = choice.result if choice else None
        self.edit.setText(f"{result.count:,}" if result else "")
        self._wrong.hide()
        self._show_formula()

    def _show_formula(self) -> None:
        choice = self._choice
        result = choice.result if choice else None
        zone = self._element.zone
        text = formula(result.scaling, self._unit, self.count, zone, zone) if result else ""
        self._formula.setText(text)
        self._formula.setVisible(bool(text))

    def _on_rule(self) -> None:
        self._show_computed()
        self.changed.emit()

    def _on_typed(self) -> None:
        self._wrong.setVisible(not self.is_right)
        self._show_formula()
        self.changed.emit()
