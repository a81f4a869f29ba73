# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The projects that are kept, as columns to stand beside the cases."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.errors import ProjectError
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.projects.compared import compared_project

if TYPE_CHECKING:
    from kyosei_desk.workspace.project_store import ProjectStore


def own_designs(
    store: "ProjectStore", municipalities: Mapping[str, Municipality], today: PartialDate
) -> tuple[ComparedDesign, ...]:
    """Return every project as a column, the one changed last first; for a worker thread.

    A project that cannot be read, or has just been thrown away, is none of them.

    Raises:
        StorageError: the projects cannot be read at all.
    """
    if store.is_new:
        return ()
    found = []
    for entry in store.entries():
        try:
            project = store.open(entry.id).project
        except ProjectError:
            continue
        found.append(compared_project(project, municipalities, today))
    return tuple(found)
