# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The first page of the paper: the project at a glance, nothing in it judged."""

from collections.abc import Sequence

from kyosei_desk.domain.comparing.quantities import exact, exact_text
from kyosei_desk.domain.projects.budgeting import Shares, budget_sheet
from kyosei_desk.export.project.board_part import counts_words
from kyosei_desk.export.project.design_part import goal_words
from kyosei_desk.export.project.matter import Matter, count_words
from kyosei_desk.export.project.report import (
    Block,
    Column,
    Heading,
    Row,
    RowKind,
    Table,
)

_UNWRITTEN = "まだ書かれていません"
_MOST = 8  # names, or decisions, that are told one by one
_COLUMNS = (Column("項目", 2), Column("内容", 9))
_COSTS = (
    Column("総事業費（千円）", 4),
    Column("事業費", 3, is_number=True),
    Column("国", 3, is_number=True),
    Column("都道府県", 3, is_number=True),
    Column("市区町村", 3, is_number=True),
)


def head_lines(matter: Matter) -> tuple[str, ...]:
    """Return what stands below the title: how far the project has come, and of which day."""
    status = matter.project.status.label
    return (f"進みぐあい: {status}　書き出した日: {matter.day(matter.today)}",)


def summary_blocks(matter: Matter) -> list[Block]:
    """Return the summary, and what it all costs by year."""
    costs = _costs(matter)
    rows = [
        ("まち", _town(matter)),
        ("めざすこと", _lines(goal_words(matter))),
        ("しくみの要素", _elements(matter)),
        ("つくる体制が答える指針の項目", counts_words(matter.board)),
        ("期間", _period(matter)),
        ("決めたこと", _decisions(matter)),
        *([("総事業費", _UNWRITTEN)] if not costs else []),
    ]
    table = Table("まとめ", _COLUMNS, tuple(map(Row, rows)))
    blocks: list[Block] = [Heading("まとめ"), table]
    return [*blocks, Table("年度ごとの総事業費（千円）", _COSTS, costs)] if costs else blocks


def _town(matter: Matter) -> str:
    town = matter.project.town
    figures = (
        f"人口 {town.population:,}人" if town.population is not None else "",
        f"面積 {exact_text(exact(town.area_km2))}km²" if town.area_km2 is not None else "",
        f"小学校 {town.elementary_schools}校" if town.elementary_schools is not None else "",
        f"中学校 {town.junior_high_schools}校" if town.junior_high_schools is not None else "",
        f"高齢化率 {exact_text(exact(town.ageing_rate))}%" if town.ageing_rate is not None else "",
    )
    known = "、".join(filter(None, figures))
    day = f"{matter.day(town.as_of)}現在" if town.as_of else "いつの数字かは、入っていません"
    place = matter.corpus.municipalities.get(town.code or "")
    name = f"{place.prefecture}{town.name}" if place is not None else town.name
    zones = "、".join(f"{one.zone.label} {one.count:,}" for one in town.zones)
    told = f"{known}（{day}）" if known else "数字は、まだ入っていません"
    return f"{name}　{told}" + (f"\n圏域の数: {zones}" if zones else "")


def _elements(matter: Matter) -> str:
    project = matter.project
    new = [one for one in project.design.elements if one.id not in project.existing]
    counts = f"いま あるもの {len(project.existing)}・新しく置くもの {len(new)}"
    names = [" ".join(filter(None, (one.name, count_words(one)))) for one in new]
    return f"{counts}\n新しく置くもの: {'、'.join(_first(names))}" if new else counts


def _first(names: Sequence[str]) -> list[str]:
    """Return the names that are told; the last says how many there are beside them."""
    more = len(names) - _MOST
    return [*names[:_MOST], f"ほか{more}"] if more > 0 else [*names]


def _lines(texts: Sequence[str]) -> str:
    """Return texts below each other, a dot before each where there are several."""
    dot = "・" if len(texts) > 1 else ""
    return "\n".join(f"{dot}{text}" for text in texts) or _UNWRITTEN


def _period(matter: Matter) -> str:
    steps = matter.project.steps
    if not steps:
        return _UNWRITTEN
    start, end = min(one.start for one in steps), max(one.end for one in steps)
    return matter.day(start) if start == end else f"{matter.day(start)}～{matter.day(end)}"


def _decisions(matter: Matter) -> str:
    return _lines(_first([decision.what for decision in matter.project.decisions]))


def _costs(matter: Matter) -> tuple[Row, ...]:
    sheet = budget_sheet(matter.project)
    rows = [_shares(matter.fiscal_year(one.fiscal_year), one.shares) for one in sheet.years]
    if len(rows) > 1:
        rows.append(_shares("合計", sheet.shares, RowKind.TOTAL))
    return tuple(rows)


def _shares(name: str, shares: Shares, kind: RowKind = RowKind.PLAIN) -> Row:
    numbers = (shares.total, shares.national, shares.prefectural, shares.own)
    return Row((name, *(f"{number:,}" for number in numbers)), kind)
