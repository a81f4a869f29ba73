# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How the variants of a project are called: 案A, 案B and so on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kyosei_desk.domain.projects.model import ModelProject

if TYPE_CHECKING:
    from kyosei_desk.workspace.project_records import ProjectEntry

_VARIANTS = tuple(f"案{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def next_variant(project: ModelProject, entries: "Iterable[ProjectEntry]") -> str:
    """Return the first of 案A, 案B, 案C … that no project of this name and town has."""
    of = (project.town.name, project.name)
    used = {entry.variant for entry in entries if (entry.town, entry.name) == of}
    return next((one for one in _VARIANTS if one not in {*used, project.variant}), project.variant)
