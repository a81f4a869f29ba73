# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A project that could not be kept is written to a file, so that nothing typed is lost."""

import logging
from pathlib import Path

from kyosei_desk.domain.errors import KyoseiError
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.files import write_output_file

_logger = logging.getLogger(__name__)
_STEM = "保存できなかった案"


def rescue(project: ModelProject, folder: Path) -> Path | None:
    """Write a project into a new file of ``folder``; None: that was not possible either."""
    from kyosei_desk.export.project.file import project_json

    number, path = 1, folder / f"{_STEM}-{project.id}.json"
    while path.exists():
        number += 1
        path = folder / f"{_STEM}-{project.id}-{number}.json"
    try:
        write_output_file(path, project_json(project).encode())
    except (KyoseiError, OSError):
        _logger.exception("the project %s could not be rescued", project.id)
        return None
    return path


def rescued_files(folder: Path) -> tuple[Path, ...]:
    """Return the files that projects were rescued to."""
    return tuple(sorted(folder.glob(f"{_STEM}-*.json")))


def rescue_text(path: Path) -> str:
    """Return where a project is that could not be kept, and how it is had back."""
    return (
        f"保存できなかった案を {path} に残してあります。"
        "「ファイルを読みこむ」で加えられます。加えたあとは、このファイルを消してください。"
    )
