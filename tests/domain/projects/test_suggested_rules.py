# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The rule a number begins with, looked at for every element of the cases that has one."""

import csv
from pathlib import Path

import pytest

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.model import OwnTown, Scaling, ScalingRule, ZoneCount
from kyosei_desk.domain.projects.scaling import (
    formula,
    possible_rules,
    rule_label,
    scaled_element,
    suggested_rule,
    without_doubles,
)
from kyosei_desk.domain.vocabulary import ElementType, Zone
from tests.domain.projects.rules_samples import all_cases, bundled_case

GOLDEN = Path(__file__).with_name("suggested_rules_golden.csv")
FULL = OwnTown(
    name="うちの町",
    population=60_000,
    elementary_schools=12,
    junior_high_schools=5,
    zones=(
        ZoneCount(zone=Zone.NEIGHBOURHOOD, count=90),
        ZoneCount(zone=Zone.DISTRICT, count=6),
        ZoneCount(zone=Zone.DAILY_LIVING, count=3),
    ),
)
PEOPLE = OwnTown(name="うちの町", population=60_000)
SCHOOLS = OwnTown(name="うちの町", elementary_schools=12)
NOTHING = OwnTown(name="うちの町")
TOWNS = (FULL, PEOPLE, SCHOOLS, NOTHING)


def suggested(element: Element, column: ComparedDesign, town: OwnTown) -> str:
    """Return the rule with the number it comes to: ``zone 13``."""
    choices = possible_rules(element, column, town)
    rule = suggested_rule(element, choices)
    result = next((one.result for one in choices if one.rule is rule), None)
    return f"{rule.value} {result.count}" if rule and result else ""


def table(corpus: Corpus) -> list[list[str]]:
    return [
        [
            column.id,
            element.id,
            element.type.value,
            element.zone.value,
            f"{element.count}{element.unit}",
            *(suggested(element, column, town) for town in TOWNS),
        ]
        for column in all_cases(corpus)
        for element in column.design.elements
        if element.count is not None
    ]


def test_the_rules_are_those_that_were_reviewed(corpus: Corpus) -> None:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        assert table(corpus) == list(csv.reader(file))[1:]


def test_what_has_no_number_has_no_rule(corpus: Corpus) -> None:
    for column in all_cases(corpus):
        for element in column.design.elements:
            given = [suggested(element, column, town) for town in TOWNS]
            assert all(given) if element.count is not None else not any(given), element.id


@pytest.mark.parametrize("count", [1, 2, 9])
@pytest.mark.parametrize("kind", list(ElementType))
def test_nothing_of_a_whole_town_follows_the_number_of_zones(
    corpus: Corpus, kind: ElementType, count: int
) -> None:
    column = bundled_case(corpus, "ashiya")
    sheet = next(one for one in column.design.elements if one.id == "joint-sheet")
    element = sheet.model_copy(update={"type": kind, "count": count, "unit": "件"})
    several = kind in (ElementType.ROLE, ElementType.PLACE, ElementType.ORGANISATION)
    expected = ScalingRule.POPULATION if several and count > 1 else ScalingRule.FIXED
    assert suggested_rule(element, possible_rules(element, column, FULL)) is expected
    assert suggested(element, column, NOTHING) == f"fixed {count}"


@pytest.mark.parametrize(
    ("own_zone", "rule"),
    [
        (Zone.ELEMENTARY, ScalingRule.ZONE),
        (Zone.DISTRICT, ScalingRule.ZONE),
        (Zone.MUNICIPALITY, ScalingRule.POPULATION),
    ],
)
def test_where_it_is_to_stand_counts(corpus: Corpus, own_zone: Zone, rule: ScalingRule) -> None:
    column = bundled_case(corpus, "nabari")
    element = next(one for one in column.design.elements if one.id == "machi-no-hokenshitsu")
    choices = possible_rules(element, column, FULL, own_zone)
    assert suggested_rule(element, choices, own_zone) is rule


@pytest.mark.parametrize(
    ("own_zone", "keep", "double"),
    [
        (Zone.ELEMENTARY, None, True),
        (Zone.ELEMENTARY, ScalingRule.ZONE, True),
        (Zone.ELEMENTARY, ScalingRule.ELEMENTARY, False),
        (Zone.DISTRICT, None, False),
    ],
)
def test_schools_are_not_offered_twice(
    corpus: Corpus, own_zone: Zone, keep: ScalingRule | None, double: bool
) -> None:
    column = bundled_case(corpus, "nabari")
    element = next(one for one in column.design.elements if one.id == "machi-no-hokenshitsu")
    choices = possible_rules(element, column, FULL, own_zone)
    kept = [choice.rule for choice in without_doubles(choices, keep)]
    assert kept == [rule for rule in ScalingRule if not (double and rule is ScalingRule.ELEMENTARY)]
    lacking = possible_rules(element, column, PEOPLE)
    assert without_doubles(lacking) == lacking


def test_zones_are_called_by_their_names(corpus: Corpus) -> None:
    column = bundled_case(corpus, "nabari")
    element = next(one for one in column.design.elements if one.id == "machi-no-hokenshitsu")
    scaling = scaled_element(ScalingRule.ZONE, element, column, FULL).scaling
    here = formula(scaling, "か所", zone=Zone.ELEMENTARY)
    assert here == "15か所 × 12小学校区 ÷ 14小学校区 = 12.9 → 13か所"
    other = scaled_element(ScalingRule.ZONE, element, column, FULL, Zone.DISTRICT).scaling
    moved = formula(other, "か所", zone=Zone.ELEMENTARY, own_zone=Zone.DISTRICT)
    assert moved == "15か所 × 6地区 ÷ 14小学校区 = 6.4 → 6か所"


@pytest.mark.parametrize("zone", list(Zone))
def test_every_zone_has_a_name_in_rule_and_formula(zone: Zone) -> None:
    label = rule_label(ScalingRule.ZONE, zone)
    wide = zone in (Zone.MUNICIPALITY, Zone.PREFECTURE)
    assert label == ("圏域の数に比例" if wide else f"{zone.label}の数に比例")
    assert rule_label(ScalingRule.POPULATION, zone) == "人口に比例"
    scaling = Scaling(rule=ScalingRule.ZONE, source_count=3, theirs=2.0, ours=4.0)
    assert "圏域 ÷" not in formula(scaling, "件", zone=zone).replace("日常生活圏域", "")
