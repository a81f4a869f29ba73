# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Asking where a file is to be written or which is to be read, and what to call it."""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

_UNFIT = re.compile(r'[\\/:*?"<>|\s\x00-\x1f.]+')
_NAMED, _NAME_LENGTH = 3, 30


@dataclass(frozen=True)
class FileKind:
    """A kind of file: what its names end with, and what people read of it."""

    suffix: str
    label: str

    @property
    def name_filter(self) -> str:
        """The kind as file dialogs want it."""
        return f"{self.label} (*.{self.suffix})"


class FileAsker:
    """Opens file dialogs over a window, in the folder used last."""

    def __init__(self, window: QWidget, data_dir: Path):
        """Begin in the person's documents; Qt's own dialog keeps its state in ``data_dir``."""
        self._window = window
        self._data_dir = data_dir
        self._last: Path | None = None

    def ask(self, title: str, kind: FileKind, name: str) -> QFileDialog:
        """Return a dialog that asks where to save, not yet open; it deletes itself."""
        dialog = self._dialog(title, kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind.suffix)
        dialog.selectFile(name)
        return dialog

    def ask_which(self, title: str, kind: FileKind) -> QFileDialog:
        """Return a dialog that asks which file to read, not yet open; it deletes itself."""
        dialog = self._dialog(title, kind)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return dialog

    def note(self, path: Path) -> None:
        """Begin in the folder of this file next time."""
        self._last = path.parent

    def open_folder(self) -> None:
        """Show the folder used last."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder()))

    def _dialog(self, title: str, kind: FileKind) -> QFileDialog:
        keep_dialogs_in(self._data_dir)
        dialog = QFileDialog(self._window, title, self._folder())
        dialog.setNameFilter(kind.name_filter)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _folder(self) -> str:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return str(self._last) if self._last else QStandardPaths.writableLocation(documents)


def file_name(
    first: str,
    titles: list[str],
    suffix: str,
    today: datetime.date,
    longest: int = _NAME_LENGTH,
) -> str:
    """Return a name for a file: ``くらべる_名張市_藤沢市_20261123.html``.

    ``longest`` is how much of the titles there may be in it.
    """
    named = "_".join(titles[:_NAMED]) + ("_ほか" if len(titles) > _NAMED else "")
    words = _UNFIT.sub("_", named).strip("_")[:longest].strip("_")
    parts = (first, words, f"{today:%Y%m%d}")
    return f"{'_'.join(part for part in parts if part)}.{suffix}"


def keep_dialogs_in(data_dir: Path) -> None:
    """Let Qt remember the state of its file dialog in the data folder, not in the user's own.

    Only Qt's own dialog remembers anything; that of Windows or of a desktop does not ask us.
    """
    place = str(data_dir / "cache")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, place)
