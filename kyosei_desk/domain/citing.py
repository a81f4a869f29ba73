# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Citations in words, the same in the window, on the command line and in every export."""

from collections.abc import Iterable

from kyosei_desk.domain.blocks import Citation
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import Passage
from kyosei_desk.domain.sources import citation_line, date_words
from kyosei_desk.domain.vocabulary import DocumentKind

NumberedSource = tuple[int, str]


def numbered_sources(
    document: Document, cited: Iterable[Citation], *, era_first: bool = False
) -> list[NumberedSource]:
    """Return each source cited, once, with all the places meant in it.

    The numbers are those of the document's own list: the reader shows the same.
    """
    places: dict[str, list[str | None]] = {}
    for citation in cited:
        places.setdefault(citation.source, []).append(citation.place)
    return [
        (number, citation_line(source, *places[source.id], era_first=era_first))
        for number, source in enumerate(document.sources, start=1)
        if source.id in places
    ]


def source_lines(document: Document, passage: Passage, *, era_first: bool = False) -> list[str]:
    """Return every source a passage rests on with its places, once each."""
    found = numbered_sources(document, passage.sources, era_first=era_first)
    return [line for _, line in found]


def as_of_words(document: Document, *, era_first: bool) -> str:
    """Return a document's 現在日 with what it is said of."""
    day = date_words(document.as_of, era_first=era_first)
    return f"{as_of_subject(document.kind)}{day}現在"


def head_lines(document: Document) -> list[str]:
    """Return what stands above any part of a document: its title, id and 現在日."""
    day = f"{document.as_of.era()}（{document.as_of.western()}）"
    return [f"資料: {document.title}（{document.id}）", f"{as_of_subject(document.kind)}{day}現在"]


def as_of_subject(kind: str) -> str:
    """Return what a 現在日 is said of: a case's belongs to its municipal figures only."""
    return "人口などは" if kind == DocumentKind.CASE else ""
