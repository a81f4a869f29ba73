# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""予算: the lines, who pays year by year, and what the shares rest on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyosei_desk.domain.projects.budgeting import BudgetSheet, budget_sheet
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.entries.two_parts import PartsShape, TwoParts
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.money.lines_pane import LinesPane
from kyosei_desk.ui.build.money.programmes_pane import ProgrammesPane
from kyosei_desk.ui.build.money.share_table import ShareTable
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.project_rules import assumption_sentence

LINES, SHARES = "lines", "shares"
_SHAPE = PartsShape(
    question="予算のどこを見るか",
    labels={LINES: "明細", SHARES: "負担と補助"},
    room_for_both=980,
    side_width=430,
)
_EMPTY = "明細を入れると、年度ごとの負担がここに出ます。"


class BudgetTab(TwoParts):
    """The lines, and at their side the shares with what they rest on."""

    address_requested = Signal(str)
    message_requested = Signal(object)

    def __init__(
        self, theme: Theme, session: ProjectSession, library: BuildLibrary, parent: QWidget
    ):
        """Show the budget of the session's project."""
        super().__init__(theme, _SHAPE, parent)
        self.setAccessibleName("予算")
        self._library = library
        self.lines = LinesPane(theme, session, library, self)
        self.programmes = ProgrammesPane(theme, session, self)
        self.shares = ShareTable(theme, self)
        self._title = text_label("年度ごとの負担（千円）", "strong", self)
        self._assumptions = text_label("", "caption", self)
        self._empty = text_label(_EMPTY, "subtle", self)
        self._lay_out()
        session.project_changed.connect(self.show_project)
        self.programmes.address_requested.connect(self.address_requested)
        self.programmes.message_requested.connect(self.message_requested)
        self.lines.message_requested.connect(self.message_requested)
        self.lines.new_programme_wanted.connect(self._on_new_programme)
        if session.project is not None:
            self.show_project(session.project)

    @property
    def assumptions(self) -> str:
        """What the shares rest on."""
        return self._assumptions.text()

    def show_project(self, project: ModelProject) -> None:
        """Show a project as it is now."""
        self.lines.show_project(project)
        self.programmes.show_project(project)
        self._show_sheet(budget_sheet(project))

    def show_reasons(self) -> None:
        """Look at the programmes and where their rates come from."""
        self.show_part(SHARES)
        self.side.ensureWidgetVisible(self.programmes)
        self.programmes.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """Put the keyboard on what is looked at."""
        if self.lines.isVisible():
            self.lines.take_keyboard()
        else:
            self.programmes.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sheet(self, sheet: BudgetSheet) -> None:
        self.shares.show_sheet(sheet, era_first=self._library.era_first)
        self.shares.setVisible(bool(sheet.years))
        self._empty.setVisible(not sheet.years)
        sentences = [assumption_sentence(one) for one in sheet.assumptions]
        self._assumptions.setText("\n".join(f"・{sentence}" for sentence in sentences))
        self._assumptions.setVisible(bool(sentences))

    def _on_new_programme(self) -> None:
        self.show_part(SHARES)
        self.programmes.begin()
        self.side.ensureWidgetVisible(self.programmes)

    def _lay_out(self) -> None:
        scaler = LayoutScaler(self._theme, self)
        inner = QWidget()
        column = QVBoxLayout(inner)
        scaler.add(column, (0, 4, 0, 8), 8)
        sums = QVBoxLayout()
        scaler.add(sums, (14, 0, 12, 0), 4)
        for widget in (self._title, self._empty, self.shares):
            sums.addWidget(widget)
        notes = QVBoxLayout()
        scaler.add(notes, (14, 0, 12, 0), 4)
        notes.addWidget(text_label("この計算の前提", "strong", inner))
        notes.addWidget(self._assumptions)
        column.addLayout(sums)
        column.addWidget(self.programmes)
        column.addLayout(notes)
        column.addStretch(1)
        self.place(self.lines, inner, self.lines.add, self.lines.remove)
