# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a session was asked for and has not begun yet, and what of it was in vain."""

from collections import deque

from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.ui.build.project_requests import Kind, Request

_AWAY = (ProjectProblem.IN_TRASH, ProjectProblem.UNKNOWN_PROJECT)


class RequestQueue:
    """Requests in their order; ``turn`` is the one under way that is answered before the rest."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self.turn: Request | None = None
        self._waiting: deque[Request] = deque()

    def __bool__(self) -> bool:
        """Tell whether something is under way or waits."""
        return self.turn is not None or bool(self._waiting)

    @property
    def waits(self) -> bool:
        """Whether something has not been begun."""
        return bool(self._waiting)

    @property
    def opens(self) -> bool:
        """Whether another project is being opened, or will be."""
        turn = (self.turn,) if self.turn is not None else ()
        return any(one.kind is Kind.OPEN for one in (*turn, *self._waiting))

    def add(self, request: Request) -> None:
        """Let a request wait for those before it."""
        self._waiting.append(request)

    def next(self) -> Request | None:
        """Return what is to be begun now; nothing while a turn is under way."""
        return None if self.turn is not None or not self._waiting else self._waiting.popleft()

    def read_again(self, again: Request) -> None:
        """Let changes and questions wait until the project has been read again, without turns."""
        kept = [request for request in self._waiting if request.kind in (Kind.EDIT, Kind.ASK)]
        self._waiting = deque([again, *kept])


class Unsaved:
    """The changes that could not be written.

    ``problem`` tells why trying again is of no use: the project is not there any more.
    """

    def __init__(self) -> None:
        """Begin with everything written."""
        self.changes: list[Changed] = []
        self.problem: ProjectProblem | None = None

    def add(self, changed: Changed, error: Exception | None) -> None:
        """Keep a change that was not written."""
        self.changes.append(changed)
        self.problem = error.problem if isinstance(error, ProjectError) else None

    def note(self, error: Exception | None, project_id: str) -> None:
        """Notice that a project is gone by what was asked of it beside changes."""
        if not isinstance(error, ProjectError) or error.about[:1] != (project_id,):
            return
        if error.problem in _AWAY:
            self.problem = error.problem

    def clear(self) -> None:
        """Everything is written, or given up."""
        self.changes.clear()
        self.problem = None

    @property
    def words(self) -> str:
        """The changes as they are called."""
        called = (f"{one.kind.label} {one.about}".strip() for one in self.changes)
        return "、".join(dict.fromkeys(called))
