# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A project as JSON: what is stored, handed on, and read back the very same."""

import json

from pydantic import ValidationError

from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.model import PROJECT_FORMAT, ModelProject


def state_text(project: ModelProject) -> str:
    """Return a project as JSON; what nobody has entered is left out."""
    return project.model_dump_json(by_alias=True, exclude_none=True)


def read_state(text: str | bytes) -> ModelProject:
    """Return the project written by :func:`state_text`.

    Raises:
        ProjectError: it is no project, or one of a newer program.
    """
    try:
        return ModelProject.model_validate_json(text)
    except ValidationError as error:
        newer = _newer_format(text)
        if newer is not None:
            formats = (str(newer), str(PROJECT_FORMAT))
            raise ProjectError(ProjectProblem.NEWER_FORMAT, formats) from error
        found = error.errors()[0]
        place = ".".join(map(str, found["loc"]))
        reason = f"{place}: {found['msg']}" if place else found["msg"]
        raise ProjectError(ProjectProblem.UNREADABLE_PROJECT, (reason,)) from error


def _newer_format(text: str | bytes) -> int | None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    found = value.get("format") if isinstance(value, dict) else None
    return found if isinstance(found, int) and found > PROJECT_FORMAT else None
