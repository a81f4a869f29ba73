# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What differs between two states of a project, part by part and field by field."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kyosei_desk.domain.base import DomainModel
from kyosei_desk.domain.designs import Link
from kyosei_desk.domain.projects.identifiers import ENTRY_FIELDS, entries, entry_name
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.parts import ProjectPart

EXISTING = "existing"  # the field of an element that the town has it today
_PROJECT_FIELDS = ("name", "variant", "status", "format")
_LINK_FIELDS = ("type", "label", "text", "source")


class DifferenceKind(StrEnum):
    """What happened to a part of a project."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REORDERED = "reordered"


@dataclass(frozen=True)
class ProjectDifference:
    """One difference: in which part, of which entry, in which field.

    ``id`` and ``name`` are the entry's, as it is afterwards, or was before it was removed;
    both are empty for the project and its town, and for another order of a whole part.
    ``field`` is set for ``CHANGED`` alone, with the ``old`` and the ``new`` value. Of an
    entry added, ``new`` is the entry; of one removed, ``old``.
    """

    part: ProjectPart
    kind: DifferenceKind
    id: str = ""
    name: str = ""
    field: str | None = None
    old: object = None
    new: object = None


def differences(before: ModelProject, after: ModelProject) -> tuple[ProjectDifference, ...]:
    """Return what differs, in the order of the parts; nothing where all but the id is alike."""
    return tuple(_all(before, after))


def _all(before: ModelProject, after: ModelProject) -> Iterator[ProjectDifference]:
    yield from _fields(ProjectPart.PROJECT, "", "", before, after, _PROJECT_FIELDS)
    yield from _fields(ProjectPart.TOWN, "", "", before.town, after.town)
    yield from _entries(ProjectPart.GOAL, before, after)
    yield from _entries(ProjectPart.ELEMENT, before, after)
    yield from _existing(before, after)
    yield from _links(before, after)
    yield from _left_out(before, after)
    yield from _origins(before, after)
    for part in ENTRY_FIELDS:
        if part is not ProjectPart.GOAL:
            yield from _entries(part, before, after)
    yield from _answers(before, after)


@dataclass(frozen=True)
class _Item:
    """A value of a part with what it is known by, and its name."""

    key: str
    name: str
    value: DomainModel


def _entries(
    part: ProjectPart, before: ModelProject, after: ModelProject
) -> Iterator[ProjectDifference]:
    old, new = (
        [_Item(entry.id, entry_name(entry), entry) for entry in entries(project, part)]
        for project in (before, after)
    )
    for difference in _compared(part, old, new):
        if not _said_with_the_count(part, difference):
            yield difference


def _said_with_the_count(part: ProjectPart, difference: ProjectDifference) -> bool:
    """Return whether it is the unit of a number that came or went with it."""
    if part is not ProjectPart.ELEMENT or difference.field != "unit":
        return False
    return None in (difference.old, difference.new)


def _left_out(before: ModelProject, after: ModelProject) -> Iterator[ProjectDifference]:
    old, new = (
        [_Item(one.id, one.id, one) for one in project.design.not_applicable]
        for project in (before, after)
    )
    yield from _compared(ProjectPart.LEFT_OUT, old, new)


def _origins(before: ModelProject, after: ModelProject) -> Iterator[ProjectDifference]:
    old, new = (
        [_Item(one.element, _element_name(project, one.element), one) for one in project.origins]
        for project in (before, after)
    )
    yield from _compared(ProjectPart.ORIGIN, old, new)


def _answers(before: ModelProject, after: ModelProject) -> Iterator[ProjectDifference]:
    old, new = (
        [_Item(one.question, one.question, one) for one in project.answers]
        for project in (before, after)
    )
    yield from _compared(ProjectPart.ANSWER, old, new)


def _existing(before: ModelProject, after: ModelProject) -> Iterator[ProjectDifference]:
    part, kind = ProjectPart.ELEMENT, DifferenceKind.CHANGED
    for element in after.design.elements:
        old, new = element.id in before.existing, element.id in after.existing
        if old != new and before.element(element.id) is not None:
            yield ProjectDifference(part, kind, element.id, element.name, EXISTING, old, new)


def _compared(
    part: ProjectPart, before: Sequence[_Item], after: Sequence[_Item]
) -> Iterator[ProjectDifference]:
    old, new = {item.key: item for item in before}, {item.key: item for item in after}
    for key, item in old.items():
        if key not in new:
            removed = DifferenceKind.REMOVED
            yield ProjectDifference(part, removed, key, item.name, old=item.value)
    for key, item in new.items():
        if key in old:
            yield from _fields(part, key, item.name, old[key].value, item.value)
        else:
            added = DifferenceKind.ADDED
            yield ProjectDifference(part, added, key, item.name, new=item.value)
    yield from _order(part, list(old), list(new))


def _order(
    part: ProjectPart, before: Sequence[Hashable], after: Sequence[Hashable]
) -> Iterator[ProjectDifference]:
    """Yield one difference where what is in both is not in the same order."""
    if [one for one in before if one in after] != [one for one in after if one in before]:
        yield ProjectDifference(part, DifferenceKind.REORDERED)


def _fields(
    part: ProjectPart,
    key: str,
    name: str,
    before: DomainModel,
    after: DomainModel,
    fields: Sequence[str] = (),
) -> Iterator[ProjectDifference]:
    for field in fields or type(after).model_fields:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            kind = DifferenceKind.CHANGED
            yield ProjectDifference(part, kind, key, name, field, old, new)


_LinkKey = tuple[str, str, str, int]  # both ends, the type, and which of those alike


def _links(before: ModelProject, after: ModelProject) -> Iterator[ProjectDifference]:
    """Yield links added, removed and changed: paired by ends and type, then by the ends."""
    part = ProjectPart.LINK
    old, new = _keyed(before), _keyed(after)
    pairs = [(key, key) for key in old if key in new]
    free = defaultdict[tuple[str, str], list[_LinkKey]](list)
    for key in new:
        if key not in old:
            free[key[:2]].append(key)
    for key in old:
        if key not in new and free[key[:2]]:
            pairs.append((key, free[key[:2]].pop(0)))
        elif key not in new:
            name = _link_name(before, old[key])
            yield ProjectDifference(part, DifferenceKind.REMOVED, _id(key), name, old=old[key])
    for was, now in pairs:
        name = _link_name(after, new[now])
        yield from _fields(part, _id(now), name, old[was], new[now], _LINK_FIELDS)
    for key in (key for keys in free.values() for key in keys):
        name = _link_name(after, new[key])
        yield ProjectDifference(part, DifferenceKind.ADDED, _id(key), name, new=new[key])
    place = {was: number for number, was in enumerate(old)}
    order = [place[was] for was, now in sorted(pairs, key=lambda pair: list(new).index(pair[1]))]
    if order != sorted(order):
        yield ProjectDifference(part, DifferenceKind.REORDERED)


def _keyed(project: ModelProject) -> dict[_LinkKey, Link]:
    keyed: dict[_LinkKey, Link] = {}
    for link in project.design.links:
        number = 0
        while (key := (link.from_, link.to, link.type.value, number)) in keyed:
            number += 1
        keyed[key] = link
    return keyed


def _id(key: _LinkKey) -> str:
    return f"{key[0]} {key[1]}"


def _link_name(project: ModelProject, link: Link) -> str:
    names = (_element_name(project, end) for end in (link.from_, link.to))
    return " → ".join(names)


def _element_name(project: ModelProject, element_id: str) -> str:
    element = project.element(element_id)
    return element.name if element else element_id
