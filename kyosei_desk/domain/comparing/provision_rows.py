# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The rows of the guideline: which elements of each design answer each provision."""

from collections.abc import Mapping, Sequence

from kyosei_desk.domain.comparing.cells import Cell, CellElement, CellState, Row
from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.provisions import Provision, SupportFunction
from kyosei_desk.domain.vocabulary import Coverage

Answers = Mapping[str, list[CellElement]]


def provision_rows(
    designs: Sequence[ComparedDesign],
    provisions: Mapping[str, Provision],
    functions: Mapping[str, SupportFunction],
) -> tuple[Row, ...]:
    """Return a row a provision, in their order."""
    answers = [_answers(design) for design in designs]
    reasons = [{no.id: no.reason for no in design.design.not_applicable} for design in designs]
    rows = []
    for provision in provisions.values():
        function = functions[provision.function]
        cells = tuple(
            _cell(design, answered.get(provision.id, []), unfit.get(provision.id))
            for design, answered, unfit in zip(designs, answers, reasons, strict=True)
        )
        row = Row(
            key=provision.id,
            label=provision.label,
            plain=provision.plain,
            group=function.id,
            group_label=function.plain,
            cells=cells,
            number=function.number,
            article=function.article,
        )
        rows.append(row)
    return tuple(rows)


def _answers(design: ComparedDesign) -> Answers:
    """Return the elements that answer each provision: those in full first."""
    found: dict[str, list[CellElement]] = {}
    for wanted in Coverage:
        for element in design.design.elements:
            for answer in element.provisions:
                if answer.coverage is wanted:
                    found.setdefault(answer.id, []).append(CellElement(element, wanted))
    return found


def _cell(design: ComparedDesign, answers: list[CellElement], reason: str | None) -> Cell:
    """Return a cell; what the elements say counts before what was called not applicable."""
    if not answers:
        if reason is None:
            return Cell(design.id, CellState.NOT_STATED)
        return Cell(design.id, CellState.NOT_APPLICABLE, reason=reason)
    full = any(answer.coverage is Coverage.FULL for answer in answers)
    return Cell(
        design_id=design.id,
        state=CellState.STATED if full else CellState.PARTIAL,
        elements=tuple(answers),
        sources=design.cited((a.element.source, a.element.place) for a in answers),
    )
