# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Comparisons a person has saved, the last ones looked at, and the person's own town.

They are in one JSON file of the person's own; see :mod:`kyosei_desk.workspace.kept_file` for
windows that write at once, damaged files and those of a newer version.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.workspace.column_marks import KeptColumn, kept_column
from kyosei_desk.workspace.kept_file import KeptFile, KeptFormat
from kyosei_desk.workspace.naming import free_name, new_id, put_back, renamed, without

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


@dataclass(frozen=True)
class _Kept:
    """What the file holds."""

    saved: tuple[SavedComparison, ...] = ()
    recent: tuple[KeptComparison, ...] = ()
    own: OwnTown = OwnTown()


def comparison_of(
    designs: Sequence[ComparedDesign], view: Mapping[str, str] | None = None
) -> KeptComparison:
    """Return the comparison of these columns as it is kept."""
    return KeptComparison(tuple(map(kept_column, designs)), tuple(sorted((view or {}).items())))


class ComparisonStore:
    """The saved and recent comparisons of one person, and the person's own town.

    Every method may raise ``StorageError``; see
    :class:`~kyosei_desk.workspace.kept_file.KeptFile`.
    """

    def __init__(self, path: Path):
        """Keep them in ``path``; nothing is read or written yet."""
        self._file = KeptFile(path, KeptFormat(FORMAT_VERSION, _Kept(), _kept_from, _kept_json))

    @property
    def set_aside(self) -> Path | None:
        """Where a damaged file was moved to."""
        return self._file.set_aside

    @property
    def kept_newer(self) -> Path | None:
        """Where a copy of a newer version's file is."""
        return self._file.kept_newer

    def saved(self) -> tuple[SavedComparison, ...]:
        """Return the saved comparisons, the newest first."""
        return self._file.look().saved

    def recent(self) -> tuple[KeptComparison, ...]:
        """Return the last comparisons, the newest first."""
        return self._file.look().recent

    def own_town(self) -> OwnTown:
        """Return the person's own town; nothing is entered at first."""
        return self._file.look().own

    def set_own_town(self, own: OwnTown) -> None:
        """Keep the person's own town."""
        self._file.change(lambda kept: replace(kept, own=own))

    def remember(self, comparison: KeptComparison) -> None:
        """Put a comparison first among the last ones, in place of one of the same designs."""
        if not comparison.columns:
            return

        def change(kept: _Kept) -> _Kept:
            others = (other for other in kept.recent if not other.is_of(comparison.ids))
            return _with_recent(kept, (comparison, *others))

        self._file.change(change)

    def forget_recent(self, comparison: KeptComparison) -> None:
        """Take a comparison out of the last ones."""
        self._file.change(
            lambda kept: _with_recent(kept, (c for c in kept.recent if c != comparison))
        )

    def clear_recent(self) -> tuple[KeptComparison, ...]:
        """Forget all last comparisons and return them, for :meth:`restore_recent`."""
        gone: list[KeptComparison] = []

        def change(kept: _Kept) -> _Kept:
            gone.extend(kept.recent)
            return _with_recent(kept, ())

        self._file.change(change)
        return tuple(gone)

    def restore_recent(self, comparisons: tuple[KeptComparison, ...]) -> None:
        """Put comparisons back behind those looked at since."""

        def change(kept: _Kept) -> _Kept:
            new = (c for c in comparisons if not any(o.is_of(c.ids) for o in kept.recent))
            return _with_recent(kept, (*kept.recent, *new))

        self._file.change(change)

    def save(self, name: str, comparison: KeptComparison) -> SavedComparison:
        """Save a comparison under a name, which gets a number when it is taken."""
        made: list[SavedComparison] = []

        def change(kept: _Kept) -> _Kept:
            free = free_name(name, kept.saved, _UNNAMED)
            made.append(SavedComparison(new_id(), free, comparison))
            return replace(kept, saved=(made[0], *kept.saved))

        self._file.change(change)
        return made[0]

    def rename(self, saved_id: str, name: str) -> None:
        """Give a saved comparison another name; an empty one changes nothing."""
        self._change_saved(lambda saved: renamed(saved, saved_id, name))

    def delete(self, saved_id: str) -> None:
        """Delete a saved comparison."""
        self._change_saved(lambda saved: without(saved, saved_id))

    def restore(self, saved: SavedComparison, position: int) -> None:
        """Put a comparison back as it was, at a position if that is still there."""
        self._change_saved(lambda others: put_back(others, saved, position))

    def _change_saved(
        self, change: Callable[[tuple[SavedComparison, ...]], tuple[SavedComparison, ...]]
    ) -> None:
        self._file.change(lambda kept: replace(kept, saved=change(kept.saved)))


def _with_recent(kept: _Kept, recent: Iterable[KeptComparison]) -> _Kept:
    return replace(kept, recent=tuple(recent)[:RECENT_LIMIT])


# Values in the file


def _kept_json(kept: _Kept) -> dict[str, object]:
    return {
        "saved": [
            {"id": saved.id, "name": saved.name, **_comparison_json(saved.comparison)}
            for saved in kept.saved
        ],
        "recent": [_comparison_json(comparison) for comparison in kept.recent],
        "own": {
            "code": kept.own.code,
            "population": kept.own.population,
            "area_km2": None if kept.own.area_km2 is None else str(kept.own.area_km2),
            "elementary_schools": kept.own.elementary_schools,
            "as_of": kept.own.as_of,
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
    saved: dict[str, SavedComparison] = {}
    for entry in _entries(loaded.get("saved")):
        comparison = _comparison_from(entry)
        saved_id, name = entry.get("id"), entry.get("name")
        if comparison and isinstance(saved_id, str) and isinstance(name, str) and name.strip():
            saved.setdefault(saved_id, SavedComparison(saved_id, name, comparison))
    found = map(_comparison_from, _entries(loaded.get("recent")))
    recent = tuple(dict.fromkeys(comparison for comparison in found if comparison))
    return _Kept(tuple(saved.values()), recent[:RECENT_LIMIT], _own_from(loaded.get("own")))


def _comparison_from(entry: dict[str, Any]) -> KeptComparison | None:
    columns: dict[str, KeptColumn] = {}
    for column in _entries(entry.get("columns")):
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


def _entries(value: object) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _pairs(entry: dict[str, Any], key: str) -> tuple[tuple[str, str], ...]:
    """Return a JSON object of words as pairs, in the order of their names."""
    value = entry.get(key)
    pairs = value.items() if isinstance(value, dict) else ()
    return tuple(sorted((name, word) for name, word in pairs if isinstance(word, str)))
