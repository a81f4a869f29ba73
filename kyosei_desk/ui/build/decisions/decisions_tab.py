# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""決めたこと: decisions, what the project is for, and who takes part, in one tab."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.changes.decisions import remove_decision
from kyosei_desk.domain.projects.changes.goals import remove_goal
from kyosei_desk.domain.projects.changes.people import remove_participant
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.build.decisions.decision_form import DecisionForm
from kyosei_desk.ui.build.decisions.goal_form import GoalForm
from kyosei_desk.ui.build.decisions.people_form import PeopleForm
from kyosei_desk.ui.build.entries.entry_page import EntryKind, EntryPage
from kyosei_desk.ui.build.entries.entry_table import Row
from kyosei_desk.ui.build.entries.segments import Segments
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.labels import date_label
from kyosei_desk.ui.theme import Theme

DECISIONS, GOALS, PEOPLE = "decisions", "goals", "people"
_LABELS = {DECISIONS: "決めたこと", GOALS: "めざすこと", PEOPLE: "関わる人"}
_EMPTY = {
    DECISIONS: "決めたことと、その理由を残しておくと、担当が変わっても、経緯が分かります。",
    GOALS: "この案で、まちがどうなることをめざすかを書きます。",
    PEOPLE: "この案づくりに関わる役職や団体を書きます。",
}


class DecisionsTab(QWidget):
    """``address_requested(str)`` reads a passage a decision rests on."""

    address_requested = Signal(str)
    message_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        library: BuildLibrary,
        worker: WorkerThread,
        parent: QWidget,
    ):
        """Show what the session's project has of them."""
        super().__init__(parent)
        self.setAccessibleName("決めたこと")
        self._library = library
        self._session = session
        self.parts = Segments(theme, "決めたことのどこを見るか", _LABELS, self)
        form = DecisionForm(theme, session, library, worker)
        form.address_requested.connect(self.address_requested)
        self.pages = {
            DECISIONS: EntryPage(theme, session, self._decision_kind(), form, self),
            GOALS: EntryPage(
                theme, session, self._goal_kind(), GoalForm(theme, session, library), self
            ),
            PEOPLE: EntryPage(theme, session, _people_kind(), PeopleForm(theme, session), self),
        }
        self._stack = QStackedWidget(self)
        for page in self.pages.values():
            self._stack.addWidget(page)
            page.message_requested.connect(self.message_requested)
        row = QHBoxLayout()
        LayoutScaler(theme, self).add(row, (12, 4, 12, 4), 8)
        row.addWidget(self.parts)
        for page in self.pages.values():
            row.addWidget(page.add)
            page.tool_row.hide()
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.parts.chosen.connect(self.show_part)
        self.show_part(DECISIONS)

    def show_part(self, part: str) -> None:
        """Look at the decisions, the goals or the people."""
        self.parts.choose(part)
        self._stack.setCurrentWidget(self.pages[part])
        for key, page in self.pages.items():
            page.add.setVisible(key == part)

    def take_keyboard(self) -> None:
        """Put the keyboard on what is looked at."""
        self.pages[self.parts.value].take_keyboard()

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        if (project := self._session.project) is not None:
            for page in self.pages.values():
                page.show_project(project)

    def _decision_kind(self) -> EntryKind:
        return EntryKind(
            name="決めたこと",
            add="決めたことを書く",
            empty=_EMPTY[DECISIONS],
            columns=("決めたこと", "理由", "決めたところ", "決めた日", "よりどころ"),
            rows=self._decisions,
            remove=remove_decision,
            dates=("決めた日",),
        )

    def _goal_kind(self) -> EntryKind:
        return EntryKind(
            name="めざすこと",
            add="めざすことを書く",
            empty=_EMPTY[GOALS],
            columns=("めざすこと", "関わる指針の項目"),
            rows=self._goals,
            remove=remove_goal,
        )

    def _decisions(self, project: ModelProject) -> list[Row]:
        era = self._library.era_first
        return [
            Row(
                one.id,
                (
                    _line(one.what),
                    _line(one.why or ""),
                    one.who or "",
                    date_label(one.on, era) if one.on else "",
                    f"{len(one.passages)}か所" if one.passages else "",
                ),
            )
            for one in project.decisions
        ]

    def _goals(self, project: ModelProject) -> list[Row]:
        known = self._library.provisions
        return [
            Row(
                goal.id,
                (
                    _line(goal.text),
                    "、".join(known[one].plain for one in goal.provisions if one in known),
                ),
            )
            for goal in project.goals
        ]


def _people_kind() -> EntryKind:
    return EntryKind(
        name="関わる人",
        add="関わる人を加える",
        empty=_EMPTY[PEOPLE],
        columns=("役職・団体", "関わり方"),
        rows=_people,
        remove=remove_participant,
    )


def _people(project: ModelProject) -> list[Row]:
    return [Row(one.id, (one.role, _line(one.part or ""))) for one in project.participants]


def _line(text: str) -> str:
    return " ".join(text.split())
