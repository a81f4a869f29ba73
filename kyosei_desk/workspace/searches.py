# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Searches a person has saved, and the last ones asked, in one JSON file of the person's own.

See :mod:`kyosei_desk.workspace.kept_file` for windows that write at once, damaged files and
those of a newer version.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kyosei_desk.workspace.kept_file import KeptFormat
from kyosei_desk.workspace.kept_things import KeptThings, ThingStore, read_recent, read_saved

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


_Kept = KeptThings[KeptQuery, SavedSearch, None]


class SearchStore(ThingStore[KeptQuery, SavedSearch, None]):
    """The saved and recent searches of one person."""

    def __init__(self, path: Path):
        """Keep them in ``path``; nothing is read or written yet."""
        empty: _Kept = KeptThings((), (), None)
        kept_format = KeptFormat(FORMAT_VERSION, empty, _kept_from, _kept_json)
        super().__init__(path, kept_format, RECENT_LIMIT, _UNNAMED)

    def remember(self, query: KeptQuery) -> None:
        """Put a question first, in place of its own beginnings typed on the way."""
        if not query.text.strip():
            return

        def change(recent: tuple[KeptQuery, ...]) -> Iterable[KeptQuery]:
            if recent and query.text.startswith(recent[0].text):
                recent = recent[1:]
            return (query, *(other for other in recent if other != query))

        self._change_recent(change)

    def _named(self, saved_id: str, name: str, thing: KeptQuery) -> SavedSearch:
        return SavedSearch(saved_id, name, thing)

    def _is_same(self, one: KeptQuery, other: KeptQuery) -> bool:
        return one == other


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
    saved = read_saved(loaded, _query_from, SavedSearch)
    return KeptThings(saved, read_recent(loaded, _query_from, RECENT_LIMIT), None)


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
