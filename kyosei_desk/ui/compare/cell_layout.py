# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Sets cells and heads of rows at a width: where every line of text stands, and how high."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from kyosei_desk.domain.comparing.matrix import CellState
from kyosei_desk.domain.vocabulary import Coverage
from kyosei_desk.ui.compare.cell_texts import SIDE_BY_SIDE, CellText, EntryText, RowText
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.reader.row_painting import WrappedText
from kyosei_desk.ui.theme import Theme

LEFT, RIGHT, TOP, BOTTOM = 12, 10, 9, 11
_BRIEF_ENTRIES, _ROOM_FOR_ENTRIES = 2, 260  # one in a narrower cell
_BRIEF_LINES, _FULL_LINES = 2, 60
_MARK = 18  # the arrow in the head of a row


@dataclass(frozen=True)
class Piece:
    """Lines of text at a place; ``color`` is a token, ``address`` where a click on it leads."""

    text: WrappedText
    place: QRectF
    color: str
    address: str = ""


@dataclass(frozen=True)
class Chip:
    """The word for a cell's state, or what is said of a row, in a frame."""

    text: str
    place: QRectF
    state: CellState | None = None


@dataclass(frozen=True)
class LaidOut:
    """A cell or the head of a row; ``height`` includes the margins."""

    chips: tuple[Chip, ...]
    pieces: tuple[Piece, ...]
    height: int


class CellSetter:
    """Sets texts in the fonts of a theme; make another when that changes."""

    def __init__(self, theme: Theme):
        """Take the fonts and lengths of now."""
        self._theme = theme
        self.caption = theme.font(FontRole.CAPTION)
        self.strong = theme.font(FontRole.STRONG)
        self._metrics = QFontMetricsF(self.caption)

    def cell(self, text: CellText, width: int, *, wide: bool) -> LaidOut:
        """Set a cell, in full or in brief."""
        column = _Column(self, self._theme, width)
        lines = _FULL_LINES if wide else _BRIEF_LINES
        column.add_numbers(text.numbers, text.address)
        if text.state:
            column.add_chip(text.state, text.kind)
        if text.figure:
            column.add(text.figure, self.strong, "text", lines)
        if text.beside:
            column.add(text.beside, self.caption, "subtle", lines + 1)
        if text.reason:
            column.add(text.reason, self.caption, "subtle", lines + 1)
        brief = _BRIEF_ENTRIES if width >= self._theme.px(_ROOM_FOR_ENTRIES) else 1
        shown = text.entries if wide else text.entries[:brief]
        for entry in shown:
            self._set_entry(column, text, entry, lines, wide=wide)
        rest = text.entries[len(shown) :]
        if rest:
            names = "、".join(entry.name for entry in rest)
            column.add(f"ほか{len(rest)}件: {names}", self.caption, "subtle", lines, gap=4)
        return column.laid_out()

    def _set_entry(
        self, column: "_Column", text: CellText, entry: EntryText, lines: int, *, wide: bool
    ) -> None:
        partly = entry.in_part and text.kind is CellState.STATED
        name = f"{entry.name}（{Coverage.PARTIAL.label}）" if partly else entry.name
        # Its number stands last in the name: it must not be cut off.
        column.add(name, self.strong, "text", lines + 1, gap=4, address=entry.address)
        column.add(entry.where, self.caption, "subtle", lines + 1)
        if wide and entry.formula:
            column.add(f"{entry.people} = {entry.formula}", self.caption, "text", lines)
        elif entry.people:
            column.add(entry.people, self.caption, "text", lines)
        if wide:
            column.add(entry.side_by_side, self.caption, "text", lines)
            column.add(entry.text, self.caption, "text", lines, gap=3)
        elif entry.schools:
            column.add(f"{SIDE_BY_SIDE}{entry.schools}", self.caption, "text", lines)

    def row_head(self, text: RowText, width: int) -> LaidOut:
        """Set the head of a row, with room for its arrow at the right."""
        column = _Column(self, self._theme, width, keep_free=_MARK)
        column.add(text.label, self.strong, "text", _FULL_LINES)
        if text.plain:
            column.add(text.plain, self.caption, "subtle", _FULL_LINES)
        if text.tag:
            column.add_chip(text.tag, None, gap=4)
        return column.laid_out()

    def chip_width(self, text: str) -> float:
        """Return how wide a word is in its frame."""
        return self._metrics.horizontalAdvance(text) + self._theme.px(10)

    def advance(self, text: str) -> float:
        """Return how wide a line of caption is."""
        return self._metrics.horizontalAdvance(text)


class _Column:
    """Puts lines one below the other inside the margins of a cell."""

    def __init__(self, setter: CellSetter, theme: Theme, width: int, keep_free: int = 0):
        self._setter = setter
        self._px = theme.px
        self._left = theme.px(LEFT)
        self._inner = max(width - self._left - theme.px(RIGHT + keep_free), theme.px(24))
        self._y = theme.px(TOP)
        self._aside = 0.0  # taken at the right of the first line
        self._chips: list[Chip] = []
        self._pieces: list[Piece] = []

    def add(
        self, text: str, font: QFont, color: str, lines: int, gap: int = 1, address: str = ""
    ) -> None:
        """Put a text below what is there, cut after so many lines."""
        if not text:
            return
        first = not self._chips and not [p for p in self._pieces if p.color != "primary"]
        self._y += 0 if first else self._px(gap)
        width = self._inner - (self._aside if first else 0)
        laid = WrappedText(text, font, int(width), lines)
        place = QRectF(self._left, self._y, width, laid.height)
        self._pieces.append(Piece(laid, place, color, address))
        self._y += laid.height

    def add_chip(self, text: str, state: CellState | None, gap: int = 0) -> None:
        """Put a word in its frame."""
        self._y += self._px(gap)
        room = self._inner - self._aside
        width = min(self._setter.chip_width(text), room)
        height = self._px(21)
        self._chips.append(Chip(text, QRectF(self._left, self._y, width, height), state))
        self._y += height

    def add_numbers(self, numbers: str, address: str) -> None:
        """Put the numbers of the sources into the upper right corner."""
        if not numbers:
            return
        wide = min(self._setter.advance(numbers) + 1, self._inner / 3)
        laid = WrappedText(numbers, self._setter.caption, int(wide) + 1, 1)
        place = QRectF(self._left + self._inner - wide, self._y, wide, laid.height)
        self._pieces.append(Piece(laid, place, "primary", address))
        self._aside = wide + self._px(6)

    def laid_out(self) -> LaidOut:
        """Return what has been set."""
        height = round(self._y) + self._px(BOTTOM)
        return LaidOut(tuple(self._chips), tuple(self._pieces), height)


def tallest(laid: Sequence[LaidOut]) -> int:
    """Return the height that holds all of them."""
    return max((one.height for one in laid), default=0)
