# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writes passages as plain text for terminals."""

from collections.abc import Iterable

from kyosei_desk.domain.blocks import citations
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import Passage
from kyosei_desk.domain.sources import citation_line


def write_plain(document: Document, passages: Iterable[Passage]) -> str:
    """Return passages as text, each with its sources, and the document's 現在日 first."""
    lines = [f"現在日: {document.as_of.era()}（{document.as_of.western()}）", ""]
    for passage in passages:
        lines += [f"■ {passage.title}", passage.text]
        lines += [f"  出典: {line}" for line in source_lines(document, passage)]
        lines.append("")
    return "\n".join(lines)


def source_lines(document: Document, passage: Passage) -> list[str]:
    """Return every source and place a passage cites, once each, in reading order."""
    cited = [citation_line(document.source(c.source), c.place) for c in citations(passage.blocks)]
    return list(dict.fromkeys(cited)) or [citation_line(document.source(passage.citation))]
