# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The button over the results that writes them out: as which file, or to the clipboard."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from kyosei_desk.export.results_file import ResultFormat
from kyosei_desk.ui.actions import ActionId, with_keys
from kyosei_desk.ui.theme import Theme

FORMAT_LABELS = {
    ResultFormat.XLSX: "Excel ファイルに書き出す…",
    ResultFormat.CSV: "CSV ファイルに書き出す…",
    ResultFormat.MARKDOWN: "Markdown ファイルに書き出す…",
}


class ExportButton(QPushButton):
    """``file_requested(ResultFormat)`` and ``copy_requested`` follow its menu."""

    file_requested = Signal(object)
    copy_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make the button and its menu."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "tool")
        self.setAccessibleName("結果を書き出す")
        self.setToolTip(with_keys("結果を、出典つきの表で書き出す", ActionId.EXPORT_RESULTS))
        self._menu = QMenu(self)
        for file_format, label in FORMAT_LABELS.items():
            self._menu.addAction(label).setData(file_format)
        self._menu.addSeparator()
        self._copy = self._menu.addAction("表をコピーする（出典つき）")
        self._menu.triggered.connect(self._on_chosen)
        self.clicked.connect(self.open_menu)
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def menu_shown(self) -> QMenu:
        """The menu of formats."""
        return self._menu

    def open_menu(self) -> None:
        """Offer the formats, below the button."""
        if self.isVisible() and self.isEnabled():
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
            self._menu.setActiveAction(self._menu.actions()[0])

    def _on_chosen(self, action: QAction) -> None:
        if action is self._copy:
            self.copy_requested.emit()
        else:
            self.file_requested.emit(ResultFormat(action.data()))

    def _tint(self) -> None:
        side = self._theme.px(18)
        self.setIcon(self._theme.icon("download", self._theme.palette.primary))
        self.setIconSize(QSize(side, side))
