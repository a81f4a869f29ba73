# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The budget sheet: who pays, in 千円."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.projects.budgeting import (
    AssumptionKind,
    Shares,
    budget_sheet,
    default_programmes,
    line_yen,
    shared,
)
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.money import BudgetLine, SubsidyProgramme
from kyosei_desk.wording.project_rules import assumption_sentence, rate_words
from tests.domain.projects.rules_samples import project

HALVES = SubsidyProgramme(
    id="half", name="半分の補助", national="1/2", prefectural="1/4", basis="要綱"
)
OF_THE_PREFECTURE = SubsidyProgramme(
    id="prefecture", name="県の補助", prefectural="1/2", basis="県要綱"
)
OPEN = SubsidyProgramme(id="open", name="率のわからない補助", basis="県に確認中")


def line(line_id: str = "b-1", year: int = 2027, **changed: object) -> BudgetLine:
    given = {
        "id": line_id,
        "fiscal_year": year,
        "item": "人件費",
        "quantity": 1,
        "unit": "名",
        "unit_price": 1000,
        **changed,
    }
    return BudgetLine.model_validate(given)


def budgeted(*lines: BudgetLine, programmes: Sequence[SubsidyProgramme] = ()) -> ModelProject:
    return project(budget=lines, programmes=programmes)


@pytest.mark.parametrize(
    ("changed", "yen"),
    [
        ({"quantity": 2, "unit_price": 250_000, "months": 12}, 6_000_000),
        ({"quantity": 2, "unit_price": 250_000}, 500_000),
        ({"quantity": 0.1, "unit_price": 30}, 3),
        ({"quantity": 0.33, "unit_price": 10}, 4),
        ({"unit_price": 0}, 0),
    ],
)
def test_a_line_costs_quantity_times_price_times_months(
    changed: dict[str, object], yen: int
) -> None:
    assert line_yen(line().model_copy(update=changed)) == yen


@pytest.mark.parametrize(
    ("yen", "programme", "shares"),
    [
        (18_400_000, default_programmes()[0], Shares(18_400, 13_800, 0, 4_600)),
        (18_400_500, default_programmes()[0], Shares(18_401, 13_800, 0, 4_601)),
        (1_001, HALVES, Shares(2, 0, 0, 2)),
        (10_000, HALVES, Shares(10, 5, 2, 3)),
        (10_001, None, Shares(11, 0, 0, 11)),
        (10_001, OPEN, Shares(11, 0, 0, 11)),
        (0, HALVES, Shares(0, 0, 0, 0)),
    ],
)
def test_costs_go_up_and_subsidies_down(
    yen: int, programme: SubsidyProgramme | None, shares: Shares
) -> None:
    assert shared(yen, programme) == shares


def test_years_programmes_and_totals() -> None:
    sheet = budget_sheet(
        budgeted(
            line("late", 2028, unit_price=4_000_000, programme="half"),
            line("alone", 2027, unit_price=1_500),
            line("one", 2027, unit_price=1_000_000, programme="half"),
            line("two", 2027, unit_price=1_000_000, programme="half"),
            programmes=(OPEN, HALVES),
        )
    )
    rows = [
        (
            year.fiscal_year,
            row.programme.id if row.programme else None,
            [one.line.id for one in row.lines],
            row.shares,
        )
        for year in sheet.years
        for row in year.rows
    ]
    assert rows == [
        (2027, "half", ["one", "two"], Shares(2_000, 1_000, 500, 500)),
        (2027, None, ["alone"], Shares(2, 0, 0, 2)),
        (2028, "half", ["late"], Shares(4_000, 2_000, 1_000, 1_000)),
    ]
    assert [year.shares for year in sheet.years] == [
        Shares(2_002, 1_000, 500, 502),
        Shares(4_000, 2_000, 1_000, 1_000),
    ]
    assert (sheet.shares, sheet.yen) == (Shares(6_002, 3_000, 1_500, 1_502), 6_001_500)
    assert [one.line.id for one in sheet.lines] == ["one", "two", "alone", "late"]


def test_what_a_budget_rests_on_is_told() -> None:
    sheet = budget_sheet(
        budgeted(
            line("a", programme="half"),
            line("b", programme="open"),
            line("c"),
            line("d", programme="prefecture"),
            programmes=(HALVES, OPEN, OF_THE_PREFECTURE, default_programmes()[0]),
        )
    )
    assert [
        (one.kind, one.programme and one.programme.id, [line.id for line in one.lines])
        for one in sheet.assumptions
    ] == [
        (AssumptionKind.RATE, "half", ["a"]),
        (AssumptionKind.NO_RATE, "open", ["b"]),
        (AssumptionKind.RATE, "prefecture", ["d"]),
        (AssumptionKind.TOWN_ALONE, None, ["c"]),
        (AssumptionKind.ROUNDED, None, []),
    ]
    told = [assumption_sentence(one) for one in sheet.assumptions]
    assert told[0] == "「半分の補助」は国 1/2・都道府県 1/4として計算しました。根拠: 要綱"
    assert "補助をゼロとして計算しました（1件）" in told[1]
    assert rate_words(OPEN) == "率の記載なし"


def test_nothing_costs_nothing() -> None:
    sheet = budget_sheet(budgeted(programmes=(HALVES,)))
    assert (sheet.years, sheet.assumptions, sheet.shares) == ((), (), Shares())


def test_the_programmes_of_2018_cite_the_passage_that_states_them(corpus: Corpus) -> None:
    found = default_programmes()
    assert [(one.national, one.prefectural) for one in found] == [("3/4", None)] * 2
    for programme in found:
        document_id, _, section = (programme.address or "").partition("#")
        titles = {part.id: part.title for part in corpus.document(document_id).sections}
        assert "3/4" in titles[section]
        assert programme.name.removesuffix("（平成30年度）") in titles[section]


RATES = st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda rates: sum(rates) <= 4)


@st.composite
def budgets(draw: st.DrawFn) -> ModelProject:
    rates = draw(st.lists(RATES, max_size=3))
    programmes = [
        SubsidyProgramme(
            id=f"p-{at}",
            name="補助",
            national=f"{national}/4",
            prefectural=f"{prefectural}/4" if prefectural else None,
            basis="要綱",
        )
        for at, (national, prefectural) in enumerate(rates)
    ]
    lines = [
        line(
            f"b-{at}",
            draw(st.integers(2026, 2029)),
            quantity=draw(st.floats(0.01, 500)),
            unit_price=draw(st.integers(0, 9_999_999)),
            months=draw(st.none() | st.integers(1, 12)),
            programme=draw(st.sampled_from([None, *(one.id for one in programmes)])),
        )
        for at in range(draw(st.integers(0, 6)))
    ]
    return budgeted(*lines, programmes=programmes)


@given(budgets())
def test_shares_always_add_up(made: ModelProject) -> None:
    sheet = budget_sheet(made)
    rows = [row for year in sheet.years for row in year.rows]
    together = [row.shares for row in rows] + [year.shares for year in sheet.years]
    for shares in (*together, sheet.shares):
        assert shares.total == shares.national + shares.prefectural + shares.own
        assert min(shares.total, shares.national, shares.prefectural, shares.own) >= 0
    assert sum((row.shares for row in rows), Shares()) == sheet.shares
    assert sorted(one.line.id for one in sheet.lines) == sorted(one.id for one in made.budget)
    assert sum(row.yen for row in rows) == sheet.yen == sum(map(line_yen, made.budget))
    for row in rows:
        assert 0 <= row.shares.total * 1000 - row.yen < 1000


@given(st.integers(0, 10**9), RATES)
def test_no_subsidy_is_above_its_rate(yen: int, rates: tuple[int, int]) -> None:
    programme = SubsidyProgramme(
        id="x", name="補助", national=f"{rates[0]}/4", prefectural=f"{rates[1]}/4", basis="要綱"
    )
    shares = shared(yen, programme)
    for granted, rate in zip((shares.national, shares.prefectural), rates, strict=True):
        assert granted * 4000 <= yen * rate < (granted + 1) * 4000


def test_every_kind_of_assumption_has_a_sentence() -> None:
    lines = (line(), line("b-2", programme="half"), line("b-3", programme="open"))
    sheet = budget_sheet(budgeted(*lines, programmes=(HALVES, OPEN)))
    told = {one.kind: assumption_sentence(one) for one in sheet.assumptions}
    assert set(told) == set(AssumptionKind)
    assert len(set(told.values())) == len(told)
    assert not any("{" in sentence for sentence in told.values())
