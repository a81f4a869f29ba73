# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The list under the search box: what the word being typed may become.

It is a child of the window and takes no focus: typing goes on, and the IME's own window is
never covered.
"""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout

from kyosei_desk.ui.search.search_box import SearchBox
from kyosei_desk.ui.search.suggesting import Suggested
from kyosei_desk.ui.search.suggestion_rows import (
    ROW_HEIGHT,
    SUGGESTION_ROLE,
    SuggestionDelegate,
    SuggestionModel,
    note_of,
)
from kyosei_desk.ui.theme import Theme

_WIDTH = 460
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class SuggestionList(QFrame):
    """``taken(Suggestion)`` is one chosen; ``ended`` says that nothing is offered any more."""

    taken = Signal(object)
    ended = Signal()

    def __init__(self, theme: Theme, box: SearchBox):
        """Stand ready under a box."""
        super().__init__(box)
        self.setObjectName("suggestions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._box = box
        self._model = SuggestionModel(self)
        self._view = QListView(self)
        self._view.setModel(self._model)
        self._view.setItemDelegate(SuggestionDelegate(theme, self))
        self._view.setAccessibleName("入力の候補")
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._view.setVerticalScrollBarPolicy(never)
        self._view.setHorizontalScrollBarPolicy(never)
        self._view.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        box.edit.installEventFilter(self)
        box.query_changed.connect(self._on_changed)
        box.edit.composing_started.connect(self.close_list)
        box.settled.connect(self.withdraw)
        box.edit.focus_changed.connect(self._on_focus)
        theme.changed.connect(self._place)
        self.hide()

    @property
    def view(self) -> QListView:
        """The rows."""
        return self._view

    def offer(self, suggested: Suggested) -> None:
        """Offer what a text may become, if it is still what stands in the box."""
        edit = self._box.edit
        if suggested.typed != edit.text() or edit.composing or not edit.hasFocus():
            return
        self._choose(-1)
        self._model.set_suggestions(suggested.suggestions)
        if suggested.suggestions:
            self._place()
            self.show()
            self.raise_()
        else:
            self.hide()

    def close_list(self) -> None:
        """Offer nothing any more, until something else is typed."""
        self.ended.emit()
        self.withdraw()

    def withdraw(self) -> None:
        """Put the list away; what was asked may still be offered."""
        self._choose(-1)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys meant for the list while it is there."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and not self._box.edit.is_for_ime(event)
        ):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Return whether the key was for the list."""
        key = event.key()
        if not self.isVisible():
            if key in _ENTER:
                self.ended.emit()  # what was asked on the way comes too late
            return False
        row, last = self._view.currentIndex().row(), self._model.rowCount() - 1
        if event.modifiers() not in _PLAIN:
            return False
        if key == Qt.Key.Key_Down and row < last:
            self._choose(row + 1)
        elif key == Qt.Key.Key_Up and row >= 0:
            self._choose(row - 1)
        elif key == Qt.Key.Key_Escape:
            self.close_list()
        elif key in _ENTER and row >= 0:
            self._take(self._view.currentIndex())
        else:
            if key in (*_ENTER, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                self.close_list()  # the key is for the results
            return False
        return True

    def _take(self, index: QModelIndex) -> None:
        suggestion = index.data(SUGGESTION_ROLE)
        self.close_list()
        self.taken.emit(suggestion)

    def _choose(self, row: int) -> None:
        """Highlight a row, and say which to a screen reader; -1 is what was typed."""
        index = self._model.index(row, 0) if row >= 0 else QModelIndex()
        if not index.isValid():
            self._view.clearSelection()
        self._view.setCurrentIndex(index)
        count = self._model.rowCount()
        said = ""
        if index.isValid():
            suggestion = self._model.suggestions[row]
            said = f"候補 {row + 1} / {count}: {suggestion.text}、{note_of(suggestion)}"
        self._box.describe_suggestion(said)

    def _on_changed(self, text: str) -> None:
        if not text.strip():
            self.close_list()

    def _on_focus(self, focused: bool) -> None:
        if not focused:
            self.close_list()

    def _place(self) -> None:
        """Stand under the box, over whatever is there."""
        window, box, px = self._box.window(), self._box, self._theme.px
        if self.parentWidget() is not window:
            self.setParent(window)
        top_left = box.mapTo(window, QPoint(0, box.height() + px(2)))
        edge = 2 * self._theme.palette.border
        width = min(px(_WIDTH), box.width())
        self.setGeometry(
            top_left.x(), top_left.y(), width, self._model.rowCount() * px(ROW_HEIGHT) + edge
        )
        self._view.doItemsLayout()
