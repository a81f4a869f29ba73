# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The gap board."""

import pytest

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changes.taking_over import take_over
from kyosei_desk.domain.projects.gaps import GapBoard, GapState, gap_board, ways_for
from kyosei_desk.domain.projects.model import ModelProject, ScalingRule
from kyosei_desk.domain.vocabulary import Coverage
from tests.domain.comparing_samples import FUNCTIONS, PROVISIONS, answering, column
from tests.domain.projects.rules_samples import (
    TODAY,
    all_cases,
    answers,
    bundled_case,
    own,
    project,
)

LEFT_OUT = [{"id": "plan.zones", "reason": "一つの圏域だけの町だから"}]


def board(made: ModelProject, *cases: ComparedDesign) -> GapBoard:
    return gap_board(made, PROVISIONS, FUNCTIONS, cases)


def states(found: GapBoard) -> list[GapState]:
    return [row.state for row in found.rows]


def test_every_state_is_derived_from_the_elements() -> None:
    made = project(
        own("salon", provisions=answers(p1_hub="full", p1_training="partial")), unfit=LEFT_OUT
    )
    assert states(board(made)) == [GapState.COVERED, GapState.PARTLY, GapState.LEFT_OUT]
    assert states(board(project())) == [GapState.NOT_YET] * 3


def test_an_answer_counts_before_what_was_left_out() -> None:
    made = project(own("map", provisions=answers(plan_zones="partial")), unfit=LEFT_OUT)
    row = board(made).row("plan.zones")
    assert row.state is GapState.PARTLY
    assert row.reason == "一つの圏域だけの町だから"


def test_own_elements_stand_in_full_first_and_tell_what_is_there_today() -> None:
    made = project(
        own("new", provisions=answers(p1_hub="partial")),
        own("old", provisions=answers(p1_hub="full")),
        existing=["new"],
    )
    row = board(made).row("p1.hub")
    assert [(one.element.id, one.coverage, one.existing) for one in row.answers] == [
        ("old", Coverage.FULL, False),
        ("new", Coverage.PARTIAL, True),
    ]


def test_ways_are_the_elements_of_other_designs() -> None:
    a = column("a", answering("x", hub="partial"), answering("y", hub="full"))
    b = column("b", answering("z", hub="full"))
    row = board(project(), a, b).row("p1.hub")
    assert [way.address for way in row.ways] == ["cases/a#y", "cases/b#z", "cases/a#x"]
    assert row.case_count == 2
    assert [cited.places for cited in row.ways[0].sources] == [("左の欄",)]


def test_the_own_design_shows_itself_no_way() -> None:
    itself = column("projects/own", answering("x", hub="full"))
    assert board(project(), itself).row("p1.hub").ways == ()


def test_an_unknown_provision_has_no_row() -> None:
    with pytest.raises(ProjectError) as raised:
        board(project()).row("p9.none")
    assert raised.value.problem is ProjectProblem.UNKNOWN_PROVISION


def test_what_is_asked_of_the_prefecture_is_not_counted(corpus: Corpus) -> None:
    found = gap_board(project(), corpus.provisions, corpus.functions, all_cases(corpus))
    assert [(group.function.id, len(group.rows), group.prefectural) for group in found.groups] == [
        ("f1", 4, False),
        ("f2", 4, False),
        ("f3", 5, False),
        ("f4", 4, True),
        ("plan", 4, False),
    ]
    assert (found.total, found.answered, found.count(GapState.NOT_YET)) == (17, 0, 17)
    assert {row.state for row in found.groups[3].rows} == {GapState.PREFECTURAL}
    assert found.row("p3.core").questions == corpus.provisions["p3.core"].questions


def test_a_town_of_60000_takes_three_elements_over(corpus: Corpus) -> None:
    made = project()
    for case, element_id, rule in (
        ("nabari", "machi-no-hokenshitsu", ScalingRule.POPULATION),
        ("toyonaka", "koku-fukushi-iinkai", None),
        ("ashiya", "joint-sheet", None),
    ):
        made = take_over(made, bundled_case(corpus, case), element_id, rule, TODAY).project
    found = gap_board(made, corpus.provisions, corpus.functions, all_cases(corpus))
    told = {row.provision.id: row.state for row in found.rows if row.answers}
    assert told == {
        "p1.hub": GapState.PARTLY,
        "p2.place": GapState.COVERED,
        "p2.early": GapState.PARTLY,
        "p3.team": GapState.PARTLY,
        "p3.residents": GapState.COVERED,
        "plan.zones": GapState.PARTLY,
        "plan.whole-office": GapState.PARTLY,
    }
    assert [found.count(state) for state in GapState] == [2, 5, 10, 0, 0]


def test_the_ways_of_a_row_are_those_asked_for_alone(corpus: Corpus) -> None:
    cases = all_cases(corpus)
    for row in gap_board(project(), corpus.provisions, corpus.functions, cases).rows:
        assert row.ways == ways_for((row.provision.id,), cases)
