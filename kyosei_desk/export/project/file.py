# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writing a project in the format asked for, and reading the one that can be read back."""

import codecs
import json
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from kyosei_desk.domain.errors import (
    InputFileError,
    ProjectError,
    ProjectFault,
    ProjectFileError,
    ProjectProblem,
)
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.state import read_state, state_text
from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.project.csv_tables import write_project_csv
from kyosei_desk.export.project.html_report import write_report_html
from kyosei_desk.export.project.markdown_report import write_report_markdown
from kyosei_desk.export.project.matter import Matter
from kyosei_desk.export.project.paper import project_report
from kyosei_desk.export.project.report import Report


class ProjectFormat(StrEnum):
    """The formats of a project's file; the value is the suffix."""

    JSON = "json"
    MARKDOWN = "md"
    HTML = "html"
    CSV = "csv"
    PDF = "pdf"


# What the names of their files end with.
PROJECT_SUFFIXES = {known.value: known for known in ProjectFormat} | {"htm": ProjectFormat.HTML}

LARGEST_FILE = 20_000_000  # bytes; a project of a hundred elements takes a few hundred thousand

DrawPdf = Callable[[Report, DiagramColors], bytes]


def project_bytes(
    matter: Matter, file_format: ProjectFormat, colors: DiagramColors, draw_pdf: DrawPdf
) -> bytes:
    """Return a project's file; ``colors`` are the diagram's, ``draw_pdf`` makes PDF."""
    match file_format:
        case ProjectFormat.JSON:
            return project_json(matter.project).encode()
        case ProjectFormat.MARKDOWN:
            return write_report_markdown(project_report(matter, with_picture=False)).encode()
        case ProjectFormat.HTML:
            return write_report_html(project_report(matter), colors).encode()
        case ProjectFormat.CSV:
            return write_project_csv(matter)
        case ProjectFormat.PDF:
            return draw_pdf(project_report(matter), colors)


def project_json(project: ModelProject) -> str:
    """Return a project as JSON that :func:`read_project` reads back, Japanese kept readable."""
    return json.dumps(json.loads(state_text(project)), ensure_ascii=False, indent=2) + "\n"


def read_project(path: Path) -> ModelProject:
    """Return the project in a file of JSON.

    Raises:
        InputFileError: the file cannot be read.
        ProjectFileError: it holds no project, or one of a newer program.
    """
    try:
        data = _content(path)
    except OSError as error:
        raise InputFileError(str(path), error.strerror or str(error)) from error
    try:
        return read_state(data.removeprefix(codecs.BOM_UTF8))
    except ProjectError as error:
        raise ProjectFileError(path, error.problem, error.about) from error


def _content(path: Path) -> bytes:
    """Return what a file holds; no more than a project can fill."""
    if path.exists() and not path.is_file():
        raise _refused(path, ProjectFault.NO_FILE)
    with path.open("rb") as stream:
        data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise _refused(path, ProjectFault.TOO_LARGE)
    return data


def _refused(path: Path, fault: ProjectFault) -> ProjectFileError:
    return ProjectFileError(path, ProjectProblem.UNREADABLE_PROJECT, (fault,))
