# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the project is for."""

from collections.abc import Collection

from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.parts import check_provisions, found, has, put, without
from kyosei_desk.domain.projects.making import rebuilt
from kyosei_desk.domain.projects.model import Goal, ModelProject
from kyosei_desk.domain.projects.parts import ProjectPart


def put_goal(project: ModelProject, goal: Goal, *, known: Collection[str] | None = None) -> Changed:
    """Add a goal, or put it in the place of the one with its id.

    Raises:
        ProjectError: it serves a provision that is not among those ``known``.
    """
    check_provisions(goal.provisions, known)
    changed = rebuilt(project, goals=put(project.goals, goal))
    before = has(project.goals, goal)
    kind = ChangeKind.GOAL_CHANGED if before else ChangeKind.GOAL_ADDED
    return Changed(kind, goal.text, changed)


def remove_goal(project: ModelProject, goal_id: str) -> Changed:
    """Remove a goal.

    Raises:
        ProjectError: there is none with this id.
    """
    goal = found(project.goals, goal_id, ProjectPart.GOAL)
    changed = rebuilt(project, goals=without(project.goals, goal_id))
    return Changed(ChangeKind.GOAL_REMOVED, goal.text, changed)
