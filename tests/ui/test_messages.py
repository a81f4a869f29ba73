# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.errors import StorageError
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
