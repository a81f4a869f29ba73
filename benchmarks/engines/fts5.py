# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""SQLite FTS5 with the tokenizers unicode61 and trigram, and plain substring search."""

import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.engines.base import FETCHED, distinct
from benchmarks.measures import Answer
from benchmarks.texts import TextPart

_MOST_GRAMS = 200


class Fts5:
    """All terms first, filled up with any term (unicode61) or any character triple (trigram)."""

    def __init__(self, tokenizer: str):
        """Keep the tokenizer: ``unicode61`` or ``trigram``."""
        self.name = f"SQLite FTS5 {tokenizer}"
        self._tokenizer = tokenizer

    def build(self, parts: Sequence[TextPart], folder: Path) -> None:
        """Index the parts; see the protocol."""
        self._file = folder / "fts5.sqlite"
        self._connection = sqlite3.connect(self._file)
        self._connection.execute(
            f"CREATE VIRTUAL TABLE texts USING fts5(body, document UNINDEXED,"
            f" tokenize='{self._tokenizer}')"
        )
        self._connection.executemany(
            "INSERT INTO texts VALUES (?, ?)", ((part.whole, part.document) for part in parts)
        )
        self._connection.commit()

    def ask(self, query: str) -> Answer:
        """Return the best documents."""
        started = time.perf_counter()
        terms = [_quoted(term) for term in query.replace("\0", " ").split()]
        found = self._run(" AND ".join(terms)) if terms else []
        if len(distinct(found)) < 10:
            found += self._run(" OR ".join(self._pieces(query)))
        return Answer(distinct(found), (time.perf_counter() - started) * 1000)

    def size(self) -> int:
        """Return the bytes of the file."""
        return self._file.stat().st_size

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _pieces(self, query: str) -> list[str]:
        terms = query.replace("\0", " ").split()
        if self._tokenizer == "trigram":
            triples = (term[i : i + 3] for term in terms for i in range(len(term) - 2))
            return [_quoted(triple) for triple in dict.fromkeys(triples)][:_MOST_GRAMS]
        return [_quoted(term) for term in dict.fromkeys(terms)][:_MOST_GRAMS]

    def _run(self, match: str) -> list[str]:
        if not match:
            return []
        try:
            rows = self._connection.execute(
                "SELECT document FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?",
                (match, FETCHED),
            ).fetchall()
        except sqlite3.Error:
            return []
        return [str(row[0]) for row in rows]


class Substring:
    """Texts holding most of the words typed, then those holding them more often."""

    name = "文字列の一致"

    def build(self, parts: Sequence[TextPart], folder: Path) -> None:
        """Keep the texts; see the protocol."""
        self._parts = [(part.document, part.whole.lower()) for part in parts]

    def ask(self, query: str) -> Answer:
        """Return the best documents."""
        started = time.perf_counter()
        terms = query.lower().split()
        found = []
        for number, (document, text) in enumerate(self._parts):
            counts = [text.count(term) for term in terms]
            held = sum(count > 0 for count in counts)
            if held:
                found.append((-held, -sum(counts), number, document))
        found.sort()
        documents = distinct(document for *_, document in found[: FETCHED * 4])
        return Answer(documents, (time.perf_counter() - started) * 1000)

    def size(self) -> int:
        """Nothing is written."""
        return 0

    def close(self) -> None:
        """Let the texts go."""
        self._parts = []


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
