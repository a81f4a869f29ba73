# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What was decided."""

from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.parts import found, has, put, without
from kyosei_desk.domain.projects.making import rebuilt
from kyosei_desk.domain.projects.model import Decision, ModelProject
from kyosei_desk.domain.projects.parts import ProjectPart


def put_decision(project: ModelProject, decision: Decision) -> Changed:
    """Write a decision down, or put it in the place of the one with its id."""
    decisions = put(project.decisions, decision)
    changed = rebuilt(project, decisions=decisions)
    before = has(project.decisions, decision)
    kind = ChangeKind.DECISION_CHANGED if before else ChangeKind.DECISION_ADDED
    return Changed(kind, decision.what, changed)


def remove_decision(project: ModelProject, decision_id: str) -> Changed:
    """Remove a decision.

    Raises:
        ProjectError: there is none with this id.
    """
    decision = found(project.decisions, decision_id, ProjectPart.DECISION)
    changed = rebuilt(project, decisions=without(project.decisions, decision_id))
    return Changed(ChangeKind.DECISION_REMOVED, decision.what, changed)
