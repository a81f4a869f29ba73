# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A project in the middle of work: taken over, costed, planned, decided on."""

from kyosei_desk.domain.comparing.designs import compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.documents import CaseDocument
from kyosei_desk.domain.projects.budgeting import default_programmes
from kyosei_desk.domain.projects.changes.answers import answer
from kyosei_desk.domain.projects.changes.decisions import put_decision
from kyosei_desk.domain.projects.changes.elements import ElementDraft, add_element
from kyosei_desk.domain.projects.changes.goals import put_goal
from kyosei_desk.domain.projects.changes.left_out import leave_out
from kyosei_desk.domain.projects.changes.links import connect
from kyosei_desk.domain.projects.changes.money import put_line, put_programme
from kyosei_desk.domain.projects.changes.people import put_participant
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.changes.schedule import put_step
from kyosei_desk.domain.projects.changes.taking_over import take_over
from kyosei_desk.domain.projects.interview import QuestionId
from kyosei_desk.domain.projects.model import (
    Decision,
    Goal,
    ModelProject,
    OwnTown,
    Participant,
    ScalingRule,
    Step,
)
from kyosei_desk.domain.projects.money import BudgetLine
from kyosei_desk.domain.vocabulary import LinkType, Operator, Zone
from kyosei_desk.export.project.matter import Matter

TODAY = PartialDate(2026, 11, 23)
NASTY = "=HYPERLINK(\"x\")|<script>alert('1')</script>`*_[a](b)"


def worked_project(corpus: Corpus) -> ModelProject:
    """Return a project that has something of everything."""
    town = OwnTown(
        name="みどり市",
        code="102121",
        as_of=PartialDate(2026, 4, 1),
        population=60000,
        area_km2=208.4,
        elementary_schools=12,
        junior_high_schools=5,
        ageing_rate=33.5,
    )
    project = new_project("支え合いモデル事業", town, project_id="midori").project
    goal = Goal(id="g-1", text="どの相談も断らない", provisions=("p2.place",))
    project = put_goal(project, goal).project
    someone = Participant(id="m-1", role="地域福祉課", part="とりまとめ")
    project = put_participant(project, someone).project
    project = _with_elements(project, corpus)
    project = leave_out(project, "p1.funding", "共同募金の委員会が別に決める").project
    project = _with_money(project)
    project = _with_steps(project)
    question = next(iter(QuestionId)).value
    return answer(project, question, "校区ごとの集まりがある").project


def _with_elements(project: ModelProject, corpus: Corpus) -> ModelProject:
    taken = (
        ("cases/nabari", "machi-no-hokenshitsu", ScalingRule.POPULATION),
        ("cases/nabari", "area-director", ScalingRule.FIXED),
        ("cases/ashiya", "joint-sheet", None),
    )
    for case_id, element_id, rule in taken:
        document = corpus.document(case_id)
        assert isinstance(document, CaseDocument)
        column = compared_case(document, corpus)
        project = take_over(project, column, element_id, rule, TODAY).project
    draft = ElementDraft(
        name=f"民生委員協議会 {NASTY}",
        zone=Zone.ELEMENTARY,
        count=12,
        unit="か所",
        operators=(Operator.COMMISSIONERS,),
        text="今の集まりを生かす。\n月に1回。",
        existing=True,
    )
    project = add_element(project, draft).project
    own, first = project.design.elements[-1], project.design.elements[0]
    return connect(project, own.id, first.id, LinkType.COOPERATE, "月例の会").project


def _with_money(project: ModelProject) -> ModelProject:
    programme = default_programmes()[0]
    project = put_programme(project, programme).project
    place = project.design.elements[0].id
    lines = (
        ("b-1", 2026, "相談員の人件費", 2.0, "人", 350_000, 12, place, programme.id),
        ("b-2", 2026, "印刷", 1500.0, "部", 33, None, None, None),
        ("b-3", 2027, "相談員の人件費", 2.5, "人", 350_000, 12, place, programme.id),
    )
    names = ("id", "fiscal_year", "item", "quantity", "unit", "unit_price", "months")
    for given in lines:
        values = dict(zip((*names, "element", "programme"), given, strict=True))
        project = put_line(project, BudgetLine.model_validate(values)).project
    return project


def _with_steps(project: ModelProject) -> ModelProject:
    place = project.design.elements[0].id
    steps = (
        ("s-1", "庁内の会議で案を決める", "2026-12", "2027-02", (), None),
        ("s-2", "まちの保健室を3か所ひらく", "2027-04", "2027-09", (place,), "空き教室を使う"),
    )
    for step_id, name, start, end, elements, note in steps:
        made = Step(
            id=step_id,
            name=name,
            start=PartialDate.parse(start),
            end=PartialDate.parse(end),
            elements=elements,
            note=note,
        )
        project = put_step(project, made).project
    decision = Decision(
        id="d-1",
        what="小学校区に1か所ずつ置く",
        why="歩いて行けるところに要る",
        who="庁内検討会議",
        on=PartialDate(2026, 11, 20),
        passages=("cases/nabari#machi-no-hokenshitsu",),
    )
    return put_decision(project, decision).project


def worked_matter(corpus: Corpus) -> Matter:
    """Return the project with what a paper on it is made from."""
    return Matter(worked_project(corpus), corpus, TODAY, lambda one: f"前提 {one.kind.label}")
