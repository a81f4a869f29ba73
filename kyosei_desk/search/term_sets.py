# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The sets of the common terms of an index, ready made in a file beside it.

An index decodes a posting list number by number. For a word in half of 100,000 passages that
takes longer than everything else about a question; its set, compressed, is read at once.
"""

import json
import zlib
from collections.abc import Iterable
from pathlib import Path

from kyosei_desk.search.engine import IndexTerm

_TABLE, _DATA = "sets.json", "sets.bin"
_READ_WHOLE = 16 * 2**20  # bytes
_Table = dict[str, dict[str, tuple[int, int]]]  # field → term → where, how many bytes


def write_term_sets(folder: Path, sets: Iterable[tuple[IndexTerm, int]], size: int) -> None:
    """Write the sets of passages numbered below ``size`` into a folder."""
    table: _Table = {}
    at = 0
    with (folder / _DATA).open("wb") as file:
        for term, bits in sets:
            packed = zlib.compress(bits.to_bytes((size + 7) // 8, "little"), 1)
            file.write(packed)
            table.setdefault(term.field.value, {})[term.text] = (at, len(packed))
            at += len(packed)
    (folder / _TABLE).write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")


class TermSets:
    """Reads the sets that were written; a term that is not among them is a rare one."""

    def __init__(self, folder: Path):
        """Read the table, and the sets unless they are very many.

        Raises:
            OSError: they cannot be read.
            ValueError: it is no such table.
        """
        self._path = folder / _DATA
        self._data = self._path.read_bytes() if self._path.stat().st_size <= _READ_WHOLE else b""
        table = json.loads((folder / _TABLE).read_text(encoding="utf-8"))
        if not isinstance(table, dict):
            raise ValueError("no table of sets")
        self._table: _Table = table

    def get(self, term: IndexTerm) -> int | None:
        """Return a set, None for a term that has none here.

        Raises:
            OSError: the file cannot be read.
            zlib.error: it is damaged.
        """
        place = self._table.get(term.field.value, {}).get(term.text)
        if place is None:
            return None
        return int.from_bytes(zlib.decompress(self._packed(*place)), "little")

    def _packed(self, start: int, size: int) -> bytes:
        if self._data:
            return self._data[start : start + size]
        with self._path.open("rb") as file:
            file.seek(start)
            return file.read(size)
