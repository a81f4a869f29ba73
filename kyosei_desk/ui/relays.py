# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Passing a value on when a button is pressed, without a closure that keeps a page alive."""

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QAbstractButton


class _ClickRelay(QObject):
    """Lives with its button and sends the button's value."""

    clicked = Signal(str)

    def __init__(self, button: QAbstractButton, value: str):
        super().__init__(button)
        self._value = value
        button.clicked.connect(self._send)

    def _send(self) -> None:
        self.clicked.emit(self._value)


def relay_click(button: QAbstractButton, signal: SignalInstance, value: str) -> None:
    """Emit ``signal`` with ``value`` whenever ``button`` is pressed."""
    _ClickRelay(button, value).clicked.connect(signal)
