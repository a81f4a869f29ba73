# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The elements of a project by command: taken over, added, changed, linked, left out."""

import argparse

from kyosei_desk.cli.output import ExitCode
from kyosei_desk.cli.project.desk import Beside, Change, ProjectDesk
from kyosei_desk.cli.project.values import ValueMistakeError, member
from kyosei_desk.domain.dates import today
from kyosei_desk.domain.designs import Element, Link
from kyosei_desk.domain.errors import ProjectError, ProjectProblem, UnknownDocumentError
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.elements import (
    ElementDraft,
    add_element,
    change_element,
    move_element,
    remove_element,
    set_count,
    set_existing,
)
from kyosei_desk.domain.projects.changes.left_out import leave_out, take_up
from kyosei_desk.domain.projects.changes.links import connect, disconnect, links_between
from kyosei_desk.domain.projects.changes.taking_over import rescale, take_over
from kyosei_desk.domain.projects.making import made
from kyosei_desk.domain.projects.model import ModelProject, Origin, ScalingRule
from kyosei_desk.domain.projects.scaling import formula, rule_label
from kyosei_desk.domain.vocabulary import LinkType, Zone

_FIELDS = ("name", "type", "zone", "count", "unit", "operators", "fields", "provisions", "text")


def run_adopt(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Take an element over from a case or another project, its number scaled.

    Raises:
        UnknownDocumentError: nothing has this address.
        ProjectError: the number cannot be scaled so.
    """
    document_id, _, element_id = arguments.address.partition("#")
    column = desk.column(document_id)
    known = {element.id for element in column.design.elements}
    if element_id not in known:
        raise UnknownDocumentError(arguments.address, (document_id,))
    rule = member(ScalingRule, arguments.rule) if arguments.rule else None

    def change(project: ModelProject) -> Changed:
        return take_over(project, column, element_id, rule, today(), count=arguments.count)

    def number(project: ModelProject) -> Beside:
        return number_told(project, arguments.address)

    return desk.change(arguments.id, change, beside=number)


def number_told(project: ModelProject, address: str) -> Beside:
    """Return how many there are of what was taken over, by which rule; or how to set it."""
    origin = [one for one in project.origins if one.address == address][-1]
    own = _element(project, origin.element)
    scaling = origin.scaling
    shown = {
        "count": own.count,
        "unit": own.unit,
        "rule": scaling.rule.value if scaling is not None else None,
    }
    if own.count is None:
        return Beside((_open_number(project, origin),), shown)
    if scaling is None:
        return Beside((f"数: {own.count:,}{own.unit}（自分で決めた数）",), shown)
    zone = origin.taken_from.zone
    words = formula(scaling, own.unit or "", own.count, zone, own.zone)
    if scaling.rule is not ScalingRule.FIXED:
        words += f"（{rule_label(scaling.rule, zone)}）"
    return Beside((f"数: {words}",), shown)


def _open_number(project: ModelProject, origin: Origin) -> str:
    before = origin.taken_from
    command = f"project count {project.id} {origin.element}"
    if before.count is None:
        return (
            "数: 事例に数の記載がないので、決めていません。"
            f"決めるときは {command} --count 3 --unit か所 のように書いてください。"
        )
    return (
        f"数: まだ決めていません（{origin.town}では{before.count:,}{before.unit}）。"
        f"決めるには {command} --rule population（人口に比例。ほかに elementary、zone、fixed）"
        "か、--count 3 のように書いてください。"
    )


def run_count(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Scale an element's number anew by a rule, or set it.

    Raises:
        ValueMistakeError: neither is asked for, or both.
        ProjectError: it cannot be scaled so.
    """
    if (arguments.rule is None) == (arguments.count is None):
        raise ValueMistakeError("--rule か --count の、どちらか一つを書いてください。")

    def change(project: ModelProject) -> Changed:
        if arguments.rule is None:
            return set_count(project, arguments.element, arguments.count, arguments.unit)
        origin = project.origin(arguments.element)
        if origin is None:
            raise ProjectError(ProjectProblem.NOT_TAKEN_OVER, (arguments.element,))
        column = desk.column(origin.address.partition("#")[0])
        return rescale(project, arguments.element, column, member(ScalingRule, arguments.rule))

    return desk.change(arguments.id, change)


def run_add(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Add an element of one's own.

    Raises:
        ProjectError: a value cannot stand.
    """
    draft = made(ElementDraft, **_given(arguments), existing=bool(arguments.existing))

    def change(project: ModelProject) -> Changed:
        return add_element(project, draft, known=desk.provision_ids)

    return desk.change(arguments.id, change)


def run_change(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Change an element; what is not written stays.

    Raises:
        ValueMistakeError: nothing is to be changed.
        ProjectError: there is no such element, or a value cannot stand.
    """
    given, existing = _given(arguments), arguments.existing
    if not given and existing is None:
        raise ValueMistakeError("変えるところを、--name や --text などで書いてください。")

    def rewrite(project: ModelProject) -> Changed:
        element = _element(project, arguments.element)
        changed = made(Element, **{**dict(element), **given})
        return change_element(project, changed, known=desk.provision_ids)

    def mark(project: ModelProject) -> Changed:
        return set_existing(project, arguments.element, bool(existing))

    changes = [rewrite] if given else []
    return desk.change(arguments.id, *changes, *([mark] if existing is not None else []))


def _given(arguments: argparse.Namespace) -> dict[str, object]:
    values = {field: getattr(arguments, field) for field in _FIELDS}
    return {field: value for field, value in values.items() if value is not None}


def _element(project: ModelProject, element_id: str) -> Element:
    element = project.element(element_id)
    if element is None:
        raise ProjectError(ProjectProblem.UNKNOWN_ELEMENT, (element_id,))
    return element


def run_move(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Move an element to another zone.

    Raises:
        ProjectError: there is no such element.
    """
    zone = member(Zone, arguments.zone)
    return desk.change(arguments.id, lambda p: move_element(p, arguments.element, zone))


def run_remove(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Remove an element with its links.

    Raises:
        ProjectError: there is no such element.
    """
    return desk.change(arguments.id, lambda p: remove_element(p, arguments.element))


def run_link(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Connect two elements.

    Raises:
        ProjectError: an end is no element, or they are connected so already.
    """
    kind, label = member(LinkType, arguments.type), arguments.label

    def change(project: ModelProject) -> Changed:
        return connect(project, arguments.start, arguments.end, kind, label)

    return desk.change(arguments.id, change)


def run_unlink(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Remove all links between two elements, or those of one type.

    Raises:
        ProjectError: there is none.
    """
    kind = member(LinkType, arguments.type) if arguments.type else None
    one, other = arguments.start, arguments.end
    project = desk.open(arguments.id).project
    links = links_between(project, one, other, kind)
    if not links:
        names = tuple(_element(project, end).name for end in (one, other))
        raise ProjectError(ProjectProblem.UNKNOWN_LINK, names)
    return desk.change(arguments.id, *(_cut(link) for link in links))


def _cut(link: Link) -> Change:
    return lambda project: disconnect(project, link)


def run_leave_out(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Decide not to do what a provision asks, and say why.

    Raises:
        ProjectError: there is no such provision, or no reason.
    """
    known, reason = desk.corpus.provisions, arguments.reason
    return desk.change(
        arguments.id, lambda p: leave_out(p, arguments.provision, reason, known=known)
    )


def run_take_up(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Take that decision back.

    Raises:
        ProjectError: the provision was not left out.
    """
    return desk.change(arguments.id, lambda p: take_up(p, arguments.provision))
