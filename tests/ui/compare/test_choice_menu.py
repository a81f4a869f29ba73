# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.compare.choice_menu import ChoiceMenu
from kyosei_desk.ui.theme import Theme

CHOICES = [("a", "要素の種類と圏域"), ("b", "R&D")]


@pytest.fixture
def menu(qtbot: QtBot, theme: Theme) -> ChoiceMenu:
    made = ChoiceMenu(theme, "行")
    qtbot.addWidget(made)
    made.set_choices(CHOICES, "a")
    made.show()
    made.resize(made.sizeHint())
    return made


def test_it_says_what_is_chosen(menu: ChoiceMenu) -> None:
    assert menu.text() == menu.accessibleName() == "行: 要素の種類と圏域"
    assert (menu.value, menu.label) == ("a", "要素の種類と圏域")


def test_the_menu_chooses_and_tells(menu: ChoiceMenu) -> None:
    told: list[str] = []
    menu.chosen.connect(told.append)
    menu.menu_shown.actions()[1].trigger()
    assert told == ["b"]
    assert menu.accessibleName() == "行: R&D"
    assert menu.text() == "行: R&&D"
    assert [action.isChecked() for action in menu.menu_shown.actions()] == [False, True]


def test_setting_a_value_tells_nobody_and_an_unknown_one_changes_nothing(menu: ChoiceMenu) -> None:
    told: list[str] = []
    menu.chosen.connect(told.append)
    menu.set_value("b")
    menu.set_value("z")
    assert (menu.value, told) == ("b", [])


def test_it_gives_way_where_there_is_no_room(menu: ChoiceMenu) -> None:
    wide = menu.sizeHint()
    menu.resize(wide.width() - 20, wide.height())
    assert menu.text() == "要素の種類と圏域"
    menu.resize(wide.width() // 2, wide.height())
    assert menu.text().startswith("要")
    assert menu.text().endswith("…")
    assert menu.accessibleName() == "行: 要素の種類と圏域"
    assert menu.sizeHint() == wide
    menu.resize(wide)
    assert menu.text() == "行: 要素の種類と圏域"


def test_other_choices_take_the_place_of_the_first(menu: ChoiceMenu) -> None:
    menu.set_choices([("c", "ほか")], "c")
    assert [action.text() for action in menu.menu_shown.actions()] == ["ほか"]
    assert menu.value == "c"
