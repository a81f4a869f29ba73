# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writes blocks into a ``QTextDocument`` and notes where each character of text went."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import accumulate

from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
)

from kyosei_desk.domain.blocks import (
    Block,
    Citation,
    Fact,
    Facts,
    Inlines,
    ListBlock,
    Note,
    Paragraph,
    Reference,
    Table,
    Text,
    block_lines,
)
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.reader.style import CITED_PLACE, BlockLook, ReaderStyle, TableKind
from kyosei_desk.ui.reader.text_map import Run, make_run

CELL_SEPARATOR = 1  # the full-width space between cells of a row in plain text
LINE_BREAK = 1
_BOTH_DATES = re.compile(r"(\d{4}年[\d月日]*)（((?:令和|平成|昭和|大正|明治)[^）]+)）")

PlacedFact = tuple[int, Fact]
CitationLink = Callable[[Citation], tuple[str, str, str]]
ReferenceLink = Callable[[Reference], tuple[str, str]]


class DocumentWriter:
    """A cursor that sets blocks one after the other.

    ``offset`` counts the characters of the passage being set, ``runs`` where they went.
    """

    def __init__(
        self,
        document: QTextDocument,
        style: ReaderStyle,
        cite: CitationLink,
        refer: ReferenceLink,
        *,
        era_first: bool = False,
    ):
        """Write at the end of ``document``; ``cite`` and ``refer`` give links their target.

        Facts that give a date in both styles are set with the Japanese era first if asked.
        """
        self._era_first = era_first
        self._style = style
        self._cite = cite
        self._refer = refer
        self._cursor = QTextCursor(document)
        self._fresh = True
        self._text_end = 0
        self.offset = 0
        self.runs: list[Run] = []

    @property
    def position(self) -> int:
        """The position in the document where the next character goes."""
        return self._cursor.position()

    @property
    def text_end(self) -> int:
        """The position of the last character set, gaps left aside."""
        return self._text_end

    def start(self) -> None:
        """Begin a new passage."""
        self.offset = 0
        self.runs = []

    # Paragraphs and runs of text

    def begin(self, look: QTextBlockFormat) -> None:
        """Start a paragraph."""
        if self._fresh:
            self._cursor.setBlockFormat(look)
        else:
            self._cursor.insertBlock(look)
        self._fresh = False

    def put(self, text: str, chars: QTextCharFormat) -> None:
        """Set text of the passage."""
        self.runs.append(make_run(self.offset, text, self._cursor.position()))
        self._cursor.insertText(text, chars)
        self._text_end = self._cursor.position()
        self.offset += len(text)

    def add(self, text: str, chars: QTextCharFormat) -> None:
        """Set text that is not the passage's own: headings, numbers of sources, signs."""
        self._cursor.insertText(text, chars)

    def inlines(self, inlines: Inlines, chars: QTextCharFormat) -> None:
        """Set a run of inlines."""
        strong = QTextCharFormat(chars)
        strong.setFontWeight(700)
        for part in inlines:
            match part:
                case Text():
                    self.put(part.text, strong if part.strong else chars)
                case Reference():
                    href, tip = self._refer(part)
                    link = self._style.link(chars, href, tip)
                    self.put(part.text, self._style.underlined(link))
                case Citation():
                    self._citation(part)

    def _citation(self, citation: Citation) -> None:
        label, href, tip = self._cite(citation)
        caption = self._style.chars(FontRole.CAPTION)
        look = self._style.link(caption, href, tip)
        look.setProperty(CITED_PLACE, citation.place or "")
        self.add(label, look)

    def fact_value(self, inlines: Inlines, chars: QTextCharFormat) -> None:
        """Set the value of a fact; of a date given in both styles the chosen one first."""
        for part in inlines:
            dates = _BOTH_DATES.fullmatch(part.text) if isinstance(part, Text) else None
            if dates is not None and self._era_first:
                self._put_era_first(dates[1], dates[2], chars)
            else:
                self.inlines((part,), chars)

    def _put_era_first(self, western: str, era: str, chars: QTextCharFormat) -> None:
        start = self.offset
        self.offset = start + len(western) + 1
        self.put(era, chars)
        self.add("（", chars)
        self.offset = start
        self.put(western, chars)
        self.add("）", chars)
        self.offset = start + len(western) + len(era) + 2

    # Blocks

    def block(self, block: Block, indent: int = 0) -> None:
        """Set one block; afterwards ``offset`` stands at the start of the next one."""
        match block:
            case Paragraph():
                self.begin(self._style.block(BlockLook(below=10, indent=indent)))
                self.inlines(block.inlines, self._style.chars())
                self.offset += LINE_BREAK
            case ListBlock():
                self._list(block)
            case Table():
                self._table(block)
            case Facts():
                end = self.offset + sum(len(line) + LINE_BREAK for line in block_lines(block))
                self.fact_lines(self.place_facts(block))
                self.offset = end
            case Note():
                self._note(block, indent)

    def _list(self, block: ListBlock, level: int = 1) -> None:
        look = QTextListFormat()
        styles = QTextListFormat.Style
        look.setStyle(styles.ListDecimal if block.ordered else styles.ListDisc)
        look.setIndent(level)
        made: QTextList | None = None
        for item in block.items:
            self.begin(self._style.block(BlockLook(below=4)))
            self._cursor.setBlockCharFormat(self._style.chars())
            if made is None:
                made = self._cursor.createList(look)
            else:
                made.add(self._cursor.block())
            self.inlines(item.inlines, self._style.chars())
            self.offset += LINE_BREAK
            for child in item.children:
                self._list(child, level + 1)

    def _note(self, block: Note, indent: int) -> None:
        with self.box("note", padding=14, indent=indent):
            self.begin(self._style.block(BlockLook(below=4), FontRole.STRONG))
            self.add(block.label, self._style.chars(FontRole.STRONG))
            for inner in block.blocks:
                self.block(inner)
        self.gap(10)

    def place_facts(self, facts: Facts) -> list[PlacedFact]:
        """Return each fact with the offset of its line, the first one at ``offset``."""
        lengths = [len(line) + LINE_BREAK for line in block_lines(facts)]
        offsets = accumulate(lengths[:-1], initial=self.offset)
        return list(zip(offsets, facts.rows, strict=True))

    def fact_lines(self, placed: list[PlacedFact]) -> None:
        """Set facts as rows of label and value."""
        longest = max(len(fact.label) for _, fact in placed)
        widths = [self._style.fixed(self._style.em * (longest + 1)), self._style.rest()]
        table = self._insert_table(len(placed), 2, TableKind.FACTS, widths)
        subtle = self._style.chars(color=self._style.palette.subtle)
        for row, (offset, fact) in enumerate(placed):
            with self._inside(table.cellAt(row, 0)):
                self.offset = offset
                self.begin(self._style.block(BlockLook(tight=True)))
                self.put(fact.label, subtle)
            with self._inside(table.cellAt(row, 1)):
                self.offset = offset + len(fact.label) + CELL_SEPARATOR
                self.begin(self._style.block(BlockLook(tight=True)))
                self.fact_value(fact.inlines, self._style.chars())
        self._leave(table.lastPosition())

    def columns(
        self, placed: list[PlacedFact], widths: list[float], value: Callable[[Inlines], None]
    ) -> None:
        """Set facts side by side in the proportion of ``widths``, each label above its value.

        Row by row, in document order, so that no position noted moves again.
        """
        shares = [self._style.percent(100 * width / sum(widths)) for width in widths]
        table = self._insert_table(2, len(placed), TableKind.COLUMNS, shares)
        subtle = self._style.chars(FontRole.CAPTION, self._style.palette.subtle)
        for column, (offset, fact) in enumerate(placed):
            with self._inside(table.cellAt(0, column)):
                self.offset = offset
                self.begin(self._style.block(BlockLook(tight=True), FontRole.CAPTION))
                for number, part in enumerate(label_lines(fact.label)):
                    if number:
                        self.add("\u2028", subtle)
                    self.put(part, subtle)
        for column, (offset, fact) in enumerate(placed):
            with self._inside(table.cellAt(1, column)):
                self.offset = offset + len(fact.label) + CELL_SEPARATOR
                value(fact.inlines)
        self._leave(table.lastPosition())

    def _table(self, block: Table) -> None:
        self.gap(4)
        table = self._insert_table(len(block.rows) + 1, len(block.header), TableKind.LINED)
        for row, cells in enumerate((block.header, *block.rows)):
            role = FontRole.STRONG if row == 0 else FontRole.BODY
            for column, inlines in enumerate(cells):
                cell = table.cellAt(row, column)
                cell.setFormat(self._cell_format(header=row == 0))
                with self._inside(cell):
                    self.begin(self._style.block(BlockLook(tight=True), role))
                    self.inlines(inlines, self._style.chars(role))
                    self.offset += CELL_SEPARATOR
        self._leave(table.lastPosition())
        self.gap(12)

    def _cell_format(self, header: bool) -> QTextTableCellFormat:
        made = QTextTableCellFormat()
        made.setTopPadding(self._style.px(5))
        made.setBottomPadding(self._style.px(5))
        made.setLeftPadding(self._style.px(8))
        made.setRightPadding(self._style.px(12))
        palette = self._style.palette
        made.setBottomBorder(palette.border)
        made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBottomBorderBrush(QColor(palette.subtle if header else palette.line))
        return made

    # Boxes, tables and gaps

    def gap(self, pixels: int) -> None:
        """Leave an empty distance."""
        self.begin(self._style.gap(pixels))
        self._cursor.setBlockCharFormat(self._style.gap_chars())

    @contextmanager
    def box(self, name: str, padding: int, indent: int = 0) -> Iterator[None]:
        """Set what follows in a box that the view paints by its name."""
        self.gap(8)
        frame = self._cursor.insertFrame(self._style.frame(name, padding, indent))
        self._fresh = True
        yield
        self._leave(frame.lastPosition())

    def _insert_table(
        self, rows: int, columns: int, kind: TableKind, widths: list[QTextLength] | None = None
    ) -> QTextTable:
        if self._fresh:
            self.gap(1)
        look = self._style.table(kind)
        if widths is not None:
            look.setColumnWidthConstraints(widths)
        return self._cursor.insertTable(rows, columns, look)

    @contextmanager
    def _inside(self, cell: QTextTableCell) -> Iterator[None]:
        outer, self._cursor, self._fresh = self._cursor, cell.firstCursorPosition(), True
        yield
        self._cursor = outer

    def _leave(self, last: int) -> None:
        self._cursor.setPosition(last + 1)
        self._fresh = True


def label_lines(label: str) -> list[str]:
    """Return a label in the lines it is set in: what stands in brackets goes below."""
    start = label.find("（")
    return [label[:start], label[start:]] if start > 0 else [label]
