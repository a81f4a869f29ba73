# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The table: heads that stay in view, rows in full or in brief, columns that can be pinned."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from kyosei_desk.ui.compare.cell_mouse import CellMouse
from kyosei_desk.ui.compare.group_band import GroupBand
from kyosei_desk.ui.compare.kept_in_sight import KeptInSight
from kyosei_desk.ui.compare.matrix_delegate import MatrixDelegate
from kyosei_desk.ui.compare.matrix_headers import (
    COLUMN_HEAD,
    NARROW_ROW_HEAD,
    ROW_HEAD,
    ColumnHead,
    RowHead,
)
from kyosei_desk.ui.compare.matrix_model import AnyIndex, MatrixModel
from kyosei_desk.ui.compare.more_columns import MoreColumns
from kyosei_desk.ui.compare.pinned_columns import PinnedColumns
from kyosei_desk.ui.compare.table_setting import (
    column_widths,
    plain_table,
    set_heights,
    span_headings,
    stand_on_a_column,
)
from kyosei_desk.ui.scrolling import keep_bar_room
from kyosei_desk.ui.theme import Theme

_NARROWEST, _MANY, _NARROWEST_OF_MANY = 196, 6, 144  # many columns are narrower
_ROOM_FOR_HEADS, _ROOM_FOR_MANY = 520, 1400
_SETTLE_MS = 30
_HOW = "矢印で動き、Enter で本文、Space で行を広げます。列のメニューはメニューキーで開きます"


@dataclass(frozen=True)
class TablePlace:
    """Where someone is in the table: on which row and design, and how far it is scrolled."""

    row: str = ""
    design: str = ""
    down: int = 0
    across: int = 0


class MatrixView(QTableView):
    """``cell_changed`` follows the current cell; ``address_requested(str)`` a chosen name.

    ``cell_requested`` is a double click, ``row_toggled(int)`` a click on the head of a row,
    ``menu_requested(int, QPoint)`` a click on the head of a column or the menu key,
    ``column_dropped(int, int)`` the column that was dragged to another place.
    """

    cell_changed = Signal()
    address_requested = Signal(str)
    cell_requested = Signal()
    row_toggled = Signal(int)
    menu_requested = Signal(int, QPoint)
    column_dropped = Signal(int, int)

    def __init__(self, theme: Theme, model: MatrixModel, parent: QWidget | None = None):
        """Show a model."""
        super().__init__(parent)
        self.setObjectName("matrix")
        self.setAccessibleName("くらべる表")
        self.setAccessibleDescription(_HOW)
        self._theme = theme
        self._matrix = model
        self._widths: list[int] = []
        self._delegate = MatrixDelegate(theme, model, self)
        self._column_head = ColumnHead(theme, model, self)
        self._row_head = RowHead(theme, model, self._delegate, self)
        self._band = GroupBand(model, self._delegate, self)
        self._more = MoreColumns(theme, self)
        self.setHorizontalHeader(self._column_head)
        self.setVerticalHeader(self._row_head)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._mouse = CellMouse(self, self._delegate)
        plain_table(self)
        keep_bar_room(self)
        self._pinned = PinnedColumns(theme, model, self._delegate, self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.relayout)
        self._sight = KeptInSight(self)
        self._connect()

    # Laying out

    @property
    def corner_size(self) -> tuple[int, int]:
        """The width of the heads of rows and the height of those of columns."""
        return self._row_head.width(), self._column_head.height()

    def set_pinned(self, pinned: int) -> None:
        """Keep the first so many columns in view."""
        self._column_head.pinned = pinned
        self.relayout()

    def relayout(self) -> None:
        """Find widths and heights anew."""
        self._settle.stop()
        self._sight.note()
        seen = self._sight.take()
        many = len(self._matrix.columns) >= _MANY
        narrow = self.width() < self._theme.px(_ROOM_FOR_MANY if many else _ROOM_FOR_HEADS)
        head = self._theme.px(NARROW_ROW_HEAD if narrow else ROW_HEAD)
        self._row_head.setFixedWidth(head)
        self._column_head.setFixedHeight(self._theme.px(COLUMN_HEAD))
        self.updateGeometries()
        self._delegate.indent = head
        count, room = len(self._matrix.columns), self.viewport().width()
        narrowest = self._theme.px(_NARROWEST_OF_MANY if many else _NARROWEST)
        self._widths = column_widths(count, room, narrowest)
        self.setUpdatesEnabled(False)
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, width)
        lines = range(len(self._matrix.lines))
        heights = set_heights(self, self._delegate, self._widths, lines)
        span_headings(self, self._matrix, count)
        self._pinned.arrange(self._column_head.pinned, self._widths, heights)
        self.setUpdatesEnabled(True)
        self._band.place()
        self.updateGeometries()  # the scroll bars learn of the new heights and widths
        stand_on_a_column(self)
        if seen is not None:
            self._sight.put_back(seen)
        self._more.place(self._delegate.group_height)

    def _on_rows_changed(self, first: AnyIndex, last: AnyIndex) -> None:
        """Some rows are shown in full now, or in brief."""
        lines = range(first.row(), last.row() + 1)
        for view in (self, self._pinned):
            set_heights(view, self._delegate, self._widths, lines)
        self._row_head.viewport().update()
        self._band.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cells out again once the width has settled; at once the first time."""
        self._sight.note(event.oldSize())
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            if self._sight.take() is not None:
                self.scrollTo(self.currentIndex())
            self._pinned.place(sum(self._widths[: self._column_head.pinned]))
            self._band.place()
            return
        if not self._settle.isActive():  # the first of many while a border is dragged
            self.relayout()
        self._settle.start()

    # Where one is

    @property
    def place(self) -> TablePlace:
        """Where one is now."""
        index = self.currentIndex()
        down, across = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        row = self._matrix.lines[index.row()].row if index.isValid() else None
        if row is None:
            return TablePlace(down=down, across=across)
        return TablePlace(row.key, self._matrix.designs[index.column()].id, down, across)

    def return_to(self, place: TablePlace) -> None:
        """Go where one was, or to the first cell."""
        line = self._matrix.line_of(place.row)
        column = max(self._matrix.column_of(place.design), 0)
        known = line >= 0
        if not known:
            line = next((n for n, found in enumerate(self._matrix.lines) if found.row), -1)
        if line >= 0:
            self.setCurrentIndex(self._matrix.index(line, column))
        if known:
            self.horizontalScrollBar().setValue(place.across)
            self.verticalScrollBar().setValue(place.down)
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()

    def go_to(self, row: str, design: str) -> None:
        """Stand on a cell, if it is shown."""
        line, column = self._matrix.line_of(row), self._matrix.column_of(design)
        if line >= 0 and column >= 0:
            self.setCurrentIndex(self._matrix.index(line, column))

    def _on_current_changed(self, current: AnyIndex) -> None:
        self._mark_current()
        if current.isValid():
            self.cell_changed.emit()

    def scrollTo(
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, out from under what is pinned and the heading."""
        super().scrollTo(index, hint)
        rect = self.visualRect(index)
        covered = self._band.covered
        if rect.top() < covered:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - (covered - rect.top()))
        across, pinned = self.horizontalScrollBar(), self._column_head.pinned
        if index.column() >= pinned:  # the bar counts columns
            across.setValue(min(across.value(), index.column() - pinned))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep headings where they are while the cells move across."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
        self._band.place()
        self._more.place(self._delegate.group_height)

    # Keyboard and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down first show the rest of a cell that is higher than the view."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        by = steps.get(Qt.Key(event.key()), 0)
        plain = event.modifiers() in (Qt.KeyboardModifier(0), Qt.KeyboardModifier.KeypadModifier)
        if not (by and plain and self._scroll_within(by)):
            super().keyPressEvent(event)

    def _scroll_within(self, by: int) -> bool:
        """Scroll towards the end of the current cell that is not in view; False at the end."""
        index = self.currentIndex()
        if not index.isValid():
            return False
        rect = self.visualRect(index)
        below = rect.bottom() - self.viewport().height() if by > 0 else 0
        above = self._band.covered - rect.top() if by < 0 else 0
        hidden = max(below, above)
        if hidden <= 1:
            return False
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * min(hidden, self._theme.px(72)))
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a cell as soon as the keyboard comes here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.return_to(TablePlace())
        self._mark_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no more where the keyboard was."""
        super().focusOutEvent(event)
        self._mark_current()

    def _mark_current(self) -> None:
        index = self.currentIndex() if self.hasFocus() else QModelIndex()
        self._delegate.current = QPersistentModelIndex(index)
        self.viewport().update()
        self._pinned.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the current column."""
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if index.isValid():
            corner = self.visualRect(index).topLeft() + QPoint(20, 20)
            mouse = event.reason() is QContextMenuEvent.Reason.Mouse
            at = event.globalPos() if mouse else self.viewport().mapToGlobal(corner)
            self.menu_requested.emit(index.column(), at)

    def keyboardSearch(self, search: str) -> None:
        """Typing letters here finds nothing by itself."""

    def _connect(self) -> None:
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._matrix.dataChanged.connect(self._on_rows_changed)
        self._delegate.restyled.connect(self.relayout)
        self._row_head.row_clicked.connect(self._on_row_clicked)
        for mouse in (self._mouse, self._pinned.mouse):
            mouse.address_chosen.connect(self.address_requested)
            mouse.cell_chosen.connect(self.cell_requested)
        for head in (self._column_head, self._pinned.head):
            head.menu_requested.connect(self.menu_requested)
            head.move_requested.connect(self.column_dropped)

    def _on_row_clicked(self, line: int) -> None:
        if self._matrix.lines[line].row is not None:
            self.row_toggled.emit(line)
