# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A design's place beside one's own: 近い条件 and 違う条件, and ways to read and compare it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.nearness import Condition, ConditionKind, Nearness
from kyosei_desk.ui.compare.nearness_rows import ConditionRow
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.labels import date_label
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_OF_FIGURES = (
    ConditionKind.POPULATION,
    ConditionKind.AREA,
    ConditionKind.DENSITY,
    ConditionKind.SCHOOLS,
)


class NearnessCard(QFrame):
    """``read_requested(str)`` carries the document's id, ``column_requested(str)`` the design's."""

    read_requested = Signal(str)
    column_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        design: ComparedDesign,
        nearness: Nearness,
        ordered_by: ConditionKind,
        *,
        compared: bool,
        era_first: bool,
    ):
        """Show how near a place is; the condition places are ordered by is set in bold."""
        super().__init__()
        self.setProperty("card", "true")
        self.setAccessibleName(design.title)
        self.design_id = design.id
        self._title = design.title
        self._beside = self._button("")
        self._ordered_by = ordered_by
        self._theme = theme
        column = QVBoxLayout(self)
        self._scaler = LayoutScaler(theme, self)
        self._scaler.add(column, (14, 10, 14, 12), 2)
        column.addLayout(self._head(design))
        column.addWidget(text_label(place_words(design, nearness, era_first=era_first), "caption"))
        self._add_group(column, "近い条件", nearness.near)
        self._add_group(column, "違う条件", nearness.far)
        for words in (figures_words(nearness), missing_words(nearness)):
            if words:
                column.addWidget(text_label(words, "caption"))
        self.set_compared(compared)

    def set_compared(self, compared: bool) -> None:
        """Offer to put the design beside the others, or to take it out."""
        self._name(self._beside, "列から外す" if compared else "列に加える")

    def _head(self, design: ComparedDesign) -> QHBoxLayout:
        row = QHBoxLayout()
        self._scaler.add(row, spacing=4)
        row.addWidget(text_label(design.title, "title"), 1)
        relay_click(self._beside, self.column_requested, design.id)
        read = self._button("読む")
        relay_click(read, self.read_requested, design.document_id)
        row.addWidget(self._beside)
        row.addWidget(read)
        return row

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "link")
        self._name(button, text)
        return button

    def _name(self, button: QPushButton, text: str) -> None:
        button.setText(text)
        button.setAccessibleName(f"{self._title}を{text}")

    def _add_group(self, column: QVBoxLayout, name: str, conditions: Sequence[Condition]) -> None:
        if not conditions:
            return
        column.addSpacing(self._theme.px(4))
        column.addWidget(text_label(name, "group"))
        for condition in conditions:
            chosen = condition.kind is self._ordered_by
            column.addWidget(ConditionRow(self._theme, condition, chosen, self))


def place_words(design: ComparedDesign, nearness: Nearness, *, era_first: bool) -> str:
    """Return where a place is, how far, and of which day its figures are."""
    parts = [design.municipality.prefecture] if design.municipality else []
    distance = nearness.condition(ConditionKind.DISTANCE)
    if distance.gap is not None:
        same = not distance.gap
        parts.append(distance.word if same else f"{distance.label}で{distance.word}")
    if design.as_of is not None:
        parts.append(f"{date_label(design.as_of, era_first)}現在の数字")
    return "　".join(parts)


def figures_words(nearness: Nearness) -> str:
    """Return the figures of a place that wait for one's own to be compared with."""
    waiting = [
        f"{condition.label} {condition.theirs}"
        for condition in nearness.conditions
        if condition.kind in _OF_FIGURES and condition.theirs and not condition.own
    ]
    return "、".join(waiting)


def missing_words(nearness: Nearness) -> str:
    """Return which conditions the design itself says nothing of; nothing where it does."""
    unknown = [
        condition.label
        for condition in nearness.conditions
        if condition.near is None and condition.own and not condition.theirs
    ]
    return f"{'・'.join(unknown)}は、資料に数字がありません。" if unknown else ""
