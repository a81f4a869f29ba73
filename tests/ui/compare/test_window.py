# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.services import Services
from kyosei_desk.ui.cards import CardButton
from kyosei_desk.ui.compare.compare_page import ComparePage
from kyosei_desk.ui.main_window import MainWindow, apply_look
from kyosei_desk.ui.messages import Severity
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.startup import open_theme
from tests.ui.comparing import NABARI, OMUTA, THREE
from tests.ui.desk import FakeDesk
from tests.ui.window_support import page_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Desk:
    """Windows on one data folder, opened one after another."""

    def __init__(self, qtbot: QtBot, services: Services):
        self.qtbot = qtbot
        self.services = services
        self.windows: list[MainWindow] = []

    def open(self, *, ready: bool = True) -> MainWindow:
        theme = open_theme(self.services)
        apply_look(theme, self.services.settings)
        window = MainWindow(self.services, theme)
        theme.setParent(window)
        self.windows.append(window)
        self.qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        if ready:
            with self.qtbot.waitSignal(window.search_ready):
                window.load()
        return window


@pytest.fixture
def desk(qtbot: QtBot, corpus: Corpus, bundled: BundledFolders, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, FakeDesk(corpus).services(bundled, tmp_path))
    yield made
    for window in made.windows:
        window.shut_down()


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def is_open(window: MainWindow, page: PageId) -> bool:
    return window.pages.current is page


def comparison(window: MainWindow) -> ComparePage:
    page = window.pages.page(PageId.COMPARE)
    assert isinstance(page, ComparePage)
    return page


def test_the_door_at_home_leads_to_the_cards(desk: Desk) -> None:
    window = desk.open()
    doors = window.home.findChildren(CardButton)
    next(door for door in doors if door.accessibleName() == "くらべる").click()
    assert window.pages.current is PageId.COMPARE
    assert comparison(window).picker.cards.hasFocus()
    assert window.windowTitle().startswith("くらべる")
    assert window.frame.status.text.startswith("くらべられる事例 8")


def test_a_key_leads_to_the_comparison_and_the_keyboard_into_it(desk: Desk) -> None:
    window = desk.open()
    press(window, Key.Key_3, Modifier.ControlModifier)
    comparison(window).compare(THREE)
    press(window, Key.Key_1, Modifier.ControlModifier)
    press(window, Key.Key_3, Modifier.ControlModifier)
    assert comparison(window).tabs.table.view.hasFocus()


def test_a_page_opened_early_gets_the_library_when_it_is_there(desk: Desk) -> None:
    window = desk.open(ready=False)
    window.pages.open(PageId.COMPARE)
    assert not comparison(window).is_choosing
    with desk.qtbot.waitSignal(window.search_ready):
        window.load()
    assert comparison(window).is_choosing


def test_reading_on_opens_the_passage_in_the_search(desk: Desk) -> None:
    window = desk.open()
    window.pages.open(PageId.COMPARE)
    comparison(window).compare(THREE)
    comparison(window).address_requested.emit("cases/nabari#machi-no-hokenshitsu")
    assert is_open(window, PageId.SEARCH)
    assert str(page_of(window).reader.way.address) == "cases/nabari#machi-no-hokenshitsu"
    press(window, Key.Key_Left, Modifier.AltModifier)
    assert is_open(window, PageId.COMPARE)


def test_keys_of_both_pages_do_not_collide(desk: Desk) -> None:
    window = desk.open()
    window.pages.open_address("cases/nabari")
    window.pages.open_compare()
    comparison(window).compare(THREE)
    press(window, Key.Key_C, Modifier.ControlModifier | Modifier.ShiftModifier)
    message = window.frame.messages.current
    assert message is not None
    assert message.text.startswith("名張市「")


def test_the_comparison_comes_back_in_the_next_window(desk: Desk) -> None:
    window = desk.open()
    window.pages.open(PageId.COMPARE)
    comparison(window).compare((OMUTA, NABARI))
    window.close()
    again = desk.open()
    again.pages.open(PageId.COMPARE)
    assert comparison(again).controller.arrangement.columns == (OMUTA, NABARI)


def test_a_page_never_opened_forgets_nothing(desk: Desk) -> None:
    window = desk.open()
    window.pages.open(PageId.COMPARE)
    comparison(window).compare((OMUTA, NABARI))
    window.close()
    desk.open().close()
    last = desk.open()
    last.pages.open(PageId.COMPARE)
    assert comparison(last).controller.arrangement.columns == (OMUTA, NABARI)


@pytest.mark.parametrize(
    ("content", "told"), [("{", "こわれていたため"), ('{"format": 99}', "新しい版")]
)
def test_how_the_file_of_comparisons_was_found_is_told_in_the_window(
    desk: Desk, tmp_path: Path, content: str, told: str
) -> None:
    (tmp_path / "comparisons.json").write_text(content)
    window = desk.open()
    window.pages.open(PageId.COMPARE)
    comparison(window).compare(THREE)
    messages = window.frame.messages
    desk.qtbot.waitUntil(lambda: messages.current is not None)
    assert messages.current is not None
    assert messages.current.severity is Severity.WARNING
    assert told in messages.current.text
    assert "comparisons" in messages.current.text


def test_the_tour_shows_an_example(desk: Desk) -> None:
    window = desk.open()
    window.frame.tour.start()
    buttons = window.frame.tour.findChildren(QPushButton)
    onward = next(button for button in buttons if button.text() == "次へ")
    while window.pages.current is not PageId.COMPARE:
        onward.click()
    assert window.pages.current is PageId.COMPARE
    assert len(comparison(window).controller.arrangement.columns) == 3


def test_dates_follow_the_settings(desk: Desk) -> None:
    window = desk.open()
    window.pages.open(PageId.COMPARE)
    comparison(window).compare(THREE)
    before = comparison(window).tabs.table.model.columns[0].day
    buttons = window.pages.page(PageId.SETTINGS).findChildren(QRadioButton)
    next(button for button in buttons if "西暦" in button.accessibleName()).click()
    after = comparison(window).tabs.table.model.columns[0].day
    assert (before, after) == ("平成29年9月1日現在", "2017年9月1日現在")
