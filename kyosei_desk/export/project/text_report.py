# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A paper as plain text, for terminals: every row of a table in lines of its own."""

from collections.abc import Sequence

from kyosei_desk.export.comparison.widths import padded, text_width
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

_HEADINGS = ("■", "◆", "◇")
_GAP = "  "
_WIDEST = 100  # half-width columns; wider tables stand row below row


def write_report_text(report: Report) -> str:
    """Return the paper as text."""
    lines = [f"■ {report.title}", *report.lines]
    for block in report.blocks:
        lines += ["", *_block(block)] if isinstance(block, Heading) else _block(block)
    lines += ["", report.foot] if report.foot else []
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block(block: Block) -> list[str]:
    match block:
        case Heading():
            return [f"{_HEADINGS[block.level]} {block.text}"]
        case Paragraph():
            return [f"※ {block.text}" if block.quiet else block.text]
        case Bullets():
            return [f"・{_indented(item)}" for item in block.items]
        case Table():
            return _table(block)
        case Plan():
            return [f"・{bar.name}（{bar.when}）{bar.beside}" for bar in block.bars]
        case Picture():
            return []


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")


def _table(table: Table) -> list[str]:
    titles = Row(tuple(column.title for column in table.columns))
    whole = [titles, *(row for row in table.rows if row.kind is not RowKind.GROUP)]
    widths = [
        max(text_width(row.cells[number].replace("\n", "、")) for row in whole)
        for number in range(len(table.columns))
    ]
    if sum(widths) + len(_GAP) * len(widths) > _WIDEST:
        return [line for row in table.rows for line in _standing(table, row)]
    return [_lying(table, row, widths) for row in [titles, *table.rows]]


def _lying(table: Table, row: Row, widths: Sequence[int]) -> str:
    if row.kind is RowKind.GROUP:
        return _group(row)
    cells = (cell.replace("\n", "、") for cell in row.cells)
    return _GAP.join(
        " " * (width - text_width(cell)) + cell if column.is_number else padded(cell, width)
        for column, cell, width in zip(table.columns, cells, widths, strict=True)
    )


def _standing(table: Table, row: Row) -> list[str]:
    if row.kind is RowKind.GROUP:
        return [_group(row)]
    head, *rest = row.cells
    if len(rest) == 1:
        return [f"・{_beside(head)}: {_beside(rest[0])}"]
    named = zip(table.columns[1:], rest, strict=True)
    below = [f"    {column.title}: {_beside(cell)}" for column, cell in named if cell]
    return [f"・{_beside(head)}", *below]


def _beside(cell: str) -> str:
    return cell.replace("\n", " ／ ")


def _group(row: Row) -> str:
    number = f"【{row.number}】" if row.number is not None else ""
    return f"― {number}{row.cells[0]}"
