# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Putting the entries of a part in another order."""

from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.identifiers import ENTRY_FIELDS, entries, entry_name
from kyosei_desk.domain.projects.making import rebuilt
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.parts import ProjectPart

_ORDERED = (
    ProjectPart.GOAL,
    ProjectPart.ELEMENT,
    ProjectPart.PROGRAMME,
    ProjectPart.LINE,
    ProjectPart.STEP,
    ProjectPart.DECISION,
    ProjectPart.PARTICIPANT,
)


def move_entry(project: ModelProject, part: ProjectPart, entry_id: str, position: int) -> Changed:
    """Move an entry to a position among the others, counted from 0; beyond an end: to that end.

    Raises:
        ProjectError: the part has no order, or no such entry.
    """
    if part not in _ORDERED:
        raise ProjectError(ProjectProblem.NO_SUCH_ORDER, (part,))
    listed = list(entries(project, part))
    entry = next((one for one in listed if one.id == entry_id), None)
    if entry is None:
        raise ProjectError(ProjectProblem.UNKNOWN_ENTRY, (part, entry_id))
    listed.remove(entry)
    listed.insert(max(position, 0), entry)
    if part is ProjectPart.ELEMENT:
        design = project.design.model_copy(update={"elements": tuple(listed)})
        moved = rebuilt(project, design=design)
    else:
        moved = rebuilt(project, **{ENTRY_FIELDS[part]: tuple(listed)})
    return Changed(ChangeKind.REORDERED, entry_name(entry), moved)
