# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The table the budget is written in, from cell to cell by keyboard."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
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
from kyosei_desk.ui.build.money.reading import MAY_BE_EMPTY, LineField
from kyosei_desk.ui.theme import Theme

_NONE = {
    LineField.PROGRAMME: "使わない（まちの負担）",
    LineField.ELEMENT: "決めない",
}
_STEPS_ON = {
    QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
    QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
}
_ARROW = 14  # grid pixels
_KEYS = (
    "矢印で動き、Enter か文字を打つと書きこみ、Tab で次へ進みます。"
    "Delete でますを空にし、Insert で行を加え、Ctrl+Delete で行を消します。"
    "「使う補助」と「どの要素」は、Enter か F4 で選びます"
)


class LineTable(KeyedTable):
    """Signals about a line begin with its id; ``picked`` has the id chosen, None for none.

    ``not_emptied(LineField)`` is a column whose cells must not be empty.
    """

    again_wanted = Signal(str)
    picked = Signal(str, object, object)
    new_programme_wanted = Signal()
    cell_chosen = Signal()
    not_emptied = Signal(object)

    more_menu: ClassVar[Mapping[str, str]] = {"again": "同じ内容の行を加える"}
    removal_words: ClassVar[str] = "行を消す　Ctrl+Delete"

    def __init__(self, theme: Theme, model: LineModel, parent: QWidget):
        """Show a model."""
        super().__init__(theme, parent, wide=FIELDS.index(LineField.ITEM), least=64)
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
        self.clicked.connect(self._on_opened)
        self.selectionModel().currentChanged.connect(self._on_current)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space writes in a cell as Enter does; F4 and Alt+↓ open what can be picked."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self._on_opened(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self.chosen:
            self.enter(self.chosen)
        else:
            super().keyPressEvent(event)

    def delete(self, entry_id: str) -> None:
        """Empty the cell chosen, where it may be empty; the line stays."""
        index = self.currentIndex()
        field = FIELDS[index.column()]
        if field not in MAY_BE_EMPTY:
            self.not_emptied.emit(field)
        elif field in PICKED:
            self.picked.emit(entry_id, field, None)
        else:
            self._model.setData(index, "")

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

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Pass over the sum, in which nothing is written."""
        super().closeEditor(editor, hint)
        index = self.currentIndex()
        if hint in _STEPS_ON and index.isValid() and FIELDS[index.column()] is LineField.YEN:
            self._step(_STEPS_ON[hint])

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Let Tab go on in the line from what is not typed, and to what can be typed again."""
        index = self.currentIndex()
        if not index.isValid() or FIELDS[index.column()] not in (*PICKED, LineField.YEN):
            return super().focusNextPrevChild(onwards)
        self._step(1 if onwards else -1)
        return True

    def _step(self, by: int) -> None:
        """Go to the next cell of the line, or the one before, but for the sum."""
        column = self.currentIndex().column() + by
        if FIELDS[column] is LineField.YEN:
            column += by
        index = self._model.index(self.currentIndex().row(), column)
        self.setCurrentIndex(index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def enter(self, entry_id: str) -> None:
        """Write in the cell chosen, or pick for it."""
        index = self.currentIndex()
        if FIELDS[index.column()] in PICKED:
            self.open_menu(index)
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid() and FIELDS[index.column()] in PICKED:
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
    """Frames what cannot be taken; what is picked has an arrow."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Write what cannot be taken in the colour of errors, with a sign."""
        super().initStyleOption(option, index)
        if FIELDS[index.column()] in PICKED:
            side = self._theme.px(_ARROW)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = self._theme.icon("chevron-down", self._theme.palette.subtle)
            option.decorationSize = QSize(side, side)
            option.decorationPosition = QStyleOptionViewItem.Position.Right
            option.decorationAlignment = Qt.AlignmentFlag.AlignCenter
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
