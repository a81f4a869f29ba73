# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What all project commands work with: the store, the library, and how a change is told."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kyosei_desk.cli.date_style import era_first
from kyosei_desk.cli.output import ExitCode, print_json
from kyosei_desk.cli.own_columns import opened_store
from kyosei_desk.domain.comparing.designs import ComparedDesign, compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate, today
from kyosei_desk.domain.errors import (
    ProjectError,
    ProjectMovedOnError,
    ProjectProblem,
    UnknownDocumentError,
)
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.compared import compared_project
from kyosei_desk.domain.projects.model import PROJECT_FOLDER, ModelProject
from kyosei_desk.domain.sources import date_words
from kyosei_desk.services import Services
from kyosei_desk.wording.projects import change_sentence
from kyosei_desk.workspace.project_records import OpenProject
from kyosei_desk.workspace.project_store import ProjectStore


@dataclass(frozen=True)
class Beside:
    """What else is said of a change: in lines, and in the JSON."""

    lines: tuple[str, ...] = ()
    shown: Mapping[str, object] = field(default_factory=dict)


NOTHING_BESIDE = Beside()
Change = Callable[[ModelProject], Changed]
TellBeside = Callable[[ModelProject], Beside]
_TRIES = 5  # while a window changes the same project


class ProjectDesk:
    """Reads and changes projects; says what it did in words or in JSON."""

    def __init__(self, services: Services, *, as_json: bool):
        """Open nothing yet."""
        self.services = services
        self.as_json = as_json

    @cached_property
    def corpus(self) -> Corpus:
        """The library."""
        return self.services.load_corpus()

    @property
    def era_first(self) -> bool:
        """Whether dates are written in the Japanese era."""
        return era_first(self.services)

    def moment(self, at: datetime.datetime) -> str:
        """Return a moment as it is written here: 令和8年11月20日 9:05."""
        here = at.astimezone()
        day = date_words(PartialDate.parse(here.date()), era_first=self.era_first)
        return f"{day} {here.hour}:{here.minute:02d}"

    @cached_property
    def store(self) -> ProjectStore:
        """The projects, opened once."""
        return opened_store(self.services)

    @property
    def provision_ids(self) -> frozenset[str]:
        """The ids of the guideline's rows."""
        return frozenset(self.corpus.provisions)

    @cached_property
    def cases(self) -> tuple[ComparedDesign, ...]:
        """The cases of the library as designs."""
        return tuple(compared_case(case, self.corpus) for case in self.corpus.cases)

    def open(self, name: str) -> OpenProject:
        """Return a project by its id or address.

        Raises:
            ProjectError: there is none.
        """
        return self.store.open(project_id(name))

    def read(self, name: str) -> ModelProject:
        """Return a project as it is, or, named ``ID@2``, as it was in a revision.

        Raises:
            ProjectError: there is none.
        """
        own_id, mark, number = project_id(name).partition("@")
        if not mark:
            return self.open(own_id).project
        if not number.isdecimal():
            raise ProjectError(ProjectProblem.UNKNOWN_REVISION, (number,))
        return self.store.revision(own_id, int(number))

    def column(self, address: str) -> ComparedDesign:
        """Return a case, or another project, as a design to take from.

        Raises:
            UnknownDocumentError: no case has this id.
            ProjectError: no project has it.
        """
        if address.startswith(PROJECT_FOLDER):
            project = self.open(address).project
            return compared_project(project, self.corpus.municipalities, today())
        found = next((case for case in self.cases if case.id == address), None)
        if found is None:
            raise UnknownDocumentError(address, tuple(case.id for case in self.cases))
        return found

    def change(self, name: str, *changes: Change, beside: TellBeside | None = None) -> ExitCode:
        """Change a project, each change built on the one before, and say what was done.

        ``beside`` words what is to be said of the project then.

        Raises:
            ProjectError: it cannot be changed so.
        """
        own_id = project_id(name)
        for change in changes:
            before, changed, opened = self._commit(own_id, change)
            more = beside(opened.project) if beside is not None else NOTHING_BESIDE
            self.tell(opened, changed, new_entries(before, opened.project), beside=more)
        return ExitCode.OK

    def _commit(self, own_id: str, change: Change) -> tuple[ModelProject, Changed, OpenProject]:
        """Commit a change; anew where a window was quicker."""
        for _ in range(_TRIES - 1):
            try:
                return self._try(own_id, change)
            except ProjectMovedOnError:
                continue
        return self._try(own_id, change)

    def _try(self, own_id: str, change: Change) -> tuple[ModelProject, Changed, OpenProject]:
        opened = self.store.open(own_id)
        changed = change(opened.project)
        return opened.project, changed, self.store.commit(own_id, opened.position, changed)

    def tell(
        self,
        opened: OpenProject,
        changed: Changed,
        made: tuple[str, ...],
        how: str = "",
        beside: Beside = NOTHING_BESIDE,
    ) -> None:
        """Say what was done to a project, ``how`` if not plainly, and the ids of what is new."""
        project = opened.project
        sentence = change_sentence(changed.kind, changed.about)
        if self.as_json:
            shown = {
                "id": project.id,
                "address": project.address,
                "position": opened.position,
                "change": changed.kind.value,
                "about": changed.about,
                "made": list(made),
                **beside.shown,
            }
            print_json(shown)
            return
        ids = f"　新しい ID: {'、'.join(made)}" if made else ""
        print(f"{project.address}　{how}{sentence}{ids}")
        for line in beside.lines:
            print(f"　{line}")


def project_id(name: str) -> str:
    """Return the id of a project named by it, or by its address."""
    return name.removeprefix(PROJECT_FOLDER)


def new_entries(before: ModelProject, after: ModelProject) -> tuple[str, ...]:
    """Return the ids that a change has brought in."""
    known = set(_ids(before))
    return tuple(one for one in _ids(after) if one not in known)


def _ids(project: ModelProject) -> list[str]:
    parts = (
        project.design.elements,
        project.goals,
        project.participants,
        project.programmes,
        project.budget,
        project.steps,
        project.decisions,
    )
    return [entry.id for part in parts for entry in part]
