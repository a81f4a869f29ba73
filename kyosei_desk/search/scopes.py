# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where a query says to look: its ``field:value`` conditions as a set of passages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kyosei_desk.search.facets import FacetTable
from kyosei_desk.search.model import FacetName
from kyosei_desk.search.query import FieldTerm


@dataclass(frozen=True)
class Scope:
    """The passages that meet every condition, and the conditions nothing is known of."""

    allowed: int
    unknown: tuple[tuple[FacetName, str], ...] = ()


def find_scope(
    facets: FacetTable, fields: Sequence[FieldTerm], same: Callable[[str], str]
) -> Scope:
    """Return the scope of a query; ``same`` folds notation.

    Conditions on one field are alternatives, as the values of a facet are; excluded values
    are taken away.
    """
    allowed = facets.everything
    unknown = []
    wanted: dict[FacetName, set[str]] = {}
    for field in fields:
        keys = facets.meaning(field.name, field.value, same)
        if not keys:
            unknown.append((field.name, field.value))
        if field.excluded:
            allowed &= ~facets.passing({field.name: keys}) if keys else -1
        else:
            wanted.setdefault(field.name, set()).update(keys)
    for name, chosen in wanted.items():
        allowed &= facets.passing({name: frozenset(chosen)}) if chosen else 0
    return Scope(allowed, tuple(unknown))
