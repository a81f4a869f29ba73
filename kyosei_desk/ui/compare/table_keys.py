# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the keys do in the table: with the current cell, its row and its column."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from kyosei_desk.ui.actions import ActionId, add_action
from kyosei_desk.ui.compare.cell_quote import quoted_cell
from kyosei_desk.ui.compare.column_menu import ColumnMenu
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.matrix_model import MatrixModel
from kyosei_desk.ui.compare.matrix_view import MatrixView
from kyosei_desk.ui.compare.removed_columns import RemovedColumns
from kyosei_desk.ui.messages import Message, Severity


class TableKeys(QObject):
    """``rows_toggled`` follows rows shown in full or in brief; the others are requests."""

    rows_toggled = Signal()
    read_requested = Signal(str)
    message_requested = Signal(object)

    def __init__(self, controller: ComparisonController, model: MatrixModel, view: MatrixView):
        """Give ``view`` its keys."""
        super().__init__(view)
        self._controller = controller
        self._model = model
        self._view = view
        self.removing = RemovedColumns(controller, self)
        self.removing.message_requested.connect(self.message_requested)
        self._columns = ColumnMenu(controller, self.removing, view)
        self._columns.read_requested.connect(self.read_requested)
        view.row_toggled.connect(self.toggle_row)
        view.menu_requested.connect(self.open_menu)
        view.column_dropped.connect(self._columns.drop)
        slots = {
            ActionId.EXPAND_ROW: self._toggle_current_row,
            ActionId.EXPAND_ROWS: self.toggle_all,
            ActionId.COPY_CELL: self.copy_cell,
            ActionId.MOVE_COLUMN_LEFT: self._move_left,
            ActionId.MOVE_COLUMN_RIGHT: self._move_right,
            ActionId.PIN_COLUMN: self._switch_pin,
            ActionId.REMOVE_COLUMN: self._remove_column,
        }
        for action_id, slot in slots.items():
            add_action(view, action_id, slot)

    def open_menu(self, column: int, at: QPoint) -> QMenu:
        """Open the menu of a column."""
        return self._columns.open(column, at)

    def copy_cell(self) -> None:
        """Copy the current cell with every source behind it."""
        index = self._view.currentIndex()
        text = self._model.text(index.row(), index.column()) if index.isValid() else None
        if text is None:
            return
        row, column = self._model.lines[index.row()].head, self._model.columns[index.column()]
        assert row is not None
        design, era = self._controller.columns[index.column()], self._controller.era_first
        quote = quoted_cell(design, column, row, text, era_first=era)
        QGuiApplication.clipboard().setMimeData(quote.mime_data())
        told = f"{column.title}「{row.name}」を出典つきでコピーしました。"
        self.message_requested.emit(Message(Severity.SUCCESS, told))

    def toggle_row(self, line: int) -> None:
        """Show a row in full, or in brief."""
        self._model.set_wide(line, not self._model.is_wide(line))
        self.rows_toggled.emit()

    def set_all_wide(self, wide: bool) -> None:
        """Show all rows in full, or in brief."""
        self._model.set_all_wide(wide)
        if self._view.currentIndex().isValid():
            self._view.scrollTo(self._view.currentIndex())
        self.rows_toggled.emit()

    def toggle_all(self) -> None:
        """Show all rows in full, or in brief if they are already."""
        self.set_all_wide(not self._model.all_wide)

    def _toggle_current_row(self) -> None:
        if self._view.currentIndex().isValid():
            self.toggle_row(self._view.currentIndex().row())

    def _move_left(self) -> None:
        self._move(-1)

    def _move_right(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        if self._view.currentIndex().isValid():
            self._columns.move(self._view.currentIndex().column(), by)

    def _switch_pin(self) -> None:
        if self._view.currentIndex().isValid():
            self._columns.switch_pin(self._view.currentIndex().column())

    def _remove_column(self) -> None:
        if self._view.currentIndex().isValid():
            self._columns.remove(self._view.currentIndex().column())
