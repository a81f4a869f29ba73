# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The name of a card, edited where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kyosei_desk.ui.build.settled import HandsOver
from kyosei_desk.ui.diagram.sheet import CardSpot
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.theme import Theme

_LONGEST = 60
_LEAST_WIDTH = 260


class NameEditor(QueryEdit):
    """``named(str, str)`` carries the element and its name; ``ended(str)`` follows anyhow.

    Enter, leaving the field and handing over keep what was typed, Esc drops it.
    """

    named = Signal(str, str)
    ended = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget):
        """Make the field, hidden."""
        super().__init__(parent)
        self._theme = theme
        self._element = ""
        self._before = ""
        self.setMaxLength(_LONGEST)
        self.setAccessibleDescription("Enter で決め、Esc でやめます")
        self._handing = _TypedName(self)
        self.submitted.connect(self.finish)
        self.hide()

    def open(self, spot: CardSpot, name: str) -> None:
        """Edit the name of a card."""
        self._element, self._before = spot.card.element, name
        self.setAccessibleName(f"「{name}」の名前")
        self.setText(name)
        width = max(spot.width(), self._theme.px(_LEAST_WIDTH))
        self.resize(width, self.sizeHint().height())
        parent = spot.parentWidget()
        right = (parent.width() if parent else width) - width
        self.move(max(0, min(spot.x(), right)), spot.y())
        self.show()
        self.raise_()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Keep what was typed."""
        element, text = self._element, self.text().strip()
        if not element:
            return
        self._close()
        if text and text != self._before:
            self.named.emit(element, text)
        self.ended.emit(element)

    def drop(self) -> None:
        """Keep the name there was."""
        element = self._element
        if element:
            self._close()
            self.ended.emit(element)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc drops what was typed, unless it is the input method's."""
        if event.key() == Qt.Key.Key_Escape and not self.is_for_ime(event):
            self.drop()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed, but not while only a menu or another window is in front."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in passing:
            self.finish()

    def _close(self) -> None:
        self._element = ""
        self.hide()


class _TypedName(HandsOver):
    """Keeps the name that is being typed, when all is handed over."""

    def __init__(self, editor: NameEditor):
        super().__init__(editor)
        self._editor = editor

    def flush(self) -> None:
        self._editor.finish()
