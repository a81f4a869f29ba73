# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where one was: the last words searched for and the last documents read."""

import json
from typing import TYPE_CHECKING

from kyosei_desk.workspace.settings import SettingKey, SettingsStore

if TYPE_CHECKING:
    from kyosei_desk.domain.corpus import Corpus

QUERY, ADDRESS = "query", "address"
_STATE_KEY = "recent"
_KEPT = 3
_LONGEST_QUERY = 60
_LONGEST_LABEL = 24


class RecentPlaces:
    """The newest first, each once; kept in the state of the window."""

    def __init__(self, state: dict[str, str], settings: SettingsStore | None = None):
        """Take what was remembered; anything damaged is forgotten.

        ``settings`` may say that words searched for are not to be kept.
        """
        self._settings = settings
        try:
            loaded = json.loads(state.get(_STATE_KEY, "[]"))
        except (ValueError, RecursionError):
            loaded = []
        entries = loaded if isinstance(loaded, list) else []
        self._places: list[tuple[str, str]] = [
            (kind, value)
            for kind, value in (entry for entry in entries if _is_pair(entry))
            if kind in (QUERY, ADDRESS) and value
        ][:_KEPT]

    def remember_query(self, query: str) -> None:
        """Put words searched for first, in place of the beginnings typed on the way."""
        words = " ".join(query.split())
        if self._settings and self._settings.get(SettingKey.SEARCH_HISTORY) != "on":
            return
        if words and len(words) <= _LONGEST_QUERY:
            self._places = [
                (kind, value)
                for kind, value in self._places
                if kind != QUERY or not words.startswith(value)
            ]
            self._remember(QUERY, words)

    def forget_queries(self) -> list[tuple[str, str]]:
        """Forget the words searched for; return all there was, for :meth:`restore`."""
        before = self._places
        self._places = [place for place in before if place[0] != QUERY]
        return before if len(before) != len(self._places) else []

    def restore(self, places: list[tuple[str, str]]) -> None:
        """Put back what was forgotten, behind what came since."""
        self._places = list(dict.fromkeys((*self._places, *places)))[:_KEPT]

    def remember_address(self, address: str) -> None:
        """Put a document first, whatever part of it was open."""
        document_id, _, _ = address.partition("#")
        if document_id:
            self._remember(ADDRESS, document_id)

    def shown(self, corpus: "Corpus") -> list[tuple[str, str, str]]:
        """Return (kind, value, what people read); documents no longer there are left out."""
        titles = {document.id: document.title for document in corpus.documents}
        found = []
        for kind, value in self._places:
            if kind == QUERY:
                found.append((kind, value, _short(f"「{value}」をさがす")))
            elif value in titles:
                found.append((kind, value, _short(titles[value])))
        return found

    def state(self) -> dict[str, str]:
        """Return what the window should remember."""
        return {_STATE_KEY: json.dumps(self._places, ensure_ascii=False)}

    def _remember(self, kind: str, value: str) -> None:
        others = [place for place in self._places if place != (kind, value)]
        self._places = [(kind, value), *others][:_KEPT]


def _is_pair(entry: object) -> bool:
    return (
        isinstance(entry, list) and len(entry) == 2 and all(isinstance(part, str) for part in entry)
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else f"{text[: _LONGEST_LABEL - 1]}…"
