# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Sets a passage's facts so that figures meet the eye: side by side, the others small."""

import re
from collections.abc import Callable

from PySide6.QtGui import QFontMetricsF

from kyosei_desk.domain.blocks import Fact, Facts, Inlines, block_lines, inline_text
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.reader.document_writer import DocumentWriter, PlacedFact, label_lines
from kyosei_desk.ui.reader.pen import Pen
from kyosei_desk.ui.reader.style import FACT_LINE, BlockLook, ReaderStyle

_FIGURE = re.compile(r"([\d,.]+)(.*)")
_FIGURE_COUNT = 4
_SHORT_VALUE = 9


class FigureSetter:
    """Each way to set facts belongs to a kind of passage; all of them go on with ``pen``."""

    def __init__(self, pen: Pen, writer: DocumentWriter, style: ReaderStyle):
        """Set with ``pen`` and ``writer``, which writes with that pen too."""
        self._pen = pen
        self._writer = writer
        self._style = style

    def set_profile(self, facts: Facts) -> None:
        """Set the first facts as big figures, the others in one small paragraph."""
        placed = self._writer.place_facts(facts)
        self._columns(placed[:_FIGURE_COUNT], self._figure)
        if placed[_FIGURE_COUNT:]:
            self._pen.gap(6)
            self._caption_line(placed[_FIGURE_COUNT:])

    def set_card(self, facts: Facts) -> None:
        """Set short facts side by side, the others as lines below."""
        end = self._pen.offset + sum(len(line) + 1 for line in block_lines(facts))
        placed = self._writer.place_facts(facts)
        short = [p for p in placed if len(inline_text(p[1].inlines)) <= _SHORT_VALUE]
        short = short[:_FIGURE_COUNT] if len(short) > 1 else []
        rest = [p for p in placed if p not in short]
        if short:
            self._pen.gap(6)
            self._columns(short, self._short_value)
        if rest:
            self._writer.fact_lines(rest)
        self._pen.gap(8)
        self._pen.offset = end

    def set_small(self, facts: Facts) -> None:
        """Set each fact as a small line."""
        subtle = self._style.palette.subtle
        strong = self._style.chars(FontRole.CAPTION, subtle)
        strong.setFontWeight(700)
        for fact in facts.rows:
            self._pen.begin(self._style.block(BlockLook(tight=True), FontRole.CAPTION))
            self._pen.put(fact.label, strong)
            self._pen.put("　", self._style.chars(FontRole.CAPTION))
            self._writer.inlines(fact.inlines, self._style.chars(FontRole.CAPTION, subtle))
            self._pen.offset += 1

    def _columns(self, placed: list[PlacedFact], value: Callable[[Inlines], None]) -> None:
        """Set facts side by side, in as many rows as the room asks for."""
        count = self._style.columns
        needs = [self._figure_width(fact) for _, fact in placed]
        widths = [max(needs[column::count]) for column in range(min(count, len(needs)))]
        for first in range(0, len(placed), count):
            if first:
                self._pen.gap(14)
            row = placed[first : first + count]
            self._writer.columns(row, widths[: len(row)], value)

    def _figure_width(self, fact: Fact) -> float:
        """Return the room a fact asks for: its value in a line, its label in its lines."""
        small = QFontMetricsF(self._style.font(FontRole.CAPTION))
        large = QFontMetricsF(self._style.font(FontRole.HEADING))
        text = inline_text(fact.inlines)
        figure = _FIGURE.fullmatch(text)
        number, unit = (figure[1], figure[2]) if figure else (text, "")
        value = large.horizontalAdvance(number) + small.horizontalAdvance(f" {unit}")
        lines = [small.horizontalAdvance(line) for line in label_lines(fact.label)]
        return max(value, *lines) + self._style.em / 2

    def _caption_line(self, placed: list[PlacedFact]) -> None:
        look = self._style.block(BlockLook(tight=True), FontRole.CAPTION)
        look.setProperty(FACT_LINE, True)
        self._pen.begin(look)
        chars = self._style.chars(FontRole.CAPTION, self._style.palette.subtle)
        for number, (offset, fact) in enumerate(placed):
            if number:
                self._pen.add("　　", chars)
            self._pen.offset = offset
            self._pen.put(fact.label, chars)
            self._pen.put("　", chars)
            self._writer.fact_value(fact.inlines, chars)

    def _figure(self, inlines: Inlines) -> None:
        """Set a value as a big number with its unit small behind it."""
        self._pen.begin(self._style.block(BlockLook(tight=True), FontRole.HEADING))
        match = _FIGURE.fullmatch(inline_text(inlines))
        if match is None:
            self._writer.inlines(inlines, self._style.chars(FontRole.TITLE))
            return
        self._pen.put(match[1], self._style.chars(FontRole.HEADING))
        self._pen.add("\u00a0", self._style.chars(FontRole.CAPTION))
        self._pen.put(match[2], self._style.chars(FontRole.CAPTION))

    def _short_value(self, inlines: Inlines) -> None:
        self._pen.begin(self._style.block(BlockLook(tight=True, below=6)))
        self._writer.inlines(inlines, self._style.chars(FontRole.STRONG))
