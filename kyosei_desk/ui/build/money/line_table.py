# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The table the budget is written in, from cell to cell by keyboard."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyleOptionViewItem,
    QWidget,
)

from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.entries.cell_edit import CellDelegate
from kyosei_desk.ui.build.entries.entry_table import AnyIndex
from kyosei_desk.ui.build.entries.keyed_table import KeyedTable
from kyosei_desk.ui.build.money.line_model import FIELDS, PICKED, WRONG_ROLE, LineModel
from kyosei_desk.ui.build.money.reading import LineField
from kyosei_desk.ui.theme import Theme

_NONE = {
    LineField.PROGRAMME: "使わない（まちの負担）",
    LineField.ELEMENT: "決めない",
}
_KEYS = (
    "矢印で動き、Enter か文字を打つと書きこみ、Tab で次へ進みます。"
    "Insert で行を加え、Delete で行を消します"
)


class LineTable(KeyedTable):
    """Signals about a line begin with its id; ``picked`` has the id chosen, None for none."""

    again_wanted = Signal(str)
    picked = Signal(str, object, object)
    new_programme_wanted = Signal()
    cell_chosen = Signal()

    more_menu: ClassVar[Mapping[str, str]] = {"again": "同じ内容の行を加える"}

    def __init__(self, theme: Theme, model: LineModel, parent: QWidget):
        """Show a model."""
        super().__init__(theme, parent, wide=FIELDS.index(LineField.ITEM), least=130)
        self.setAccessibleName("予算の明細")
        self.setAccessibleDescription(_KEYS)
        self._model = model
        self._project: ModelProject | None = None
        self.pick_menu: QMenu | None = None
        self.setModel(model)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.doubleClicked.connect(self._on_double_click)
        self.selectionModel().currentChanged.connect(self._on_current)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space writes in a cell as Enter does."""
        if event.key() == Qt.Key.Key_Space and self.chosen:
            self.enter(self.chosen)
        else:
            super().keyPressEvent(event)

    def set_project(self, project: ModelProject) -> None:
        """Offer the programmes and elements of this project."""
        self._project = project

    def go_to(self, line_id: str, field: LineField, *, edit: bool = False) -> None:
        """Choose a cell, and write in it if told so."""
        index = self._model.index(self._model.row_of(line_id), FIELDS.index(field))
        if index.isValid():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(index)
            if edit:
                self.edit(index)

    def open_menu(self, index: AnyIndex) -> QMenu:
        """Offer what can be picked in a cell."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        field = FIELDS[index.column()]
        line, project = self._model.lines[index.row()], self._project
        assert project is not None
        things = project.programmes if field is LineField.PROGRAMME else project.design.elements
        current = getattr(line, field.value)
        for key, label in [(None, _NONE[field]), *((one.id, one.name) for one in things)]:
            action = menu.addAction(label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key == current)
            action.setData((field.value, key or ""))
            if key == current:
                menu.setActiveAction(action)
        if field is LineField.PROGRAMME:
            menu.addSeparator()
            menu.addAction("補助を加える…").triggered.connect(self.new_programme_wanted)
        menu.triggered.connect(self._on_picked)
        self.pick_menu = menu
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))
        return menu

    def entry_at(self, row: int) -> str:
        """Return the line in a row."""
        return self._model.lines[row].id

    def enter(self, entry_id: str) -> None:
        """Write in the cell chosen, or pick for it."""
        index = self.currentIndex()
        if FIELDS[index.column()] in PICKED:
            self.open_menu(index)
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _on_double_click(self, index: QModelIndex) -> None:
        if FIELDS[index.column()] in PICKED:
            self.open_menu(index)

    def _on_picked(self, action: QAction) -> None:
        data = action.data()
        if isinstance(data, tuple | list):
            field, key = data
            self.picked.emit(self.chosen, LineField(field), key or None)

    def choose_from_menu(self, entry_id: str, key: str) -> None:
        """Add a line like another."""
        self.again_wanted.emit(entry_id)

    def _on_current(self, _index: QModelIndex) -> None:
        self.cell_chosen.emit()


class _LineDelegate(CellDelegate):
    """Frames what cannot be taken."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Write what cannot be taken in the colour of errors, with a sign."""
        super().initStyleOption(option, index)
        if index.data(WRONG_ROLE):
            color = QColor(self._theme.palette.error)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, color)
            option.text = f"！{option.text}"

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the cell, and a frame around one that cannot be taken."""
        super().paint(painter, option, index)
        if index.data(WRONG_ROLE):
            painter.save()
            painter.setPen(QPen(QColor(self._theme.palette.error), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()
