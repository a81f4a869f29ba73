# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One click shows an entry of a list, wherever there is room for it."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kyosei_desk.domain.projects.changes.decisions import put_decision
from kyosei_desk.domain.projects.model import Decision
from kyosei_desk.ui.build.decisions.decisions_tab import DECISIONS, DecisionsTab
from kyosei_desk.ui.build.entries.entry_page import EntryPage
from tests.ui.build.lower import Stage, decided, shown, working, write
from tests.ui.build.workshop import Workshop

Key = Qt.Key


class Desk(Stage):
    """Two decisions."""

    page: EntryPage

    def at(self, row: int) -> QPoint:
        """Where a row is, in the table's viewport."""
        table = self.page.table
        return table.visualRect(table.entries.index(row, 0)).center()

    def click(self, row: int) -> None:
        viewport = self.page.table.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=self.at(row))


@pytest.fixture
def desk(workshop: Workshop) -> Iterator[Desk]:
    workshop.begin("窓口")
    with working() as worker:
        made = Desk(workshop)
        made.resize(1200, 420)
        tab = DecisionsTab(workshop.theme, workshop.session, workshop.library, worker, made)
        made.put_on(tab)
        made.page = tab.pages[DECISIONS]
        other = Decision(id="d-2", what="会議をひらく")
        made.change(*decided(), partial(put_decision, decision=other))
        yield made


def test_a_click_shows_an_entry_beside_the_list(desk: Desk) -> None:
    form = desk.page.form
    desk.click(1)
    assert form.isVisible()
    assert shown(form.edit("what")) == "会議をひらく"
    assert desk.page.table.hasFocus()  # and the arrows go on from here
    QTest.keyClick(desk.page.table, Key.Key_Up)
    assert shown(form.edit("what")) == "窓口を置く"
    QTest.keyClick(desk.page.table, Key.Key_Return)
    assert form.edit("what").hasFocus()


def test_a_click_opens_an_entry_in_the_place_of_the_list(desk: Desk) -> None:
    desk.resize(700, 420)
    desk.workshop.qtbot.waitUntil(lambda: desk.page.width() <= 700)
    desk.click(1)
    assert desk.page.form.edit("what").hasFocus()
    assert not desk.page.table.isVisible()


def test_the_second_half_of_a_double_click_presses_nothing(desk: Desk) -> None:
    desk.resize(700, 420)
    desk.workshop.qtbot.waitUntil(lambda: desk.page.width() <= 700)
    desk.click(0)
    remove = desk.page.form.remove
    desk.workshop.qtbot.waitUntil(lambda: remove.isVisible() and remove.y() > 0)
    under = desk.childAt(remove.mapTo(desk, remove.rect().center()))
    assert not isinstance(under, QPushButton)
    desk.workshop.qtbot.waitUntil(
        lambda: desk.childAt(remove.mapTo(desk, remove.rect().center())) is remove
    )


def test_an_entry_with_something_wrong_is_not_left_by_a_click(desk: Desk) -> None:
    desk.page.open_entry("d-1")
    form = desk.page.form
    write(form, "on", "先週の会議")
    desk.click(1)
    assert form.entry_id == "d-1"
    assert shown(form.edit("on")) == "先週の会議"
    assert form.edit("on").hasFocus()
    assert desk.page.table.chosen == "d-1"
    write(form, "on", "R8.11.20")
    desk.click(1)
    assert form.entry_id == "d-2"
