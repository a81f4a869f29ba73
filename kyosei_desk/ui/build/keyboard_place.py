# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Keeps the keyboard where the person is when what is shown there is made anew or goes."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


@runtime_checkable
class TakesKeyboard(Protocol):
    """A part that knows itself where the keyboard is wanted."""

    def take_keyboard(self) -> None:
        """Put the keyboard there."""


class KeyboardPlace(QObject):
    """Where the keyboard is in a page, down from the page to the field.

    Qt gives the keyboard of a field that goes to whatever comes next in the window, which may
    be anywhere. Here it stays in the nearest part around the field that is still to be seen.
    """

    def __init__(self, page: QWidget):
        """Watch the page."""
        super().__init__(page)
        self._page = page
        self._chain: list[QWidget] = []

    def hold(self) -> None:
        """Keep the keyboard in its place through what is about to be shown."""
        focused = QApplication.focusWidget()
        if focused is None or not self._page.isAncestorOf(focused):
            return
        self._chain = []
        widget: QWidget | None = focused
        while widget is not None and widget is not self._page:
            self._chain.append(widget)
            widget = widget.parentWidget()
        QTimer.singleShot(0, self, self._on_shown)

    def _on_shown(self) -> None:
        """Give it back; once more when what was to be deleted has been."""
        self._give_back()
        QTimer.singleShot(0, self, self._give_back)

    def _give_back(self) -> None:
        if not self._is_lost():
            return
        for widget in self._chain:
            if isValid(widget) and widget.isVisible() and widget.isEnabled():
                if isinstance(widget, TakesKeyboard):
                    widget.take_keyboard()
                elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    widget.setFocus(Qt.FocusReason.OtherFocusReason)
                if not self._is_lost():
                    return

    def _is_lost(self) -> bool:
        """Tell whether the keyboard has left the page, and not for a menu or dialog."""
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return False
        focused = QApplication.focusWidget()
        return focused is None or not self._page.isAncestorOf(focused)
