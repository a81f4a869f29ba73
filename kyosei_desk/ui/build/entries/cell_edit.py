# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Writing in the cell of a table."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kyosei_desk.ui.build.entries.entry_table import AnyIndex
from kyosei_desk.ui.build.settled import SettledText
from kyosei_desk.ui.theme import Theme

_LONGEST = 200


class CellEdit(QLineEdit):
    """``handed_over(QWidget)`` carries itself when what was typed must not wait any longer."""

    handed_over = Signal(QWidget)

    def __init__(self, parent: QWidget):
        """Make a field that fills its cell."""
        super().__init__(parent)
        self.setFrame(False)
        self.setMaxLength(_LONGEST)
        self._waiting = _CellText(self, self._on_wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the Enter that ends the cell from the table, which would begin it again."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def _on_wanted(self, _text: str) -> None:
        if self.isVisible():
            self.handed_over.emit(self)


class _CellText(SettledText):
    """Hands over when asked to. A cell itself ends with Enter, or when it is left."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return False

    def _on_rest(self) -> None:
        pass


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
        editor.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        name = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(name))
        editor.handed_over.connect(self.commitData)
        return editor
