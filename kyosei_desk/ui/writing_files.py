# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Taking something out into a file: asked for a place, written by a worker, and told."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from kyosei_desk.domain.errors import OutputFileError
from kyosei_desk.ui.asking_for_files import FileAsker, FileKind
from kyosei_desk.ui.background import Job, MutationOperation, WorkerThread
from kyosei_desk.ui.messages import Message, Severity, failure_message

Wanted = TypeVar("Wanted")


class FileWriting(QObject, Generic[Wanted]):
    """Subclasses say how what is wanted is written, see :meth:`_begin`.

    ``message_requested(Message)`` says how it went. A file that could not be written can be
    tried again.
    """

    message_requested = Signal(object)

    def __init__(self, worker: WorkerThread, data_dir: Path, window: QWidget):
        """Write in ``worker``; file dialogs stand over ``window``."""
        super().__init__(window)
        self._asker = FileAsker(window, data_dir)
        self._asked: Wanted | None = None
        self._last: tuple[Path, Wanted] | None = None
        self._writing = MutationOperation(worker, self)
        self._writing.succeeded.connect(self._on_written)
        self._writing.failed.connect(self._on_failure)

    def write(self, path: Path, wanted: Wanted) -> None:
        """Write to a file."""
        self._last = path, wanted
        self._asker.note(path)
        self._begin(path, wanted)

    def _begin(self, path: Path, wanted: Wanted) -> None:
        """Get ready and call :meth:`_run`."""
        raise NotImplementedError

    def _ask(self, title: str, kind: FileKind, name: str, wanted: Wanted) -> QFileDialog:
        """Ask where to write, and write it; return the dialog that asks."""
        self._asked = wanted
        dialog = self._asker.ask(title, kind, name)
        dialog.fileSelected.connect(self._on_place)
        dialog.open()
        return dialog

    def _run(self, path: Path, what: str, write: Callable[[Path], None]) -> None:
        """Write in the worker; ``what`` says in the message what was written."""

        def run(_job: Job) -> str:
            write(path)
            return f"{what}を {path.name} に書き出しました。"

        self._writing.run(run)

    def _tell(self, severity: Severity, text: str) -> None:
        self.message_requested.emit(Message(severity, text))

    def _on_place(self, name: str) -> None:
        if self._asked is not None:
            self.write(Path(name), self._asked)

    def _on_written(self, text: str) -> None:
        folder = self._asker.open_folder
        self.message_requested.emit(Message(Severity.SUCCESS, text, "フォルダーを開く", folder))

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, OutputFileError):
            self.message_requested.emit(failure_message(error, "もう一度", self._again))
        else:
            self.message_requested.emit(failure_message(error))

    def _again(self) -> None:
        if self._last is not None:
            self.write(*self._last)


def copy_table(text: str, html: str) -> None:
    """Put a table on the clipboard, as text and as a page."""
    mime = QMimeData()
    mime.setText(text)
    mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)
