# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""From a passage to an index record, and back to the analysis kept in it.

The analysis is kept so that neither opening an index nor ranking ever tokenises a passage.
The payload is JSON in columns, compressed: small, quick to read, and safe. An index is read
on the machine that made it, so numbers are kept as its processor has them.
"""

import json
import zlib
from array import array
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import Passage, municipality_label
from kyosei_desk.search.analyzer import Analyzer, TextAnalysis, Token, grams
from kyosei_desk.search.engine import IndexField, IndexRecord
from kyosei_desk.search.normalize import OffsetRuns, is_kana

RECORD_VERSION = "11"  # raise it when the payload or the fields of an unchanged passage change
_K1, _B = 1.2, 0.6
_ORDINARY_LENGTH = 80  # content words
_OFTEN, _VERY_OFTEN = 0.58, 0.74
_END = "\x7f"  # of a word; JSON keeps it as it is
_SHORT = 2**15


class TokenColumns(NamedTuple):
    """The tokens of a text, column by column: making an object of each would cost too much."""

    lemmas: Sequence[str]
    readings: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    positions: Sequence[int]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> "TokenColumns":
        """Return the columns of tokens."""
        return (
            cls(
                *zip(
                    *((t.lemma, t.reading, t.start, t.end, t.position) for t in tokens), strict=True
                )
            )
            if tokens
            else cls((), (), (), (), ())
        )


@dataclass(frozen=True)
class StoredAnalysis:
    """What ranking needs of a passage without reading its text again.

    ``canonical`` are key, start and end of the articles, dates and numbers.
    """

    tokens: TokenColumns
    canonical: Sequence[tuple[str, int, int]]
    folded: OffsetRuns
    names: tuple[tuple[str, ...], ...]  # lemmas of the title and of every name
    folded_names: tuple[str, ...]
    name_sounds: tuple[tuple[str, ...], ...]  # word by word, as ``names``
    name_keys: frozenset[str]  # articles, dates and numbers in the names
    context: frozenset[str]  # lemmas of the document's title, municipality, kind; of keywords


def context_text(corpus: Corpus, document: Document) -> str:
    """Return the words that every passage of a document shares."""
    municipality = corpus.municipality(document)
    parts = [document.title, document.kind.label]
    if municipality is not None:
        parts += [municipality_label(municipality), municipality.kana]
    return "。".join(parts)


def make_record(passage: Passage, context: TextAnalysis, analyzer: Analyzer) -> IndexRecord:
    """Analyse a passage and return its record."""
    body = analyzer.analyze(passage.text)
    names = [analyzer.analyze(name) for name in dict.fromkeys((passage.title, *passage.names))]
    around = [context, *(analyzer.analyze(keyword) for keyword in passage.keywords)]
    words = [token.reading for text in (body, *around, *names) for token in text.tokens]
    pairs = [pair for name in names for pair in grams(name.folded.text)]
    canonical = [found.key for text in (body, *around, *names) for found in text.canonical]
    lemmas = [token.lemma for token in body.content]
    often, very_often = _often(lemmas)
    terms = {
        IndexField.BODY: lemmas,
        IndexField.OFTEN: often,
        IndexField.VERY_OFTEN: very_often,
        IndexField.NAME: [lemma for name in _named(names) for lemma in name],
        IndexField.CONTEXT: [token.lemma for text in around for token in text.content],
        IndexField.GRAM: [*grams(body.folded.text), *pairs],
        IndexField.READING: [word for word in words if word],
        IndexField.CANONICAL: canonical,
    }
    return IndexRecord(passage.key, terms, _encode(body, names, around))


def _often(lemmas: list[str]) -> tuple[list[str], list[str]]:
    """Return the lemmas that make up much of a text, and those that make up very much.

    Measured by the saturated frequency of BM25 against a passage of ordinary length, so that
    a word once in a short text counts as much as one twice or thrice in a long one.
    """
    norm = _K1 * (1 - _B + _B * len(lemmas) / _ORDINARY_LENGTH)
    share = {lemma: count / (count + norm) for lemma, count in Counter(lemmas).items()}
    often = [lemma for lemma, part in share.items() if part >= _OFTEN]
    return often, [lemma for lemma in often if share[lemma] >= _VERY_OFTEN]


def _named(names: list[TextAnalysis]) -> list[list[str]]:
    """Return the lemmas of each name; of a reading (in kana, after the title) there are none.

    The morphology finds unlikely words in kana: 質 in まちのほけんしつ.
    """
    return [
        [token.lemma for token in name.content] if not number or not is_kana(name.text) else []
        for number, name in enumerate(names)
    ]


def _encode(body: TextAnalysis, names: list[TextAnalysis], around: list[TextAnalysis]) -> bytes:
    tokens, folded = TokenColumns.of(body.tokens), OffsetRuns.of(body.folded)
    columns: dict[str, Any] = {
        "w": [_row(tokens.lemmas), _row(tokens.readings)],
        "p": [_numbers(column) for column in (tokens.starts, tokens.ends, tokens.positions)],
        "c": [(c.key, c.start, c.end) for c in body.canonical],
        "f": folded.text,
        "m": [folded.at, folded.start, list(folded.ends.items())],
        "n": _named(names),
        "q": [[token.reading for token in name.tokens] for name in names],
        "g": [name.folded.text for name in names],
        "k": sorted({c.key for name in names for c in name.canonical}),
        "x": sorted(
            {token.lemma for text in around for token in text.content}
            | {found.key for text in around for found in text.canonical}
        ),
    }
    written = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode(), 1)


def decode(payload: bytes) -> StoredAnalysis:
    """Return the analysis kept in a record.

    Raises:
        ValueError: the payload is damaged.
    """
    try:
        data = json.loads(zlib.decompress(payload))
        at, start, ends = data["m"]
        lemmas, readings = (_words(row) for row in data["w"])
        starts, stops, positions = (_read_numbers(*column) for column in data["p"])
        if not len(lemmas) == len(readings) == len(starts) == len(stops) == len(positions):
            raise ValueError("columns of different length")
        return StoredAnalysis(
            tokens=TokenColumns(lemmas, readings, starts, stops, positions),
            canonical=data["c"],
            folded=OffsetRuns(data["f"], tuple(at), tuple(start), dict(ends)),
            names=tuple(map(tuple, data["n"])),
            folded_names=tuple(data["g"]),
            name_sounds=tuple(map(tuple, data["q"])),
            name_keys=frozenset(data["k"]),
            context=frozenset(data["x"]),
        )
    except (KeyError, TypeError, ValueError, zlib.error) as error:
        raise ValueError(f"damaged payload: {error}") from error


def _row(words: Sequence[str]) -> str:
    """Write words in one text, which is read many times as fast as a list of them."""
    return "".join(f"{word.replace(_END, ' ')}{_END}" for word in words)


def _words(row: str) -> list[str]:
    return row.split(_END)[:-1]


def _numbers(column: Sequence[int]) -> tuple[str, str]:
    kind = "h" if max(column, default=0) < _SHORT else "i"
    return kind, b64encode(array(kind, column).tobytes()).decode()


def _read_numbers(kind: str, written: str) -> Sequence[int]:
    numbers = array(kind)
    numbers.frombytes(b64decode(written, validate=True))
    return numbers
