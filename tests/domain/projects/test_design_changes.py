# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Changes of the design: its elements and links."""

from collections.abc import Callable

import pytest

from kyosei_desk.domain.designs import Link
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.elements import (
    ElementDraft,
    add_element,
    change_element,
    move_element,
    remove_element,
    rename_element,
    set_count,
    set_existing,
    set_provision,
)
from kyosei_desk.domain.projects.changes.links import (
    change_link,
    connect,
    disconnect,
    links_between,
    links_of,
    turn_link,
)
from kyosei_desk.domain.projects.changes.money import put_line
from kyosei_desk.domain.projects.changes.schedule import put_step
from kyosei_desk.domain.projects.changes.taking_over import take_over
from kyosei_desk.domain.projects.model import OWN_SOURCE, UNWRITTEN, ModelProject, ScalingRule
from kyosei_desk.domain.vocabulary import Coverage, ElementType, LinkType, WelfareField, Zone
from tests.domain.comparing_samples import PROVISIONS
from tests.domain.projects.samples import COLUMN, TODAY, empty_project, line, link, project, step


def refused(change: Callable[[], object]) -> tuple[ProjectProblem, tuple[str, ...]]:
    with pytest.raises(ProjectError) as caught:
        change()
    return caught.value.problem, caught.value.about


def own_link() -> Link:
    """Return the one link of the project made by hand."""
    return project().design.links[0]


def test_an_element_needs_a_name_only() -> None:
    changed = add_element(empty_project(), ElementDraft(name="窓口", existing=True))
    assert (changed.kind, changed.about) == (ChangeKind.ELEMENT_ADDED, "窓口")
    (element,) = changed.project.design.elements
    assert (element.id, element.type, element.zone) == (
        "e-1",
        ElementType.PLACE,
        Zone.MUNICIPALITY,
    )
    assert (element.text, element.source) == (UNWRITTEN, OWN_SOURCE)
    assert element.fields == (WelfareField.ALL,)
    assert changed.project.existing == ("e-1",)


def test_two_elements_may_have_one_name() -> None:
    begun = add_element(empty_project(), ElementDraft(name="CSW")).project
    begun = add_element(begun, ElementDraft(name="CSW")).project
    assert [element.id for element in begun.design.elements] == ["csw", "csw-2"]


def test_a_count_needs_a_unit() -> None:
    draft = ElementDraft(name="窓口", count=2)
    assert refused(lambda: add_element(empty_project(), draft)) == (
        ProjectProblem.COUNT_WITHOUT_UNIT,
        (),
    )


def test_an_element_answers_known_provisions_once() -> None:
    full = {"id": "p1.hub", "coverage": "full"}
    draft = ElementDraft.model_validate({"name": "窓口", "provisions": [full]})
    added = add_element(project(), draft, known=PROVISIONS).project
    assert refused(lambda: add_element(project(), draft, known=["p2.place"])) == (
        ProjectProblem.UNKNOWN_PROVISION,
        ("p1.hub",),
    )
    doubled = ElementDraft.model_validate({"name": "窓口", "provisions": [full, full]})
    assert refused(lambda: add_element(project(), doubled)) == (
        ProjectProblem.ID_TAKEN,
        ("p1.hub",),
    )
    element = added.design.elements[-1]
    twice = element.model_copy(update={"provisions": element.provisions * 2})
    assert refused(lambda: change_element(added, twice))[0] is ProjectProblem.ID_TAKEN


def test_coverage_is_set_changed_and_taken_away() -> None:
    begun = set_provision(project(), "e-1", "p1.hub", Coverage.FULL, known=PROVISIONS).project
    begun = set_provision(begun, "e-1", "p1.training", Coverage.FULL).project
    begun = set_provision(begun, "e-1", "p1.hub", Coverage.PARTIAL).project
    told = begun.design.elements[0].provisions
    assert [(one.id, one.coverage.value) for one in told] == [
        ("p1.hub", "partial"),
        ("p1.training", "full"),
    ]
    begun = set_provision(begun, "e-1", "p1.hub", None).project
    assert [one.id for one in begun.design.elements[0].provisions] == ["p1.training"]
    unknown = refused(lambda: set_provision(begun, "e-1", "p9.x", Coverage.FULL, known=PROVISIONS))
    assert unknown == (ProjectProblem.UNKNOWN_PROVISION, ("p9.x",))


def test_an_element_is_renamed_and_moved() -> None:
    renamed = rename_element(project(), "e-1", " 相談窓口 ")
    assert (renamed.kind, renamed.about) == (ChangeKind.ELEMENT_RENAMED, "相談窓口")
    moved = move_element(renamed.project, "e-1", Zone.JUNIOR_HIGH)
    assert (moved.kind, moved.about) == (ChangeKind.ELEMENT_MOVED, "相談窓口")
    element = moved.project.design.elements[0]
    assert (element.id, element.name, element.zone) == ("e-1", "相談窓口", Zone.JUNIOR_HIGH)
    assert rename_element(project(), "e-1", "窓口").project == project()


def test_a_new_name_has_no_old_reading() -> None:
    taken = take_over(empty_project(), COLUMN, "hoken", None, TODAY).project
    assert taken.design.elements[0].reading == "まちのほけんしつ"
    kept = rename_element(taken, "hoken", "まちの保健室").project
    assert kept.design.elements[0].reading == "まちのほけんしつ"
    assert rename_element(taken, "hoken", "まち室").project.design.elements[0].reading is None


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (5, None, (5, "か所")),
        (5, "人", (5, "人")),
        (3, None, (3, "か所")),
        (None, None, (None, None)),
        (None, "人", (None, None)),
    ],
)
def test_a_count_is_set(
    count: int | None, unit: str | None, expected: tuple[int | None, str | None]
) -> None:
    changed = set_count(project(), "e-1", count, unit)
    assert changed.kind is ChangeKind.ELEMENT_RESCALED
    element = changed.project.design.elements[0]
    assert (element.count, element.unit) == expected


def test_a_first_count_has_a_unit_and_0_is_refused() -> None:
    assert set_count(project(), "e-2", 2).project.design.elements[1].unit == "か所"
    assert refused(lambda: set_count(project(), "e-2", 0)) == (
        ProjectProblem.WRONG_VALUE,
        ("count",),
    )


def test_a_number_in_place_of_the_computed_one_is_marked() -> None:
    taken = take_over(empty_project(), COLUMN, "hoken", ScalingRule.POPULATION, TODAY).project

    def edited(changed: Changed) -> bool:
        scaling = changed.project.origins[0].scaling
        assert scaling is not None
        return scaling.edited

    assert taken.design.elements[0].count == 11
    other = set_count(taken, "hoken", 12)
    assert edited(other)
    assert not edited(set_count(taken, "hoken", 11, "室"))
    assert not edited(set_count(other.project, "hoken", 11))


def test_existing_elements_stand_in_the_order_of_the_design() -> None:
    begun = set_existing(project(), "e-2", True).project
    begun = set_existing(begun, "e-1", True).project
    assert begun.existing == ("e-1", "e-2")
    assert set_existing(begun, "e-1", True).project == begun
    assert set_existing(begun, "e-1", False).project.existing == ("e-2",)


def test_removing_an_element_removes_every_mention() -> None:
    begun = take_over(project(), COLUMN, "hoken", None, TODAY).project
    begun = connect(begun, "e-2", "hoken", LinkType.REFER).project
    begun = set_existing(begun, "hoken", True).project
    begun = put_step(begun, step(elements=["hoken", "e-1"])).project
    begun = put_line(begun, line(element="hoken")).project
    changed = remove_element(begun, "hoken")
    assert (changed.kind, changed.about) == (ChangeKind.ELEMENT_REMOVED, "まちの保健室")
    left = changed.project
    assert left.design == project().design
    assert (left.existing, left.origins) == ((), ())
    assert left.steps == (step(elements=["e-1"]),)
    assert left.budget == (line(),)


@pytest.mark.parametrize(
    "change",
    [
        lambda p: rename_element(p, "x", "名"),
        lambda p: move_element(p, "x", Zone.DISTRICT),
        lambda p: remove_element(p, "x"),
        lambda p: set_count(p, "x", 1),
        lambda p: set_existing(p, "x", True),
        lambda p: set_provision(p, "x", "p1.hub", Coverage.FULL),
        lambda p: change_element(p, p.design.elements[0].model_copy(update={"id": "x"})),
        lambda p: connect(p, "e-1", "x", LinkType.REFER),
        lambda p: connect(p, "x", "e-1", LinkType.REFER),
    ],
)
def test_an_unknown_element_is_refused(change: Callable[[ModelProject], Changed]) -> None:
    assert refused(lambda: change(project())) == (ProjectProblem.UNKNOWN_ELEMENT, ("x",))


def test_elements_are_connected() -> None:
    changed = connect(project(), "e-2", "e-1", LinkType.SUPPORT, " 後押し ", "")
    assert (changed.kind, changed.about) == (ChangeKind.LINKED, "会議 → 窓口")
    linked = changed.project
    new = linked.design.links[-1]
    assert (new.from_, new.to, new.label, new.text) == ("e-2", "e-1", "後押し", None)
    assert links_of(linked, "e-1") == (own_link(), new)
    assert links_between(linked, "e-1", "e-2") == (own_link(), new)
    assert links_between(linked, "e-1", "e-2", LinkType.SUPPORT) == (new,)
    third = add_element(linked, ElementDraft(name="広場")).project
    further = connect(third, "e-3", "e-1", LinkType.SUPPORT, "").project
    assert further.design.links[-1].label is None
    assert links_between(further, "e-2", "e-1", LinkType.SUPPORT) == (new,)
    assert links_of(further, "e-2") == (own_link(), new)


def test_the_same_link_twice_is_refused() -> None:
    both = ("窓口", "会議")
    again = refused(lambda: connect(project(), "e-1", "e-2", LinkType.REFER, "別の名"))
    assert again == (ProjectProblem.LINK_TWICE, both)
    backwards = connect(project(), "e-2", "e-1", LinkType.REFER).project
    assert len(backwards.design.links) == 2
    together = connect(project(), "e-1", "e-2", LinkType.COOPERATE).project
    assert refused(lambda: connect(together, "e-2", "e-1", LinkType.COOPERATE)) == (
        ProjectProblem.LINK_TWICE,
        ("会議", "窓口"),
    )


def test_a_link_to_itself_is_refused() -> None:
    loop = refused(lambda: connect(project(), "e-1", "e-1", LinkType.REFER))
    assert loop == (ProjectProblem.LINK_TO_ITSELF, ("窓口",))


def test_a_link_is_changed_in_its_place() -> None:
    begun = connect(project(), "e-2", "e-1", LinkType.SUPPORT).project
    changed = change_link(begun, own_link(), link_type=LinkType.BACKUP, label="支える")
    assert (changed.kind, changed.about) == (ChangeKind.LINK_CHANGED, "窓口 → 会議")
    first, second = changed.project.design.links
    assert (first.type, first.label) == (LinkType.BACKUP, "支える")
    assert second == begun.design.links[1]
    turned = turn_link(begun, own_link()).project.design.links[0]
    assert (turned.from_, turned.to, turned.label) == ("e-2", "e-1", "つなぐ")


def test_a_link_cannot_become_the_same_as_another() -> None:
    begun = connect(project(), "e-1", "e-2", LinkType.SUPPORT).project
    same = refused(lambda: change_link(begun, own_link(), link_type=LinkType.SUPPORT))
    assert same == (ProjectProblem.LINK_TWICE, ("窓口", "会議"))


def test_links_are_removed_one_by_one() -> None:
    begun = connect(project(), "e-1", "e-2", LinkType.SUPPORT).project
    changed = disconnect(begun, own_link())
    assert (changed.kind, changed.about) == (ChangeKind.UNLINKED, "窓口 → 会議")
    assert [one.type for one in changed.project.design.links] == [LinkType.SUPPORT]
    assert refused(lambda: disconnect(changed.project, own_link())) == (
        ProjectProblem.UNKNOWN_LINK,
        ("窓口", "会議"),
    )
    assert refused(lambda: turn_link(begun, link("x", "e-1", LinkType.FUND))) == (
        ProjectProblem.UNKNOWN_LINK,
        ("x", "窓口"),
    )
