# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Whether one change only goes on with what the one before it began to type."""

import json

# Fields people write in their own words; whatever stands there was typed.
_WRITTEN = frozenset(
    {
        "basis",
        "item",
        "label",
        "name",
        "note",
        "part",
        "reason",
        "role",
        "text",
        "unit",
        "variant",
        "what",
        "who",
        "why",
    }
)
# Follows from the number beside it.
_FOLLOWING = "/edited"
_NOTHING = ""  # what stands where nothing does

_Put = dict[str, object]


def types_on(last: str, together: str) -> bool:
    """Tell whether two changes wrote into the same fields and nothing else.

    ``last`` is the JSON patch of the first one, ``together`` of both. Numbers, days and words
    from a list count only where one begins with the other, as typing leaves them: 6, 62, 620.
    What the first one added may be written on in its fields.
    """
    first, both = _put(last), _put(together)
    if first is None or both is None or not both or first.keys() != both.keys():
        return False
    return all(_goes_on(path.rpartition("/")[2], first[path], both[path]) for path in both)


def adds(patch: str) -> bool:
    """Tell whether a change only adds one thing, to be written on."""
    values = _put(patch)
    return values is not None and any(isinstance(one, dict) for one in values.values())


def _put(patch: str) -> _Put | None:
    """Return the values a patch puts in, by their paths; None if it does more than typing can."""
    values: _Put = {}
    for step in json.loads(patch):
        if step["path"].endswith(_FOLLOWING):
            continue
        value = step.get("value", _NOTHING)
        if step["op"] not in ("add", "replace", "remove") or isinstance(value, list | bool):
            return None
        if isinstance(value, dict) and step["op"] != "add":
            return None
        values[step["path"]] = value
    things = [value for value in values.values() if isinstance(value, dict)]
    return values if len(things) <= 1 else None


def _goes_on(field: str, one: object, other: object) -> bool:
    if one == other:
        return True
    if isinstance(one, dict) and isinstance(other, dict):
        fields = one.keys() | other.keys()
        return all(
            _goes_on(key, one.get(key, _NOTHING), other.get(key, _NOTHING)) for key in fields
        )
    if isinstance(one, dict | list | bool) or isinstance(other, dict | list | bool):
        return False
    if field in _WRITTEN:
        return True
    first, second = _typed(one), _typed(other)
    return first.startswith(second) or second.startswith(first)


def _typed(value: object) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)
