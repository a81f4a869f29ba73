# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Taking a comparison out of the window."""

import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kyosei_desk.domain.comparing.matrix import Matrix
from kyosei_desk.export.comparison.file import (
    ComparisonFormat,
    comparison_bytes,
    write_comparison,
)
from kyosei_desk.ui.asking_for_files import FileKind, file_name
from kyosei_desk.ui.background import Job, QueryOperation, WorkerThread
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.messages import Severity
from kyosei_desk.ui.writing_files import FileWriting, copy_table
from kyosei_desk.workspace.settings import SettingsStore

_KINDS = {
    ComparisonFormat.TABLE: FileKind("txt", "テキスト"),
    ComparisonFormat.MARKDOWN: FileKind("md", "Markdown"),
    ComparisonFormat.CSV: FileKind("csv", "CSV（カンマ区切り）"),
    ComparisonFormat.JSON: FileKind("json", "JSON"),
    ComparisonFormat.HTML: FileKind("html", "ページ"),
}
_NOTHING = "書き出す表がありません。列を選んでから、もう一度押してください。"


class ComparisonExport(FileWriting[ComparisonFormat]):
    """Writes and copies the rows shown now."""

    def __init__(
        self,
        controller: ComparisonController,
        worker: WorkerThread,
        settings: SettingsStore,
        window: QWidget,
    ):
        """Write in ``worker``; file dialogs stand over ``window``."""
        super().__init__(worker, settings.folder, window)
        self._controller = controller
        self._copying = QueryOperation(worker, self)
        self._copying.succeeded.connect(self._on_copied)
        self._copying.failed.connect(self._on_failure)

    def choose_file(self, file_format: ComparisonFormat) -> QFileDialog:
        """Ask where to write a file, and write it; return the dialog that asks."""
        titles = [design.title for design in self._controller.columns]
        kind = _KINDS[file_format]
        name = file_name("くらべる", titles, kind.suffix, datetime.date.today())
        return self._ask("くらべた表を書き出す", kind, name, file_format)

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

    def _begin(self, path: Path, wanted: ComparisonFormat) -> None:
        matrix, era = self._matrix(), self._controller.era_first
        if matrix is not None:
            write = partial(write_comparison, matrix, file_format=wanted, era_first=era)
            self._run(path, _counted(matrix), write)

    def _matrix(self) -> Matrix | None:
        matrix = self._controller.shown_matrix
        if matrix is None or not matrix.rows:
            self._tell(Severity.INFO, _NOTHING)
            return None
        return matrix

    def _on_copied(self, copied: tuple[str, str, Matrix]) -> None:
        text, html, matrix = copied
        copy_table(text, html)
        told = f"{_counted(matrix)}を出典つきでコピーしました。貼り付けて使えます。"
        self._tell(Severity.SUCCESS, told)


def _counted(matrix: Matrix) -> str:
    return f"{len(matrix.designs)}列・{len(matrix.rows)}行"
