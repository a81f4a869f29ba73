# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a project lists, by command: goals, people, budget, steps, decisions, answers."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel

from kyosei_desk.cli.output import ExitCode
from kyosei_desk.cli.project.desk import Change, ProjectDesk
from kyosei_desk.cli.project.values import Emptied, member
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.budgeting import default_programmes
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.answers import answer
from kyosei_desk.domain.projects.changes.decisions import put_decision, remove_decision
from kyosei_desk.domain.projects.changes.goals import put_goal, remove_goal
from kyosei_desk.domain.projects.changes.money import (
    put_line,
    put_programme,
    remove_line,
    remove_programme,
)
from kyosei_desk.domain.projects.changes.parts import altered
from kyosei_desk.domain.projects.changes.people import put_participant, remove_participant
from kyosei_desk.domain.projects.changes.schedule import put_step, remove_step
from kyosei_desk.domain.projects.identifiers import next_id
from kyosei_desk.domain.projects.interview import QuestionId
from kyosei_desk.domain.projects.making import made
from kyosei_desk.domain.projects.model import Decision, Goal, ModelProject, Participant, Step
from kyosei_desk.domain.projects.money import BudgetLine, SubsidyProgramme
from kyosei_desk.domain.projects.parts import ProjectPart

_Entry = TypeVar("_Entry", Goal, Participant, BudgetLine, SubsidyProgramme, Step, Decision)


def _put(
    arguments: argparse.Namespace,
    desk: ProjectDesk,
    part: ProjectPart,
    kind: type[_Entry],
    entries_of: Callable[[ModelProject], Sequence[_Entry]],
    put: Callable[[ModelProject, _Entry], Changed],
) -> ExitCode:
    """Add an entry, or change the one named by ``--entry``: what is not written stays."""
    given = _given(arguments, kind)

    def change(project: ModelProject) -> Changed:
        entry_id = arguments.entry or next_id(project, part)
        before: Mapping[str, object] = {}
        if arguments.entry is not None:
            known = {one.id: one for one in entries_of(project)}
            if entry_id not in known:
                raise ProjectError(ProjectProblem.UNKNOWN_ENTRY, (part.value, entry_id))
            before = dict(known[entry_id])
        return put(project, made(kind, **{**before, **given, "id": entry_id}))

    return desk.change(arguments.id, change)


def _given(arguments: argparse.Namespace, kind: type[BaseModel]) -> dict[str, object]:
    values = {
        field: getattr(arguments, field, None) for field in kind.model_fields if field != "id"
    }
    written = {field: value for field, value in values.items() if value is not None}
    return {field: None if value is Emptied.FIELD else value for field, value in written.items()}


def _remove(
    arguments: argparse.Namespace,
    desk: ProjectDesk,
    remove: Callable[[ModelProject, str], Changed],
) -> ExitCode:
    return desk.change(arguments.id, lambda project: remove(project, arguments.entry))


def run_goal_add(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Add or change what the project is for."""

    def put(project: ModelProject, goal: Goal) -> Changed:
        return put_goal(project, goal, known=desk.provision_ids)

    return _put(arguments, desk, ProjectPart.GOAL, Goal, lambda p: p.goals, put)


def run_goal_remove(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Remove a goal."""
    return _remove(arguments, desk, remove_goal)


def run_people_add(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Add or change who takes part."""
    people, part = (lambda p: p.participants), ProjectPart.PARTICIPANT
    return _put(arguments, desk, part, Participant, people, put_participant)


def run_people_remove(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Remove who takes part."""
    return _remove(arguments, desk, remove_participant)


def run_budget_line(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Add or change a cost."""
    return _put(arguments, desk, ProjectPart.LINE, BudgetLine, lambda p: p.budget, put_line)


def run_budget_programme(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Add or change a subsidy programme with its rates."""

    def put(project: ModelProject, programme: SubsidyProgramme) -> Changed:
        known = {one.id: one for one in project.programmes}
        before = known.get(programme.id, programme)
        if arguments.address is None and _rates(before) != _rates(programme):
            programme = altered(programme, address=None)  # which states the rates of before
        return put_programme(project, programme)

    return _put(
        arguments, desk, ProjectPart.PROGRAMME, SubsidyProgramme, lambda p: p.programmes, put
    )


def _rates(programme: SubsidyProgramme) -> tuple[str | None, str | None]:
    return programme.national, programme.prefectural


def run_budget_defaults(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Add the two model programmes of fiscal 2018, whose rates the library states."""
    return desk.change(arguments.id, *map(_putting, default_programmes()))


def _putting(programme: SubsidyProgramme) -> Change:
    return lambda project: put_programme(project, programme)


def run_budget_remove(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Remove a cost, or a programme."""

    def remove(project: ModelProject, entry_id: str) -> Changed:
        if any(programme.id == entry_id for programme in project.programmes):
            return remove_programme(project, entry_id)
        return remove_line(project, entry_id)

    return _remove(arguments, desk, remove)


def run_plan_step(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Add or change a step."""
    return _put(arguments, desk, ProjectPart.STEP, Step, lambda p: p.steps, put_step)


def run_plan_remove(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Remove a step."""
    return _remove(arguments, desk, remove_step)


def run_decide_add(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Add or change what was decided."""
    decisions, part = (lambda p: p.decisions), ProjectPart.DECISION
    return _put(arguments, desk, part, Decision, decisions, put_decision)


def run_decide_remove(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Remove what was decided."""
    return _remove(arguments, desk, remove_decision)


def run_answer(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Write down an answer to a question; an empty one takes it away."""
    question = member(QuestionId, arguments.question)
    text = " ".join(arguments.text)
    return desk.change(arguments.id, lambda p: answer(p, question.value, text, question.label))
