# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Projects into files and out of them, and named revisions, by command."""

import argparse
from pathlib import Path

from kyosei_desk.cli.output import ExitCode, print_error, print_json, write_output
from kyosei_desk.cli.project.desk import ProjectDesk, project_id
from kyosei_desk.cli.project.values import ValueMistakeError
from kyosei_desk.cli.project.views import matter_of
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.projects import imported, restore
from kyosei_desk.domain.projects.model import PROJECT_FOLDER, ModelProject
from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.project.file import (
    PROJECT_SUFFIXES,
    ProjectFormat,
    project_bytes,
    read_project,
)
from kyosei_desk.files import write_output_file
from kyosei_desk.wording.window import no_qt_text

_WRITTEN = "json、md、html、csv、pdf"


def run_export(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Write a project to a file, or to the screen; 4 when Qt, which makes PDF, is missing.

    Raises:
        ValueMistakeError: the format cannot be told.
        ProjectError: there is no such project.
        OutputFileError: the file cannot be written.
    """
    path = Path(arguments.out) if arguments.out is not None else None
    file_format = _asked_format(arguments.format, path)
    matter = matter_of(desk, arguments.id)
    colors = DiagramColors.read(desk.services.resources_dir / "themes" / "light.json")
    try:
        data = project_bytes(matter, file_format, colors, desk.services.draw_project_pdf)
    except ImportError as error:
        print_error(no_qt_text(str(error)))
        return ExitCode.ENVIRONMENT
    if path is None:
        write_output(data)
        return ExitCode.OK
    write_output_file(path, data)
    if desk.as_json:
        print_json({"id": matter.project.id, "file": str(path), "format": file_format.value})
    else:
        print(f"{matter.project.title} を {path} に書き出しました。")
    return ExitCode.OK


def _asked_format(named: str | None, path: Path | None) -> ProjectFormat:
    suffix = path.suffix.lower().removeprefix(".") if path is not None else ""
    asked = named or suffix
    if path is None and asked == ProjectFormat.PDF:
        raise ValueMistakeError("PDF は、-o に書き出すファイルを書いてください。")
    if asked not in PROJECT_SUFFIXES:
        raise ValueMistakeError(
            f"-o のファイルは {_WRITTEN} のどれかで終わる名前にするか、"
            f"--format に {_WRITTEN} のどれかを書いてください。"
        )
    return PROJECT_SUFFIXES[asked]


def run_import(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Take in a project written as JSON, under its own id or the next free one.

    Raises:
        InputFileError: the file cannot be read.
        ProjectError: it holds no project, or the id asked for is taken.
    """
    changed = imported(read_project(Path(arguments.file)), arguments.own_id)
    opened = desk.store.create(changed, any_id=arguments.own_id is None)
    desk.tell(opened, changed, ())
    return ExitCode.OK


def run_revisions(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """List the named revisions of a project, the newest first.

    Raises:
        ProjectError: there is no such project.
    """
    found = desk.store.revisions(project_id(arguments.id))
    if desk.as_json:
        keys = ("number", "name", "at")
        rows = [(one.number, one.name, one.at.isoformat()) for one in found]
        print_json([dict(zip(keys, row, strict=True)) for row in rows])
        return ExitCode.OK
    for one in found:
        print(f"{one.number}\t{desk.moment(one.at)}\t{one.name}")
    print(f"{len(found)} 版")
    return ExitCode.OK


def run_revision_keep(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Keep a project as it is now under a name.

    Raises:
        ProjectError: there is no such project.
    """
    own_id = project_id(arguments.id)
    kept = desk.store.keep_revision(own_id, arguments.name)
    if desk.as_json:
        print_json({"id": own_id, "number": kept.number, "name": kept.name})
    else:
        print(f"{PROJECT_FOLDER}{own_id}　版 {kept.number}「{kept.name}」を残しました。")
    return ExitCode.OK


def run_revision_restore(arguments: argparse.Namespace, desk: ProjectDesk) -> ExitCode:
    """Go back to a revision; that can be undone like any change.

    Raises:
        ProjectError: there is no such revision.
    """
    own_id = project_id(arguments.id)
    number = arguments.number
    other = desk.store.revision(own_id, number)
    names = {one.number: one.name for one in desk.store.revisions(own_id)}

    def change(project: ModelProject) -> Changed:
        return restore(project, other, names.get(number, ""))

    return desk.change(own_id, change)
