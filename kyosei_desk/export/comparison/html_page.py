# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A comparison as a page of HTML that needs nothing else: for reading, and for A4 on its side."""

from html import escape

from kyosei_desk.export.comparison.html_style import STYLE
from kyosei_desk.export.comparison.sheet import (
    Sheet,
    SheetCell,
    SheetColumn,
    SheetGroup,
    SheetLine,
    SheetRow,
    SheetSource,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_FEW, _SOME = 3, 5  # columns up to which letters stay large


def write_html(sheet: Sheet) -> str:
    """Return the sheet as a page."""
    title = escape(sheet.title)
    parts = [
        "<!DOCTYPE html>",
        '<html lang="ja">',
        f'<head><meta charset="utf-8"><title>{title}</title>',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width">',
        f"<style>{STYLE}</style></head>",
        f"<body><h1>{title}</h1>",
        *_table(sheet),
        *_findings(sheet),
        "<h2>読み方</h2><ul>",
        *(f"<li>{escape(remark)}</li>" for remark in sheet.remarks),
        '</ul><h2>出典</h2><ul class="sources">',
        *map(_source, sheet.sources),
        "</ul></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _table(sheet: Sheet) -> list[str]:
    count = len(sheet.columns)
    size = "few" if count <= _FEW else "some" if count <= _SOME else "many"
    lines = [f'<table class="{size}"><colgroup><col class="label">{"<col>" * count}</colgroup>']
    headings = "".join(map(_heading, sheet.columns))
    lines.append(f'<thead><tr><th scope="col">項目</th>{headings}</tr></thead><tbody>')
    for group in sheet.groups:
        lines.append(_group(group, count + 1))
        lines += [_row(row, with_states=sheet.with_states) for row in group.rows]
    return [*lines, "</tbody></table>"]


def _heading(column: SheetColumn) -> str:
    lines = "".join(f"<small>{escape(line)}</small>" for line in column.lines)
    return f'<th scope="col">{escape(column.title)}{lines}</th>'


def _group(group: SheetGroup, span: int) -> str:
    number = f"<b>{group.number}</b>" if group.number is not None else ""
    article = f"<small>{escape(group.article)}</small>" if group.article else ""
    kind = f"group f{group.number}" if group.number is not None else "group"
    return (
        f'<tr class="{kind}"><th colspan="{span}" scope="colgroup">'
        f"{number}{escape(group.label)}{article}</th></tr>"
    )


def _row(row: SheetRow, *, with_states: bool) -> str:
    plain = f"<small>{escape(row.plain)}</small>" if row.plain != row.label else ""
    cells = "".join(_cell(cell, with_state=with_states) for cell in row.cells)
    return f'<tr><th scope="row">{escape(row.label)}{plain}</th>{cells}</tr>'


def _cell(cell: SheetCell, *, with_state: bool) -> str:
    words = f'<span class="state">{escape(cell.state.label)}</span>'
    state = words if with_state or not cell.lines else ""
    if with_state and cell.lines:
        said = f"<ul>{''.join(f'<li>{_line(line)}</li>' for line in cell.lines)}</ul>"
    else:
        said = "".join(f"<p>{_line(line)}</p>" for line in cell.lines)
    return f'<td class="{cell.state.value}">{state}{said}</td>'


def _line(line: SheetLine) -> str:
    if line.source is None:
        return escape(line.text)
    return f'{escape(line.text)} <a href="#s{line.source}">[{line.source}]</a>'


def _findings(sheet: Sheet) -> list[str]:
    if not sheet.findings:
        return []
    pairs = [f"<dt>{escape(name)}</dt><dd>{escape(found)}</dd>" for name, found in sheet.findings]
    return ["<h2>くらべて見えること</h2><dl>", *pairs, "</dl>"]


def _source(source: SheetSource) -> str:
    head = escape(f"[{source.number}] {source.design}: {source.line}")
    places = "".join(f"<li>{escape(name)} … {escape(place)}</li>" for name, place in source.places)
    return f'<li id="s{source.number}">{head}{f"<ul>{places}</ul>" if places else ""}</li>'
