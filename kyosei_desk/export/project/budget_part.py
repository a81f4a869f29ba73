# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The part of the paper on money: who pays how much each year, and what it rests on."""

from kyosei_desk.domain.comparing.quantities import exact, exact_text
from kyosei_desk.domain.projects.budgeting import (
    Assumption,
    AssumptionKind,
    BudgetSheet,
    CostedLine,
    Shares,
    YearSheet,
    budget_sheet,
)
from kyosei_desk.domain.projects.money import BudgetLine, SubsidyProgramme
from kyosei_desk.export.project.matter import Matter
from kyosei_desk.export.project.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Table,
)

NO_PROGRAMME = "補助なし（市区町村だけ）"
_SHARES = (
    Column("年度・補助の事業", 8),
    Column("事業費", 3, is_number=True),
    Column("国", 3, is_number=True),
    Column("都道府県", 3, is_number=True),
    Column("市区町村", 3, is_number=True),
)
_LINES = (
    Column("費目", 6),
    Column("要素", 4),
    Column("積算", 8),
    Column("金額（円）", 4, is_number=True),
    Column("補助の事業", 5),
)


def budget_blocks(matter: Matter) -> list[Block]:
    """Return the shares, the lines and the assumptions; nothing without a line."""
    sheet = budget_sheet(matter.project)
    if not sheet.years:
        return []
    rests_on = tuple(_assumption(matter, one) for one in sheet.assumptions)
    blocks: list[Block] = [
        Heading("予算"),
        Paragraph("単位は千円です。", quiet=True),
        Table("年度ごとの負担（千円）", _SHARES, tuple(_share_rows(matter, sheet))),
        Heading("積算", 2),
        Table("積算の内訳", _LINES, tuple(_line_rows(matter, sheet))),
    ]
    return [*blocks, Heading("前提", 2), Bullets(rests_on)] if rests_on else blocks


def _assumption(matter: Matter, assumption: Assumption) -> str:
    """Return what the budget rests on, with the number of the source of a rate."""
    words = matter.assumption_of(assumption)
    programme = assumption.programme
    if assumption.kind is not AssumptionKind.RATE or programme is None or not programme.address:
        return words
    return f"{words}{matter.citations.address_mark(programme.address)}"


def _share_rows(matter: Matter, sheet: BudgetSheet) -> list[Row]:
    rows: list[Row] = []
    for year in sheet.years:
        name = matter.fiscal_year(year.fiscal_year)
        rows.append(Row((name,), RowKind.GROUP))
        rows += [_shares(programme_name(one.programme), one.shares) for one in year.rows]
        if len(year.rows) > 1:
            rows.append(_shares(f"{name}の計", year.shares, RowKind.TOTAL))
    if len(sheet.years) > 1 or len(sheet.years[0].rows) == 1:
        rows.append(_shares("合計", sheet.shares, RowKind.TOTAL))
    return rows


def _shares(name: str, shares: Shares, kind: RowKind = RowKind.PLAIN) -> Row:
    numbers = (shares.total, shares.national, shares.prefectural, shares.own)
    return Row((name, *(f"{number:,}" for number in numbers)), kind)


def programme_name(programme: SubsidyProgramme | None) -> str:
    """Return what a programme is called, or that there is none."""
    return programme.name if programme is not None else NO_PROGRAMME


def _line_rows(matter: Matter, sheet: BudgetSheet) -> list[Row]:
    rows: list[Row] = []
    for year in sheet.years:
        rows.append(Row((matter.fiscal_year(year.fiscal_year),), RowKind.GROUP))
        rows += [_line(matter, one, programme) for programme, one in _lines_of(year)]
        rows.append(Row(("小計", "", "", f"{year.yen:,}", ""), RowKind.TOTAL))
    return rows


def _lines_of(year: YearSheet) -> list[tuple[SubsidyProgramme | None, CostedLine]]:
    return [(row.programme, line) for row in year.rows for line in row.lines]


def _line(matter: Matter, costed: CostedLine, programme: SubsidyProgramme | None) -> Row:
    line = costed.line
    element = matter.name_of(line.element) if line.element is not None else ""
    note = f"\n{line.note}" if line.note else ""
    name = f"{line.item}{note}"
    return Row((name, element, sum_words(line), f"{costed.yen:,}", programme_name(programme)))


def sum_words(line: BudgetLine) -> str:
    """Return how a line is counted up: ``2人 × 350,000円 × 12か月``."""
    months = f" × {line.months}か月" if line.months is not None else ""
    return f"{exact_text(exact(line.quantity))}{line.unit} × {line.unit_price:,}円{months}"
