# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A comparison as CSV: a row a row, and beside every design's column one for its sources.

What stands around the table in other formats is rows of the same width here: the figures of
the columns with their day above, findings and remarks below.
"""

import csv
import io

from kyosei_desk.export.comparison.sheet import Sheet, SheetCell
from kyosei_desk.export.results_text import guarded

_FIXED = ("まとまり", "項目のID", "項目", "わかりやすく言うと")
_ABOVE, _FOUND, _REMARKS = "列のまち", "くらべて見えること", "読み方"
_BETWEEN = " ／ "


def write_csv(sheet: Sheet) -> bytes:
    """Return CSV as Excel reads it by a double click: UTF-8 with its mark, CRLF.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    titles = [name for column in sheet.columns for name in (column.title, f"{column.title}の出典")]
    writer.writerow(map(guarded, (*_FIXED, *titles)))
    lines = max((len(column.lines) for column in sheet.columns), default=0)
    for number in range(lines):
        told = [column.lines[number : number + 1] for column in sheet.columns]
        cells = [text for one in told for text in (*(one or ("",)), "")]
        writer.writerow(map(guarded, (_ABOVE, "", f"{_ABOVE}{number + 1}", "", *cells)))
    for group in sheet.groups:
        for row in group.rows:
            said = [
                text
                for cell in row.cells
                for text in (_said(cell, with_state=sheet.with_states), _cited(cell))
            ]
            fixed = (group.heading, row.key, row.label, row.plain)
            writer.writerow(map(guarded, (*fixed, *said)))
    empty = [""] * (2 * len(sheet.columns))
    below = [(_FOUND, name, text) for name, text in sheet.findings]
    below += [(_REMARKS, f"注{n}", text) for n, text in enumerate(sheet.remarks, start=1)]
    for heading, name, text in below:
        writer.writerow(map(guarded, (heading, "", name, text, *empty)))
    return stream.getvalue().encode("utf-8-sig")


def _said(cell: SheetCell, *, with_state: bool) -> str:
    lines = _BETWEEN.join(line.text for line in cell.lines)
    if not with_state and lines:
        return lines
    said = lines or cell.reason
    return f"{cell.state.label}：{said}" if said else cell.state.label


def _cited(cell: SheetCell) -> str:
    return _BETWEEN.join(cell.citations)
