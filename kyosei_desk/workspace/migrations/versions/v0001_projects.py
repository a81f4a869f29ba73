# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Projects, the changes made to them, and the revisions kept of them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "project",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("variant", sa.Text, nullable=False),
        sa.Column("town", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("applied", sa.Integer, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.Column("deleted_at", sa.Text, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_project"),
    )
    op.create_table(
        "change",
        sa.Column("project_id", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("forward", sa.Text, nullable=False),
        sa.Column("backward", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("project_id", "number", name="pk_change"),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_change_project"),
    )
    op.create_table(
        "revision",
        sa.Column("project_id", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("project_id", "number", name="pk_revision"),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name="fk_revision_project"),
    )
