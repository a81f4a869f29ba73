# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Taking a structure diagram out of the window, in the colours that print well."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from kyosei_desk.domain.errors import OutputFileError
from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.file import DiagramFormat, diagram_bytes, write_diagram
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.services import Services
from kyosei_desk.ui.background import Job, MutationOperation, QueryOperation, WorkerThread
from kyosei_desk.ui.compare.asking_for_files import FileAsker, FileKind, file_name
from kyosei_desk.ui.messages import Message, Severity, failure_message

KINDS = {
    DiagramFormat.SVG: FileKind("svg", "印刷にも向く図（SVG）"),
    DiagramFormat.PNG: FileKind("png", "貼り付けに向く画像（PNG）"),
}
_COPIED = "しくみ図を画像としてコピーしました。貼り付けて使えます。"


@dataclass(frozen=True)
class DiagramFile:
    """A diagram, and where it is to be written."""

    diagram: Diagram
    path: Path
    file_format: DiagramFormat


class DiagramExport(QObject):
    """``message_requested(Message)`` says how it went."""

    message_requested = Signal(object)

    def __init__(self, services: Services, worker: WorkerThread, window: QWidget):
        """Draw and write in ``worker``; file dialogs stand over ``window``."""
        super().__init__(window)
        self._services = services
        self._asker = FileAsker(window, services.settings.folder)
        self._asked: tuple[Diagram, DiagramFormat] | None = None
        self._file: DiagramFile | None = None
        self._writing = MutationOperation(worker, self)
        self._writing.succeeded.connect(self._on_written)
        self._writing.failed.connect(self._on_failure)
        self._copying = QueryOperation(worker, self)
        self._copying.succeeded.connect(self._on_copied)
        self._copying.failed.connect(self._on_failure)

    def choose_file(self, diagram: Diagram, title: str, file_format: DiagramFormat) -> QFileDialog:
        """Ask where to write the diagram of a design, and write it."""
        kind = KINDS[file_format]
        name = file_name("しくみ図", [title], kind.suffix, datetime.date.today())
        self._asked = (diagram, file_format)
        dialog = self._asker.ask("しくみ図を書き出す", kind, name)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()
        return dialog

    def write(self, wanted: DiagramFile) -> None:
        """Write a diagram."""
        self._file = wanted
        self._asker.note(wanted.path)

        def write(_job: Job) -> DiagramFile:
            write_diagram(self._bytes(wanted.diagram, wanted.file_format), wanted.path)
            return wanted

        self._writing.run(write)

    def copy(self, diagram: Diagram) -> None:
        """Put a diagram on the clipboard, as a picture."""
        self._copying.run(lambda _job: self._bytes(diagram, DiagramFormat.PNG))

    def _bytes(self, diagram: Diagram, file_format: DiagramFormat) -> bytes:
        """Return the content of a file; called in the worker."""
        colors = DiagramColors.read(self._services.resources_dir / "themes" / "light.json")
        return diagram_bytes(diagram, colors, file_format, self._services.draw_png)

    def _on_file_selected(self, name: str) -> None:
        if self._asked is not None:
            diagram, file_format = self._asked
            self.write(DiagramFile(diagram, Path(name), file_format))

    def _on_written(self, written: DiagramFile) -> None:
        text = f"{written.diagram.title}を {written.path.name} に書き出しました。"
        folder = self._asker.open_folder
        self.message_requested.emit(Message(Severity.SUCCESS, text, "フォルダーを開く", folder))

    def _on_copied(self, data: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(data))
        self.message_requested.emit(Message(Severity.SUCCESS, _COPIED))

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, OutputFileError):
            self.message_requested.emit(failure_message(error, "もう一度", self._again))
        else:
            self.message_requested.emit(failure_message(error))

    def _again(self) -> None:
        if self._file is not None:
            self.write(self._file)
