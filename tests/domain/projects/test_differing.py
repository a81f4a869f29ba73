# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What differs between two states of a project."""

from hypothesis import given

from kyosei_desk.domain.projects.changes.answers import answer
from kyosei_desk.domain.projects.changes.elements import (
    move_element,
    remove_element,
    set_count,
    set_existing,
)
from kyosei_desk.domain.projects.changes.goals import put_goal
from kyosei_desk.domain.projects.changes.left_out import leave_out
from kyosei_desk.domain.projects.changes.links import change_link, connect, disconnect, turn_link
from kyosei_desk.domain.projects.changes.order import move_entry
from kyosei_desk.domain.projects.changes.projects import as_variant, set_status
from kyosei_desk.domain.projects.changes.taking_over import take_over
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.domain.projects.differing import (
    DifferenceKind,
    ProjectDifference,
    differences,
)
from kyosei_desk.domain.projects.model import Goal, ModelProject, ProjectStatus
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.domain.vocabulary import LinkType, Zone
from tests.domain.projects.samples import COLUMN, TODAY, project, town
from tests.domain.projects.strategies import projects

ADDED, REMOVED = DifferenceKind.ADDED, DifferenceKind.REMOVED
CHANGED, REORDERED = DifferenceKind.CHANGED, DifferenceKind.REORDERED


def told(before: ModelProject, after: ModelProject) -> list[tuple[object, ...]]:
    """Return part, kind, id and field of each difference."""
    return [(one.part, one.kind, one.id, one.field) for one in differences(before, after)]


def comparable(one: ModelProject) -> ModelProject:
    """Return a project without what is no difference: its id, the order of what exists."""
    return one.model_copy(update={"id": "x", "existing": tuple(sorted(one.existing))})


@given(projects(), projects())
def test_nothing_differs_only_where_all_is_alike(one: ModelProject, other: ModelProject) -> None:
    assert (differences(one, other) == ()) == (comparable(one) == comparable(other))
    assert differences(one, one) == ()


@given(projects(), projects())
def test_what_was_added_one_way_was_removed_the_other(
    one: ModelProject, other: ModelProject
) -> None:
    there, back = differences(one, other), differences(other, one)
    added = [(d.part, d.id, d.new) for d in there if d.kind is ADDED]
    removed = [(d.part, d.id, d.old) for d in back if d.kind is REMOVED]
    assert sorted(added, key=str) == sorted(removed, key=str)
    assert len(there) == len(back)


def test_a_variant_differs_in_its_name() -> None:
    begun = project()
    copy = as_variant(begun, "案B", "plan-b").project
    assert differences(begun, copy) == (
        ProjectDifference(ProjectPart.PROJECT, CHANGED, field="variant", old="案A", new="案B"),
    )
    assert differences(copy, begun)[0].new == "案A"


def test_values_are_told_field_by_field() -> None:
    begun = project()
    after = set_status(begun, ProjectStatus.DECIDED).project
    after = set_town(after, town(population=61_000, ageing_rate=30.5)).project
    after = move_element(after, "e-1", Zone.DISTRICT).project
    assert [(d.field, d.old, d.new) for d in differences(begun, after)] == [
        ("status", ProjectStatus.DRAFT, ProjectStatus.DECIDED),
        ("population", 60_000, 61_000),
        ("ageing_rate", None, 30.5),
        ("zone", Zone.ELEMENTARY, Zone.DISTRICT),
    ]


def test_the_unit_is_told_only_when_it_changed_by_itself() -> None:
    begun = project()
    assert told(begun, set_count(begun, "e-2", 1).project) == [
        (ProjectPart.ELEMENT, CHANGED, "e-2", "count")
    ]
    assert told(begun, set_count(begun, "e-1", 3, "人").project) == [
        (ProjectPart.ELEMENT, CHANGED, "e-1", "unit")
    ]


def test_taking_over_is_an_element_its_links_and_its_origin() -> None:
    begun = take_over(project(), COLUMN, "hiroba", None, TODAY).project
    after = take_over(begun, COLUMN, "hoken", None, TODAY).project
    assert told(begun, after) == [
        (ProjectPart.ELEMENT, ADDED, "hoken", None),
        (ProjectPart.LINK, ADDED, "hiroba hoken", None),
        (ProjectPart.ORIGIN, ADDED, "hoken", None),
    ]


def test_a_removed_element_is_one_difference_of_each_part() -> None:
    begun = set_existing(project(), "e-1", True).project
    assert [(d.part, d.kind, d.name) for d in differences(begun, project())] == [
        (ProjectPart.ELEMENT, CHANGED, "窓口")
    ]
    assert [
        (d.part, d.kind, d.name) for d in differences(begun, remove_element(begun, "e-1").project)
    ] == [
        (ProjectPart.ELEMENT, REMOVED, "窓口"),
        (ProjectPart.LINK, REMOVED, "窓口 → 会議"),
    ]


def test_links_are_paired_by_their_ends() -> None:
    begun = project()
    link = begun.design.links[0]
    retyped = change_link(begun, link, link_type=LinkType.BACKUP, label="つなぐ").project
    assert told(begun, retyped) == [(ProjectPart.LINK, CHANGED, "e-1 e-2", "type")]
    assert told(begun, turn_link(begun, link).project) == [
        (ProjectPart.LINK, REMOVED, "e-1 e-2", None),
        (ProjectPart.LINK, ADDED, "e-2 e-1", None),
    ]
    two = connect(begun, "e-1", "e-2", LinkType.SUPPORT).project
    assert told(two, disconnect(two, link).project) == [
        (ProjectPart.LINK, REMOVED, "e-1 e-2", None)
    ]


def test_another_order_is_one_difference() -> None:
    begun = project()
    swapped = move_entry(begun, ProjectPart.ELEMENT, "e-2", 0).project
    assert told(begun, swapped) == [(ProjectPart.ELEMENT, REORDERED, "", None)]
    two = connect(begun, "e-1", "e-2", LinkType.SUPPORT).project
    link = two.design.links[0]
    back = connect(disconnect(two, link).project, "e-1", "e-2", link.type, link.label).project
    assert told(two, back) == [(ProjectPart.LINK, REORDERED, "", None)]


def test_goals_answers_and_what_is_left_out_are_told() -> None:
    begun = project()
    after = put_goal(begun, Goal(id="g-1", text="断らない")).project
    after = leave_out(after, "p1.hub", "公民館がある。").project
    after = answer(after, "q1", "三つ").project
    assert told(begun, after) == [
        (ProjectPart.GOAL, ADDED, "g-1", None),
        (ProjectPart.LEFT_OUT, ADDED, "p1.hub", None),
        (ProjectPart.ANSWER, ADDED, "q1", None),
    ]
