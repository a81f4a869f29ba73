# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Finding a passage of the library by its words, or by its address."""

import unicodedata

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.passages import Passage
from kyosei_desk.domain.vocabulary import DocumentKind

MOST_FOUND = 6
_BEFORE, _EXCERPT = 12, 120  # characters


def is_address(text: str) -> bool:
    """Tell whether a text is meant as an address, such as ``cases/nabari#overview``."""
    plain = _plain(text)
    return "/" in plain and plain.isascii() and not any(map(str.isspace, plain))


def passage_at(corpus: Corpus, address: str) -> Passage | None:
    """Return the passage at an address; the first of a document without a place in it."""
    document_id, _, section = _plain(address).partition("#")
    if document_id not in corpus:
        return None
    passages = corpus.passages(corpus.document(document_id))
    if not section:
        return passages[0]
    return next((passage for passage in passages if passage.section_id == section), None)


def find_passages(corpus: Corpus, text: str, most: int = MOST_FOUND) -> tuple[Passage, ...]:
    """Return the passages that hold every word: of the guideline first, then by the title."""
    words = _plain(text).split()
    if not words:
        return ()
    guideline = DocumentKind.GUIDELINE
    found = [
        (
            corpus.document(passage.document_id).kind is not guideline,
            not all(word in _plain(passage.title) for word in words),
            passage,
        )
        for passage in corpus.all_passages()
        if all(word in _plain(f"{passage.title}\n{passage.text}") for word in words)
    ]
    found.sort(key=lambda one: one[:2])
    return tuple(passage for _, _, passage in found[:most])


def excerpt(passage: Passage, text: str) -> str:
    """Return a passage in one line, from a little before the first of the words on."""
    line = " ".join(unicodedata.normalize("NFKC", passage.text).split())
    places = [place for word in _plain(text).split() if (place := line.casefold().find(word)) >= 0]
    start = max(min(places, default=0) - _BEFORE, 0)
    return f"{'…' if start else ''}{line[start : start + _EXCERPT]}"


def passage_words(corpus: Corpus, address: str) -> str:
    """Return what a passage is called: its document and title; the address if it is gone."""
    passage = passage_at(corpus, address)
    if passage is None:
        return f"{address}（いまの資料にありません）"
    return titled(corpus, passage)


def titled(corpus: Corpus, passage: Passage) -> str:
    """Return a passage's document and title in one line."""
    document = corpus.document(passage.document_id)
    return " › ".join(dict.fromkeys((document.title, passage.title)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
