# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How many of each element there are to be, how that came about, and what it comes to."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QWidget,
)

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.figures import Basis, element_ratio
from kyosei_desk.domain.dates import today
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.changes.elements import set_count
from kyosei_desk.domain.projects.compared import compared_project
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.scaling import formula
from kyosei_desk.domain.reading_numbers import known_count
from kyosei_desk.ui.build.entries.cell_edit import TYPING_ROLE, CellDelegate
from kyosei_desk.ui.build.entries.entry_table import AnyIndex, EntryModel, Row
from kyosei_desk.ui.build.entries.lined_table import LinedTable
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.theme import Theme

_BASES = (Basis.PER_10000, Basis.PER_ELEMENTARY, Basis.PER_ZONE, Basis.PEOPLE_PER_ONE)
_SHORT = ("1万人あたり", "1校あたり", "1圏域あたり", "1つあたりの人口")
COLUMNS = ("要素", "数", "数の決め方", *_SHORT)
COUNT = COLUMNS.index("数")
_RIGHT = (COUNT, *range(3, len(COLUMNS)))
_NOTHING = "—"
_OPEN = "数はまだ決めていません"
_OWN = "自分で入れた数"
_WRONG = "「{name}」の数に「{text}」は入れられません。1以上の数を数字で入れてください（例: 12）。"
_KEYS = "数のますで Enter か数字を打つと直せます。ほかのますの Enter は、要素を見ます"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CountModel(EntryModel):
    """``entered(str, str)`` is an element and the text typed as its number.

    ``typing(str, str)`` is the same in the midst of typing.
    """

    entered = Signal(str, str)
    typing = Signal(str, str)

    def __init__(self, parent: QObject):
        """Show no elements yet."""
        super().__init__(COLUMNS, _RIGHT, parent)
        self._typed: dict[str, str] = {}

    def keep_typed(self, element_id: str, text: str) -> None:
        """Keep what was typed and cannot be taken; nothing to forget it."""
        self._typed.pop(element_id, None)
        if text:
            self._typed[element_id] = text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns, said in full when pointed at."""
        first = COLUMNS.index(_SHORT[0])
        if role == Qt.ItemDataRole.ToolTipRole and section >= first:
            return _BASES[section - first].label
        return super().headerData(section, orientation, role)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """The number can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == COUNT else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell tells; a number that cannot be taken stands as it was typed."""
        if index.isValid() and index.column() == COUNT:
            typed = self._typed.get(self.rows[index.row()].id)
            if typed is not None and role == Qt.ItemDataRole.DisplayRole:
                return f"！{typed}"
            if typed is not None and role == Qt.ItemDataRole.EditRole:
                return typed
        if role == Qt.ItemDataRole.EditRole:
            role = Qt.ItemDataRole.DisplayRole
        return super().data(index, role)

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand over what was typed."""
        text = str(value).strip()
        if role == TYPING_ROLE:
            self.typing.emit(self.rows[index.row()].id, text)
            return True
        if role != Qt.ItemDataRole.EditRole or text == self.data(index, role):
            return False
        self.entered.emit(self.rows[index.row()].id, text)
        return True


class CountTable(LinedTable):
    """``said(str)`` is what is wrong with a number typed; nothing when it is right."""

    element_chosen = Signal(str)
    said = Signal(str)

    def __init__(
        self, theme: Theme, session: ProjectSession, library: BuildLibrary, parent: QWidget
    ):
        """Show no elements yet."""
        wide = COLUMNS.index("数の決め方")
        super().__init__(theme, parent, wide=wide, widest=420, least=240)
        self.setAccessibleName("要素の数と、その決め方")
        self.setAccessibleDescription(_KEYS)
        self._session = session
        self._library = library
        self._project_id = ""
        self.counts = CountModel(self)
        self.setModel(self.counts)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.doubleClicked.connect(self._on_double_click)
        self.counts.entered.connect(self._on_entered)
        self.counts.typing.connect(self._on_typing)
        self.counts.modelReset.connect(self.fit)
        self.counts.dataChanged.connect(self.fit)
        self.fit()

    def show_project(self, project: ModelProject) -> None:
        """Show the numbers of a project as it is now."""
        if project.id != self._project_id:
            self._project_id = project.id
            for row in self.counts.rows:
                self.counts.keep_typed(row.id, "")
            self.said.emit("")
        column = compared_project(project, self._library.municipalities, today())
        rows = tuple(_rows(project, column))
        self.counts.show_rows(rows)
        for place in range(COLUMNS.index(_SHORT[0]), len(COLUMNS)):
            self.setColumnHidden(place, all(row.words[place] == _NOTHING for row in rows))
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits the number, or looks at the element."""
        index = self.currentIndex()
        if event.key() in _ENTER and index.isValid():
            if index.column() == COUNT:
                self.edit(index)
            else:
                self.element_chosen.emit(self.counts.rows[index.row()].id)
        else:
            super().keyPressEvent(event)

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.column() != COUNT:
            self.element_chosen.emit(self.counts.rows[index.row()].id)

    def _on_typing(self, element_id: str, text: str) -> None:
        """Keep a number in the midst of typing, where it is one."""
        project = self._session.project
        element = project.element(element_id) if project else None
        if element is not None and (count := _count(element, text)) is not None:
            self._session.apply(lambda project: set_count(project, element_id, count))

    def _on_entered(self, element_id: str, text: str) -> None:
        project = self._session.project
        element = project.element(element_id) if project else None
        if element is None:
            return
        count = _count(element, text)
        if text and count is None:
            self.counts.keep_typed(element_id, text)
            self.said.emit(_WRONG.format(name=element.name, text=text))
            self.viewport().update()
            return
        self.counts.keep_typed(element_id, "")
        self.said.emit("")
        self._session.apply(lambda project: set_count(project, element_id, count))
        self.viewport().update()


def _count(element: Element, text: str) -> int | None:
    """Return the number that was typed, with its unit or without; None where it is none."""
    return known_count(text.removesuffix(element.unit or "")) if text else None


def _rows(project: ModelProject, column: ComparedDesign) -> Iterator[Row]:
    for element in project.design.elements:
        count = f"{element.count:,}{element.unit}" if element.count is not None else ""
        ratios = [element_ratio(column, element, basis) for basis in _BASES]
        values = [ratio.text if ratio else _NOTHING for ratio in ratios]
        yield Row(element.id, (element.name, count, _made(project, element), *values))


def _made(project: ModelProject, element: Element) -> str:
    """Return how a number came about."""
    origin = project.origin(element.id)
    if element.count is None:
        return _OPEN
    if origin is None or origin.scaling is None:
        return _OWN
    zone, unit = origin.taken_from.zone, element.unit or ""
    return f"{formula(origin.scaling, unit, element.count, zone, element.zone)}（{origin.town}）"
