# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Taking elements over from a case or another design, with where they come from.

The own element starts from what can be the same in another town: its name, kind, zone, who
operates it, what it answers, and the staff of each place. What is told of the other town
alone – its text, its dates, its totals – stays in the :class:`Origin`.
"""

import itertools

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element, Link, Staffing
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.elements import default_unit
from kyosei_desk.domain.projects.changes.links import same_connection
from kyosei_desk.domain.projects.changes.parts import altered, element_of, put, with_elements
from kyosei_desk.domain.projects.changes.projects import FIRST_VARIANT, new_project
from kyosei_desk.domain.projects.identifiers import free_id
from kyosei_desk.domain.projects.making import made, rebuilt
from kyosei_desk.domain.projects.model import (
    OWN_SOURCE,
    UNWRITTEN,
    ModelProject,
    Origin,
    OwnTown,
    Scaling,
    ScalingRule,
)
from kyosei_desk.domain.projects.scaling import scaled_element
from kyosei_desk.domain.sources import Source
from kyosei_desk.domain.vocabulary import Zone


def take_over(
    project: ModelProject,
    column: ComparedDesign,
    element_id: str,
    rule: ScalingRule | None,
    today: PartialDate,
    *,
    count: int | None = None,
    zone: Zone | None = None,
) -> Changed:
    """Take an element over from a design, and its links to others taken from there before.

    Its number follows the rule, or is ``count`` in place of that; with neither it is open.
    It stands in ``zone``, or where it stands in the design.

    Raises:
        ProjectError: the design has no such element, it has been taken over, or a number
            the rule needs is not known.
    """
    theirs = _theirs(column, element_id)
    address = column.address(theirs)
    if taken_as(project, address):
        raise ProjectError(ProjectProblem.ALREADY_TAKEN_OVER, (theirs.name,))
    own_zone = zone or theirs.zone
    number, scaling = _number(project.town, column, theirs, rule, count, own_zone)
    taken = {element.id for element in project.design.elements}
    own = altered(_own(theirs, free_id(theirs.id, taken), column.title, number), zone=own_zone)
    origin = made(
        Origin,
        element=own.id,
        address=address,
        town=column.title,
        taken_on=today,
        taken_from=theirs,
        source=_cited(column, theirs),
        scaling=scaling,
    )
    links = _links_along(project, column, theirs, own)
    taken_over = with_elements(
        project,
        (*project.design.elements, own),
        (*project.design.links, *links),
        origins=(*project.origins, origin),
    )
    return Changed(ChangeKind.ELEMENT_TAKEN_OVER, own.name, taken_over)


def from_case(
    column: ComparedDesign,
    town: OwnTown,
    name: str,
    variant: str = FIRST_VARIANT,
    *,
    today: PartialDate,
    rule: ScalingRule | None = None,
    project_id: str | None = None,
) -> Changed:
    """Begin a project with all elements and links of a design.

    Numbers follow the rule where what it needs is known, and are open elsewhere.

    Raises:
        ProjectError: the name, the variant or the id cannot stand.
    """
    project = new_project(name, town, variant, project_id=project_id).project
    for element in column.design.elements:
        try:
            project = take_over(project, column, element.id, rule, today).project
        except ProjectError as error:
            if error.problem not in _OPEN_NUMBERS:
                raise
            project = take_over(project, column, element.id, None, today).project
    return Changed(ChangeKind.CREATED, project.title, project)


def taken_as(project: ModelProject, address: str) -> tuple[str, ...]:
    """Return the ids of the own elements that were taken over from an address."""
    return tuple(origin.element for origin in project.origins if origin.address == address)


def rescale(
    project: ModelProject, element_id: str, column: ComparedDesign, rule: ScalingRule | None
) -> Changed:
    """Scale the number of an element taken over from ``column`` anew; None leaves it open.

    The number it is scaled from is that of the day it was taken over; zones are counted
    where the element stands now.

    Raises:
        ProjectError: it was not taken over, or a number the rule needs is not known.
    """
    element, origin = element_of(project, element_id), _origin(project, element_id)
    number, scaling = _number(project.town, column, origin.taken_from, rule, None, element.zone)
    count, unit = number if number else (None, None)
    if number and element.unit:
        unit = element.unit
    changed = with_elements(
        project,
        put(project.design.elements, altered(element, count=count, unit=unit)),
        origins=_origins(project, altered(origin, scaling=scaling)),
    )
    return Changed(ChangeKind.ELEMENT_RESCALED, element.name, changed)


def acknowledge(
    project: ModelProject, element_id: str, column: ComparedDesign, today: PartialDate
) -> Changed:
    """Take note of how the element taken over stands in its source today; one's own stays.

    Raises:
        ProjectError: it was not taken over, or is no longer in its source.
    """
    element, origin = element_of(project, element_id), _origin(project, element_id)
    theirs = _theirs(column, origin.taken_from.id)
    seen = altered(origin, taken_from=theirs, source=_cited(column, theirs), taken_on=today)
    changed = rebuilt(project, origins=_origins(project, seen))
    return Changed(ChangeKind.ELEMENT_CHANGED, element.name, changed)


_OPEN_NUMBERS = {ProjectProblem.NO_SOURCE_COUNT, ProjectProblem.NO_SCALING_BASE}
_Number = tuple[int, str]  # how many, and in what unit


def _theirs(column: ComparedDesign, element_id: str) -> Element:
    for element in column.design.elements:
        if element.id == element_id:
            return element
    raise ProjectError(ProjectProblem.UNKNOWN_ELEMENT, (f"{column.document_id}#{element_id}",))


def _cited(column: ComparedDesign, element: Element) -> Source:
    return next((s for s in column.sources if s.id == element.source), column.sources[0])


def _number(
    town: OwnTown,
    column: ComparedDesign,
    theirs: Element,
    rule: ScalingRule | None,
    count: int | None,
    own_zone: Zone,
) -> tuple[_Number | None, Scaling | None]:
    unit = theirs.unit or default_unit(theirs.type)
    if rule is None:
        return (None if count is None else (count, unit)), None
    computed = scaled_element(rule, theirs, column, town, own_zone)
    if count is None or count == computed.count:
        return (computed.count, unit), computed.scaling
    return (count, unit), computed.scaling.model_copy(update={"edited": True})


def _own(theirs: Element, own_id: str, town: str, number: _Number | None) -> Element:
    count, unit = number if number else (None, None)
    return altered(
        theirs,
        id=own_id,
        aliases=(),
        count=count,
        unit=unit,
        count_as_of=None,
        planned=None,
        since=None,
        staff=tuple(map(_own_staff, theirs.staff)),
        text=UNWRITTEN,
        source=OWN_SOURCE,
        place=f"{town}の「{theirs.name}」を取り入れたもの",
    )


def _own_staff(theirs: Staffing) -> Staffing:
    """Return what holds of another town's staff here: the role, and how many each place has."""
    if theirs.each:
        return theirs.model_copy(update={"text": None})
    return Staffing(role=theirs.role)


def _links_along(
    project: ModelProject, column: ComparedDesign, theirs: Element, own: Element
) -> tuple[Link, ...]:
    """Return the source's links between this element and others taken over from there."""
    own_ids = {origin.address: origin.element for origin in project.origins}
    own_ids[column.address(theirs)] = own.id
    found: list[Link] = []
    for link in column.design.links:
        if theirs.id not in (link.from_, link.to) or link.from_ == link.to:
            continue
        ends = [own_ids.get(f"{column.document_id}#{end}") for end in (link.from_, link.to)]
        if None in ends:
            continue
        values = {"from": ends[0], "to": ends[1], "type": link.type, "source": OWN_SOURCE}
        along = made(Link, **values, label=link.label)
        before = itertools.chain(project.design.links, found)
        if not any(same_connection(along, one) for one in before):
            found.append(along)
    return tuple(found)


def _origin(project: ModelProject, element_id: str) -> Origin:
    origin = project.origin(element_id)
    if origin is None:
        raise ProjectError(ProjectProblem.NOT_TAKEN_OVER, (element_of(project, element_id).name,))
    return origin


def _origins(project: ModelProject, origin: Origin) -> tuple[Origin, ...]:
    return tuple(origin if one.element == origin.element else one for one in project.origins)
