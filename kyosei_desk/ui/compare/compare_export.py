# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writing a comparison out: asked for a place, written by a thread of its own."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from kyosei_desk.domain.comparing.matrix import Matrix
from kyosei_desk.domain.errors import OutputFileError
from kyosei_desk.export.comparison.file import (
    ComparisonFormat,
    comparison_bytes,
    write_comparison,
)
from kyosei_desk.ui.background import Job, MutationOperation, QueryOperation, WorkerThread
from kyosei_desk.ui.compare.asking_for_files import FileAsker, FileKind, file_name
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.workspace.settings import SettingsStore

_KINDS = {
    ComparisonFormat.TABLE: FileKind("txt", "テキスト"),
    ComparisonFormat.MARKDOWN: FileKind("md", "Markdown"),
    ComparisonFormat.CSV: FileKind("csv", "CSV（カンマ区切り）"),
    ComparisonFormat.JSON: FileKind("json", "JSON"),
    ComparisonFormat.HTML: FileKind("html", "ページ"),
}
_NOTHING = "書き出す表がありません。列を選んでから、もう一度押してください。"


@dataclass(frozen=True)
class Destination:
    """A file and its format."""

    path: Path
    file_format: ComparisonFormat


class ComparisonExport(QObject):
    """Writes the rows shown now; ``message_requested(Message)`` says how it went."""

    message_requested = Signal(object)

    def __init__(
        self,
        controller: ComparisonController,
        worker: WorkerThread,
        settings: SettingsStore,
        window: QWidget,
    ):
        """Write in ``worker``; file dialogs stand over ``window``."""
        super().__init__(window)
        self._controller = controller
        self._asker = FileAsker(window, settings.folder)
        self._destination: Destination | None = None
        self._writing = MutationOperation(worker, self)
        self._writing.succeeded.connect(self._on_written)
        self._writing.failed.connect(self._on_failure)
        self._copying = QueryOperation(worker, self)
        self._copying.succeeded.connect(self._on_copied)
        self._copying.failed.connect(self._on_failure)

    def choose_file(self, file_format: ComparisonFormat) -> QFileDialog:
        """Ask where to write a file, and write it; return the dialog that asks."""
        titles = [design.title for design in self._controller.columns]
        kind = _KINDS[file_format]
        name = file_name("くらべる", titles, kind.suffix, datetime.date.today())
        dialog = self._asker.ask("くらべた表を書き出す", kind, name)
        dialog.setProperty("format", file_format.value)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()
        return dialog

    def write(self, destination: Destination) -> None:
        """Write the rows shown to a file."""
        self._destination = destination
        self._asker.note(destination.path)
        matrix, era = self._matrix(), self._controller.era_first
        if matrix is None:
            return

        def write(_job: Job) -> Matrix:
            path, file_format = destination.path, destination.file_format
            write_comparison(matrix, path, file_format, era_first=era)
            return matrix

        self._writing.run(write)

    def copy(self) -> None:
        """Put the rows shown on the clipboard, as a table and as text."""
        matrix, era = self._matrix(), self._controller.era_first
        if matrix is None:
            return

        def make(_job: Job) -> tuple[str, str, Matrix]:
            formats = (ComparisonFormat.TABLE, ComparisonFormat.HTML)
            text, html = (
                comparison_bytes(matrix, one, era_first=era).decode("utf-8") for one in formats
            )
            return text, html, matrix

        self._copying.run(make)

    def _matrix(self) -> Matrix | None:
        matrix = self._controller.shown_matrix
        if matrix is None or not matrix.rows:
            self.message_requested.emit(Message(Severity.INFO, _NOTHING))
            return None
        return matrix

    def _on_file_selected(self, name: str) -> None:
        file_format = ComparisonFormat(self.sender().property("format"))
        self.write(Destination(Path(name), file_format))

    def _on_written(self, matrix: Matrix) -> None:
        assert self._destination is not None
        text = f"{_counted(matrix)}を {self._destination.path.name} に書き出しました。"
        done = Message(Severity.SUCCESS, text, "フォルダーを開く", self._asker.open_folder)
        self.message_requested.emit(done)

    def _on_copied(self, copied: tuple[str, str, Matrix]) -> None:
        text, html, matrix = copied
        mime = QMimeData()
        mime.setText(text)
        mime.setHtml(html)
        QGuiApplication.clipboard().setMimeData(mime)
        told = f"{_counted(matrix)}を出典つきでコピーしました。貼り付けて使えます。"
        self.message_requested.emit(Message(Severity.SUCCESS, told))

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, OutputFileError):
            self.message_requested.emit(failure_message(error, "もう一度", self._again))
        else:
            self.message_requested.emit(failure_message(error))

    def _again(self) -> None:
        if self._destination is not None:
            self.write(self._destination)


def _counted(matrix: Matrix) -> str:
    return f"{len(matrix.designs)}列・{len(matrix.rows)}行"
