# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Which passages stand behind a cell, and where else to look when there are none."""

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.matrix import CellState, Row, RowKind
from kyosei_desk.domain.passages import PROFILE_ID, SUMMARY_ID
from kyosei_desk.ui.compare.cell_texts import row_name
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.passage_panel import CellPassages

_NOTHING = "出典には、この項目についての記載がありません。していない、という意味ではありません。"
_FIGURES = "まちの数字"
_SUMMARY = "事例の要約"
_GUIDELINE = "指針の項目"
_NO_ELEMENT = "この案には、この項目に答える要素が、まだありません。"
_LEFT_OUT = "しないと決めた"


def cell_passages(controller: ComparisonController, row: Row, column: int) -> CellPassages:
    """Return what is behind a cell of the matrix of now."""
    design = controller.columns[column]
    cell = row.cells[column]
    if design.is_own:
        return _own_passages(controller, row, column)
    found = [(design.address(one.element), one.element.name) for one in cell.elements]
    note = ""
    if cell.state is CellState.NOT_APPLICABLE:
        note = f"{cell.state.label}: {cell.reason}"
    elif cell.state is CellState.NOT_STATED:
        note = cell.reason or _NOTHING
    if controller.arrangement.rows is RowKind.PROFILE:
        found.append((f"{design.document_id}#{PROFILE_ID}", _FIGURES))
    elif not found:
        found.append((f"{design.document_id}#{SUMMARY_ID}", _SUMMARY))
    if provision := controller.provision_address(row.key):
        found.append((provision, _GUIDELINE))
    others = _others(controller, row) if note and cell.state is CellState.NOT_STATED else ()
    matrix = controller.matrix
    name = row_name(matrix, row) if matrix is not None else row.label
    title = f"{design.title}　{name}　{cell.state.label}"
    return CellPassages(title, tuple(found), note, others)


def passage_address(design: ComparedDesign, address: str) -> str:
    """Return where to read on an element: one's own is read where it was taken from."""
    element_id = address.partition("#")[2]
    return dict(design.origins).get(element_id, address) if design.is_own else address


def _own_passages(controller: ComparisonController, row: Row, column: int) -> CellPassages:
    """Return what one's own design says in a cell, and what it was taken from."""
    design, cell = controller.columns[column], row.cells[column]
    origins = dict(design.origins)
    taken = [one.element for one in cell.elements if one.element.id in origins]
    found = {origins[element.id]: f"{element.name}のもと" for element in taken}
    if provision := controller.provision_address(row.key):
        found[provision] = _GUIDELINE
    lines = [f"{one.element.name}: {one.element.text}" for one in cell.elements]
    if cell.state is CellState.NOT_APPLICABLE:
        lines = [f"{_LEFT_OUT}: {cell.reason}"]
    elif cell.state is CellState.NOT_STATED:
        lines = [cell.reason or _NO_ELEMENT]
    others = _others(controller, row) if cell.state is CellState.NOT_STATED else ()
    matrix = controller.matrix
    name = row_name(matrix, row) if matrix is not None else row.label
    title = f"{design.title}　{name}　{cell.text or cell.state.label}"
    return CellPassages(title, tuple(found.items()), "\n".join(lines), others)


def _others(controller: ComparisonController, row: Row) -> tuple[tuple[str, str], ...]:
    """Return the columns that say something on a row, as (design id, title)."""
    pairs = zip(controller.columns, row.cells, strict=True)
    return tuple((one.id, one.title) for one, cell in pairs if cell.state.is_spoken_of)
