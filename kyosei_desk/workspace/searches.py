# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Searches a person has saved, and the last ones asked, in one JSON file of the person's own.

See :mod:`kyosei_desk.workspace.kept_file` for windows that write at once, damaged files and
those of a newer version.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kyosei_desk.workspace.kept_file import KeptFile, KeptFormat
from kyosei_desk.workspace.naming import free_name, new_id, put_back, renamed, without

FORMAT_VERSION = 1
RECENT_LIMIT = 100
_UNNAMED = "検索"
_RELEVANCE = "relevance"


@dataclass(frozen=True)
class KeptQuery:
    """A question as it can be asked again: words, filters, order, rules switched off.

    ``filters`` maps a facet's name to the sorted keys chosen; ``without`` is sorted.
    """

    text: str
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sort: str = _RELEVANCE
    without: tuple[str, ...] = ()

    @property
    def asks_something(self) -> bool:
        """Whether there is anything to look for or to narrow by."""
        return bool(self.text.strip() or self.filters)


@dataclass(frozen=True)
class SavedSearch:
    """A question with a name of the person's choice; ``id`` stays when the name changes."""

    id: str
    name: str
    query: KeptQuery


@dataclass(frozen=True)
class _Kept:
    """What the file holds."""

    saved: tuple[SavedSearch, ...] = ()
    recent: tuple[KeptQuery, ...] = ()


class SearchStore:
    """The saved and recent searches of one person.

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

    def saved(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches, the newest first."""
        return self._file.look().saved

    def recent(self) -> tuple[KeptQuery, ...]:
        """Return the last questions, the newest first."""
        return self._file.look().recent

    def remember(self, query: KeptQuery) -> None:
        """Put a question first, in place of its own beginnings typed on the way."""
        if not query.text.strip():
            return

        def change(kept: _Kept) -> _Kept:
            recent = list(kept.recent)
            if recent and query.text.startswith(recent[0].text):
                recent = recent[1:]
            others = [other for other in recent if other != query]
            return _with_recent(kept, (query, *others))

        self._file.change(change)

    def forget_recent(self, query: KeptQuery) -> None:
        """Take a question out of the last ones."""
        self._file.change(lambda kept: _with_recent(kept, (q for q in kept.recent if q != query)))

    def clear_recent(self) -> tuple[KeptQuery, ...]:
        """Forget all last questions and return them, for :meth:`restore_recent`."""
        gone: list[KeptQuery] = []

        def change(kept: _Kept) -> _Kept:
            gone.extend(kept.recent)
            return _with_recent(kept, ())

        self._file.change(change)
        return tuple(gone)

    def restore_recent(self, queries: tuple[KeptQuery, ...]) -> None:
        """Put questions back behind those asked since."""

        def change(kept: _Kept) -> _Kept:
            return _with_recent(kept, dict.fromkeys((*kept.recent, *queries)))

        self._file.change(change)

    def save(self, name: str, query: KeptQuery) -> SavedSearch:
        """Save a question under a name, which gets a number when it is taken."""
        made: list[SavedSearch] = []

        def change(kept: _Kept) -> _Kept:
            made.append(SavedSearch(new_id(), free_name(name, kept.saved, _UNNAMED), query))
            return replace(kept, saved=(made[0], *kept.saved))

        self._file.change(change)
        return made[0]

    def rename(self, search_id: str, name: str) -> None:
        """Give a saved search another name; an empty one changes nothing."""
        self._change_saved(lambda saved: renamed(saved, search_id, name))

    def delete(self, search_id: str) -> None:
        """Delete a saved search."""
        self._change_saved(lambda saved: without(saved, search_id))

    def restore(self, search: SavedSearch, position: int) -> None:
        """Put a deleted search back, at a position if that is still there."""
        self._change_saved(lambda saved: put_back(saved, search, position))

    def _change_saved(
        self, change: Callable[[tuple[SavedSearch, ...]], tuple[SavedSearch, ...]]
    ) -> None:
        self._file.change(lambda kept: replace(kept, saved=change(kept.saved)))


def _with_recent(kept: _Kept, recent: Iterable[KeptQuery]) -> _Kept:
    return replace(kept, recent=tuple(recent)[:RECENT_LIMIT])


# Values in the file


def _kept_json(kept: _Kept) -> dict[str, object]:
    return {
        "saved": [{"id": s.id, "name": s.name, **_query_json(s.query)} for s in kept.saved],
        "recent": [_query_json(query) for query in kept.recent],
    }


def _query_json(query: KeptQuery) -> dict[str, object]:
    return {
        "text": query.text,
        "filters": {name: list(keys) for name, keys in query.filters},
        "sort": query.sort,
        "without": list(query.without),
    }


def _kept_from(loaded: dict[str, Any]) -> _Kept:
    """Read what can be read; an entry that makes no sense is left out."""
    saved: dict[str, SavedSearch] = {}
    for entry in _entries(loaded.get("saved")):
        query = _query_from(entry)
        search_id, name = entry.get("id"), entry.get("name")
        if query and isinstance(search_id, str) and isinstance(name, str) and name.strip():
            saved.setdefault(search_id, SavedSearch(search_id, name, query))
    found = map(_query_from, _entries(loaded.get("recent")))
    recent = tuple(dict.fromkeys(query for query in found if query))[:RECENT_LIMIT]
    return _Kept(tuple(saved.values()), recent)


def _entries(value: object) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _query_from(entry: dict[str, Any]) -> KeptQuery | None:
    text, filters = entry.get("text"), entry.get("filters", {})
    if not isinstance(text, str) or not isinstance(filters, dict):
        return None
    chosen = ((name, tuple(_words(keys))) for name, keys in sorted(filters.items()))
    sort = entry.get("sort")
    query = KeptQuery(
        text,
        tuple((name, keys) for name, keys in chosen if keys),
        sort if isinstance(sort, str) else _RELEVANCE,
        tuple(_words(entry.get("without"))),
    )
    return query if query.asks_something else None


def _words(value: object) -> list[str]:
    return sorted({w for w in value if isinstance(w, str)}) if isinstance(value, list) else []
