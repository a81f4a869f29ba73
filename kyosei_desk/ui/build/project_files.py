# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Projects out into files and in from them: asked for a place, done by a thread."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.errors import OutputFileError
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.projects import imported
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.services import Services
from kyosei_desk.ui.background import Job, MutationOperation, WorkerThread
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.compare.asking_for_files import FileAsker, FileKind, file_name
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.ui.search.results_export import keep_dialogs_in

FILE_KINDS = {
    "pdf": FileKind("pdf", "印刷用の文書（PDF）"),
    "html": FileKind("html", "ページ"),
    "csv": FileKind("csv", "CSV（カンマ区切り）"),
    "md": FileKind("md", "Markdown"),
    "json": FileKind("json", "案のファイル"),
}


@dataclass(frozen=True)
class _Wanted:
    """A project to be written, and where."""

    project: ModelProject
    path: Path
    suffix: str


class ProjectFiles(QObject):
    """``read_requested(Path, Callable[[Path], Changed])`` carries a file to bring in."""

    message_requested = Signal(object)
    read_requested = Signal(object, object)

    def __init__(
        self, services: Services, library: BuildLibrary, worker: WorkerThread, window: QWidget
    ):
        """Write in ``worker``; file dialogs stand over ``window``."""
        super().__init__(window)
        self._services = services
        self._library = library
        self._window = window
        self._asker = FileAsker(window, services.data_dir)
        self._project: ModelProject | None = None
        self._wanted: _Wanted | None = None
        self._writing = MutationOperation(worker, self)
        self._writing.succeeded.connect(self._on_written)
        self._writing.failed.connect(self._on_failure)

    def take_out(self, project: ModelProject, suffix: str) -> QFileDialog:
        """Ask where to write a project, and write it; return the dialog that asks."""
        self._project = project
        kind = FILE_KINDS[suffix]
        titles = [project.town.name, project.name, project.variant]
        name = file_name("案", titles, suffix, datetime.date.today())
        dialog = self._asker.ask("案を書き出す", kind, name)
        dialog.setProperty("suffix", suffix)
        dialog.fileSelected.connect(self._on_place)
        dialog.open()
        return dialog

    def ask_to_read(self) -> QFileDialog:
        """Ask which file to bring in; return the dialog that asks."""
        keep_dialogs_in(self._services.data_dir)
        kind = FILE_KINDS["json"]
        dialog = QFileDialog(self._window, "案のファイルを読みこむ")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(kind.name_filter)
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()
        return dialog

    def write(self, project: ModelProject, path: Path, suffix: str) -> None:
        """Write a project to a file."""
        wanted = self._wanted = _Wanted(project, path, suffix)
        self._asker.note(path)
        services, library = self._services, self._library

        def write(_job: Job) -> Path:
            write_file(services, library, wanted.project, wanted.path, wanted.suffix)
            return wanted.path

        self._writing.run(write)

    def _on_place(self, name: str) -> None:
        if self._project is not None:
            self.write(self._project, Path(name), self.sender().property("suffix"))

    def _on_file(self, name: str) -> None:
        self.read_requested.emit(Path(name), read_file)

    def _on_written(self, path: Path) -> None:
        text = f"案を {path.name} に書き出しました。"
        done = Message(Severity.SUCCESS, text, "フォルダーを開く", self._asker.open_folder)
        self.message_requested.emit(done)

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, OutputFileError):
            self.message_requested.emit(failure_message(error, "もう一度", self._again))
        else:
            self.message_requested.emit(failure_message(error))

    def _again(self) -> None:
        if (wanted := self._wanted) is not None:
            self.write(wanted.project, wanted.path, wanted.suffix)


def write_file(
    services: Services, library: BuildLibrary, project: ModelProject, path: Path, suffix: str
) -> None:
    """Write a project in the format of a suffix; for a worker.

    Raises:
        OutputFileError: the file cannot be written.
    """
    from kyosei_desk.export.diagram.colors import DiagramColors
    from kyosei_desk.export.project.file import ProjectFormat, project_bytes, write_project
    from kyosei_desk.export.project.matter import Matter
    from kyosei_desk.wording.project_rules import assumption_sentence

    today = PartialDate.parse(datetime.date.today())
    matter = Matter(project, library.corpus, today, assumption_sentence, library.era_first)
    colors = DiagramColors.read(services.resources_dir / "themes" / "light.json")
    data = project_bytes(matter, ProjectFormat(suffix), colors, services.draw_project_pdf)
    write_project(data, path)


def read_file(path: Path) -> Changed:
    """Return the project of a file as one that is brought in; for a worker.

    Raises:
        InputFileError: the file cannot be read.
        ProjectError: it holds no project, or a newer program's.
    """
    from kyosei_desk.export.project.file import read_project

    return imported(read_project(path))
