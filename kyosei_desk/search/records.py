# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""From a passage to an index record, and back to the analysis kept in it.

The analysis is kept so that neither opening an index nor ranking ever tokenises a passage.
The payload is JSON in columns: small, quick to read, and safe.
"""

import json
from dataclasses import dataclass
from typing import Any

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import Passage, municipality_label
from kyosei_desk.search.analyzer import Analyzer, CanonicalToken, TextAnalysis, Token, grams
from kyosei_desk.search.engine import IndexField, IndexRecord
from kyosei_desk.search.model import MatchRule
from kyosei_desk.search.normalize import OffsetRuns, is_kana

RECORD_VERSION = "4"  # raise it when the payload or the fields of an unchanged passage change


@dataclass(frozen=True)
class StoredAnalysis:
    """What ranking needs of a passage without reading its text again."""

    tokens: tuple[Token, ...]
    canonical: tuple[CanonicalToken, ...]
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
    terms = {
        IndexField.BODY: [token.lemma for token in body.content],
        IndexField.NAME: [lemma for name in _named(names) for lemma in name],
        IndexField.CONTEXT: [token.lemma for text in around for token in text.content],
        IndexField.GRAM: [*grams(body.folded.text), *pairs],
        IndexField.READING: [word for word in words if word],
        IndexField.CANONICAL: canonical,
    }
    return IndexRecord(passage.key, terms, _encode(body, names, around))


def _named(names: list[TextAnalysis]) -> list[list[str]]:
    """Return the lemmas of each name; of a reading (in kana, after the title) there are none.

    The morphology finds unlikely words in kana: 質 in まちのほけんしつ.
    """
    return [
        [token.lemma for token in name.content] if not number or not is_kana(name.text) else []
        for number, name in enumerate(names)
    ]


def _encode(body: TextAnalysis, names: list[TextAnalysis], around: list[TextAnalysis]) -> bytes:
    folded = OffsetRuns.of(body.folded)
    columns: dict[str, Any] = {
        "l": [token.lemma for token in body.tokens],
        "r": [token.reading for token in body.tokens],
        "s": [token.start for token in body.tokens],
        "e": [token.end for token in body.tokens],
        "p": [token.position for token in body.tokens],
        "c": [(c.key, c.start, c.end, c.rule.value) for c in body.canonical],
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
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode()


def decode(payload: bytes) -> StoredAnalysis:
    """Return the analysis kept in a record.

    Raises:
        ValueError: the payload is damaged.
    """
    try:
        data = json.loads(payload)
        at, start, ends = data["m"]
        columns = (data["l"], data["r"], data["s"], data["e"], data["p"])
        return StoredAnalysis(
            tokens=tuple(map(Token._make, zip(*columns, strict=True))),
            canonical=tuple(CanonicalToken(k, s, e, MatchRule(r)) for k, s, e, r in data["c"]),
            folded=OffsetRuns(data["f"], tuple(at), tuple(start), dict(ends)),
            names=tuple(map(tuple, data["n"])),
            folded_names=tuple(data["g"]),
            name_sounds=tuple(map(tuple, data["q"])),
            name_keys=frozenset(data["k"]),
            context=frozenset(data["x"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"damaged payload: {error}") from error
