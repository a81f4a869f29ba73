# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writing out what was found: asked again in full, written by a thread of its own."""

import datetime
import re
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QSettings, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from kyosei_desk.domain.errors import IndexBrokenError, OutputFileError
from kyosei_desk.export.results import ResultTable
from kyosei_desk.export.results_file import ResultFormat, write_results
from kyosei_desk.export.results_text import write_html, write_tabs
from kyosei_desk.ui.background import Job, MutationOperation, QueryOperation, WorkerThread
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.ui.search.search_controller import SearchController
from kyosei_desk.wording.results import result_table
from kyosei_desk.workspace.settings import SettingKey, SettingsStore

EXPORT_LIMIT = 1000
_NAME_FILTERS = {
    ResultFormat.XLSX: "Excel ブック (*.xlsx)",
    ResultFormat.CSV: "CSV（カンマ区切り） (*.csv)",
    ResultFormat.MARKDOWN: "Markdown (*.md)",
}
_UNFIT = re.compile(r'[\\/:*?"<>|\s\x00-\x1f.]+')
_NAME_LENGTH = 24


@dataclass(frozen=True)
class Destination:
    """A file and its format."""

    path: Path
    file_format: ResultFormat


@dataclass(frozen=True)
class _Collected:
    """The whole result, and where it goes: a file, or the clipboard (None)."""

    table: ResultTable
    total: int
    destination: Destination | None


class ResultsExport(QObject):
    """Writes the results of the question of now; ``message_requested`` says how it went."""

    message_requested = Signal(object)
    index_broken = Signal(object)

    def __init__(
        self,
        controller: SearchController,
        search_worker: WorkerThread,
        settings: SettingsStore,
        window: QWidget,
    ):
        """Ask in ``search_worker``; file dialogs stand over ``window``."""
        super().__init__(window)
        self._controller = controller
        self._settings = settings
        self._window = window
        self._destination: Destination | None = None
        self._worker = WorkerThread("export", self)
        self._collecting = QueryOperation(search_worker, self)
        self._collecting.succeeded.connect(self._on_collected)
        self._collecting.failed.connect(self._on_failure)
        self._writing = MutationOperation(self._worker, self)
        self._writing.succeeded.connect(self._on_written)
        self._writing.failed.connect(self._on_failure)

    def shut_down(self) -> None:
        """Finish the file under way."""
        self._worker.shut_down()

    def choose_file(self, file_format: ResultFormat) -> QFileDialog:
        """Ask where to write a file, and write it; return the dialog that asks."""
        keep_dialogs_in(self._settings.folder)
        dialog = QFileDialog(self._window, "結果を書き出す", self._start_folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_NAME_FILTERS[file_format])
        dialog.setDefaultSuffix(str(file_format))
        dialog.selectFile(file_name(self._controller.text, file_format, datetime.date.today()))
        dialog.setProperty("format", str(file_format))
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def write(self, destination: Destination) -> None:
        """Write the results to a file."""
        self._destination = destination
        self._collect(destination)

    def copy(self) -> None:
        """Put the results on the clipboard, as a table and as text."""
        self._collect(None)

    def _on_file_selected(self, name: str) -> None:
        dialog = self.sender()
        file_format = ResultFormat(dialog.property("format"))
        self.write(Destination(Path(name), file_format))

    def _start_folder(self) -> str:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        if self._destination is not None:
            return str(self._destination.path.parent)
        return QStandardPaths.writableLocation(documents)

    def _collect(self, destination: Destination | None) -> None:
        searcher = self._controller.searcher
        request = replace(self._controller.request, limit=EXPORT_LIMIT)
        if searcher is None or not request.text:
            text = "書き出す検索の結果がありません。さがしてから、もう一度選んでください。"
            self.message_requested.emit(Message(Severity.INFO, text))
            return
        era_first = self._settings.get(SettingKey.DATE_STYLE) == "era"

        def collect(_job: Job) -> _Collected:
            response = searcher.search(request)
            today = datetime.date.today()
            table = result_table(request, response, today, era_first=era_first)
            return _Collected(table, response.total, destination)

        self._collecting.run(collect)

    def _on_collected(self, collected: _Collected) -> None:
        table, destination = collected.table, collected.destination
        if destination is None:
            mime = QMimeData()
            mime.setText(write_tabs(table))
            mime.setHtml(write_html(table))
            QGuiApplication.clipboard().setMimeData(mime)
            text = f"{_counted(collected)}を出典つきの表でコピーしました。貼り付けて使えます。"
            self.message_requested.emit(Message(Severity.SUCCESS, text))
            return

        def write(_job: Job) -> _Collected:
            write_results(table, destination.path, destination.file_format)
            return collected

        self._writing.run(write)

    def _on_written(self, collected: _Collected) -> None:
        destination = collected.destination
        assert destination is not None
        text = f"{_counted(collected)}を {destination.path.name} に書き出しました。"
        done = Message(Severity.SUCCESS, text, "フォルダーを開く", self._open_folder)
        self.message_requested.emit(done)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._start_folder()))

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, IndexBrokenError):
            self.index_broken.emit(error)
        elif isinstance(error, OutputFileError):
            self.message_requested.emit(failure_message(error, "もう一度", self._again))
        else:
            self.message_requested.emit(failure_message(error))

    def _again(self) -> None:
        if self._destination is not None:
            self.write(self._destination)


def file_name(query: str, file_format: ResultFormat, today: datetime.date) -> str:
    """Return a name for a file of results: ``検索結果_相談_20261123.xlsx``."""
    words = _UNFIT.sub("_", query).strip("_")[:_NAME_LENGTH].strip("_")
    parts = ("検索結果", words, f"{today:%Y%m%d}")
    return f"{'_'.join(part for part in parts if part)}.{file_format}"


def _counted(collected: _Collected) -> str:
    """Return how many rows there are, and of how many if not all."""
    rows = len(collected.table.rows)
    return (
        f"{rows:,} 件" if rows == collected.total else f"{collected.total:,} 件のうち {rows:,} 件"
    )


def keep_dialogs_in(data_dir: Path) -> None:
    """Let Qt remember the state of its file dialog in the data folder, not in the user's own.

    Only Qt's own dialog remembers anything; that of Windows or of a desktop does not ask us.
    """
    place = str(data_dir / "cache")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, place)
