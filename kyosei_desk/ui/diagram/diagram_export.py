# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Taking a diagram out of the window: as SVG, as a picture, to the clipboard."""

import datetime
import re
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from kyosei_desk.domain.errors import OutputFileError
from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.file import DiagramFormat, diagram_bytes, write_diagram
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.services import DrawPng
from kyosei_desk.ui.background import Job, MutationOperation, QueryOperation, WorkerThread
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.ui.search.results_export import keep_dialogs_in
from kyosei_desk.workspace.settings import SettingsStore

DIAGRAM_FORMAT_LABELS = {
    DiagramFormat.PNG: "画像（PNG）に書き出す…",
    DiagramFormat.SVG: "図形（SVG）に書き出す…",
}
_NAME_FILTERS = {
    DiagramFormat.PNG: "画像 PNG (*.png)",
    DiagramFormat.SVG: "図形 SVG (*.svg)",
}
_UNFIT = re.compile(r'[\\/:*?"<>|\s\x00-\x1f.]+')
_NAME_LENGTH = 40


class DiagramExport(QObject):
    """Writes and copies diagrams, in the colours of paper whatever the theme.

    ``message_requested(Message)`` says how it went.
    """

    message_requested = Signal(object)

    def __init__(
        self,
        worker: WorkerThread,
        settings: SettingsStore,
        paper: DiagramColors,
        draw_png: DrawPng,
        window: QWidget,
    ):
        """Write in ``worker``; file dialogs stand over ``window``."""
        super().__init__(window)
        self._settings = settings
        self._paper = paper
        self._draw_png = draw_png
        self._window = window
        self._diagram: Diagram | None = None
        self._path: Path | None = None
        self._writing = MutationOperation(worker, self)
        self._writing.succeeded.connect(self._on_written)
        self._writing.failed.connect(self._on_failure)
        self._copying = QueryOperation(worker, self)
        self._copying.succeeded.connect(self._on_copied)
        self._copying.failed.connect(self._on_failure)

    def choose_file(self, diagram: Diagram, file_format: DiagramFormat) -> QFileDialog:
        """Ask where to write a diagram, and write it; return the dialog that asks."""
        keep_dialogs_in(self._settings.folder)
        self._diagram = diagram
        dialog = QFileDialog(self._window, "しくみ図を書き出す", self._start_folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_NAME_FILTERS[file_format])
        dialog.setDefaultSuffix(file_format.value)
        dialog.selectFile(diagram_file_name(diagram.title, file_format, datetime.date.today()))
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def write(self, diagram: Diagram, path: Path) -> None:
        """Write a diagram to a file whose name ends with its format; PNG for other names."""
        self._diagram, self._path = diagram, path
        suffix = path.suffix.lower().removeprefix(".")
        known = suffix in list(DiagramFormat)
        file_format = DiagramFormat(suffix) if known else DiagramFormat.PNG
        paper, draw = self._paper, self._draw_png

        def write(_job: Job) -> Path:
            write_diagram(diagram_bytes(diagram, paper, file_format, draw), path)
            return path

        self._writing.run(write)

    def copy(self, diagram: Diagram) -> None:
        """Put a diagram on the clipboard, as a picture."""
        paper, draw = self._paper, self._draw_png

        def make(_job: Job) -> bytes:
            return draw(diagram, paper)

        self._copying.run(make)

    def _on_file_selected(self, name: str) -> None:
        if self._diagram is not None:
            self.write(self._diagram, Path(name))

    def _start_folder(self) -> str:
        if self._path is not None:
            return str(self._path.parent)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return QStandardPaths.writableLocation(documents)

    def _on_written(self, path: Path) -> None:
        text = f"しくみ図を {path.name} に書き出しました。"
        done = Message(Severity.SUCCESS, text, "フォルダーを開く", self._open_folder)
        self.message_requested.emit(done)

    def _on_copied(self, data: bytes) -> None:
        image = QImage()
        image.loadFromData(data)
        mime = QMimeData()
        mime.setImageData(image)
        QGuiApplication.clipboard().setMimeData(mime)
        text = "しくみ図を画像としてコピーしました。貼り付けて使えます。"
        self.message_requested.emit(Message(Severity.SUCCESS, text))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._start_folder()))

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, OutputFileError):
            self.message_requested.emit(failure_message(error, "もう一度", self._again))
        else:
            self.message_requested.emit(failure_message(error))

    def _again(self) -> None:
        if self._diagram is not None and self._path is not None:
            self.write(self._diagram, self._path)


def diagram_file_name(title: str, file_format: DiagramFormat, today: datetime.date) -> str:
    """Return a name for the file: ``名張市（三重県）のしくみ図_20261123.png``."""
    words = _UNFIT.sub("_", title).strip("_")[:_NAME_LENGTH].strip("_")
    return f"{words}_{today:%Y%m%d}.{file_format.value}"
