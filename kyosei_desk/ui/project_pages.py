# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Lays the parts of a paper out on pages: no row is torn, no heading stands alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QPaintDevice, QTextCursor, QTextDocument

from kyosei_desk.export.project.report import Block
from kyosei_desk.ui.page_writing import PageWriter, Unit

_MOST_PASSES = 80  # each moves one row or heading to the next page


@dataclass(frozen=True)
class PageSetting:
    """The device, its letters, and the size of a page in its dots."""

    device: QPaintDevice
    font: QFont
    size: QSizeF


def laid_out(
    setting: PageSetting, blocks: Sequence[Block], head: tuple[str, Sequence[str]] | None = None
) -> QTextDocument:
    """Return the blocks on pages, below a title with its lines if there is one.

    Qt tears table rows at the end of a page. There the table is parted before that row, and
    everything laid out again.
    """
    breaks: frozenset[tuple[int, int]] = frozenset()
    for _ in range(_MOST_PASSES):
        document, units = _written(setting, blocks, head, breaks)
        torn = _first_torn(document, units, setting.size.height(), breaks)
        if torn is None:
            break
        # What came after was laid out below a longer page.
        breaks = frozenset(one for one in breaks if one < torn) | {torn}
    return document


def _written(
    setting: PageSetting,
    blocks: Sequence[Block],
    head: tuple[str, Sequence[str]] | None,
    breaks: frozenset[tuple[int, int]],
) -> tuple[QTextDocument, list[Unit]]:
    writer = PageWriter(setting.device, setting.font, setting.size, breaks)
    if head is not None:
        writer.write_title(*head)
    for number, block in enumerate(blocks):
        writer.write(number, block)
    writer.finish()
    return writer.document, writer.units


def _first_torn(
    document: QTextDocument,
    units: Sequence[Unit],
    height: float,
    breaks: frozenset[tuple[int, int]],
) -> tuple[int, int] | None:
    """Return what is to begin a page: what is torn, with all that must stay above it.

    What begins one already is taller than a page, or where a table was parted before.
    """
    spans = [_pages(document, unit, height) for unit in units]
    for number, (first, last) in enumerate(spans):
        if first != last:
            start = _glued_start(units, spans, number)
        elif number + 1 == len(spans):
            break
        elif spans[number + 1][0] == last or not (units[number].glued or _parted(units, number)):
            continue
        else:
            start = _glued_start(units, spans, number if units[number].glued else number + 1)
        if units[start].key not in breaks:
            return units[start].key
    return None


def _parted(units: Sequence[Unit], number: int) -> bool:
    """Tell whether a row and the next are of one table, which is to begin anew with its head."""
    one, other = units[number], units[number + 1]
    return one.in_table and other.in_table and one.key[0] == other.key[0]


def _glued_start(units: Sequence[Unit], spans: Sequence[tuple[int, int]], number: int) -> int:
    """Return the first of what must stay above a unit, on the page it begins on."""
    start, page = number, spans[number][0]
    while start and units[start - 1].glued and spans[start - 1][1] == page:
        start -= 1
    return start


def _pages(document: QTextDocument, unit: Unit, height: float) -> tuple[int, int]:
    """Return the pages a unit begins and ends on."""
    spans = [_span(document, position) for position in unit.positions]
    top, bottom = min(top for top, _ in spans), max(bottom for _, bottom in spans)
    bottom = max(bottom, _end_of_table(document, unit.positions[0]))
    return int((top + 1) // height), int((bottom - 1) // height)


def _end_of_table(document: QTextDocument, position: int) -> float:
    """Return where the table ends that a place is in the last row of; 0 for other places.

    Below its words there is room, and a line: where they do not fit, Qt leaves a page empty.
    """
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    table = cursor.currentTable()
    if table is None or table.cellAt(cursor).row() < table.rows() - 1:
        return 0.0
    return document.documentLayout().frameBoundingRect(table).bottom()


def _span(document: QTextDocument, position: int) -> tuple[float, float]:
    """Return where a block of text begins and ends.

    Its rectangle does not tell of lines that Qt has moved to the next page.
    """
    block = document.findBlock(position)
    rect, lines = document.documentLayout().blockBoundingRect(block), block.layout()
    if not lines.lineCount():
        return rect.top(), rect.bottom()
    first, last = lines.lineAt(0), lines.lineAt(lines.lineCount() - 1)
    return rect.top() + first.y(), max(rect.bottom(), rect.top() + last.y() + last.height())
