# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writes the blocks of passages into a ``QTextDocument``."""

import re
from collections.abc import Callable
from itertools import accumulate

from PySide6.QtGui import (
    QColor,
    QTextCharFormat,
    QTextFrameFormat,
    QTextList,
    QTextListFormat,
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
from kyosei_desk.ui.reader.pen import Pen
from kyosei_desk.ui.reader.style import CITED_PLACE, BlockLook, ReaderStyle, TableKind

CELL_SEPARATOR = 1  # the full-width space between cells of a row in plain text
LINE_BREAK = 1
_BOTH_DATES = re.compile(r"(\d{4}年[\d月日]*)（((?:令和|平成|昭和|大正|明治)[^）]+)）")

PlacedFact = tuple[int, Fact]
CitationLink = Callable[[Citation], tuple[str, str, str]]
ReferenceLink = Callable[[Reference], tuple[str, str]]


class DocumentWriter:
    """Sets blocks one after the other with a pen."""

    def __init__(
        self,
        pen: Pen,
        style: ReaderStyle,
        cite: CitationLink,
        refer: ReferenceLink,
        *,
        era_first: bool = False,
    ):
        """Write where the pen stands; ``cite`` and ``refer`` give links their target.

        Facts that give a date in both styles are set with the Japanese era first if asked.
        """
        self._pen = pen
        self._era_first = era_first
        self._style = style
        self._cite = cite
        self._refer = refer

    # Runs of text

    def inlines(self, inlines: Inlines, chars: QTextCharFormat) -> None:
        """Set a run of inlines."""
        strong = QTextCharFormat(chars)
        strong.setFontWeight(700)
        for part in inlines:
            match part:
                case Text():
                    self._pen.put(part.text, strong if part.strong else chars)
                case Reference():
                    href, tip = self._refer(part)
                    link = self._style.link(chars, href, tip)
                    self._pen.put(part.text, self._style.underlined(link))
                case Citation():
                    self._citation(part)

    def _citation(self, citation: Citation) -> None:
        label, href, tip = self._cite(citation)
        caption = self._style.chars(FontRole.CAPTION)
        look = self._style.link(caption, href, tip)
        look.setProperty(CITED_PLACE, citation.place or "")
        self._pen.add(label, look)

    def fact_value(self, inlines: Inlines, chars: QTextCharFormat) -> None:
        """Set the value of a fact; of a date given in both styles the chosen one first."""
        for part in inlines:
            dates = _BOTH_DATES.fullmatch(part.text) if isinstance(part, Text) else None
            if dates is not None and self._era_first:
                self._put_era_first(dates[1], dates[2], chars)
            else:
                self.inlines((part,), chars)

    def _put_era_first(self, western: str, era: str, chars: QTextCharFormat) -> None:
        start = self._pen.offset
        self._pen.offset = start + len(western) + 1
        self._pen.put(era, chars)
        self._pen.add("（", chars)
        self._pen.offset = start
        self._pen.put(western, chars)
        self._pen.add("）", chars)
        self._pen.offset = start + len(western) + len(era) + 2

    # Blocks

    def block(self, block: Block, indent: int = 0) -> None:
        """Set one block; afterwards the pen's offset stands at the start of the next one."""
        match block:
            case Paragraph():
                self._pen.begin(self._style.block(BlockLook(below=10, indent=indent)))
                self.inlines(block.inlines, self._style.chars())
                self._pen.offset += LINE_BREAK
            case ListBlock():
                self._list(block)
            case Table():
                self._table(block)
            case Facts():
                end = self._pen.offset + sum(len(line) + LINE_BREAK for line in block_lines(block))
                self.fact_lines(self.place_facts(block))
                self._pen.offset = end
            case Note():
                self._note(block, indent)

    def _list(self, block: ListBlock, level: int = 1) -> None:
        look = QTextListFormat()
        styles = QTextListFormat.Style
        look.setStyle(styles.ListDecimal if block.ordered else styles.ListDisc)
        look.setIndent(level)
        into: QTextList | QTextListFormat = look
        for item in block.items:
            paragraph = self._style.block(BlockLook(below=4))
            into = self._pen.begin_item(paragraph, self._style.chars(), into)
            self.inlines(item.inlines, self._style.chars())
            self._pen.offset += LINE_BREAK
            for child in item.children:
                self._list(child, level + 1)

    def _note(self, block: Note, indent: int) -> None:
        with self._pen.box("note", padding=14, indent=indent):
            self._pen.begin(self._style.block(BlockLook(below=4), FontRole.STRONG))
            self._pen.add(block.label, self._style.chars(FontRole.STRONG))
            for inner in block.blocks:
                self.block(inner)
        self._pen.gap(10)

    def place_facts(self, facts: Facts) -> list[PlacedFact]:
        """Return each fact with the offset of its line, the first one at the pen's."""
        lengths = [len(line) + LINE_BREAK for line in block_lines(facts)]
        offsets = accumulate(lengths[:-1], initial=self._pen.offset)
        return list(zip(offsets, facts.rows, strict=True))

    def fact_lines(self, placed: list[PlacedFact]) -> None:
        """Set facts as rows of label and value."""
        longest = max(len(fact.label) for _, fact in placed)
        widths = [self._style.fixed(self._style.em * (longest + 1)), self._style.rest()]
        with self._pen.table(len(placed), 2, TableKind.FACTS, widths) as table:
            subtle = self._style.chars(color=self._style.palette.subtle)
            for row, (offset, fact) in enumerate(placed):
                with self._pen.inside(table.cellAt(row, 0)):
                    self._pen.offset = offset
                    self._pen.begin(self._style.block(BlockLook(tight=True)))
                    self._pen.put(fact.label, subtle)
                with self._pen.inside(table.cellAt(row, 1)):
                    self._pen.offset = offset + len(fact.label) + CELL_SEPARATOR
                    self._pen.begin(self._style.block(BlockLook(tight=True)))
                    self.fact_value(fact.inlines, self._style.chars())

    def columns(
        self, placed: list[PlacedFact], widths: list[float], value: Callable[[Inlines], None]
    ) -> None:
        """Set facts side by side in the proportion of ``widths``, each label above its value.

        Row by row, in document order, so that no position noted moves again.
        """
        shares = [self._style.percent(100 * width / sum(widths)) for width in widths]
        with self._pen.table(2, len(placed), TableKind.COLUMNS, shares) as table:
            subtle = self._style.chars(FontRole.CAPTION, self._style.palette.subtle)
            for column, (offset, fact) in enumerate(placed):
                with self._pen.inside(table.cellAt(0, column)):
                    self._pen.offset = offset
                    self._pen.begin(self._style.block(BlockLook(tight=True), FontRole.CAPTION))
                    for number, part in enumerate(label_lines(fact.label)):
                        if number:
                            self._pen.add("\u2028", subtle)
                        self._pen.put(part, subtle)
            for column, (offset, fact) in enumerate(placed):
                with self._pen.inside(table.cellAt(1, column)):
                    self._pen.offset = offset + len(fact.label) + CELL_SEPARATOR
                    value(fact.inlines)

    def _table(self, block: Table) -> None:
        self._pen.gap(4)
        with self._pen.table(len(block.rows) + 1, len(block.header), TableKind.LINED) as table:
            for row, cells in enumerate((block.header, *block.rows)):
                role = FontRole.STRONG if row == 0 else FontRole.BODY
                for column, inlines in enumerate(cells):
                    cell = table.cellAt(row, column)
                    cell.setFormat(self._cell_format(header=row == 0))
                    with self._pen.inside(cell):
                        self._pen.begin(self._style.block(BlockLook(tight=True), role))
                        self.inlines(inlines, self._style.chars(role))
                        self._pen.offset += CELL_SEPARATOR
        self._pen.gap(12)

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


def label_lines(label: str) -> list[str]:
    """Return a label in the lines it is set in: what stands in brackets goes below."""
    start = label.find("（")
    return [label[:start], label[start:]] if start > 0 else [label]
