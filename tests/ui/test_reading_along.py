# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""From mark to mark across the documents of the results."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.reader.reader_bars import HeaderBar
from tests.ui.fake_search import FakeSearcher
from tests.ui.window_support import Window

WORD = "まちの保健室"
F3, SHIFT, NONE = Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, corpus: Corpus) -> Iterator[Window]:
    made = Window(tmp_path)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.page.set_library(corpus)
    made.page.set_searcher(FakeSearcher(corpus))
    with qtbot.waitSignal(made.page.answered):
        made.box.set_text(WORD)
    yield made
    made.page.shut_down()


class Reading:
    """Someone who presses F3, and what the page has said."""

    def __init__(self, window: Window, qtbot: QtBot):
        self._window = window
        self._qtbot = qtbot
        self.said: list[str] = []
        window.page.status_changed.connect(self.said.append)
        qtbot.waitUntil(lambda: window.opened != "" and self.marks > 0)

    @property
    def label(self) -> str:
        header = self._window.page.reader.findChild(HeaderBar)
        assert header is not None
        return header.marks_label

    @property
    def marks(self) -> int:
        return int(self.label.rpartition(" / ")[2] or 0)

    @property
    def document(self) -> str:
        return self._window.opened.partition("#")[0]

    def press(self, modifier: Qt.KeyboardModifier = NONE) -> None:
        focused = QApplication.focusWidget() or self._window
        QTest.keyClick(focused, F3, modifier)
        self._qtbot.waitUntil(lambda: not self._window.page.reader.marks.finding)

    def to_last(self) -> None:
        for _ in range(self.marks + 1):
            if self.label == f"一致 {self.marks} / {self.marks}":
                return
            self.press()
        raise AssertionError(self.label)


@pytest.fixture
def reading(window: Window, qtbot: QtBot) -> Reading:
    assert len(window.documents) > 1
    return Reading(window, qtbot)


def test_after_the_last_mark_comes_the_next_document(window: Window, reading: Reading) -> None:
    first, second = window.documents[:2]
    assert reading.document == first
    reading.to_last()
    assert reading.document == first
    reading.press()
    assert reading.document == second
    assert reading.label.startswith("一致 1 / ")
    assert reading.said[-1].startswith("次の資料へ: ")
    assert reading.said[-1].endswith(f"（2 / {len(window.documents)} 資料）")
    row = window.page.results.view.currentIndex().row()
    assert window.page.results.model.rows[row].address.document_id == second


def test_before_the_first_mark_comes_the_last_of_the_document_before(
    window: Window, reading: Reading
) -> None:
    reading.to_last()
    last = reading.label
    reading.press()
    reading.press(SHIFT)
    assert reading.document == window.documents[0]
    assert reading.label == last
    assert reading.said[-1].startswith("前の資料へ: ")


def test_every_document_is_reached_and_then_the_first_again(
    window: Window, reading: Reading
) -> None:
    reached = [reading.document]
    for _ in window.documents:
        reading.to_last()
        reading.press()
        reached.append(reading.document)
    assert reached == [*window.documents, window.documents[0]]
    assert reading.said[-1].startswith("最後の資料まで見たので、最初の資料へ: ")


def test_backwards_from_the_first_document_comes_the_last(window: Window, reading: Reading) -> None:
    while not reading.label.startswith("一致 1 /"):
        reading.press(SHIFT)
    reading.press(SHIFT)
    assert reading.document == window.documents[-1]
    assert reading.label == f"一致 {reading.marks} / {reading.marks}"
    assert reading.said[-1].startswith("最初の資料まで見たので、最後の資料へ: ")


def test_marks_go_round_without_results(
    window: Window, reading: Reading, qtbot: QtBot, corpus: Corpus
) -> None:
    window.page.results.model.set_rows(window.page.results.model.rows[:1])
    reading.to_last()
    reading.press()
    assert reading.document == window.documents[0]
    assert reading.label.startswith("一致 1 /")


def test_a_document_opened_otherwise_leads_into_the_results(
    window: Window, reading: Reading, qtbot: QtBot
) -> None:
    other = next(d for d in ("cases/ashiya", "cases/toyonaka") if d not in window.documents)
    window.page.open_address(other)
    qtbot.waitUntil(lambda: not window.page.reader.marks.finding)
    reading.press()
    assert reading.document == window.documents[0]


def test_walking_leaves_one_place_behind(window: Window, reading: Reading) -> None:
    reading.to_last()
    reading.press()
    assert not window.page.go_back()
