# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The rows of the place: where it is, its figures, and what they come to when divided."""

from collections.abc import Callable, Sequence

from kyosei_desk.domain.comparing.cells import Cell, CellState, Row
from kyosei_desk.domain.comparing.designs import CitedSource, ComparedDesign
from kyosei_desk.domain.comparing.figures import (
    Figure,
    FigureRow,
    Missing,
    ProfileQuantities,
    Quantity,
    profile_figures,
    profile_quantities,
)
from kyosei_desk.domain.comparing.quantities import Basis
from kyosei_desk.domain.municipalities import Municipality

_PLACE = ("place", "どこのまちか")
_FIGURES = ("figures", "まちの数字")
_RATIOS = ("ratios", "割って出した数字")
_PLAIN = {
    "density": "1km²にくらす人の数",
    "people_per_elementary": "小学校1校の区域にくらす人の数の目安",
    "people_per_junior_high": "中学校1校の区域にくらす人の数の目安",
    "area_per_elementary": "小学校1校の区域の広さの目安",
    "elementary_per_10000": "人口にくらべた小学校の多さ",
}


def profile_rows(designs: Sequence[ComparedDesign]) -> tuple[Row, ...]:
    """Return the rows: the place, its figures with day and source, and the ratios of these."""
    towns = [profile_quantities(design) for design in designs]
    cited = [_source(design) for design in designs]
    rows = [
        _place_row("prefecture", "都道府県", lambda town: town.prefecture, designs),
        _place_row("kind", "市区町村の種類", lambda town: town.kind, designs),
    ]
    rows += [
        _figure_row(key, label, plain, [pick(town) for town in towns], designs, cited)
        for key, label, plain, pick in _QUANTITIES
    ]
    rows += [_ratio_row(row, designs, cited) for row in profile_figures(designs)]
    return tuple(rows)


_Pick = Callable[[ProfileQuantities], Quantity | None]
_QUANTITIES: tuple[tuple[str, str, str, _Pick], ...] = (
    ("population", "人口", "くらす人の数", lambda town: town.population),
    ("area", "面積", "広さ", lambda town: town.area),
    ("elementary_schools", "小学校数", "小学校の数", lambda town: town.elementary_schools),
    ("junior_high_schools", "中学校数", "中学校の数", lambda town: town.junior_high_schools),
)


def _source(design: ComparedDesign) -> tuple[CitedSource, ...]:
    return design.cited([(design.profile.source, None)]) if design.profile else ()


def _row(key: str, label: str, plain: str, group: tuple[str, str], cells: tuple[Cell, ...]) -> Row:
    return Row(key, label, plain, group[0], group[1], cells)


def _place_row(
    key: str,
    label: str,
    pick: Callable[[Municipality], str],
    designs: Sequence[ComparedDesign],
) -> Row:
    cells = tuple(
        Cell(design.id, CellState.STATED, text=pick(design.municipality))
        if design.municipality
        else Cell(design.id, CellState.NOT_STATED)
        for design in designs
    )
    return _row(key, label, label, _PLACE, cells)


def _figure_row(
    key: str,
    label: str,
    plain: str,
    quantities: Sequence[Quantity | None],
    designs: Sequence[ComparedDesign],
    cited: Sequence[tuple[CitedSource, ...]],
) -> Row:
    cells = tuple(
        Cell(design.id, CellState.NOT_STATED, reason=_reason(design))
        if quantity is None
        else Cell(
            design.id,
            CellState.STATED,
            text=quantity.text,
            sources=sources,
            as_of=quantity.as_of,
            note=quantity.note,
        )
        for design, quantity, sources in zip(designs, quantities, cited, strict=True)
    )
    return _row(key, label, plain, _FIGURES, cells)


def _reason(design: ComparedDesign) -> str:
    """Return why a figure is missing: a place that has some has not entered this one."""
    return Missing.NOT_ENTERED.label if design.profile is not None else ""


def _ratio_row(
    row: FigureRow,
    designs: Sequence[ComparedDesign],
    cited: Sequence[tuple[CitedSource, ...]],
) -> Row:
    cells = tuple(
        _ratio_cell(design, figure, sources)
        for design, figure, sources in zip(designs, row.figures, cited, strict=True)
    )
    behind = "" if row.key == "density" else f"（{row.basis.label}）"
    return _row(row.key, f"{row.label}{behind}", _PLAIN[row.key], _RATIOS, cells)


def _ratio_cell(design: ComparedDesign, figure: Figure, sources: tuple[CitedSource, ...]) -> Cell:
    ratio = figure.ratio
    if ratio is None:
        reason = figure.missing.label if figure.missing else ""
        return Cell(design.id, CellState.NOT_STATED, reason=reason)
    per = "／km²" if ratio.basis is Basis.PER_KM2 else ""
    return Cell(
        design.id,
        CellState.STATED,
        text=f"{ratio.text}{per}",
        sources=sources,
        as_of=ratio.numerator.as_of,
        note=ratio.formula,
    )
