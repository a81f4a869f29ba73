# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A case's number scaled to one's own town."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.model import OwnTown, Scaling, ScalingRule, ZoneCount
from kyosei_desk.domain.projects.scaling import (
    Lack,
    computed,
    design_bases,
    formula,
    possible_rules,
    scaled,
    scaled_element,
    town_bases,
)
from kyosei_desk.domain.vocabulary import Zone
from tests.domain.comparing_samples import column, element
from tests.domain.projects.rules_samples import TOWN, bundled_case

HEALTH_ROOM = element("room", count=15, unit="か所")
COUNTED = column("nabari", HEALTH_ROOM)
NOBODY = OwnTown(name="名前だけの町")


def population(source_count: int, theirs: float, ours: float) -> Scaling:
    return Scaling(rule=ScalingRule.POPULATION, source_count=source_count, theirs=theirs, ours=ours)


@pytest.mark.parametrize(
    ("rule", "count", "text"),
    [
        (ScalingRule.POPULATION, 11, "15か所 × 60,000人 ÷ 79,357人 = 11.3 → 11か所"),
        (ScalingRule.ELEMENTARY, 9, "15か所 × 8校 ÷ 14校 = 8.6 → 9か所"),
        (ScalingRule.ZONE, 9, "15か所 × 8圏域 ÷ 14圏域 = 8.6 → 9か所"),
        (ScalingRule.FIXED, 15, "15か所（事例と同じ数）"),
    ],
)
def test_every_rule_has_its_formula(rule: ScalingRule, count: int, text: str) -> None:
    found = scaled_element(rule, HEALTH_ROOM, COUNTED, TOWN)
    assert (found.count, formula(found.scaling, "か所")) == (count, text)


@pytest.mark.parametrize(
    ("source_count", "theirs", "ours", "count", "text"),
    [
        (1, 2, 1, 1, "1名 × 1人 ÷ 2人 = 0.5 → 1名"),
        (3, 2, 1, 2, "3名 × 1人 ÷ 2人 = 1.5 → 2名"),
        (1, 1000, 1, 1, "1名 × 1人 ÷ 1,000人 = 0.001 → 1名"),
        (1146, 100, 1, 11, "1,146名 × 1人 ÷ 100人 = 11.46 → 11名"),
        (2, 1, 3, 6, "2名 × 3人 ÷ 1人 = 6 → 6名"),
    ],
)
def test_halves_go_up_and_there_is_at_least_one(
    source_count: int, theirs: float, ours: float, count: int, text: str
) -> None:
    scaling = population(source_count, theirs, ours)
    assert computed(scaling).count == count
    assert formula(scaling, "名") == text


def test_an_edited_number_stands_beside_the_computed_one() -> None:
    scaling = population(15, 79357, 60000)
    assert formula(scaling, "か所", 12).endswith("→ 11か所（12か所に直しました）")
    assert formula(scaling, "か所", 11).endswith("→ 11か所")


def test_zones_entered_count_before_schools() -> None:
    town = TOWN.model_copy(update={"zones": (ZoneCount(zone=Zone.ELEMENTARY, count=6),)})
    assert town_bases(town).zones[Zone.ELEMENTARY] == 6
    assert town_bases(town).zones[Zone.JUNIOR_HIGH] == 4
    assert Zone.DAILY_LIVING not in town_bases(town).zones


def test_zones_a_case_tells_of_are_counted(corpus: Corpus) -> None:
    bases = design_bases(bundled_case(corpus, "toyonaka"))
    assert bases.zones[Zone.DAILY_LIVING] == 7
    assert bases.zones[Zone.ELEMENTARY] == 41


def test_a_base_that_is_missing_is_named() -> None:
    with pytest.raises(ProjectError) as ours:
        scaled(ScalingRule.ELEMENTARY, 15, design_bases(COUNTED), NOBODY, Zone.ELEMENTARY)
    assert ours.value.problem is ProjectProblem.NO_SCALING_BASE
    assert ours.value.about == ("elementary", "ours")
    zones = ((Zone.DISTRICT, 1), (Zone.DAILY_LIVING, 3))
    told = design_bases(replace(COUNTED, zones=zones)).zones
    assert (told[Zone.DISTRICT], told[Zone.DAILY_LIVING]) == (1, 3)
    bare = design_bases(column("bare", profile=None))
    with pytest.raises(ProjectError) as theirs:
        scaled(ScalingRule.POPULATION, 15, bare, TOWN, Zone.ELEMENTARY)
    assert theirs.value.about == ("population", "theirs")


def test_no_schools_are_nothing_to_divide_by() -> None:
    town = TOWN.model_copy(update={"elementary_schools": 0})
    with pytest.raises(ProjectError):
        scaled_element(ScalingRule.ELEMENTARY, HEALTH_ROOM, COUNTED, town)


def test_an_element_without_number_cannot_be_scaled() -> None:
    uncounted = element("committee")
    with pytest.raises(ProjectError) as raised:
        scaled_element(ScalingRule.FIXED, uncounted, column("x", uncounted), TOWN)
    assert raised.value.problem is ProjectProblem.NO_SOURCE_COUNT
    assert raised.value.about == ("サロン",)
    choices = possible_rules(uncounted, column("x", uncounted), TOWN)
    without = [choice.rule for choice in choices if Lack.SOURCE_COUNT in choice.lacks]
    assert without == list(ScalingRule)
    assert {choice.result for choice in choices} == {None}


def test_all_rules_are_offered_with_what_they_lack() -> None:
    daily = element("office", zone="daily_living", count=4, unit="か所")
    choices = possible_rules(daily, column("x", daily), NOBODY)
    assert [(one.rule, one.result.count if one.result else None, one.lacks) for one in choices] == [
        (ScalingRule.POPULATION, None, (Lack.OUR_BASE,)),
        (ScalingRule.ELEMENTARY, None, (Lack.OUR_BASE,)),
        (ScalingRule.ZONE, None, (Lack.THEIR_BASE, Lack.OUR_BASE)),
        (ScalingRule.FIXED, 4, ()),
    ]


SIZES = st.integers(1, 4_000_000)


@given(st.integers(1, 10_000), SIZES, SIZES)
def test_a_formula_never_contradicts_its_number(source_count: int, theirs: int, ours: int) -> None:
    found = computed(population(source_count, theirs, ours))
    assert found.count >= 1
    assert abs(found.count - found.exact) <= (0.5 if found.exact >= 0.5 else 1)
    assert formula(found.scaling, "名").endswith(f" → {found.count:,}名")


@given(st.integers(1, 10_000), SIZES)
def test_a_town_of_the_same_size_has_the_same_number(source_count: int, size: int) -> None:
    assert computed(population(source_count, size, size)).count == source_count
