# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Rules that are switched off, the order of the results, and what is said of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import Diagnosis, MatchRule, SortOrder
from kyosei_desk.ui.reader.reader_bars import HeaderBar
from kyosei_desk.ui.search.search_controller import goes_on
from kyosei_desk.ui.text_label import TextLabel
from kyosei_desk.wording.search import apart_sentence
from tests.ui.fake_search import FakeSearcher
from tests.ui.window_support import Window

STOP, STOPPED = "× 表記ゆれをやめる", "表記ゆれ なし ×"
NOTATION = frozenset((MatchRule.NOTATION,))


@pytest.fixture
def searcher(corpus: Corpus) -> FakeSearcher:
    return FakeSearcher(corpus)


@pytest.fixture
def window(
    qtbot: QtBot, tmp_path: Path, corpus: Corpus, searcher: FakeSearcher
) -> Iterator[Window]:
    made = Window(tmp_path)
    qtbot.addWidget(made)
    made.show()
    made.page.set_library(corpus)
    made.page.set_searcher(searcher)
    yield made
    made.page.shut_down()


def rules(window: Window) -> dict[str, QPushButton]:
    row = window.page.results.header.rules
    buttons = [b for b in row.widgets if isinstance(b, QPushButton)]
    return {b.text(): b for b in buttons if b.isVisible()}


def note(window: Window) -> str:
    return window.page.results.header.note


def marks_label(window: Window) -> str:
    header = window.page.reader.findChild(HeaderBar)
    assert header is not None
    return header.marks_label


def search(window: Window, qtbot: QtBot, text: str) -> None:
    with qtbot.waitSignal(window.page.answered):
        window.box.set_text(text)


def test_rules_in_use_are_told_and_can_be_switched_off(
    window: Window, searcher: FakeSearcher, qtbot: QtBot
) -> None:
    search(window, qtbot, "ゴミ屋敷")
    assert note(window) == "「ゴミ屋敷」は「ごみ屋敷」も含めてさがしました。"
    assert list(rules(window)) == [STOP]
    with qtbot.waitSignal(window.page.answered):
        QTest.mouseClick(rules(window)[STOP], Qt.MouseButton.LeftButton)
    assert searcher.asked[-1].without == NOTATION
    assert list(rules(window)) == [STOPPED]
    assert note(window) == ""


def test_words_found_in_parts_only_are_told_and_can_be_heard(
    window: Window, searcher: FakeSearcher, qtbot: QtBot
) -> None:
    searcher.apart = ("まちの保健室",)
    search(window, qtbot, "まちの保健室")
    said = "「まちの保健室」そのものはなく、分けてさがしました。"
    assert note(window) == said
    labels = window.page.results.header.findChildren(TextLabel)
    assert [label.text() for label in labels if label.isVisible() and "分けて" in label.text()]
    assert window.page.results.view.accessibleDescription().startswith(said)
    search(window, qtbot, "相談")
    assert note(window) == ""
    assert not any("分けて" in label.text() for label in labels)
    assert "分けて" not in window.page.results.view.accessibleDescription()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("あ",), "「あ」そのものはなく、分けてさがしました。"),
        (("あ", "い"), "「あ」「い」そのものはなく、分けてさがしました。"),
        (
            tuple("あいうえ"),
            "「あ」「い」「う」などそのものはなく、分けてさがしました。",
        ),
    ],
)
def test_sentence_on_words_found_in_parts(words: tuple[str, ...], said: str) -> None:
    assert apart_sentence(words) == said


def test_a_rule_switched_off_comes_back_with_one_click(
    window: Window, searcher: FakeSearcher, qtbot: QtBot
) -> None:
    search(window, qtbot, "ゴミ屋敷")
    for text in (STOP, STOPPED):
        with qtbot.waitSignal(window.page.answered):
            rules(window)[text].click()
    assert searcher.asked[-1].without == frozenset()
    assert list(rules(window)) == [STOP]


def test_the_keyboard_stays_on_the_rule(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "ゴミ屋敷")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button = rules(window)[STOP]
    button.setFocus()
    with qtbot.waitSignal(window.page.answered):
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert rules(window)[STOPPED].hasFocus()


def test_rules_stay_off_while_the_question_is_worked_on(
    window: Window, searcher: FakeSearcher, qtbot: QtBot
) -> None:
    search(window, qtbot, "ゴミ屋敷")
    with qtbot.waitSignal(window.page.answered):
        rules(window)[STOP].click()
    search(window, qtbot, "ゴミ屋敷 相談")
    assert searcher.asked[-1].without == NOTATION
    assert list(rules(window)) == [STOPPED]


@pytest.mark.parametrize("following", ["", "まちの保健室"])
def test_rules_are_in_force_again_with_the_next_question(
    window: Window, searcher: FakeSearcher, qtbot: QtBot, following: str
) -> None:
    search(window, qtbot, "ゴミ屋敷")
    with qtbot.waitSignal(window.page.answered):
        rules(window)[STOP].click()
    if following:
        search(window, qtbot, following)
    else:
        window.box.clear()
    assert rules(window) == {}
    search(window, qtbot, "ゴミ屋敷")
    assert searcher.asked[-1].without == frozenset()


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("ゴミ屋敷", "ゴミ屋敷 相談", True),
        ("ゴミ屋敷", "豊中 ゴミ屋敷", True),
        ("ゴミ屋敷", "ゴミ", True),
        ("ゴミ屋敷", "名張", False),
        ("", "名張", False),
        ("名張", "", False),
    ],
)
def test_what_is_the_same_question(before: str, text: str, expected: bool) -> None:
    assert goes_on(before, text) is expected


def test_marks_in_the_reader_follow_the_rules(
    window: Window, searcher: FakeSearcher, qtbot: QtBot
) -> None:
    search(window, qtbot, "ゴミ屋敷")
    qtbot.waitUntil(lambda: window.opened != "")
    qtbot.waitUntil(lambda: marks_label(window) != "")
    with qtbot.waitSignal(window.page.answered):
        rules(window)[STOP].click()
    qtbot.waitUntil(lambda: marks_label(window) == "")
    assert searcher.marked[-1] == ("ゴミ屋敷", NOTATION)


def cross(window: Window) -> QPoint:
    """Return where the × of the first chip with a rule is."""
    view = window.page.results.view
    rect = view.visualRect(view.model().index(0, 0))
    for y in range(rect.top(), rect.bottom(), 3):
        for x in range(rect.left(), rect.right(), 3):
            if view.chip_at(QPoint(x, y)) is not None:
                return QPoint(x + 4, y + 4)
    raise AssertionError("no chip with a rule")


def test_the_cross_on_a_chip_switches_its_rule_off(
    window: Window, searcher: FakeSearcher, qtbot: QtBot
) -> None:
    search(window, qtbot, "ゴミ屋敷")
    qtbot.waitUntil(lambda: window.opened != "")
    opened = window.opened
    place = cross(window)
    with qtbot.waitSignal(window.page.answered):
        QTest.mouseClick(window.page.results.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert searcher.asked[-1].without == NOTATION
    assert window.opened == opened


def test_a_press_dragged_off_the_cross_does_nothing(
    window: Window, searcher: FakeSearcher, qtbot: QtBot
) -> None:
    search(window, qtbot, "ゴミ屋敷")
    asked = len(searcher.asked)
    viewport = window.page.results.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=cross(window))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    qtbot.wait(50)
    assert len(searcher.asked) == asked


def test_most_words_instead_of_all_are_said_plainly(
    window: Window, searcher: FakeSearcher, qtbot: QtBot
) -> None:
    searcher.relaxed = True
    search(window, qtbot, "相談")
    assert note(window).startswith("すべてのことばを含む箇所はないため、")


# The order


def choose_order(window: Window, sort: SortOrder) -> None:
    menu = window.page.results.header.sort.menu_shown
    next(action for action in menu.actions() if action.data() == sort).trigger()


def test_the_order_is_chosen_and_remembered(
    window: Window, searcher: FakeSearcher, qtbot: QtBot, tmp_path: Path
) -> None:
    search(window, qtbot, "相談")
    button = window.page.results.header.sort
    assert button.text() == "関連順"
    with qtbot.waitSignal(window.page.answered):
        choose_order(window, SortOrder.MUNICIPALITY)
    assert searcher.asked[-1].sort is SortOrder.MUNICIPALITY
    assert button.text() == "自治体順"
    assert any(row.group for row in window.page.results.model.rows)
    window.settings.remember_window(window.page.state())
    again = Window(tmp_path)
    qtbot.addWidget(again)
    assert again.page.results.header.sort.sort is SortOrder.MUNICIPALITY
    again.page.shut_down()


def test_the_menu_opens_by_keyboard(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "相談")
    button = window.page.results.header.sort
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(button.menu_shown.isVisible)
    assert button.menu_shown.activeAction().text() == "関連順"
    QTest.keyClick(button.menu_shown, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.page.answered):
        QTest.keyClick(button.menu_shown, Qt.Key.Key_Return)
    assert button.sort is SortOrder.MUNICIPALITY


def test_documents_that_are_looked_through_have_their_own_order(
    window: Window, qtbot: QtBot
) -> None:
    button = window.page.results.header.sort
    assert not button.isVisible()
    search(window, qtbot, "相談")
    assert button.isVisible()
    window.box.clear()
    assert not button.isVisible()


@pytest.mark.parametrize("value", ["", "size", "DATE"])
def test_a_damaged_order_is_forgotten(qtbot: QtBot, tmp_path: Path, value: str) -> None:
    first = Window(tmp_path)
    qtbot.addWidget(first)
    first.settings.remember_window({"search_sort": value})
    first.page.shut_down()
    made = Window(tmp_path)
    qtbot.addWidget(made)
    assert made.page.results.header.sort.sort is SortOrder.RELEVANCE
    made.page.shut_down()


# Nothing found, and nothing to look for


def ways(window: Window) -> dict[str, QPushButton]:
    nothing = window.page.results.nothing
    return {b.text(): b for b in nothing.findChildren(QPushButton) if b.isVisible()}


def test_a_word_that_empties_the_result_is_left_out_with_one_click(
    window: Window, searcher: FakeSearcher, qtbot: QtBot
) -> None:
    searcher.diagnosis = Diagnosis(without_word=(("ぴよ", 7),))
    search(window, qtbot, "相談 ぴよ")
    with qtbot.waitSignal(window.page.answered):
        ways(window)["「ぴよ」を外してさがす（7 件）"].click()
    assert window.box.text() == "相談"
    assert len(window.titles) > 0


def test_rules_come_back_from_an_empty_result(
    window: Window, searcher: FakeSearcher, qtbot: QtBot
) -> None:
    searcher.diagnosis = Diagnosis(with_rules=3)
    search(window, qtbot, "ゴミ屋敷")
    with qtbot.waitSignal(window.page.answered):
        rules(window)[STOP].click()
    assert rules(window)[STOPPED].isVisible()
    with qtbot.waitSignal(window.page.answered):
        ways(window)["やめたさがし方を戻す（3 件）"].click()
    assert searcher.asked[-1].without == frozenset()
    assert len(window.titles) > 0


@pytest.mark.parametrize("odd", ['"', "-", "「", "|", "　"])
def test_a_sign_alone_leaves_the_documents_to_see(
    window: Window, qtbot: QtBot, odd: str, searcher: FakeSearcher
) -> None:
    searcher.nothing_to_find = True
    window.box.set_text(odd)
    if odd.strip():
        qtbot.waitUntil(lambda: "続けて入れてください" in note(window))
    assert len(window.titles) == 23
