# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Connecting elements of the design.

A link is meant by its value: it has no id, and between two elements there may be several.
"""

from kyosei_desk.domain.designs import Link
from kyosei_desk.domain.errors import ProjectError, ProjectProblem
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.changes.parts import element_of, with_elements
from kyosei_desk.domain.projects.making import made
from kyosei_desk.domain.projects.model import OWN_SOURCE, ModelProject
from kyosei_desk.domain.vocabulary import LinkType


def links_of(project: ModelProject, element_id: str) -> tuple[Link, ...]:
    """Return the links that begin or end at an element."""
    return tuple(one for one in project.design.links if element_id in (one.from_, one.to))


def links_between(
    project: ModelProject, one_id: str, other_id: str, link_type: LinkType | None = None
) -> tuple[Link, ...]:
    """Return the links between two elements, in both directions, of one type or any."""
    return tuple(
        one
        for one in project.design.links
        if {one.from_, one.to} == {one_id, other_id} and link_type in (None, one.type)
    )


def connect(
    project: ModelProject,
    from_: str,
    to: str,
    link_type: LinkType,
    label: str | None = None,
    text: str | None = None,
) -> Changed:
    """Connect two elements.

    Raises:
        ProjectError: an end is no element, both are one, or the link is there already.
    """
    link = _made(from_, to, link_type, label, text)
    _check(project, link, project.design.links)
    links = (*project.design.links, link)
    return Changed(ChangeKind.LINKED, link_name(project, link), _with_links(project, links))


def change_link(
    project: ModelProject,
    link: Link,
    *,
    link_type: LinkType,
    label: str | None = None,
    text: str | None = None,
) -> Changed:
    """Give a link another type, label and text.

    Raises:
        ProjectError: the project has no such link, or another one is the same.
    """
    return _exchange(project, link, _made(link.from_, link.to, link_type, label, text))


def turn_link(project: ModelProject, link: Link) -> Changed:
    """Turn a link round: it begins where it ended.

    Raises:
        ProjectError: the project has no such link, or another one is the same.
    """
    return _exchange(project, link, _made(link.to, link.from_, link.type, link.label, link.text))


def disconnect(project: ModelProject, link: Link) -> Changed:
    """Remove a link.

    Raises:
        ProjectError: the project has no such link.
    """
    position = _position(project, link)
    links = project.design.links[:position] + project.design.links[position + 1 :]
    return Changed(ChangeKind.UNLINKED, link_name(project, link), _with_links(project, links))


def link_name(project: ModelProject, link: Link) -> str:
    """Return the names of both ends, ``まちの保健室 → エリアディレクター``."""
    return " → ".join(_names(project, link))


def same_connection(one: Link, other: Link) -> bool:
    """Return whether two links say the same: 連携・協働 has no direction, the others have."""
    if one.type is not other.type:
        return False
    if one.type is LinkType.COOPERATE:
        return {one.from_, one.to} == {other.from_, other.to}
    return (one.from_, one.to) == (other.from_, other.to)


def _made(from_: str, to: str, link_type: LinkType, label: str | None, text: str | None) -> Link:
    values = {"from": from_, "to": to, "type": link_type, "source": OWN_SOURCE}
    return made(Link, **values, label=label or None, text=text or None)


def _check(project: ModelProject, link: Link, others: tuple[Link, ...]) -> None:
    ends = (element_of(project, link.from_), element_of(project, link.to))
    if link.from_ == link.to:
        raise ProjectError(ProjectProblem.LINK_TO_ITSELF, (ends[0].name,))
    if any(same_connection(link, other) for other in others):
        raise ProjectError(ProjectProblem.LINK_TWICE, _names(project, link))


def _exchange(project: ModelProject, link: Link, new: Link) -> Changed:
    position = _position(project, link)
    links = list(project.design.links)
    del links[position]
    _check(project, new, tuple(links))
    links.insert(position, new)
    changed = _with_links(project, tuple(links))
    return Changed(ChangeKind.LINK_CHANGED, link_name(project, new), changed)


def _position(project: ModelProject, link: Link) -> int:
    if link not in project.design.links:
        raise ProjectError(ProjectProblem.UNKNOWN_LINK, _names(project, link))
    return project.design.links.index(link)


def _names(project: ModelProject, link: Link) -> tuple[str, str]:
    ends = (project.element(link.from_), project.element(link.to))
    return (
        ends[0].name if ends[0] else link.from_,
        ends[1].name if ends[1] else link.to,
    )


def _with_links(project: ModelProject, links: tuple[Link, ...]) -> ModelProject:
    return with_elements(project, project.design.elements, links)
