# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The list of results: a list view that knows where Enter, → and Esc lead."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QToolTip, QWidget

from kyosei_desk.ui.scrolling import keep_bar_room
from kyosei_desk.ui.search.result_delegate import ResultDelegate
from kyosei_desk.ui.search.results_model import ROW_ROLE, AnyIndex, SearchResultsModel
from kyosei_desk.ui.search.rows import Chip, ResultRow
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.search import SWITCH_LABELS

_HOW = "上下の矢印で選び、Enter で本文へ移ります"
_READ = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)


class ResultsView(QListView):
    """``row_chosen(int)`` follows the chosen row; ``read_requested`` and ``leave_requested``.

    The first is Enter or →, the second Esc. ``rule_refused(MatchRule)`` is a click on the ×
    of a chip.
    """

    row_chosen = Signal(int)
    read_requested = Signal()
    leave_requested = Signal()
    rule_refused = Signal(object)

    def __init__(self, theme: Theme, model: SearchResultsModel, parent: QWidget | None = None):
        """Show a model."""
        super().__init__(parent)
        self.setObjectName("results")
        self.setAccessibleName("検索の結果")
        self.describe("")
        self.setModel(model)
        self._pressed: Chip | None = None
        self._delegate = ResultDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_bar_room(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.doItemsLayout)

    def describe(self, note: str) -> None:
        """Let who hears the list hear what is said of it above, too."""
        self.setAccessibleDescription(f"{note}\n{_HOW}" if note else _HOW)

    def choose(self, row: int) -> None:
        """Choose a row and bring it into view; -1 chooses none."""
        index = self.model().index(row, 0) if row >= 0 else QModelIndex()
        if not index.isValid():
            self.clearSelection()
        self.setCurrentIndex(index)

    def move_choice(self, by: int) -> None:
        """Choose the row so many further down, up to the ends."""
        last = self.model().rowCount() - 1
        if last >= 0:
            self.choose(min(max(self.currentIndex().row() + by, 0), last))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which row is chosen now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.row_chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and → go to the text, Esc back to the field."""
        if event.key() in _READ and self.currentIndex().isValid():
            self.read_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the × of a chip chooses no row."""
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self.chip_at(event.position().toPoint()) if left else None
        if self._pressed is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Switch the rule off whose × was clicked."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif pressed == self.chip_at(event.position().toPoint()):
            self.rule_refused.emit(pressed.rule)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click does something else than choosing the row."""
        super().mouseMoveEvent(event)
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand if self.chip_at(event.position().toPoint()) else arrow)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the × of a chip does."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            chip = self.chip_at(event.pos())
            if chip is not None and chip.rule is not None:
                tip = f"{SWITCH_LABELS[chip.rule]}をやめて、さがしなおします"
                QToolTip.showText(event.globalPos(), tip, self)
                return True
        return super().viewportEvent(event)

    def chip_at(self, at: QPoint) -> Chip | None:
        """Return the chip whose × is at a place of the viewport."""
        index = self.indexAt(at)
        row = index.data(ROW_ROLE)
        if not isinstance(row, ResultRow):
            return None
        return self._delegate.chip_to_switch_off(row, self.visualRect(index), at.toPointF())

    def keyboardSearch(self, search: str) -> None:
        """Typing letters here finds nothing by itself; the field is for that."""

    def _on_clicked(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())
