# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The budget by keyboard and mouse: emptying cells, going on by Tab, picking, and its width."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kyosei_desk.ui.build.money.budget_tab import BudgetTab
from kyosei_desk.ui.build.money.line_model import FIELDS
from kyosei_desk.ui.build.money.line_table import LineTable
from kyosei_desk.ui.build.money.reading import LineField
from tests.ui.build.lower import Stage, budget
from tests.ui.build.workshop import Workshop


class Desk(Stage):
    """The budget of a project."""

    def __init__(self, workshop: Workshop):
        super().__init__(workshop)
        self.tab = BudgetTab(workshop.theme, workshop.session, workshop.library, self)
        self.tab.message_requested.connect(self.told.append)
        self.put_on(self.tab)

    @property
    def table(self) -> LineTable:
        return self.tab.lines.table

    def is_at(self, field: LineField) -> bool:
        return FIELDS[self.table.currentIndex().column()] is field

    def press(self, field: LineField, key: Qt.Key) -> None:
        self.table.go_to("b-1", field)
        QTest.keyClick(self.table, key)


@pytest.fixture
def desk(workshop: Workshop) -> Desk:
    workshop.begin("窓口")
    made = Desk(workshop)
    made.change(*budget())
    return made


def test_delete_empties_a_cell_that_may_be_empty(desk: Desk) -> None:
    desk.press(LineField.MONTHS, Qt.Key.Key_Delete)
    desk.press(LineField.PROGRAMME, Qt.Key.Key_Delete)
    line = desk.project.budget[0]
    assert (line.id, line.months, line.programme) == ("b-1", None, None)
    assert len(desk.project.budget) == 2
    assert desk.told == []


@pytest.mark.parametrize("field", [LineField.UNIT_PRICE, LineField.ITEM, LineField.YEN])
def test_delete_leaves_what_must_not_be_empty_and_says_how(desk: Desk, field: LineField) -> None:
    before = desk.project.budget
    desk.press(field, Qt.Key.Key_Delete)
    assert desk.project.budget == before
    assert "Ctrl+Delete" in desk.told[-1].text
    assert "行を消す" in desk.told[-1].text


def test_tab_passes_over_the_sum(desk: Desk) -> None:
    desk.table.go_to("b-1", LineField.MONTHS, edit=True)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert desk.is_at(LineField.PROGRAMME)


def test_tab_goes_on_from_what_is_picked_and_from_the_sum(desk: Desk) -> None:
    desk.press(LineField.YEN, Qt.Key.Key_Tab)
    assert desk.is_at(LineField.PROGRAMME)
    QTest.keyClick(desk.table, Qt.Key.Key_Tab)
    assert desk.is_at(LineField.ELEMENT)
    QTest.keyClick(desk.table, Qt.Key.Key_Tab)
    assert desk.is_at(LineField.NOTE)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(desk.table, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert desk.is_at(LineField.PROGRAMME)
    QTest.keyClick(desk.table, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert desk.is_at(LineField.MONTHS)


def test_one_click_opens_what_can_be_picked(desk: Desk) -> None:
    index = desk.tab.lines.model.index(0, FIELDS.index(LineField.PROGRAMME))
    at = desk.table.visualRect(index).center()
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    menu = desk.table.pick_menu
    assert menu is not None
    assert menu.isVisible()
    menu.close()


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_a_key_opens_what_can_be_picked(desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    desk.table.go_to("b-1", LineField.PROGRAMME)
    QTest.keyClick(desk.table, key, held)
    menu = desk.table.pick_menu
    assert menu is not None
    assert menu.isVisible()
    menu.close()


def test_all_columns_are_seen_on_a_small_screen(desk: Desk) -> None:
    desk.resize(1288, 560)  # 1366 without the pages' names
    desk.table.fit()
    widths = [desk.table.columnWidth(column) for column in range(len(FIELDS))]
    assert sum(widths) <= desk.table.viewport().width()
    heads = desk.table.horizontalHeader()
    assert all(width >= heads.sectionSizeHint(column) for column, width in enumerate(widths))
