# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a session is held against: a plain list of states; and what it is worked with."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject

from kyosei_desk.domain.errors import ProjectError
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.elements import remove_element, rename_element
from kyosei_desk.domain.projects.changes.projects import rename
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.project_keeper import ProjectKeeper
from kyosei_desk.ui.build.project_past import ProjectPast
from kyosei_desk.ui.build.project_session import Change, ProjectSession
from tests.ui.build.workshop import FailingStore, Heard, add


@dataclass
class States:
    """The states of a project that undoing and redoing lead to, and where it is among them."""

    states: list[ModelProject]
    at: int = 0
    revisions: list[ModelProject] = field(default_factory=list)

    @property
    def now(self) -> ModelProject:
        return self.states[self.at]

    def change(self, change: Change) -> None:
        try:
            after = change(self.now).project
        except ProjectError:
            return
        if after != self.now:
            self.at += 1
            self.states[self.at :] = [after]

    def undo(self) -> None:
        self.at = max(0, self.at - 1)

    def redo(self) -> None:
        self.at = min(len(self.states) - 1, self.at + 1)


class Hours:
    """A clock by which an hour passes between any two changes: none goes on with another."""

    def __init__(self) -> None:
        self.now = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        self.now += datetime.timedelta(hours=1)
        return self.now


class Window(QObject):
    """A session, all that it tells, and what is behind it."""

    def __init__(self, path: Path, clock: Hours):
        super().__init__()
        self.store = FailingStore(path, clock)
        self.keeper = ProjectKeeper(lambda: self.store, self)
        self.session = ProjectSession(self.keeper, self)
        self.past = ProjectPast(self.keeper, self.session, self)
        self.heard = Heard(self.session)
        self.read: list[ModelProject] = []
        self.past.revision_read.connect(self._on_read)

    def settle(self) -> None:
        while self.session.busy:
            self.keeper.wait()

    def _on_read(self, _number: int, project: ModelProject) -> None:
        self.read.append(project)


def change_of(what: str, name: str) -> Change:
    """Return a change; of those without places, all but adding and naming is refused."""

    def change(project: ModelProject) -> Changed:
        elements = project.design.elements
        first = elements[0].id if elements else "nowhere"
        match what:
            case "rename":
                return rename_element(project, first, name)
            case "remove":
                return remove_element(project, first)
            case "name":
                return rename(project, name, project.variant)
            case "same":
                return rename(project, project.name, project.variant)
            case "wrong":
                return remove_element(project, "nowhere")
        return add(name)(project)

    return change
