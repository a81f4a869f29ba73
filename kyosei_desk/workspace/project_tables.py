# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The tables of projects, as the newest migration leaves them.

Times are ISO 8601 texts in UTC, to the microsecond, so that they sort as they passed.
"""

from typing import Any, ClassVar

from sqlalchemy import ForeignKeyConstraint, PrimaryKeyConstraint, Text
from sqlalchemy.orm import DeclarativeBase, Mapped


class Base(DeclarativeBase):
    """What all tables of the workspace have in common."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text}


class ProjectRow(Base):
    """A project as it stands.

    ``position`` goes up with everything that changes the project, undoing too, so that no two
    states share one; ``applied`` is the number of the last change that is not undone.
    ``deleted_at`` is None unless the project is in the trash.
    """

    __tablename__ = "project"
    __table_args__ = (PrimaryKeyConstraint("id", name="pk_project"),)

    id: Mapped[str]
    name: Mapped[str]
    variant: Mapped[str]
    town: Mapped[str]
    status: Mapped[str]
    state: Mapped[str]
    position: Mapped[int]
    applied: Mapped[int]
    made_at: Mapped[str]
    changed_at: Mapped[str]
    deleted_at: Mapped[str | None]


class ChangeRow(Base):
    """A change of a project and the JSON patches to make it and to take it back.

    Number 0 is how the project began, without patches.
    """

    __tablename__ = "change"
    __table_args__ = (
        PrimaryKeyConstraint("project_id", "number", name="pk_change"),
        ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_change_project"),
    )

    project_id: Mapped[str]
    number: Mapped[int]
    kind: Mapped[str]
    about: Mapped[str]
    forward: Mapped[str]
    backward: Mapped[str]
    at: Mapped[str]


class RevisionRow(Base):
    """A state of a project that a person has kept under a name."""

    __tablename__ = "revision"
    __table_args__ = (
        PrimaryKeyConstraint("project_id", "number", name="pk_revision"),
        ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_revision_project"),
    )

    project_id: Mapped[str]
    number: Mapped[int]
    name: Mapped[str]
    at: Mapped[str]
    state: Mapped[str]
