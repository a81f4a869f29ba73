# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Beginning a project, naming it, and putting a whole state in its place."""

from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.identifiers import project_id as id_of_name
from kyosei_desk.domain.projects.identifiers import retired_ids
from kyosei_desk.domain.projects.making import made, rebuilt
from kyosei_desk.domain.projects.model import ModelProject, OwnTown, ProjectStatus

FIRST_VARIANT = "案A"


def new_project(
    name: str, town: OwnTown, variant: str = FIRST_VARIANT, *, project_id: str | None = None
) -> Changed:
    """Begin an empty project for a town.

    Without an id it has one made from the name, which another project may have too.

    Raises:
        ProjectError: the name, the variant or the id cannot stand.
    """
    own_id = project_id or id_of_name(name)
    project = made(ModelProject, id=own_id, name=name, variant=variant, town=town)
    return Changed(ChangeKind.CREATED, project.title, project)


def as_variant(project: ModelProject, variant: str, project_id: str | None = None) -> Changed:
    """Begin another variant of a project: all that is in it, open for changes again.

    Without an id it keeps the old one, for the store to make it free.

    Raises:
        ProjectError: the variant has no name, or the id cannot stand.
    """
    copy = rebuilt(
        project, id=project_id or project.id, variant=variant, status=ProjectStatus.DRAFT
    )
    return Changed(ChangeKind.CREATED, copy.title, copy)


def rename(project: ModelProject, name: str, variant: str) -> Changed:
    """Give a project another name and variant.

    Raises:
        ProjectError: one of them is empty.
    """
    renamed = rebuilt(project, name=name, variant=variant)
    return Changed(ChangeKind.NAMED, f"{renamed.name}（{renamed.variant}）", renamed)


def set_status(project: ModelProject, status: ProjectStatus) -> Changed:
    """Say how far a project has come."""
    return Changed(ChangeKind.STATUS_SET, status.label, rebuilt(project, status=status))


def restore(project: ModelProject, other: ModelProject, name: str = "") -> Changed:
    """Put an earlier state in the place of a project; ``name`` is what that state is called."""
    retired = retired_ids(project, other)
    again = rebuilt(other, id=project.id, retired=retired)
    return Changed(ChangeKind.REVISION_RESTORED, name, again)


def imported(project: ModelProject, project_id: str | None = None) -> Changed:
    """Take in a project read from a file, with another id where one is given.

    Raises:
        ProjectError: the id cannot stand.
    """
    taken_in = rebuilt(project, id=project_id or project.id)
    return Changed(ChangeKind.IMPORTED, taken_in.title, taken_in)
