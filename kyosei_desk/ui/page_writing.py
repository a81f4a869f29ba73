# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writes the parts of a paper into a document of Qt's, and says what must not be torn."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPaintDevice,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from kyosei_desk.export.project.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Picture,
    Plan,
    Row,
    RowKind,
    Table,
)
from kyosei_desk.ui.printed_plan import PLAN_OBJECT, PlanObject, plan_format

_TITLE, _HEADING, _SUBHEADING, _CELL = 1.7, 1.35, 1.1, 0.92
_QUIET, _SOFT, _HEAD, _LINE = "#4d4d4d", "#e9e9ee", "#d9e4f0", "#6a6a6a"
_INSET = 8.0  # points around a page: letters are taller than their lines
_HAIRLINE = 0.1  # of a letter
_SPACING = 128  # per cent of a line
_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore

Key = tuple[int, int]


@dataclass(frozen=True)
class Unit:
    """What stands on one page: a block of text, or a row of a table.

    ``key`` is the number of the block and of its row; ``positions`` lie in its parts.
    ``glued`` stays on the page of what follows.
    """

    key: Key
    positions: tuple[int, ...]
    glued: bool = False
    in_table: bool = False


class PageWriter:
    """Writes one document; ``breaks`` are the keys of what begins a page."""

    def __init__(self, device: QPaintDevice, font: QFont, size: QSizeF, breaks: frozenset[Key]):
        """Begin an empty document with pages of a size in the device's dots."""
        self.document = QTextDocument()
        self.units: list[Unit] = []
        layout = self.document.documentLayout()
        layout.setPaintDevice(device)
        layout.registerHandler(PLAN_OBJECT, PlanObject(self.document))
        self.document.setDefaultFont(font)
        self.document.setDocumentMargin(_INSET)
        self.document.setPageSize(size)
        self._font = font
        self._size = size
        self._breaks = breaks
        self._dot = device.logicalDpiX() / 72  # dots a point
        self._editing = QTextCursor(self.document)
        self._editing.beginEditBlock()  # nothing is laid out before everything is written
        self._cursor = QTextCursor(self.document)
        self._is_fresh = True  # the block the cursor is in is empty, and to be used
        self._below_table = False

    def finish(self) -> None:
        """Lay out what has been written; nothing can be written any more."""
        self._editing.endEditBlock()

    def write_title(self, title: str, lines: Sequence[str]) -> None:
        """Write the title and what stands below it."""
        self._begin((-1, 0), below=4)
        self._insert(title, self._letters(_TITLE, bold=True))
        for number, line in enumerate(lines, start=1):
            self._begin((-1, number), below=1)
            self._insert(line, self._letters())

    def write(self, number: int, block: Block) -> None:
        """Write the block of a number; pictures have pages of their own."""
        match block:
            case Heading():
                first = block.level == 1
                self._begin((number, 0), above=12 if first else 7, below=3, glued=True)
                size = _HEADING if first else _SUBHEADING
                self._insert(block.text, self._letters(size, bold=True))
            case Paragraph():
                self._begin((number, 0), below=3)
                self._insert(block.text, self._letters(color=_QUIET if block.quiet else ""))
            case Bullets():
                self._write_items(number, block.items)
            case Table():
                self._write_table(number, block)
            case Plan():
                self._begin((number, 0), below=4)
                inset = _INSET * self._dot  # Qt measures it in points
                width, height = self._size.width() - 2 * inset, self._size.height()
                self._insert("\ufffc", plan_format(block, width, height))
                lines = [f"{bar.name}（{bar.when}）{bar.beside}" for bar in block.bars]
                self._write_items(number, lines, start=1)
            case Picture():
                pass

    def _write_items(self, number: int, items: Sequence[str], start: int = 0) -> None:
        for place, item in enumerate(items, start=start):
            self._begin((number, place), below=1, hanging=True)
            self._insert(f"・{item}", self._letters())

    def _begin(
        self,
        key: Key,
        above: float = 0,
        below: float = 0,
        *,
        hanging: bool = False,
        glued: bool = False,
    ) -> None:
        """Begin a block of text; distances are in points."""
        found = _spaced()
        found.setTopMargin(above * self._dot)
        found.setBottomMargin(below * self._dot)
        if hanging:
            letter = self._font.pointSizeF() * self._dot
            found.setLeftMargin(letter)
            found.setTextIndent(-letter)
        if key in self._breaks:
            found.setPageBreakPolicy(_BREAK)
        if self._is_fresh and above and self._below_table and key not in self._breaks:
            self._part_from_table()
        if self._is_fresh:
            self._cursor.setBlockFormat(found)
        else:
            self._cursor.insertBlock(found)
        self._is_fresh = self._below_table = False
        self.units.append(Unit(key, (self._cursor.position(),), glued))

    def _part_from_table(self) -> None:
        """Leave an empty line without height: right below a table Qt drops a block's distance."""
        self._cursor.setBlockCharFormat(self._letters(_HAIRLINE))
        self._is_fresh = False

    # Tables

    def _write_table(self, number: int, table: Table) -> None:
        """Write a table, parted before the rows that begin a page."""
        starts = [row for row in range(1, len(table.rows)) if (number, row) in self._breaks]
        edges = [0, *starts, len(table.rows)]
        for start, end in pairwise(edges):
            self._write_rows(number, table, start, end)

    def _write_rows(self, number: int, table: Table, start: int, end: int) -> None:
        style = self._table_format(table)
        if (number, start) in self._breaks:
            style.setPageBreakPolicy(_BREAK)
        count = len(table.columns)
        made = self._cursor.insertTable(end - start + 1, count, style)
        titles = Row(tuple(column.title for column in table.columns))
        self._write_cells(made, 0, titles, table.columns, bold=True, color=_HEAD)
        self.units.append(Unit((number, start), _ends(made, 0, count), True, True))
        below = [*table.rows[start + 1 : end + 1], None]
        for place, row in enumerate(table.rows[start:end], start=1):
            group = row.kind is RowKind.GROUP
            summed = below[place - 1]
            glued = group or (summed is not None and summed.kind is RowKind.TOTAL)
            if group:
                made.mergeCells(place, 0, 1, count)
            bold, color = row.kind is not RowKind.PLAIN, _SOFT if group else ""
            self._write_cells(made, place, row, table.columns, bold=bold, color=color)
            shown = 1 if group else count
            key = (number, start + place - 1)
            self.units.append(Unit(key, _ends(made, place, shown), glued, True))
        self._cursor = QTextCursor(self.document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._cursor.setBlockFormat(QTextBlockFormat())
        self._is_fresh = self._below_table = True

    def _table_format(self, table: Table) -> QTextTableFormat:
        found = QTextTableFormat()
        found.setBorder(0.5 * self._dot)
        found.setBorderCollapse(True)
        found.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        found.setBorderBrush(QBrush(QColor(_LINE)))
        found.setCellPadding(2.2 * self._dot)
        found.setCellSpacing(0)
        found.setTopMargin(2 * self._dot)
        found.setBottomMargin(2 * self._dot)
        whole = sum(column.share for column in table.columns)
        kind = QTextLength.Type.PercentageLength
        found.setWidth(QTextLength(kind, 100))
        found.setColumnWidthConstraints(
            [QTextLength(kind, 100 * column.share / whole) for column in table.columns]
        )
        return found

    def _write_cells(
        self,
        made: QTextTable,
        place: int,
        row: Row,
        columns: Sequence[Column],
        *,
        bold: bool,
        color: str,
    ) -> None:
        mark = f"【{row.number}】" if row.number is not None else ""
        for number, (column, text) in enumerate(zip(columns, row.cells, strict=False)):
            cell = made.cellAt(place, number)
            if color:
                ground = cell.format().toTableCellFormat()
                ground.setBackground(QBrush(QColor(color)))
                cell.setFormat(ground)
            found = _spaced()
            if column.is_number:
                found.setAlignment(Qt.AlignmentFlag.AlignRight)
            cursor = cell.firstCursorPosition()
            cursor.setBlockFormat(found)
            cursor.insertText(_lines(f"{mark}{text}"), self._letters(_CELL, bold=bold))

    # Letters

    def _insert(self, text: str, letters: QTextCharFormat) -> None:
        self._cursor.insertText(_lines(text), letters)

    def _letters(self, size: float = 1, *, bold: bool = False, color: str = "") -> QTextCharFormat:
        font = QFont(self._font)
        font.setPointSizeF(self._font.pointSizeF() * size)
        font.setBold(bold)
        found = QTextCharFormat()
        found.setFont(font)
        if color:
            found.setForeground(QColor(color))
        return found


def _spaced() -> QTextBlockFormat:
    found = QTextBlockFormat()
    found.setLineHeight(_SPACING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return found


def _ends(made: QTextTable, row: int, count: int) -> tuple[int, ...]:
    """Return where the cells of a row are."""
    return tuple(made.cellAt(row, column).lastPosition() for column in range(count))


def _lines(text: str) -> str:
    """Return a text whose lines stay in one block."""
    return text.replace("\n", "\u2028")
