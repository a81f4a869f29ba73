# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Ctrl+Z in a field takes back only what was typed there since it was entered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest

from kyosei_desk.ui.build.design.form_parts import FormEdit, NoteEdit
from kyosei_desk.ui.build.plan.plan_tab import PlanTab
from tests.ui.build.lower import Stage, schedule, shown
from tests.ui.build.workshop import Workshop

_CTRL = Qt.KeyboardModifier.ControlModifier


class Desk(Stage):
    """The schedule of a project, on a page that takes changes back by Ctrl+Z."""

    def __init__(self, workshop: Workshop):
        super().__init__(workshop)
        self.taken_back = 0
        self.tab = PlanTab(workshop.theme, workshop.session, workshop.library, self)
        action = QAction(self)
        action.setShortcut(QKeySequence("Ctrl+Z"))
        action.triggered.connect(self._on_undo)
        self.addAction(action)
        self.put_on(self.tab)

    def _on_undo(self) -> None:
        self.taken_back += 1

    def field(self, key: str) -> FormEdit | NoteEdit:
        return self.tab.form.edit(key)


@pytest.fixture
def desk(workshop: Workshop) -> Desk:
    workshop.begin("窓口")
    made = Desk(workshop)
    made.change(*schedule())
    return made


@pytest.mark.parametrize("key", ["name", "note"])
def test_an_entry_opened_again_is_not_emptied(desk: Desk, key: str) -> None:
    desk.tab.open_entry("s-1")
    field = desk.field(key)
    field.setFocus()
    QTest.keyClicks(field, "abc")
    written = shown(field)
    desk.tab.form.leave()
    desk.tab.open_entry("s-1")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Z, _CTRL)
    assert shown(field) == written
    assert desk.taken_back == 1


def test_what_is_being_typed_is_taken_back_in_its_field(desk: Desk) -> None:
    desk.tab.open_entry("s-1")
    field = desk.field("name")
    assert isinstance(field, FormEdit)
    field.end(False)
    QTest.keyClicks(field, "xyz")
    QTest.keyClick(field, Qt.Key.Key_Z, _CTRL)
    assert field.text() == "説明会"
    assert desk.taken_back == 0


def test_another_entry_has_nothing_of_the_one_before(desk: Desk) -> None:
    desk.tab.open_entry("s-1")
    field = desk.field("name")
    assert isinstance(field, FormEdit)
    field.selectAll()
    field.insert("はじめる")
    desk.tab.open_entry("s-2")
    QTest.keyClick(field, Qt.Key.Key_Z, _CTRL)
    assert field.text() == "はじめる"
    assert desk.taken_back == 1
