# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is kept by itself disturbs nothing that is being typed beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from kyosei_desk.domain.dates import today
from kyosei_desk.domain.designs import Staffing
from kyosei_desk.domain.projects.changes.elements import ElementDraft, add_element
from kyosei_desk.domain.projects.changes.links import connect
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.changes.taking_over import take_over
from kyosei_desk.domain.projects.compared import compared_project
from kyosei_desk.domain.vocabulary import LinkType
from kyosei_desk.ui.build.design.element_form import ElementForm
from kyosei_desk.ui.build.settled import hand_over_texts
from tests.ui.build.design.editing import DESK, OFFICE, SALON, Editing, press
from tests.ui.build.palette.typed import type_in
from tests.ui.build.workshop import TOWN


@pytest.fixture
def form(editing: Editing) -> ElementForm:
    press(editing.focus(DESK), Qt.Key.Key_Return)
    return editing.editor.sheet.form


def test_the_words_of_a_link_are_typed_on_after_they_were_kept(
    editing: Editing, form: ElementForm
) -> None:
    row = form.links.rows[0]
    row.label.setFocus()
    QTest.keyClicks(row.label, "soudan")
    editing.qtbot.waitUntil(lambda: editing.project.design.links[0].label == "soudan")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, "hyou")
    hand_over_texts(form)
    assert editing.project.design.links[0].label == "soudanhyou"
    assert form.links.rows == [row]


def test_a_link_that_comes_or_goes_leaves_the_other_row(
    editing: Editing, form: ElementForm
) -> None:
    row, desk, salon = form.links.rows[0], editing.id(DESK), editing.id(SALON)
    assert editing.session.apply(lambda now: connect(now, desk, salon, LinkType.BACKUP))
    second = form.links.rows[1]
    assert form.links.rows[0] is row
    assert editing.editor.commands.disconnect_link(row.link)
    assert form.links.rows == [second]
    assert second.kind.value == LinkType.BACKUP.value


def test_two_links_of_the_same_ends_keep_their_rows(editing: Editing, form: ElementForm) -> None:
    row, desk, office = form.links.rows[0], editing.id(DESK), editing.id(OFFICE)
    assert editing.session.apply(lambda now: connect(now, desk, office, LinkType.BACKUP))
    second = form.links.rows[1]
    type_in(second.label, "二つめ")
    hand_over_texts(form)
    assert form.links.rows == [row, second]
    assert [one.label for one in editing.project.design.links] == [None, "二つめ"]
    assert editing.editor.commands.disconnect_link(row.link)
    assert form.links.rows == [second]


def test_a_number_that_cannot_be_read_costs_no_role(editing: Editing, form: ElementForm) -> None:
    staff = (Staffing(role="保健師", min=1, max=2, text="地区ごと"), Staffing(role="事務", min=1))
    assert editing.editor.commands.alter(editing.id(DESK), staff=staff)
    first, second = form.staff.rows
    type_in(first.least, "ふたり")
    hand_over_texts(form)
    second.each.click()
    kept = editing.element(DESK).staff
    assert kept == (staff[0], Staffing(role="事務", min=1, each=True))
    assert (first.least.text(), first._wrong.isHidden()) == ("ふたり", False)
    type_in(first.least, "2")
    hand_over_texts(form)
    assert editing.element(DESK).staff[0] == staff[0].model_copy(update={"min": 2})
    assert first._wrong.isHidden()


def test_another_element_shows_its_own_roles(editing: Editing, form: ElementForm) -> None:
    for name in (DESK, SALON):
        staff = (Staffing(role="事務", min=1),)
        assert editing.editor.commands.alter(editing.id(name), staff=staff)
    type_in(form.staff.rows[0].least, "ひとり")
    hand_over_texts(form)
    editing.editor.show_element(editing.id(SALON))
    assert form.staff.rows[0].least.text() == "1"
    assert form.staff.rows[0]._wrong.isHidden()


def test_what_was_refused_stays_with_what_is_said(editing: Editing, form: ElementForm) -> None:
    type_in(form.since, "来年の春")
    type_in(form.name, "")
    hand_over_texts(form)
    assert all(form.said_wrong)
    form.existing.click()
    assert (form.name.text(), form.said_wrong[0]) == (DESK, "")
    assert form.since.text() == "来年の春"
    assert form.said_wrong[1]
    editing.editor.show_element(editing.id(SALON))
    assert (form.since.text(), form.said_wrong) == ("", ("", ""))


def test_the_name_on_a_card_is_handed_over(editing: Editing) -> None:
    press(editing.focus(DESK), Qt.Key.Key_F2)
    names = editing.editor.acts.names
    type_in(names, "別の名前")
    hand_over_texts(editing.editor)
    hand_over_texts(editing.editor)
    assert editing.id("別の名前")
    assert names.isHidden()


def test_of_an_own_project_nothing_is_said_to_be_gone(editing: Editing, form: ElementForm) -> None:
    other = add_element(
        new_project("べつ", TOWN, project_id="other").project, ElementDraft(name="縁側")
    ).project
    column = compared_project(other, editing.workshop.library.municipalities, today())
    element_id = other.design.elements[0].id
    assert editing.session.apply(lambda now: take_over(now, column, element_id, None, today()))
    editing.editor.show_element(editing.id("縁側"))
    assert form.origin.isVisibleTo(form)
    wrong = [one for one in form.origin.findChildren(QLabel) if one.property("wrong")]
    assert [one.text() for one in wrong] == [""]


def test_an_own_project_is_looked_at_and_a_case_is_read(
    editing: Editing, form: ElementForm
) -> None:
    editing.take("cases/nabari#machi-no-hokenshitsu")
    editing.editor.show_element(editing.id("まちの保健室"))
    read = [one for one in form.origin.findChildren(QPushButton) if one.isVisible()][-1]
    assert read.text() == "事例の本文を読む"
    other = add_element(
        new_project("べつ", TOWN, project_id="other").project, ElementDraft(name="縁側")
    ).project
    column = compared_project(other, editing.workshop.library.municipalities, today())
    element_id = other.design.elements[0].id
    assert editing.session.apply(lambda now: take_over(now, column, element_id, None, today()))
    editing.editor.show_element(editing.id("縁側"))
    assert read.text() == "もとの案を見る"
    read.click()
    assert editing.read == [f"projects/other#{element_id}"]


def built_of(editing: Editing) -> list[str]:
    return [element.name for element in editing.project.design.elements]


def test_a_name_on_a_card_is_kept_while_it_is_typed(editing: Editing) -> None:
    press(editing.focus(DESK), Qt.Key.Key_F2)
    names = editing.editor.acts.names
    desk = editing.id(DESK)
    type_in(names, "別の")
    editing.qtbot.waitUntil(lambda: "別の" in built_of(editing))
    assert names.isVisible()
    type_in(names, "別の名前")
    editing.qtbot.waitUntil(lambda: "別の名前" in built_of(editing))
    press(names, Qt.Key.Key_Escape)  # as it was
    assert editing.id(DESK) == desk


def test_a_name_in_the_list_is_kept_while_it_is_typed(editing: Editing) -> None:
    editing.editor.tools.list.click()
    editing.editor.take_keyboard()
    table = editing.editor.table
    table.selectRow(1)
    press(table, Qt.Key.Key_F2)
    edit = table.findChild(QLineEdit)
    assert edit is not None
    type_in(edit, "別の名前")
    editing.qtbot.waitUntil(lambda: "別の名前" in built_of(editing))
    assert edit.isVisible()
    press(edit, Qt.Key.Key_Escape)
    editing.qtbot.waitUntil(lambda: DESK in built_of(editing))
