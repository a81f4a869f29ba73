# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Hypothesis strategies for projects: what comes of any changes a person can make."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from hypothesis import strategies as st

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import PlannedCount, ProvisionCoverage, Staffing
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.answers import answer
from kyosei_desk.domain.projects.changes.decisions import put_decision, remove_decision
from kyosei_desk.domain.projects.changes.elements import (
    ElementDraft,
    add_element,
    change_element,
    move_element,
    remove_element,
    rename_element,
    set_count,
    set_existing,
)
from kyosei_desk.domain.projects.changes.goals import put_goal, remove_goal
from kyosei_desk.domain.projects.changes.left_out import leave_out, take_up
from kyosei_desk.domain.projects.changes.links import (
    change_link,
    connect,
    disconnect,
    links_between,
)
from kyosei_desk.domain.projects.changes.money import (
    put_line,
    put_programme,
    remove_line,
    remove_programme,
)
from kyosei_desk.domain.projects.changes.order import move_entry
from kyosei_desk.domain.projects.changes.people import put_participant, remove_participant
from kyosei_desk.domain.projects.changes.projects import new_project, rename, set_status
from kyosei_desk.domain.projects.changes.schedule import put_step, remove_step
from kyosei_desk.domain.projects.changes.taking_over import take_over, taken_as
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.domain.projects.identifiers import entries, next_id
from kyosei_desk.domain.projects.model import (
    Decision,
    Goal,
    ModelProject,
    OwnTown,
    Participant,
    ProjectStatus,
    Step,
    ZoneCount,
)
from kyosei_desk.domain.projects.money import BudgetLine, SubsidyProgramme
from kyosei_desk.domain.projects.parts import ProjectPart
from kyosei_desk.domain.projects.scaling import possible_rules
from kyosei_desk.domain.vocabulary import (
    Coverage,
    ElementType,
    LinkType,
    Operator,
    WelfareField,
    Zone,
)
from tests.domain.projects.samples import COLUMN, TODAY
from tests.domain.strategies import words

Draw = st.DrawFn
Value = TypeVar("Value")
Named = TypeVar("Named")

texts = words | st.sampled_from(["窓口", "会議", "CSW", "Joint-Sheet", "a/b~c", "0"])
provision_ids = st.sampled_from(["p1.hub", "p2.place", "p3.core", "plan.zones"])
numbers = st.integers(1, 10_000_000)
measures = st.floats(0.01, 1e6, allow_nan=False)
months = st.builds(PartialDate, st.integers(2024, 2031), st.integers(1, 12))
days = st.none() | months | st.builds(PartialDate, st.integers(1990, 2030))


def several(
    values: st.SearchStrategy[Value], most: int = 3
) -> st.SearchStrategy[tuple[Value, ...]]:
    return st.lists(values, max_size=most, unique=True).map(tuple)


def one_of_each(entries: Sequence[Named]) -> st.SearchStrategy[Named]:
    return st.sampled_from(entries)


zone_counts = several(st.sampled_from(Zone)).flatmap(
    lambda zones: st.tuples(
        *(st.builds(ZoneCount, zone=st.just(zone), count=st.integers(1, 99)) for zone in zones)
    )
)
towns = st.builds(
    OwnTown,
    name=texts,
    code=st.none() | st.just("242080"),
    as_of=days,
    population=st.none() | numbers,
    area_km2=st.none() | measures,
    elementary_schools=st.none() | st.integers(0, 99),
    junior_high_schools=st.none() | st.integers(0, 99),
    ageing_rate=st.none() | st.floats(0, 100),
    zones=zone_counts,
)
coverages = several(provision_ids).flatmap(
    lambda ids: st.tuples(
        *(
            st.builds(ProvisionCoverage, id=st.just(one), coverage=st.sampled_from(Coverage))
            for one in ids
        )
    )
)
staffs = st.builds(Staffing, role=texts, each=st.booleans(), text=st.none() | texts)


@st.composite
def drafts(draw: Draw) -> ElementDraft:
    count = draw(st.none() | st.integers(1, 99))
    return ElementDraft(
        name=draw(texts),
        type=draw(st.sampled_from(ElementType)),
        zone=draw(st.sampled_from(Zone)),
        count=count,
        unit=None if count is None else draw(texts),
        since=draw(days),
        operators=draw(several(st.sampled_from(Operator))),
        staff=draw(several(staffs, 2)),
        fields=draw(several(st.sampled_from(WelfareField))) or (WelfareField.ALL,),
        provisions=draw(coverages),
        text=draw(texts),
        existing=draw(st.booleans()),
    )


def _status(draw: Draw, project: ModelProject) -> Changed:
    return set_status(project, draw(st.sampled_from(ProjectStatus)))


def _name(draw: Draw, project: ModelProject) -> Changed:
    return rename(project, draw(texts), draw(texts))


def _town(draw: Draw, project: ModelProject) -> Changed:
    return set_town(project, draw(towns))


def _goal(draw: Draw, project: ModelProject) -> Changed:
    new_id = _new_or_known(draw, project, ProjectPart.GOAL)
    return put_goal(
        project, Goal(id=new_id, text=draw(texts), provisions=draw(several(provision_ids)))
    )


def _element(draw: Draw, project: ModelProject) -> Changed:
    return add_element(project, draw(drafts()))


def _edited_element(draw: Draw, project: ModelProject) -> Changed:
    element = draw(one_of_each(project.design.elements))
    planned = st.builds(PlannedCount, count=numbers, by=days, text=st.none() | texts)
    changed = {
        "aliases": draw(several(texts)),
        "text": draw(texts),
        "planned": draw(st.none() | planned),
    }
    return change_element(project, element.model_copy(update=changed))


def _element_part(draw: Draw, project: ModelProject) -> Changed:
    element_id = draw(one_of_each(project.design.elements)).id
    match draw(st.integers(0, 3)):
        case 0:
            return rename_element(project, element_id, draw(texts))
        case 1:
            return move_element(project, element_id, draw(st.sampled_from(Zone)))
        case 2:
            return set_count(project, element_id, draw(st.none() | st.integers(1, 99)))
    return set_existing(project, element_id, draw(st.booleans()))


def _no_element(draw: Draw, project: ModelProject) -> Changed:
    return remove_element(project, draw(one_of_each(project.design.elements)).id)


def _taken_over(draw: Draw, project: ModelProject) -> Changed:
    left = [e for e in COLUMN.design.elements if not taken_as(project, COLUMN.address(e))]
    if not left:
        return _no_element(draw, project)
    element = draw(one_of_each(left))
    rules = [c.rule for c in possible_rules(element, COLUMN, project.town) if c.result]
    rule = draw(st.sampled_from([None, *rules]))
    count = draw(st.none() | st.integers(1, 99))
    return take_over(project, COLUMN, element.id, rule, TODAY, count=count)


def _link(draw: Draw, project: ModelProject) -> Changed:
    ids = [element.id for element in project.design.elements]
    pairs = [(one, other) for one in ids for other in ids if one != other]
    free = [pair for pair in pairs if not links_between(project, *pair)]
    connecting = draw(st.booleans())
    if free and connecting:
        label = draw(st.none() | texts)
        from_, to = draw(one_of_each(free))
        return connect(project, from_, to, draw(st.sampled_from(LinkType)), label)
    links = project.design.links
    if not links:
        return _status(draw, project)
    link = draw(one_of_each(links))
    if draw(st.booleans()):
        return disconnect(project, link)
    return change_link(project, link, link_type=link.type, label=draw(st.none() | texts))


def _left_out(draw: Draw, project: ModelProject) -> Changed:
    provision = draw(provision_ids)
    if any(one.id == provision for one in project.design.not_applicable):
        return take_up(project, provision)
    return leave_out(project, provision, draw(texts))


def _programme(draw: Draw, project: ModelProject) -> Changed:
    rates = st.none() | st.sampled_from(["0/1", "1/2", "1/3", "1/4", "3/7"])
    return put_programme(
        project,
        SubsidyProgramme(
            id=_new_or_known(draw, project, ProjectPart.PROGRAMME),
            name=draw(texts),
            national=draw(rates),
            prefectural=draw(rates),
            basis=draw(texts),
        ),
    )


def _line(draw: Draw, project: ModelProject) -> Changed:
    elements = [None, *(element.id for element in project.design.elements)]
    programmes = [None, *(programme.id for programme in project.programmes)]
    return put_line(
        project,
        BudgetLine(
            id=_new_or_known(draw, project, ProjectPart.LINE),
            fiscal_year=draw(st.integers(2024, 2031)),
            item=draw(texts),
            quantity=draw(measures),
            unit=draw(texts),
            unit_price=draw(st.integers(0, 100_000_000)),
            months=draw(st.none() | st.integers(1, 12)),
            element=draw(st.sampled_from(elements)),
            programme=draw(st.sampled_from(programmes)),
            note=draw(st.none() | texts),
        ),
    )


def _step(draw: Draw, project: ModelProject) -> Changed:
    start, end = sorted([draw(months), draw(months)])
    ids = [element.id for element in project.design.elements]
    return put_step(
        project,
        Step(
            id=_new_or_known(draw, project, ProjectPart.STEP),
            name=draw(texts),
            start=start,
            end=end,
            elements=draw(several(st.sampled_from(ids))) if ids else (),
            note=draw(st.none() | texts),
        ),
    )


def _decision(draw: Draw, project: ModelProject) -> Changed:
    return put_decision(
        project,
        Decision(
            id=_new_or_known(draw, project, ProjectPart.DECISION),
            what=draw(texts),
            why=draw(st.none() | texts),
            who=draw(st.none() | texts),
            on=draw(days),
            passages=draw(several(texts)),
        ),
    )


def _participant(draw: Draw, project: ModelProject) -> Changed:
    new_id = _new_or_known(draw, project, ProjectPart.PARTICIPANT)
    part = draw(st.none() | texts)
    return put_participant(project, Participant(id=new_id, role=draw(texts), part=part))


def _answer(draw: Draw, project: ModelProject) -> Changed:
    return answer(project, draw(st.sampled_from("abc")), draw(texts | st.just("")))


_REMOVERS: dict[ProjectPart, Callable[[ModelProject, str], Changed]] = {
    ProjectPart.GOAL: remove_goal,
    ProjectPart.PROGRAMME: remove_programme,
    ProjectPart.LINE: remove_line,
    ProjectPart.STEP: remove_step,
    ProjectPart.DECISION: remove_decision,
    ProjectPart.PARTICIPANT: remove_participant,
}


def _removed_or_moved(draw: Draw, project: ModelProject) -> Changed:
    parts = [part for part in _REMOVERS if entries(project, part)]
    if not parts:
        return _status(draw, project)
    part = draw(st.sampled_from(parts))
    listed = entries(project, part)
    entry_id = draw(one_of_each(listed)).id
    if draw(st.booleans()):
        return _REMOVERS[part](project, entry_id)
    return move_entry(project, part, entry_id, draw(st.integers(0, len(listed))))


def _new_or_known(draw: Draw, project: ModelProject, part: ProjectPart) -> str:
    known = [entry.id for entry in entries(project, part)]
    return draw(st.sampled_from([next_id(project, part), *known]))


_ALWAYS = [
    _status,
    _name,
    _town,
    _goal,
    _element,
    _left_out,
    _programme,
    _line,
    _step,
    _decision,
    _participant,
    _answer,
    _removed_or_moved,
]
_WITH_ELEMENTS = [_edited_element, _element_part, _taken_over, _link, _no_element]


@st.composite
def changes_of(draw: Draw, project: ModelProject) -> Changed:
    """Any change of a project that can be made."""
    known = _WITH_ELEMENTS if project.design.elements else [_element]
    return draw(st.sampled_from([*_ALWAYS, *known]))(draw, project)


@st.composite
def journeys(draw: Draw, most: int = 8) -> tuple[ModelProject, ...]:
    """A project from its beginning, and after each of some changes."""
    states = [new_project(draw(texts), draw(towns), draw(texts)).project]
    for _ in range(draw(st.integers(1, most))):
        states.append(draw(changes_of(states[-1])).project)
    return tuple(states)


def projects(most: int = 8) -> st.SearchStrategy[ModelProject]:
    """Any project that can come of changes."""
    return journeys(most).map(lambda states: states[-1])


@st.composite
def costed_projects(draw: Draw, most: int = 3) -> ModelProject:
    """Any project with costs, some of them shared by programmes."""
    project = draw(projects(most))
    for _ in range(draw(st.integers(0, 3))):
        project = _programme(draw, project).project
    for _ in range(draw(st.integers(1, 6))):
        project = _line(draw, project).project
    return project
