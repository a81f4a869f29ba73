# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writing in the cell of a table."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kyosei_desk.ui.build.entries.entry_table import AnyIndex
from kyosei_desk.ui.build.entries.one_line import keep_to_one_line
from kyosei_desk.ui.build.settled import SettledText
from kyosei_desk.ui.theme import Theme

_LONGEST = 200
# The role of a text that is still being typed: what can be taken of it is, the rest is not told.
TYPING_ROLE = Qt.ItemDataRole.UserRole + 2


class CellEdit(QLineEdit):
    """``handed_over(QWidget)`` carries itself when what was typed must not wait any longer.

    That is when it rests, and when all is handed over; where the keys do not rest, after the
    longest wait, with :attr:`typing`. Esc puts back what stood there before.
    """

    handed_over = Signal(QWidget)

    def __init__(self, parent: QWidget):
        """Make a field that fills its cell."""
        super().__init__(parent)
        self.setFrame(False)
        self.setMaxLength(_LONGEST)
        keep_to_one_line(self)
        self._before: str | None = None
        self._given = False
        self.typing = False
        self._waiting = _CellText(self, self._on_wanted)

    @property
    def begun(self) -> bool:
        """Whether the cell has its text, to be written over from here."""
        return self._before is not None

    def begin(self) -> None:
        """Take what stands in the field as what there was before."""
        self._before = self.text()
        self._waiting.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the Enter that ends the cell from the table, which would begin it again."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def take_back(self) -> None:
        """Put back what there was before, if something else was handed over."""
        if self._given and self._before is not None:
            self.setText(self._before)
            self._waiting.flush()

    def _on_wanted(self, _text: str) -> None:
        if self.isVisible():
            self._given = True
            self.handed_over.emit(self)

    def hand_over_typing(self) -> None:
        """Hand over what stands there in the midst of typing."""
        self.typing = True
        self._on_wanted(self.text())
        self.typing = False


class _CellText(SettledText):
    """Hands over when it rests, or is asked to. A cell itself ends when it is left."""

    def __init__(self, edit: CellEdit, callback: Callable[[str], object]):
        super().__init__(edit, callback)
        self._cell = edit

    def begin(self) -> None:
        self._known = self._text()
        self._timer.stop()
        self._longest.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            return False
        return super().eventFilter(watched, event)

    def _on_longest(self) -> None:
        """Half a number is kept, but not told to be wrong while it is being typed."""
        if self.pending:
            self._cell.hand_over_typing()


class CellDelegate(QStyledItemDelegate):
    """Edits in a field without the air of other fields, which a row has no room for."""

    def __init__(self, theme: Theme, parent: QWidget):
        """Follow ``theme``."""
        super().__init__(parent)
        self._theme = theme

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """Make the field, named after its column."""
        editor = CellEdit(parent)
        editor.setStyleSheet(f"padding: 0 {self._theme.px(3)}px; border-radius: 0;")
        if (side := index.data(Qt.ItemDataRole.TextAlignmentRole)) is not None:
            editor.setAlignment(Qt.AlignmentFlag(side))
        name = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(name))
        editor.handed_over.connect(self.commitData)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Put the text in once: what is written there is not replaced by what came of it."""
        if isinstance(editor, CellEdit):
            if not editor.begun:
                super().setEditorData(editor, index)
                editor.begin()
            return
        super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Say whether the text is still being typed."""
        if isinstance(editor, CellEdit) and editor.typing:
            model.setData(index, editor.text(), TYPING_ROLE)
        else:
            super().setModelData(editor, model, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc takes back what was handed over while the cell rested."""
        if isinstance(watched, CellEdit) and isinstance(event, QKeyEvent):
            pressed = event.type() is QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Escape:
                watched.take_back()
        return super().eventFilter(watched, event)
