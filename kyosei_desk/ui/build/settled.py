# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Fields that hand over what was typed when the person stops typing, or leaves them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

SETTLE_MS = 700

TextEdit = QLineEdit | QPlainTextEdit


class SettledText(QObject):
    """Lives with its field. ``callback`` gets the text once it rests, each text only once.

    While an input method composes, nothing is handed over. What the program shows with
    :meth:`show_text` is not handed over either, and does not replace what is being typed.
    """

    def __init__(self, edit: TextEdit, callback: Callable[[str], object]):
        """Follow ``edit``."""
        super().__init__(edit)
        self._edit = edit
        self._callback = callback
        self._known = self._text()
        self._composing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._on_rest)
        edit.textChanged.connect(self._on_changed)
        edit.installEventFilter(self)

    @property
    def pending(self) -> bool:
        """Whether something was typed that has not been handed over."""
        return self._text() != self._known

    def flush(self) -> None:
        """Hand over what was typed, now."""
        self._timer.stop()
        if self.pending:
            self._known = self._text()
            self._callback(self._known)

    def show_text(self, text: str) -> None:
        """Show what the project has now, unless the person is typing something else."""
        if self.pending:
            return
        self._known = text
        if self._text() != text:
            self._timer.stop()
            if isinstance(self._edit, QLineEdit):
                self._edit.setText(text)
            else:
                self._edit.setPlainText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand over when the keyboard leaves; notice what the input method does."""
        if not isValid(self._edit):
            return False  # it loses the keyboard because it goes; all was handed over before
        if event.type() is QEvent.Type.FocusOut:
            self._composing = False
            self.flush()
        elif isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        if self.pending:
            self._timer.start()

    def _on_rest(self) -> None:
        if self._composing:
            self._timer.start()
        else:
            self.flush()

    def _text(self) -> str:
        edit = self._edit
        return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def settled_text(edit: TextEdit, callback: Callable[[str], object]) -> SettledText:
    """Call ``callback`` with the text 0.7 s after the last key, or when the field is left.

    ``callback`` must live as long as the field: a method of the widget that holds it.
    """
    return SettledText(edit, callback)


def hand_over_texts(widget: QWidget) -> None:
    """Hand over whatever has been typed in fields below a widget: before 元に戻す, at closing."""
    for settled in widget.findChildren(SettledText):
        settled.flush()
