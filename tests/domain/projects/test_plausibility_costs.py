# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Counts of elements and budget lines that are worth a second look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.projects.changes.money import put_line
from kyosei_desk.domain.projects.changes.taking_over import from_case
from kyosei_desk.domain.projects.checks import RemarkCode, remarks
from kyosei_desk.domain.projects.model import ModelProject, OwnTown, ScalingRule
from kyosei_desk.domain.projects.money import BudgetLine
from kyosei_desk.domain.projects.plausibility_costs import LineDoubtCode, line_doubts
from kyosei_desk.wording.project_rules import line_doubt_sentence, remark_sentence
from tests.domain.projects.rules_samples import TODAY, TOWN, all_cases, own, project

NAMELESS = OwnTown(name="うちの町")


def line(**changed: object) -> BudgetLine:
    values = {
        "id": "b-1",
        "fiscal_year": 2027,
        "item": "コーディネーターの人件費",
        "quantity": 3.0,
        "unit": "人",
        "unit_price": 350_000,
        "months": 12,
    }
    return BudgetLine.model_validate({**values, **changed})


def codes(made: ModelProject) -> list[LineDoubtCode]:
    return [doubt.code for doubt in line_doubts(made)]


def too_many(made: ModelProject) -> list[tuple[str, ...]]:
    return [one.elements for one in remarks(made) if one.code is RemarkCode.MORE_THAN_PEOPLE]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"quantity": 0.5}, []),
        ({"unit_price": 1_234, "unit": "会場"}, []),
        ({"unit_price": 200, "unit": "冊", "quantity": 60_000.0, "months": None}, []),
        ({"unit_price": 480_000_000, "unit": "棟", "quantity": 1.0, "months": None}, []),
        ({"unit_price": 0}, []),
        ({"unit_price": 350_000_000}, [LineDoubtCode.COST_HIGH]),
        ({"quantity": 3_000_000.0}, [LineDoubtCode.COST_HIGH, LineDoubtCode.QUANTITY_HIGH]),
        ({"quantity": 70_000.0, "unit_price": 100, "months": None}, [LineDoubtCode.QUANTITY_HIGH]),
        ({"unit_price": 350}, [LineDoubtCode.PRICE_LOW]),
    ],
)
def test_lines_that_cannot_be_meant_are_questioned(
    changed: dict[str, object], expected: list[LineDoubtCode]
) -> None:
    made = put_line(project(), line(**changed)).project
    assert codes(made) == expected
    for doubt in line_doubts(made):
        assert doubt.line == "b-1"
        said = line_doubt_sentence(doubt)
        assert "コーディネーターの人件費" in said
        assert "{" not in said


def test_without_the_population_only_enormous_costs_are_questioned() -> None:
    dear = line(unit_price=350_000_000, quantity=30.0)
    assert codes(put_line(project(town=NAMELESS), dear).project) == [LineDoubtCode.COST_HIGH]
    assert codes(put_line(project(town=NAMELESS), line(quantity=70_000.0)).project) == [
        LineDoubtCode.COST_HIGH
    ]
    assert codes(put_line(project(town=NAMELESS), line()).project) == []


def test_the_smallest_village_may_pay_a_few_people() -> None:
    village = OwnTown(name="村", population=169)
    assert codes(put_line(project(town=village), line()).project) == []


@given(
    st.integers(1, 30),
    st.integers(800, 600_000),
    st.none() | st.integers(1, 12),
    st.integers(20_000, 3_700_000),
)
def test_no_usual_line_is_questioned(
    quantity: int, price: int, months: int | None, people: int
) -> None:
    town = TOWN.model_copy(update={"population": people})
    usual = line(quantity=float(quantity), unit_price=price, months=months)
    assert codes(put_line(project(town=town), usual).project) == []


@pytest.mark.parametrize(
    ("kind", "count", "town", "odd"),
    [
        ("place", 12_001, TOWN, True),
        ("place", 12_000, TOWN, False),
        ("meeting", 60_000, TOWN, True),
        ("organisation", 60_000, TOWN, True),
        ("role", 60_001, TOWN, True),
        ("role", 600, TOWN, False),
        ("programme", 140_000, TOWN, True),
        ("place", 1_000_000, NAMELESS, True),
        ("role", 60_001, NAMELESS, False),
        ("role", 4_000_000, NAMELESS, True),
    ],
)
def test_more_than_there_can_be_is_questioned(
    kind: str, count: int, town: OwnTown, odd: bool
) -> None:
    made = project(own("many", type=kind, count=count, unit="か所"), town=town)
    assert too_many(made) == ([("many",)] if odd else [])
    for one in remarks(made):
        if one.code is RemarkCode.MORE_THAN_PEOPLE:
            said = remark_sentence(one, made, {})
            assert said.startswith(f"「many」が{count:,}か所です。")
            assert "{" not in said


def test_no_element_of_the_cases_is_questioned(corpus: Corpus) -> None:
    for column in all_cases(corpus):
        figures = column.profile
        assert figures is not None
        there = OwnTown(name=column.title, population=figures.population)
        for town in (there, TOWN, NAMELESS, OwnTown(name="村", population=400)):
            rule = ScalingRule.POPULATION if town.population else ScalingRule.FIXED
            made = from_case(column, town, "案", today=TODAY, rule=rule).project
            assert too_many(made) == [], (column.id, town)
