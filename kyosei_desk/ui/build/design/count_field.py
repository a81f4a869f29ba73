# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How many there are: the number, its unit, the rule it follows and the formula."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.changes.elements import default_unit, set_count
from kyosei_desk.domain.projects.changes.taking_over import rescale
from kyosei_desk.domain.projects.model import ModelProject, ScalingRule
from kyosei_desk.domain.projects.scaling import (
    formula,
    possible_rules,
    rule_label,
    without_doubles,
)
from kyosei_desk.domain.reading_numbers import known_count
from kyosei_desk.ui.build.design.commands import DesignCommands
from kyosei_desk.ui.build.design.form_parts import FormEdit, member
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.settled import settled_text
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.list_button import PickButton
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_LONGEST, _LONGEST_UNIT = 9, 10
_WRONG = "数は、1以上の数字で入れてください。決まっていなければ空けておきます。"
_BY_HAND = "hand"


class CountField(QWidget):
    """Changes the number through the commands; says below what cannot be taken."""

    def __init__(
        self, theme: Theme, commands: DesignCommands, library: BuildLibrary, parent: QWidget
    ):
        """Show no number yet."""
        super().__init__(parent)
        self._commands = commands
        self._library = library
        self._element: Element | None = None
        self.number = FormEdit(self)
        self.number.setMaxLength(_LONGEST)
        self.number.setPlaceholderText("未定")
        self.number.setAccessibleName("数")
        self.unit = FormEdit(self)
        self.unit.setMaxLength(_LONGEST_UNIT)
        self.unit.setAccessibleName("数の単位")
        self.rule = PickButton(theme, "数の決め方", (), self)
        self._formula = text_label("", "caption", self)
        self._wrong = text_label(_WRONG, "caption", self)
        self._wrong.setProperty("wrong", True)
        self._wrong.hide()
        scaler = LayoutScaler(theme, self)
        row = QHBoxLayout()
        scaler.add(row, spacing=6)
        row.addWidget(self.number, 3)
        row.addWidget(self.unit, 2)
        column = QVBoxLayout(self)
        scaler.add(column, spacing=4)
        column.addLayout(row)
        column.addWidget(self._wrong)
        column.addWidget(self.rule)
        column.addWidget(self._formula)
        self._settled_number = settled_text(self.number, self._on_number)
        self._settled_unit = settled_text(self.unit, self._on_unit)
        self.rule.picked.connect(self._on_rule)

    @property
    def formula_text(self) -> str:
        """The formula shown."""
        return "" if self._formula.isHidden() else self._formula.text()

    @property
    def wrong(self) -> str:
        """What is said to be wrong."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def show_element(self, project: ModelProject, element: Element) -> None:
        """Show the number of an element."""
        self._element = element
        self.unit.setPlaceholderText(default_unit(element.type))
        count = element.count
        self._settled_number.show_text("" if count is None else f"{count:,}")
        self._settled_unit.show_text(element.unit or "")
        if not self._settled_number.pending:
            self._wrong.hide()
        origin = project.origin(element.id)
        column = self._library.case_of(origin)
        self.rule.setVisible(origin is not None and column is not None)
        self._formula.hide()
        if origin is None or column is None:
            return
        scaling = origin.scaling
        choices = without_doubles(
            possible_rules(origin.taken_from, column, project.town, element.zone),
            scaling.rule if scaling else None,
        )
        unit = element.unit or origin.taken_from.unit or default_unit(element.type)
        zone = origin.taken_from.zone
        offered = [
            (choice.rule.value, f"{rule_label(choice.rule, zone)}　{choice.result.count:,}{unit}")
            for choice in choices
            if choice.result is not None
        ]
        self.rule.set_choices(offered)
        self.rule.setVisible(bool(offered))
        by_hand = scaling is None or scaling.edited
        words = "自分で決めた数" if by_hand else ""
        self.rule.set_value(scaling.rule.value if scaling and not by_hand else _BY_HAND, words)
        if scaling is not None and count is not None:
            self._formula.setText(formula(scaling, unit, count, zone, element.zone))
            self._formula.show()

    def _on_number(self, text: str) -> None:
        element, count = self._element, known_count(text)
        if element is None:
            return
        wrong = bool(text.strip()) and count is None
        self._wrong.setVisible(wrong)
        if not wrong and count != element.count:
            unit = self.unit.text().strip() or None
            element_id = element.id
            self._commands.apply(lambda project: set_count(project, element_id, count, unit))

    def _on_unit(self, text: str) -> None:
        element = self._element
        if element is not None and element.count is not None and text.strip():
            element_id, count = element.id, element.count
            self._commands.apply(
                lambda project: set_count(project, element_id, count, text.strip())
            )

    def _on_rule(self, value: str) -> None:
        element, project = self._element, self._commands.project
        origin = project.origin(element.id) if element and project else None
        column = self._library.case_of(origin)
        if element is None or column is None:
            return
        element_id, rule = element.id, member(list(ScalingRule), value)
        self._commands.apply(lambda project: rescale(project, element_id, column, rule))
