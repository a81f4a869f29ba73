# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A cell as it is copied into a paper: what it says, with every source behind it."""

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.matrix import CellState
from kyosei_desk.domain.vocabulary import Coverage
from kyosei_desk.ui.compare.cell_texts import CellText, ColumnText, RowText
from kyosei_desk.ui.reader.copied import Copied, Line

_NOT_STATED = "出典に書かれていないという意味です。していない、ではありません。"
_DOT = "・"


def quoted_cell(
    design: ComparedDesign, column: ColumnText, row: RowText, text: CellText, *, era_first: bool
) -> Copied:
    """Return a cell as a quotation: whose, on what, what it says, and its sources."""
    place = f"{column.title}（{column.place}）" if column.place else column.title
    state = f": {text.state}" if text.state else ""
    lines = [Line(f"{place}「{row.name}」{state}")]
    if text.figure:
        beside = f"（{text.beside}）" if text.beside else ""
        lines.append(Line(f"{text.figure}{beside}", _DOT))
    if text.reason:
        lines.append(Line(text.reason, _DOT))
    elif text.kind is CellState.NOT_STATED:
        lines.append(Line(_NOT_STATED, _DOT))
    for entry in text.entries:
        part = f"（{Coverage.PARTIAL.label}）" if entry.in_part else ""
        people = f"{entry.people} = {entry.formula}" if entry.formula else entry.people
        about = "。".join(filter(None, (entry.where, people, entry.side_by_side)))
        lines.append(Line(f"{entry.name}{part}（{about}） {entry.text}", _DOT))
    lines.append(Line(f"（きょうせいデスク「くらべる」{_town_day(column)}）"))
    lines.append(Line("出典:"))
    found = enumerate(_sources(design, text, era_first), start=1)
    lines += [Line(line, f"[{number}] ") for number, line in found]
    return Copied(tuple(lines))


def _town_day(column: ColumnText) -> str:
    return f"、人口などは{column.day}" if column.day else ""


def _sources(design: ComparedDesign, text: CellText, era_first: bool) -> list[str]:
    """Return the cell's sources; where it states nothing, all that were looked through."""
    if text.sources:
        return [line for _, line in text.sources]
    every = design.cited((source.id, None) for source in design.sources)
    return [source.line(era_first=era_first) for source in every]
