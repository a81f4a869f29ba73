# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.ui.frame import Frame
from kyosei_desk.ui.messages import Message, MessageBar, Severity, failure_message
from tests.ui.window_support import make_theme


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar(make_theme())
    qtbot.addWidget(made)
    return made


def words(bar: MessageBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.text()]


@pytest.mark.parametrize("severity", list(Severity))
def test_says_the_word_beside_the_colour(bar: MessageBar, severity: Severity) -> None:
    bar.show_message(Message(severity, "起きたこと"))
    assert words(bar) == [severity.word, "起きたこと"]
    assert not bar.isHidden()


def test_gravest_first_and_others_after_it(bar: MessageBar) -> None:
    bar.show_message(Message(Severity.ERROR, "書けません"))
    bar.show_message(Message(Severity.INFO, "作りました"))
    assert bar.current is not None
    assert bar.current.text == "書けません"
    bar.close_current()
    assert bar.current.text == "作りました"
    bar.close_current()
    assert bar.isHidden()


def test_same_message_is_not_piled_up(bar: MessageBar) -> None:
    for _ in range(3):
        bar.show_message(Message(Severity.ERROR, "書けません"))
    bar.close_current()
    assert bar.isHidden()


def test_act_is_run_and_the_message_goes(bar: MessageBar) -> None:
    done: list[bool] = []
    bar.show_message(Message(Severity.ERROR, "読めません", "もう一度", lambda: done.append(True)))
    button = bar.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.text() == "もう一度"
    button.click()
    assert done == [True]
    assert bar.isHidden()


def test_closing_by_the_button(bar: MessageBar) -> None:
    bar.show_message(Message(Severity.WARNING, "注意です"))
    button = bar.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    assert button.accessibleName() == "メッセージを閉じる"
    button.click()
    assert bar.isHidden()


def test_core_errors_become_sentences() -> None:
    message = failure_message(StorageError(Path("/data"), "full"))
    assert message.severity is Severity.ERROR
    assert "読み書きできません" in message.text


def test_unexpected_errors_are_told_as_such() -> None:
    assert "思いがけない" in failure_message(ZeroDivisionError("x")).text


@pytest.fixture
def frame(qtbot: QtBot) -> Frame:
    made = Frame(make_theme())
    made.stack.addWidget(QWidget())
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    return made


def page_of(frame: Frame) -> QRect:
    layout = frame.layout()
    assert layout is not None
    layout.activate()
    return frame.stack.geometry()


@pytest.mark.parametrize("severity", [Severity.SUCCESS, Severity.INFO])
def test_what_goes_by_itself_moves_nothing(frame: Frame, severity: Severity) -> None:
    before = page_of(frame)
    frame.messages.show_message(Message(severity, "引用をコピーしました。"))
    assert page_of(frame) == before
    assert frame.messages.isVisible()
    assert not before.intersects(frame.messages.geometry())
    assert frame.status.geometry().intersects(frame.messages.geometry())


def test_nothing_of_a_page_is_under_what_goes_by_itself(frame: Frame) -> None:
    message = Message(Severity.INFO, "「窓口」を消しました。", "もとにもどす", lambda: None)
    for scale in (100, 125, 150):
        frame.theme.set_choice("light", scale)
        frame.messages.show_message(message)
        assert not page_of(frame).intersects(frame.messages.geometry())
        assert frame.rect().contains(frame.messages.geometry())


def test_what_stays_has_its_own_room_above_the_page(frame: Frame) -> None:
    before = page_of(frame)
    frame.messages.show_message(Message(Severity.SUCCESS, "コピーしました。"))
    frame.messages.show_message(Message(Severity.ERROR, "書けません。"))
    assert page_of(frame).top() == before.top() + frame.messages.height()
    frame.messages.close_current()
    assert page_of(frame) == before
    assert not frame.messages.isVisible()


@pytest.mark.parametrize("newer", [Severity.SUCCESS, Severity.WARNING])
def test_what_was_said_in_passing_never_comes_back(bar: MessageBar, newer: Severity) -> None:
    bar.show_message(Message(Severity.SUCCESS, "書き出しました。"))
    bar.show_message(Message(newer, "つぎのことです。"))
    bar.close_current()
    assert bar.isHidden()


def test_a_long_one_stays_within_the_page_when_the_window_shrinks(frame: Frame) -> None:
    frame.messages.show_message(Message(Severity.SUCCESS, "引用をコピーしました。" * 8))
    one_line = frame.messages.height()
    frame.resize(640, 600)
    page_of(frame)
    assert frame.rect().contains(frame.messages.geometry())
    assert frame.messages.height() > one_line
