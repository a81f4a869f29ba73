# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.search.search_box import MAX_LENGTH, QueryEdit, SearchBox
from tests.ui.window_support import make_theme


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    made = SearchBox(make_theme())
    qtbot.addWidget(made)
    made.show()
    return made


class Heard:
    """What a box has sent."""

    def __init__(self, box: SearchBox):
        self.changed: list[str] = []
        self.submitted: list[str] = []
        self.moved: list[int] = []
        box.query_changed.connect(self.changed.append)
        box.query_submitted.connect(self.submitted.append)
        box.move_requested.connect(self.moved.append)


def field(box: SearchBox) -> QueryEdit:
    found = box.findChild(QueryEdit)
    assert found is not None
    return found


def compose(box: SearchBox, preedit: str) -> None:
    QApplication.sendEvent(field(box), QInputMethodEvent(preedit, []))


def commit(box: SearchBox, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field(box), event)


def test_text_being_composed_is_not_sent(box: SearchBox) -> None:
    heard = Heard(box)
    compose(box, "な")
    compose(box, "なば")
    assert heard.changed == []
    commit(box, "名張")
    assert heard.changed == ["名張"]


def test_enter_that_confirms_a_conversion_submits_nothing(box: SearchBox, qtbot: QtBot) -> None:
    heard = Heard(box)
    compose(box, "なばり")
    QTest.keyClick(field(box), Qt.Key.Key_Return)
    commit(box, "名張")
    QTest.keyClick(field(box), Qt.Key.Key_Return)
    assert heard.submitted == []


def test_enter_after_the_conversion_submits(box: SearchBox, qtbot: QtBot) -> None:
    heard = Heard(box)
    compose(box, "なばり")
    commit(box, "名張")
    qtbot.wait(60)
    QTest.keyClick(field(box), Qt.Key.Key_Return)
    assert heard.submitted == ["名張"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_keys_belong_to_the_ime_while_it_composes(
    box: SearchBox, qtbot: QtBot, key: Qt.Key
) -> None:
    box.set_text("相談")
    heard = Heard(box)
    compose(box, "な")
    QTest.keyClick(field(box), key)
    assert (heard.changed, heard.submitted, heard.moved) == ([], [], [])


@pytest.mark.parametrize(
    ("key", "steps"),
    [(Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1), (Qt.Key.Key_PageDown, 5)],
)
def test_arrows_move_in_the_results(box: SearchBox, qtbot: QtBot, key: Qt.Key, steps: int) -> None:
    heard = Heard(box)
    QTest.keyClick(field(box), key)
    assert heard.moved == [steps]


def test_esc_empties_the_field(box: SearchBox, qtbot: QtBot) -> None:
    box.set_text("相談")
    heard = Heard(box)
    QTest.keyClick(field(box), Qt.Key.Key_Escape)
    assert heard.changed == [""]


def test_esc_with_nothing_to_clear_is_for_the_window(box: SearchBox) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    box.set_text("相談")
    QApplication.sendEvent(field(box), event)
    assert event.isAccepted()
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(field(box), again)
    assert not again.isAccepted()


def test_a_pasted_novel_is_cut(box: SearchBox) -> None:
    box.set_text("ゴミ屋敷\n" * 100_000)
    assert len(box.text()) == MAX_LENGTH
    assert "\n" not in box.text()
