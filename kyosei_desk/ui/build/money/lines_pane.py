# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The lines of the budget with what can be done to them, and what is wrong below."""

import datetime
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.money import put_line, remove_line
from kyosei_desk.domain.projects.changes.order import move_entry
from kyosei_desk.domain.projects.changes.parts import altered, found
from kyosei_desk.domain.projects.identifiers import next_id
from kyosei_desk.domain.projects.making import made
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.money import BudgetLine
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.domain.projects.plausibility_costs import line_doubts
from kyosei_desk.ui.build.entries.entry_page import UNDO
from kyosei_desk.ui.build.entries.one_line import shortened
from kyosei_desk.ui.build.icon_button import IconButton
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.money.line_model import COLUMNS, LineModel
from kyosei_desk.ui.build.money.line_table import LineTable
from kyosei_desk.ui.build.money.reading import LineField, next_fiscal_year
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.project_rules import line_doubt_sentence

NEW_ITEM = "新しい費目"
_MOST_DOUBTS = 3
_LONGEST_NAME = 30
_NOT_EMPTIED = "「{}」のますは空にできません。{}行ごと消すときは「行を消す」か Ctrl+Delete です。"
_TYPE_OVER = "書きなおすときは、そのまま打ってください。"
_EMPTY = (
    "費目を1行ずつ入れます。数量 × 単価 × 月数 で金額が出て、補助ごとに国とまちの負担を計算します。"
)


class LinesPane(QWidget):
    """``new_programme_wanted()`` comes from the list of programmes in a cell.

    Who holds the pane places its buttons ``add`` and ``remove``.
    """

    message_requested = Signal(object)
    new_programme_wanted = Signal()

    def __init__(
        self, theme: Theme, session: ProjectSession, library: BuildLibrary, parent: QWidget
    ):
        """Show the budget of the session's project."""
        super().__init__(parent)
        self._session = session
        self._library = library
        self.model = LineModel(self)
        self.table = LineTable(theme, self.model, self)
        self.add = IconButton(theme, "add", "行を加える", "tool", self)
        self.add.setToolTip("行を加える（Insert）")
        self.remove = IconButton(theme, "trash", "行を消す", "tool", self)
        self.remove.setToolTip("選んでいる行を消す（Ctrl+Delete）")
        self._wrong = QPushButton(self)
        self._wrong.setProperty("kind", "link")
        self._said = text_label("", "caption", self)
        self._said.setProperty("wrong", True)
        self._doubts = text_label("", "caption", self)
        self._doubts.setProperty("doubt", True)
        self._empty = text_label(_EMPTY, "subtle", self)
        self._lay_out(theme)
        self._connect()

    @property
    def doubts(self) -> str:
        """What is asked about the lines."""
        return "" if self._doubts.isHidden() else self._doubts.text()

    @property
    def said_wrong(self) -> str:
        """What is said about a cell that cannot be taken."""
        return "" if self._said.isHidden() else self._said.text()

    def show_project(self, project: ModelProject) -> None:
        """Show a project as it is now."""
        self.table.set_project(project)
        self.model.show_project(project, era_first=self._library.era_first)
        self._empty.setVisible(not project.budget)
        self.table.setVisible(bool(project.budget))
        doubts = [line_doubt_sentence(one) for one in line_doubts(project)]
        self._doubts.setText("\n".join(f"？ {sentence}" for sentence in doubts[:_MOST_DOUBTS]))
        self._doubts.setVisible(bool(doubts))
        self._show_state()

    def take_keyboard(self) -> None:
        """Put the keyboard on the table, or on what begins it."""
        if self.model.lines:
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, 1))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    # Changing

    def add_line(self) -> None:
        """Add a line for the same year and programme as the one chosen, and write its item."""
        lines = self.model.lines
        like = self._line(self.table.chosen) or (lines[-1] if lines else None)
        year = like.fiscal_year if like else next_fiscal_year(datetime.date.today())
        programme = like.programme if like else None

        def new(project: ModelProject) -> BudgetLine:
            known = {one.id for one in project.programmes}
            return made(
                BudgetLine,
                id=next_id(project, ProjectPart.LINE),
                fiscal_year=year,
                item=NEW_ITEM,
                quantity=1.0,
                unit="式",
                unit_price=0,
                programme=programme if programme in known else None,
            )

        self._put_new(new)

    def add_again(self, line_id: str) -> None:
        """Add a line like another."""
        line = self._line(line_id)
        if line is not None:
            self._put_new(lambda project: altered(line, id=next_id(project, ProjectPart.LINE)))

    def _put_new(self, new: Callable[[ModelProject], BudgetLine]) -> None:
        """Add a line; its id is free in the project that it is added to, be that later."""
        added: list[str] = []

        def change(project: ModelProject) -> Changed:
            line = new(project)
            added.append(line.id)
            return put_line(project, line)

        if self._session.apply(change) and added:
            self.table.go_to(added[0], LineField.ITEM, edit=True)

    def remove_line(self, line_id: str) -> None:
        """Remove a line, and offer to take that back."""
        line, row = self._line(line_id), self.model.row_of(line_id)
        if line is None or not self._session.apply(_removing(line_id)):
            return
        text = f"予算の行「{shortened(line.item, _LONGEST_NAME)}」を消しました。"
        undo = partial(self._session.undo_of, self._session.last_change)
        self.message_requested.emit(Message(Severity.INFO, text, UNDO, undo))
        if self.model.lines:
            left = self.model.lines[min(row, len(self.model.lines) - 1)]
            self.table.go_to(left.id, LineField.ITEM)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _alter(self, line_id: str, field: LineField, value: object) -> None:
        def change(project: ModelProject) -> Changed:
            line = found(project.budget, line_id, ProjectPart.LINE)
            return put_line(project, altered(line, **{field.value: value}))

        self._session.apply(change)

    def _on_move(self, line_id: str, by: int) -> None:
        place = self.model.row_of(line_id) + by
        field = LineField.ITEM
        if 0 <= place < len(self.model.lines):
            self._session.apply(
                lambda project: move_entry(project, ProjectPart.LINE, line_id, place)
            )
            self.table.go_to(line_id, field)

    def _on_remove(self) -> None:
        if self.table.chosen:
            self.remove_line(self.table.chosen)

    def _on_not_emptied(self, field: LineField) -> None:
        how = "" if field is LineField.YEN else _TYPE_OVER
        text = _NOT_EMPTIED.format(COLUMNS[field], how)
        self.message_requested.emit(Message(Severity.INFO, text))

    def _line(self, line_id: str) -> BudgetLine | None:
        return next((line for line in self.model.lines if line.id == line_id), None)

    # What is wrong

    def _show_state(self) -> None:
        """Say what is wrong of the cell chosen, else of the first one; lead to the others."""
        self.remove.setEnabled(bool(self.table.chosen))
        wrong = self.model.wrong
        self._wrong.setVisible(bool(wrong))
        self._said.setVisible(bool(wrong))
        if not wrong:
            return
        line_id, field = self._wrong_place()
        line = self._line(line_id)
        item = shortened(line.item, _LONGEST_NAME) if line else ""
        self._said.setText(f"「{item}」の{COLUMNS[field]}: {wrong[line_id, field].sentence}")
        self._wrong.setText(f"直すところ {len(wrong)}件")

    def _wrong_place(self) -> tuple[str, LineField]:
        wrong, index = self.model.wrong, self.table.currentIndex()
        if index.isValid():
            here = (self.table.chosen, tuple(COLUMNS)[index.column()])
            if here in wrong:
                return here
        return next(iter(wrong))

    def _on_wrong(self) -> None:
        places = list(self.model.wrong)
        here = self._wrong_place()
        index = self.table.currentIndex()
        on_it = index.isValid() and (self.table.chosen, tuple(COLUMNS)[index.column()]) == here
        place = places[(places.index(here) + int(on_it)) % len(places)]
        self.table.go_to(*place, edit=True)

    # Making

    def _lay_out(self, theme: Theme) -> None:
        scaler = LayoutScaler(theme, self)
        notes = QHBoxLayout()
        scaler.add(notes, (12, 2, 12, 2), 8)
        notes.addWidget(self._said, 1)
        notes.addWidget(self._wrong, 0, Qt.AlignmentFlag.AlignTop)
        hint = QVBoxLayout()
        scaler.add(hint, (14, 2, 14, 2), 0)
        hint.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(hint)
        column.addWidget(self.table, 1)
        column.addLayout(notes)
        asked = QVBoxLayout()
        scaler.add(asked, (12, 0, 12, 2), 0)
        asked.addWidget(self._doubts)
        column.addLayout(asked)
        column.addStretch(0)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_line)
        self.remove.clicked.connect(self._on_remove)
        self._wrong.clicked.connect(self._on_wrong)
        self.model.entered.connect(self._alter)
        self.model.wrong_changed.connect(self._show_state)
        table = self.table
        table.picked.connect(self._alter)
        table.add_wanted.connect(self.add_line)
        table.again_wanted.connect(self.add_again)
        table.removal_wanted.connect(self.remove_line)
        table.move_wanted.connect(self._on_move)
        table.not_emptied.connect(self._on_not_emptied)
        table.new_programme_wanted.connect(self.new_programme_wanted)
        table.cell_chosen.connect(self._show_state)


def _removing(line_id: str) -> Callable[[ModelProject], Changed]:
    return lambda project: remove_line(project, line_id)
