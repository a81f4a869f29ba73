# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writing a project in the format asked for, and reading the one that can be read back."""

import json
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from kyosei_desk.domain.errors import InputFileError, OutputFileError, StorageError
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.state import read_state, state_text
from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.project.csv_tables import write_project_csv
from kyosei_desk.export.project.html_report import write_report_html
from kyosei_desk.export.project.markdown_report import write_report_markdown
from kyosei_desk.export.project.matter import Matter
from kyosei_desk.export.project.paper import project_report
from kyosei_desk.export.project.report import Report
from kyosei_desk.files import write_atomically


class ProjectFormat(StrEnum):
    """The formats of a project's file; the value is the suffix."""

    JSON = "json"
    MARKDOWN = "md"
    HTML = "html"
    CSV = "csv"
    PDF = "pdf"


# What the names of their files end with.
PROJECT_SUFFIXES = {known.value: known for known in ProjectFormat} | {"htm": ProjectFormat.HTML}

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


def write_project(data: bytes, path: Path) -> None:
    """Write a project's file: the whole of it, or the old one stays.

    Raises:
        OutputFileError: it cannot be written.
    """
    try:
        write_atomically(path, data, shared=True)
    except StorageError as error:
        raise OutputFileError(path, error.reason) from error


def read_project(path: Path) -> ModelProject:
    """Return the project in a file of JSON.

    Raises:
        InputFileError: the file cannot be read.
        ProjectError: it holds no project, or one of a newer program.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputFileError(str(path), error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise InputFileError(str(path), str(error)) from error
    return read_state(text)
