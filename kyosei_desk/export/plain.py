# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writes passages as plain text for terminals and the clipboard."""

from collections.abc import Iterable

from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import Passage
from kyosei_desk.domain.sources import citation_line


def write_plain(document: Document, passages: Iterable[Passage]) -> str:
    """Return passages as text, each with its citation, and the document's 現在日 first."""
    lines = [f"現在日: {document.as_of.era()}（{document.as_of.western()}）", ""]
    for passage in passages:
        lines += [f"■ {passage.title}", passage.text]
        lines += [f"  出典: {citation_line(document.source(passage.citation))}", ""]
    return "\n".join(lines)


def quotation(document: Document, passage: Passage, text: str | None = None) -> str:
    """Return a quotation for a paper: the words, then document, part, source and 現在日."""
    source = citation_line(document.source(passage.citation))
    words = (text or passage.text).strip()
    place = (
        document.title
        if passage.title == document.title
        else (f"{document.title}「{passage.title}」")
    )
    return f"{words}\n（{place}、{document.as_of.western()}現在。出典: {source}）"
