# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Ids of a project and of what stands in it: ASCII, readable where the name is Latin."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence

from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.model import (
    Decision,
    Goal,
    ModelProject,
    Participant,
    Step,
)
from kyosei_desk.domain.projects.money import BudgetLine, SubsidyProgramme
from kyosei_desk.domain.projects.parts import ProjectPart

Entry = Element | Goal | Participant | Step | Decision | BudgetLine | SubsidyProgramme

# Which field of the project holds the entries of a part, and how their ids begin.
ENTRY_FIELDS = {
    ProjectPart.GOAL: "goals",
    ProjectPart.PROGRAMME: "programmes",
    ProjectPart.LINE: "budget",
    ProjectPart.STEP: "steps",
    ProjectPart.DECISION: "decisions",
    ProjectPart.PARTICIPANT: "participants",
}
_PREFIXES = {
    ProjectPart.ELEMENT: "e",
    ProjectPart.GOAL: "g",
    ProjectPart.PROGRAMME: "p",
    ProjectPart.LINE: "b",
    ProjectPart.STEP: "s",
    ProjectPart.DECISION: "d",
    ProjectPart.PARTICIPANT: "m",
}
_LONGEST = 40
_OTHER_SIGNS = re.compile(r"[^a-z0-9]+")
_UNNAMED_PROJECT = "project"


def entries(project: ModelProject, part: ProjectPart) -> Sequence[Entry]:
    """Return the entries of a part in their order; none for a part without ids."""
    if part is ProjectPart.ELEMENT:
        return project.design.elements
    found: Sequence[Entry] = getattr(project, ENTRY_FIELDS[part]) if part in ENTRY_FIELDS else ()
    return found


def next_id(project: ModelProject, part: ProjectPart) -> str:
    """Return the id of the next entry of a part, such as ``e-7``: one above the highest ever.

    Raises:
        ProjectError: the entries of this part have no ids.
    """
    if part not in _PREFIXES:
        raise ProjectError(ProjectProblem.UNKNOWN_ENTRY, (part, ""))
    taken = (entry.id for entry in entries(project, part))
    return numbered_id((*taken, *project.retired), _PREFIXES[part])


def new_element_id(project: ModelProject, name: str) -> str:
    """Return a free id for an element with this name."""
    taken = {element.id for element in project.design.elements} | {*project.retired}
    return named_id(name, taken, _PREFIXES[ProjectPart.ELEMENT])


def named_id(name: str, taken: Collection[str], prefix: str) -> str:
    """Return a free id that can be read: ``joint-sheet``; ``e-7`` for a Japanese name."""
    slug = _slug(name)
    return free_id(slug, taken) if slug else numbered_id(taken, prefix)


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Return an id none has yet: the one wanted, or with the first free number from 2."""
    number, free = 2, wanted
    while free in taken:
        free = f"{wanted}-{number}"
        number += 1
    return free


def numbered_id(taken: Iterable[str], prefix: str) -> str:
    """Return a prefix and the number above the highest one taken with it, from 1."""
    return f"{prefix}-{_highest(taken, prefix) + 1}"


def retired_ids(before: ModelProject, after: ModelProject) -> tuple[str, ...]:
    """Return what a project has to keep in mind of the ids that another state of it had.

    Of each sort of entries it is the id with the highest number, unless the project still has
    one as high. What was named in a decision, in an earlier revision or in another project
    so never comes to mean something else.
    """
    found = []
    for part, prefix in _PREFIXES.items():
        had = [entry.id for entry in entries(before, part)]
        has = [entry.id for entry in entries(after, part)]
        highest = _highest((*had, *before.retired, *after.retired), prefix)
        if highest > _highest(has, prefix):
            found.append(f"{prefix}-{highest}")
    return tuple(found)


def _highest(ids: Iterable[str], prefix: str) -> int:
    """Return the highest number among ids with a prefix, such as 7 of ``e-7``; 0 for none."""
    pattern = re.compile(rf"{re.escape(prefix)}-([0-9]{{1,9}})")
    return max((int(found[1]) for one in ids if (found := pattern.fullmatch(one))), default=0)


def project_id(name: str) -> str:
    """Return an id for a project with this name, ``project`` for a Japanese one.

    Another project may have it already: the store makes it free.
    """
    return _slug(name) or _UNNAMED_PROJECT


def _slug(name: str) -> str:
    """Return a wholly Latin name in the form of an id; nothing for any other."""
    plain = unicodedata.normalize("NFKC", name).strip().casefold()
    if not plain.isascii():
        return ""
    return _OTHER_SIGNS.sub("-", plain)[:_LONGEST].strip("-")


def entry_name(entry: Entry) -> str:
    """Return what an entry is called."""
    match entry:
        case Goal():
            return entry.text
        case Participant():
            return entry.role
        case Decision():
            return entry.what
        case BudgetLine():
            return entry.item
        case _:
            return entry.name
