# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The elements of the own design as a table, for the keyboard and for screen readers."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.provisions import Provision
from kyosei_desk.domain.vocabulary import Coverage
from kyosei_desk.export.diagram.cards import count_words
from kyosei_desk.ui.build.entries.cell_edit import TYPING_ROLE, CellDelegate
from kyosei_desk.ui.build.entries.entry_table import AnyIndex
from kyosei_desk.ui.theme import Theme

COLUMNS = ("名前", "今", "種類", "圏域", "数", "担い手", "指針の項目")
_WIDEST = 260
_LOOKED_AT = 60  # so many rows decide how wide the columns are
_Role = Qt.ItemDataRole


class DesignModel(QAbstractTableModel):
    """``renamed(str, str)`` carries an element and the name typed for it."""

    renamed = Signal(str, str)

    def __init__(self, provisions: dict[str, Provision], parent: QObject):
        """Show no elements yet."""
        super().__init__(parent)
        self._provisions = provisions
        self._elements: tuple[Element, ...] = ()
        self._existing: frozenset[str] = frozenset()

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements in the rows."""
        return self._elements

    def show_project(self, project: ModelProject) -> None:
        """Show the elements of a project; rows stay where they are when none came or went."""
        elements, existing = project.design.elements, frozenset(project.existing)
        same = [one.id for one in elements] == [one.id for one in self._elements]
        if same:
            self._elements, self._existing = elements, existing
            if elements:
                end = self.index(len(elements) - 1, len(COLUMNS) - 1)
                self.dataChanged.emit(self.index(0, 0), end)
            return
        self.beginResetModel()
        self._elements, self._existing = elements, existing
        self.endResetModel()

    def row_of(self, element_id: str) -> int:
        """Return the row of an element; −1 where there is none."""
        ids = [element.id for element in self._elements]
        return ids.index(element_id) if element_id in ids else -1

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """A row an element."""
        return 0 if parent is not None and parent.isValid() else len(self._elements)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """What is told of each."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return COLUMNS[section]
        return None

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        """Return what a cell tells."""
        if not index.isValid() or role not in (
            _Role.DisplayRole,
            _Role.EditRole,
            _Role.ToolTipRole,
        ):
            return None
        element = self._elements[index.row()]
        if role == _Role.EditRole:
            return element.name
        return self._words(element)[index.column()]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Names can be edited here, all else in the form."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else flags

    def setData(self, index: AnyIndex, value: object, role: int = _Role.EditRole) -> bool:
        """Hand a name over."""
        element = self._elements[index.row()]
        name = str(value).strip()
        if role not in (_Role.EditRole, TYPING_ROLE) or not name or name == element.name:
            return False
        self.renamed.emit(element.id, name)
        return True

    def _words(self, element: Element) -> tuple[str, ...]:
        provisions = [
            self._provisions[one.id].plain
            + ("（一部）" if one.coverage is Coverage.PARTIAL else "")
            for one in element.provisions
            if one.id in self._provisions
        ]
        return (
            element.name,
            "今ある" if element.id in self._existing else "これから",
            element.type.label,
            element.zone.label,
            count_words(element),
            "、".join(operator.label for operator in element.operators),
            "、".join(provisions),
        )


class DesignTable(QTableView):
    """Signals begin with the element's id."""

    chosen = Signal(str)
    details_wanted = Signal(str)
    removal_wanted = Signal(str)
    move_wanted = Signal(str)
    link_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, theme: Theme, model: DesignModel, parent: QWidget):
        """Show a model."""
        super().__init__(parent)
        self.setAccessibleName("要素の一覧")
        self.setAccessibleDescription("Enter で内容を、F2 で名前を直し、Delete ではずします")
        self._theme = theme
        self._model = model
        self._fits = False
        self.setModel(model)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setCornerWidget(QWidget(self))  # else a piece of frame stands there
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(_LOOKED_AT)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        model.modelReset.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()

    def choose(self, element_id: str) -> bool:
        """Choose an element, without telling; False when there is none."""
        row = self._model.row_of(element_id)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(row, max(self.currentIndex().column(), 0)))
        return row >= 0

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the columns to what came while nobody saw them."""
        super().showEvent(event)
        if not self._fits:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row chosen in view."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, remove by Delete, move by M, link by L; F2 edits the name."""
        element = self._element(self.currentIndex())
        key = Qt.Key(event.key())
        if not element or self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # keys of the field come here, too
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.details_wanted.emit(element)
        elif key is Qt.Key.Key_Delete:
            self.removal_wanted.emit(element)
        elif key is Qt.Key.Key_M:
            self.move_wanted.emit(element)
        elif key is Qt.Key.Key_L:
            self.link_wanted.emit(element)
        elif key is Qt.Key.Key_F2:
            self.edit_name()
        else:
            super().keyPressEvent(event)

    def edit_name(self) -> None:
        """Edit the name in the row chosen."""
        index = self._model.index(self.currentIndex().row(), 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row."""
        element = self._element(self.currentIndex())
        if element:
            self.menu_wanted.emit(element, event.globalPos())

    def _element(self, index: AnyIndex) -> str:
        return self._model.elements[index.row()].id if index.isValid() else ""

    def _on_current(self, index: QModelIndex) -> None:
        self.chosen.emit(self._element(index))

    def _fit(self) -> None:
        """Give the columns the width of their words, within reason, once they are seen."""
        self._fits = self.isVisible()
        if not self._fits:
            return
        self.verticalHeader().setDefaultSectionSize(self._theme.px(38))
        self.resizeColumnsToContents()
        widest, pad = self._theme.px(_WIDEST), self._theme.px(12)
        for column in range(len(COLUMNS)):
            self.setColumnWidth(column, min(self.columnWidth(column) + pad, widest))
