# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Own projects as columns, for the commands that take cases as well."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kyosei_desk.cli.output import print_error
from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import today
from kyosei_desk.domain.projects.model import PROJECT_FOLDER
from kyosei_desk.services import Services

if TYPE_CHECKING:
    from kyosei_desk.workspace.project_store import ProjectStore


def opened_store(services: Services) -> "ProjectStore":
    """Return the projects; what had to be mended when they were opened is told."""
    from kyosei_desk.wording.opened_projects import opening_text

    store = services.open_projects()
    told = opening_text(store.opening)
    if told is not None:
        print_error(told)
    return store


def own_columns(
    ids: Iterable[str], services: Services, corpus: Corpus
) -> tuple[ComparedDesign, ...]:
    """Return the own projects as designs where one is asked for; else the store stays shut.

    Raises:
        StorageError: the projects cannot be read.
    """
    if not any(one.startswith(PROJECT_FOLDER) for one in ids):
        return ()
    from kyosei_desk.workspace.own_designs import own_designs

    return own_designs(opened_store(services), corpus.municipalities, today())
