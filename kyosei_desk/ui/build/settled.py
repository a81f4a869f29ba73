# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Fields that hand over what was typed when the person stops typing, or leaves them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

SETTLE_MS = 500
LONGEST_MS = 600

TextEdit = QLineEdit | QPlainTextEdit
_KEEPING_PAST = (  # the field had the keyboard before, and something else took it for a moment
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class HandsOver(QObject):
    """Lives with a field; :func:`hand_over_texts` finds it there."""

    def flush(self) -> None:
        """Hand over what was typed, now."""
        raise NotImplementedError


class SettledText(HandsOver):
    """Lives with its field. ``callback`` gets the text once it rests, each text only once.

    Where the keys do not rest, it gets what there is after the longest wait, without what an
    input method is composing. What the program shows with :meth:`show_text` is not handed
    over, and does not replace what is being typed.

    Ctrl+Z takes back what was typed since the field was entered; else it is left to the page.
    """

    def __init__(self, edit: TextEdit, callback: Callable[[str], object]):
        """Follow ``edit``."""
        super().__init__(edit)
        self._edit = edit
        self._callback = callback
        self._known = self._text()
        self._held: str | None = None
        self._composing = False
        self._timer, self._longest = QTimer(self), QTimer(self)
        for timer, wait in ((self._timer, SETTLE_MS), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
        self._timer.timeout.connect(self._on_rest)
        self._longest.timeout.connect(self._on_longest)
        edit.textChanged.connect(self._on_changed)
        edit.installEventFilter(self)

    @property
    def pending(self) -> bool:
        """Whether something was typed that has not been handed over."""
        return self._text() != self._known

    def flush(self) -> None:
        """Hand over what was typed, now; what was to be shown meanwhile is shown."""
        self._timer.stop()
        held, self._held = self._held, None
        if self.pending:
            self._give()
        elif held is not None:
            self.show_text(held)

    def show_text(self, text: str) -> None:
        """Show what the project has now, unless the person is typing something else."""
        if self.pending:
            return
        if self._timer.isActive() or self._composing:
            self._held = text  # handed over between two keys: the typing goes on
            return
        if self._edit.hasFocus() and self._text().strip() == text.strip():
            return  # a line just begun is not taken away
        self._known = text
        if self._text() != text:
            self._timer.stop()
            self._put(text)

    def forget_past(self) -> None:
        """Let Ctrl+Z not bring back what was typed before now, perhaps about something else."""
        edit = self._edit
        if self._composing:
            return
        if isinstance(edit, QPlainTextEdit):
            edit.document().clearUndoRedoStacks()
        elif edit.isUndoAvailable() or edit.isRedoAvailable():
            start, place = edit.selectionStart(), edit.cursorPosition()
            selected = len(edit.selectedText())
            edit.setText(edit.text())
            edit.setCursorPosition(place)
            if selected:
                edit.setSelection(start, selected)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand over when the keyboard leaves; notice what the input method does."""
        if not isValid(self._edit):
            return False  # it loses the keyboard because it goes; all was handed over before
        if event.type() is QEvent.Type.FocusOut:
            self._composing = False
            self.flush()
        elif isinstance(event, QFocusEvent) and event.gotFocus():
            if event.reason() not in _KEEPING_PAST:
                self.forget_past()
        elif event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._has_nothing_for(event):
                event.ignore()
                return True
        elif isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
            self._timer.start()
        return super().eventFilter(watched, event)

    def _has_nothing_for(self, event: QKeyEvent) -> bool:
        """Tell whether a key takes back or repeats typing, and there is none."""
        undoing = event.matches(QKeySequence.StandardKey.Undo)
        if not undoing and not event.matches(QKeySequence.StandardKey.Redo):
            return False
        edit = self._edit
        past = edit if isinstance(edit, QLineEdit) else edit.document()
        return not (past.isUndoAvailable() if undoing else past.isRedoAvailable())

    def _on_changed(self) -> None:
        if self.pending:
            self._timer.start()
            if not self._longest.isActive():
                self._longest.start(LONGEST_MS)

    def _on_rest(self) -> None:
        if self._composing:
            self._timer.start()
        else:
            self.flush()

    def _on_longest(self) -> None:
        if self.pending:
            self._give()

    def _give(self) -> None:
        self._longest.stop()
        self._held = None
        self._known = self._text()
        self._callback(self._known)

    def _put(self, text: str) -> None:
        """Put a text in; the cursor stays at the end, or where it was."""
        edit, end = self._edit, len(self._text())
        if isinstance(edit, QLineEdit):
            place = edit.cursorPosition()
            edit.setText(text)
            edit.setCursorPosition(len(text) if place == end else min(place, len(text)))
            return
        cursor = edit.textCursor()
        place = cursor.position()
        edit.setPlainText(text)
        cursor = edit.textCursor()
        cursor.setPosition(len(self._text()) if place == end else min(place, len(self._text())))
        edit.setTextCursor(cursor)

    def _text(self) -> str:
        edit = self._edit
        return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def settled_text(edit: TextEdit, callback: Callable[[str], object]) -> SettledText:
    """Call ``callback`` with the text 0.5 s after the last key, or when the field is left.

    Where no key comes last, it is called 0.6 s after the first one.

    ``callback`` must live as long as the field: a method of the widget that holds it.
    """
    return SettledText(edit, callback)


def hand_over_texts(widget: QWidget) -> None:
    """Hand over whatever has been typed in fields below a widget: before 元に戻す, at closing."""
    for typed in widget.findChildren(HandsOver):
        typed.flush()
