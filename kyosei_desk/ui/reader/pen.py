# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Sets characters at the end of a ``QTextDocument`` and notes where each of them went."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableCell,
)

from kyosei_desk.ui.reader.style import ReaderStyle, TableKind
from kyosei_desk.ui.reader.text_map import Run, make_run


class Pen:
    """Goes forward only, so that no position noted moves again.

    ``offset`` counts the characters of the passage being set, ``runs`` where they went.
    """

    def __init__(self, document: QTextDocument, style: ReaderStyle):
        """Write at the end of ``document``."""
        self._style = style
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
        """The position of the last character of a passage's text, gaps left aside."""
        return self._text_end

    def start(self) -> None:
        """Begin a new passage."""
        self.offset = 0
        self.runs = []

    def begin(self, look: QTextBlockFormat) -> None:
        """Start a paragraph."""
        if self._fresh:
            self._cursor.setBlockFormat(look)
        else:
            self._cursor.insertBlock(look)
        self._fresh = False

    def begin_item(
        self, look: QTextBlockFormat, chars: QTextCharFormat, into: QTextList | QTextListFormat
    ) -> QTextList:
        """Start an item of a list, the first one in the look of a new list; return the list."""
        self.begin(look)
        self._cursor.setBlockCharFormat(chars)
        if isinstance(into, QTextListFormat):
            return self._cursor.createList(into)
        into.add(self._cursor.block())
        return into

    def put(self, text: str, chars: QTextCharFormat) -> None:
        """Set text of the passage."""
        self.runs.append(make_run(self.offset, text, self._cursor.position()))
        self._cursor.insertText(text, chars)
        self._text_end = self._cursor.position()
        self.offset += len(text)

    def add(self, text: str, chars: QTextCharFormat) -> None:
        """Set text that is not the passage's own: headings, numbers of sources, signs."""
        self._cursor.insertText(text, chars)

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

    @contextmanager
    def table(
        self, rows: int, columns: int, kind: TableKind, widths: list[QTextLength] | None = None
    ) -> Iterator[QTextTable]:
        """Set a table, whose cells are filled in reading order with :meth:`inside`."""
        if self._fresh:
            self.gap(1)
        look = self._style.table(kind)
        if widths is not None:
            look.setColumnWidthConstraints(widths)
        made = self._cursor.insertTable(rows, columns, look)
        yield made
        self._leave(made.lastPosition())

    @contextmanager
    def inside(self, cell: QTextTableCell) -> Iterator[None]:
        """Set what follows in a cell."""
        outer, self._cursor, self._fresh = self._cursor, cell.firstCursorPosition(), True
        yield
        self._cursor = outer

    def _leave(self, last: int) -> None:
        self._cursor.setPosition(last + 1)
        self._fresh = True
