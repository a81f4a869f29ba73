# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Lists of kept things, as tests use them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.ui.keeping import Keeper
from kyosei_desk.ui.kept.changes import Kept
from kyosei_desk.ui.kept.kept_dialog import KeptDialog
from kyosei_desk.ui.theme import Theme
from tests.ui.window_support import make_theme


class Opened:
    """Opens dialogs on one file, and knows when everything asked of it has been answered.

    The file has the saved things 保存二 and 保存一, and two last ones, ``last`` the older.
    """

    def __init__(
        self,
        qtbot: QtBot,
        store: Any,
        keeper: Callable[[Any, QWidget], Keeper[Any]],
        kept: Kept[Any, Any],
        now: Any,
        last: str = "",
    ):
        self.qtbot = qtbot
        self.store = store
        self.kept = kept
        self.now = now
        self.last = last
        self.window = QWidget()
        self.window.resize(1280, 720)
        qtbot.addWidget(self.window)
        self.keeper = keeper(store, self.window)
        self.changing = self.keeper.operation()

    def begin(self, current: Any, theme: Theme | None = None) -> KeptDialog[Any, Any]:
        look = theme or make_theme()
        made: KeptDialog[Any, Any] = KeptDialog(
            look, self.changing, self.kept, current, self.window
        )
        self.keeper.noticed.connect(made.notice)
        made.show()
        return made

    def open(self, current: Any, theme: Theme | None = None) -> KeptDialog[Any, Any]:
        made = self.begin(current, theme)
        self.wait()
        return made

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.changing.busy)

    @property
    def saved(self) -> list[str]:
        return [one.name for one in self.store.saved()]

    @property
    def newest(self) -> Any:
        """The thing saved last."""
        return self.kept.thing_of(self.store.saved()[0])


def lines(dialog: KeptDialog[Any, Any]) -> list[tuple[str, str]]:
    groups = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
    items = [g.child(n) for g in groups if g is not None for n in range(g.childCount())]
    return [(item.text(0), item.text(1)) for item in items if item is not None]


def names(dialog: KeptDialog[Any, Any]) -> list[str]:
    return [name for name, _ in lines(dialog)]


def choose(dialog: KeptDialog[Any, Any], name: str) -> None:
    dialog.list.choose(next(entry for entry in dialog.list.entries if entry.name == name))


def press(dialog: KeptDialog[Any, Any], text: str) -> None:
    assert is_offered(dialog, text)
    _button(dialog, text).click()


def is_offered(dialog: KeptDialog[Any, Any], text: str) -> bool:
    button = _button(dialog, text)
    return button.isVisible() and button.isEnabled()


def _button(dialog: KeptDialog[Any, Any], text: str) -> QPushButton:
    (button,) = (b for b in dialog.findChildren(QPushButton) if b.text() == text)
    return button


def rename(dialog: KeptDialog[Any, Any], name: str) -> None:
    """Type a new name; the field hands it over when it closes."""
    QTest.keyClick(dialog.list, Qt.Key.Key_F2)
    editor = dialog.list.findChild(QLineEdit)
    assert editor is not None
    editor.setText(name)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QCoreApplication.sendPostedEvents(dialog.list.itemDelegate())


def full_disk(*_arguments: object) -> None:
    raise StorageError(Path("kept.json"), "No space left on device")
