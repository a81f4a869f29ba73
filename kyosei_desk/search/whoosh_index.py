# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The embedded engine: Whoosh, imported here and nowhere else.

Whoosh keeps postings and stored values; its analyzers, parser and scoring are not used.
Terms come finished, and candidates are gathered term by term: rare terms first, within a
budget of postings, so that one long question never costs more than a few short ones.
Decoded posting lists are kept for the next keystroke. Whoosh stores a pickle, so an index
is only ever opened where this program itself wrote it.
"""

import math
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from pathlib import Path

from whoosh import fields
from whoosh.filedb.filestore import FileStorage, RamStorage, copy_to_ram

from kyosei_desk.domain.errors import IndexBrokenError
from kyosei_desk.search.engine import (
    Alternative,
    Candidates,
    Clause,
    IndexField,
    IndexRecord,
    IndexTerm,
    StoredPassage,
)

_INDEX_NAME = "passages"
_POSTING_BUDGET = 200_000
_CACHED_POSTINGS = 400_000
_READ_WHOLE = 64 * 2**20  # bytes
_FIELD_WEIGHT = {IndexField.NAME: 2.0, IndexField.CONTEXT: 0.6}
_SATURATION = 1.2

Postings = dict[int, float]  # passage number → saturated frequency


class WhooshBuilder:
    """Builds and opens Whoosh indexes."""

    schema_version = "whoosh-2"

    def build(self, folder: Path, records: Iterable[IndexRecord]) -> None:
        """Write all records as one segment; an error in ``records`` leaves nothing open."""
        storage = FileStorage(str(folder))
        index = storage.create_index(_schema(), indexname=_INDEX_NAME)
        writer = index.writer(limitmb=128)
        try:
            for record in records:
                values = {field.value: list(terms) for field, terms in record.terms.items()}
                writer.add_document(key=record.key, payload=record.payload, **values)
        except BaseException:
            writer.cancel()
            raise
        else:
            writer.commit(optimize=True)
        finally:
            index.close()

    def open(self, folder: Path) -> "WhooshIndex":
        """Open a finished index; see the protocol for errors."""
        return WhooshIndex(folder)


def _schema() -> fields.Schema:
    listed = {
        field.value: fields.KEYWORD(stored=False, scorable=True, commas=False)
        for field in IndexField
    }
    return fields.Schema(key=fields.STORED, payload=fields.STORED, **listed)


class WhooshIndex:
    """A read-only view of one index folder; implements ``SearchIndex``."""

    def __init__(self, folder: Path):
        """Open the folder.

        Raises:
            IndexBrokenError: Whoosh finds no whole index there.
        """
        self._folder = folder
        self._postings: OrderedDict[IndexTerm, Postings] = OrderedDict()
        self._cached = 0
        self._vocabulary: dict[IndexField, tuple[str, ...]] = {}
        try:
            self._index = _storage(folder).open_index(indexname=_INDEX_NAME)
            self._reader = self._index.reader()
            self._count = int(self._reader.doc_count_all())
        except Exception as error:  # Whoosh and pickle raise anything at all on damage
            raise self._broken(error) from error

    @property
    def location(self) -> Path:
        """The folder the index is in."""
        return self._folder

    @property
    def passage_count(self) -> int:
        """How many passages the index holds."""
        return self._count

    def document_frequency(self, term: IndexTerm) -> int:
        """Return in how many passages a term stands."""
        if term in self._postings:
            return len(self._postings[term])
        try:
            return int(self._reader.doc_frequency(term.field.value, term.text))
        except Exception as error:
            raise self._broken(error) from error

    def vocabulary(self, field: IndexField) -> Sequence[str]:
        """Return all terms of a field, sorted; read once and kept."""
        if field not in self._vocabulary:
            try:
                words = [word.decode() for word in self._reader.lexicon(field.value)]
            except Exception as error:
                raise self._broken(error) from error
            self._vocabulary[field] = tuple(sorted(words))
        return self._vocabulary[field]

    def average_length(self, field: IndexField) -> float:
        """Return the mean number of terms a passage has in a field; at least 1."""
        try:
            total = float(self._reader.field_length(field.value))
        except Exception as error:
            raise self._broken(error) from error
        return max(1.0, total / max(1, self._count))

    def retrieve(self, clauses: Sequence[Clause]) -> Candidates:
        """Gather candidates term by term; see the protocol."""
        asked = [clause for clause in clauses if not clause.excluded]
        held = [self._matching(clause) for clause in asked]
        excluded: set[int] = set()
        for clause in clauses:
            if clause.excluded:
                excluded.update(self._matching(clause))
        scores: dict[int, float] = {}
        for found in held:
            for number, score in found.items():
                scores[number] = scores.get(number, 0.0) + score
        for number in excluded & scores.keys():
            del scores[number]
        required = [found for clause, found in zip(asked, held, strict=True) if clause.required]
        complete = _intersection(required, scores)
        ranked = sorted(scores, key=lambda n: (n not in complete, -scores[n], n))
        return Candidates(tuple(ranked), complete, tuple(map(len, held)))

    def stored(self, number: int) -> StoredPassage:
        """Return what was kept of a passage."""
        try:
            values = self._reader.stored_fields(number)
            return StoredPassage(str(values["key"]), bytes(values["payload"]))
        except Exception as error:
            raise self._broken(error) from error

    def close(self) -> None:
        """Release the files."""
        self._reader.close()
        self._index.close()

    def _matching(self, clause: Clause) -> Postings:
        """Return, for each passage holding the clause, the score of the best way it does."""
        best: Postings = {}
        budget = _POSTING_BUDGET
        for alternative in sorted(clause.alternatives, key=lambda a: -a.weight):
            if budget <= 0:
                break
            found = self._conjunction(alternative)
            budget -= len(found)
            for number, score in found.items():
                if score > best.get(number, 0.0):
                    best[number] = score
        return best

    def _conjunction(self, alternative: Alternative) -> Postings:
        lists = [(term, self._list(term)) for term in alternative.terms]
        if not lists or not all(found for _, found in lists):
            return {}
        lists.sort(key=lambda item: len(item[1]))
        numbers: Iterable[int] = lists[0][1]
        for _, found in lists[1:]:
            numbers = [number for number in numbers if number in found]
        factors = [(found, self._factor(term, found)) for term, found in lists]
        share = alternative.weight / len(lists)
        return {n: share * sum(found[n] * factor for found, factor in factors) for n in numbers}

    def _factor(self, term: IndexTerm, found: Postings) -> float:
        idf = math.log(1 + (self._count - len(found) + 0.5) / (len(found) + 0.5))
        return idf * _FIELD_WEIGHT.get(term.field, 1.0)

    def _list(self, term: IndexTerm) -> Postings:
        if term in self._postings:
            self._postings.move_to_end(term)
            return self._postings[term]
        found = self._read(term)
        self._postings[term] = found
        self._cached += len(found) + 1
        while self._cached > _CACHED_POSTINGS and len(self._postings) > 1:
            _, dropped = self._postings.popitem(last=False)
            self._cached -= len(dropped) + 1
        return found

    def _read(self, term: IndexTerm) -> Postings:
        found: Postings = {}
        try:
            if (term.field.value, term.text) not in self._reader:
                return found
            matcher = self._reader.postings(term.field.value, term.text)
            while matcher.is_active():
                frequency = matcher.weight()
                found[matcher.id()] = frequency * (_SATURATION + 1) / (frequency + _SATURATION)
                matcher.next()
        except Exception as error:
            raise self._broken(error) from error
        return found

    def _broken(self, error: Exception) -> IndexBrokenError:
        return IndexBrokenError(self._folder, f"{type(error).__name__}: {error}")


def _storage(folder: Path) -> FileStorage | RamStorage:
    """Return the files of an index: read whole, so that later damage does not reach them.

    Large ones are read in place, but never mapped into memory: cutting a mapped file short
    ends the program.
    """
    files = FileStorage(str(folder), supports_mmap=False)
    size = sum(path.stat().st_size for path in folder.iterdir())
    return copy_to_ram(files) if size <= _READ_WHOLE else files


def _intersection(required: list[Postings], allowed: dict[int, float]) -> frozenset[int]:
    if not required:
        return frozenset(allowed)
    required = sorted(required, key=len)
    return frozenset(
        number
        for number in required[0]
        if number in allowed and all(number in other for other in required[1:])
    )
