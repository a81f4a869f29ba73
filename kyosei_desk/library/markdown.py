# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Renders Markdown to the program's own typed block stream, never to HTML."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from kyosei_desk.domain.blocks import (
    Block,
    Citation,
    Inline,
    Inlines,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Reference,
    Table,
    Text,
    inline_text,
)
from kyosei_desk.domain.documents import Section
from kyosei_desk.domain.errors import ContentIssue, ContentIssueCode
from kyosei_desk.library.line_breaks import break_between

_HEADING = re.compile(
    r"(?P<title>.*?)\s*\{#(?P<id>[a-z0-9]+(?:[-.][a-z0-9]+)*)"
    r"(?:\s+provisions=(?P<provisions>[a-z0-9.,-]+))?\}"
)
_CITATION = re.compile(r"\[@(?P<source>[A-Za-z0-9_-]+)(?:\s+(?P<place>[^\[\]]+))?\]")
_REFERENCE = re.compile(r"(?P<document>(?:[a-z]+/[a-z0-9-]+)?)(?:#(?P<anchor>[a-z0-9.-]+))?")
_NOTE = re.compile(r"\[!(?P<label>[^\[\]]+)\]\s*")
_DEFAULT_NOTE = "補足"
# What a mistyped citation, a footnote or a refused link leaves behind in running text.
_LEFTOVER = re.compile(r"\[@|\[\^|\]\(")
_CELL_EDGE = re.compile(r"(?<!\\)\|")


@dataclass
class ParsedBody:
    """The sections of a body, the line each starts on, and what was wrong."""

    sections: list[Section] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    issues: list[ContentIssue] = field(default_factory=list)


def parse_body(text: str, path: Path, first_line: int, document_id: str) -> ParsedBody:
    """Parse a Markdown body into sections; ``first_line`` is where it stands in the file."""
    return _BodyReader(path, first_line, document_id).read(text)


def _parser() -> MarkdownIt:
    """Return a parser that drops no text: HTML is parsed so that it can be refused."""
    rules = ["entity", "autolink", "reference"]
    return MarkdownIt("commonmark", {"html": True}).enable("table").disable(rules)


class _BodyReader:
    """Walks the syntax tree once; every construct it does not know is an issue."""

    def __init__(self, path: Path, first_line: int, document_id: str):
        self._path = path
        self._first_line = first_line
        self._document_id = document_id
        self._line = first_line
        self._rows: list[str] = []
        self._result = ParsedBody()

    def read(self, text: str) -> ParsedBody:
        heading: Section | None = None
        blocks: list[Block] = []
        self._rows = text.split("\n")
        for node in SyntaxTreeNode(_parser().parse(text)).children:
            self._go_to(node)
            if node.type == "heading":
                self._close(heading, blocks)
                heading, blocks = self._heading(node), []
            elif heading is None:
                self._issue(ContentIssueCode.TEXT_BEFORE_HEADING)
            else:
                blocks += self._block(node)
        self._close(heading, blocks)
        return self._result

    def _heading(self, node: SyntaxTreeNode) -> Section:
        content = node.children[0].content if node.children else ""
        match = _HEADING.fullmatch(content)
        level = int(node.tag[1])
        self._result.lines.append(self._line)
        if match is None or not match["title"] or level not in (2, 3):
            self._issue(ContentIssueCode.HEADING_WITHOUT_ID, found=content)
            return Section(id="", level=2, title=content, blocks=())
        provisions = tuple((match["provisions"] or "").split(",")) if match["provisions"] else ()
        return Section(
            id=match["id"], level=level, title=match["title"], provisions=provisions, blocks=()
        )

    def _close(self, heading: Section | None, blocks: list[Block]) -> None:
        if heading is not None:
            section = heading.model_copy(update={"blocks": tuple(blocks)})
            self._result.sections.append(section)

    def _block(self, node: SyntaxTreeNode) -> list[Block]:
        self._go_to(node)
        match node.type:
            case "paragraph":
                return [Paragraph(inlines=self._inlines(node.children[0]))]
            case "bullet_list" | "ordered_list":
                return [self._list(node)]
            case "table":
                return [self._table(node)]
            case "blockquote":
                return [self._note(node)]
        self._issue(ContentIssueCode.UNSUPPORTED_MARKDOWN, found=node.type)
        return []

    def _list(self, node: SyntaxTreeNode) -> ListBlock:
        items = tuple(self._item(child) for child in node.children)
        return ListBlock(ordered=node.type == "ordered_list", items=items)

    def _item(self, node: SyntaxTreeNode) -> ListItem:
        inlines: list[Inline] = []
        children: list[ListBlock] = []
        for child in node.children:
            self._go_to(child)
            if child.type == "paragraph":
                inlines += self._inlines(child.children[0])
            elif child.type in ("bullet_list", "ordered_list"):
                children.append(self._list(child))
            else:
                self._issue(ContentIssueCode.UNSUPPORTED_MARKDOWN, found=child.type)
        return ListItem(inlines=tuple(inlines), children=tuple(children))

    def _table(self, node: SyntaxTreeNode) -> Table:
        self._check_cells(node)
        rows = [
            tuple(self._inlines(cell.children[0]) if cell.children else () for cell in row.children)
            for part in node.children
            for row in part.children
        ]
        return Table(header=rows[0], rows=tuple(rows[1:]))

    def _check_cells(self, node: SyntaxTreeNode) -> None:
        """Report rows with more cells than the header: the parser would drop them silently."""
        header, *rows = [row for part in node.children for row in part.children]
        for row in rows:
            if self._cells(row) > self._cells(header):
                self._go_to(row)
                code = ContentIssueCode.UNSUPPORTED_MARKDOWN
                self._issue(code, found=self._source(row))

    def _cells(self, row: SyntaxTreeNode) -> int:
        return len(_CELL_EDGE.split(self._source(row).removeprefix("|").removesuffix("|")))

    def _source(self, node: SyntaxTreeNode) -> str:
        """Return the first line of a node as it stands in the file."""
        assert node.map is not None
        return self._rows[node.map[0]].strip("> \t")

    def _go_to(self, node: SyntaxTreeNode) -> None:
        """Let issues from here on name the line this node starts on."""
        if node.map:
            self._line = self._first_line + node.map[0]

    def _note(self, node: SyntaxTreeNode) -> Note:
        blocks = [block for child in node.children for block in self._block(child)]
        label = _DEFAULT_NOTE
        if blocks and isinstance(blocks[0], Paragraph):
            label, inlines = _take_label(blocks[0].inlines)
            blocks[0] = Paragraph(inlines=inlines)
            if not inlines:
                blocks.pop(0)
        return Note(label=label, blocks=tuple(blocks))

    def _inlines(self, node: SyntaxTreeNode, *, strong: bool = False) -> Inlines:
        parts: list[Inline] = []
        for child in node.children:
            match child.type:
                case "text":
                    parts += self._text(child.content, strong=strong)
                case "softbreak" | "hardbreak":
                    parts.append(Text(text="\n", strong=strong))
                case "strong":
                    parts += self._inlines(child, strong=True)
                case "link":
                    parts += self._reference(child)
                case _:
                    self._issue(ContentIssueCode.UNSUPPORTED_MARKDOWN, found=child.type)
        return _join(parts)

    def _text(self, content: str, *, strong: bool) -> list[Inline]:
        parts = _split_citations(content, strong=strong)
        for part in parts:
            if isinstance(part, Text) and _LEFTOVER.search(part.text):
                self._issue(ContentIssueCode.UNSUPPORTED_MARKDOWN, found=part.text)
        return parts

    def _reference(self, node: SyntaxTreeNode) -> list[Inline]:
        text = inline_text(self._inlines(node))
        href = str(node.attrs.get("href", ""))
        if not text:
            self._issue(ContentIssueCode.UNSUPPORTED_MARKDOWN, found=f"[]({href})")
        match = _REFERENCE.fullmatch(href)
        if match is None or not href:
            self._issue(ContentIssueCode.UNKNOWN_REFERENCE, found=href)
            return [Text(text=text)]
        document = match["document"] or self._document_id
        return [Reference(text=text, document=document, anchor=match["anchor"])]

    def _issue(self, code: ContentIssueCode, **data: str) -> None:
        self._result.issues.append(ContentIssue(self._path, self._line, "", code, data))


def _take_label(inlines: Inlines) -> tuple[str, Inlines]:
    """Split ``[!注意] …`` off the start of a quotation."""
    if inlines and isinstance(inlines[0], Text):
        match = _NOTE.match(inlines[0].text)
        if match:
            rest = inlines[0].text[match.end() :]
            head = (Text(text=rest, strong=inlines[0].strong),) if rest else ()
            return match["label"], head + inlines[1:]
    return _DEFAULT_NOTE, inlines


def _split_citations(text: str, *, strong: bool) -> list[Inline]:
    """Take ``[@s1 place]`` citations out of a run of text."""
    parts: list[Inline] = []
    position = 0
    for match in _CITATION.finditer(text):
        if match.start() > position:
            parts.append(Text(text=text[position : match.start()], strong=strong))
        parts.append(Citation(source=match["source"], place=match["place"]))
        position = match.end()
    if position < len(text):
        parts.append(Text(text=text[position:], strong=strong))
    return parts


def _join(parts: list[Inline]) -> Inlines:
    """Merge neighbouring texts; a line break is a space between Latin words only."""
    joined: list[Inline] = []
    for index, part in enumerate(parts):
        if isinstance(part, Text) and part.text == "\n":
            part = Text(text=_break(parts, index), strong=part.strong)
            if not part.text:
                continue
        last = joined[-1] if joined else None
        if isinstance(part, Text) and isinstance(last, Text) and part.strong == last.strong:
            joined[-1] = Text(text=last.text + part.text, strong=part.strong)
        else:
            joined.append(part)
    return tuple(joined)


def _break(parts: list[Inline], index: int) -> str:
    before, after = parts[index - 1 : index], parts[index + 1 : index + 2]
    left = before[0].text if before and isinstance(before[0], Text) else ""
    right = after[0].text if after and isinstance(after[0], Text) else ""
    return break_between(left, right)
