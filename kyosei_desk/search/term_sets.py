# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Terms with the sets of passages they stand in, ready made in a file beside an index.

An index decodes a posting list number by number. For a word in half of 100,000 passages that
takes longer than everything else about a question; its set, compressed, is read at once. And
of a field with hundreds of terms a passage (character pairs) nothing else needs to be kept.
"""

import json
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from kyosei_desk.search.bitsets import bits_of
from kyosei_desk.search.engine import IndexField, IndexTerm

_TABLE, _DATA = "sets.json", "sets.bin"
_READ_WHOLE = 64 * 2**20  # bytes
_LISTED = 32  # passages: fewer are kept as a list of numbers
_NUMBERS, _BITS = b"n", b"b"


class TermSetWriter:
    """Collects which terms stand in which passages, and writes their sets into a folder."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._numbers: dict[str, dict[str, array[int]]] = {}

    def add(self, number: int, field: IndexField, terms: Iterable[str]) -> None:
        """Note the terms of a passage, each once."""
        noted = self._numbers.setdefault(field.value, defaultdict(_no_numbers))
        for term in terms:
            noted[term].append(number)

    def write(self, folder: Path, size: int, least: dict[IndexField, int]) -> None:
        """Write the sets of passages numbered below ``size``.

        Of a field in ``least``, only terms that stand in so many passages are written.

        Raises:
            OSError: they cannot be written.
        """
        table: dict[str, tuple[list[str], list[int]]] = {}
        with (folder / _DATA).open("wb") as file:
            for field, terms in self._numbers.items():
                lowest = least.get(IndexField(field), 1)
                names, sizes = table.setdefault(field, ([], []))
                for term in sorted(terms):
                    if len(terms[term]) >= lowest:
                        names.append(term)
                        sizes.append(file.write(_packed(terms[term], size)))
        content = {"size": size, "sets": table}
        (folder / _TABLE).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


class TermSets:
    """Reads the sets that were written."""

    def __init__(self, folder: Path):
        """Read the table, and the sets unless they are very many.

        Raises:
            OSError: they cannot be read.
            ValueError: it is no such table.
        """
        self._path = folder / _DATA
        self._data = self._path.read_bytes() if self._path.stat().st_size <= _READ_WHOLE else b""
        try:
            table = json.loads((folder / _TABLE).read_text(encoding="utf-8"))
            self._size = int(table["size"])
            self._places = dict(_places(table["sets"]))
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"no table of sets: {error!r}") from error

    def terms(self, field: IndexField) -> Sequence[str]:
        """Return the terms of a field that have a set, sorted."""
        return tuple(self._places.get(field.value, ()))

    def get(self, term: IndexTerm) -> int | None:
        """Return a set, None for a term that has none here.

        Raises:
            OSError: the file cannot be read.
            ValueError: it is damaged.
        """
        place = self._places.get(term.field.value, {}).get(term.text)
        if place is None:
            return None
        packed = self._bytes(*place)
        kind, content = packed[:1], packed[1:]
        try:
            if kind == _NUMBERS:
                return bits_of(_numbers(content), self._size)
            if kind == _BITS:
                return int.from_bytes(zlib.decompress(content), "little")
        except (IndexError, zlib.error) as error:
            raise ValueError(f"damaged set: {error}") from error
        raise ValueError("damaged set")

    def _bytes(self, end: int, size: int) -> bytes:
        if self._data:
            return self._data[end - size : end]
        with self._path.open("rb") as file:
            file.seek(end - size)
            return file.read(size)


def _places(
    table: dict[str, tuple[list[str], list[int]]],
) -> Iterator[tuple[str, dict[str, tuple[int, int]]]]:
    """Yield each field with the end and size of the set of each of its terms."""
    at = 0
    for field, (terms, sizes) in table.items():
        ends = list(accumulate(sizes, initial=at))
        yield field, dict(zip(terms, zip(ends[1:], sizes, strict=True), strict=True))
        at = ends[-1]


def _packed(numbers: "array[int]", size: int) -> bytes:
    if len(numbers) <= _LISTED:
        return _NUMBERS + b"".join(number.to_bytes(4, "little") for number in numbers)
    bits = bits_of(numbers, size).to_bytes((size + 7) // 8, "little")
    return _BITS + zlib.compress(bits, 1)


def _numbers(content: bytes) -> Iterator[int]:
    if len(content) % 4:
        raise IndexError("a number is cut off")
    return (int.from_bytes(content[at : at + 4], "little") for at in range(0, len(content), 4))


def _no_numbers() -> "array[Any]":
    return array("I")
