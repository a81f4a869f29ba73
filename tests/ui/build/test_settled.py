# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.build.settled import (
    LONGEST_MS,
    SETTLE_MS,
    SettledText,
    hand_over_texts,
    settled_text,
)


class Form(QWidget):
    """A field that hands over, and another to go to."""

    def __init__(self, kind: type[QLineEdit] | type[QPlainTextEdit]):
        super().__init__()
        self.given: list[str] = []
        self.edit = kind(self)
        self.other = QLineEdit(self)
        self.settled: SettledText = settled_text(self.edit, self.given.append)
        column = QVBoxLayout(self)
        column.addWidget(self.edit)
        column.addWidget(self.other)


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def form(request: pytest.FixtureRequest, qtbot: QtBot) -> Form:
    made = Form(request.param)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.edit.setFocus()
    return made


def test_text_is_handed_over_when_it_rests(form: Form, qtbot: QtBot) -> None:
    QTest.keyClicks(form.edit, "abc")
    assert form.given == []
    qtbot.waitUntil(lambda: form.given == ["abc"])
    qtbot.wait(SETTLE_MS + 50)
    assert form.given == ["abc"]


def test_text_is_handed_over_when_the_field_is_left(form: Form) -> None:
    QTest.keyClicks(form.edit, "abc")
    form.other.setFocus()
    assert form.given == ["abc"]


def test_text_is_handed_over_when_asked(form: Form) -> None:
    QTest.keyClicks(form.edit, "abc")
    hand_over_texts(form)
    hand_over_texts(form)
    assert form.given == ["abc"]


def test_what_the_program_shows_is_not_handed_over(form: Form) -> None:
    form.settled.show_text("から")
    form.settled.flush()
    assert form.given == []


def test_what_is_being_typed_is_not_replaced(form: Form) -> None:
    QTest.keyClicks(form.edit, "abc")
    form.settled.show_text("old")
    form.settled.flush()
    assert form.given == ["abc"]


def test_what_is_being_composed_is_not_handed_over(form: Form, qtbot: QtBot) -> None:
    QApplication.sendEvent(form.edit, QInputMethodEvent("にほ", []))
    qtbot.wait(SETTLE_MS + LONGEST_MS)
    assert form.given == []
    committed = QInputMethodEvent("", [])
    committed.setCommitString("日本")
    QApplication.sendEvent(form.edit, committed)
    qtbot.waitUntil(lambda: form.given == ["日本"])


def test_steady_typing_is_handed_over_after_the_longest_wait(form: Form, qtbot: QtBot) -> None:
    for _ in range(40):
        QTest.keyClicks(form.edit, "a")
        qtbot.wait(SETTLE_MS // 10)
        if form.given:
            break
    assert form.given
    assert set(form.given[0]) == {"a"}


def test_what_is_shown_between_two_keys_waits_until_the_typing_rests(
    form: Form, qtbot: QtBot
) -> None:
    QTest.keyClicks(form.edit, "12")
    form.settled._longest.timeout.emit()  # handed over, while the typing goes on
    assert form.given == ["12"]
    form.settled.show_text("１２")
    assert not form.settled.pending
    QTest.keyClicks(form.edit, "3")
    qtbot.waitUntil(lambda: form.given == ["12", "123"])
    form.settled.show_text("１２３")
    QTest.keyClicks(form.edit, "4")
    form.settled._longest.timeout.emit()
    form.settled.show_text("５")
    form.settled.flush()
    form.settled.flush()
    assert not form.settled.pending
    assert form.given == ["12", "123", "１２３4"]  # the cursor was still at the end
    shown = form.edit.text() if isinstance(form.edit, QLineEdit) else form.edit.toPlainText()
    assert shown == "５"


def test_what_stands_is_handed_over_while_the_next_word_is_composed(
    form: Form, qtbot: QtBot
) -> None:
    for number in range(12):
        word = QInputMethodEvent("にほ", [])
        word.setCommitString("日本" if number else "")
        QApplication.sendEvent(form.edit, word)
        qtbot.wait(LONGEST_MS // 4)
        form.settled.show_text("".join(form.given[-1:]))  # as the project tells it back
    assert len(form.given) >= 2
    assert all(set(given) == {"日", "本"} for given in form.given)
    shown = form.edit.text() if isinstance(form.edit, QLineEdit) else form.edit.toPlainText()
    assert shown == "日本" * 11


def test_a_line_just_begun_is_not_taken_away(qtbot: QtBot) -> None:
    form = Form(QPlainTextEdit)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    form.edit.setFocus()
    qtbot.waitUntil(form.edit.hasFocus)
    QTest.keyClicks(form.edit, "a")
    QTest.keyClick(form.edit, Qt.Key.Key_Return)
    form.settled.flush()
    form.settled.show_text("a")
    assert isinstance(form.edit, QPlainTextEdit)
    assert form.edit.toPlainText() == "a\n"
