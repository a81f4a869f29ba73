# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Ten questions that lead to a first design."""

import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import ChangeKind
from kyosei_desk.domain.projects.interview import (
    AnswerPart,
    Chosen,
    NamedThing,
    Question,
    QuestionId,
    Response,
    YesNo,
    answer_changes,
    questions,
)
from kyosei_desk.domain.projects.model import ModelProject, ScalingRule, ZoneCount
from kyosei_desk.domain.vocabulary import Coverage, ElementType, Zone
from kyosei_desk.wording.project_rules import question_text, question_why
from tests.domain.comparing_samples import answering, column
from tests.domain.projects.rules_samples import TODAY, TOWN, all_cases, bundled_case, own, project

SALON = NamedThing("ふれあいサロン", 5)


def ask(made: ModelProject, question_id: QuestionId) -> Question:
    return next(one for one in questions(made, ()) if one.id is question_id)


def answered(made: ModelProject, question_id: QuestionId, response: Response) -> ModelProject:
    return answer_changes(made, ask(made, question_id), response, TODAY)[-1].project


def test_ten_questions_in_the_order_of_the_guideline(corpus: Corpus) -> None:
    found = questions(project(), all_cases(corpus))
    assert [one.id for one in found] == list(QuestionId)
    assert len(found) == 10
    order = list(corpus.provisions)
    firsts = [order.index(one.provisions[0]) for one in found[1:]]
    assert firsts == sorted(firsts)
    assert all(provision in corpus.provisions for one in found for provision in one.provisions)
    assert all(one.options for one in found if AnswerPart.CASES in one.parts)


def test_every_question_is_a_question_with_its_reason() -> None:
    texts = [question_text(one) for one in QuestionId]
    assert len(set(texts)) == len(QuestionId)
    assert all("か。" in text for text in texts)
    assert all(question_why(one).endswith("。") for one in QuestionId)


def test_options_are_the_elements_that_answer_in_full_first(corpus: Corpus) -> None:
    core = next(q for q in questions(project(), all_cases(corpus)) if q.id is QuestionId.CORE)
    full = [way for way in core.options if way.coverage is Coverage.FULL]
    assert list(core.options[: len(full)]) == full
    assert len({way.address for way in core.options}) == len(core.options)
    assert "cases/nabari#area-director" in {way.address for way in core.options}


def test_what_the_town_has_becomes_an_element_of_today() -> None:
    made = project()
    changes = answer_changes(
        made, ask(made, QuestionId.HUB), Response(things=(SALON,), text=" 公民館も使う "), TODAY
    )
    assert [(one.kind, one.about) for one in changes] == [
        (ChangeKind.ELEMENT_ADDED, "ふれあいサロン"),
        (ChangeKind.ANSWERED, "集まる場所"),
    ]
    (element,) = changes[-1].project.design.elements
    assert (element.type, element.zone, element.count, element.unit) == (
        ElementType.PLACE,
        Zone.ELEMENTARY,
        5,
        "か所",
    )
    assert [(one.id, one.coverage) for one in element.provisions] == [("p1.hub", Coverage.PARTIAL)]
    assert changes[-1].project.existing == (element.id,)
    assert changes[-1].project.answers[0].text == "ふれあいサロン 5か所\n公民館も使う"


def test_a_thing_says_more_than_its_question_does() -> None:
    grant = NamedThing(
        "地区の交付金",
        2,
        unit="種類",
        zone=Zone.DISTRICT,
        coverage=Coverage.FULL,
        provision="p1.funding",
    )
    made = answered(project(), QuestionId.LEARNING, Response(things=(grant,)))
    (element,) = made.design.elements
    assert (element.unit, element.zone) == ("種類", Zone.DISTRICT)
    assert [(one.id, one.coverage) for one in element.provisions] == [("p1.funding", Coverage.FULL)]


def test_zones_go_to_the_town_and_the_next_questions_go_by_them() -> None:
    before = project(
        town=TOWN.model_copy(update={"zones": (ZoneCount(zone=Zone.ELEMENTARY, count=8),)})
    )
    given = (
        ZoneCount(zone=Zone.DISTRICT, count=3),
        ZoneCount(zone=Zone.ELEMENTARY, count=7),
    )
    made = answered(before, QuestionId.ZONES, Response(zones=given))
    assert [(one.zone, one.count) for one in made.town.zones] == [
        (Zone.ELEMENTARY, 7),
        (Zone.DISTRICT, 3),
    ]
    assert made.answers[0].text == "地区・支所 3、小学校区 7"
    assert ask(made, QuestionId.PLACE).zone is Zone.ELEMENTARY
    wide = answered(project(), QuestionId.ZONES, Response(zones=given[:1]))
    assert ask(wide, QuestionId.PLACE).zone is Zone.DISTRICT
    assert ask(wide, QuestionId.FORUM).zone is Zone.MUNICIPALITY


def test_elements_of_cases_are_taken_over_and_scaled(corpus: Corpus) -> None:
    nabari = bundled_case(corpus, "nabari")
    chosen = Chosen(nabari, "machi-no-hokenshitsu", ScalingRule.POPULATION)
    made = project()
    response = Response(chosen=(chosen,))
    changes = answer_changes(made, ask(made, QuestionId.PLACE), response, TODAY)
    assert [one.kind for one in changes] == [ChangeKind.ELEMENT_TAKEN_OVER, ChangeKind.ANSWERED]
    (element,) = changes[-1].project.design.elements
    assert element.count == 11
    assert changes[-1].project.answers[0].text == "まちの保健室（名張市から）"
    again = changes[-1].project
    assert answer_changes(again, ask(again, QuestionId.PLACE), response, TODAY) == []


def test_a_skipped_question_changes_nothing() -> None:
    made = project()
    for response in (Response(), Response(text="  "), Response(things=(NamedThing(" "),))):
        assert response.is_empty
        assert answer_changes(made, ask(made, QuestionId.HUB), response, TODAY) == []
    assert ask(made, QuestionId.HUB).answer is None


def test_a_word_is_an_answer() -> None:
    made = answered(
        project(), QuestionId.WHOLE_OFFICE, Response(choice=YesNo.UNDECIDED, text="来年度に")
    )
    assert made.answers[0].text == "まだ決めていない\n来年度に"
    assert ask(made, QuestionId.WHOLE_OFFICE).answer == "まだ決めていない\n来年度に"
    assert made.design == project().design


def test_answering_again_adds_what_is_new_and_takes_nothing_away() -> None:
    made = answered(project(), QuestionId.HUB, Response(things=(SALON, NamedThing("公民館"))))
    again = answered(
        made,
        QuestionId.HUB,
        Response(things=(NamedThing("ふれあいさろん", 6, coverage=Coverage.FULL),)),
    )
    assert [(one.name, one.count) for one in again.design.elements] == [
        ("ふれあいサロン", 6),
        ("公民館", None),
    ]
    assert again.design.elements[0].provisions[0].coverage is Coverage.FULL
    assert len(again.answers) == 1
    same = answered(again, QuestionId.HUB, Response(things=(SALON,), text="数え直した"))
    assert same.design.elements[0].provisions[0].coverage is Coverage.FULL
    assert same.design.elements[0].count == 5


def test_one_thing_may_answer_two_questions() -> None:
    planned = project(own("salon", zone="district"))
    made = answered(planned, QuestionId.HUB, Response(things=(NamedThing("salon"),)))
    made = answered(made, QuestionId.PLACE, Response(things=(NamedThing("salon", 3),)))
    (element,) = made.design.elements
    assert {one.id for one in element.provisions} == {"p1.hub", "p2.place"}
    assert (element.zone, element.count, element.unit) == (Zone.DISTRICT, 3, "か所")
    assert made.existing == (element.id,)


def test_what_cannot_be_taken_is_told() -> None:
    made = project()
    with pytest.raises(ProjectError) as unknown:
        answered(made, QuestionId.HUB, Response(chosen=(Chosen(column("x"), "none"),)))
    assert unknown.value.problem is ProjectProblem.UNKNOWN_ELEMENT
    uncounted = column("x", answering("salon", hub="full"))
    with pytest.raises(ProjectError) as open_count:
        answered(
            made,
            QuestionId.HUB,
            Response(chosen=(Chosen(uncounted, "salon", ScalingRule.POPULATION),)),
        )
    assert open_count.value.problem is ProjectProblem.NO_SOURCE_COUNT
    with pytest.raises(ProjectError):
        answered(made, QuestionId.HUB, Response(things=(NamedThing("広場", 0),)))


def test_the_own_design_is_no_option() -> None:
    itself = column("projects/own", answering("salon", hub="full"))
    assert all(one.options == () for one in questions(project(), [itself]))


def test_every_question_has_examples_of_its_own(corpus: Corpus) -> None:
    shown = [
        f"{one.column.id}#{one.element.id}"
        for question in questions(project(), all_cases(corpus))
        for one in question.examples
    ]
    assert len(shown) == len(set(shown)) == 2 * len(QuestionId)


def test_examples_answer_what_is_asked(corpus: Corpus) -> None:
    for question in questions(project(), all_cases(corpus)):
        options = {way.address for way in question.options}
        shown = {one.column.address(one.element) for one in question.examples}
        assert len({one.column.id for one in question.examples}) == len(question.examples)
        if AnswerPart.CASES in question.parts:
            assert shown <= options, question.id
        else:
            assert all(one.element.count for one in question.examples)


def test_without_their_cases_there_are_no_examples(corpus: Corpus) -> None:
    assert all(question.examples == () for question in questions(project(), ()))
    alone = questions(project(), (bundled_case(corpus, "nabari"),))
    assert [one.column.id for one in alone[0].examples] == ["cases/nabari"]
