# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A row of the gap board with its details, which are made when they are first opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyosei_desk.domain.projects.gaps import GapRow
from kyosei_desk.ui.build.board.row_details import RowDetails
from kyosei_desk.ui.build.board.row_head import RowHead
from kyosei_desk.ui.theme import Theme


class BoardRow(QWidget):
    """The signals begin with the provision's id; ``asked_why`` has the form that came up."""

    head_pressed = Signal(str)
    move_requested = Signal(str, int)
    element_chosen = Signal(str)
    ways_wanted = Signal(str)
    addition_wanted = Signal(str)
    passage_wanted = Signal(str)
    asked_why = Signal(QWidget)
    left_out = Signal(str, str)
    taken_up = Signal(str)

    def __init__(self, theme: Theme, row: GapRow, parent: QWidget):
        """Show a row, folded."""
        super().__init__(parent)
        self._theme = theme
        self._row = row
        self._details: RowDetails | None = None
        self.head = RowHead(theme, row, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self.head.clicked.connect(self._on_pressed)
        self.head.move_requested.connect(self._on_move)

    @property
    def gap(self) -> GapRow:
        """What the row shows."""
        return self._row

    @property
    def details(self) -> RowDetails | None:
        """The details, once they have been opened."""
        return self._details

    @property
    def is_opened(self) -> bool:
        """Whether the details are shown."""
        return self._details is not None and not self._details.isHidden()

    def show_row(self, row: GapRow) -> None:
        """Show the row as it is now."""
        if row == self._row:
            return
        self._row = row
        self.head.show_row(row)
        if self._details is not None:
            self._details.show_row(row)

    def set_state(self, *, chosen: bool, opened: bool) -> None:
        """Show whether the row is chosen, and its details or not."""
        if opened and self._details is None:
            self._details = self._make_details()
            self._column.addWidget(self._details)
        if self._details is not None:
            self._details.setVisible(opened)
        self.head.set_state(chosen=chosen, opened=opened)

    def _make_details(self) -> RowDetails:
        made = RowDetails(self._theme, self._row, self)
        made.element_chosen.connect(self.element_chosen)
        made.ways_wanted.connect(self._on_ways)
        made.addition_wanted.connect(self._on_addition)
        made.passage_wanted.connect(self._on_passage)
        made.asked_why.connect(self.asked_why)
        made.left_out.connect(self._on_left_out)
        made.taken_up.connect(self._on_taken_up)
        return made

    @property
    def _id(self) -> str:
        return self._row.provision.id

    def _on_pressed(self) -> None:
        self.head_pressed.emit(self._id)

    def _on_move(self, step: int) -> None:
        self.move_requested.emit(self._id, step)

    def _on_ways(self) -> None:
        self.ways_wanted.emit(self._id)

    def _on_addition(self) -> None:
        self.addition_wanted.emit(self._id)

    def _on_passage(self) -> None:
        self.passage_wanted.emit(self._id)

    def _on_left_out(self, reason: str) -> None:
        self.left_out.emit(self._id, reason)

    def _on_taken_up(self) -> None:
        self.taken_up.emit(self._id)
