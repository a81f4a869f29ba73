# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Beginning a project, and its figures, name and state."""

import argparse
from collections.abc import Callable

from kyosei_desk.cli.output import ExitCode, print_json
from kyosei_desk.cli.project.desk import ProjectDesk, new_entries, project_id
from kyosei_desk.cli.project.values import (
    ValueMistakeError,
    day,
    measure,
    member,
    town_named,
    whole,
    zones,
)
from kyosei_desk.domain.dates import today
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.projects import (
    as_variant,
    new_project,
    rename,
    set_status,
)
from kyosei_desk.domain.projects.changes.taking_over import from_case
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.domain.projects.making import made
from kyosei_desk.domain.projects.model import (
    PROJECT_FOLDER,
    ModelProject,
    OwnTown,
    ProjectStatus,
    ScalingRule,
)
from kyosei_desk.domain.reading_numbers import AREA, PEOPLE, PERCENT, SCHOOLS

FIRST_VARIANT = "案A"
_FIGURES = (
    "as_of",
    "population",
    "area_km2",
    "elementary_schools",
    "junior_high_schools",
    "ageing_rate",
    "zones",
)
# The fields of ``project set``, with what reads their value.
_READERS: dict[str, Callable[[str], object]] = {
    "as-of": day,
    "population": whole(PEOPLE),
    "area": measure(AREA),
    "elementary": whole(SCHOOLS),
    "junior-high": whole(SCHOOLS),
    "ageing": measure(PERCENT),
    "zones": zones,
}
_FIELDS = dict(zip(_READERS, _FIGURES, strict=True))


def run_new(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Begin a project: empty, from a case, or from another project.

    Raises:
        ValueMistakeError: the town is not told, or not one.
        ProjectError: the id is taken, a value cannot stand.
    """
    changed = _begun(arguments, desk)
    opened = desk.store.create(changed, any_id=arguments.id is None)
    desk.tell(opened, changed, tuple(one.id for one in opened.project.design.elements))
    return ExitCode.OK


def _begun(arguments: argparse.Namespace, desk: ProjectDesk) -> Changed:
    source, own_id = arguments.source, arguments.id
    if source is not None and source.startswith(PROJECT_FOLDER):
        other = desk.read(source)
        changed = as_variant(other, arguments.variant or f"{other.variant}の写し", own_id)
        return _renamed(changed, arguments, desk)
    town = _town(arguments, desk)
    variant = arguments.variant or FIRST_VARIANT
    if source is None:
        return new_project(arguments.name, town, variant, project_id=own_id)
    rule = member(ScalingRule, arguments.rule) if arguments.rule else None
    column = desk.column(source)
    return from_case(
        column, town, arguments.name, variant, today=today(), rule=rule, project_id=own_id
    )


def _renamed(changed: Changed, arguments: argparse.Namespace, desk: ProjectDesk) -> Changed:
    """Give a copy the name and the figures asked for."""
    project = rename(changed.project, arguments.name, changed.project.variant).project
    figures = _given(arguments)
    town = made(OwnTown, **{**dict(project.town), **_place(arguments, desk), **figures})
    return Changed(changed.kind, project.title, set_town(project, town).project)


def _town(arguments: argparse.Namespace, desk: ProjectDesk) -> OwnTown:
    if arguments.town is None:
        raise ValueMistakeError("--town に、まちの名前かコードを書いてください。")
    return made(OwnTown, **_place(arguments, desk), **_given(arguments))


def _place(arguments: argparse.Namespace, desk: ProjectDesk) -> dict[str, object]:
    if arguments.town is None:
        return {}
    return named_place(arguments.town, desk, unlisted=arguments.unlisted)


def named_place(name: str, desk: ProjectDesk, *, unlisted: bool) -> dict[str, object]:
    """Return the name and code of a town; without a code where the list has none.

    Raises:
        ValueMistakeError: several can be meant, or none and that is not ``unlisted``.
    """
    found = None if unlisted else town_named(name, desk.corpus)
    if found is not None:
        return {"name": found.name, "code": found.code}
    if not unlisted:
        raise ValueMistakeError(
            f"「{name}」は、市区町村の一覧にありません。"
            "一覧にない名前のまま使うときは --unlisted を付けてください。"
        )
    return {"name": name, "code": None}


def _given(arguments: argparse.Namespace) -> dict[str, object]:
    values = {field: getattr(arguments, field) for field in _FIGURES}
    return {field: value for field, value in values.items() if value is not None}


def run_set(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Set a field of a project; ``-`` takes a figure away.

    Raises:
        ValueMistakeError: the value cannot be taken.
        ProjectError: it cannot stand.
    """
    field, value = arguments.field, " ".join(arguments.value)

    def change(project: ModelProject) -> Changed:
        match field:
            case "name":
                return rename(project, value, project.variant)
            case "variant":
                return rename(project, project.name, value)
            case "status":
                return set_status(project, _status(value))
            case "town":
                place = named_place(value, desk, unlisted=arguments.unlisted)
                return set_town(project, made(OwnTown, **{**dict(project.town), **place}))
        read: object = () if field == "zones" else None
        if value != "-":
            try:
                read = _READERS[field](value)
            except argparse.ArgumentTypeError as error:
                raise ValueMistakeError(f"{field}: {error}。") from error
        figures = {**dict(project.town), _FIELDS[field]: read}
        return set_town(project, made(OwnTown, **figures))

    return desk.change(arguments.id, change)


def _status(word: str) -> ProjectStatus:
    for status in ProjectStatus:
        if word in (status.value, status.label):
            return status
    known = "、".join(f"{status.value}（{status.label}）" for status in ProjectStatus)
    raise ValueMistakeError(f"「{word}」という進みぐあいはありません。{known} から選んでください。")


def run_undo(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Take back the last change.

    Raises:
        ProjectError: there is none.
    """
    return _turn(arguments, desk, back=True)


def run_redo(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Make the change taken back last again.

    Raises:
        ProjectError: there is none.
    """
    return _turn(arguments, desk, back=False)


def _turn(arguments: argparse.Namespace, desk: ProjectDesk, *, back: bool) -> ExitCode:
    opened = desk.open(arguments.id)
    turn, entry = (desk.store.undo, opened.undo) if back else (desk.store.redo, opened.redo)
    after = turn(opened.project.id, opened.position)
    assert entry is not None  # else there was an error
    changed = Changed(entry.kind, entry.about, after.project)
    how = "元に戻しました: " if back else "やり直しました: "
    desk.tell(after, changed, new_entries(opened.project, after.project), how)
    return ExitCode.OK


def run_delete(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Put a project into the trash.

    Raises:
        ProjectError: there is none.
    """
    desk.store.delete(project_id(arguments.id))
    return _said(desk, arguments.id, "ごみ箱に入れました。元にもどすには project restore です。")


def run_restore(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Take a project out of the trash.

    Raises:
        ProjectError: there is none.
    """
    desk.store.restore(project_id(arguments.id))
    return _said(desk, arguments.id, "ごみ箱から元にもどしました。")


def _said(desk: ProjectDesk, name: str, sentence: str) -> ExitCode:
    if desk.as_json:
        print_json({"id": project_id(name)})
    else:
        print(f"{PROJECT_FOLDER}{project_id(name)}　{sentence}")
    return ExitCode.OK
