# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A comparison as Markdown: a table a group of rows, the numbered sources below."""

from kyosei_desk.export.comparison.sheet import Sheet, SheetCell, SheetColumn, SheetRow
from kyosei_desk.export.markdown_text import escaped, heading

_BREAK = "<br>"  # the one way to a new line inside a table's cell


def write_markdown(sheet: Sheet) -> str:
    """Return the sheet as Markdown."""
    lines = [f"# {heading(sheet.title)}", "", *map(_column_line, sheet.columns)]
    titles = [escaped(column.title) for column in sheet.columns]
    for group in sheet.groups:
        lines += ["", f"## {heading(group.heading)}", ""]
        lines += [_table_row(["項目", *titles]), "|" + "---|" * (len(titles) + 1)]
        lines += [_row(row, with_states=sheet.with_states) for row in group.rows]
    if sheet.findings:
        lines += ["", "## くらべて見えること", ""]
        lines += [f"- {escaped(name)}: {escaped(found)}" for name, found in sheet.findings]
    lines += ["", "## 読み方", "", *(f"- {escaped(remark)}" for remark in sheet.remarks)]
    lines += ["", "## 出典", ""]
    for source in sheet.sources:
        # The number is the one in the cells: no numbered list.
        lines.append(f"- [{source.number}] {escaped(f'{source.design}: {source.line}')}")
        lines += [f"  - {escaped(f'{name} … {place}')}" for name, place in source.places]
    return "\n".join(lines) + "\n"


def _column_line(column: SheetColumn) -> str:
    return f"- {escaped('　'.join((column.title, *column.lines)))}"


def _row(row: SheetRow, *, with_states: bool) -> str:
    plain = f"{_BREAK}{escaped(row.plain)}" if row.plain != row.label else ""
    cells = [_cell(cell, with_state=with_states) for cell in row.cells]
    return _table_row([f"**{escaped(row.label)}**{plain}", *cells])


def _cell(cell: SheetCell, *, with_state: bool) -> str:
    state = [escaped(cell.state.label)] if with_state or not cell.lines else []
    lines = [
        escaped(line.text) + (f" [{line.source}]" if line.source else "") for line in cell.lines
    ]
    return _BREAK.join(state + lines)


def _table_row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
