# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The fields for the figures of one's own town; what is wrong is said under its field."""

import datetime
from dataclasses import dataclass, replace
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kyosei_desk.domain.comparing.nearness import Town
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.own_figures import (
    FigureError,
    FigureKey,
    day_text,
    number_text,
    read_day,
    read_number,
)

_LONGEST = 30


@dataclass(frozen=True)
class _Words:
    """What stands around a field."""

    label: str
    unit: str
    example: str


_WORDS = {
    FigureKey.POPULATION: _Words("人口", "人", "62,000"),
    FigureKey.AREA: _Words("面積", "km²", "48.2"),
    FigureKey.SCHOOLS: _Words("小学校の数", "校", "12"),
    FigureKey.AS_OF: _Words("いつの数字か", "", "令和7年4月1日"),
}


class FigureField(QWidget):
    """One field with its label, unit, and what is wrong. ``finished`` follows its use."""

    finished = Signal()

    def __init__(self, theme: Theme, key: FigureKey, parent: QWidget):
        """Make an empty field."""
        super().__init__(parent)
        words = _WORDS[key]
        self.edit = QueryEdit(self)
        self.edit.setMaxLength(_LONGEST)
        self.edit.setPlaceholderText(f"例: {words.example}")
        unit = f"（{words.unit}）" if words.unit else ""
        self.edit.setAccessibleName(f"あなたのまちの{words.label}{unit}")
        self._wrong = text_label("", "caption", self)
        self._wrong.setProperty("wrong", True)
        self._wrong.hide()
        label = text_label(words.label, "caption", self)
        label.setBuddy(self.edit)
        column = QVBoxLayout(self)
        scaler = LayoutScaler(theme, self)
        scaler.add(column, spacing=2)
        row = QHBoxLayout()
        scaler.add(row, spacing=6)
        row.addWidget(self.edit, 1)
        if words.unit:
            row.addWidget(QLabel(words.unit, self))
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self._wrong)
        column.addStretch(1)
        self.edit.submitted.connect(self.finished)
        self.edit.editingFinished.connect(self.finished)
        self.edit.textEdited.connect(self._on_edited)

    @property
    def wrong(self) -> str:
        """What is said to be wrong."""
        return self._wrong.text()

    def say(self, sentence: str) -> None:
        """Say what is wrong; nothing when it is right."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)

    def _on_edited(self) -> None:
        self.say("")


class OwnFiguresForm(QWidget):
    """``figures_changed`` follows a figure that was entered, taken out, or is wrong now."""

    figures_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make empty fields."""
        super().__init__(parent)
        self._fields = {key: FigureField(theme, key, self) for key in FigureKey}
        self._shown = Town()
        grid = QGridLayout(self)
        LayoutScaler(theme, self).add(grid, spacing=10)
        for number, field in enumerate(self._fields.values()):
            grid.addWidget(field, number // 2, number % 2)
            field.finished.connect(self._on_finished)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def field(self, key: FigureKey) -> FigureField:
        """Return a field."""
        return self._fields[key]

    @property
    def town(self) -> Town:
        """The town shown, with the figures as they stand in the fields now; wrong ones not."""
        return self._shown

    def show_town(self, town: Town, *, era_first: bool) -> None:
        """Show a town's figures."""
        self._shown = town
        texts = {
            FigureKey.POPULATION: number_text(town.population),
            FigureKey.AREA: number_text(town.area_km2),
            FigureKey.SCHOOLS: number_text(town.elementary_schools),
            FigureKey.AS_OF: day_text(town.as_of, era_first=era_first),
        }
        for key, field in self._fields.items():
            field.edit.setText(texts[key])
            field.say("")

    def _on_finished(self) -> None:
        people, schools = self._read(FigureKey.POPULATION), self._read(FigureKey.SCHOOLS)
        read = replace(
            self._shown,
            population=None if people is None else int(people),
            area_km2=self._read(FigureKey.AREA),
            elementary_schools=None if schools is None else int(schools),
            as_of=self._read_day(),
        )
        if read != self._shown:
            self._shown = read
            self.figures_changed.emit()

    def _read(self, key: FigureKey) -> Fraction | None:
        field = self._fields[key]
        try:
            value = read_number(key, field.edit.text())
        except FigureError as error:
            field.say(error.sentence)
            return None
        field.say("")
        return value

    def _read_day(self) -> PartialDate | None:
        field = self._fields[FigureKey.AS_OF]
        try:
            day = read_day(field.edit.text(), datetime.date.today())
        except FigureError as error:
            field.say(error.sentence)
            return None
        field.say("")
        return day
