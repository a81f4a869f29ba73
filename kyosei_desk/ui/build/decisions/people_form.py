# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The form of one who takes part: an office or a body, never a named person."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.people import put_participant
from kyosei_desk.domain.projects.identifiers import Entry
from kyosei_desk.domain.projects.making import made
from kyosei_desk.domain.projects.model import ModelProject, Participant
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.ui.build.entries.entry_form import EntryForm
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_ROLE, _PART = "role", "part"
_NOTHING = "役職か団体の名前を入れてください。"
_NO_NAMES = "人の名前ではなく、役職や団体の名前で書きます。異動があっても、そのまま使えます。"


class PeopleForm(EntryForm):
    """The role, and what is done in it."""

    part = ProjectPart.PARTICIPANT
    new_title = "関わる人を加える"
    title = "関わる人"

    def __init__(self, theme: Theme, session: ProjectSession, parent: QWidget | None = None):
        """Make the fields."""
        super().__init__(theme, session, parent)
        self.body.addWidget(text_label(_NO_NAMES, "caption", self))
        self.body.addWidget(self.add_line(_ROLE, "役職・団体", "民生委員児童委員協議会"))
        self.body.addWidget(self.add_note(_PART, "関わり方", 2))

    def texts(self, entry: Entry) -> Mapping[str, str]:
        """Return what stands in the fields."""
        assert isinstance(entry, Participant)
        return {_ROLE: entry.role, _PART: entry.part or ""}

    def read(self, entry_id: str) -> Entry:
        """Return who takes part as it stands in the fields."""
        role = self.needed(_ROLE, _NOTHING)
        return made(Participant, id=entry_id, role=role, part=self.text(_PART) or None)

    def put(self, project: ModelProject, entry: Entry) -> Changed:
        """Write it down."""
        assert isinstance(entry, Participant)
        return put_participant(project, entry)
