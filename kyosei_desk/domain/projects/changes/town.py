# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The figures of the town a project is for."""

from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.making import rebuilt
from kyosei_desk.domain.projects.model import ModelProject, OwnTown


def set_town(project: ModelProject, town: OwnTown) -> Changed:
    """Give the town other figures; numbers scaled before stay as they are."""
    return Changed(ChangeKind.TOWN_SET, town.name, rebuilt(project, town=town))
