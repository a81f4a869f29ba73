# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The form of a goal: what the project is for, and which provisions it serves."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.goals import put_goal
from kyosei_desk.domain.projects.identifiers import Entry
from kyosei_desk.domain.projects.making import made
from kyosei_desk.domain.projects.model import Goal, ModelProject
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.ui.build.entries.entry_form import EntryForm
from kyosei_desk.ui.build.entries.tick_field import TickField
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.theme import Theme

_TEXT, _PROVISIONS = "text", "provisions"
_NOTHING = "めざすことを書いてください。"


class GoalForm(EntryForm):
    """A goal is one sentence or two."""

    part = ProjectPart.GOAL
    new_title = "めざすことを書く"
    title = "めざすことの内容"

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
        self.provisions = TickField(theme, "関わる指針の項目", self)
        example = "例: 困ったときに、歩いて行けるところで相談できる"
        self.body.addWidget(self.add_note(_TEXT, "めざすこと", 3, example))
        self.body.addWidget(self.add_field(_PROVISIONS, "関わる指針の項目", self.provisions))
        self.provisions.changed.connect(self.keep)

    def texts(self, entry: Entry) -> Mapping[str, str]:
        """Return what stands in the fields."""
        assert isinstance(entry, Goal)
        return {_TEXT: entry.text}

    def show_more(self, project: ModelProject, entry: Entry | None) -> None:
        """Show the provisions."""
        functions = self._library.functions
        choices = [
            (one.id, f"{functions[one.function].number or '計'} {one.plain}")
            for one in self._library.provisions.values()
        ]
        self.provisions.show_values(choices, entry.provisions if isinstance(entry, Goal) else ())

    def read(self, entry_id: str) -> Entry:
        """Return the goal as it stands in the fields."""
        return made(
            Goal,
            id=entry_id,
            text=self.needed(_TEXT, _NOTHING),
            provisions=self.provisions.values,
        )

    def put(self, project: ModelProject, entry: Entry) -> Changed:
        """Write the goal down."""
        assert isinstance(entry, Goal)
        return put_goal(project, entry, known=self._library.provisions)
