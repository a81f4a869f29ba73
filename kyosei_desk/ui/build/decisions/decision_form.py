# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The form of a decision: what, why, by which body, when, and on which passages."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kyosei_desk.domain.dates import PartialDate, today
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.decisions import put_decision
from kyosei_desk.domain.projects.identifiers import Entry
from kyosei_desk.domain.projects.making import made
from kyosei_desk.domain.projects.model import Decision, ModelProject
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.search.written_days import spoken_day
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.build.decisions.passages_field import PassagesField
from kyosei_desk.ui.build.entries.entry_form import EntryForm
from kyosei_desk.ui.build.entries.field_form import FieldError
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.reader.labels import date_label
from kyosei_desk.ui.theme import Theme

_WHAT, _WHY, _WHO, _ON, _PASSAGES = "what", "why", "who", "on", "passages"
_NOTHING = "何を決めたかを書いてください。"
_NO_DAY = "年、年月、年月日のどれかで入れてください（例: 令和8年11月20日、11月20日）。"


class DecisionForm(EntryForm):
    """``address_requested(str)`` reads a passage."""

    address_requested = Signal(str)

    part = ProjectPart.DECISION
    new_title = "決めたことを書く"
    title = "決めたことの内容"

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        library: BuildLibrary,
        worker: WorkerThread,
        parent: QWidget | None = None,
    ):
        """Make the fields."""
        super().__init__(theme, session, parent)
        self._library = library
        self.passages = PassagesField(theme, library, worker, self)
        self.body.addWidget(self.add_note(_WHAT, "決めたこと", 2))
        self.body.addWidget(self.add_note(_WHY, "そう決めた理由", 3))
        row = QHBoxLayout()
        self.scaler.add(row, spacing=10)
        row.addWidget(
            self.add_line(_WHO, "決めたところ（会議・課など）", "策定委員会"),
            1,
            Qt.AlignmentFlag.AlignTop,
        )
        row.addWidget(
            self.add_line(_ON, "決めた日", "令和8年11月20日", 24), 1, Qt.AlignmentFlag.AlignTop
        )
        self.body.addLayout(row)
        self.body.addWidget(
            self.add_field(_PASSAGES, "よりどころの箇所（資料の本文）", self.passages)
        )
        self.passages.changed.connect(self.keep)
        self.passages.address_requested.connect(self.address_requested)

    def texts(self, entry: Entry) -> Mapping[str, str]:
        """Return what stands in the fields."""
        assert isinstance(entry, Decision)
        day = date_label(entry.on, self._library.era_first) if entry.on else ""
        return {_WHAT: entry.what, _WHY: entry.why or "", _WHO: entry.who or "", _ON: day}

    def show_more(self, project: ModelProject, entry: Entry | None) -> None:
        """Show the passages."""
        self.passages.show_addresses(entry.passages if isinstance(entry, Decision) else ())

    def read(self, entry_id: str) -> Entry:
        """Return the decision as it stands in the fields."""
        return made(
            Decision,
            id=entry_id,
            what=self.needed(_WHAT, _NOTHING),
            why=self.text(_WHY) or None,
            who=self.text(_WHO) or None,
            on=self._day(),
            passages=self.passages.addresses,
        )

    def put(self, project: ModelProject, entry: Entry) -> Changed:
        """Write the decision down."""
        assert isinstance(entry, Decision)
        return put_decision(project, entry)

    def _day(self) -> PartialDate | None:
        text = self.text(_ON)
        day = spoken_day(text, today()) if text else None
        if text and day is None:
            raise FieldError(_ON, _NO_DAY)
        return day
