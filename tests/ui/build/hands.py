# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a person does in the window: finding things by the names they are read out by."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.build.palette.typed import type_in
from tests.ui.menus import choose_in_menu

AnyWidget = TypeVar("AnyWidget", bound=QWidget)
_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """Works in a window, only with what can be seen in it."""

    def __init__(self, qtbot: QtBot, window: QWidget):
        self.qtbot = qtbot
        self.window = window

    def seen(self, kind: type[AnyWidget], name: str, within: QWidget | None = None) -> AnyWidget:
        """Return what is shown and called so: the one, by its accessible name or its text."""
        found = [one for one in self.shown(kind, within) if name in _names(one)]
        assert len(found) == 1, (name, [_names(one) for one in self.shown(kind, within)])
        return found[0]

    def begins(self, kind: type[AnyWidget], name: str) -> AnyWidget:
        """Return the first one shown whose name begins so, once there is one."""

        def found() -> list[AnyWidget]:
            shown = self.shown(kind)
            return [one for one in shown if any(said.startswith(name) for said in _names(one))]

        self.qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    def press(self, name: str, within: QWidget | None = None) -> None:
        """Click a button; one to be ticked at its beginning, where its mark is."""
        QApplication.processEvents()  # what has just come up finds its place
        button = self.seen(QAbstractButton, name, within)
        at = button.rect().center()
        if isinstance(button, QRadioButton | QCheckBox):
            at.setX(button.height() // 2)
        QTest.mouseClick(button, _LEFT, pos=at)

    def click(self, widget: QWidget) -> None:
        """Click something in its middle."""
        QTest.mouseClick(widget, _LEFT, pos=widget.rect().center())

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press a key where the keyboard is, or on the menu that is open."""
        QTest.keyClick(QApplication.activePopupWidget() or self.focused, key, modifier)

    @property
    def focused(self) -> QWidget:
        """Where the keyboard is."""
        return QApplication.focusWidget() or self.window

    def write(self, text: str) -> None:
        """Write in the field with the keyboard, in place of what stands there."""
        edit = self.focused
        assert isinstance(edit, QLineEdit | QPlainTextEdit), edit
        assert edit.isVisible()
        type_in(edit, text)

    def enter(self, name: str, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """Click a field, write in it and end with a key."""
        edit = self.seen(QLineEdit, name)
        QTest.mouseClick(edit, _LEFT)
        assert edit.hasFocus()
        self.write(text)
        self.key(end)

    def pick(self, beginning: str) -> None:
        """Choose an entry of the menu that is open, by keyboard."""
        choose_in_menu(beginning)
        self.window.activateWindow()  # as a window manager does when a menu closes
        self.wait(lambda: QApplication.focusWidget() is not None)

    def tab(self, name: str) -> None:
        """Click a tab."""
        for bar in self.shown(QTabBar):
            for number in range(bar.count()):
                if bar.tabText(number) == name:
                    at: QPoint = bar.tabRect(number).center()
                    QTest.mouseClick(bar, _LEFT, pos=at)
                    return
        raise AssertionError(name)

    def wait(self, true: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(true)

    def shown(self, kind: type[AnyWidget], within: QWidget | None = None) -> list[AnyWidget]:
        """Return everything of a kind that is shown."""
        return [one for one in (within or self.window).findChildren(kind) if one.isVisible()]


def _names(widget: QWidget) -> tuple[str, ...]:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return (widget.accessibleName(), text.replace("&&", "&"))
