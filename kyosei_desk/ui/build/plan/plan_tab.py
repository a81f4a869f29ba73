# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""日程: the steps as bars or as a table, and the form of one of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from kyosei_desk.domain.dates import today
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.parts import altered, found
from kyosei_desk.domain.projects.changes.schedule import put_step, remove_step
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.domain.projects.planning import plan
from kyosei_desk.ui.build.entries.entry_page import EntryKind, EntryPage
from kyosei_desk.ui.build.entries.entry_table import Row
from kyosei_desk.ui.build.entries.segments import Segments
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.plan.months import month_words, months_later
from kyosei_desk.ui.build.plan.plan_view import PlanView
from kyosei_desk.ui.build.plan.step_form import StepForm
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.theme import Theme

BARS, TABLE = "bars", "table"
_EMPTY = "いつ、何をするかを入れると、月ごとの図になります。"


class PlanTab(EntryPage):
    """The same steps in both ways, in sync."""

    def __init__(
        self, theme: Theme, session: ProjectSession, library: BuildLibrary, parent: QWidget
    ):
        """Show the schedule of the session's project."""
        self._library = library
        self.view: PlanView | None = None
        kind = EntryKind(
            name="日程",
            add="することを加える",
            empty=_EMPTY,
            columns=("すること", "始まり", "終わり", "どの要素のため", "メモ"),
            rows=self._rows,
            remove=remove_step,
            dates=("始まり", "終わり"),
        )
        form = StepForm(theme, session, library)
        super().__init__(theme, session, kind, form, parent)
        self.way = Segments(theme, "日程の見かた", {BARS: "図", TABLE: "表"}, self)
        self.tools.insertWidget(1, self.way)
        self.view = PlanView(theme, self)
        self._ways = QStackedWidget(self)
        self.list_side.replaceWidget(self.table, self._ways)
        self.list_side.setStretchFactor(self._ways, 1)
        self._ways.addWidget(self.view)
        self._ways.addWidget(self.table)
        self.way.chosen.connect(self._on_way)
        self.view.opened.connect(self.open_entry)
        self.view.clicked_on.connect(self.look_at)
        self.view.removal_wanted.connect(self.remove_entry)
        self.view.add_wanted.connect(self.begin)
        self.view.shift_wanted.connect(self._on_shift)
        self.view.chosen_changed.connect(self._on_chosen)
        if session.project is not None:
            self.show_project(session.project)

    def show_project(self, project: ModelProject) -> None:
        """Show a project as it is now."""
        super().show_project(project)
        if self.view is not None:
            era = self._library.era_first
            self.view.show_plan(plan(project), today(), era_first=era)

    def choose(self, entry_id: str) -> None:
        """Choose a step in both ways."""
        super().choose(entry_id)
        if self.view is not None:
            self.view.choose(entry_id)

    def show_list(self, shown: bool) -> None:
        """Show the bars or the table, or neither where there is no step."""
        if self.view is None:
            super().show_list(shown)
        else:
            self._ways.setVisible(shown)

    def _focused_list(self) -> QWidget:
        assert self.view is not None
        return self.view if self.way.value == BARS else self.table

    def _on_way(self, way: str) -> None:
        assert self.view is not None
        if way == TABLE:
            self._ways.setCurrentWidget(self.table)
            self.table.choose(self.view.chosen)
        else:
            self._ways.setCurrentWidget(self.view)
            self.view.choose(self.table.chosen)
        self._focused_list().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, step_id: str) -> None:
        self.table.choose(step_id)
        self.follow(step_id)

    def _on_shift(self, step_id: str, start: int, end: int) -> None:
        def change(project: ModelProject) -> Changed:
            step = found(project.steps, step_id, ProjectPart.STEP)
            first, last = months_later(step.start, start), months_later(step.end, end)
            return put_step(project, altered(step, start=first, end=max(first, last)))

        self._session.apply(change)

    def _rows(self, project: ModelProject) -> list[Row]:
        era = self._library.era_first
        names = {element.id: element.name for element in project.design.elements}
        return [
            Row(
                step.id,
                (
                    step.name,
                    month_words(step.start, era_first=era),
                    month_words(step.end, era_first=era),
                    "、".join(names[element] for element in step.elements),
                    " ".join((step.note or "").split()),
                ),
            )
            for step in project.steps
        ]
