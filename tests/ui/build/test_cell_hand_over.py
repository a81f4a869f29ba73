# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A cell that rests is kept while it is still open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kyosei_desk.ui.build.entries.cell_edit import CellEdit
from kyosei_desk.ui.build.money.budget_tab import BudgetTab
from kyosei_desk.ui.build.money.reading import LineField
from kyosei_desk.ui.build.settled import LONGEST_MS
from tests.ui.build.lower import Stage, budget
from tests.ui.build.workshop import Workshop


class Desk(Stage):
    """A budget."""

    def __init__(self, workshop: Workshop):
        super().__init__(workshop)
        self.tab = BudgetTab(workshop.theme, workshop.session, workshop.library, self)
        self.put_on(self.tab)

    def write(self, field: LineField, text: str) -> CellEdit:
        """Type in a cell of the first line, and leave it open."""
        self.tab.lines.table.go_to("b-1", field, edit=True)
        editor = QApplication.focusWidget()
        assert isinstance(editor, CellEdit)
        QTest.keyClicks(editor, text)
        return editor


@pytest.fixture
def desk(workshop: Workshop) -> Desk:
    workshop.begin()
    made = Desk(workshop)
    made.change(*budget())
    return made


def test_a_resting_cell_is_kept_and_stays_as_it_was_typed(desk: Desk) -> None:
    editor = desk.write(LineField.UNIT_PRICE, "400000")
    assert desk.project.budget[0].unit_price == 350_000
    desk.workshop.qtbot.waitUntil(lambda: desk.project.budget[0].unit_price == 400_000)
    assert editor.isVisible()
    assert editor.text() == "400000"
    QTest.keyClicks(editor, "0")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.project.budget[0].unit_price == 4_000_000


def test_escape_puts_back_what_was_kept_at_rest(desk: Desk) -> None:
    editor = desk.write(LineField.ITEM, "staff")
    desk.workshop.qtbot.waitUntil(lambda: desk.project.budget[0].item == "staff")
    QTest.keyClicks(editor, "s")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert desk.project.budget[0].item == "人件費"


def test_what_is_no_number_changes_nothing_and_goes_with_escape(desk: Desk) -> None:
    editor = desk.write(LineField.UNIT_PRICE, "many")
    desk.workshop.qtbot.wait(LONGEST_MS)
    assert desk.project.budget[0].unit_price == 350_000
    assert editor.text() == "many"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert desk.project.budget[0].unit_price == 350_000
    assert desk.tab.lines.said_wrong == ""


def test_escape_without_typing_changes_nothing(desk: Desk) -> None:
    before = desk.project
    QTest.keyClick(desk.write(LineField.ITEM, "s"), Qt.Key.Key_Escape)
    assert desk.project is before


def test_a_cell_is_kept_while_the_keys_do_not_rest(desk: Desk) -> None:
    editor = desk.write(LineField.ITEM, "a")

    def kept() -> bool:
        QTest.keyClicks(editor, "a")  # goes on faster than it could rest
        return desk.project.budget[0].item.startswith("aa")

    desk.workshop.qtbot.waitUntil(kept)
    assert editor.isVisible()


def test_half_a_number_is_not_told_to_be_wrong(desk: Desk) -> None:
    editor = desk.write(LineField.UNIT_PRICE, "12")

    def kept() -> bool:
        QTest.keyClicks(editor, "3")  # the keys do not rest
        QTest.keyClick(editor, Qt.Key.Key_Backspace)
        return desk.project.budget[0].unit_price != 350_000

    desk.workshop.qtbot.waitUntil(kept)
    price = desk.project.budget[0].unit_price
    assert price == 12
    QTest.keyClicks(editor, "yen")  # no number, while it is being typed
    editor.hand_over_typing()
    assert desk.project.budget[0].unit_price == price
    assert desk.tab.lines.said_wrong == ""
    desk.workshop.qtbot.waitUntil(lambda: desk.tab.lines.said_wrong != "")  # it rests
