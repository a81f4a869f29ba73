# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Remarks on one's own design."""

import pytest

from kyosei_desk.domain.projects.checks import RemarkCode, remarks
from kyosei_desk.domain.projects.model import ModelProject, Origin, Scaling
from kyosei_desk.domain.vocabulary import Zone
from kyosei_desk.wording.project_rules import remark_sentence
from tests.domain.comparing_samples import PROVISIONS
from tests.domain.projects.rules_samples import TOWN, answers, link, own, project

PLACE = own("place", provisions=answers(p2_place="full"))
HELPER = own("helper", type="role", zone="municipality", provisions=answers(p2_backup="full"))


LINE = {
    "id": "b-1",
    "fiscal_year": 2026,
    "item": "備品",
    "quantity": 1,
    "unit": "式",
    "unit_price": 1000,
}


def found(made: ModelProject, code: RemarkCode) -> list[tuple[str, ...]]:
    return [remark.elements for remark in remarks(made) if remark.code is code]


def test_a_whole_design_gives_no_remark() -> None:
    assert remarks(project(PLACE, HELPER, links=[link("helper", "place", "backup")])) == ()
    assert remarks(project()) == ()


def test_all_but_organisations_need_an_operator() -> None:
    made = project(
        own("desk", operators=[]), own("office", operators=[], type="organisation"), PLACE
    )
    assert found(made, RemarkCode.NO_OPERATOR) == [("desk",)]


@pytest.mark.parametrize(
    ("links", "without"),
    [
        ([], [("place",)]),
        ([link("place", "helper", "cooperate")], [("place",)]),
        ([link("helper", "place", "backup")], []),
        ([link("place", "helper", "backup")], []),
        ([link("helper", "place", "support")], []),
    ],
)
def test_a_consultation_place_needs_a_backup(links: list[object], without: list[object]) -> None:
    made = project(PLACE, HELPER, links=links)
    assert found(made, RemarkCode.NO_BACKUP) == without


def test_a_hub_needs_no_backup() -> None:
    assert not found(project(own("salon", provisions=answers(p1_hub="full"))), RemarkCode.NO_BACKUP)


def test_a_zone_one_works_in_needs_a_place() -> None:
    made = project(own("walk", type="programme", zone="district"), HELPER)
    (remark,) = [one for one in remarks(made) if one.code is RemarkCode.ZONE_WITHOUT_PLACE]
    assert (remark.zone, remark.elements) == (Zone.DISTRICT, ("walk",))


@pytest.mark.parametrize(
    ("counts", "fewer", "more"),
    [
        ((3,), [("p0",)], []),
        ((3, 4), [("p0", "p1")], []),
        ((4, 4), [], []),
        ((8,), [], []),
        ((9,), [], [("p0",)]),
        ((3, None), [], []),
    ],
)
def test_places_are_held_against_the_eight_school_districts(
    counts: tuple[int | None, ...], fewer: list[object], more: list[object]
) -> None:
    places = [
        own(f"p{at}", count=count, unit=None if count is None else "か所")
        for at, count in enumerate(counts)
    ]
    assert found(project(*places), RemarkCode.FEWER_THAN_ZONES) == fewer
    assert found(project(*places), RemarkCode.MORE_THAN_ZONES) == more


@pytest.mark.parametrize(
    ("scaling", "doubted"),
    [
        ({"rule": "zone", "source_count": 15, "theirs": 14, "ours": 8}, False),
        ({"rule": "elementary", "source_count": 15, "theirs": 14, "ours": 8}, False),
        ({"rule": "zone", "source_count": 15, "theirs": 14, "ours": 9}, True),
        ({"rule": "population", "source_count": 12, "theirs": 80_000, "ours": 60_000}, True),
        ({"rule": "zone", "source_count": 14, "theirs": 14, "ours": 8, "edited": True}, True),
    ],
)
def test_what_was_proposed_by_the_zones_is_not_questioned(
    scaling: dict[str, object], doubted: bool
) -> None:
    place = own("p", count=9, unit="か所")
    origin = Origin.model_construct(element="p", scaling=Scaling.model_validate(scaling))
    made = project(place).model_copy(update={"origins": (origin,)})
    assert bool(found(made, RemarkCode.MORE_THAN_ZONES)) is doubted


def test_without_any_school_the_doubt_stands() -> None:
    none = TOWN.model_copy(update={"elementary_schools": 0})
    made = project(own("p", count=9, unit="か所"), town=none)
    (remark,) = [one for one in remarks(made) if one.code is RemarkCode.ZONE_OF_NONE]
    assert remark_sentence(remark, made, PROVISIONS) == (
        "小学校区に「p」がありますが、まちの数字では小学校区の数が0です。"
        "まちの数字を確かめてください。"
    )


def test_costs_of_no_element_are_told_together() -> None:
    costs = project(budget=[LINE, {**LINE, "id": "b-2", "item": "人件費"}])
    (remark,) = remarks(costs)
    assert (remark.code, remark.data["lines"]) == (
        RemarkCode.LINE_WITHOUT_ELEMENT,
        "「備品」「人件費」",
    )


def test_people_may_be_more_than_zones() -> None:
    staff = own("staff", type="role", count=20, unit="名")
    assert not found(project(staff), RemarkCode.MORE_THAN_ZONES)


def test_elements_that_answer_nothing_or_stand_alone() -> None:
    made = project(own("a"), PLACE, own("b"), links=[link("a", "place")])
    assert found(made, RemarkCode.NO_PROVISION) == [("b",)]
    apart = project(own("a"), PLACE, own("b"), links=[link("a", "b")])
    assert found(apart, RemarkCode.NO_PROVISION) == [("a",), ("b",)]
    assert found(made, RemarkCode.UNLINKED) == [("b",)]
    assert not found(project(own("only")), RemarkCode.UNLINKED)
    assert found(project(own("a"), own("b")), RemarkCode.UNLINKED) == [("a",), ("b",)]


def test_what_is_left_out_yet_answered() -> None:
    salon = own("salon", provisions=answers(p1_hub="partial"))
    made = project(salon, unfit=[{"id": "p1.hub", "reason": "広場で足りる"}])
    (remark,) = [one for one in remarks(made) if one.code is RemarkCode.LEFT_OUT_YET_ANSWERED]
    assert remark_sentence(remark, made, PROVISIONS) == (
        "「居場所」は、しないと決めていますが、「salon」が答えています。どちらにしますか。"
    )


def test_every_remark_has_its_sentence() -> None:
    made = project(
        own("desk", count=9, unit="か所", operators=[], provisions=answers(p2_place="full")),
        own("few", count=1, unit="か所", zone="junior_high"),
        own("walk", type="programme", zone="district", provisions=answers(p1_hub="full")),
        own("swarm", type="role", zone="municipality", count=70_000, unit="名"),
        unfit=[{"id": "p1.hub", "reason": "広場で足りる"}],
        budget=[LINE],
    )
    told = {one.code: remark_sentence(one, made, PROVISIONS) for one in remarks(made)}
    assert set(told) == set(RemarkCode) - {RemarkCode.ZONE_OF_NONE}
    assert list(told) == [code for code in RemarkCode if code in told]  # by weight
    assert not any("{" in sentence for sentence in told.values())
    assert told[RemarkCode.MORE_THAN_ZONES] == (
        "「desk」は9か所で、小学校区の数（8）より多くなっています。一つの圏域に二つ以上置くのですか。"
    )
    assert told[RemarkCode.FEWER_THAN_ZONES] == (
        "中学校区は4ありますが、場・拠点（「few」）は合わせて1です。"
        "ないところは、どこが受け持ちますか。"
    )
