# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.comparing.matrix import RowKind
from kyosei_desk.domain.corpus import Corpus
from tests.ui.compare.table_bench import CTRL_SHIFT, Bench
from tests.ui.comparing import FUJISAWA, NABARI, OMUTA

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_enter_shows_the_passage_beside_and_esc_leads_back(bench: Bench) -> None:
    bench.view.go_to("p2.place", NABARI)
    bench.press(Key.Key_Return)
    assert bench.tab.passages.is_shown
    assert bench.reading == "cases/nabari#machi-no-hokenshitsu"
    assert bench.ways()[0] == "まちの保健室"
    assert bench.ways()[-1] == "指針の項目"
    assert bench.panel.reader.view.hasFocus()
    QTest.keyClick(bench.panel.reader.view, Key.Key_Escape)
    assert bench.view.hasFocus()
    assert not bench.tab.passages.is_shown


def test_esc_pressed_once_more_stays_and_only_then_goes_back(bench: Bench) -> None:
    bench.press(Key.Key_Return)
    QTest.keyClick(bench.panel.reader.view, Key.Key_Escape)
    passed_on = []
    for _ in range(2):
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Escape, Modifier.NoModifier)
        event.accept()
        bench.tab.keyPressEvent(event)
        passed_on.append(not event.isAccepted())
    assert passed_on == [False, True]


def in_view(bench: Bench) -> bool:
    rect, room = bench.view.visualRect(bench.view.currentIndex()), bench.view.viewport().rect()
    return room.left() <= rect.left() and rect.right() <= room.right() and room.intersects(rect)


def test_the_cell_stays_in_view_beside_its_passage(bench: Bench, corpus: Corpus) -> None:
    bench.controller.compare([case.id for case in corpus.cases])
    bench.view.go_to("p2.place", bench.columns()[6])
    assert in_view(bench)
    for act in (bench.tab.passages.open, bench.tab.passages.close):
        act()
        bench.view.relayout()  # what follows a resize once it has settled
        assert in_view(bench)
    for width in (700, 1500, 900):
        bench.tab.resize(width, 520)
        bench.view.relayout()
        assert in_view(bench)


def test_the_passage_follows_the_cell(bench: Bench, qtbot: QtBot) -> None:
    bench.view.go_to("p2.place", NABARI)
    bench.press(Key.Key_Return)
    bench.view.go_to("p2.place", FUJISAWA)
    qtbot.waitUntil(lambda: bench.reading.startswith("cases/fujisawa#"))


def test_the_guideline_can_be_read_beside(bench: Bench) -> None:
    bench.view.go_to("p2.place", NABARI)
    bench.press(Key.Key_Return)
    buttons = bench.panel.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "指針の項目").click()
    assert bench.reading == "guideline/support-system-2-consultation#p2.place"


def test_nothing_stated_says_so_and_leads_to_columns_that_do(bench: Bench) -> None:
    bench.view.go_to("p1.funding", FUJISAWA)
    bench.press(Key.Key_Return)
    assert "していない、という意味ではありません" in bench.panel.note
    buttons = bench.panel.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "名張市を見る").click()
    assert bench.here == ("p1.funding", NABARI)
    assert bench.reading == "cases/nabari#yumezukuri-kofukin"


def test_a_click_on_a_name_reads_it(bench: Bench) -> None:
    bench.view.go_to("p2.place", NABARI)
    rect = bench.view.visualRect(bench.view.currentIndex())
    for y in range(rect.top(), rect.bottom(), 4):
        QTest.mouseClick(
            bench.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 20, y)
        )
        if bench.tab.passages.is_shown:
            break
    assert bench.reading == "cases/nabari#machi-no-hokenshitsu"


def test_figures_lead_to_the_profile(bench: Bench) -> None:
    bench.controller.set_rows(RowKind.PROFILE)
    bench.view.go_to("population", OMUTA)
    bench.press(Key.Key_Return)
    assert bench.reading == "cases/omuta#profile"


def test_reading_goes_on_in_the_search_page(bench: Bench) -> None:
    bench.view.go_to("p2.place", NABARI)
    bench.press(Key.Key_Return)
    tools = bench.panel.findChildren(QPushButton)
    next(tool for tool in tools if tool.text() == "さがすで開く").click()
    assert bench.asked == ["cases/nabari#machi-no-hokenshitsu"]


# Copying


@pytest.mark.parametrize("modifier", [Modifier.ControlModifier, CTRL_SHIFT])
def test_a_cell_is_copied_with_its_sources(bench: Bench, modifier: Qt.KeyboardModifier) -> None:
    bench.view.go_to("p2.place", NABARI)
    bench.press(Key.Key_C, modifier)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("名張市（三重県）「相談を包括的に受け止める場の整備」")
    assert "出典:\n[1] " in text
    assert "<p>" in QGuiApplication.clipboard().mimeData().html()
    assert "コピーしました" in bench.told[-1].text


def test_the_passage_is_copied_while_it_has_the_keyboard(bench: Bench) -> None:
    bench.view.go_to("p2.place", NABARI)
    bench.press(Key.Key_Return)
    QTest.keyClick(bench.panel.reader.view, Key.Key_C, CTRL_SHIFT)
    assert "「まちの保健室」の項" in QGuiApplication.clipboard().text()


def test_without_a_cell_nothing_is_copied(bench: Bench) -> None:
    bench.view.setCurrentIndex(QModelIndex())
    bench.press(Key.Key_C, Modifier.ControlModifier)
    assert bench.told == []
