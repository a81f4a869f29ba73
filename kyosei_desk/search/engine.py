# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What search needs of an index engine, in values that know no engine.

Analysis happens outside: an engine is given finished terms and keeps them. It tells which
passages hold a term; what that is worth is decided elsewhere (see ``candidates`` and
``ranking``). A second engine implements :class:`SearchIndex` and :class:`IndexBuilder`;
nothing else changes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol


class IndexField(StrEnum):
    """The lists of terms a passage is indexed under."""

    BODY = "body"  # lemmas of the text
    OFTEN = "often"  # those of them the text says more than in passing
    VERY_OFTEN = "very_often"  # those of them the text is much about
    NAME = "name"  # lemmas of title and names
    CONTEXT = "context"  # lemmas of the document's title and municipality
    GRAM = "gram"  # character pairs of the folded text and names
    READING = "reading"  # sounds of the words
    CANONICAL = "canonical"  # articles, dates, numbers

    __hash__ = str.__hash__  # Enum's own is slow, and terms are looked up by the thousand


LEMMA_FIELDS = (IndexField.BODY, IndexField.NAME, IndexField.CONTEXT)


@dataclass(frozen=True)
class IndexRecord:
    """A passage ready to be indexed; ``payload`` is handed back as it is."""

    key: str
    terms: Mapping[IndexField, Sequence[str]]
    payload: bytes


class IndexTerm(NamedTuple):
    """A term in a field."""

    field: IndexField
    text: str


class Alternative(NamedTuple):
    """Terms that must all be in a passage for this way of matching; ``weight`` ≥ 0."""

    terms: tuple[IndexTerm, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Clause:
    """A thing asked for, in any of several ways; the best way found counts."""

    alternatives: tuple[Alternative, ...]
    required: bool
    excluded: bool = False


@dataclass(frozen=True)
class StoredPassage:
    """What the index keeps of a passage."""

    key: str
    payload: bytes


class SearchIndex(Protocol):
    """A read-only view of one finished index; numbers run from 0 to ``passage_count - 1``.

    Every method raises :class:`~kyosei_desk.domain.errors.IndexBrokenError` when the files
    turn out to be damaged or gone.
    """

    @property
    def location(self) -> Path:
        """The folder the index is in."""
        ...

    @property
    def passage_count(self) -> int:
        """How many passages the index holds."""
        ...

    def document_frequency(self, term: IndexTerm) -> int:
        """Return in how many passages a term stands."""
        ...

    def vocabulary(self, field: IndexField) -> Sequence[str]:
        """Return all terms of a field, sorted by code point."""
        ...

    def average_length(self, field: IndexField) -> float:
        """Return the mean number of terms a passage has in a field; at least 1."""
        ...

    def holding(self, term: IndexTerm) -> int:
        """Return the set of passages a term stands in, as ``bitsets`` keeps it."""
        ...

    def stored(self, number: int) -> StoredPassage:
        """Return what was kept of a passage."""
        ...

    def close(self) -> None:
        """Release the files."""
        ...


class IndexBuilder(Protocol):
    """Writes an index into an empty folder and opens finished ones."""

    schema_version: str

    def build(self, folder: Path, records: Iterable[IndexRecord]) -> None:
        """Write all records; the folder exists and is empty."""
        ...

    def open(self, folder: Path) -> SearchIndex:
        """Open a finished index.

        Raises:
            IndexBrokenError: there is none, or it is damaged.
        """
        ...
