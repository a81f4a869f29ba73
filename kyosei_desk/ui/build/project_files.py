# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Projects out into files and in from them: asked for a place, done by a thread."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kyosei_desk.domain.dates import today
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.projects import imported
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.files import write_output_file
from kyosei_desk.services import Services
from kyosei_desk.ui.asking_for_files import FileKind, file_name
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.writing_files import FileWriting

FILE_KINDS = {
    "pdf": FileKind("pdf", "印刷用の文書（PDF）"),
    "html": FileKind("html", "ページ"),
    "csv": FileKind("csv", "CSV（カンマ区切り）"),
    "md": FileKind("md", "Markdown"),
    "json": FileKind("json", "案のファイル"),
}


@dataclass(frozen=True)
class WantedProject:
    """A project, and the suffix of what it is to be written as."""

    project: ModelProject
    suffix: str


class ProjectFiles(FileWriting[WantedProject]):
    """``read_requested(Path, Callable[[Path], Changed])`` carries a file to bring in."""

    read_requested = Signal(object, object)

    def __init__(
        self, services: Services, library: BuildLibrary, worker: WorkerThread, window: QWidget
    ):
        """Write in ``worker``; file dialogs stand over ``window``."""
        super().__init__(worker, services.data_dir, window)
        self._services = services
        self._library = library

    def take_out(self, project: ModelProject, suffix: str) -> QFileDialog:
        """Ask where to write a project, and write it; return the dialog that asks."""
        kind = FILE_KINDS[suffix]
        name = file_name("案", [project.title], suffix, datetime.date.today())
        return self._ask("案を書き出す", kind, name, WantedProject(project, suffix))

    def ask_to_read(self) -> QFileDialog:
        """Ask which file to bring in; return the dialog that asks."""
        dialog = self._asker.ask_which("案のファイルを読みこむ", FILE_KINDS["json"])
        dialog.fileSelected.connect(self._on_file)
        dialog.open()
        return dialog

    def _begin(self, path: Path, wanted: WantedProject) -> None:
        services, library = self._services, self._library

        def write(to: Path) -> None:
            write_file(services, library, wanted.project, to, wanted.suffix)

        self._run(path, "案", write)

    def _on_file(self, name: str) -> None:
        self.read_requested.emit(Path(name), read_file)


def write_file(
    services: Services, library: BuildLibrary, project: ModelProject, path: Path, suffix: str
) -> None:
    """Write a project in the format of a suffix; for a worker.

    Raises:
        OutputFileError: the file cannot be written.
    """
    from kyosei_desk.export.diagram.colors import DiagramColors
    from kyosei_desk.export.project.file import ProjectFormat, project_bytes
    from kyosei_desk.export.project.matter import Matter
    from kyosei_desk.wording.project_rules import assumption_sentence

    matter = Matter(project, library.corpus, today(), assumption_sentence, library.era_first)
    colors = DiagramColors.read(services.resources_dir / "themes" / "light.json")
    data = project_bytes(matter, ProjectFormat(suffix), colors, services.draw_project_pdf)
    write_output_file(path, data)


def read_file(path: Path) -> Changed:
    """Return the project of a file as one that is brought in; for a worker.

    Raises:
        InputFileError: the file cannot be read.
        ProjectError: it holds no project, or a newer program's.
    """
    from kyosei_desk.export.project.file import read_project

    return imported(read_project(path))
