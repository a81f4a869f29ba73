# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the changes share: finding, putting, taking out and moving entries."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol, TypeVar

from kyosei_desk.domain.base import DomainModel
from kyosei_desk.domain.designs import Element, Link
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.making import made, rebuilt
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.parts import ProjectPart


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """What it is known by."""
        ...


AnyEntry = TypeVar("AnyEntry", bound=Identified)
AnyModel = TypeVar("AnyModel", bound=DomainModel)


def put(entries: Sequence[AnyEntry], entry: AnyEntry) -> tuple[AnyEntry, ...]:
    """Return the entries with one in the place of that with its id, or at the end."""
    if has(entries, entry):
        return tuple(entry if one.id == entry.id else one for one in entries)
    return (*entries, entry)


def has(entries: Iterable[AnyEntry], entry: AnyEntry) -> bool:
    """Tell whether one of the entries has the id of this one."""
    return any(one.id == entry.id for one in entries)


def found(entries: Iterable[AnyEntry], entry_id: str, part: ProjectPart) -> AnyEntry:
    """Return the entry with an id.

    Raises:
        ProjectError: there is none.
    """
    for entry in entries:
        if entry.id == entry_id:
            return entry
    raise ProjectError(ProjectProblem.UNKNOWN_ENTRY, (part, entry_id))


def without(entries: Iterable[AnyEntry], entry_id: str) -> tuple[AnyEntry, ...]:
    """Return the entries without the one with an id."""
    return tuple(one for one in entries if one.id != entry_id)


def element_of(project: ModelProject, element_id: str) -> Element:
    """Return an element of a project.

    Raises:
        ProjectError: it has no such element.
    """
    element = project.element(element_id)
    if element is None:
        raise ProjectError(ProjectProblem.UNKNOWN_ELEMENT, (element_id,))
    return element


def altered(model: AnyModel, **values: object) -> AnyModel:
    """Return a value with other values, checked.

    Raises:
        ProjectError: it cannot stand with them.
    """
    return made(type(model), **{**dict(model), **values})


def with_elements(
    project: ModelProject,
    elements: Sequence[Element],
    links: Sequence[Link] | None = None,
    **parts: object,
) -> ModelProject:
    """Return a project with these elements in its design, and other links where given."""
    values = dict(project.design) | {"elements": tuple(elements)}
    if links is not None:
        values["links"] = tuple(links)
    return rebuilt(project, design=made(type(project.design), **values), **parts)


def check_provisions(ids: Iterable[str], known: Collection[str] | None) -> None:
    """Refuse provisions that are not known; with None for those known, none is refused.

    Raises:
        ProjectError: there are such.
    """
    if known is None:
        return
    unknown = tuple(dict.fromkeys(one for one in ids if one not in known))
    if unknown:
        raise ProjectError(ProjectProblem.UNKNOWN_PROVISION, unknown)
