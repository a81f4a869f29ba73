# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""表: the matrix with the passages beside it."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from kyosei_desk.domain.comparing.matrix import RowKind
from kyosei_desk.ui.actions import ActionId, add_action
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.matrix_model import MatrixModel
from kyosei_desk.ui.compare.matrix_view import MatrixView
from kyosei_desk.ui.compare.passages_beside import PassagesBeside
from kyosei_desk.ui.compare.table_corner import TableCorner
from kyosei_desk.ui.compare.table_keys import TableKeys
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.settings import SettingsStore

_ALL_SAME = "ちがう行はありません。「ちがいだけ」を外すと、すべての行が出ます。"


class TableTab(QWidget):
    """``address_requested(str)`` asks to read in さがす, ``message_requested(Message)`` tells."""

    address_requested = Signal(str)
    message_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        settings: SettingsStore,
        controller: ComparisonController,
        worker: WorkerThread,
        parent: QWidget | None = None,
    ):
        """Make the table; the reader beside it is made when it is first opened."""
        super().__init__(parent)
        self._controller = controller
        self._just_closed = False  # the passages, and nothing has been done since
        self.model = MatrixModel(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.view = MatrixView(theme, self.model, self._splitter)
        self.corner = TableCorner(theme, self)
        self._empty = text_label(_ALL_SAME, "subtle", self.view)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._splitter.addWidget(self.view)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self.keys = TableKeys(controller, self.model, self.view)
        self.passages = PassagesBeside(
            theme, settings, controller, worker, self.view, self._splitter
        )
        self._connect()

    def refresh(self) -> None:
        """Show the arrangement of now, staying where one was as far as that is still there."""
        controller = self._controller
        place = self.view.place
        whole, shown = controller.matrix, controller.shown_matrix
        self.model.set_matrix(whole, shown, era_first=controller.era_first)
        self.view.set_pinned(controller.arrangement.pinned)
        self.view.return_to(place)
        self._empty.setVisible(shown is not None and not shown.rows)
        self._show_corner()
        self.passages.refresh()

    def set_rows(self, kind: RowKind) -> None:
        """Compare row by row of another kind."""
        self._controller.set_rows(kind)

    def set_hiding(self, *, same: bool, unstated: bool) -> None:
        """Leave out rows all columns agree on, or none speaks of."""
        view = self._controller.arrangement
        self._controller.arrange(replace(view, hide_same=same, hide_unstated=unstated))

    def copy(self) -> None:
        """Copy the current cell, or the passage if the keyboard is there, with its sources."""
        panel = self.passages.panel
        if panel is not None and self.passages.has_keyboard:
            panel.reader.copy_citation()
        else:
            self.keys.copy_cell()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Keep the corner where the heads of rows and columns meet."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest):
            self._place_corner()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corner at its size."""
        super().resizeEvent(event)
        self._place_corner()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the passages away before it leaves the page.

        Pressed once more to be sure, it stays here: only then it goes back as everywhere.
        """
        once_more, self._just_closed = self._just_closed, False
        if event.key() == Qt.Key.Key_Escape and self.passages.is_shown:
            self.passages.close()
        elif event.key() != Qt.Key.Key_Escape or not once_more:
            super().keyPressEvent(event)

    def _show_corner(self) -> None:
        kind = self._controller.arrangement.rows
        self.corner.set_state(kind, all_wide=self.model.all_wide)
        self._place_corner()

    def _place_corner(self) -> None:
        width, height = self.view.corner_size
        self.corner.setGeometry(0, 0, width, height)
        self.corner.raise_()
        self._empty.setGeometry(self.view.viewport().geometry())

    def _on_passages(self, shown: bool) -> None:
        self._just_closed = not shown

    def _on_moved(self) -> None:
        self._just_closed = False

    def _open_cell(self) -> None:
        self.passages.open()

    def _connect(self) -> None:
        self.view.viewport().installEventFilter(self)
        self.corner.rows_chosen.connect(self.set_rows)
        self.corner.all_toggled.connect(self.keys.set_all_wide)
        self.keys.rows_toggled.connect(self._show_corner)
        self.keys.read_requested.connect(self.address_requested)
        self.keys.message_requested.connect(self.message_requested)
        self.passages.shown_changed.connect(self._on_passages)
        self.view.cell_changed.connect(self._on_moved)
        self.passages.address_requested.connect(self.address_requested)
        self.passages.message_requested.connect(self.message_requested)
        add_action(self.view, ActionId.OPEN_CELL, self._open_cell)
        add_action(self, ActionId.COPY_CITATION, self.copy, everywhere=True)
