# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Taking elements over from a case."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import PlannedCount, SupportDesign
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import ChangeKind
from kyosei_desk.domain.projects.changes.elements import (
    change_element,
    move_element,
    remove_element,
    rename_element,
    set_count,
)
from kyosei_desk.domain.projects.changes.links import disconnect
from kyosei_desk.domain.projects.changes.taking_over import (
    acknowledge,
    from_case,
    rescale,
    take_over,
    taken_as,
)
from kyosei_desk.domain.projects.model import (
    OWN_SOURCE,
    UNWRITTEN,
    ModelProject,
    Scaling,
    ScalingRule,
)
from kyosei_desk.domain.projects.scaling import computed
from kyosei_desk.domain.vocabulary import LinkType, Zone
from tests.domain.comparing_samples import PROFILE, element
from tests.domain.projects.rules_samples import bundled_case
from tests.domain.projects.samples import COLUMN, TODAY, empty_project, link, project, town

HOKEN, DIRECTOR, HIROBA = COLUMN.design.elements
BY_PEOPLE = Scaling(rule=ScalingRule.POPULATION, source_count=15, theirs=79357.0, ours=60000.0)


def refused(change: Callable[[], object]) -> tuple[ProjectProblem, tuple[str, ...]]:
    with pytest.raises(ProjectError) as caught:
        change()
    return caught.value.problem, caught.value.about


def taken(*ids: str, rule: ScalingRule | None = None) -> ModelProject:
    """Return a project with these elements taken over, in this order."""
    begun = empty_project()
    for element_id in ids:
        begun = take_over(begun, COLUMN, element_id, rule, TODAY).project
    return begun


def test_an_element_comes_with_where_it_is_from() -> None:
    changed = take_over(empty_project(), COLUMN, "hoken", ScalingRule.POPULATION, TODAY)
    assert (changed.kind, changed.about) == (ChangeKind.ELEMENT_TAKEN_OVER, "まちの保健室")
    own = changed.project.design.elements[0]
    assert (own.id, own.name, own.zone) == ("hoken", "まちの保健室", HOKEN.zone)
    assert (own.count, own.unit) == (11, "か所")
    assert own.operators == HOKEN.operators
    assert own.provisions == HOKEN.provisions
    assert (own.source, own.place) == (OWN_SOURCE, "名張市の「まちの保健室」を取り入れたもの")
    origin = changed.project.origins[0]
    assert (origin.element, origin.address) == ("hoken", "cases/beta#hoken")
    assert (origin.town, origin.taken_on) == ("名張市", TODAY)
    assert (origin.taken_from, origin.source) == (HOKEN, COLUMN.sources[0])
    assert origin.scaling == BY_PEOPLE


def test_what_is_told_of_the_other_town_alone_stays_there() -> None:
    told = HOKEN.model_copy(
        update={
            "count_as_of": PartialDate(2024, 4, 1),
            "planned": PlannedCount(count=20, by=PartialDate(2030)),
        }
    )
    column = replace(COLUMN, design=SupportDesign(elements=(told,)))
    begun = take_over(empty_project(), column, "hoken", ScalingRule.FIXED, TODAY).project
    own = begun.design.elements[0]
    assert (own.text, own.since, own.aliases) == (UNWRITTEN, None, ())
    assert (own.count, own.count_as_of, own.planned) == (15, None, None)
    assert begun.origins[0].taken_from == told
    without_rule = taken("hoken").design.elements[0]
    assert (without_rule.count, without_rule.unit) == (None, None)


def test_the_source_is_the_one_the_element_cites() -> None:
    first, second = (COLUMN.sources[0].model_copy(update={"id": one}) for one in ("s9", "s1"))
    for sources in ((first, second), (second, first)):
        column = replace(COLUMN, sources=sources)
        origin = take_over(empty_project(), column, "hoken", None, TODAY).project.origins[0]
        assert origin.source == second
        later = acknowledge(taken("hoken"), "hoken", column, TODAY).project.origins[0]
        assert later.source == second


def test_staff_of_each_place_is_taken_over_and_totals_are_not() -> None:
    hoken, director = taken("hoken", "director").design.elements
    each = hoken.staff[0]
    assert (each.role, each.min, each.max, each.each, each.text) == ("専門職", 2, 3, True, None)
    total = director.staff[0]
    assert (total.role, total.min, total.max, total.each) == ("社会福祉士", None, None, False)


def test_links_come_along_when_both_ends_are_there() -> None:
    assert taken("hoken", "hiroba").design.links == (
        link("hiroba", "hoken", LinkType.PARTICIPATE, source=OWN_SOURCE),
    )
    all_links = taken("hiroba", "director", "hoken").design.links
    assert [(one.from_, one.to, one.label, one.text) for one in all_links] == [
        ("hoken", "director", "連携", None),
        ("director", "hoken", None, None),
        ("hiroba", "hoken", None, None),
    ]


def test_a_link_taken_out_does_not_come_back_with_another_element() -> None:
    begun = taken("hoken", "hiroba")
    (along,) = begun.design.links
    without = disconnect(begun, along).project
    more = take_over(without, COLUMN, "director", None, TODAY).project
    assert {one.from_ for one in more.design.links} == {"hoken", "director"}
    assert all("hiroba" not in (one.from_, one.to) for one in more.design.links)


def test_a_link_the_source_has_twice_comes_along_once() -> None:
    """連携・協働 has no direction; in all others the way there and the way back are two."""
    links = (
        link("hoken", "director", LinkType.COOPERATE, label="連携"),
        link("director", "hoken", LinkType.COOPERATE, label="もう一つの図での連携"),
        link("hoken", "director", LinkType.REFER),
        link("director", "hoken", LinkType.REFER),
    )
    design = COLUMN.design.model_copy(update={"links": links})
    column = replace(COLUMN, design=design)
    begun = take_over(empty_project(), column, "hoken", None, TODAY).project
    begun = take_over(begun, column, "director", None, TODAY).project
    assert [(one.from_, one.type, one.label) for one in begun.design.links] == [
        ("hoken", LinkType.COOPERATE, "連携"),
        ("hoken", LinkType.REFER, None),
        ("director", LinkType.REFER, None),
    ]


def test_links_go_to_the_own_element_whatever_its_id() -> None:
    begun = taken("hoken")
    other = replace(COLUMN, id="cases/gamma", document_id="cases/gamma", title="ほかの市")
    begun = take_over(begun, other, "hoken", None, TODAY).project
    begun = take_over(begun, other, "hiroba", None, TODAY).project
    assert [one.id for one in begun.design.elements] == ["hoken", "hoken-2", "hiroba"]
    assert [(one.from_, one.to) for one in begun.design.links] == [("hiroba", "hoken-2")]
    assert taken_as(begun, "cases/gamma#hoken") == ("hoken-2",)
    assert taken_as(begun, "cases/gamma#director") == ()


def test_a_link_of_the_source_to_itself_is_left_there() -> None:
    loop = SupportDesign(elements=(HIROBA,), links=(link("hiroba", "hiroba", LinkType.REFER),))
    column = replace(COLUMN, design=loop)
    assert take_over(project(), column, "hiroba", None, TODAY).project.design.links == (
        project().design.links
    )


@pytest.mark.parametrize(
    ("rule", "count", "expected", "edited"),
    [
        (ScalingRule.POPULATION, 12, 12, True),
        (ScalingRule.POPULATION, 11, 11, False),
        (ScalingRule.FIXED, None, 15, False),
        (None, 4, 4, None),
        (None, None, None, None),
    ],
)
def test_the_number_follows_the_rule_or_the_person(
    rule: ScalingRule | None, count: int | None, expected: int | None, edited: bool | None
) -> None:
    begun = take_over(empty_project(), COLUMN, "hoken", rule, TODAY, count=count).project
    own, origin = begun.design.elements[0], begun.origins[0]
    assert own.count == expected
    assert own.unit == (None if expected is None else "か所")
    assert (origin.scaling.edited if origin.scaling else None) == edited


def test_what_cannot_be_taken_over_is_refused() -> None:
    begun = taken("hoken")

    def again(element_id: str, rule: ScalingRule | None = None) -> object:
        return refused(lambda: take_over(begun, COLUMN, element_id, rule, TODAY))

    assert again("hoken") == (ProjectProblem.ALREADY_TAKEN_OVER, ("まちの保健室",))
    assert again("x") == (ProjectProblem.UNKNOWN_ELEMENT, ("cases/beta#x",))
    assert again("director", ScalingRule.FIXED) == (
        ProjectProblem.NO_SOURCE_COUNT,
        ("エリアディレクター",),
    )
    unknown = empty_project().model_copy(update={"town": town(population=None)})
    rule = ScalingRule.POPULATION
    assert refused(lambda: take_over(unknown, COLUMN, "hoken", rule, TODAY)) == (
        ProjectProblem.NO_SCALING_BASE,
        ("population", "ours"),
    )
    zero = refused(lambda: take_over(empty_project(), COLUMN, "hoken", None, TODAY, count=0))
    assert zero == (ProjectProblem.WRONG_VALUE, ("count",))


def test_a_removed_element_can_be_taken_over_again() -> None:
    again = remove_element(taken("hoken"), "hoken").project
    assert take_over(again, COLUMN, "hoken", None, TODAY).project == taken("hoken")


def test_an_open_number_is_not_scaled_any_more() -> None:
    begun = taken("hoken", "director", rule=None)
    begun = rescale(begun, "hoken", COLUMN, ScalingRule.POPULATION).project
    opened = set_count(begun, "hoken", None).project
    assert opened.origins[0] == begun.origins[0].model_copy(update={"scaling": None})
    assert opened.origins[1] == begun.origins[1]
    again = set_count(opened, "hoken", 9).project
    assert (again.design.elements[0].count, again.origins[0].scaling) == (9, None)
    own = begun.design.elements[0].model_copy(update={"count": None, "unit": None})
    assert change_element(begun, own).project.origins[0].scaling is None


def test_a_number_left_open_leaves_the_others_as_they_were_scaled() -> None:
    begun = taken("hoken", rule=ScalingRule.POPULATION)
    other = replace(COLUMN, id="cases/gamma", document_id="cases/gamma", title="ほかの市")
    begun = take_over(begun, other, "hoken", ScalingRule.FIXED, TODAY).project
    opened = set_count(begun, "hoken", None).project
    assert opened.origins[0].scaling is None
    assert opened.origins[1] == begun.origins[1]
    assert opened.design.elements[1] == begun.design.elements[1]


def test_what_is_taken_into_another_zone_is_counted_by_the_zones_there() -> None:
    ours = town(elementary_schools=12, zones=({"zone": "district", "count": 3},))
    begun = empty_project().model_copy(update={"town": ours})
    schools = PROFILE.elementary_schools
    by_zone = ScalingRule.ZONE
    there = take_over(begun, COLUMN, "hoken", by_zone, TODAY, zone=Zone.DISTRICT).project
    own = there.design.elements[0]
    assert (HOKEN.zone, own.zone) == (Zone.ELEMENTARY, Zone.DISTRICT)
    scaling = there.origins[0].scaling
    assert scaling is not None
    assert (scaling.theirs, scaling.ours) == (schools, 3)
    assert own.count == computed(scaling).count
    back = move_element(there, "hoken", Zone.ELEMENTARY).project
    anew = rescale(back, "hoken", COLUMN, by_zone).project.origins[0].scaling
    assert anew is not None
    assert (anew.theirs, anew.ours) == (schools, 12)


def test_zones_nobody_counted_cannot_be_gone_by() -> None:
    assert refused(
        lambda: take_over(
            empty_project(), COLUMN, "hoken", ScalingRule.ZONE, TODAY, zone=Zone.DISTRICT
        )
    ) == (ProjectProblem.NO_SCALING_BASE, ("zone", "ours"))


def test_a_number_is_scaled_anew_with_the_own_unit() -> None:
    begun = taken("hoken", rule=ScalingRule.POPULATION)
    begun = set_count(begun, "hoken", 12, "室").project
    begun = begun.model_copy(update={"town": town(population=120_000)})
    changed = rescale(begun, "hoken", COLUMN, ScalingRule.POPULATION)
    assert (changed.kind, changed.about) == (ChangeKind.ELEMENT_RESCALED, "まちの保健室")
    own = changed.project.design.elements[0]
    assert (own.count, own.unit) == (23, "室")
    assert changed.project.origins[0].scaling == BY_PEOPLE.model_copy(update={"ours": 120000.0})
    opened = rescale(changed.project, "hoken", COLUMN, None).project
    assert (opened.design.elements[0].count, opened.origins[0].scaling) == (None, None)
    assert refused(lambda: rescale(project(), "e-1", COLUMN, None)) == (
        ProjectProblem.NOT_TAKEN_OVER,
        ("窓口",),
    )


def test_a_change_of_the_source_is_taken_note_of() -> None:
    begun = rename_element(taken("hoken", "director"), "hoken", "まち室").project
    now = element("hoken", name="新しい保健室", count=20, unit="か所")
    column = replace(COLUMN, design=SupportDesign(elements=(now,)))
    later = PartialDate(2027, 4, 1)
    seen = acknowledge(begun, "hoken", column, later).project
    assert seen.design == begun.design
    assert (seen.origins[0].taken_from, seen.origins[0].taken_on) == (now, later)
    assert seen.origins[1] == begun.origins[1]
    assert refused(lambda: acknowledge(begun, "director", column, later)) == (
        ProjectProblem.UNKNOWN_ELEMENT,
        ("cases/beta#director",),
    )


def test_a_project_is_begun_from_a_case() -> None:
    rule = ScalingRule.ELEMENTARY
    changed = from_case(COLUMN, town(), "支援体制", "案B", today=TODAY, rule=rule, project_id="b")
    begun = changed.project
    assert (changed.kind, changed.about) == (ChangeKind.CREATED, begun.title)
    assert (begun.id, begun.variant) == ("b", "案B")
    assert [one.count for one in begun.design.elements] == [13, None, None]
    assert len(begun.design.links) == 3
    assert begun.existing == ()
    open_number = from_case(COLUMN, town(elementary_schools=None), "案", today=TODAY, rule=rule)
    assert open_number.project.design.elements[0].count is None
    with pytest.raises(ProjectError):
        from_case(COLUMN, town(), "", today=TODAY)


@pytest.mark.parametrize("case_id", ["nabari", "toyonaka", "ashiya", "fujisawa"])
def test_bundled_cases_can_be_begun_from(corpus: Corpus, case_id: str) -> None:
    column = bundled_case(corpus, case_id)
    begun = from_case(column, town(), "支援体制", today=TODAY, rule=ScalingRule.POPULATION).project
    assert [one.name for one in begun.design.elements] == [
        one.name for one in column.design.elements
    ]
    assert len(begun.design.links) == len(column.design.links)
    assert len(begun.origins) == len(column.design.elements)
