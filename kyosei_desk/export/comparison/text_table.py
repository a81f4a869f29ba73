# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A comparison as a table of plain text, for terminals: full-width signs take two columns.

Where the columns do not all fit beside each other, they stand in parts, one below the other.
"""

from collections.abc import Sequence
from itertools import zip_longest

from kyosei_desk.export.comparison.sheet import Sheet, SheetCell, SheetColumn, SheetRow
from kyosei_desk.export.comparison.widths import padded, text_width, wrapped

DEFAULT_WIDTH = 160
_LABEL_WIDTH = 22
_NARROWEST = 24
_WIDEST = 60
_GAP = " | "


def write_table(sheet: Sheet, width: int = DEFAULT_WIDTH) -> str:
    """Return the sheet as text in lines of at most ``width`` half-width columns.

    On a screen too narrow for one column beside the labels the lines are longer than that.
    """
    lines = [f"■ {sheet.title}", ""]
    for start, end in _parts(len(sheet.columns), width):
        lines += [*_part(sheet, start, end, width), ""]
    for name, found in sheet.findings:
        lines += _hanging(f"{name}: ", found, width)
    lines += [line for remark in sheet.remarks for line in _hanging("※ ", remark, width)]
    lines += ["", "出典"]
    for source in sheet.sources:
        lines += _hanging(f"[{source.number}] ", f"{source.design}: {source.line}", width)
        for name, place in source.places:
            lines += _hanging("    ・", f"{name} … {place}", width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _parts(count: int, width: int) -> list[tuple[int, int]]:
    """Return the columns of each part, as many as fit and as even as can be."""
    fitting = max(1, (width - _LABEL_WIDTH) // (_NARROWEST + len(_GAP)))
    parts = -(-count // fitting)
    size = -(-count // parts)
    return [(start, min(start + size, count)) for start in range(0, count, size)]


def _part(sheet: Sheet, start: int, end: int, width: int) -> list[str]:
    columns = sheet.columns[start:end]
    room = (width - _LABEL_WIDTH) // len(columns) - len(_GAP)
    widths = [_LABEL_WIDTH, *[min(max(room, _NARROWEST), _WIDEST)] * len(columns)]
    ruler = "-" * (sum(widths) + len(_GAP) * len(columns))
    lines = [*_laid([[""], *map(_heading, columns)], widths), ruler.replace("-", "=")]
    for group in sheet.groups:
        lines += [*wrapped(group.heading, len(ruler)), ruler]
        for row in group.rows:
            cells = [_cell(cell, with_state=sheet.with_states) for cell in row.cells[start:end]]
            lines += [*_laid([_label(row), *cells], widths), ruler]
    return lines


def _heading(column: SheetColumn) -> list[str]:
    return [column.title, *column.lines]


def _label(row: SheetRow) -> list[str]:
    plain = [f"（{row.plain}）"] if row.plain != row.label else []
    return [row.label, *plain]


def _cell(cell: SheetCell, *, with_state: bool) -> list[str]:
    state = [cell.state.label] if with_state or not cell.lines else []
    dot = "・" if with_state else ""
    lines = [f"{dot}{line.text}{f' [{line.source}]' if line.source else ''}" for line in cell.lines]
    return state + lines


def _laid(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> list[str]:
    """Return cells side by side, each wrapped to its width."""
    folded = [
        [part for line in cell for part in wrapped(line, width)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    return [
        _GAP.join(padded(part, width) for part, width in zip(parts, widths, strict=True))
        for parts in zip_longest(*folded, fillvalue="")
    ]


def _hanging(mark: str, text: str, width: int) -> list[str]:
    """Return a text behind a mark, its further lines indented to below its first letter."""
    indent = " " * text_width(mark)
    lines = wrapped(text, max(width - len(indent), _NARROWEST))
    return [mark + lines[0], *(indent + line for line in lines[1:])]
