# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Making the values of a project: a typed error instead of the validation library's."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.identifiers import retired_ids
from kyosei_desk.domain.projects.model import ModelProject

AnyModel = TypeVar("AnyModel", bound=BaseModel)

# The words the models' validators raise; most are called the same.
_BY_WORD = {problem.value: problem for problem in ProjectProblem} | {
    "duplicate_id": ProjectProblem.ID_TAKEN
}


def made(kind: type[AnyModel], **values: object) -> AnyModel:
    """Return a model of a kind from values that were entered.

    Raises:
        ProjectError: a value cannot stand;  is the field, where it is known.
    """
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        raise problem_of(error) from error


def rebuilt(project: ModelProject, **parts: object) -> ModelProject:
    """Return a project with other parts, checked as a whole; it keeps in mind which ids went.

    Raises:
        ProjectError: the parts do not fit together.
    """
    values = {**dict(project), **parts}
    now = made(ModelProject, **values)
    retired = retired_ids(project, now)
    return now if retired == now.retired else made(ModelProject, **values | {"retired": retired})


def problem_of(error: ValidationError) -> ProjectError:
    """Return what the validation library found first, typed."""
    found = error.errors()[0]
    about = tuple(str(key) for key in found["loc"])
    return ProjectError(_problem(found), about)


def _problem(found: ErrorDetails) -> ProjectProblem:
    match found["type"]:
        case "value_error":
            word = str(found["ctx"]["error"])
            return _BY_WORD.get(word, ProjectProblem.WRONG_VALUE)
        case "string_too_short" | "missing":
            return ProjectProblem.EMPTY_TEXT
        case "string_pattern_mismatch":  # only ids have a pattern
            return ProjectProblem.WRONG_ID
    return ProjectProblem.WRONG_VALUE
