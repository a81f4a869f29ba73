# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""予算: the lines, who pays year by year, and what the shares rest on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.budgeting import BudgetSheet, budget_sheet
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.entries.segments import Segments
from kyosei_desk.ui.build.entries.side_line import side_line
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
_ROOM_FOR_BOTH, _SHARES_WIDTH = 980, 460
_EMPTY = "明細を入れると、年度ごとの負担がここに出ます。"


class BudgetTab(QWidget):
    """Two parts side by side, or one of them where there is no room for both."""

    address_requested = Signal(str)
    message_requested = Signal(object)

    def __init__(
        self, theme: Theme, session: ProjectSession, library: BuildLibrary, parent: QWidget
    ):
        """Show the budget of the session's project."""
        super().__init__(parent)
        self.setAccessibleName("予算")
        self._theme = theme
        self._library = library
        self.lines = LinesPane(theme, session, library, self)
        self.programmes = ProgrammesPane(theme, session, self)
        self.shares = ShareTable(theme, self)
        labels = {LINES: "明細", SHARES: "負担と補助"}
        self.parts = Segments(theme, "予算のどこを見るか", labels, self)
        self._title = text_label("年度ごとの負担（千円）", "strong", self)
        self._assumptions = text_label("", "caption", self)
        self._empty = text_label(_EMPTY, "subtle", self)
        self._side = QScrollArea(self)
        self._line = side_line(self)
        self._lay_out()
        self.parts.chosen.connect(self._on_part)
        session.project_changed.connect(self.show_project)
        self.programmes.address_requested.connect(self.address_requested)
        self.programmes.message_requested.connect(self.message_requested)
        self.lines.message_requested.connect(self.message_requested)
        self.lines.new_programme_wanted.connect(self._on_new_programme)
        if session.project is not None:
            self.show_project(session.project)

    @property
    def is_wide(self) -> bool:
        """Whether both parts are shown."""
        return self.width() >= self._theme.px(_ROOM_FOR_BOTH)

    @property
    def assumptions(self) -> str:
        """What the shares rest on."""
        return self._assumptions.text()

    def show_project(self, project: ModelProject) -> None:
        """Show a project as it is now."""
        self.lines.show_project(project)
        self.programmes.show_project(project)
        self._show_sheet(budget_sheet(project))

    def show_part(self, part: str) -> None:
        """Look at the lines or at the shares where there is room for one of them."""
        self.parts.choose(part)
        self._arrange()

    def show_reasons(self) -> None:
        """Look at the programmes and where their rates come from."""
        self.show_part(SHARES)
        self._side.ensureWidgetVisible(self.programmes)
        self.programmes.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """Put the keyboard on what is looked at."""
        if self.lines.isVisible():
            self.lines.take_keyboard()
        else:
            self.programmes.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both parts where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _show_sheet(self, sheet: BudgetSheet) -> None:
        self.shares.show_sheet(sheet, era_first=self._library.era_first)
        self.shares.setVisible(bool(sheet.years))
        self._empty.setVisible(not sheet.years)
        sentences = [assumption_sentence(one) for one in sheet.assumptions]
        self._assumptions.setText("\n".join(f"・{sentence}" for sentence in sentences))
        self._assumptions.setVisible(bool(sentences))

    def _on_part(self, _part: str) -> None:
        self._arrange()

    def _on_new_programme(self) -> None:
        self.show_part(SHARES)
        self.programmes.begin()
        self._side.ensureWidgetVisible(self.programmes)

    def _arrange(self) -> None:
        wide = self.is_wide
        self.parts.setVisible(not wide)
        self._line.setVisible(wide)
        lines = wide or self.parts.value == LINES
        for widget in (self.lines, self.lines.add, self.lines.remove):
            widget.setVisible(lines)
        self._side.setVisible(wide or self.parts.value == SHARES)
        self._side.setMaximumWidth(self._theme.px(_SHARES_WIDTH) if wide else 16777215)

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
        self._side.setWidgetResizable(True)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setWidget(inner)
        switch = QHBoxLayout()
        scaler.add(switch, (12, 4, 12, 4), 8)
        switch.addWidget(self.parts)
        switch.addWidget(self.lines.add)
        switch.addWidget(self.lines.remove)
        switch.addStretch(1)
        row = QHBoxLayout()
        scaler.add(row, spacing=0)
        row.addWidget(self.lines, 1)
        row.addWidget(self._line)
        row.addWidget(self._side, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(switch)
        outer.addLayout(row, 1)
