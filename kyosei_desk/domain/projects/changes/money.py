# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Budget lines and the programmes that share their cost."""

from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.parts import element_of, found, has, put, without
from kyosei_desk.domain.projects.making import rebuilt
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.money import BudgetLine, SubsidyProgramme
from kyosei_desk.domain.projects.parts import ProjectPart


def put_line(project: ModelProject, line: BudgetLine) -> Changed:
    """Add a budget line, or put it in the place of the one with its id.

    Raises:
        ProjectError: its element or its programme is not there.
    """
    if line.element is not None:
        element_of(project, line.element)
    if line.programme not in {None, *(one.id for one in project.programmes)}:
        raise ProjectError(ProjectProblem.UNKNOWN_PROGRAMME, (line.programme or "",))
    budget = put(project.budget, line)
    before = has(project.budget, line)
    kind = ChangeKind.BUDGET_CHANGED if before else ChangeKind.BUDGET_ADDED
    return Changed(kind, line.item, rebuilt(project, budget=budget))


def remove_line(project: ModelProject, line_id: str) -> Changed:
    """Remove a budget line.

    Raises:
        ProjectError: there is none with this id.
    """
    line = found(project.budget, line_id, ProjectPart.LINE)
    budget = without(project.budget, line_id)
    return Changed(ChangeKind.BUDGET_REMOVED, line.item, rebuilt(project, budget=budget))


def put_programme(project: ModelProject, programme: SubsidyProgramme) -> Changed:
    """Add a subsidy programme, or put it in the place of the one with its id."""
    programmes = put(project.programmes, programme)
    changed = rebuilt(project, programmes=programmes)
    before = has(project.programmes, programme)
    kind = ChangeKind.PROGRAMME_CHANGED if before else ChangeKind.PROGRAMME_ADDED
    return Changed(kind, programme.name, changed)


def remove_programme(project: ModelProject, programme_id: str) -> Changed:
    """Remove a subsidy programme; the town alone pays the lines it shared.

    Raises:
        ProjectError: there is none with this id.
    """
    programme = found(project.programmes, programme_id, ProjectPart.PROGRAMME)
    budget = tuple(
        line.model_copy(update={"programme": None}) if line.programme == programme_id else line
        for line in project.budget
    )
    programmes = without(project.programmes, programme_id)
    changed = rebuilt(project, programmes=programmes, budget=budget)
    return Changed(ChangeKind.PROGRAMME_REMOVED, programme.name, changed)
