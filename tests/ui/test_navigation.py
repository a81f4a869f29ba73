# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.navigation import NavigationBar, PageHistory, PageId
from tests.ui.window_support import make_theme

HOME, SEARCH, HELP, SETTINGS = PageId.HOME, PageId.SEARCH, PageId.HELP, PageId.SETTINGS


@pytest.mark.parametrize(
    ("visited", "backs", "expected"),
    [
        ([], 1, HOME),
        ([SEARCH], 1, HOME),
        ([SEARCH, SEARCH, SETTINGS], 1, SEARCH),
        ([SEARCH, SETTINGS, HELP], 2, SEARCH),
        ([SEARCH], 5, HOME),
    ],
)
def test_way_back(visited: list[PageId], backs: int, expected: PageId) -> None:
    history = PageHistory(HOME)
    for page in visited:
        history.go(page)
    for _ in range(backs):
        history.back()
    assert history.current is expected


def test_buttons_ask_for_their_page(qtbot: QtBot) -> None:
    bar = NavigationBar(make_theme())
    qtbot.addWidget(bar)
    asked: list[PageId] = []
    bar.page_requested.connect(asked.append)
    for button in bar.findChildren(QToolButton):
        assert button.accessibleName()
        assert button.toolTip().startswith(button.text())
        button.click()
    assert asked == list(PageId)


def test_shows_which_page_is_open(qtbot: QtBot) -> None:
    bar = NavigationBar(make_theme())
    qtbot.addWidget(bar)
    bar.set_current(SETTINGS)
    checked = [b.text() for b in bar.findChildren(QToolButton) if b.isChecked()]
    assert checked == ["設定"]
