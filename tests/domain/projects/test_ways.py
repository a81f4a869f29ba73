# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The palette of elements from the cases."""

import pytest

from kyosei_desk.domain.comparing.nearness import ConditionKind
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.projects.changes.taking_over import take_over
from kyosei_desk.domain.projects.model import OwnTown
from kyosei_desk.domain.projects.ways import Way, WayFilter, near_town, ways
from kyosei_desk.domain.vocabulary import Coverage, ElementType, Operator, Zone
from tests.domain.comparing_samples import PROVISIONS, answering, column, element
from tests.domain.projects.rules_samples import TODAY, TOWN, all_cases, bundled_case, project
from tests.domain.samples import NABARI

NEAR = column("near", answering("part", hub="partial"), answering("whole", hub="full"))
UNKNOWN = column(
    "unknown",
    element(
        "cafe",
        name="ふれあいカフェ",
        operators=["npo"],
        zone="district",
        type="programme",
        provisions=[{"id": "plan.zones", "coverage": "full"}],
    ),
    profile=None,
    municipality=None,
)


def addresses(found: tuple[Way, ...]) -> list[str]:
    return [way.address for way in found]


def shown(chosen: WayFilter) -> list[str]:
    return addresses(ways(project(), (UNKNOWN, NEAR), PROVISIONS, {}, chosen))


def test_nearest_first_and_the_unknown_last() -> None:
    assert shown(WayFilter()) == ["cases/near#part", "cases/near#whole", "cases/unknown#cafe"]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (WayFilter(functions=frozenset({"plan"})), ["cafe"]),
        (WayFilter(provisions=frozenset({"p1.hub"})), ["whole", "part"]),
        (WayFilter(zones=frozenset({Zone.DISTRICT})), ["cafe"]),
        (WayFilter(operators=frozenset({Operator.RESIDENTS})), ["part", "whole"]),
        (WayFilter(types=frozenset({ElementType.PROGRAMME})), ["cafe"]),
        (WayFilter(text="フレアイ　かふぇ"), ["cafe"]),
        (WayFilter(text="ｕｎＫＮＯＷＮ"), ["cafe"]),
        (WayFilter(text="カフェ ない"), []),
        (WayFilter(zones=frozenset({Zone.DISTRICT}), provisions=frozenset({"p1.hub"})), []),
    ],
)
def test_filters_come_together(chosen: WayFilter, found: list[str]) -> None:
    assert [address.partition("#")[2] for address in shown(chosen)] == found


def test_what_was_taken_over_is_marked(corpus: Corpus) -> None:
    made = take_over(
        project(), bundled_case(corpus, "nabari"), "machi-no-hokenshitsu", None, TODAY
    ).project
    found = ways(made, all_cases(corpus), corpus.provisions, corpus.municipalities)
    taken = {way.address: way.taken_as for way in found if way.taken_as}
    assert taken == {"cases/nabari#machi-no-hokenshitsu": ("machi-no-hokenshitsu",)}


def test_places_are_ordered_by_one_condition(corpus: Corpus) -> None:
    def order(kind: ConditionKind) -> list[str]:
        town = OwnTown(name="津市", code="242012", population=60_000, area_km2=60)
        found = ways(
            project(town=town),
            all_cases(corpus),
            corpus.provisions,
            corpus.municipalities,
            order=kind,
        )
        return list(dict.fromkeys(way.column.title for way in found))

    assert order(ConditionKind.POPULATION)[:3] == ["名張市", "芦屋市", "大牟田市"]
    assert order(ConditionKind.AREA)[:2] == ["世田谷区", "藤沢市"]
    assert order(ConditionKind.PREFECTURE)[0] == "名張市"


def test_a_way_tells_how_far_it_answers() -> None:
    found = ways(project(), (NEAR,), PROVISIONS, {})
    assert found[1].coverage("p1.hub") is Coverage.FULL
    assert found[1].coverage("plan.zones") is None


def test_the_own_town_is_compared_with_what_is_entered() -> None:
    town = TOWN.model_copy(update={"code": NABARI.code, "elementary_schools": 0})
    near = near_town(town, {NABARI.code: NABARI})
    assert (near.municipality, near.population, near.elementary_schools) == (NABARI, 60_000, None)
    assert near_town(OwnTown(name="町"), {}).area_km2 is None
