# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A paper as Markdown; the diagram is a picture and stays out, its elements stand in a table."""

from kyosei_desk.export.markdown_text import escaped, heading
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

_BREAK = "<br>"  # the one way to a new line inside a table's cell


def write_report_markdown(report: Report) -> str:
    """Return the paper as Markdown."""
    lines = [f"# {heading(report.title)}", ""]
    lines += [f"- {escaped(line)}" for line in report.lines]
    for block in report.blocks:
        written = _block(block)
        lines += ["", *written] if written else []
    lines += ["", "---", "", escaped(report.foot)]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{'#' * (block.level + 1)} {heading(block.text)}"]
        case Paragraph():
            return [_paragraph(block.text)]
        case Bullets():
            return [f"- {_paragraph(item)}" for item in block.items]
        case Table():
            return _table(block)
        case Plan():
            return _plan(block)
        case Picture():
            return []


def _paragraph(text: str) -> str:
    """Return a text; its lines stay lines."""
    return "  \n".join(map(escaped, text.split("\n")))


def _table(table: Table) -> list[str]:
    titles = [escaped(column.title) for column in table.columns]
    marks = ["---:" if column.is_number else "---" for column in table.columns]
    return [_line(titles), f"|{'|'.join(marks)}|", *(_row(row, len(titles)) for row in table.rows)]


def _row(row: Row, width: int) -> str:
    cells = [_BREAK.join(map(escaped, cell.split("\n"))) for cell in row.cells]
    if row.kind is not RowKind.PLAIN:
        number = f"【{row.number}】" if row.number is not None else ""
        cells = [f"**{number}{cells[0]}**" if cells[0] else "", *cells[1:]]
    return _line([*cells, *[""] * (width - len(cells))])


def _plan(plan: Plan) -> list[str]:
    lines = [_line(["すること", "いつ", "かかわる要素・メモ"]), "|---|---|---|"]
    return lines + [_line([escaped(b.name), escaped(b.when), escaped(b.beside)]) for b in plan.bars]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
