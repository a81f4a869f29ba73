# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Changes of what stands around the design: each part, and what is refused."""

from collections.abc import Callable

import pytest

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.answers import answer
from kyosei_desk.domain.projects.changes.decisions import put_decision, remove_decision
from kyosei_desk.domain.projects.changes.goals import put_goal, remove_goal
from kyosei_desk.domain.projects.changes.left_out import leave_out, take_up
from kyosei_desk.domain.projects.changes.money import (
    put_line,
    put_programme,
    remove_line,
    remove_programme,
)
from kyosei_desk.domain.projects.changes.order import move_entry
from kyosei_desk.domain.projects.changes.people import put_participant, remove_participant
from kyosei_desk.domain.projects.changes.projects import (
    as_variant,
    imported,
    new_project,
    rename,
    restore,
    set_status,
)
from kyosei_desk.domain.projects.changes.schedule import put_step, remove_step
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.domain.projects.identifiers import next_id
from kyosei_desk.domain.projects.making import made
from kyosei_desk.domain.projects.model import (
    Answer,
    Decision,
    Goal,
    ModelProject,
    OwnTown,
    Participant,
    ProjectStatus,
    Step,
)
from kyosei_desk.domain.projects.money import BudgetLine, SubsidyProgramme
from kyosei_desk.domain.projects.parts import ProjectPart
from tests.domain.comparing_samples import PROVISIONS
from tests.domain.projects.samples import PROGRAMME, line, project, step, town


def refused(change: Callable[[], object]) -> ProjectError:
    with pytest.raises(ProjectError) as caught:
        change()
    return caught.value


def test_a_new_project_is_empty_and_named() -> None:
    changed = new_project(" 包括的な支援体制 ", town(), "案B")
    assert (changed.kind, changed.about) == (
        ChangeKind.CREATED,
        "うちの町 包括的な支援体制（案B）",
    )
    assert changed.project == ModelProject(
        id="project", name="包括的な支援体制", variant="案B", town=town()
    )


@pytest.mark.parametrize(
    ("name", "variant", "project_id", "problem", "about"),
    [
        ("", "案A", None, ProjectProblem.EMPTY_TEXT, ("name",)),
        ("　 ", "案A", None, ProjectProblem.EMPTY_TEXT, ("name",)),
        ("支援体制", " ", None, ProjectProblem.EMPTY_TEXT, ("variant",)),
        ("支援体制", "案A", "案A", ProjectProblem.WRONG_ID, ("id",)),
        ("支援体制", "案A", "Plan A", ProjectProblem.WRONG_ID, ("id",)),
        ("名\ud800前", "案A", None, ProjectProblem.WRONG_VALUE, ("name",)),
    ],
)
def test_a_project_needs_a_name_and_a_plain_id(
    name: str,
    variant: str,
    project_id: str | None,
    problem: ProjectProblem,
    about: tuple[str, ...],
) -> None:
    error = refused(lambda: new_project(name, town(), variant, project_id=project_id))
    assert (error.problem, error.about) == (problem, about)


def test_a_variant_has_all_but_its_name_and_is_a_draft() -> None:
    decided = set_status(project(), ProjectStatus.DECIDED).project
    changed = as_variant(decided, "案B", "plan-b")
    assert changed.kind is ChangeKind.CREATED
    assert changed.project.design == decided.design
    assert (changed.project.id, changed.project.variant) == ("plan-b", "案B")
    assert changed.project.status is ProjectStatus.DRAFT
    assert as_variant(decided, "案B").project.id == decided.id


def test_name_status_and_town_are_set() -> None:
    begun = project()
    renamed = rename(begun, "まるごと相談", "案C")
    assert (renamed.about, renamed.project.title) == (
        "まるごと相談（案C）",
        "うちの町 まるごと相談（案C）",
    )
    assert rename(begun, "うちの町の体制", "案A").project.title == "うちの町の体制（案A）"
    assert set_status(begun, ProjectStatus.PROPOSED).about == "庁内で協議中"
    smaller = set_town(begun, town(population=5_000))
    assert smaller.project.town.population == 5_000
    assert smaller.project.design == begun.design


def test_restoring_keeps_the_id() -> None:
    begun = project()
    other = as_variant(begun, "案B", "plan-b").project
    restored = restore(begun, other, "会議の前")
    assert (restored.kind, restored.about) == (ChangeKind.REVISION_RESTORED, "会議の前")
    assert restored.project == other.model_copy(update={"id": begun.id})


def test_importing_can_give_another_id() -> None:
    begun = project()
    assert imported(begun).project == begun
    assert imported(begun, "plan-z").project.address == "projects/plan-z"


def test_leaving_out_needs_a_reason_and_can_be_taken_back() -> None:
    changed = leave_out(project(), "p1.hub", "公民館がある。", known=PROVISIONS)
    assert (changed.kind, changed.about) == (ChangeKind.LEFT_OUT, "居場所")
    again = leave_out(changed.project, "p1.hub", "公民館で足りる。").project
    assert [one.reason for one in again.design.not_applicable] == ["公民館で足りる。"]
    taken_up = take_up(again, "p1.hub", known=PROVISIONS)
    assert (taken_up.kind, taken_up.about) == (ChangeKind.TAKEN_UP, "居場所")
    assert taken_up.project == project()
    of_another_issue = leave_out(project(), "p9.x", "いまはない。").project
    assert take_up(of_another_issue, "p9.x", known=PROVISIONS).about == "p9.x"


def test_what_cannot_be_left_out_is_refused() -> None:
    begun = project()
    no_reason = refused(lambda: leave_out(begun, "p1.hub", " "))
    assert (no_reason.problem, no_reason.about) == (ProjectProblem.EMPTY_TEXT, ("reason",))
    unknown = refused(lambda: leave_out(begun, "p9.x", "なし", known=PROVISIONS))
    assert (unknown.problem, unknown.about) == (ProjectProblem.UNKNOWN_PROVISION, ("p9.x",))
    assert refused(lambda: take_up(begun, "p1.hub")).problem is ProjectProblem.NOT_LEFT_OUT


def test_a_removed_programme_leaves_its_lines_to_the_town() -> None:
    shared = put_programme(project(), PROGRAMME).project
    shared = put_line(shared, line(programme="p-1", element="e-1")).project
    shared = put_programme(shared, PROGRAMME.model_copy(update={"id": "p-2"})).project
    shared = put_line(shared, line(id="b-2", programme="p-2")).project
    alone = remove_programme(shared, "p-1").project
    assert [programme.id for programme in alone.programmes] == ["p-2"]
    assert alone.budget == (line(element="e-1"), line(id="b-2", programme="p-2"))


def test_answers_are_replaced_and_taken_away() -> None:
    answered = answer(project(), "q1", "三つあります。", "今ある場").project
    answered = answer(answered, "q2", "ない。").project
    changed = answer(answered, "q1", "四つです。", "今ある場")
    assert (changed.kind, changed.about) == (ChangeKind.ANSWERED, "今ある場")
    assert changed.project.answers == (
        Answer(question="q1", text="四つです。"),
        Answer(question="q2", text="ない。"),
    )
    assert [one.question for one in answer(changed.project, "q1", " ").project.answers] == ["q2"]


ROUND_TRIPS: list[
    tuple[ProjectPart, Callable[[ModelProject], Changed], Callable[[ModelProject], Changed], str]
] = [
    (
        ProjectPart.GOAL,
        lambda p: put_goal(p, Goal(id="g-1", text="断らない")),
        lambda p: remove_goal(p, "g-1"),
        "断らない",
    ),
    (
        ProjectPart.LINE,
        lambda p: put_line(p, line()),
        lambda p: remove_line(p, "b-1"),
        "人件費",
    ),
    (
        ProjectPart.PROGRAMME,
        lambda p: put_programme(p, PROGRAMME),
        lambda p: remove_programme(p, "p-1"),
        "モデル事業",
    ),
    (
        ProjectPart.STEP,
        lambda p: put_step(p, step(elements=["e-1"])),
        lambda p: remove_step(p, "s-1"),
        "準備",
    ),
    (
        ProjectPart.DECISION,
        lambda p: put_decision(p, Decision(id="d-1", what="窓口を置く")),
        lambda p: remove_decision(p, "d-1"),
        "窓口を置く",
    ),
    (
        ProjectPart.PARTICIPANT,
        lambda p: put_participant(p, Participant(id="m-1", role="社会福祉協議会")),
        lambda p: remove_participant(p, "m-1"),
        "社会福祉協議会",
    ),
]


@pytest.mark.parametrize(("part", "put", "remove", "about"), ROUND_TRIPS)
def test_what_is_put_can_be_removed(
    part: ProjectPart,
    put: Callable[[ModelProject], Changed],
    remove: Callable[[ModelProject], Changed],
    about: str,
) -> None:
    begun = project()
    first_id = next_id(begun, part)
    changed = put(begun)
    assert changed.about == about
    assert changed.project != begun
    again = put(changed.project)
    assert (again.project, again.about) == (changed.project, about)
    kinds = [one.kind.name for one in (changed, again, remove(changed.project))]
    assert [kind.rpartition("_")[2] for kind in kinds] == ["ADDED", "CHANGED", "REMOVED"]
    assert len({kind.rpartition("_")[0] for kind in kinds}) == 1
    assert next_id(changed.project, part) != first_id
    removed = remove(changed.project)
    left = removed.project
    assert (removed.about, left.model_copy(update={"retired": ()})) == (about, begun)
    assert next_id(left, part) == next_id(changed.project, part)  # its id is not given again
    missing = refused(lambda: remove(begun))
    assert (missing.problem, missing.about) == (ProjectProblem.UNKNOWN_ENTRY, (part, first_id))


@pytest.mark.parametrize(
    ("change", "problem", "about"),
    [
        (lambda p: put_step(p, step(elements=["x"])), ProjectProblem.UNKNOWN_ELEMENT, ("x",)),
        (lambda p: put_line(p, line(element="x")), ProjectProblem.UNKNOWN_ELEMENT, ("x",)),
        (lambda p: put_line(p, line(programme="x")), ProjectProblem.UNKNOWN_PROGRAMME, ("x",)),
        (
            lambda p: put_goal(p, Goal(id="g", text="x", provisions=("y.y",)), known=PROVISIONS),
            ProjectProblem.UNKNOWN_PROVISION,
            ("y.y",),
        ),
    ],
)
def test_what_is_not_there_cannot_be_named(
    change: Callable[[ModelProject], Changed], problem: ProjectProblem, about: tuple[str]
) -> None:
    error = refused(lambda: change(project()))
    assert (error.problem, error.about) == (problem, about)


def test_a_step_names_each_element_once() -> None:
    changed = put_step(project(), step(elements=["e-2", "e-1", "e-2"]))
    assert changed.project.steps[0].elements == ("e-2", "e-1")


@pytest.mark.parametrize(
    ("position", "order"),
    [(0, "bac"), (1, "abc"), (2, "acb"), (9, "acb"), (-1, "bac")],
)
def test_entries_are_moved(position: int, order: str) -> None:
    begun = project()
    for letter in "abc":
        begun = put_goal(begun, Goal(id=letter, text=letter)).project
    changed = move_entry(begun, ProjectPart.GOAL, "b", position)
    assert (changed.kind, changed.about) == (ChangeKind.REORDERED, "b")
    assert "".join(goal.id for goal in changed.project.goals) == order


def test_elements_are_moved() -> None:
    moved = move_entry(project(), ProjectPart.ELEMENT, "e-2", 0).project
    assert [element.id for element in moved.design.elements] == ["e-2", "e-1"]


def test_a_part_without_order_is_refused() -> None:
    error = refused(lambda: move_entry(project(), ProjectPart.LINK, "x", 0))
    assert error.problem is ProjectProblem.NO_SUCH_ORDER
    error = refused(lambda: move_entry(project(), ProjectPart.STEP, "x", 0))
    assert error.problem is ProjectProblem.UNKNOWN_ENTRY
    assert refused(lambda: next_id(project(), ProjectPart.LINK)).about == ("link", "")


@pytest.mark.parametrize(
    ("kind", "values", "problem", "about"),
    [
        (OwnTown, {"name": "町", "code": "242081"}, "wrong_municipality_code", ("code",)),
        (OwnTown, {"name": "町", "as_of": "2026-13"}, "not_a_date", ("as_of",)),
        (OwnTown, {"name": "町", "population": 0}, "wrong_value", ("population",)),
        (OwnTown, {"name": "町", "zones": [{"zone": "district", "count": 0}]}, "wrong_value", None),
        (
            OwnTown,
            {"name": "町", "zones": [{"zone": "district", "count": n} for n in (1, 2)]},
            "id_taken",
            (),
        ),
        (
            SubsidyProgramme,
            {"id": "p", "name": "x", "basis": "y", "national": "5/4"},
            "wrong_rate",
            ("national",),
        ),
        (
            SubsidyProgramme,
            {"id": "p", "name": "x", "basis": "y", "national": "3/4", "prefectural": "1/2"},
            "rates_above_one",
            (),
        ),
        (SubsidyProgramme, {"id": "p", "name": "x"}, "empty_text", ("basis",)),
        (Step, {"id": "s", "name": "x", "start": "2027", "end": "2028"}, "step_without_month", ()),
        (
            Step,
            {"id": "s", "name": "x", "start": "2027-05", "end": "2027-04"},
            "step_ends_before_it_starts",
            (),
        ),
        (BudgetLine, {"id": "b", "item": "x", "unit": "人"}, "empty_text", ("fiscal_year",)),
    ],
)
def test_values_that_cannot_stand_are_typed(
    kind: type[OwnTown], values: dict[str, object], problem: str, about: tuple[str, ...] | None
) -> None:
    error = refused(lambda: made(kind, **values))
    assert error.problem == ProjectProblem(problem)
    if about is not None:
        assert error.about == about


def test_a_value_that_stands_is_made() -> None:
    assert made(Step, id="s-1", name="準備", start=PartialDate(2027, 4), end="2027-09") == step()
