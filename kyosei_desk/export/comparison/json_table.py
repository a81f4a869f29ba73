# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A comparison as JSON: a stable shape for other programs, every element with its source."""

import json

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.figures import Ratio, element_ratios
from kyosei_desk.domain.comparing.matrix import Cell, CellElement, Matrix, Row
from kyosei_desk.domain.sources import citation_line


def comparison_json(matrix: Matrix, *, era_first: bool = False) -> dict[str, object]:
    """Return a matrix in the shape the command line promises.

    ``elements`` hold ``coverage`` ``full`` or ``partial``, None on rows that are no provision;
    ratios are rounded to six places, their formula beside them.
    """
    return {
        "rows_are": matrix.kind.value,
        "columns": [_column(design, era_first=era_first) for design in matrix.designs],
        "dates_mixed": matrix.dates_mixed,
        "rows": [_row(matrix, row, era_first=era_first) for row in matrix.rows],
        "common": [row.key for row in matrix.rows if row.is_common],
        "stated_nowhere": [row.key for row in matrix.stated_nowhere],
    }


def write_json(matrix: Matrix, *, era_first: bool = False) -> str:
    """Return a matrix as one JSON document, Japanese kept readable."""
    value = comparison_json(matrix, era_first=era_first)
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _column(design: ComparedDesign, *, era_first: bool) -> dict[str, object]:
    town, profile = design.municipality, design.profile
    figures = None
    if profile is not None:
        figures = profile.model_dump(mode="json", exclude={"source"})
    return {
        "id": design.id,
        "title": design.title,
        "municipality": town.code if town else None,
        "prefecture": town.prefecture if town else None,
        "profile": figures,
        "sources": [citation_line(source, era_first=era_first) for source in design.sources],
    }


def _row(matrix: Matrix, row: Row, *, era_first: bool) -> dict[str, object]:
    return {
        "id": row.key,
        "label": row.label,
        "plain": row.plain,
        "function": row.group,
        "function_label": row.group_label,
        "function_number": row.number,
        "differs": row.differs,
        "only_here": row.only_here,
        "cells": [
            _cell(design, cell, era_first=era_first)
            for design, cell in zip(matrix.designs, row.cells, strict=True)
        ],
    }


def _cell(design: ComparedDesign, cell: Cell, *, era_first: bool) -> dict[str, object]:
    return {
        "id": cell.design_id,
        "state": cell.state.value,
        "state_label": cell.state.label,
        "text": cell.text,
        "note": cell.note,
        "as_of": str(cell.as_of) if cell.as_of else None,
        "reason": cell.reason,
        "elements": [_element(design, one, era_first=era_first) for one in cell.elements],
        "sources": [source.line(era_first=era_first) for source in cell.sources],
    }


def _element(design: ComparedDesign, answer: CellElement, *, era_first: bool) -> dict[str, object]:
    element = answer.element
    cited = design.cited([(element.source, element.place)])
    return {
        "id": element.id,
        "address": design.address(element),
        "name": element.name,
        "type": element.type.value,
        "coverage": answer.coverage.value if answer.coverage else None,
        "count": element.count,
        "unit": element.unit,
        "count_as_of": str(element.count_as_of) if element.count_as_of else None,
        "zone": element.zone.value,
        "operators": [operator.value for operator in element.operators],
        "text": element.text,
        "source": cited[0].line(era_first=era_first) if cited else None,
        "ratios": {r.basis.value: _ratio(r) for r in element_ratios(design, element)},
    }


def _ratio(ratio: Ratio) -> dict[str, object]:
    return {
        "value": round(float(ratio.value), 6),
        "unit": ratio.numerator.unit,
        "formula": ratio.formula,
        "dates_mixed": ratio.dates_mixed,
    }
