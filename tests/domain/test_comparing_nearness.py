# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How near places are: words for each condition, order by one of them, no score."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.comparing.designs import compared_case
from kyosei_desk.domain.comparing.nearness import (
    UNKNOWN_WORD,
    ConditionKind,
    Town,
    distance_km,
    nearness,
    ordered_by,
    ratio_word,
)
from kyosei_desk.domain.corpus import Corpus
from tests.domain.comparing_samples import OTSU, PROFILE, column
from tests.domain.samples import NABARI

OWN = Town(OTSU, 40_000, Fraction(130), 7)


@pytest.mark.parametrize(
    ("ratio", "word"),
    [
        ("1", "ほぼ同じ"),
        ("5/4", "ほぼ同じ"),
        ("4/5", "ほぼ同じ"),
        ("3/2", "約1.5倍"),
        ("2/3", "約3分の2"),
        ("7/4", "約2倍"),
        ("2", "約2倍"),
        ("5/2", "約3倍"),
        ("1/2", "およそ半分"),
        ("4/7", "およそ半分"),
        ("1/3", "約3分の1"),
        ("1/10", "約10分の1"),
        ("1234", "約1,234倍"),
    ],
)
def test_words_for_a_ratio(ratio: str, word: str) -> None:
    assert ratio_word(Fraction(ratio)) == word


@given(st.fractions(min_value=Fraction(1, 1000), max_value=1000))
def test_every_ratio_has_a_word_and_alike_is_alike_both_ways(ratio: Fraction) -> None:
    assert ratio_word(ratio)
    assert (ratio_word(ratio) == "ほぼ同じ") == (ratio_word(1 / ratio) == "ほぼ同じ")


def test_all_conditions_side_by_side() -> None:
    found = nearness(OWN, column("a", municipality=NABARI))
    told = [(one.label, one.own, one.theirs, one.word, one.near) for one in found.conditions]
    assert told == [
        ("人口", "40,000人", "79,357人", "約2倍", False),
        ("面積", "130km²", "129.77km²", "ほぼ同じ", True),
        ("人口密度", "308人／km²", "612人／km²", "約2倍", False),
        ("小学校1校あたりの人口", "5,714人", "5,668人", "ほぼ同じ", True),
        ("都道府県", "滋賀県", "三重県", "ちがう", False),
        ("市区町村の種類", "市", "市", "同じ", True),
        ("直線距離", "大津市", "名張市", "約48km", None),
    ]
    assert [one.kind for one in found.near] == ["area", "schools", "municipal_kind"]
    assert [one.kind for one in found.far] == ["population", "density", "prefecture"]
    assert found.condition(ConditionKind.POPULATION).ratio == Fraction(79357, 40000)


@pytest.mark.parametrize("own", [Town(), Town(OTSU), Town(None, 40_000)])
def test_what_is_not_known_is_not_compared(own: Town) -> None:
    found = nearness(own, column("a", profile=None, municipality=None))
    assert {one.word for one in found.conditions} == {UNKNOWN_WORD}
    assert (found.near, found.far) == ((), ())
    assert all(one.gap is None and one.near is None for one in found.conditions)


def test_a_town_of_the_cases_knows_its_figures() -> None:
    town = Town.of(NABARI, PROFILE)
    assert (town.population, town.area_km2, town.elementary_schools) == (
        79357,
        Fraction("129.77"),
        14,
    )
    assert str(town.as_of) == "2017-09-01"
    assert Town.of(NABARI, None) == Town(NABARI)
    none = PROFILE.model_copy(update={"elementary_schools": 0})
    assert Town.of(None, none).elementary_schools is None


@pytest.mark.parametrize(
    ("people", "area", "schools"),
    [(0, None, None), (None, Fraction(-1), None), (None, None, 0)],
)
def test_figures_that_cannot_be_are_refused(
    people: int | None, area: Fraction | None, schools: int | None
) -> None:
    with pytest.raises(ValueError, match="not_positive"):
        Town(OTSU, people, area, schools)


def test_order_is_by_the_one_condition_picked() -> None:
    designs = [
        column("unknown", profile=None, municipality=None),
        column("double", profile=PROFILE.model_copy(update={"population": 80_000})),
        column("tenth", profile=PROFILE.model_copy(update={"population": 4_000})),
        column("half", profile=PROFILE.model_copy(update={"population": 20_000})),
        column("alike", profile=PROFILE.model_copy(update={"population": 41_000})),
    ]
    found = ordered_by(ConditionKind.POPULATION, OWN, designs)
    assert [one.design_id for one in found] == ["alike", "double", "half", "tenth", "unknown"]
    by_area = ordered_by(ConditionKind.AREA, OWN, designs)
    assert [one.design_id for one in by_area] == ["double", "tenth", "half", "alike", "unknown"]


def test_the_same_prefecture_comes_first_and_else_the_order_stays() -> None:
    designs = [column("b"), column("a", municipality=OTSU), column("c")]
    found = ordered_by(ConditionKind.PREFECTURE, OWN, designs)
    assert [one.design_id for one in found] == ["a", "b", "c"]


def test_distances() -> None:
    assert distance_km(OTSU, OTSU) == 0
    assert distance_km(OTSU, NABARI) == pytest.approx(distance_km(NABARI, OTSU))
    found = nearness(OWN, column("a", municipality=OTSU)).condition(ConditionKind.DISTANCE)
    assert (found.word, found.near, found.gap) == ("同じまち", True, 0.0)


def test_every_municipality_can_be_compared_with_every_case(corpus: Corpus) -> None:
    designs = [compared_case(case, corpus) for case in corpus.cases]
    for municipality in corpus.municipalities.values():
        found = ordered_by(ConditionKind.DISTANCE, Town(municipality), designs)
        gaps = [one.condition(ConditionKind.DISTANCE).gap for one in found]
        assert gaps == sorted(gap for gap in gaps if gap is not None)
        assert len(gaps) == 8


def test_far_distances_are_round() -> None:
    sapporo = OTSU.model_copy(update={"name": "札幌市", "code": "011002", "latitude": 43.06})
    found = nearness(Town(sapporo), column("a", municipality=NABARI))
    assert found.condition(ConditionKind.DISTANCE).word == "約940km"
