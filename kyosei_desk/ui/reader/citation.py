# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A text with its source behind it, as it is copied into a paper."""

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import Passage, municipality_label
from kyosei_desk.domain.sources import Source


def cited_text(
    text: str, corpus: Corpus, document: Document, passage: Passage, era_first: bool
) -> str:
    """Return ``text`` quoted, with document, source, place and day of its figures."""
    source = document.source(passage.citation)
    day = document.as_of.era() if era_first else document.as_of.western()
    title = f"「{document.title}」"
    municipality = corpus.municipality(document)
    if municipality is not None:
        title += municipality_label(municipality)
    if passage.title != document.title:
        title += f"「{passage.title}」の項"
    parts = (f"きょうせいデスク{title}", f"出典: {source_line(source, era_first)}", f"{day}現在")
    return f"「{text.strip()}」（{'、'.join(parts)}）"


def source_line(source: Source, era_first: bool) -> str:
    """Return a source in one line: title, publisher, date, place, whether it is secondary."""
    issued = source.date.era() if era_first else source.date.western()
    title = source.title if source.title.startswith("「") else f"『{source.title}』"
    secondary = ("二次資料",) if source.secondary else ()
    return "、".join((title, source.publisher, issued, source.locator, *secondary))
