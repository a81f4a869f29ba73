# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A paper as a page of HTML that needs nothing else: for reading, and for A4 upright."""

from html import escape

from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.svg import diagram_svg
from kyosei_desk.export.project.plan_svg import plan_svg
from kyosei_desk.export.project.report import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Plan,
    Report,
    Row,
    RowKind,
    Table,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { --text: #1a1a1a; --subtle: #4d4d4d; --line: #8a8a8a; --soft: #f1f1f4; }
* { box-sizing: border-box; }
body { margin: 24px auto; padding: 0 16px; max-width: 1080px; color: var(--text);
  background: #ffffff; line-height: 1.6;
  font-family: "BIZ UDPGothic", "Yu Gothic UI", Meiryo, "Hiragino Sans", "Noto Sans CJK JP",
    sans-serif; }
h1 { font-size: 1.5em; margin: 0 0 8px; }
h2 { font-size: 1.2em; margin: 32px 0 8px; border-bottom: 2px solid var(--text); }
h3 { font-size: 1em; margin: 16px 0 4px; }
p { margin: 4px 0; } .quiet { color: var(--subtle); font-size: .9em; }
ul { margin: 4px 0; padding-left: 1.3em; } ul.head { list-style: none; padding: 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 8px 0; }
th, td { border: 1px solid var(--line); padding: 4px 8px; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
thead th { background: #e6f0fa; border-bottom: 2px solid var(--text); }
.number { text-align: right; }
tr.group th { background: var(--soft); border-top: 2px solid var(--text); }
tr.group b { display: inline-block; min-width: 1.6em; margin-right: 4px; text-align: center;
  color: #ffffff; background: #4d4d4d; border-radius: 3px; }
tr.f1 b { background: #197a4b; } tr.f2 b { background: #ac3e00; }
tr.f3 b { background: #0031d8; } tr.f4 b { background: #6f23d0; }
tr.total td { font-weight: bold; border-top: 2px solid var(--text); }
svg { max-width: 100%; height: auto; }
footer { margin-top: 32px; color: var(--subtle); font-size: .9em; }
@page { size: A4; margin: 12mm; }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 9pt; line-height: 1.45; }
  thead { display: table-header-group; }
  tr, li, figure, svg { break-inside: avoid; }
  h2, h3, tr.group { break-after: avoid; } tr.total { break-before: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""


def write_report_html(report: Report, colors: DiagramColors) -> str:
    """Return the paper as a page; ``colors`` are the diagram's."""
    title = escape(report.title)
    parts = [
        "<!DOCTYPE html>",
        '<html lang="ja">',
        f'<head><meta charset="utf-8"><title>{title}</title>',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width">',
        f"<style>{_STYLE}</style></head>",
        f'<body><h1>{title}</h1><ul class="head">',
        *(f"<li>{escape(line)}</li>" for line in report.lines),
        "</ul>",
        *(_block(block, colors) for block in report.blocks),
        f"<footer>{escape(report.foot)}</footer></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _block(block: Block, colors: DiagramColors) -> str:
    match block:
        case Heading():
            return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
        case Paragraph():
            quiet = ' class="quiet"' if block.quiet else ""
            return f"<p{quiet}>{_lines(block.text)}</p>"
        case Bullets():
            return f"<ul>{''.join(f'<li>{_lines(item)}</li>' for item in block.items)}</ul>"
        case Table():
            return _table(block)
        case Plan():
            return f"<figure>{plan_svg(block)}</figure>{_plan_notes(block)}"
        case Picture():
            drawn = diagram_svg(block.diagram, colors).partition("?>")[2].strip()
            return f"<figure>{drawn}</figure>"


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.split("\n")))


def _table(table: Table) -> str:
    whole = sum(column.share for column in table.columns)
    shares = "".join(f'<col style="width:{column.share / whole:.1%}">' for column in table.columns)
    heads = "".join(
        f'<th scope="col"{_class(column.is_number)}>{escape(column.title)}</th>'
        for column in table.columns
    )
    rows = "\n".join(_row(table, row) for row in table.rows)
    return (
        f'<table aria-label="{escape(table.caption)}"><colgroup>{shares}</colgroup>'
        f"<thead><tr>{heads}</tr></thead><tbody>\n{rows}\n</tbody></table>"
    )


def _row(table: Table, row: Row) -> str:
    if row.kind is RowKind.GROUP:
        number = f"<b>{row.number}</b>" if row.number is not None else ""
        kind = f"group f{row.number}" if row.number is not None else "group"
        head = f'<th colspan="{len(table.columns)}" scope="colgroup">'
        return f'<tr class="{kind}">{head}{number}{_lines(row.cells[0])}</th></tr>'
    cells = "".join(
        f"<td{_class(column.is_number)}>{_lines(cell)}</td>"
        for column, cell in zip(table.columns, row.cells, strict=True)
    )
    total = ' class="total"' if row.kind is RowKind.TOTAL else ""
    return f"<tr{total}>{cells}</tr>"


def _class(is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _plan_notes(plan: Plan) -> str:
    lines = [f"{bar.name}（{bar.when}）{bar.beside}" for bar in plan.bars]
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
