# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is copied out of a set document: lines and tables, as plain text and as HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFragment, QTextTable

from kyosei_desk.ui.reader.style import FACT_LINE, TABLE_KIND, TableKind
from kyosei_desk.ui.reader.targets import SOURCE_PREFIX
from kyosei_desk.ui.reader.text_map import DocumentSpan

FACT_SEPARATOR = "　"
_BULLET = "・"


@dataclass(frozen=True)
class Line:
    """A paragraph or an item of a list, with the sign before it."""

    text: str
    sign: str = ""


@dataclass(frozen=True)
class Grid:
    """The rows of a table; ``headed`` says that the first one names the columns."""

    rows: tuple[tuple[str, ...], ...]
    headed: bool = False


@dataclass(frozen=True)
class Copied:
    """Lines and tables in reading order."""

    parts: tuple[Line | Grid, ...]

    @property
    def text(self) -> str:
        """One line a paragraph, item or row; cells are set apart by tabs."""
        lines = []
        for part in self.parts:
            if isinstance(part, Grid):
                lines += ["\t".join(row) for row in part.rows]
            else:
                lines.append(part.sign + part.text)
        return "\n".join(lines)

    @property
    def html(self) -> str:
        """Paragraphs and tables, for programs that set text."""
        return "".join(map(_part_html, self.parts))

    def mime_data(self) -> QMimeData:
        """Return both for the clipboard."""
        data = QMimeData()
        data.setText(self.text)
        data.setHtml(self.html)
        return data


def _part_html(part: Line | Grid) -> str:
    if isinstance(part, Line):
        return f"<p>{escape(part.sign + part.text).replace(chr(10), '<br>')}</p>"
    rows = []
    for number, row in enumerate(part.rows):
        tag = "th" if part.headed and number == 0 else "td"
        rows.append("".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row))
    return "<table border='1'>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def copied_selection(cursor: QTextCursor, *, numbered: bool) -> Copied:
    """Return what a cursor selects; a table row by row, however it is set on the page.

    ``numbered`` keeps the numbers of the sources where they stand.
    """
    table = cursor.currentTable()
    if cursor.hasComplexSelection() and table is not None:
        grid = _Cells(cursor.document(), table, numbered)
        return Copied((grid.grid(*_picked(cursor, table)),))
    return copied_span(cursor.document(), selected_span(cursor), numbered=numbered)


def selected_span(cursor: QTextCursor) -> DocumentSpan:
    """Return the positions a cursor selects: of cells across a table, up to their last end."""
    table = cursor.currentTable()
    if cursor.hasComplexSelection() and table is not None:
        rows, columns = _picked(cursor, table)
        first, last = table.cellAt(rows[0], columns[0]), table.cellAt(rows[-1], columns[-1])
        return DocumentSpan(first.firstPosition(), last.lastPosition())
    return DocumentSpan(cursor.selectionStart(), cursor.selectionEnd())


def _picked(cursor: QTextCursor, table: QTextTable) -> tuple[range, range]:
    """Return the rows and the columns that are selected across a table."""
    one, other = table.cellAt(cursor.anchor()), table.cellAt(cursor.position())
    rows = sorted((one.row(), other.row()))
    columns = sorted((one.column(), other.column()))
    return range(rows[0], rows[1] + 1), range(columns[0], columns[1] + 1)


def copied_span(document: QTextDocument, span: DocumentSpan, *, numbered: bool) -> Copied:
    """Return what stands between two positions of a document."""
    parts: list[Line | Grid] = []
    block = document.findBlock(span.start)
    several = document.findBlock(span.end) != block
    while block.isValid() and block.position() < span.end:
        table = QTextCursor(block).currentTable()
        if table is not None and not _in_one_cell(table, span):
            parts.append(_Cells(document, table, numbered).rows_in(span))
            block = document.findBlock(table.lastPosition() + 1)
            continue
        parts += _lines(document, block, span, numbered=numbered, several=several)
        block = block.next()
    return Copied(tuple(parts))


def _in_one_cell(table: QTextTable, span: DocumentSpan) -> bool:
    first, last = table.cellAt(span.start), table.cellAt(span.end)
    return first.isValid() and last.isValid() and first == last


def _lines(
    document: QTextDocument, block: QTextBlock, span: DocumentSpan, *, numbered: bool, several: bool
) -> list[Line | Grid]:
    text = _text(document, block, span, numbered=numbered).strip("\n")
    if not text.strip():
        return []
    if block.blockFormat().property(FACT_LINE):
        facts = text.split(FACT_SEPARATOR * 2)
        return [Grid(tuple(tuple(fact.split(FACT_SEPARATOR, 1)) for fact in facts))]
    whole = several and span.start <= block.position()
    return [Line(text, _sign(block) if whole else "")]


def _sign(block: QTextBlock) -> str:
    made = block.textList()
    if made is None:
        return ""
    number = made.itemText(block)
    sign = f"{number} " if number[:1].isdigit() else _BULLET
    return "　" * (made.format().indent() - 1) + sign


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """Yield the runs of text of one look in a block."""
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def is_source_number(fragment: QTextFragment) -> bool:
    """Tell whether a run is the number of a source, which leads to it."""
    return fragment.charFormat().anchorHref().startswith(SOURCE_PREFIX)


def _text(document: QTextDocument, block: QTextBlock, span: DocumentSpan, *, numbered: bool) -> str:
    """Return a block's text inside the span, without what only sets it on the page."""
    found = ""
    cursor = QTextCursor(document)
    for fragment in fragments(block):
        start = max(fragment.position(), span.start)
        end = min(fragment.position() + fragment.length(), span.end)
        if start < end and (numbered or not is_source_number(fragment)):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            found += cursor.selectedText()
    return found.replace("\u2028", "\n").replace("\u00a0", "").replace("\u2002", " ")


class _Cells:
    """Reads the cells of a table."""

    def __init__(self, document: QTextDocument, table: QTextTable, numbered: bool):
        self._document = document
        self._table = table
        self._numbered = numbered
        self._kind = table.format().property(TABLE_KIND)

    def rows_in(self, span: DocumentSpan) -> Grid:
        """Return the rows that the span touches, whole."""
        columns = range(self._table.columns())
        touched = [
            row
            for row in range(self._table.rows())
            if self._table.cellAt(row, 0).firstPosition() < span.end
            and self._table.cellAt(row, columns[-1]).lastPosition() >= span.start
        ]
        return self.grid(range(touched[0], touched[-1] + 1), columns)

    def grid(self, rows: range, columns: range) -> Grid:
        """Return some cells; labels that stand above their values go before them."""
        if self._kind == TableKind.COLUMNS:
            return Grid(tuple((self._cell(0, c), self._cell(1, c)) for c in columns))
        picked = tuple(tuple(self._cell(row, column) for column in columns) for row in rows)
        return Grid(picked, headed=self._kind == TableKind.LINED and rows[0] == 0)

    def _cell(self, row: int, column: int) -> str:
        cell = self._table.cellAt(row, column)
        span = DocumentSpan(cell.firstPosition(), cell.lastPosition())
        block = cell.firstCursorPosition().block()
        lines = []
        while block.isValid() and block.position() <= span.end:
            lines.append(_text(self._document, block, span, numbered=self._numbered))
            block = block.next()
        return "".join(lines).replace("\n", "").strip()
