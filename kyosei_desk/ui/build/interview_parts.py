# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The parts of an answer: numbers of zones, what there is today, elements of cases, a word."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.changes.elements import default_unit
from kyosei_desk.domain.projects.changes.taking_over import taken_as
from kyosei_desk.domain.projects.gaps import GapWay
from kyosei_desk.domain.projects.interview import Chosen, NamedThing, Question, YesNo
from kyosei_desk.domain.projects.model import ModelProject, OwnTown, ScalingRule, ZoneCount
from kyosei_desk.domain.projects.scaling import (
    RuleChoice,
    possible_rules,
    rule_label,
    suggested_rule,
)
from kyosei_desk.domain.vocabulary import Coverage, ElementType, Zone
from kyosei_desk.ui.build.figure_box import FigureBox
from kyosei_desk.ui.build.icon_button import IconButton
from kyosei_desk.ui.build.town_reading import (
    ASKED_ZONES,
    ZONE_WORDS,
    read_count,
    read_zone_count,
    zone_text,
)
from kyosei_desk.ui.layouts import CardGrid, LayoutScaler
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.own_figures import FigureError

_ROWS, _MOST_ROWS = 2, 8
_TAKEN = "いまの案にあります。外すときは、案の画面で「はずす」を押してください。"
_ZONE_COLUMN, _NAME_LIMIT, _COUNT_WIDTH = 150, 80, 90


class ZonesPart(QWidget):
    """How many zones of each sort the town has."""

    def __init__(self, theme: Theme, town: OwnTown):
        """Show the numbers entered before."""
        super().__init__()
        self.boxes = {zone: FigureBox(theme, zone, ZONE_WORDS[zone]) for zone in ASKED_ZONES}
        for zone, box in self.boxes.items():
            box.edit.setText(zone_text(town, zone))
        grid = CardGrid(theme, _ZONE_COLUMN, 16)
        grid.set_cards(list(self.boxes.values()))
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column)
        column.addWidget(grid)

    @property
    def edits(self) -> list[QueryEdit]:
        """The fields in their order."""
        return [box.edit for box in self.boxes.values()]

    def so_far(self) -> tuple[ZoneCount, ...]:
        """Return the numbers that can be read; nothing is said of the others yet."""
        counts = {zone: _number_so_far(box.edit.text()) for zone, box in self.boxes.items()}
        return tuple(ZoneCount(zone=zone, count=count) for zone, count in counts.items() if count)

    def read(self) -> tuple[ZoneCount, ...]:
        """Return the numbers entered; what is wrong is said under its field.

        Raises:
            FigureError: one cannot be read.
        """
        counts: dict[Zone, int] = {}
        wrong: FigureError | None = None
        for zone, box in self.boxes.items():
            try:
                count = read_zone_count(zone, box.edit.text())
            except FigureError as error:
                box.say(error.sentence, ())
                wrong = wrong or error
                continue
            box.say("", ())
            if count is not None:
                counts[zone] = count
        if wrong is not None:
            raise wrong
        return tuple(ZoneCount(zone=zone, count=count) for zone, count in counts.items())


class _ThingRow(QWidget):
    """A name, a number with its unit, and whether that is enough."""

    def __init__(self, theme: Theme, question: Question, number: int):
        super().__init__()
        self._theme = theme
        self.name = QueryEdit(self)
        self.name.setMaxLength(_NAME_LIMIT)
        self.name.setPlaceholderText(_placeholder(question, number))
        self.name.setAccessibleName(f"いまあるもの {number + 1} の名前")
        self.count = QueryEdit(self)
        self.count.setMaxLength(12)
        self.count.setPlaceholderText("数")
        self.count.setAccessibleName(f"いまあるもの {number + 1} の数（{question.unit}）")
        self.enough = QCheckBox("これで足りている", self)
        self.enough.setAccessibleName(f"いまあるもの {number + 1} で、この項目は足りている")
        row = QHBoxLayout(self)
        LayoutScaler(theme, self).add(row, spacing=8)
        row.addWidget(self.name, 1)
        row.addWidget(self.count)
        row.addWidget(QLabel(question.unit, self))
        row.addWidget(self.enough)
        theme.changed.connect(self._scale)
        self._scale()

    def thing(self, count: int | None) -> NamedThing:
        """Return what was entered, with its number as it was read."""
        coverage = Coverage.FULL if self.enough.isChecked() else Coverage.PARTIAL
        return NamedThing(self.name.text().strip(), count, coverage=coverage)

    def _scale(self) -> None:
        self.count.setFixedWidth(self._theme.px(_COUNT_WIDTH))


class NamesPart(QWidget):
    """What the town has today, a line each; ``row_added`` follows each further line."""

    row_added = Signal(object)

    def __init__(self, theme: Theme, question: Question):
        """Offer a few empty lines."""
        super().__init__()
        self._theme = theme
        self._question = question
        self.rows: list[_ThingRow] = []
        self._lines = QVBoxLayout()
        self._wrong = text_label("", "caption", self)
        self._wrong.setProperty("wrong", True)
        self._wrong.hide()
        self.more = IconButton(theme, "add", "行をふやす", "tool", self)
        column = QVBoxLayout(self)
        scaler = LayoutScaler(theme, self)
        scaler.add(column, spacing=6)
        scaler.add(self._lines, spacing=6)
        column.addLayout(self._lines)
        column.addWidget(self._wrong)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for _ in range(_ROWS):
            self.add_row()
        self.more.clicked.connect(self._on_more)

    def add_row(self) -> None:
        """Offer another line."""
        row = _ThingRow(self._theme, self._question, len(self.rows))
        self.rows.append(row)
        self._lines.addWidget(row)
        self.more.setVisible(len(self.rows) < _MOST_ROWS)
        self.row_added.emit(row)

    @property
    def edits(self) -> list[QueryEdit]:
        """The fields in their order."""
        return [edit for row in self.rows for edit in (row.name, row.count)]

    @property
    def wrong(self) -> str:
        """What is said to be wrong."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def so_far(self) -> tuple[NamedThing, ...]:
        """Return what has been entered; nothing is said of numbers that cannot be read yet."""
        return tuple(
            row.thing(_number_so_far(row.count.text()))
            for row in self.rows
            if row.name.text().strip()
        )

    def read(self) -> tuple[NamedThing, ...]:
        """Return what was entered.

        Raises:
            FigureError: a number cannot be read.
        """
        self._wrong.hide()
        things = []
        for row in self.rows:
            try:
                count = read_count("数", row.count.text())
            except FigureError:
                sentence = "数は、0より大きい数字で入れてください（例: 12）。"
                self._wrong.setText(sentence)
                self._wrong.show()
                row.count.setFocus(Qt.FocusReason.OtherFocusReason)
                raise FigureError(sentence) from None
            if row.name.text().strip():
                things.append(row.thing(count))
        return tuple(things)

    def _on_more(self) -> None:
        self.add_row()
        self.rows[-1].name.setFocus(Qt.FocusReason.OtherFocusReason)


class CasesPart(QWidget):
    """Elements of cases that answer the question, to be ticked; ``passage_requested(str)``.

    What has been taken over before is ticked: it is in the design, and is taken out there.
    """

    passage_requested = Signal(str)

    def __init__(self, theme: Theme, options: Sequence[GapWay], project: ModelProject):
        """Offer the elements, with the number each would have in one's own town."""
        super().__init__()
        self._options = tuple(options)
        self._town = town = project.town
        self.boxes: list[QCheckBox] = []
        column = QVBoxLayout(self)
        scaler = LayoutScaler(theme, self)
        scaler.add(column, spacing=8)
        for way in self._options:
            entry = QVBoxLayout()
            scaler.add(entry, spacing=0)
            box = QCheckBox(f"{way.element.name}（{way.column.title}）", self)
            taken = bool(taken_as(project, way.address))
            words = _TAKEN if taken else _told(way, town)
            box.setChecked(taken)
            box.setEnabled(not taken)
            box.setAccessibleDescription(_TAKEN if taken else way.element.text)
            self.boxes.append(box)
            entry.addWidget(box)
            told = QHBoxLayout()
            scaler.add(told, (32, 0, 0, 0))
            told.addWidget(text_label(words, "caption", self), 1)
            entry.addLayout(told)
            column.addLayout(entry)

    def read(self) -> tuple[Chosen, ...]:
        """Return what was ticked, with the rule its number follows."""
        pairs = zip(self._options, self.boxes, strict=True)
        return tuple(
            Chosen(way.column, way.element.id, _rule(way, self._town))
            for way, box in pairs
            if box.isChecked()
        )


class YesNoPart(QWidget):
    """An answer in a word; none is chosen at first."""

    def __init__(self, theme: Theme):
        """Offer the words."""
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons = {word: QRadioButton(word.label, self) for word in YesNo}
        row = QHBoxLayout(self)
        LayoutScaler(theme, self).add(row, spacing=16)
        for button in self.buttons.values():
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)

    def read(self) -> YesNo | None:
        """Return the word chosen."""
        return next((word for word, button in self.buttons.items() if button.isChecked()), None)


def _number_so_far(text: str) -> int | None:
    try:
        return read_count("数", text)
    except FigureError:
        return None


def _placeholder(question: Question, number: int) -> str:
    """Return what a line asks for, with an example of its own for the first ones."""
    if number >= len(question.examples):
        return "名前"
    one = question.examples[number]
    return f"例: {one.column.title}の「{one.element.name}」"


def _choice(way: GapWay, town: OwnTown) -> RuleChoice | None:
    """Return the rule an element begins with, and what it comes to."""
    choices = possible_rules(way.element, way.column, town)
    rule = suggested_rule(way.element, choices)
    return next((choice for choice in choices if choice.rule is rule), None)


def _rule(way: GapWay, town: OwnTown) -> ScalingRule | None:
    choice = _choice(way, town)
    return choice.rule if choice is not None else None


def _each_words(element: Element) -> str:
    """Return how many of a role there are in each place it is counted in: ``に1名ずつ``."""
    staff = element.staff[0] if element.type is ElementType.ROLE and element.staff else None
    if staff is None or not staff.each or staff.min is None or staff.min != staff.max:
        return ""
    return f"に{staff.min:,}{default_unit(element.type)}ずつ"


def _told(way: GapWay, town: OwnTown) -> str:
    """Return the number there would be here, and what it is."""
    number, choice = "", _choice(way, town)
    if choice is not None and choice.result is not None:
        about = "" if choice.rule is ScalingRule.FIXED else "約"
        element = way.element
        count = f"{about}{choice.result.count:,}{element.unit or default_unit(element.type)}"
        count += _each_words(element)
        number = f"あなたのまちでは{count}（{rule_label(choice.rule, way.element.zone)}）。"
    text = way.element.text.split("。")[0]
    return f"{number}{text}。"
