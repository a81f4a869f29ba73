# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writes passages as Markdown, every citation kept as a numbered source with its place.

Opened again, the Markdown reads as the passages do: see ``export.markdown_text``.
"""

import re
from collections.abc import Iterable, Sequence

from kyosei_desk.domain.blocks import (
    Block,
    Citation,
    Facts,
    Inline,
    Inlines,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Reference,
    Table,
    Text,
)
from kyosei_desk.domain.citing import head_lines, numbered_sources
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import Passage
from kyosei_desk.export.markdown_text import escaped, heading, join, line, one_line, strong

_BARE_MARKER = re.compile(r"[-*]|[0-9]+[.)]")


class MarkdownWriter:
    """Writes one document, or parts of it; sources are numbered as the document lists them."""

    def __init__(self, document: Document):
        """Prepare the numbering of the document's sources."""
        self._document = document
        self._numbers = {source.id: i for i, source in enumerate(document.sources, 1)}

    def write(self, passages: Iterable[Passage]) -> str:
        """Return the passages as Markdown, the document's title first, the sources cited last."""
        written = list(passages)
        lines = [text for head in head_lines(self._document) for text in (line(escaped(head)), "")]
        for passage in written:
            lines += [f"{'#' * passage.level} {heading(passage.title)}", ""]
            lines += [*self._blocks(passage.blocks), ""] if passage.blocks else []
        # The places stand in the text, and the numbers may leave gaps: no numbered list.
        cited = {citation.source for passage in written for citation in passage.sources}
        sources = numbered_sources(self._document, [Citation(source=source) for source in cited])
        lines += ["## 出典", "", *(f"- [{number}] {escaped(text)}" for number, text in sources)]
        return "\n".join(lines) + "\n"

    def _blocks(self, blocks: Sequence[Block]) -> list[str]:
        """Return blocks with an empty line between them.

        Of two lists in a row the second has another marker, or they would be read as one.
        """
        lines: list[str] = []
        kind, second = "", False
        for block in blocks:
            before, kind = kind, _list_kind(block)
            second = bool(kind) and kind == before and not second
            lines += ["", *self._block(block, second=second)]
        return lines[1:]

    def _block(self, block: Block, *, second: bool) -> list[str]:
        match block:
            case Paragraph():
                return [self._line(block.inlines)]
            case ListBlock():
                return self._list(block, second=second)
            case Table():
                return self._table([block.header, *block.rows])
            case Facts():
                rows = [(_label(row.label), Text(text=": "), *row.inlines) for row in block.rows]
                return [f"{'*' if second else '-'} {self._line(row)}" for row in rows]
            case Note():
                lines = self._blocks((Paragraph(inlines=(_label(block.label),)), *block.blocks))
                return [f"> {text}" if text else ">" for text in lines]

    def _list(self, block: ListBlock, *, second: bool) -> list[str]:
        lines: list[str] = []
        for number, item in enumerate(block.items, 1):
            bullet, closing = ("*", ")") if second else ("-", ".")
            lines += self._item(item, f"{number}{closing}" if block.ordered else bullet)
        return lines

    def _item(self, item: ListItem, marker: str) -> list[str]:
        """Return an item; what is nested in it is indented to below its first letter."""
        text = self._line(item.inlines)
        below = self._blocks(item.children)
        if text and below and _BARE_MARKER.fullmatch(below[0]):
            below.insert(0, "")  # a bare "-" right below words would make a heading of them
        indent = " " * (len(marker) + 1)
        rows = [f"{marker} {text}", *(f"{indent}{row}" for row in below)]
        return [row.rstrip(" ") for row in rows]

    def _table(self, rows: list[tuple[Inlines, ...]]) -> list[str]:
        written = ["| " + " | ".join(self._inlines(cell) for cell in row) + " |" for row in rows]
        return [written[0], "|" + "---|" * len(rows[0]), *written[1:]]

    def _line(self, inlines: Inlines) -> str:
        return line(self._inlines(inlines))

    def _inlines(self, inlines: Inlines) -> str:
        parts = _merged(inlines)
        pieces = [self._inline(part) for part in parts]
        for number, part in enumerate(parts):
            if isinstance(part, Text) and part.strong:
                before, after = "".join(pieces[:number])[-1:], "".join(pieces[number + 1 :])[:1]
                pieces[number] = strong(part.text, before, after)
        return join(pieces)

    def _inline(self, part: Inline) -> str:
        match part:
            case Citation():
                place = f" {escaped(part.place)}" if part.place else ""
                return f"[{self._numbers[part.source]}{place}]"
            case Reference():
                anchor = f"#{part.anchor}" if part.anchor else ""
                return f"[{escaped(part.text)}]({part.document}{anchor})"
            case Text():
                return escaped(part.text)


def _list_kind(block: Block) -> str:
    if isinstance(block, ListBlock) and block.ordered:
        return "ordered"
    return "bullets" if isinstance(block, ListBlock | Facts) else ""


def _label(words: str) -> Text:
    return Text(text=words, strong=True)


def _merged(inlines: Inlines) -> list[Inline]:
    """Return inlines with neighbouring texts of the same type as one, and no empty ones."""
    merged: list[Inline] = []
    for part in inlines:
        last = merged[-1] if merged else None
        if not isinstance(part, Text):
            merged.append(part)
        elif isinstance(last, Text) and last.strong == part.strong:
            merged[-1] = Text(text=last.text + one_line(part.text), strong=part.strong)
        elif one_line(part.text):
            merged.append(Text(text=one_line(part.text), strong=part.strong))
    return merged
