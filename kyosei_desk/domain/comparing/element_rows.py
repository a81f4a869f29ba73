# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The rows of elements: what each design has of every sort, from near zones to wide ones."""

from collections.abc import Sequence

from kyosei_desk.domain.comparing.cells import Cell, CellElement, CellState, Row
from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.vocabulary import ElementType, Zone

Sort = tuple[ElementType, Zone]


def element_rows(designs: Sequence[ComparedDesign]) -> tuple[Row, ...]:
    """Return a row a type and zone, of those that a design has at least one element of."""
    sorted_out = [_by_sort(design) for design in designs]
    rows = []
    for kind in ElementType:
        for zone in Zone:
            found = [elements.get((kind, zone), []) for elements in sorted_out]
            if any(found):
                row = Row(
                    key=f"{kind.value}.{zone.value}",
                    label=zone.label,
                    plain=f"{zone.label}の「{kind.label}」",
                    group=kind.value,
                    group_label=kind.label,
                    cells=tuple(map(_cell, designs, found)),
                )
                rows.append(row)
    return tuple(rows)


def _by_sort(design: ComparedDesign) -> dict[Sort, list[Element]]:
    found: dict[Sort, list[Element]] = {}
    for element in design.design.elements:
        found.setdefault((element.type, element.zone), []).append(element)
    return found


def _cell(design: ComparedDesign, elements: list[Element]) -> Cell:
    if not elements:
        return Cell(design.id, CellState.NOT_STATED)
    return Cell(
        design_id=design.id,
        state=CellState.STATED,
        elements=tuple(map(CellElement, elements)),
        sources=design.cited((element.source, element.place) for element in elements),
    )
