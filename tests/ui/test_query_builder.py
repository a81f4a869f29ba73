# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.search.model import FacetName
from kyosei_desk.ui.list_button import TickButton
from kyosei_desk.ui.search.builder_fields import Choices, FieldChoice
from kyosei_desk.ui.search.query_builder import QueryBuilder
from kyosei_desk.ui.search.search_box import QueryEdit
from tests.ui.window_support import make_theme

Key = Qt.Key
CHOICES: Choices = {
    FacetName.MUNICIPALITY: (
        FieldChoice("名張市", "名張市", "242080"),
        FieldChoice("豊中市", "豊中市", "272035"),
        FieldChoice("藤沢市", "藤沢市", "142051"),
    ),
    FacetName.YEAR: (FieldChoice("2017年", "2017", "2017"),),
}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1280, 720)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def builder(qtbot: QtBot, window: QWidget) -> Iterator[QueryBuilder]:
    made = QueryBuilder(make_theme(), CHOICES, "相談 -豊中 自治体:名張", window)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def edit(builder: QueryBuilder, name: str) -> QueryEdit:
    edits = builder.findChildren(QueryEdit)
    return next(edit for edit in edits if edit.accessibleName() == name)


def choice(builder: QueryBuilder, name: str) -> TickButton:
    buttons = builder.findChildren(TickButton)
    return next(button for button in buttons if button.accessibleName().startswith(f"{name}:"))


def button(builder: QueryBuilder, text: str) -> QPushButton:
    return next(b for b in builder.findChildren(QPushButton) if b.text() == text)


def test_the_query_of_now_stands_in_the_fields(builder: QueryBuilder) -> None:
    assert edit(builder, "すべて含むことば").text() == "相談"
    assert edit(builder, "含めないことば").text() == "豊中"
    assert choice(builder, "自治体").values == ("名張市",)
    assert builder.query == "相談 -豊中 自治体:名張市"
    assert edit(builder, "すべて含むことば").hasFocus()


def test_typing_and_ticking_write_the_query(builder: QueryBuilder) -> None:
    edit(builder, "この語句のとおり").setText("地域の縁側")
    edit(builder, "どれかを含むことば").setText("CSW 社協")
    actions = choice(builder, "自治体").menu_shown.actions()
    actions[0].trigger()
    actions[2].trigger()
    assert builder.query == '相談 "地域の縁側" CSW OR 社協 -豊中 自治体:藤沢市'


def test_enter_searches_and_closes(builder: QueryBuilder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(builder.query_chosen) as chosen:
        QTest.keyClick(edit(builder, "すべて含むことば"), Key.Key_Return)
    assert chosen.args == ["相談 -豊中 自治体:名張市"]
    assert builder.isHidden()


def test_enter_that_confirms_a_conversion_does_nothing(builder: QueryBuilder, qtbot: QtBot) -> None:
    field = edit(builder, "すべて含むことば")
    with qtbot.assertNotEmitted(builder.query_chosen):
        QApplication.sendEvent(field, QInputMethodEvent("そうだん", []))
        QTest.keyClick(field, Key.Key_Return)
        commit = QInputMethodEvent()
        commit.setCommitString("支援")
        QApplication.sendEvent(field, commit)
        QTest.keyClick(field, Key.Key_Return)
    assert not builder.isHidden()
    assert "支援" in builder.query


@pytest.mark.parametrize("text", ["相談", ""])
def test_escape_closes_and_changes_nothing(builder: QueryBuilder, qtbot: QtBot, text: str) -> None:
    field = edit(builder, "すべて含むことば")
    field.setText(text)
    with qtbot.assertNotEmitted(builder.query_chosen):
        QTest.keyClick(field, Key.Key_Escape)
    assert builder.isHidden()


def test_nothing_cannot_be_searched_for(builder: QueryBuilder, qtbot: QtBot) -> None:
    button(builder, "すべて消す").click()
    assert builder.query == ""
    assert not button(builder, "さがす").isEnabled()
    with qtbot.assertNotEmitted(builder.query_chosen):
        QTest.keyClick(edit(builder, "すべて含むことば"), Key.Key_Return)
    assert not builder.isHidden()


def test_what_has_no_field_is_shown_and_kept(builder: QueryBuilder) -> None:
    rest = edit(builder, "そのほかの条件")
    assert rest.isHidden()
    builder.set_query("相談 -自治体:名張")
    assert not rest.isHidden()
    assert rest.text() == "-自治体:名張"
    assert builder.query == "相談 -自治体:名張"


def test_count_is_asked_after_a_pause_and_shown_for_its_query_only(
    builder: QueryBuilder, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(builder.count_requested) as asked:
        edit(builder, "すべて含むことば").setText("窓口")
    assert asked.args == [builder.query]
    labels = [label.text() for label in builder.findChildren(QWidget) if hasattr(label, "text")]
    assert builder.query in labels
    builder.show_count("前の検索", "99 件")
    builder.show_count(builder.query, "7 件")
    shown = {label.text() for label in builder.findChildren(QWidget) if hasattr(label, "text")}
    assert "7 件" in shown
    assert "99 件" not in shown


# The list to tick in


def test_button_says_what_is_ticked(builder: QueryBuilder) -> None:
    towns = choice(builder, "自治体")
    towns.set_values(("名張市", "豊中市", "藤沢市"))
    assert towns.text() == "名張市 ほか2"
    assert towns.accessibleName() == "自治体: 名張市、豊中市、藤沢市"
    towns.set_values(())
    assert towns.text() == "選ばない"


def test_list_is_worked_by_keyboard(builder: QueryBuilder, qtbot: QtBot) -> None:
    years = choice(builder, "年")
    years.setFocus()
    QTest.keyClick(years, Key.Key_Down)
    menu = years.menu_shown
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Key.Key_Space)
    assert years.values == ("2017",)
    assert menu.isVisible()
    QTest.keyClick(menu, Key.Key_Escape)
    assert not menu.isVisible()
    assert not builder.isHidden()


def test_a_click_ticks_and_the_list_stays(builder: QueryBuilder, qtbot: QtBot) -> None:
    years = choice(builder, "年")
    years.click()
    menu = years.menu_shown
    qtbot.waitUntil(menu.isVisible)
    at = menu.actionGeometry(menu.actions()[0]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=at)
    assert years.values == ("2017",)
    assert menu.isVisible()
    menu.close()


@pytest.mark.parametrize("scale", [100, 150])
def test_it_fits_the_smallest_projector(qtbot: QtBot, window: QWidget, scale: int) -> None:
    made = QueryBuilder(make_theme("light", scale), CHOICES, "", window)
    qtbot.addWidget(made)
    made.show()
    assert made.width() <= 1280
    assert made.height() <= 720
    assert button(made, "さがす").isVisible()
    made.close()
