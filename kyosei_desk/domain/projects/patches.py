# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What changed between two states of a project, as a JSON patch (RFC 6902)."""

import json

import jsonpatch

from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.state import read_state, state_text


def patch(before: ModelProject, after: ModelProject) -> str:
    """Return what makes ``after`` of ``before``, as JSON text; ``[]`` for nothing.

    It has been tried when it is returned: where a patch in parts would not give the very
    same project, it is the whole of ``after`` in one piece.
    """
    old, new = json.loads(state_text(before)), json.loads(state_text(after))
    if before == after:
        return "[]"
    parts = _text(jsonpatch.make_patch(old, new).patch)
    try:
        if state_text(apply(before, parts)) == state_text(after):
            return parts
    except ProjectError:
        pass
    return _text([{"op": "replace", "path": "", "value": new}])


def apply(project: ModelProject, changes: str) -> ModelProject:
    """Return a project with a patch applied.

    Raises:
        ProjectError: the patch is damaged, or was made for another state.
    """
    state = json.loads(state_text(project))
    try:
        patched = jsonpatch.JsonPatch.from_string(changes).apply(state)
    except (
        jsonpatch.JsonPatchException,
        jsonpatch.JsonPointerException,
        TypeError,
        ValueError,
    ) as error:
        raise ProjectError(ProjectProblem.UNREADABLE_PROJECT, (str(error),)) from error
    return read_state(_text(patched))


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
