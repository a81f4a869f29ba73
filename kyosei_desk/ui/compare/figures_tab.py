# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""数字: figures made comparable, as bars with their formula and the days of their numbers."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyosei_desk.domain.comparing.figures import (
    Figure,
    FigureRow,
    Missing,
    profile_figures,
    provision_figures,
)
from kyosei_desk.domain.comparing.quantities import Basis
from kyosei_desk.domain.vocabulary import ElementType
from kyosei_desk.ui.compare.choice_menu import ChoiceMenu
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.figure_rows import figure_lines
from kyosei_desk.ui.compare.figures_view import FiguresModel, FiguresView
from kyosei_desk.ui.compare.tab_order import in_order
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_TOWNS = "towns"
_LEGEND = "斜線の棒は、割った二つの数の日付がちがうか、出典に日付がないものです。"
_NOTHING = "この割り方で出せる数字がありません。割り方を変えてください。"


class FiguresTab(QWidget):
    """``address_requested(str)`` asks to read where a figure comes from."""

    address_requested = Signal(str)

    def __init__(
        self, theme: Theme, controller: ComparisonController, parent: QWidget | None = None
    ):
        """Begin with the figures of the municipalities."""
        super().__init__(parent)
        self._controller = controller
        self.model = FiguresModel(self)
        self.view = FiguresView(theme, self.model, self)
        self.choice = ChoiceMenu(theme, "数字", self)
        choices = [(_TOWNS, "まちの数字")]
        choices += [(basis.value, f"しくみの数 {basis.label}") for basis in Basis]
        self.choice.set_choices(choices, _TOWNS)
        self._note = text_label(_LEGEND, "caption", self)
        self._empty = text_label(_NOTHING, "subtle", self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tools = FlowRow(theme, spacing=12, top=4, bottom=4)
        tools.add(self.choice)
        column = QVBoxLayout(self)
        scaler = LayoutScaler(theme, self)
        scaler.add(column, spacing=0)
        head = QVBoxLayout()
        scaler.add(head, (18, 0, 18, 6), 0)
        head.addWidget(tools)
        head.addWidget(self._note)
        column.addLayout(head)
        column.addWidget(self._empty, 1)
        column.addWidget(self.view, 1)
        in_order(self.choice, self.view)
        self.choice.chosen.connect(self.refresh)
        self.view.address_requested.connect(self.address_requested)

    def refresh(self) -> None:
        """Show the figures of the columns of now."""
        controller = self._controller
        rows = self._rows()
        lines = figure_lines(rows, controller.columns, era_first=controller.era_first)
        self.model.set_lines(lines)
        self._empty.setVisible(not lines)
        self.view.setVisible(bool(lines))
        if lines:
            self.view.setCurrentIndex(self.model.index(0, 0))

    def _rows(self) -> tuple[FigureRow, ...]:
        corpus, columns = self._controller.corpus, self._controller.columns
        if corpus is None:
            return ()
        if self.choice.value == _TOWNS:
            return profile_figures(columns)
        provisions = tuple(corpus.provisions.values())
        basis = next(basis for basis in Basis if basis == self.choice.value)
        rows = provision_figures(columns, provisions, basis)
        if basis is not Basis.PEOPLE_PER_ONE:
            return rows
        return tuple(replace(row, figures=_of_places(row.figures)) for row in rows)


def _of_places(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures of places, as in the table: nobody lives around an activity.

    A design that has none left keeps its line, which says that there is no number.
    """
    kept: list[Figure] = []
    for design_id, own in groupby(figures, key=lambda figure: figure.design_id):
        found = list(own)
        fitting = [
            figure
            for figure in found
            if figure.element is None or figure.element.type is ElementType.PLACE
        ]
        kept += fitting or [Figure(design_id, None, missing=Missing.NO_COUNT)]
    return tuple(kept)
