# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writing out what was found: asked again in full, written by a thread of its own."""

import datetime
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kyosei_desk.domain.errors import IndexBrokenError
from kyosei_desk.export.results import ResultTable
from kyosei_desk.export.results_file import ResultFormat, write_results
from kyosei_desk.export.results_text import write_html, write_tabs
from kyosei_desk.ui.asking_for_files import FileKind, file_name
from kyosei_desk.ui.background import Job, QueryOperation, WorkerThread
from kyosei_desk.ui.messages import Severity
from kyosei_desk.ui.search.search_controller import SearchController
from kyosei_desk.ui.writing_files import FileWriting, copy_table
from kyosei_desk.wording.results import result_table
from kyosei_desk.workspace.settings import SettingKey, SettingsStore

EXPORT_LIMIT = 1000
_KINDS = {
    ResultFormat.XLSX: FileKind("xlsx", "Excel ブック"),
    ResultFormat.CSV: FileKind("csv", "CSV（カンマ区切り）"),
    ResultFormat.MARKDOWN: FileKind("md", "Markdown"),
}
_WORDS_LENGTH = 24


@dataclass(frozen=True)
class _Collected:
    """The whole result, and where it goes: a file in a format, or the clipboard (None)."""

    table: ResultTable
    total: int
    destination: tuple[Path, ResultFormat] | None


class ResultsExport(FileWriting[ResultFormat]):
    """Writes and copies the results of the question of now.

    They are asked for again in full, by the thread that searches.
    """

    index_broken = Signal(object)

    def __init__(
        self,
        controller: SearchController,
        search_worker: WorkerThread,
        settings: SettingsStore,
        window: QWidget,
    ):
        """Ask in ``search_worker``; file dialogs stand over ``window``."""
        self._worker = WorkerThread("export", window)
        super().__init__(self._worker, settings.folder, window)
        self._controller = controller
        self._settings = settings
        self._collecting = QueryOperation(search_worker, self)
        self._collecting.succeeded.connect(self._on_collected)
        self._collecting.failed.connect(self._on_failure)

    def shut_down(self) -> None:
        """Finish the file under way."""
        self._worker.shut_down()

    def choose_file(self, file_format: ResultFormat) -> QFileDialog:
        """Ask where to write a file, and write it; return the dialog that asks."""
        name = results_name(self._controller.text, file_format, datetime.date.today())
        return self._ask("結果を書き出す", _KINDS[file_format], name, file_format)

    def copy(self) -> None:
        """Put the results on the clipboard, as a table and as text."""
        self._collect(None)

    def _begin(self, path: Path, wanted: ResultFormat) -> None:
        self._collect((path, wanted))

    def _collect(self, destination: tuple[Path, ResultFormat] | None) -> None:
        searcher = self._controller.searcher
        request = replace(self._controller.request, limit=EXPORT_LIMIT)
        if searcher is None or not request.text:
            text = "書き出す検索の結果がありません。さがしてから、もう一度選んでください。"
            self._tell(Severity.INFO, text)
            return
        era_first = self._settings.get(SettingKey.DATE_STYLE) == "era"

        def collect(_job: Job) -> _Collected:
            response = searcher.search(request)
            today = datetime.date.today()
            table = result_table(request, response, today, era_first=era_first)
            return _Collected(table, response.total, destination)

        self._collecting.run(collect)

    def _on_collected(self, collected: _Collected) -> None:
        table, counted = collected.table, _counted(collected)
        if collected.destination is None:
            copy_table(write_tabs(table), write_html(table))
            text = f"{counted}を出典つきの表でコピーしました。貼り付けて使えます。"
            self._tell(Severity.SUCCESS, text)
        else:
            path, file_format = collected.destination
            self._run(path, counted, partial(write_results, table, file_format=file_format))

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, IndexBrokenError):
            self.index_broken.emit(error)
        else:
            super()._on_failure(error)


def results_name(query: str, file_format: ResultFormat, today: datetime.date) -> str:
    """Return a name for a file of results: ``検索結果_相談_20261123.xlsx``."""
    return file_name("検索結果", [query], _KINDS[file_format].suffix, today, _WORDS_LENGTH)


def _counted(collected: _Collected) -> str:
    """Return how many rows there are, and of how many if not all."""
    rows = len(collected.table.rows)
    return (
        f"{rows:,} 件" if rows == collected.total else f"{collected.total:,} 件のうち {rows:,} 件"
    )
