# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The embedded engine: Whoosh, imported here and nowhere else.

Whoosh keeps the words, their postings and stored values; its analyzers, parser and scoring
are not used. Terms come finished, and their posting lists are handed on as sets, kept for the
next keystroke. Common words, and character pairs, of which there are ten times as many, are
kept as sets beside it (see ``term_sets``).

Whoosh stores a pickle, so an index is only ever opened where this program itself wrote it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from whoosh import fields, formats
from whoosh.filedb.filestore import FileStorage, RamStorage, copy_to_ram

from kyosei_desk.domain.errors import IndexBrokenError
from kyosei_desk.search.bitsets import bits_of
from kyosei_desk.search.engine import IndexField, IndexRecord, IndexTerm, StoredPassage
from kyosei_desk.search.term_sets import TermSets, TermSetWriter

_INDEX_NAME = "passages"
_KEPT_BITS = 256 * 2**20  # 32 MB
_BITS_OF_A_TERM = 2000  # what keeping even an empty set takes
_FIELDS = tuple(field for field in IndexField if field is not IndexField.GRAM)
_COMMON, _COMMON_SHARE = 16, 400  # passages; one in so many
_READ_WHOLE = 256 * 2**20  # bytes


class WhooshBuilder:
    """Builds and opens Whoosh indexes."""

    schema_version = "whoosh-6"

    def build(self, folder: Path, records: Iterable[IndexRecord]) -> None:
        """Write all records as one segment; an error in ``records`` leaves nothing open."""
        storage = FileStorage(str(folder))
        index = storage.create_index(_schema(), indexname=_INDEX_NAME)
        writer = index.writer(limitmb=128)
        sets, size = TermSetWriter(), 0
        try:
            for size, record in enumerate(records, start=1):
                values = {}
                for field, terms in record.terms.items():
                    once = Counter(terms)
                    sets.add(size - 1, field, once)
                    if field in _FIELDS:
                        values[field.value] = once
                writer.add_document(key=record.key, payload=record.payload, **values)
            common = max(_COMMON, size // _COMMON_SHARE)
            sets.write(folder, size, dict.fromkeys(_FIELDS, common))
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


class _Terms(fields.FieldType):
    """A field of finished terms: Whoosh only notes where they are, and how many there were."""

    def __init__(self) -> None:
        super().__init__(format=formats.Existence(), analyzer=None, scorable=True)

    def index(
        self, value: Mapping[str, int], **_options: object
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each term once, as Whoosh stores it."""
        for term, count in value.items():
            yield term.encode(), count, 1.0, b""


def _schema() -> fields.Schema:
    listed = {field.value: _Terms() for field in _FIELDS}
    return fields.Schema(key=fields.STORED, payload=fields.STORED, **listed)


class WhooshIndex:
    """A read-only view of one index folder; implements ``SearchIndex``."""

    def __init__(self, folder: Path):
        """Open the folder.

        Raises:
            IndexBrokenError: Whoosh finds no whole index there.
        """
        self._folder = folder
        self._sets: dict[IndexTerm, int] = {}
        self._kept_bits = 0
        self._vocabulary: dict[IndexField, tuple[str, ...]] = {}
        try:
            self._index = _storage(folder).open_index(indexname=_INDEX_NAME)
            self._reader = self._index.reader()
            self._ready_made = TermSets(folder)
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
        return self.holding(term).bit_count()

    def vocabulary(self, field: IndexField) -> Sequence[str]:
        """Return all terms of a field, sorted; read once and kept."""
        if field not in self._vocabulary:
            self._vocabulary[field] = tuple(sorted(self._words(field)))
        return self._vocabulary[field]

    def _words(self, field: IndexField) -> Iterable[str]:
        if field not in _FIELDS:
            return self._ready_made.terms(field)
        try:
            return [word.decode() for word in self._reader.lexicon(field.value)]
        except Exception as error:
            raise self._broken(error) from error

    def average_length(self, field: IndexField) -> float:
        """Return the mean number of terms a passage has in a field; at least 1."""
        try:
            total = float(self._reader.field_length(field.value))
        except Exception as error:
            raise self._broken(error) from error
        return max(1.0, total / max(1, self._count))

    def holding(self, term: IndexTerm) -> int:
        """Return the set of passages a term stands in; sets read are kept while few."""
        found = self._sets.get(term)
        if found is None:
            found = self._read(term)
            self._kept_bits += found.bit_length() + _BITS_OF_A_TERM
            if self._kept_bits > _KEPT_BITS:
                self._sets.clear()
                self._kept_bits = 0
            self._sets[term] = found
        return found

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

    def _read(self, term: IndexTerm) -> int:
        try:
            ready_made = self._ready_made.get(term)
            if ready_made is not None or term.field not in _FIELDS:
                return ready_made or 0
            if (term.field.value, term.text) not in self._reader:
                return 0
            matcher = self._reader.postings(term.field.value, term.text)
            return bits_of(matcher.all_ids(), self._count)
        except Exception as error:
            raise self._broken(error) from error

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
