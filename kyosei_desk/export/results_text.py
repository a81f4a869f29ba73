# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Search results as CSV, Markdown, and what the clipboard takes: plain text and HTML.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` (also full-width) for
a formula. In CSV and tab-separated text such a cell gets an apostrophe before it; the rest of
the text, and every other cell, stays as it is. HTML cells are marked as text instead.
"""

import csv
import io
import re
from html import escape

from kyosei_desk.export.results import COLUMNS, ResultRow, ResultTable

_FORMULA_SIGNS = tuple("=+-@＝＋－＠−")
# Signs that would turn plain words into emphasis, code, HTML, links or another table cell.
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|]")
_AS_TEXT = "mso-number-format:'\\@'"


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip().startswith(_FORMULA_SIGNS) else text


def write_csv(table: ResultTable) -> bytes:
    """Return CSV as Excel reads it by a double click: UTF-8 with its mark, CRLF."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in table.rows:
        writer.writerow((row.rank, *map(guarded, row.texts)))
    return stream.getvalue().encode("utf-8-sig")


def write_markdown(table: ResultTable) -> bytes:
    """Return a Markdown list of what was asked and a table of what was found, in UTF-8."""
    lines = ["# 検索の結果", ""]
    lines += [f"- {name}: {_markdown(value)}" for name, value in table.conditions]
    lines += ["", f"| {' | '.join(COLUMNS)} |", "|" + "---|" * len(COLUMNS)]
    lines += [
        f"| {' | '.join((str(row.rank), *map(_markdown, row.texts)))} |" for row in table.rows
    ]
    return ("\n".join(lines) + "\n").encode()


def write_tabs(table: ResultTable) -> str:
    """Return tab-separated lines, a heading first."""
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join((str(row.rank), *map(guarded, row.texts))) for row in table.rows]
    return "\r\n".join(lines) + "\r\n"


def write_html(table: ResultTable) -> str:
    """Return an HTML table, as word processors and spreadsheets paste it."""
    head = "".join(f"<th>{escape(name)}</th>" for name in COLUMNS)
    body = "".join(map(_html_row, table.rows))
    return (
        '<table border="1" style="border-collapse:collapse">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _html_row(row: ResultRow) -> str:
    cells = "".join(f'<td style="{_AS_TEXT}">{escape(text)}</td>' for text in row.texts)
    return f"<tr><td>{row.rank}</td>{cells}</tr>"


def _markdown(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", text)
