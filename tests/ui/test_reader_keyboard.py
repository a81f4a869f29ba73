# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Reading, selecting and following links with the keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.reader.links import links_of
from kyosei_desk.ui.reader.reader import Reader
from kyosei_desk.ui.reader.targets import Address
from tests.ui.fake_search import FakeSearcher
from tests.ui.reading import distance_to_top, position_of
from tests.ui.window_support import make_settings, make_theme

ROOM = "machi-no-hokenshitsu"
NABARI = Address("cases/nabari", ROOM)
KEY, MOD = Qt.Key, Qt.KeyboardModifier
CTRL_SHIFT = MOD.ControlModifier | MOD.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.resize(700, 700)
    return made


@pytest.fixture
def reader(window: QWidget, qtbot: QtBot, corpus: Corpus, tmp_path: Path) -> Iterator[Reader]:
    worker = WorkerThread("search")
    made = Reader(make_theme(), make_settings(tmp_path), worker, window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(QPushButton("前", window))
    layout.addWidget(made)
    layout.addWidget(QPushButton("後", window))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.way.set_corpus(corpus)
    made.set_searcher(FakeSearcher(corpus))
    made.way.open(NABARI)
    made.view.setFocus(Qt.FocusReason.TabFocusReason)
    yield made
    worker.shut_down()


def press(
    reader: Reader, key: Qt.Key, held: Qt.KeyboardModifier = MOD.NoModifier, times: int = 1
) -> None:
    for _ in range(times):
        QTest.keyClick(reader.view, key, held)


def scrolled(reader: Reader) -> int:
    return reader.view.verticalScrollBar().value()


def caret(reader: Reader) -> int:
    return reader.view.textCursor().position()


@pytest.mark.parametrize("held", [MOD.NoModifier, MOD.ShiftModifier])
def test_tab_leaves_the_text_and_keeps_the_place(reader: Reader, held: Qt.KeyboardModifier) -> None:
    before = scrolled(reader)
    press(reader, KEY.Key_Tab if held == MOD.NoModifier else KEY.Key_Backtab, held)
    assert QApplication.focusWidget() is not reader.view
    assert scrolled(reader) == before
    reader.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert scrolled(reader) == before


def test_caret_stands_at_what_was_opened(reader: Reader) -> None:
    assert caret(reader) == position_of(reader, ROOM)


def test_arrows_read_on_line_by_line(reader: Reader) -> None:
    before, start = scrolled(reader), caret(reader)
    press(reader, KEY.Key_Down, times=3)
    moved = scrolled(reader) - before
    assert caret(reader) > start
    assert 60 <= moved <= 150
    press(reader, KEY.Key_Up, times=3)
    assert scrolled(reader) == before
    assert caret(reader) == start


@pytest.mark.parametrize("document_id", ["cases/nabari", "guideline/current-framework"])
def test_arrows_lead_from_the_start_to_the_end(
    reader: Reader, qtbot: QtBot, document_id: str
) -> None:
    reader.way.open(Address(document_id))
    bar = reader.view.verticalScrollBar()
    whole = round(reader.view.document().size().height())
    qtbot.waitUntil(lambda: bar.maximum() + bar.pageStep() == whole)
    steps = 0
    while bar.value() < bar.maximum() and steps < 1000:
        press(reader, KEY.Key_Down)
        assert reader.view.place.is_in_view(caret(reader))
        steps += 1
    assert bar.value() == bar.maximum()
    while bar.value() and steps < 2000:
        press(reader, KEY.Key_Up)
        steps += 1
    assert bar.value() == 0


@pytest.mark.parametrize(
    ("there", "back", "held"),
    [
        (KEY.Key_PageDown, KEY.Key_PageUp, MOD.NoModifier),
        (KEY.Key_Space, KEY.Key_Space, MOD.ShiftModifier),
    ],
)
def test_a_page_leaves_two_lines_in_view(
    reader: Reader, there: Qt.Key, back: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    before, height = scrolled(reader), reader.view.viewport().height()
    press(reader, there)
    assert 0.8 * height < scrolled(reader) - before < height - 20
    assert reader.view.place.is_in_view(caret(reader))
    press(reader, back, held)
    assert scrolled(reader) == before


def test_home_and_end_lead_to_both_ends(reader: Reader) -> None:
    press(reader, KEY.Key_End)
    assert scrolled(reader) == reader.view.verticalScrollBar().maximum()
    press(reader, KEY.Key_Home)
    assert scrolled(reader) == 0
    assert caret(reader) == 0


def test_shift_and_arrows_select_and_copy(reader: Reader) -> None:
    press(reader, KEY.Key_Down)
    press(reader, KEY.Key_Right, MOD.ShiftModifier, times=4)
    assert reader.view.textCursor().selectedText() == "地域包括"
    press(reader, KEY.Key_C, MOD.ControlModifier)
    assert QGuiApplication.clipboard().text() == "地域包括"
    press(reader, KEY.Key_Right, CTRL_SHIFT)
    assert len(reader.view.textCursor().selectedText()) > 4


def test_what_the_keyboard_selects_is_cited(reader: Reader) -> None:
    press(reader, KEY.Key_Down)
    press(reader, KEY.Key_Right, MOD.ShiftModifier, times=12)
    reader.copy_citation()
    copied = QGuiApplication.clipboard().text()
    assert "地域包括支援センターのブ" in copied
    assert "健康づくりと" not in copied


def test_a_caret_out_of_view_starts_at_the_first_line(reader: Reader) -> None:
    reader.view.verticalScrollBar().setValue(scrolled(reader) + 2000)
    before = scrolled(reader)
    press(reader, KEY.Key_Right, MOD.ShiftModifier)
    assert scrolled(reader) == before
    assert 0 <= distance_to_top(reader, reader.view.textCursor().selectionStart()) < 100


def test_a_selection_is_kept_while_reading_leaves_and_returns(reader: Reader) -> None:
    press(reader, KEY.Key_Down)
    press(reader, KEY.Key_Right, MOD.ShiftModifier, times=4)
    press(reader, KEY.Key_Tab)
    reader.view.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert reader.view.textCursor().selectedText() == "地域包括"


def test_links_are_reached_and_followed(reader: Reader, qtbot: QtBot) -> None:
    links = links_of(reader.view.document())
    press(reader, KEY.Key_Down, MOD.ControlModifier)
    first = next(link for link in links if link.span.start > position_of(reader, ROOM))
    assert caret(reader) == first.span.start
    press(reader, KEY.Key_Down, MOD.ControlModifier)
    second = links[links.index(first) + 1]
    assert caret(reader) == second.span.start
    press(reader, KEY.Key_Up, MOD.ControlModifier)
    assert caret(reader) == first.span.start
    with qtbot.waitSignal(reader.view.source_requested) as asked:
        press(reader, KEY.Key_Return)
    assert asked.args == [first.href]
    reader.way.go_back()
    assert reader.way.address == NABARI


def test_every_link_can_be_reached(reader: Reader) -> None:
    press(reader, KEY.Key_Home)
    links = links_of(reader.view.document())
    reached = []
    for _ in links:
        press(reader, KEY.Key_Down, MOD.ControlModifier)
        assert reader.view.place.is_in_view(caret(reader))
        reached.append(caret(reader))
    assert reached == [link.span.start for link in links]


def test_enter_beside_a_link_does_nothing(reader: Reader) -> None:
    before = scrolled(reader)
    press(reader, KEY.Key_Return)
    assert reader.way.address == NABARI
    assert scrolled(reader) == before


def test_link_in_hand_is_framed(reader: Reader) -> None:
    press(reader, KEY.Key_Down, MOD.ControlModifier)
    framed = reader.view.grab().toImage()
    reader.view.moveCursor(QTextCursor.MoveOperation.Left)
    assert reader.view.grab().toImage() != framed
