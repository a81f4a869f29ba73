# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.search.model import FacetName, Suggestion, SuggestionKind
from kyosei_desk.services import IndexState
from kyosei_desk.ui.cards import CardButton
from kyosei_desk.ui.main_window import MainWindow
from kyosei_desk.ui.messages import Severity
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.search.suggestion_list import SuggestionList
from kyosei_desk.ui.theme import ThemeName
from kyosei_desk.workspace.settings import SettingKey, SettingsStore
from tests.ui.desk import Desk, FakeDesk, labelled
from tests.ui.fake_search import GatedSearcher
from tests.ui.window_support import page_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    focused = QApplication.focusWidget() or window
    QTest.keyClick(focused, key, modifier)


def field(window: MainWindow) -> QWidget:
    edit = window.frame.box.focusProxy()
    assert edit is not None
    return edit


def is_open(window: MainWindow, page: PageId) -> bool:
    return window.pages.current is page


def titles(window: MainWindow) -> list[str]:
    return [row.title for row in page_of(window).results.model.rows]


def test_a_clean_profile_shows_home_with_the_tour_and_the_cases(desk: Desk) -> None:
    window = desk.open_ready()
    assert is_open(window, PageId.HOME)
    assert labelled(window, "はじめる").isVisible()
    names = {child.accessibleName() for child in window.home.findChildren(QPushButton)}
    assert "「ごみ屋敷」をさがす" in names
    cards = window.home.findChildren(CardButton)
    assert sum("名張市" in card.accessibleName() for card in cards) == 1
    assert field(window).hasFocus()
    assert window.frame.messages.current is None


def test_the_window_says_once_that_it_is_painted(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open()
    qtbot.waitUntil(lambda: desk.painted > 0)
    window.repaint()
    qtbot.wait(20)
    assert desk.painted == 1


def test_typing_opens_the_search_and_shows_results(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open_ready()
    QTest.keyClicks(field(window), "106")
    qtbot.waitUntil(lambda: "106" in page_of(window).query)
    assert is_open(window, PageId.SEARCH)
    qtbot.waitUntil(lambda: "件" in window.frame.status.text)


def test_a_suggestion_opens_the_search(desk: Desk, qtbot: QtBot, fake: FakeDesk) -> None:
    fake.searcher.offered = (Suggestion("106条の3", SuggestionKind.TERM),)
    SettingsStore(desk.folder / "settings.json").set(SettingKey.LIVE_SEARCH, "off")
    window = desk.open_ready()
    offered = window.findChild(SuggestionList)
    assert offered is not None
    QTest.keyClicks(field(window), "10")
    qtbot.waitUntil(offered.isVisible)
    window.pages.open(PageId.SETTINGS)
    assert not offered.isVisible()
    press(window, Key.Key_K, Modifier.ControlModifier)
    QTest.keyClicks(field(window), "106")
    qtbot.waitUntil(offered.isVisible)
    press(window, Key.Key_Down, Modifier.NoModifier)
    press(window, Key.Key_Return, Modifier.NoModifier)
    assert is_open(window, PageId.SEARCH)
    assert page_of(window).query == window.frame.box.text() == "106条の3"


def test_typing_never_waits_for_the_search(desk: Desk, qtbot: QtBot, fake: FakeDesk) -> None:
    gated = GatedSearcher(fake.corpus)
    fake.searcher = gated
    window = desk.open_ready()
    edit = field(window)
    QTest.keyClicks(edit, "1")
    qtbot.waitUntil(gated.entered.is_set)
    QTest.keyClicks(edit, "06")
    assert window.frame.box.text() == "106"
    assert not gated.asked  # the first search is still held up
    gated.gate.set()
    qtbot.waitUntil(lambda: bool(gated.asked) and gated.asked[-1].text == "106")


def test_words_typed_before_the_library_is_there_are_searched_for(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open(load=False)
    window.pages.search_for("相談")
    assert "相談" in window.search_place.waiting_text
    with qtbot.waitSignal(window.search_ready):
        window.load()
    qtbot.waitUntil(lambda: "件" in window.frame.status.text)
    assert page_of(window).query == "相談"


def test_a_document_asked_for_early_is_opened(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open(load=False)
    window.pages.open_address("cases/nabari")
    with qtbot.waitSignal(window.search_ready):
        window.load()
    assert str(page_of(window).reader.way.address) == "cases/nabari"


def test_a_kind_is_browsed(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open_ready()
    window.pages.browse_kind("case")
    assert page_of(window).facets.filters == {FacetName.KIND: frozenset({"case"})}
    qtbot.waitUntil(lambda: len(titles(window)) == len(desk.fake.corpus.cases))


@pytest.mark.parametrize(
    ("key", "modifier", "page"),
    [
        (Key.Key_2, Modifier.ControlModifier, PageId.SEARCH),
        (Key.Key_7, Modifier.ControlModifier, PageId.SETTINGS),
        (Key.Key_F1, Modifier.NoModifier, PageId.HELP),
    ],
)
def test_pages_open_by_keyboard_and_take_the_focus(
    desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier, page: PageId
) -> None:
    window = desk.open_ready()
    press(window, key, modifier)
    assert is_open(window, page)
    assert page.label in window.windowTitle()
    focused = QApplication.focusWidget()
    assert focused is not None
    if page is not PageId.SEARCH:
        assert window.pages.page(page).isAncestorOf(focused) or focused is window.pages.page(page)
    press(window, Key.Key_1, Modifier.ControlModifier)
    assert is_open(window, PageId.HOME)


def test_escape_goes_back_to_the_page_before(desk: Desk) -> None:
    window = desk.open_ready()
    press(window, Key.Key_7, Modifier.ControlModifier)
    press(window, Key.Key_Escape, Modifier.NoModifier)
    assert is_open(window, PageId.HOME)


def test_escape_in_the_box_clears_it_and_then_goes_back(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open_ready()
    QTest.keyClicks(field(window), "106")
    qtbot.waitUntil(lambda: "件" in window.frame.status.text)
    press(window, Key.Key_Escape, Modifier.NoModifier)
    assert window.frame.box.text() == ""
    assert is_open(window, PageId.SEARCH)
    assert field(window).hasFocus()
    press(window, Key.Key_Escape, Modifier.NoModifier)
    qtbot.waitUntil(lambda: is_open(window, PageId.HOME))


def test_the_status_line_speaks_of_the_open_page(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open_ready()
    assert window.frame.status.text == "資料 23"
    window.pages.search_for("相談")
    qtbot.waitUntil(lambda: "件" in window.frame.status.text)
    found = window.frame.status.text
    for page, said in ((PageId.SETTINGS, ""), (PageId.HELP, ""), (PageId.HOME, "資料 23")):
        window.pages.open(page)
        assert window.frame.status.text == said
    window.pages.open(PageId.SEARCH)
    assert window.frame.status.text == found


def test_ctrl_k_puts_the_keyboard_into_the_box(desk: Desk) -> None:
    window = desk.open_ready()
    press(window, Key.Key_7, Modifier.ControlModifier)
    press(window, Key.Key_K, Modifier.ControlModifier)
    assert field(window).hasFocus()


def test_closing_during_indexing_cancels_and_waits(
    desk: Desk, qtbot: QtBot, fake: FakeDesk
) -> None:
    fake.slow = True
    window = desk.open()
    qtbot.waitUntil(fake.indexing.is_set)
    assert window.close()
    assert fake.was_cancelled


def test_indexing_shows_how_far_it_is_and_can_be_cancelled(
    desk: Desk, qtbot: QtBot, fake: FakeDesk
) -> None:
    fake.slow = True
    window = desk.open()
    qtbot.waitUntil(lambda: "30 %" in window.frame.status.work_text)
    labelled(window, "とりやめる").click()
    message = window.frame.messages.current
    assert message is not None
    assert message.act_label == "もう一度"
    assert window.frame.status.work_text == ""
    qtbot.waitUntil(lambda: fake.was_cancelled)
    fake.slow = False
    with qtbot.waitSignal(window.search_ready):
        labelled(window, "もう一度").click()


@pytest.mark.parametrize("stage", ["loading_error", "opening_error"])
def test_a_failure_is_said_and_can_be_tried_again(
    desk: Desk, qtbot: QtBot, fake: FakeDesk, stage: str
) -> None:
    setattr(fake, stage, StorageError(desk.folder / "index", "disk full"))
    window = desk.open()
    qtbot.waitUntil(lambda: window.frame.messages.current is not None)
    message = window.frame.messages.current
    assert message is not None
    assert message.severity is Severity.ERROR
    assert "disk full" in message.text
    setattr(fake, stage, None)
    with qtbot.waitSignal(window.search_ready):
        labelled(window, "もう一度").click()
    assert window.frame.messages.current is None


def test_a_library_that_was_not_read_is_tried_again_where_one_searches(
    desk: Desk, qtbot: QtBot, fake: FakeDesk
) -> None:
    window = desk.open(load=False)
    window.pages.open(PageId.SEARCH)
    assert [b for b in _buttons(window) if b.text() == "もう一度読みこむ" and b.isVisible()] == []
    fake.loading_error = StorageError(desk.folder, "disk full")
    window.load()
    qtbot.waitUntil(lambda: window.frame.messages.current is not None)
    window.pages.search_for("相談")
    assert window.search_place.waiting_text == "資料を読みこめませんでした。"
    fake.loading_error = None
    with qtbot.waitSignal(window.search_ready):
        labelled(window, "もう一度読みこむ").click()
        assert "できしだい「相談」" in window.search_place.waiting_text
        assert [
            b for b in _buttons(window) if b.text() == "もう一度読みこむ" and b.isVisible()
        ] == []
    assert window.frame.messages.current is None
    qtbot.waitUntil(lambda: page_of(window).query == "相談")


@pytest.mark.parametrize(
    ("state", "said"),
    [(IndexState.CURRENT, ""), (IndexState.FIRST, ""), (IndexState.DAMAGED, "こわれて")],
)
def test_a_rebuilt_index_is_mentioned(
    desk: Desk, fake: FakeDesk, state: IndexState, said: str
) -> None:
    fake.state = state
    message = desk.open_ready().frame.messages.current
    assert said in (message.text if message else "")
    assert bool(said) == bool(message)


def _buttons(window: MainWindow) -> list[QPushButton]:
    return window.findChildren(QPushButton)


def test_settings_change_the_theme_at_once(desk: Desk) -> None:
    window = desk.open_ready()
    window.pages.open(PageId.SETTINGS)
    buttons = window.findChildren(QRadioButton)
    next(b for b in buttons if b.text() == "暗い").click()
    next(b for b in buttons if b.text() == "とても大きい").click()
    theme = window.theme
    assert theme.name is ThemeName.DARK
    assert theme.scale == 1.5
    assert theme.palette.surface in QApplication.instance().styleSheet()  # type: ignore[union-attr]
    kept = SettingsStore(desk.folder / "settings.json")
    assert kept.get(SettingKey.THEME) == "dark"


def test_dates_change_at_once(desk: Desk) -> None:
    window = desk.open_ready()
    assert "平成29年" in _texts(window)
    window.pages.open(PageId.SETTINGS)
    button = next(b for b in window.findChildren(QRadioButton) if "西暦" in b.text())
    button.click()
    assert "平成29年" not in _texts(window)
    assert "2017年" in _texts(window)


def _texts(window: MainWindow) -> str:
    QApplication.sendPostedEvents(None, 52)  # deleted cards go
    return "".join(label.text() for label in window.home.findChildren(QLabel))


def test_the_tour_leads_through_the_window_and_ends(desk: Desk, qtbot: QtBot) -> None:
    window = desk.open_ready()
    labelled(window, "はじめる").click()
    assert window.frame.box.text() == "ごみ屋敷"
    assert is_open(window, PageId.SEARCH)
    for _ in range(3):
        labelled(window, "次へ").click()
    assert str(page_of(window).reader.way.address) == "cases/nabari"
    labelled(window, "次へ").click()
    assert is_open(window, PageId.COMPARE)
    labelled(window, "次へ").click()
    assert is_open(window, PageId.BUILD)
    labelled(window, "次へ").click()
    assert is_open(window, PageId.SETTINGS)
    labelled(window, "おわる").click()
    assert is_open(window, PageId.HOME)
    assert window.frame.tour.isHidden()
    qtbot.wait(10)
