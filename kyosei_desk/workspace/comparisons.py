# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Comparisons a person has saved, the last ones looked at, and the person's own town.

They are in one JSON file of the person's own; see :mod:`kyosei_desk.workspace.kept_file` for
windows that write at once, damaged files and those of a newer version.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.workspace.column_marks import KeptColumn, kept_column
from kyosei_desk.workspace.kept_file import KeptFormat
from kyosei_desk.workspace.kept_things import (
    KeptThings,
    ThingStore,
    objects,
    read_recent,
    read_saved,
)

FORMAT_VERSION = 1
RECENT_LIMIT = 30
_UNNAMED = "比較"
_MEASURE = re.compile(r"[0-9]{1,9}(?:/[0-9]{1,9}|\.[0-9]{1,6})?")
_LARGEST = 10**9


@dataclass(frozen=True)
class KeptComparison:
    """A comparison as it can be opened again.

    ``columns`` stand in the order shown; ``view`` are sorted (name, value) pairs of how the
    page showed them, such as the rows chosen. What they mean is the page's affair.
    """

    columns: tuple[KeptColumn, ...]
    view: tuple[tuple[str, str], ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the columns' designs, in order."""
        return tuple(column.id for column in self.columns)

    def is_of(self, ids: Iterable[str]) -> bool:
        """Tell whether these designs are compared, in any order."""
        return sorted(self.ids) == sorted(ids)


@dataclass(frozen=True)
class SavedComparison:
    """A comparison with a name of the person's choice; ``id`` stays when that changes."""

    id: str
    name: str
    comparison: KeptComparison


@dataclass(frozen=True)
class OwnTown:
    """The person's own town as entered: a municipality's code, figures, and their day.

    Persons, km² and numbers of schools; None and "" where nothing was entered. ``as_of`` is
    as :class:`~kyosei_desk.domain.dates.PartialDate` writes it.
    """

    code: str = ""
    population: int | None = None
    area_km2: Fraction | None = None
    elementary_schools: int | None = None
    as_of: str = ""


_Kept = KeptThings[KeptComparison, SavedComparison, OwnTown]


def comparison_of(
    designs: Sequence[ComparedDesign], view: Mapping[str, str] | None = None
) -> KeptComparison:
    """Return the comparison of these columns as it is kept."""
    return KeptComparison(tuple(map(kept_column, designs)), tuple(sorted((view or {}).items())))


class ComparisonStore(ThingStore[KeptComparison, SavedComparison, OwnTown]):
    """The saved and recent comparisons of one person, and the person's own town."""

    def __init__(self, path: Path):
        """Keep them in ``path``; nothing is read or written yet."""
        empty: _Kept = KeptThings((), (), OwnTown())
        kept_format = KeptFormat(FORMAT_VERSION, empty, _kept_from, _kept_json)
        super().__init__(path, kept_format, RECENT_LIMIT, _UNNAMED)

    def own_town(self) -> OwnTown:
        """Return the person's own town; nothing is entered at first."""
        return self._file.look().more

    def set_own_town(self, own: OwnTown) -> None:
        """Keep the person's own town."""
        self._file.change(lambda kept: replace(kept, more=own))

    def remember(self, comparison: KeptComparison) -> None:
        """Put a comparison first among the last ones, in place of one of the same designs."""
        if not comparison.columns:
            return

        def change(recent: tuple[KeptComparison, ...]) -> Iterable[KeptComparison]:
            return (comparison, *(one for one in recent if not self._is_same(one, comparison)))

        self._change_recent(change)

    def _named(self, saved_id: str, name: str, thing: KeptComparison) -> SavedComparison:
        return SavedComparison(saved_id, name, thing)

    def _is_same(self, one: KeptComparison, other: KeptComparison) -> bool:
        return one.is_of(other.ids)


# Values in the file


def _kept_json(kept: _Kept) -> dict[str, object]:
    return {
        "saved": [
            {"id": saved.id, "name": saved.name, **_comparison_json(saved.comparison)}
            for saved in kept.saved
        ],
        "recent": [_comparison_json(comparison) for comparison in kept.recent],
        "own": {
            "code": kept.more.code,
            "population": kept.more.population,
            "area_km2": None if kept.more.area_km2 is None else str(kept.more.area_km2),
            "elementary_schools": kept.more.elementary_schools,
            "as_of": kept.more.as_of,
        },
    }


def _comparison_json(comparison: KeptComparison) -> dict[str, object]:
    return {
        "columns": [
            {"id": column.id, "title": column.title, "marks": dict(column.marks)}
            for column in comparison.columns
        ],
        "view": dict(comparison.view),
    }


def _kept_from(loaded: dict[str, Any]) -> _Kept:
    """Read what can be read; an entry that makes no sense is left out."""
    saved = read_saved(loaded, _comparison_from, SavedComparison)
    recent = read_recent(loaded, _comparison_from, RECENT_LIMIT)
    return KeptThings(saved, recent, _own_from(loaded.get("own")))


def _comparison_from(entry: dict[str, Any]) -> KeptComparison | None:
    columns: dict[str, KeptColumn] = {}
    for column in objects(entry.get("columns")):
        design_id, title = column.get("id"), column.get("title")
        if isinstance(design_id, str) and design_id:
            shown = title if isinstance(title, str) and title.strip() else design_id
            columns.setdefault(design_id, KeptColumn(design_id, shown, _pairs(column, "marks")))
    return KeptComparison(tuple(columns.values()), _pairs(entry, "view")) if columns else None


def _own_from(entry: object) -> OwnTown:
    if not isinstance(entry, dict):
        return OwnTown()
    code, as_of = entry.get("code"), entry.get("as_of")
    return OwnTown(
        code if isinstance(code, str) else "",
        _whole(entry.get("population")),
        _measure(entry.get("area_km2")),
        _whole(entry.get("elementary_schools")),
        as_of if isinstance(as_of, str) else "",
    )


def _whole(value: object) -> int | None:
    return value if type(value) is int and 0 < value <= _LARGEST else None


def _measure(value: object) -> Fraction | None:
    if not isinstance(value, str) or _MEASURE.fullmatch(value) is None:
        return None
    try:
        return Fraction(value) or None
    except ZeroDivisionError:
        return None


def _pairs(entry: dict[str, Any], key: str) -> tuple[tuple[str, str], ...]:
    """Return a JSON object of words as pairs, in the order of their names."""
    value = entry.get(key)
    pairs = value.items() if isinstance(value, dict) else ()
    return tuple(sorted((name, word) for name, word in pairs if isinstance(word, str)))
