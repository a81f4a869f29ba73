# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Words offered while typing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import Suggestion, SuggestionKind
from kyosei_desk.ui.search.suggesting import document_suggested
from kyosei_desk.ui.search.suggestion_list import SuggestionList
from kyosei_desk.ui.search.suggestion_rows import SuggestionModel
from kyosei_desk.workspace.settings import SettingKey
from tests.ui.fake_search import SUGGESTED, FakeSearcher, GatedSearcher
from tests.ui.window_support import Window

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, corpus: Corpus) -> Iterator[Window]:
    made = Window(tmp_path)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.edit.setFocus()
    made.page.set_library(corpus)
    yield made
    made.page.shut_down()


@pytest.fixture
def searcher(window: Window, corpus: Corpus) -> FakeSearcher:
    made = FakeSearcher(corpus)
    made.offered = SUGGESTED
    window.page.set_searcher(made)
    return made


def offered(window: Window) -> SuggestionList:
    found = window.findChild(SuggestionList)
    assert found is not None
    return found


def words(window: Window) -> list[str]:
    model = offered(window).view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def chosen(window: Window) -> int:
    return offered(window).view.currentIndex().row()


@pytest.fixture
def open_list(window: Window, searcher: FakeSearcher, qtbot: QtBot) -> Window:
    window.type("相談")
    qtbot.waitUntil(lambda: offered(window).isVisible())
    return window


def test_words_are_offered_under_the_box(open_list: Window) -> None:
    assert words(open_list) == ["相談支援", "相談窓口"]
    assert chosen(open_list) == -1
    assert open_list.edit.hasFocus()
    box = open_list.box.geometry()
    shown = offered(open_list).geometry()
    assert shown.left() == box.left()
    assert shown.top() >= box.bottom()
    assert open_list.rect().contains(shown)


def test_arrows_choose_and_enter_takes(open_list: Window, qtbot: QtBot) -> None:
    QTest.keyClick(open_list.edit, Key.Key_Down)
    assert "相談支援、ことば" in open_list.edit.accessibleDescription()
    QTest.keyClick(open_list.edit, Key.Key_Down)
    assert chosen(open_list) == 1
    QTest.keyClick(open_list.edit, Key.Key_Up)
    QTest.keyClick(open_list.edit, Key.Key_Return)
    assert open_list.box.text() == "相談支援"
    assert open_list.page.query == "相談支援"
    assert not offered(open_list).isVisible()
    assert open_list.edit.hasFocus()
    assert "相談支援" not in open_list.edit.accessibleDescription()


def test_a_taken_word_offers_no_further_ones(open_list: Window, qtbot: QtBot) -> None:
    QTest.keyClick(open_list.edit, Key.Key_Down)
    QTest.keyClick(open_list.edit, Key.Key_Return)
    qtbot.wait(150)
    assert not offered(open_list).isVisible()


def test_up_from_the_first_is_what_was_typed(open_list: Window) -> None:
    QTest.keyClick(open_list.edit, Key.Key_Down)
    QTest.keyClick(open_list.edit, Key.Key_Up)
    assert chosen(open_list) == -1
    assert offered(open_list).isVisible()


def test_down_from_the_last_goes_on_to_the_results(open_list: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: open_list.opened != "")
    for _ in SUGGESTED:
        QTest.keyClick(open_list.edit, Key.Key_Down)
    QTest.keyClick(open_list.edit, Key.Key_Down)
    assert not offered(open_list).isVisible()
    assert open_list.page.results.view.currentIndex().row() == 1


def test_esc_closes_the_list_and_keeps_the_text(open_list: Window) -> None:
    QTest.keyClick(open_list.edit, Key.Key_Escape)
    assert not offered(open_list).isVisible()
    assert open_list.box.text() == "相談"
    QTest.keyClick(open_list.edit, Key.Key_Escape)
    assert open_list.box.text() == ""


def test_enter_without_a_choice_goes_to_the_results(open_list: Window) -> None:
    QTest.keyClick(open_list.edit, Key.Key_Return)
    assert not offered(open_list).isVisible()
    assert open_list.box.text() == "相談"
    assert open_list.page.results.view.hasFocus()


def test_tab_takes_nothing(open_list: Window) -> None:
    QTest.keyClick(open_list.edit, Key.Key_Down)
    QTest.keyClick(open_list.edit, Key.Key_Tab)
    assert open_list.box.text() == "相談"
    assert not open_list.edit.hasFocus()
    assert not offered(open_list).isVisible()


def test_the_mouse_takes_a_word(open_list: Window) -> None:
    view = offered(open_list).view
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert open_list.box.text() == "相談窓口"
    assert open_list.edit.hasFocus()


def test_a_document_is_opened(window: Window, corpus: Corpus, qtbot: QtBot) -> None:
    title = corpus.document("cases/nabari").title
    searcher = FakeSearcher(corpus)
    searcher.offered = (Suggestion(f"相談 {title}", SuggestionKind.DOCUMENT, "事例"),)
    window.page.set_searcher(searcher)
    asked_for: list[bool] = []
    window.page.asking.page_requested.connect(lambda: asked_for.append(True))
    window.type("相談 まち")
    qtbot.waitUntil(lambda: offered(window).isVisible())
    QTest.keyClick(window.edit, Key.Key_Down)
    QTest.keyClick(window.edit, Key.Key_Return)
    assert window.opened == "cases/nabari"
    assert window.box.text() == "相談 まち"
    assert asked_for == [True]


def test_nothing_is_offered_while_the_ime_composes(open_list: Window, qtbot: QtBot) -> None:
    QApplication.sendEvent(open_list.edit, QInputMethodEvent("しえ", []))
    assert not offered(open_list).isVisible()
    QTest.keyClick(open_list.edit, Key.Key_Down)
    assert chosen(open_list) == -1
    qtbot.wait(120)
    assert not offered(open_list).isVisible()
    open_list.type("窓")
    qtbot.waitUntil(lambda: words(open_list) == ["相談窓口"] and offered(open_list).isVisible())


def test_an_enter_that_confirms_a_conversion_takes_nothing(open_list: Window) -> None:
    QTest.keyClick(open_list.edit, Key.Key_Down)
    QApplication.sendEvent(open_list.edit, QInputMethodEvent("し", []))
    open_list.type("支")
    QTest.keyClick(open_list.edit, Key.Key_Return)
    assert open_list.box.text() == "相談支"
    assert open_list.edit.hasFocus()


def test_nothing_is_offered_without_a_text(open_list: Window, searcher: FakeSearcher) -> None:
    open_list.box.clear()
    assert not offered(open_list).isVisible()


def test_a_text_put_in_offers_nothing(window: Window, searcher: FakeSearcher, qtbot: QtBot) -> None:
    window.box.set_text("相談")
    qtbot.waitUntil(lambda: bool(searcher.asked))
    qtbot.wait(100)
    assert searcher.typed == []
    assert not offered(window).isVisible()


def test_rows_change_in_place(open_list: Window, qtbot: QtBot) -> None:
    hidden: list[bool] = []

    class Watching(QAbstractItemModelTester):
        pass

    model = offered(open_list).view.model()
    Watching(model, QAbstractItemModelTester.FailureReportingMode.Fatal, open_list)
    model.modelReset.connect(lambda: hidden.append(True))
    open_list.type("支")
    assert offered(open_list).isVisible()
    qtbot.waitUntil(lambda: words(open_list) == ["相談支援"])
    QTest.keyClick(open_list.edit, Key.Key_Backspace)
    assert offered(open_list).isVisible()
    qtbot.waitUntil(lambda: len(words(open_list)) == 2)
    assert hidden == []


def test_typing_waits_for_no_suggestion(window: Window, corpus: Corpus, qtbot: QtBot) -> None:
    gated = GatedSearcher(corpus)
    gated.offered = SUGGESTED
    window.page.set_searcher(gated)
    window.type("相")
    qtbot.waitUntil(gated.entered.is_set)
    window.type("談")
    window.type("支")
    assert gated.typed == []  # the first one has not been let through meanwhile
    assert window.box.text() == "相談支"
    gated.gate.set()
    qtbot.waitUntil(lambda: words(window) == ["相談支援"])
    assert gated.typed[-1] == "相談支"


def test_suggestions_that_come_too_late_are_dropped(
    window: Window, corpus: Corpus, qtbot: QtBot
) -> None:
    gated = GatedSearcher(corpus)
    gated.offered = SUGGESTED
    window.page.set_searcher(gated)
    window.type("相談")
    qtbot.waitUntil(gated.entered.is_set)
    QTest.keyClick(window.edit, Key.Key_Return)
    gated.gate.set()
    qtbot.waitUntil(lambda: bool(gated.asked))
    qtbot.wait(50)
    assert not offered(window).isVisible()


def test_suggestions_come_without_live_search(
    window: Window, searcher: FakeSearcher, qtbot: QtBot
) -> None:
    window.settings.set(SettingKey.LIVE_SEARCH, "off")
    window.type("相談")
    qtbot.waitUntil(lambda: offered(window).isVisible())
    assert window.page.query == ""
    QTest.keyClick(window.edit, Key.Key_Down)
    QTest.keyClick(window.edit, Key.Key_Return)
    assert window.page.query == "相談支援"


def test_model_adds_and_takes_rows(qtbot: QtBot) -> None:
    parent = QApplication.instance()
    assert parent is not None
    model = SuggestionModel(parent)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for made in (SUGGESTED, SUGGESTED[1:], (), SUGGESTED[:1], SUGGESTED[::-1]):
        model.set_suggestions(made)
        assert model.suggestions == made
        assert model.rowCount() == len(made)
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "相談窓口、しくみ・名張市"
    model.deleteLater()


def test_document_of_a_suggestion(corpus: Corpus) -> None:
    title = corpus.document("cases/nabari").title
    found = document_suggested(corpus, Suggestion(f"相談 {title}", SuggestionKind.DOCUMENT))
    assert found is corpus.document("cases/nabari")
    assert document_suggested(corpus, Suggestion("ぴよ", SuggestionKind.DOCUMENT)) is None
