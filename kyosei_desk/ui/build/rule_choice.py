# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How the numbers of a whole case are brought to the size of one's own town."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.model import OwnTown, ScalingRule
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_WORDS = {
    ScalingRule.POPULATION: "人口に合わせる",
    ScalingRule.ELEMENTARY: "小学校の数に合わせる",
    ScalingRule.FIXED: "事例と同じ数にする",
}
_WHY = "数は、あとから一つずつ直せます。合わせられない要素の数は、空けておきます。"


class RuleChoiceBox(QWidget):
    """Three ways to choose from; one that lacks its figure says so."""

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Offer the rules, the population's chosen."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[ScalingRule, QRadioButton] = {}
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column, spacing=4)
        self.title = text_label("事例の数を、どう合わせますか", "title")
        column.addWidget(self.title)
        column.addWidget(text_label(_WHY, "caption"))
        for rule, words in _WORDS.items():
            button = QRadioButton(words, self)
            self._group.addButton(button)
            self._buttons[rule] = button
            column.addWidget(button)
        self._buttons[ScalingRule.POPULATION].setChecked(True)

    @property
    def rule(self) -> ScalingRule:
        """The rule chosen."""
        return next(rule for rule, button in self._buttons.items() if button.isChecked())

    def show_town(self, town: OwnTown) -> None:
        """Say which rule needs a figure that has not been entered."""
        for rule, lacking, what in (
            (ScalingRule.POPULATION, town.population is None, "人口"),
            (ScalingRule.ELEMENTARY, not town.elementary_schools, "小学校の数"),
        ):
            words = f"{_WORDS[rule]}（{what}を入れると使えます）" if lacking else _WORDS[rule]
            self._buttons[rule].setText(words)
