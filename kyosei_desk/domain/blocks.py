# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The typed block stream every document body is made of; never raw HTML."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from kyosei_desk.domain.base import DomainModel


class _BlockModel(DomainModel):
    """A part of a parsed text: it may be empty, as a table cell or a link's words may be."""

    model_config = ConfigDict(str_min_length=0)


class Text(_BlockModel):
    """A run of plain or strong text; white space is kept as it stands."""

    model_config = ConfigDict(str_strip_whitespace=False)

    kind: Literal["text"] = "text"
    text: str
    strong: bool = False


class Citation(_BlockModel):
    """A reference to one of the document's sources, with the place in it if given."""

    kind: Literal["citation"] = "citation"
    source: str
    place: str | None = None


class Reference(_BlockModel):
    """A link to another document, section or element of the library."""

    kind: Literal["reference"] = "reference"
    text: str
    document: str
    anchor: str | None = None


Inline = Annotated[Text | Citation | Reference, Field(discriminator="kind")]
Inlines = tuple[Inline, ...]


class Paragraph(_BlockModel):
    """A paragraph of running text."""

    kind: Literal["paragraph"] = "paragraph"
    inlines: Inlines


class ListItem(_BlockModel):
    """One item of a list, with the list nested in it if any."""

    inlines: Inlines
    children: "tuple[ListBlock, ...]" = ()


class ListBlock(_BlockModel):
    """A bulleted or numbered list."""

    kind: Literal["list"] = "list"
    ordered: bool = False
    items: tuple[ListItem, ...]


class Table(_BlockModel):
    """A table; every row has as many cells as ``header``."""

    kind: Literal["table"] = "table"
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


class Fact(_BlockModel):
    """One labelled value, such as 圏域 = 小学校区."""

    label: str
    inlines: Inlines


class Facts(_BlockModel):
    """A short list of labelled values, shown as two columns."""

    kind: Literal["facts"] = "facts"
    rows: tuple[Fact, ...]


class Note(_BlockModel):
    """A boxed remark under a label such as 補足 or 注意."""

    kind: Literal["note"] = "note"
    label: str
    blocks: "tuple[Block, ...]"


Block = Annotated[Paragraph | ListBlock | Table | Facts | Note, Field(discriminator="kind")]


def inline_text(inlines: Inlines) -> str:
    """Return what a reader reads of a run of inlines; citations are silent."""
    return "".join(part.text for part in inlines if not isinstance(part, Citation))


def block_lines(block: Block) -> list[str]:
    """Return the plain-text lines of a block in reading order: items and rows one each."""
    match block:
        case Paragraph():
            return [inline_text(block.inlines)]
        case ListBlock():
            return [line for item in block.items for line in _item_lines(item)]
        case Table():
            rows = (block.header, *block.rows)
            return ["　".join(inline_text(cell) for cell in row) for row in rows]
        case Facts():
            return [f"{fact.label}　{inline_text(fact.inlines)}" for fact in block.rows]
        case Note():
            return [line for inner in block.blocks for line in block_lines(inner)]


def _item_lines(item: ListItem) -> list[str]:
    nested = [line for child in item.children for line in block_lines(child)]
    return [inline_text(item.inlines), *nested]


def plain_text(blocks: tuple[Block, ...]) -> str:
    """Return the text of blocks, one line a paragraph, item or table row."""
    return "\n".join(line for block in blocks for line in block_lines(block))


def citations(blocks: tuple[Block, ...]) -> list[Citation]:
    """Return every citation in the blocks, in reading order."""
    found: list[Citation] = []
    for inlines in inline_runs(blocks):
        found += [part for part in inlines if isinstance(part, Citation)]
    return found


def references(blocks: tuple[Block, ...]) -> list[Reference]:
    """Return every reference to another document in the blocks, in reading order."""
    found: list[Reference] = []
    for inlines in inline_runs(blocks):
        found += [part for part in inlines if isinstance(part, Reference)]
    return found


def inline_runs(blocks: tuple[Block, ...]) -> list[Inlines]:
    """Return every run of inlines: paragraphs, items and cells, in reading order."""
    runs: list[Inlines] = []
    for block in blocks:
        match block:
            case Paragraph():
                runs.append(block.inlines)
            case ListBlock():
                for item in block.items:
                    runs.append(item.inlines)
                    runs += inline_runs(item.children)
            case Table():
                for row in (block.header, *block.rows):
                    runs += row
            case Facts():
                runs += [fact.inlines for fact in block.rows]
            case Note():
                runs += inline_runs(block.blocks)
    return runs
