# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Search results as an Excel workbook: a sheet of results, and a sheet of what was asked.

Every text is written as text, so that none becomes a formula, a number or a link.
"""

import datetime
import io
from math import ceil
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kyosei_desk.export.results import COLUMNS, ResultTable

_WIDTHS = (6, 28, 12, 22, 56, 15, 36, 18)  # in half-width characters, as COLUMNS
_LINE_POINTS, _HIGHEST = 18, 400  # Excel's rows are at most 409 points high
_LONGEST = 32_767  # what a cell of Excel can hold
_FONT = {"font_name": "Yu Gothic", "font_size": 11, "valign": "top"}
_HEADING = {**_FONT, "bold": True, "bg_color": "#E8EEF7", "border": 1, "border_color": "#8A8A8A"}
_LINE = {"border": 1, "border_color": "#CCCCCC"}


def write_workbook(table: ResultTable, created: datetime.datetime) -> bytes:
    """Return the workbook: heading frozen and repeated in print, text wrapped, A4 landscape."""
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": "検索の結果", "created": created})
        heading = book.add_format(_HEADING)
        text = book.add_format({**_FONT, **_LINE, "text_wrap": True})
        number = book.add_format({**_FONT, **_LINE, "align": "right"})
        _write_results(book.add_worksheet("結果"), table, heading, text, number)
        _write_conditions(book.add_worksheet("検索の条件"), table, heading, text)
    return stream.getvalue()


def _write_results(
    sheet: Worksheet, table: ResultTable, heading: Format, text: Format, number: Format
) -> None:
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, heading)
    for line, row in enumerate(table.rows, 1):
        sheet.set_row(line, _height(row.texts))
        sheet.write_number(line, 0, row.rank, number)
        for column, value in enumerate(row.texts, 1):
            sheet.write_string(line, column, value[:_LONGEST], text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(COLUMNS) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")


def _height(texts: tuple[str, ...]) -> float:
    """Return the height of a row in points; some programs find none by themselves."""
    lines = (
        ceil(
            sum(1 if east_asian_width(char) in ("H", "N", "Na") else 2 for char in text)
            / (width - 1)
        )
        for text, width in zip(texts, _WIDTHS[1:], strict=True)
    )
    return min(max(1, *lines) * _LINE_POINTS, _HIGHEST)


def _write_conditions(sheet: Worksheet, table: ResultTable, heading: Format, text: Format) -> None:
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 80)
    for line, (name, value) in enumerate(table.conditions):
        sheet.write_string(line, 0, name, heading)
        sheet.write_string(line, 1, value[:_LONGEST], text)
