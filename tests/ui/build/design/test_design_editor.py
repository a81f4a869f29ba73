# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Diagram, list and remarks show the same; what is drawn can be read and stays in place."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kyosei_desk.domain.projects.changes.elements import ElementDraft, add_element
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.export.diagram.model import TextRole
from kyosei_desk.export.diagram.sizes import TEXT_SIZES
from tests.ui.build.design.editing import DESK, OFFICE, SALON, Editing, press
from tests.ui.build.workshop import TOWN

Key = Qt.Key


def is_kept(widget: QWidget, key: Qt.Key) -> bool:
    """Press a key, and tell whether it went no further than the editor."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def cells(editing: Editing, row: int) -> list[object]:
    model = editing.editor.model
    return [model.data(model.index(row, column)) for column in range(model.columnCount())]


def show_list(editing: Editing) -> None:
    editing.editor.tools.list.click()
    editing.editor.take_keyboard()
    assert editing.editor.table.hasFocus()


# The list


def test_the_list_tells_the_same(editing: Editing) -> None:
    tester = QAbstractItemModelTester(editing.editor.model)
    show_list(editing)
    assert cells(editing, 1) == [
        DESK,
        "これから",
        "場・拠点",
        "小学校区",
        "",
        "市区町村",
        "",
    ]
    editing.editor.commands.alter(editing.id(DESK), count=3, unit="か所")
    assert cells(editing, 1)[4] == "3か所"
    editing.session.apply(lambda now: add_element(now, ElementDraft(name="新しいもの")))
    assert cells(editing, 3)[0] == "新しいもの"
    del tester


def test_choosing_in_the_list_chooses_in_the_diagram(editing: Editing) -> None:
    show_list(editing)
    table = editing.editor.table
    table.selectRow(1)
    assert editing.editor.chosen == editing.id(DESK)
    press(table, Key.Key_Down)
    assert editing.editor.chosen == editing.id(OFFICE)
    editing.editor.show_element(editing.id(SALON))
    assert table.currentIndex().row() == 0


def test_the_lists_keys(editing: Editing) -> None:
    show_list(editing)
    table = editing.editor.table
    table.selectRow(1)
    press(table, Key.Key_F2)
    edit = table.findChild(QLineEdit)
    assert edit is not None
    edit.setText("窓口")
    press(edit, Key.Key_Return)
    editing.qtbot.waitUntil(lambda: cells(editing, 1)[0] == "窓口")
    assert not editing.editor.sheet.isVisible()
    table.selectRow(1)
    press(table, Key.Key_M)
    editing.pick("日常生活圏域")
    assert cells(editing, 1)[3] == "日常生活圏域"
    press(table, Key.Key_Return)
    assert editing.editor.sheet.form.name.text() == "窓口"
    press(editing.editor.sheet.form.name, Key.Key_Escape)
    assert table.hasFocus()
    press(table, Key.Key_Delete)
    assert [one.name for one in editing.project.design.elements] == [SALON, OFFICE]
    assert editing.told[-1].act_label == "もとにもどす"


def test_linking_from_the_list_is_done_in_the_form(editing: Editing) -> None:
    show_list(editing)
    editing.editor.table.selectRow(0)
    press(editing.editor.table, Key.Key_L)
    assert editing.editor.sheet.form.links.add.hasFocus()


# Remarks


def test_remarks_lead_to_their_elements(editing: Editing) -> None:
    editor = editing.editor
    assert not editor.remarks.isVisible()
    editor.tools.remarks.click()
    count = len(editor.remarks.rows)
    assert editor.tools.remarks.text() == f"気づいたこと {count}"
    row = next(
        one for one in editor.remarks.rows if f"「{SALON}」は、どことも" in one.accessibleName()
    )
    row.click()
    assert editor.chosen == editing.id(SALON)
    editing.editor.commands.remove(editing.id(SALON))
    assert len(editor.remarks.rows) < count


# What is drawn


def is_whole(editing: Editing) -> bool:
    view = editing.editor.view
    sheet, room = view.sheet.size(), view.viewport().size()
    return sheet.width() <= room.width() and sheet.height() <= room.height()


def test_all_of_it_is_in_view_until_the_person_chooses_a_size(editing: Editing) -> None:
    editing.editor.resize(1400, 900)
    assert is_whole(editing)
    editing.editor.resize(1300, 700)
    assert is_whole(editing)
    for number in range(3):
        editing.session.apply(partial(add_element, draft=ElementDraft(name=f"{number}番")))
    editing.drawn()
    assert is_whole(editing)
    view = editing.editor.view
    editing.editor.resize(900, 400)
    editing.editor.tools.width_requested.emit()
    assert not is_whole(editing)
    assert view.viewport().width() - 30 <= view.sheet.width() <= view.viewport().width()
    zoom = view.zoom
    editing.session.apply(lambda now: add_element(now, ElementDraft(name="新しいもの")))
    editing.drawn()
    assert view.zoom == zoom
    editing.editor.resize(1300, 900)
    editing.editor.tools.whole_requested.emit()
    assert is_whole(editing)


def test_another_project_is_in_view_as_a_whole(editing: Editing) -> None:
    editing.editor.view.set_zoom(3.0)
    assert not is_whole(editing)
    with editing.qtbot.waitSignal(editing.session.opened):
        editing.session.create(new_project("べつ", TOWN, project_id="other"))
    for number in range(3):
        editing.session.apply(partial(add_element, draft=ElementDraft(name=f"{number}番")))
    editing.drawn()
    assert is_whole(editing)


def test_a_size_chosen_and_the_place_stay_when_something_changes(editing: Editing) -> None:
    view = editing.editor.view
    editing.editor.resize(900, 350)
    view.set_zoom(2.0)
    view.verticalScrollBar().setValue(30)
    editing.editor.commands.rename(editing.id(DESK), "別の名前")
    editing.drawn()
    assert view.zoom == 2.0
    assert view.verticalScrollBar().value() == 30


def test_the_keyboard_stays_on_its_card(editing: Editing) -> None:
    editing.focus(DESK)
    editing.session.apply(lambda now: add_element(now, ElementDraft(name="新しいもの")))
    editing.drawn()
    assert editing.spot(DESK).hasFocus()


def test_until_it_is_laid_out_a_sketch_is_shown(editing: Editing) -> None:
    drafting = editing.editor.drafting
    editing.session.apply(lambda now: add_element(now, ElementDraft(name="新しいもの")))
    assert drafting.busy
    drafting._sketch()
    drawn = editing.editor.view.drawn
    assert drawn is not None
    assert drawn.sketched
    assert editing.spot("新しいもの").isVisible()
    editing.drawn()
    assert not drafting.busy


def test_an_element_is_shown_as_soon_as_it_is_drawn(editing: Editing) -> None:
    editing.session.apply(lambda now: add_element(now, ElementDraft(name="新しいもの")))
    editing.editor.show_element(editing.id("新しいもの"))
    editing.drawn()
    assert editing.editor.chosen == editing.id("新しいもの")
    assert "新しいもの" in editing.editor.bar.findChildren(type(editing.editor.bar._name))[1].text()


def test_without_elements_it_says_how_to_begin(editing: Editing) -> None:
    editor = editing.editor
    assert not editor._hint.isVisible()
    with editing.qtbot.waitSignal(editing.session.opened):
        town = editing.project.town
        editing.session.create(new_project("別の案", town, project_id="other"))
    editing.drawn()
    assert editor._hint.isVisible()
    editor.take_keyboard()
    assert editor.tools.add.hasFocus()


def test_where_there_is_no_room_the_sheet_stands_in_the_diagrams_place(editing: Editing) -> None:
    editor = editing.editor
    press(editing.focus(DESK), Key.Key_Return)
    assert editor.view.isVisible()
    editor.resize(520, 500)
    assert not editor.view.isVisible()
    assert editor.sheet.isVisible()
    press(editor.sheet.form.name, Key.Key_Escape)
    assert editor.view.isVisible()
    assert editing.spot(DESK).hasFocus()


def test_the_bar_names_the_element_and_its_acts(editing: Editing) -> None:
    bar = editing.editor.bar
    assert "ダブルクリック" in bar.hint
    editing.focus(OFFICE)
    assert bar.hint == ""
    bar.name_wanted.emit()
    assert editing.editor.acts.names.isVisible()
    press(editing.editor.acts.names, Key.Key_Escape)
    bar.details_wanted.emit()
    assert editing.editor.sheet.isVisible()


def test_escape_never_leaves_the_page(editing: Editing) -> None:
    editor = editing.editor
    spot = editing.focus(DESK)
    assert is_kept(spot, Key.Key_Escape)
    press(spot, Key.Key_Return)
    editing.focus(DESK)
    assert is_kept(spot, Key.Key_Escape)
    assert not editor.sheet.isVisible()
    editor.acts.link(editing.id(DESK))
    assert is_kept(editor.tools.add, Key.Key_Escape)
    assert not editor.view.linking_from
    assert not is_kept(spot, Key.Key_F5)


def test_another_project_puts_the_sheet_away_and_leaves_the_keyboard(editing: Editing) -> None:
    editor = editing.editor
    press(editing.focus(DESK), Key.Key_Return)
    editor.tools.add.setFocus()
    with editing.qtbot.waitSignal(editing.session.opened):
        town = editing.project.town
        editing.session.create(new_project("別の案", town, project_id="other"))
    assert not editor.sheet.isVisible()
    assert editor.tools.add.hasFocus()


def test_keys_of_the_diagram_do_not_reach_the_form(editing: Editing) -> None:
    press(editing.focus(DESK), Key.Key_Return)
    QTest.keyClicks(editing.editor.sheet.form.name, "lm")
    assert not editing.editor.view.linking_from
    assert editing.editor.sheet.form.name.text() == "lm"


def test_the_whole_is_never_so_small_that_it_cannot_be_read(editing: Editing) -> None:
    view, details = editing.editor.view, TEXT_SIZES[TextRole.DETAIL][0]
    editing.editor.resize(1400, 900)
    assert is_whole(editing)
    editing.editor.resize(500, 300)
    assert not is_whole(editing)
    assert view.zoom * details == pytest.approx(11)
    editing.workshop.theme.set_choice("light", 150)
    assert view.zoom * details == pytest.approx(16.5)
    editing.workshop.theme.set_choice("light", 100)
    assert view.zoom * details == pytest.approx(11)


def test_the_element_chosen_stays_in_view_when_there_is_less_room(editing: Editing) -> None:
    editing.editor.resize(1400, 900)
    editing.editor.show_element(editing.id(OFFICE))
    editing.editor.resize(600, 330)
    QApplication.processEvents()
    view, spot = editing.editor.view, editing.spot(OFFICE)
    seen = QRect(spot.mapTo(view.viewport(), QPoint(0, 0)), spot.size())
    assert view.viewport().rect().contains(seen)
