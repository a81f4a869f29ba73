# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The search field: gives out committed text only, and knows which Enter is the IME's."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from kyosei_desk.ui.cards import IconLabel
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.theme import Theme

MAX_LENGTH = 2000
_DESCRIPTION = "ことば、かな、条番号、自治体の名前などを入れると、下に結果が出ます"
PLACEHOLDER = "さがす: ことば・かな・条番号・自治体…"
# An Enter that arrives this soon after the IME committed text confirmed the conversion.
_COMMIT_GRACE_MS = 30
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class QueryEdit(QLineEdit):
    """A line of text that tells apart keys of the IME and keys of the search.

    ``submitted`` is an Enter of the person, ``moved(int)`` an arrow for the results.
    """

    submitted = Signal()
    moved = Signal(int)
    escaped = Signal()
    focus_changed = Signal(bool)
    composing_started = Signal()

    def __init__(self, parent: QWidget | None = None):
        """Make an empty field."""
        super().__init__(parent)
        self.setMaxLength(MAX_LENGTH)
        self._composing = False
        self._just_committed = QTimer(self)
        self._just_committed.setSingleShot(True)
        self._just_committed.setInterval(_COMMIT_GRACE_MS)

    @property
    def composing(self) -> bool:
        """Whether the IME holds text that is not committed yet."""
        return self._composing

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow what the IME is doing."""
        was_composing = self._composing
        self._composing = bool(event.preeditString())
        if self._composing and not was_composing:
            self.composing_started.emit()
        super().inputMethodEvent(event)
        if was_composing and not self._composing:
            self._just_committed.start()

    def is_for_ime(self, event: QKeyEvent) -> bool:
        """Tell whether a key is the IME's: it composes, or an Enter has just confirmed."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return self._composing or (enter and self._just_committed.isActive())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep keys of the IME to itself; hand the others to the search."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.is_for_ime(event):
            event.accept()
        elif enter:
            event.accept()
            self.submitted.emit()
        elif plain and key in _MOVES:
            event.accept()
            self.moved.emit(_MOVES[key])
        elif plain and key == Qt.Key.Key_Escape and self.text():
            event.accept()
            self.escaped.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()  # with nothing to clear it goes back
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard has come."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard has gone; unfinished conversion is over."""
        super().focusOutEvent(event)
        self._composing = False
        self.focus_changed.emit(False)


class SearchBox(QFrame):
    """The field with its icon, clear button and key hint.

    ``query_changed(str)`` follows the committed text, ``typed(str)`` only what a person puts
    in, ``query_submitted(str)`` an Enter, ``move_requested(int)`` arrow keys meant for the
    results. ``settled`` says that what is offered under the box is in the way.
    """

    query_changed = Signal(str)
    typed = Signal(str)
    query_submitted = Signal(str)
    move_requested = Signal(int)
    settled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make an empty box."""
        super().__init__(parent)
        self.setObjectName("searchBox")
        self._theme = theme
        self._edit = QueryEdit(self)
        self._edit.setPlaceholderText(PLACEHOLDER)
        self._edit.setAccessibleName("検索のことば")
        self.describe_suggestion("")
        self._edit.setStyleSheet("border: none; background: transparent; padding: 0;")
        self._clear = QToolButton(self)
        self._clear.setAccessibleName("検索のことばを消す")
        self._clear.setToolTip("検索のことばを消す（Esc）")
        self._key = QLabel("Ctrl+K", self)
        self._key.setProperty("role", "key")
        self.setFocusProxy(self._edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._edit.textChanged.connect(self._on_text)
        self._edit.textEdited.connect(self.typed)
        self._edit.submitted.connect(self._on_submit)
        self._edit.moved.connect(self.move_requested)
        self._edit.escaped.connect(self.clear)
        self._edit.focus_changed.connect(self.update)
        self._clear.clicked.connect(self._clear_and_focus)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def edit(self) -> QueryEdit:
        """The field in the box."""
        return self._edit

    def describe_suggestion(self, text: str) -> None:
        """Let a screen reader say which suggestion is chosen; without one, what the field is."""
        self._edit.setAccessibleDescription(text or _DESCRIPTION)

    def text(self) -> str:
        """Return the committed text."""
        return self._edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in, as if it had been typed."""
        self._edit.setText(" ".join(text.split()))

    def clear(self) -> None:
        """Empty the field."""
        self._edit.clear()

    def focus_and_select(self) -> None:
        """Put the keyboard in, with everything selected to be typed over."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def _clear_and_focus(self) -> None:
        self.clear()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text(self, text: str) -> None:
        self._show_hint()
        self.query_changed.emit(text)

    def _on_submit(self) -> None:
        self.query_submitted.emit(self._edit.text())

    def _show_hint(self) -> None:
        filled = bool(self._edit.text())
        self._clear.setVisible(filled)
        self._key.setVisible(not filled)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and outline; the outline says where the keyboard is."""
        palette = self._theme.palette
        focused = self._edit.hasFocus()
        width = palette.focus_width if focused else palette.border
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.focus if focused else palette.control), width))
        painter.setBrush(QColor(palette.surface))
        inset = width / 2
        outline = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(outline, self._theme.px(8), self._theme.px(8))
        painter.end()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        LayoutScaler(self._theme, self).add(row, (14, 0, 10, 0), 8)
        row.addWidget(IconLabel(self._theme, "search", "subtle", 20))
        row.addWidget(self._edit, 1)
        row.addWidget(self._clear)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)

    def _restyle(self) -> None:
        side = self._theme.px(16)
        self._clear.setIcon(self._theme.icon("clear", self._theme.palette.subtle))
        self._clear.setIconSize(QSize(side, side))
        self.setFixedHeight(self._theme.px(40))
        self._show_hint()
