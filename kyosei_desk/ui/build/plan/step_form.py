# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The form of a step of the schedule."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.schedule import put_step
from kyosei_desk.domain.projects.identifiers import Entry
from kyosei_desk.domain.projects.making import made
from kyosei_desk.domain.projects.model import ModelProject, Step
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.ui.build.entries.entry_form import EntryForm
from kyosei_desk.ui.build.entries.field_form import FieldError
from kyosei_desk.ui.build.entries.tick_field import TickField
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.plan.months import month_words, read_month
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.theme import Theme

_NAME, _START, _END, _ELEMENTS, _NOTE = "name", "start", "end", "elements", "note"
_NAMELESS = "することを書いてください。"
_NO_START = "いつから始めるかを入れてください（例: 令和9年4月）。"
_NO_MONTH = "年と月で入れてください（例: 令和9年4月、来年4月、2027-04）。"
_BACKWARDS = "終わりの月が、始まりの月より前になっています。"


class StepForm(EntryForm):
    """Without a last month a step takes the first one only."""

    part = ProjectPart.STEP
    new_title = "することを加える"
    title = "することの内容"

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        library: BuildLibrary,
        parent: QWidget | None = None,
    ):
        """Make the fields."""
        super().__init__(theme, session, parent)
        self._library = library
        self.elements = TickField(theme, "どの要素のため", self)
        self.body.addWidget(self.add_line(_NAME, "すること", "住民説明会をひらく"))
        row = QHBoxLayout()
        self.scaler.add(row, spacing=10)
        row.addWidget(
            self.add_line(_START, "始まりの月", "令和9年4月", 20), 1, Qt.AlignmentFlag.AlignTop
        )
        row.addWidget(
            self.add_line(_END, "終わりの月", "令和9年9月", 20), 1, Qt.AlignmentFlag.AlignTop
        )
        self.body.addLayout(row)
        self.body.addWidget(self.add_field(_ELEMENTS, "どの要素のため", self.elements))
        self.body.addWidget(self.add_note(_NOTE, "メモ"))
        self.elements.changed.connect(self.keep)

    def texts(self, entry: Entry) -> Mapping[str, str]:
        """Return what stands in the fields."""
        assert isinstance(entry, Step)
        era = self._library.era_first
        return {
            _NAME: entry.name,
            _START: month_words(entry.start, era_first=era),
            _END: month_words(entry.end, era_first=era),
            _NOTE: entry.note or "",
        }

    def show_more(self, project: ModelProject, entry: Entry | None) -> None:
        """Show the elements the step is about."""
        ticked = entry.elements if isinstance(entry, Step) else ()
        choices = [(element.id, element.name) for element in project.design.elements]
        self.elements.show_values(choices, ticked)

    def read(self, entry_id: str) -> Entry:
        """Return the step as it stands in the fields."""
        name = self.needed(_NAME, _NAMELESS)
        self.needed(_START, _NO_START)
        start = self._month(_START)
        end = self._month(_END) if self.text(_END) else start
        if end < start:
            raise FieldError(_END, _BACKWARDS)
        return made(
            Step,
            id=entry_id,
            name=name,
            start=start,
            end=end,
            elements=self.elements.values,
            note=self.text(_NOTE) or None,
        )

    def put(self, project: ModelProject, entry: Entry) -> Changed:
        """Write the step down."""
        assert isinstance(entry, Step)
        return put_step(project, entry)

    def _month(self, key: str) -> PartialDate:
        month = read_month(self.text(key))
        if month is None:
            raise FieldError(key, _NO_MONTH)
        return month
