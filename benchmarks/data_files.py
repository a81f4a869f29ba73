# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Reads lists of questions: tab-separated, JSON, or with the answer given by its words."""

import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measures import Judged
from benchmarks.texts import TextPart

DATA = Path(__file__).with_name("data")


def read_queries(path: Path) -> list[Judged]:
    """Read ``query TAB document[|another][TAB kind]``; lines beginning with # are notes.

    Raises:
        ValueError: a line has no document.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        query, _, rest = line.partition("\t")
        documents, _, kind = rest.partition("\t")
        relevant = frozenset(name.strip() for name in documents.split("|") if name.strip())
        if not relevant:
            raise ValueError(f"{path}:{number}: no document")
        found.append(Judged(query, relevant, kind.strip()))
    return found


def read_sample(path: Path) -> list[Judged]:
    """Read a JSON sample: ``{"queries": [{"query", "relevant": [ids], "kind"}]}``."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return [
        Judged(item["query"], frozenset(item["relevant"]), item.get("kind", ""))
        for item in data["queries"]
    ]


def read_worded(path: Path, parts: Sequence[TextPart]) -> list[Judged]:
    """Read ``question TAB words of the answer``: relevant is every part holding the words.

    Questions whose words are in no part are left out: the texts are of another edition.
    """
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        query, _, words = line.partition("\t")
        if not words or line.startswith("#"):
            continue
        relevant = frozenset(part.document for part in parts if words in part.whole)
        if relevant:
            found.append(Judged(query, relevant, "question"))
    return found
