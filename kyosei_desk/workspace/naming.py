# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Kept things with names of a person's choice: no name twice, deleting can be taken back."""

import os
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar, Protocol, TypeVar

NAME_LIMIT = 60


class Named(Protocol):
    """A dataclass with an ``id`` that stays when the ``name`` changes."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str:
        """What stays the same."""
        ...

    @property
    def name(self) -> str:
        """What the person calls it."""
        ...


AnyNamed = TypeVar("AnyNamed", bound=Named)


def new_id() -> str:
    """Return an id nothing else has."""
    return os.urandom(8).hex()


def tidy_name(name: str) -> str:
    """Return a name on one line, no longer than :data:`NAME_LIMIT`."""
    return " ".join(name.split())[:NAME_LIMIT].strip()


def free_name(name: str, kept: Iterable[Named], unnamed: str) -> str:
    """Return a name that none has yet, ``相談 (2)`` for a taken 相談; ``unnamed`` for none."""
    tidy = tidy_name(name) or unnamed
    taken = {other.name for other in kept}
    number, free = 2, tidy
    while free in taken:
        free = f"{tidy} ({number})"
        number += 1
    return free


def renamed(kept: tuple[AnyNamed, ...], kept_id: str, name: str) -> tuple[AnyNamed, ...]:
    """Return all with another name for one; an empty name changes nothing."""
    if not tidy_name(name):
        return kept
    free = free_name(name, without(kept, kept_id), "")
    return tuple(replace(one, name=free) if one.id == kept_id else one for one in kept)


def without(kept: tuple[AnyNamed, ...], kept_id: str) -> tuple[AnyNamed, ...]:
    """Return all but one."""
    return tuple(one for one in kept if one.id != kept_id)


def put_back(kept: tuple[AnyNamed, ...], one: AnyNamed, position: int) -> tuple[AnyNamed, ...]:
    """Return all with a deleted one back, at a position if that is still there."""
    others = list(without(kept, one.id))
    others.insert(position, one)
    return tuple(others)
