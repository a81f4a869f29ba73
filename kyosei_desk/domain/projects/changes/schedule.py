# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The steps of the schedule."""

from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.parts import altered, element_of, found, has, put, without
from kyosei_desk.domain.projects.making import rebuilt
from kyosei_desk.domain.projects.model import ModelProject, Step
from kyosei_desk.domain.projects.parts import ProjectPart


def put_step(project: ModelProject, step: Step) -> Changed:
    """Add a step, or put it in the place of the one with its id; it names each element once.

    Raises:
        ProjectError: it names an element that is not there.
    """
    for element_id in step.elements:
        element_of(project, element_id)
    named = altered(step, elements=tuple(dict.fromkeys(step.elements)))
    steps = put(project.steps, named)
    before = has(project.steps, step)
    kind = ChangeKind.SCHEDULE_CHANGED if before else ChangeKind.SCHEDULE_ADDED
    return Changed(kind, step.name, rebuilt(project, steps=steps))


def remove_step(project: ModelProject, step_id: str) -> Changed:
    """Remove a step.

    Raises:
        ProjectError: there is none with this id.
    """
    step = found(project.steps, step_id, ProjectPart.STEP)
    steps = without(project.steps, step_id)
    return Changed(ChangeKind.SCHEDULE_REMOVED, step.name, rebuilt(project, steps=steps))
