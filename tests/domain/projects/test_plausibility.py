# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Figures of a town that are worth a second look."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.projects.model import OwnTown
from kyosei_desk.domain.projects.plausibility import Doubt, DoubtCode, TownField, doubts
from kyosei_desk.domain.vocabulary import Zone
from kyosei_desk.wording.project_rules import doubt_sentence
from tests.domain.projects.rules_samples import TODAY, TOWN
from tests.domain.samples import NABARI

SEVERAL = [
    ({"population": 3_900_000, "area_km2": 400.0}, DoubtCode.POPULATION_HIGH),
    ({"population": 60, "area_km2": 48.2, "elementary_schools": 1}, DoubtCode.POPULATION_LOW),
    ({"area_km2": 4_820.0}, DoubtCode.AREA_HIGH),
    ({"area_km2": 3.0}, DoubtCode.AREA_LOW),
    ({"population": 620_000, "area_km2": 20.0}, DoubtCode.DENSITY_HIGH),
    ({"population": 600, "area_km2": 700.0, "elementary_schools": 1}, DoubtCode.DENSITY_LOW),
    ({"elementary_schools": 800}, DoubtCode.ELEMENTARY_HIGH),
    ({"elementary_schools": 2}, DoubtCode.PEOPLE_PER_SCHOOL_HIGH),
    ({"population": 300, "elementary_schools": 8}, DoubtCode.PEOPLE_PER_SCHOOL_LOW),
    ({"junior_high_schools": 9}, DoubtCode.MORE_JUNIOR_HIGHS),
    ({"ageing_rate": 85.0}, DoubtCode.AGEING_HIGH),
    ({"ageing_rate": 0.315}, DoubtCode.AGEING_LOW),
    ({"as_of": None}, DoubtCode.NO_DATE),
    ({"as_of": "2027-01"}, DoubtCode.FUTURE_DATE),
    ({"as_of": "2020-02-29"}, DoubtCode.OLD_DATE),
    ({"zones": [{"zone": "elementary", "count": 80}]}, DoubtCode.ZONES_UNLIKE_SCHOOLS),
    ({"elementary_schools": 0}, DoubtCode.NO_ELEMENTARY),
    ({"elementary_schools": 0, "population": None}, DoubtCode.NO_ELEMENTARY),
    ({"junior_high_schools": 0}, DoubtCode.NO_JUNIOR_HIGH),
    ({"junior_high_schools": 400, "elementary_schools": None}, DoubtCode.JUNIOR_HIGH_HIGH),
    (
        {"population": 900_000, "area_km2": 58.05, "elementary_schools": 62},
        DoubtCode.PEOPLE_PER_JUNIOR_HIGH_HIGH,
    ),
    ({"zones": [{"zone": "neighbourhood", "count": 140_000}]}, DoubtCode.ZONES_HIGH),
    ({"zones": [{"zone": "municipality", "count": 2}]}, DoubtCode.ZONES_HIGH),
    (
        {"population": None, "zones": [{"zone": "daily_living", "count": 140_000}]},
        DoubtCode.ZONES_HIGH,
    ),
    (
        {
            "population": 5_000,
            "elementary_schools": 2,
            "junior_high_schools": 1,
            "zones": [{"zone": "district", "count": 400}],
        },
        DoubtCode.PEOPLE_PER_ZONE_LOW,
    ),
    ({"ageing_rate": 0.0}, DoubtCode.AGEING_LOW),
    ({"ageing_rate": 95.0}, DoubtCode.AGEING_HIGH),
    ({"area_km2": 0.5}, DoubtCode.AREA_LOW),
    ({"population": 1, "elementary_schools": None}, DoubtCode.POPULATION_LOW),
]


def town(**changed: object) -> OwnTown:
    return OwnTown.model_validate({**dict(TOWN), **changed})


def codes(found: tuple[Doubt, ...]) -> set[DoubtCode]:
    return {doubt.code for doubt in found}


@pytest.mark.parametrize(("changed", "code"), SEVERAL)
def test_what_no_town_has_is_questioned(changed: dict[str, object], code: DoubtCode) -> None:
    found = [one for one in doubts(town(**changed), TODAY) if one.code is code]
    assert len(found) == 1
    assert "{" not in doubt_sentence(found[0])


def test_every_doubt_is_tried() -> None:
    assert {code for _, code in SEVERAL} | {DoubtCode.POPULATION_UNLIKE_KIND} == set(DoubtCode)


def test_a_usual_town_is_not_questioned() -> None:
    assert doubts(TOWN, TODAY) == ()
    assert doubts(OwnTown(name="名前だけの町"), TODAY) == ()


@pytest.mark.parametrize(
    "figures",
    [
        {"population": 3_777_491, "area_km2": 438.01, "elementary_schools": 337},  # 横浜市
        {"population": 169, "area_km2": 5.96, "elementary_schools": 1},  # 青ヶ島村
        {"population": 84_419, "area_km2": 2_177.61, "elementary_schools": 19},  # 高山市
        {"population": 3_132, "area_km2": 3.47, "elementary_schools": 1},  # 舟橋村
        {"population": 504, "area_km2": 390.46, "elementary_schools": 1},  # 檜枝岐村
        {"population": 301_599, "area_km2": 13.01, "elementary_schools": 22},  # 豊島区
    ],
)
def test_the_farthest_places_there_are_pass(figures: dict[str, object]) -> None:
    assert doubts(town(**figures, junior_high_schools=None), TODAY) == ()


def test_the_cases_pass(corpus: Corpus) -> None:
    for case in corpus.cases:
        figures = case.profile.model_dump(exclude={"source", "schools_note"})
        made = OwnTown.model_validate({"name": case.title, **figures})
        day = PartialDate(2018)
        assert doubts(made, day, corpus.municipality(case)) == ()


@pytest.mark.parametrize(
    ("kind", "population", "word"),
    [
        ("村", 62_000, "多い"),
        ("町", 62_000, "多い"),
        ("政令指定都市", 62_000, "少ない"),
        ("市", 1_500, "少ない"),
        ("特別区", 40_000, "少ない"),
        ("市", 62_000, ""),
        ("町", 6_200, ""),
    ],
)
def test_the_kind_of_municipality_tells_of_its_size(kind: str, population: int, word: str) -> None:
    place = Municipality.model_validate({**dict(NABARI), "kind": kind})
    found = doubts(town(population=population), TODAY, place)
    told = [one.data["word"] for one in found if one.code is DoubtCode.POPULATION_UNLIKE_KIND]
    assert told == ([word] if word else [])
    assert not any("{" in doubt_sentence(one) for one in found)


def test_a_doubt_names_the_field_and_the_value_as_entered() -> None:
    (doubt,) = doubts(town(area_km2=4820.25, population=None), TODAY)
    assert (doubt.field, dict(doubt.data)) == (TownField.AREA, {"value": "4,820.25km²"})


@pytest.mark.parametrize(
    ("day", "old"), [("2021-11-20", False), ("2021-11-19", True), ("2021", False), ("2020", True)]
)
def test_figures_are_old_after_five_years(day: str, old: bool) -> None:
    found = codes(doubts(town(as_of=day), TODAY))
    assert (DoubtCode.OLD_DATE in found) is old


def test_days_are_written_as_the_person_wants() -> None:
    (doubt,) = doubts(town(as_of="2020-10-01"), TODAY)
    assert doubt_sentence(doubt, era_first=True).startswith("令和2年10月1日の数字です。")
    assert doubt_sentence(doubt).startswith("2020年10月1日の数字です。")


def test_every_field_is_one_of_a_town() -> None:
    assert {one.value for one in TownField} <= set(OwnTown.model_fields)


@st.composite
def plausible_towns(draw: st.DrawFn) -> OwnTown:
    """Return a town of a size between the smallest and the largest there are."""
    people = draw(st.integers(400, 3_700_000))
    density = draw(st.integers(10, 20_000))
    area = min(max(people / density, 3.5), 2_100.0, float(people))
    least = math.ceil(people / 15_000)
    elementary = draw(st.integers(least, max(least, min(330, people // 400))))
    juniors = range(math.ceil(people / 45_000), max(1, min(elementary, 140)) + 1)
    zones = {
        Zone.NEIGHBOURHOOD: (1, people // 40),
        Zone.DAILY_LIVING: (1, min(people // 400, 150)),
        Zone.DISTRICT: (1, min(people // 100, 260)),
    }
    counts = [
        {"zone": zone, "count": draw(st.integers(least, max(least, min(most, 3_000))))}
        for zone, (least, most) in zones.items()
        if draw(st.booleans())
    ]
    values = {
        "name": "あるまち",
        "population": people,
        "area_km2": area,
        "elementary_schools": elementary,
        "junior_high_schools": draw(st.none() | st.sampled_from(juniors or [1])),
        "ageing_rate": draw(st.floats(14.0, 66.0)),
        "as_of": TODAY.first_day.replace(year=draw(st.integers(2022, 2026)), month=4).isoformat(),
        "zones": counts,
    }
    left_out = draw(st.sets(st.sampled_from(["population", "area_km2", "ageing_rate"])))
    return OwnTown.model_validate({**values, **dict.fromkeys(left_out)})


@given(plausible_towns())
def test_no_plausible_town_is_questioned(made: OwnTown) -> None:
    assert doubts(made, TODAY) == ()


ABSURD: dict[str, st.SearchStrategy[object]] = {
    "population": st.integers(1, 100) | st.integers(4_000_000, 10**9),
    "area_km2": st.floats(0.001, 3.0) | st.floats(2_500.0, 10**6),
    "elementary_schools": st.just(0) | st.integers(400, 10**6),
    "junior_high_schools": st.just(0) | st.integers(200, 10**6),
    "ageing_rate": st.floats(0.0, 8.0) | st.floats(71.0, 100.0),
    "as_of": st.sampled_from(["1926", "2010-04-01", "2027-04-01", "2100"]),
    "zones": st.builds(
        lambda zone, count: [{"zone": zone, "count": count}],
        st.sampled_from(list(Zone)),
        st.integers(12_001, 10**9),
    ),
}


@given(st.data())
@pytest.mark.parametrize("field", sorted(ABSURD))
def test_every_absurd_figure_is_questioned(field: str, data: st.DataObject) -> None:
    value = data.draw(ABSURD[field])
    found = doubts(town(**{field: value}), TODAY)
    assert found, value
    assert not any("{" in doubt_sentence(one) for one in found)
    assert field in {one.field.value for one in found}, (value, found)


def test_villages_of_hamlets_pass() -> None:
    """Few people in many 自治会 and districts, no junior high school of their own."""
    village = town(
        population=169,
        area_km2=5.96,
        elementary_schools=1,
        junior_high_schools=0,
        zones=[{"zone": "neighbourhood", "count": 20}, {"zone": "district", "count": 2}],
    )
    assert doubts(village, TODAY) == ()
