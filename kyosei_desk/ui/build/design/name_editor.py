# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The name of a card, edited where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kyosei_desk.ui.build.entries.one_line import keep_to_one_line
from kyosei_desk.ui.build.settled import HandsOver, settled_text
from kyosei_desk.ui.diagram.sheet import CardSpot
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.theme import Theme

_LONGEST = 60
_LEAST_WIDTH = 260


class NameEditor(QueryEdit):
    """``named(str, str)`` carries the element and its name; ``ended(str)`` follows anyhow.

    What is typed is kept as it is typed; Esc puts the name back that there was.
    """

    named = Signal(str, str)
    ended = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget):
        """Make the field, hidden."""
        super().__init__(parent)
        self._theme = theme
        self._element = ""
        self._before = self._given = ""
        self.setMaxLength(_LONGEST)
        keep_to_one_line(self)
        self.setAccessibleDescription("Enter で決め、Esc でやめます")
        self._settled = settled_text(self, self._on_typed)
        self._handing = _TypedName(self)
        self.submitted.connect(self.finish)
        self.hide()

    def open(self, spot: CardSpot, name: str) -> None:
        """Edit the name of a card."""
        self._element, self._before, self._given = spot.card.element, name, name
        self.setAccessibleName(f"「{name}」の名前")
        self.setMaxLength(max(_LONGEST, 2 * len(name)))
        self._settled.show_text(name)
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
        element = self._element
        if element:
            self._give(self.text())
            self._close(element)

    def drop(self) -> None:
        """Put the name back that there was."""
        element = self._element
        if element:
            self._give(self._before)
            self._close(element)

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

    def _on_typed(self, text: str) -> None:
        if self._element:
            self._give(text)

    def _give(self, text: str) -> None:
        name = text.strip()
        if name and name != self._given:
            self._given = name
            self.named.emit(self._element, name)

    def _close(self, element: str) -> None:
        self._element = ""
        self._settled.flush()
        self.hide()
        self.ended.emit(element)


class _TypedName(HandsOver):
    """Keeps the name that is being typed, and ends, when all is handed over."""

    def __init__(self, editor: NameEditor):
        super().__init__(editor)
        self._editor = editor

    def flush(self) -> None:
        self._editor.finish()
