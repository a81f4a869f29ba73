# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the measurements need of an engine."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from benchmarks.measures import Answer
from benchmarks.texts import TextPart

PLACES = 10
FETCHED = 50  # parts asked for, so that ten documents are among them


class Engine(Protocol):
    """An engine: built once in an empty folder, then asked."""

    name: str

    def build(self, parts: Sequence[TextPart], folder: Path) -> None:
        """Index the parts; the folder exists and is empty."""
        ...

    def ask(self, query: str) -> Answer:
        """Return the best documents; any text is a valid question."""
        ...

    def size(self) -> int:
        """Return the bytes of the index."""
        ...

    def close(self) -> None:
        """Release everything."""
        ...


def distinct(documents: Iterable[str]) -> tuple[str, ...]:
    """Return the first ten different documents in order."""
    return tuple(dict.fromkeys(documents))[:PLACES]


def folder_size(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
