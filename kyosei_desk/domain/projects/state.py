# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A project as JSON: what is stored, handed on, and read back the very same."""

import json

from pydantic import ValidationError

from kyosei_desk.domain.errors import ProjectError, ProjectFault, ProjectProblem
from kyosei_desk.domain.projects.model import PROJECT_FORMAT, ModelProject

_HALLMARKS = ("town", "variant")  # what nothing else written as JSON has both of
_FAULTS = {
    "missing": ProjectFault.MISSING_FIELD,
    "extra_forbidden": ProjectFault.UNKNOWN_FIELD,
}


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
        raise _problem(text, error) from error


def _problem(text: str | bytes, error: ValidationError) -> ProjectError:
    try:
        written = text if isinstance(text, str) else text.decode()
        value = json.loads(written)
    except UnicodeDecodeError:
        return _unreadable(ProjectFault.NOT_TEXT)
    except json.JSONDecodeError as syntax:
        return _no_json(written, syntax)
    except (ValueError, RecursionError):  # a number or a depth beyond all measure
        return _unreadable(ProjectFault.BROKEN)
    newer = value.get("format") if isinstance(value, dict) else None
    if isinstance(newer, int) and newer > PROJECT_FORMAT:
        return ProjectError(ProjectProblem.NEWER_FORMAT, (str(newer), str(PROJECT_FORMAT)))
    found = error.errors()[0]
    if not isinstance(value, dict) or not any(key in value for key in _HALLMARKS):
        return _unreadable(ProjectFault.OTHER_KIND)
    if found["type"] == "json_invalid":
        return _unreadable(ProjectFault.BROKEN)
    fault = _FAULTS.get(found["type"], ProjectFault.WRONG_FIELD)
    return _unreadable(fault, *map(str, found["loc"]))


def _no_json(text: str, error: json.JSONDecodeError) -> ProjectError:
    """Return what is wrong with a text that is no JSON; a project begins and ends with braces."""
    if not text.strip():
        return _unreadable(ProjectFault.EMPTY)
    if not text.lstrip().startswith("{"):
        return _unreadable(ProjectFault.OTHER_KIND)
    ends = text.rstrip().endswith("}") and error.pos < len(text.rstrip())
    if not ends and error.msg != "Extra data":
        return _unreadable(ProjectFault.CUT_OFF, str(text.rstrip().count("\n") + 1))
    return _unreadable(ProjectFault.BROKEN, str(error.lineno))


def _unreadable(fault: ProjectFault, *where: str) -> ProjectError:
    return ProjectError(ProjectProblem.UNREADABLE_PROJECT, (fault, *where))
