# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a session asks of the worker, and the answer that always comes."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from kyosei_desk.domain.errors import KyoseiError
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.projects import as_variant
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.variants import next_variant

if TYPE_CHECKING:
    from kyosei_desk.workspace.project_records import OpenProject
    from kyosei_desk.workspace.project_store import ProjectStore

Change = Callable[[ModelProject], Changed]
Act = Callable[["ProjectStore", "Place"], "OpenProject"]
_logger = logging.getLogger(__name__)


class Kind(Enum):
    """What is asked for."""

    EDIT = auto()
    UNDO = auto()
    REDO = auto()
    OPEN = auto()
    READ_AGAIN = auto()
    BRING_BACK = auto()
    ASK = auto()


# What would lose a change that is not written; it is tried to be, and is not done if in vain.
CAREFUL = (Kind.UNDO, Kind.REDO, Kind.OPEN)


@dataclass
class Place:
    """Where the worker is in a project; used in the worker only, except when it is made.

    ``failure``: the last commit was not written. What would lose it is not done.
    """

    project_id: str = ""
    position: int = 0
    failure: Exception | None = None


@dataclass(frozen=True)
class Request:
    """One thing asked for: a change with its number, or a turn and what the worker does.

    ``then`` is run here once everything before it is on its way. A turn with a number takes
    back the change of that number only.
    """

    kind: Kind
    act: Act | None = None
    change: Change | None = None
    number: int = 0
    then: Callable[[], None] | None = None


@dataclass(frozen=True)
class Answer:
    """What came of it: the project as it is kept now, or why not.

    ``place`` is where the worker is then; ``changed`` tells a commit from a turn.
    """

    place: Place
    opened: "OpenProject | None" = None
    error: Exception | None = None
    changed: Changed | None = None
    refused: bool = False


def carry_out(
    request: Request,
    open_store: "Callable[[], ProjectStore]",
    place: Place,
    changed: Changed | None,
) -> Answer:
    """Do in the worker what is asked for; ``changed`` is what a commit keeps.

    Whatever goes wrong is answered, so that who asked never waits in vain.
    """
    assert request.act is not None
    elsewhere = request.kind in (Kind.OPEN, Kind.READ_AGAIN, Kind.BRING_BACK)
    if request.kind in CAREFUL and place.failure is not None:
        return Answer(place, error=place.failure, refused=True)
    try:
        opened = request.act(open_store(), place)
    except Exception as error:
        if not isinstance(error, KyoseiError):
            _logger.exception("unexpected error in the projects")
        if changed is not None:
            place.failure = error
        return Answer(place, error=error, changed=changed)
    there = Place() if elsewhere else place
    there.project_id, there.position = opened.project.id, opened.position
    there.failure = None
    return Answer(there, opened, changed=changed)


def bring_back(
    project: ModelProject, tried: Changed | None, store: "ProjectStore", place: Place
) -> "OpenProject":
    """Take a project out of the trash, and keep it as it is shown with what was not written.

    ``tried`` is the last of that. One that is not even in the trash is kept anew.

    Raises:
        StorageError: it could not be written; nothing of what is shown is lost.
    """
    ids = {entry.id for entry in (*store.entries(), *store.deleted())}
    if project.id not in ids:
        return store.create(Changed(ChangeKind.IMPORTED, project.title, project))
    store.restore(project.id)
    opened = store.open(project.id)
    if place.failure is None or tried is None:
        return opened
    if opened.position == place.position:
        return store.commit(project.id, place.position, Changed(tried.kind, tried.about, project))
    variant = next_variant(project, store.entries())
    return store.create(as_variant(project, variant), any_id=True)
