# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writes passages as Markdown, every citation kept as a numbered source with its place."""

import re
from collections.abc import Iterable

from kyosei_desk.domain.blocks import (
    Block,
    Citation,
    Facts,
    Inlines,
    ListBlock,
    Note,
    Paragraph,
    Reference,
    Table,
    Text,
)
from kyosei_desk.domain.citing import head_lines, numbered_sources
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import Passage

# Signs that would turn plain words into emphasis, code, HTML or another table cell.
_SPECIAL = re.compile(r"[\\*`<|]")


class MarkdownWriter:
    """Writes one document, or parts of it; sources are numbered as the document lists them."""

    def __init__(self, document: Document):
        """Prepare the numbering of the document's sources."""
        self._document = document
        self._numbers = {source.id: i for i, source in enumerate(document.sources, 1)}

    def write(self, passages: Iterable[Passage]) -> str:
        """Return the passages as Markdown, the document's title first, the sources cited last."""
        written = list(passages)
        lines = [line for head in head_lines(self._document) for line in (head, "")]
        for passage in written:
            lines += [f"{'#' * passage.level} {passage.title}", ""]
            for block in passage.blocks:
                lines += [*self._block(block), ""]
        # The places stand in the text, and the numbers may leave gaps: no numbered list.
        cited = {citation.source for passage in written for citation in passage.sources}
        sources = numbered_sources(self._document, [Citation(source=source) for source in cited])
        lines += ["## 出典", "", *(f"- [{number}] {line}" for number, line in sources)]
        return "\n".join(lines) + "\n"

    def _block(self, block: Block) -> list[str]:
        match block:
            case Paragraph():
                return [self._inlines(block.inlines)]
            case ListBlock():
                return self._list(block, 0)
            case Table():
                return self._table([block.header, *block.rows])
            case Facts():
                return [f"- **{row.label}**: {self._inlines(row.inlines)}" for row in block.rows]
            case Note():
                inner = [line for b in block.blocks for line in ("", *self._block(b))]
                return [f"> **{block.label}**", *(f"> {line}".rstrip() for line in inner)]

    def _list(self, block: ListBlock, depth: int) -> list[str]:
        lines = []
        for number, item in enumerate(block.items, 1):
            bullet = f"{number}." if block.ordered else "-"
            lines.append(f"{'   ' * depth}{bullet} {self._inlines(item.inlines)}")
            for child in item.children:
                lines += self._list(child, depth + 1)
        return lines

    def _table(self, rows: list[tuple[Inlines, ...]]) -> list[str]:
        written = ["| " + " | ".join(self._inlines(cell) for cell in row) + " |" for row in rows]
        return [written[0], "|" + "---|" * len(rows[0]), *written[1:]]

    def _inlines(self, inlines: Inlines) -> str:
        return "".join(self._inline(part) for part in inlines)

    def _inline(self, part: Text | Citation | Reference) -> str:
        match part:
            case Citation():
                place = f" {part.place}" if part.place else ""
                return f"[{self._numbers[part.source]}{place}]"
            case Reference():
                anchor = f"#{part.anchor}" if part.anchor else ""
                return f"[{part.text}]({part.document}{anchor})"
            case Text():
                text = _SPECIAL.sub(r"\\\g<0>", part.text)
                return f"**{text}**" if part.strong else text
