# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.reader.find_bar import FindBar, FindEdit
from kyosei_desk.ui.reader.reader import Reader
from kyosei_desk.ui.reader.targets import Address
from tests.ui.fake_search import FakeSearcher
from tests.ui.reading import marks_label
from tests.ui.window_support import make_settings, make_theme

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NABARI = Address("cases/nabari")


@pytest.fixture
def reader(qtbot: QtBot, corpus: Corpus, tmp_path: Path) -> Iterator[Reader]:
    worker = WorkerThread("search")
    made = Reader(make_theme(), make_settings(tmp_path), worker)
    qtbot.addWidget(made)
    made.resize(760, 600)
    made.show()
    made.way.set_corpus(corpus)
    made.set_searcher(FakeSearcher(corpus))
    made.way.open(NABARI, "まちの保健室")
    qtbot.waitUntil(lambda: marks_label(made).startswith("一致 1 /"))
    yield made
    worker.shut_down()


def field(reader: Reader) -> FindEdit:
    found = reader.findChild(FindEdit)
    assert found is not None
    return found


def count(reader: Reader) -> str:
    label = reader.find_bar.findChild(QLabel)
    assert label is not None
    return label.text()


def find(reader: Reader, qtbot: QtBot, words: str) -> None:
    reader.find_bar.open()
    field(reader).setText(words)
    qtbot.waitUntil(lambda: count(reader) != "")


def looking(reader: Reader) -> bool:
    return reader.marks.finding


def marked(reader: Reader) -> str:
    mark = reader.view.current_mark
    assert mark is not None
    cursor = QTextCursor(reader.view.document())
    cursor.setPosition(mark[0].start)
    cursor.setPosition(mark[-1].end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_closed_at_first_and_without_a_document(reader: Reader, tmp_path: Path) -> None:
    assert reader.find_bar.isHidden()
    reader.find_bar.close_bar()
    empty = Reader(make_theme(), make_settings(tmp_path), WorkerThread("other"), reader)
    empty.find_bar.open()
    assert empty.find_bar.isHidden()


def test_own_words_are_marked_and_the_querys_come_back(reader: Reader, qtbot: QtBot) -> None:
    before = marks_label(reader)
    find(reader, qtbot, "相談")
    assert marked(reader) == "相談"
    assert count(reader).startswith("1 / ")
    assert marks_label(reader) == ""
    QTest.keyClick(field(reader), Key.Key_Escape)
    assert reader.find_bar.isHidden()
    qtbot.waitUntil(lambda: marks_label(reader).split(" / ")[1:] == before.split(" / ")[1:])
    assert reader.view.hasFocus()


def test_enter_goes_on_and_shift_enter_goes_back_in_a_circle(reader: Reader, qtbot: QtBot) -> None:
    find(reader, qtbot, "相談")
    last = count(reader).split(" / ")[1]
    QTest.keyClick(field(reader), Key.Key_Return)
    assert count(reader) == f"2 / {last}"
    for _ in range(2):
        QTest.keyClick(field(reader), Key.Key_Return, Modifier.ShiftModifier)
    assert count(reader) == f"{last} / {last}"
    assert field(reader).hasFocus()


def test_f3_stays_in_the_document_while_the_bar_is_open(reader: Reader, qtbot: QtBot) -> None:
    reader.marks.goes_on = True
    find(reader, qtbot, "相談")
    reader.previous_mark()
    with qtbot.assertNotEmitted(reader.marks.ended):
        reader.next_mark()
    assert count(reader).startswith("1 / ")


def test_opening_the_bar_changes_no_mark_before_something_is_typed(reader: Reader) -> None:
    before = marks_label(reader)
    reader.find_bar.open()
    assert not looking(reader)
    reader.find_bar.close_bar()
    assert marks_label(reader) == before


def test_nothing_found_is_said(reader: Reader, qtbot: QtBot) -> None:
    find(reader, qtbot, "ぴよぴよ")
    assert count(reader) == "ありません"
    assert reader.view.current_mark is None


def test_a_new_query_waits_until_the_bar_is_closed(reader: Reader, qtbot: QtBot) -> None:
    find(reader, qtbot, "相談")
    reader.marks.set_query("15か所")
    qtbot.waitUntil(lambda: not looking(reader))
    assert reader.find_bar.words == "相談"
    assert not count(reader).startswith("ありません")
    reader.find_bar.close_bar()
    qtbot.waitUntil(lambda: marks_label(reader) != "")
    reader.next_mark()
    assert marked(reader) == "15か所"


def test_another_document_is_looked_through_too(reader: Reader, qtbot: QtBot) -> None:
    find(reader, qtbot, "相談")
    before = count(reader)
    reader.way.open(Address("cases/toyonaka"), "まちの保健室")
    qtbot.waitUntil(lambda: count(reader) not in ("", before))
    assert reader.find_bar.words == "相談"


def test_words_selected_are_looked_for(reader: Reader, qtbot: QtBot) -> None:
    cursor = reader.view.document().find("三重県")
    reader.view.setTextCursor(cursor)
    reader.find_bar.open()
    assert field(reader).text() == "三重県"


def test_enter_of_the_ime_does_not_go_on(reader: Reader, qtbot: QtBot) -> None:
    find(reader, qtbot, "相談")
    before = count(reader)
    QApplication.sendEvent(field(reader), QInputMethodEvent("そう", []))
    QTest.keyClick(field(reader), Key.Key_Return)
    QTest.keyClick(field(reader), Key.Key_Return, Modifier.ShiftModifier)
    assert count(reader) == before


def test_bar_is_a_part_of_the_reader(reader: Reader) -> None:
    assert reader.findChild(FindBar) is reader.find_bar
