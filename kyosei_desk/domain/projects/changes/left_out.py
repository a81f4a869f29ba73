# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Provisions the town leaves out on purpose, each with its reason."""

from collections.abc import Mapping

from kyosei_desk.domain.designs import NotApplicable
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.parts import check_provisions, put, without
from kyosei_desk.domain.projects.making import made, rebuilt
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.provisions import Provision


def leave_out(
    project: ModelProject,
    provision_id: str,
    reason: str,
    *,
    known: Mapping[str, Provision] | None = None,
) -> Changed:
    """Leave a provision out on purpose, or give another reason for it.

    Raises:
        ProjectError: there is no reason, or the provision is not among those ``known``.
    """
    check_provisions([provision_id], known)
    entry = made(NotApplicable, id=provision_id, reason=reason)
    left_out = put(project.design.not_applicable, entry)
    return _changed(project, ChangeKind.LEFT_OUT, provision_id, left_out, known)


def take_up(
    project: ModelProject, provision_id: str, *, known: Mapping[str, Provision] | None = None
) -> Changed:
    """Take back that a provision is left out.

    Raises:
        ProjectError: it is not left out.
    """
    left = without(project.design.not_applicable, provision_id)
    if len(left) == len(project.design.not_applicable):
        raise ProjectError(ProjectProblem.NOT_LEFT_OUT, (provision_id,))
    return _changed(project, ChangeKind.TAKEN_UP, provision_id, left, known)


def _changed(
    project: ModelProject,
    kind: ChangeKind,
    provision_id: str,
    left_out: tuple[NotApplicable, ...],
    known: Mapping[str, Provision] | None,
) -> Changed:
    design = project.design.model_copy(update={"not_applicable": left_out})
    about = known[provision_id].plain if known and provision_id in known else provision_id
    return Changed(kind, about, rebuilt(project, design=design))
