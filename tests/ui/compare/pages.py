# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Compare pages, as tests use them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.ui.compare import diagram_tab
from kyosei_desk.ui.compare.compare_page import ComparePage
from kyosei_desk.ui.messages import Message
from kyosei_desk.ui.theme import Theme
from tests.ui.desk import FakeDesk

CTRL = Qt.KeyboardModifier.ControlModifier


class Pages:
    """Pages on one data folder, opened one after another."""

    def __init__(
        self, qtbot: QtBot, corpus: Corpus, folders: BundledFolders, folder: Path, theme: Theme
    ):
        self.qtbot = qtbot
        self.corpus = corpus
        self.services = FakeDesk(corpus).services(folders, folder)
        self.theme = theme
        self.pages: list[ComparePage] = []
        self.told: list[Message] = []
        self.status: list[str] = []
        self.asked: list[str] = []

    def open(self, *, library: bool = True) -> ComparePage:
        page = ComparePage(self.theme, self.services)
        self.pages.append(page)
        self.qtbot.addWidget(page)
        page.message_requested.connect(self.told.append)
        page.status_changed.connect(self.status.append)
        page.address_requested.connect(self.asked.append)
        page.resize(1208, 620)
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        if library:
            page.set_library(self.corpus)
        return page

    def close(self, page: ComparePage) -> None:
        self.services.settings.remember_window(page.state())
        page.shut_down()
        page.hide()


def press(page: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key, modifier)


def no_diagrams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagram_tab, "design_diagram", empty_diagram)


def empty_diagram(*_of: object, era_first: bool = False) -> Diagram:
    return Diagram(100, 100, "図", "", (), (), (), (), (), ())
