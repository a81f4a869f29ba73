# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Choosing in the menu that is open, by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu


def choose_in_menu(beginning: str) -> None:
    """Choose the entry that begins so."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry = next(one for one in menu.actions() if one.text().startswith(beginning))
    assert entry.isEnabled()
    menu.setActiveAction(entry)
    QTest.keyClick(menu, Qt.Key.Key_Return)
