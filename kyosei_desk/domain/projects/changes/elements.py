# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Adding, changing, moving and removing elements of the design."""

from collections.abc import Collection
from typing import Annotated

from pydantic import Field

from kyosei_desk.domain.base import DomainModel, Flag, PositiveNumber
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Element, ProvisionCoverage, Staffing
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.parts import (
    altered,
    check_provisions,
    element_of,
    put,
    with_elements,
    without,
)
from kyosei_desk.domain.projects.identifiers import new_element_id
from kyosei_desk.domain.projects.making import made, rebuilt
from kyosei_desk.domain.projects.model import OWN_SOURCE, UNWRITTEN, ModelProject
from kyosei_desk.domain.projects.scaling import computed
from kyosei_desk.domain.vocabulary import (
    Coverage,
    ElementType,
    Operator,
    WelfareField,
    Zone,
)

OWN_PLACE = "しくみの要素"  # where in the project its own elements stand, as it is cited
DEFAULT_UNIT = "か所"
_UNITS = {
    ElementType.ROLE: "名",
    ElementType.MEETING: "会議",
    ElementType.PROGRAMME: "件",
    ElementType.INSTRUMENT: "件",
    ElementType.FUNDING: "件",
}


def default_unit(kind: ElementType) -> str:
    """Return what elements of a sort are counted in where nothing else is told."""
    return _UNITS.get(kind, DEFAULT_UNIT)


class ElementDraft(DomainModel):
    """An element as a person describes it: only the name must be said.

    ``existing``: the town has it today.
    """

    name: str
    type: ElementType = ElementType.PLACE
    zone: Zone = Zone.MUNICIPALITY
    count: PositiveNumber | None = None
    unit: str | None = None
    since: PartialDate | None = None
    operators: tuple[Operator, ...] = ()
    staff: tuple[Staffing, ...] = ()
    fields: Annotated[tuple[WelfareField, ...], Field(min_length=1)] = (WelfareField.ALL,)
    provisions: tuple[ProvisionCoverage, ...] = ()
    text: str = UNWRITTEN
    existing: Flag = False


def add_element(
    project: ModelProject, draft: ElementDraft, *, known: Collection[str] | None = None
) -> Changed:
    """Add an element of one's own; a count without a unit is refused.

    Raises:
        ProjectError: a value cannot stand, or a provision is not among those ``known``.
    """
    values = dict(draft)
    existing = values.pop("existing")
    new_id = new_element_id(project, draft.name)
    element = made(Element, id=new_id, source=OWN_SOURCE, place=OWN_PLACE, **values)
    _check(element, known)
    now = (*project.existing, new_id) if existing else project.existing
    elements = (*project.design.elements, element)
    return Changed(
        ChangeKind.ELEMENT_ADDED, element.name, with_elements(project, elements, existing=now)
    )


def change_element(
    project: ModelProject, element: Element, *, known: Collection[str] | None = None
) -> Changed:
    """Put an element in the place of the one with its id.

    Raises:
        ProjectError: there is none, or a provision is not among those ``known`` or doubled.
    """
    element_of(project, element.id)
    _check(element, known)
    return _replaced(project, element, ChangeKind.ELEMENT_CHANGED)


def rename_element(project: ModelProject, element_id: str, name: str) -> Changed:
    """Give an element another name; its id stays.

    Raises:
        ProjectError: there is no such element, or no name.
    """
    element = altered(element_of(project, element_id), name=name, reading=None)
    if element.name == element_of(project, element_id).name:
        return Changed(ChangeKind.ELEMENT_RENAMED, element.name, project)
    return _replaced(project, element, ChangeKind.ELEMENT_RENAMED)


def move_element(project: ModelProject, element_id: str, zone: Zone) -> Changed:
    """Move an element to another zone (圏域).

    Raises:
        ProjectError: there is no such element.
    """
    element = altered(element_of(project, element_id), zone=zone)
    return _replaced(project, element, ChangeKind.ELEMENT_MOVED)


def set_count(
    project: ModelProject, element_id: str, count: int | None, unit: str | None = None
) -> Changed:
    """Set how many there are of an element, None to leave it open.

    Without a unit the element keeps its own, or has the one of its sort. Where a number had
    been scaled, another one is marked as put in by the person; an open one is scaled no more.

    Raises:
        ProjectError: there is no such element, or the count is not above 0.
    """
    element = element_of(project, element_id)
    if count is None:
        return _replaced(project, altered(element, count=None, unit=None), _RESCALED)
    unit = unit or element.unit or default_unit(element.type)
    if (count, unit) == (element.count, element.unit):
        return Changed(_RESCALED, element.name, project)
    changed = _replaced(project, altered(element, count=count, unit=unit), _RESCALED)
    origin = project.origin(element_id)
    if origin is None or origin.scaling is None or count == element.count:
        return changed
    edited = count != computed(origin.scaling).count
    scaling = origin.scaling.model_copy(update={"edited": edited})
    rescaled = origin.model_copy(update={"scaling": scaling})
    origins = tuple(rescaled if one is origin else one for one in project.origins)
    return Changed(_RESCALED, element.name, rebuilt(changed.project, origins=origins))


def set_provision(
    project: ModelProject,
    element_id: str,
    provision_id: str,
    coverage: Coverage | None,
    *,
    known: Collection[str] | None = None,
) -> Changed:
    """Say how far an element answers a provision; None: not at all.

    Raises:
        ProjectError: there is no such element, or no such provision among those ``known``.
    """
    element = element_of(project, element_id)
    provisions = without(element.provisions, provision_id)
    if coverage is not None:
        check_provisions([provision_id], known)
        answer = made(ProvisionCoverage, id=provision_id, coverage=coverage)
        provisions = put(element.provisions, answer)
    return _replaced(project, altered(element, provisions=provisions), ChangeKind.ELEMENT_CHANGED)


def set_existing(project: ModelProject, element_id: str, existing: bool) -> Changed:
    """Say whether the town has an element today.

    Raises:
        ProjectError: there is no such element.
    """
    element = element_of(project, element_id)
    now = set(project.existing) | {element_id} if existing else {*project.existing} - {element_id}
    if now == set(project.existing):
        return Changed(ChangeKind.ELEMENT_CHANGED, element.name, project)
    ordered = tuple(one.id for one in project.design.elements if one.id in now)
    return Changed(ChangeKind.ELEMENT_CHANGED, element.name, rebuilt(project, existing=ordered))


def remove_element(project: ModelProject, element_id: str) -> Changed:
    """Remove an element with its links; steps and budget lines stay and no longer name it.

    Raises:
        ProjectError: there is no such element.
    """
    element = element_of(project, element_id)
    return Changed(
        ChangeKind.ELEMENT_REMOVED,
        element.name,
        with_elements(
            project,
            without(project.design.elements, element_id),
            [one for one in project.design.links if element_id not in (one.from_, one.to)],
            existing=tuple(one for one in project.existing if one != element_id),
            origins=tuple(one for one in project.origins if one.element != element_id),
            steps=tuple(
                one.model_copy(
                    update={"elements": tuple(e for e in one.elements if e != element_id)}
                )
                for one in project.steps
            ),
            budget=tuple(
                one.model_copy(update={"element": None}) if one.element == element_id else one
                for one in project.budget
            ),
        ),
    )


_RESCALED = ChangeKind.ELEMENT_RESCALED


def _replaced(project: ModelProject, element: Element, kind: ChangeKind) -> Changed:
    elements = put(project.design.elements, element)
    origins = project.origins
    if element.count is None:  # a number that is open has not been scaled
        origins = tuple(
            one.model_copy(update={"scaling": None}) if one.element == element.id else one
            for one in origins
        )
    return Changed(kind, element.name, with_elements(project, elements, origins=origins))


def _check(element: Element, known: Collection[str] | None) -> None:
    ids = [one.id for one in element.provisions]
    check_provisions(ids, known)
    doubled = tuple(dict.fromkeys(one for one in ids if ids.count(one) > 1))
    if doubled:
        raise ProjectError(ProjectProblem.ID_TAKEN, doubled)
