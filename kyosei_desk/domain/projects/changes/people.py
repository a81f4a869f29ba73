# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Who takes part: offices and bodies."""

from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.parts import found, has, put, without
from kyosei_desk.domain.projects.making import rebuilt
from kyosei_desk.domain.projects.model import ModelProject, Participant
from kyosei_desk.domain.projects.parts import ProjectPart


def put_participant(project: ModelProject, participant: Participant) -> Changed:
    """Add who takes part, or put it in the place of the one with its id."""
    changed = rebuilt(project, participants=put(project.participants, participant))
    before = has(project.participants, participant)
    kind = ChangeKind.PARTICIPANT_CHANGED if before else ChangeKind.PARTICIPANT_ADDED
    return Changed(kind, participant.role, changed)


def remove_participant(project: ModelProject, participant_id: str) -> Changed:
    """Remove one who takes part.

    Raises:
        ProjectError: there is none with this id.
    """
    participant = found(project.participants, participant_id, ProjectPart.PARTICIPANT)
    changed = rebuilt(project, participants=without(project.participants, participant_id))
    return Changed(ChangeKind.PARTICIPANT_REMOVED, participant.role, changed)
