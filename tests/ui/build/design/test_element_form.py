# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The form of an element: everything is kept as it is entered, and can be undone."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.designs import Staffing
from kyosei_desk.domain.projects.changed import Changed, ChangeKind
from kyosei_desk.domain.projects.model import UNWRITTEN
from kyosei_desk.domain.vocabulary import (
    Coverage,
    ElementType,
    LinkType,
    Operator,
    WelfareField,
    Zone,
)
from kyosei_desk.ui.build.design.element_form import ElementForm
from kyosei_desk.ui.build.settled import hand_over_texts
from tests.ui.build.design.editing import DESK, OFFICE, SALON, Editing, press
from tests.ui.build.palette.typed import type_in

Key = Qt.Key


@pytest.fixture
def form(editing: Editing) -> ElementForm:
    press(editing.focus(DESK), Key.Key_Return)
    made = editing.editor.sheet.form
    assert made.name.hasFocus()
    return made


def settle(form: ElementForm) -> None:
    hand_over_texts(form)


def said_of_changes(form: ElementForm) -> str:
    """Return what is said of changes in the source of an element."""
    labels = [label for label in form.origin.findChildren(QLabel) if label.property("wrong")]
    return "".join(label.text() for label in labels if label.isVisible())


def test_the_sheet_shows_the_element_chosen(editing: Editing, form: ElementForm) -> None:
    assert (form.name.text(), form.zone.text(), form.operators.text()) == (
        DESK,
        "小学校区",
        "市区町村",
    )
    editing.focus(SALON)
    assert form.name.text() == SALON


def test_escape_puts_the_sheet_away_and_keeps_what_was_typed(
    editing: Editing, form: ElementForm
) -> None:
    type_in(form.name, "別の名前")
    press(form.name, Key.Key_Escape)
    assert not editing.editor.sheet.isVisible()
    assert editing.id("別の名前")
    editing.drawn()
    assert editing.spot("別の名前").hasFocus()


def test_what_is_typed_goes_to_the_element_it_was_typed_for(
    editing: Editing, form: ElementForm
) -> None:
    type_in(form.text, "だれでも来られます。")
    editing.editor.show_element(editing.id(SALON))
    assert editing.element(DESK).text == "だれでも来られます。"
    assert editing.element(SALON).text == UNWRITTEN
    assert form.text.toPlainText() == ""


def test_names_and_texts(editing: Editing, form: ElementForm) -> None:
    type_in(form.name, "")
    settle(form)
    assert form.said_wrong == ("名前は空にできません。", "")
    type_in(form.name, "なんでも相談")
    type_in(form.text, "毎日開いています。")
    settle(form)
    element = editing.element("なんでも相談")
    assert (element.text, form.said_wrong) == ("毎日開いています。", ("", ""))
    type_in(form.text, "")
    settle(form)
    assert editing.element("なんでも相談").text == UNWRITTEN


def test_lists(editing: Editing, form: ElementForm) -> None:
    form.type.picked.emit(ElementType.MEETING.value)
    form.zone.picked.emit(Zone.DISTRICT.value)
    form.operators.menu_shown.actions()[1].trigger()
    form.fields.menu_shown.actions()[0].trigger()  # takes away the only one
    element = editing.element(DESK)
    assert (element.type, element.zone) == (ElementType.MEETING, Zone.DISTRICT)
    assert element.operators == (Operator.MUNICIPALITY, Operator.SHAKYO)
    assert element.fields == (WelfareField.ALL,)
    assert form.fields.values == (WelfareField.ALL.value,)


def test_what_exists_today_is_marked(editing: Editing, form: ElementForm) -> None:
    form.existing.click()
    assert editing.project.existing == (editing.id(DESK),)
    assert editing.spot(DESK).accessibleName().endswith("、今ある")


def test_the_number(editing: Editing, form: ElementForm) -> None:
    count = form.count
    type_in(count.number, "１２")
    settle(form)
    element = editing.element(DESK)
    assert (element.count, element.unit) == (12, "か所")
    type_in(count.unit, "室")
    settle(form)
    assert editing.element(DESK).unit == "室"
    type_in(count.number, "十二くらい")
    settle(form)
    assert "数字で" in count.wrong
    assert editing.element(DESK).count == 12
    type_in(count.number, "")
    settle(form)
    assert (editing.element(DESK).count, count.wrong) == (None, "")


def test_the_unit_offered_is_that_of_the_sort(editing: Editing, form: ElementForm) -> None:
    assert form.count.unit.placeholderText() == "か所"
    form.type.picked.emit(ElementType.ROLE.value)
    assert form.count.unit.placeholderText() == "名"


def test_the_number_taken_over_keeps_its_formula(editing: Editing, form: ElementForm) -> None:
    editing.take("cases/nabari#machi-no-hokenshitsu")
    editing.editor.show_element(editing.id("まちの保健室"))
    count = form.count
    assert count.formula_text == "15か所 × 62,000人 ÷ 79,357人 = 11.7 → 12か所"
    count.rule.picked.emit("zone")
    assert editing.element("まちの保健室").count == 13
    type_in(count.number, "10")
    settle(form)
    assert count.formula_text.endswith("→ 13か所（10か所に直しました）")
    assert count.rule.text() == "自分で決めた数"


def test_where_it_was_taken_from_stays_beside_the_own_text(
    editing: Editing, form: ElementForm
) -> None:
    assert form.origin.isHidden()
    editing.take("cases/nabari#machi-no-hokenshitsu")
    editing.editor.show_element(editing.id("まちの保健室"))
    assert form.origin.isVisibleTo(form)
    labels = [one.text() for one in form.origin.findChildren(QLabel)]
    assert any(text.startswith("名張市の「まちの保健室」から") for text in labels)
    assert any("小学校圏域に市内15か所" in text for text in labels)
    assert any(text.startswith("出典: ") for text in labels)
    form.origin.findChildren(QPushButton)[1].click()
    assert editing.read == ["cases/nabari#machi-no-hokenshitsu"]


def test_what_changed_in_the_source_is_said_until_it_was_seen(
    editing: Editing, form: ElementForm
) -> None:
    editing.take("cases/nabari#machi-no-hokenshitsu")
    project = editing.project
    origin = project.origins[0]
    older = origin.model_copy(
        update={"taken_from": origin.taken_from.model_copy(update={"count": 14})}
    )
    editing.session.apply(
        lambda now: Changed(ChangeKind.IMPORTED, "", now.model_copy(update={"origins": (older,)}))
    )
    editing.editor.show_element(editing.id("まちの保健室"))
    assert "14か所" in said_of_changes(form)
    form.origin.findChildren(QPushButton)[0].click()
    assert said_of_changes(form) == ""


def test_the_keyboard_stays_where_a_provision_is_switched_and_taken_out(
    editing: Editing, form: ElementForm
) -> None:
    for provision in ("p1.hub", "p3.core"):
        form.provisions.answered.emit(provision, Coverage.FULL)

    def pressed(ending: str) -> QPushButton:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # rows that have gone
        found = form.provisions.findChildren(QPushButton)
        button = next(one for one in found if one.accessibleName().endswith(ending))
        button.setFocus()
        QTest.keyClick(button, Key.Key_Space)
        focused = editing.editor.focusWidget()
        assert isinstance(focused, QPushButton)
        return focused

    assert pressed("（居場所）: 答えている").text() == "一部"
    assert pressed("（居場所）を外す").text() == "項目を選ぶ…"
    assert [one.id for one in editing.element(DESK).provisions] == ["p3.core"]


def test_provisions(editing: Editing, form: ElementForm) -> None:
    field = form.provisions
    field.menu_shown.findChildren(QMenu)[1].actions()[0].trigger()
    answers = editing.element(DESK).provisions
    assert [(one.id, one.coverage) for one in answers] == [("p2.place", Coverage.FULL)]
    field.switched.emit("p2.place")
    assert editing.element(DESK).provisions[0].coverage is Coverage.PARTIAL
    field.dropped.emit("p2.place")
    assert editing.element(DESK).provisions == ()


def test_staff(editing: Editing, form: ElementForm) -> None:
    add = next(one for one in form.staff.findChildren(QPushButton) if one.text() == "職種を加える")
    add.click()
    row = form.staff.rows[0]
    assert row.role.hasFocus()
    type_in(row.role, "社会福祉士")
    type_in(row.least, "2")
    type_in(row.most, "3")
    settle(form)
    row.each.click()
    assert editing.element(DESK).staff == (Staffing(role="社会福祉士", min=2, max=3, each=True),)
    type_in(row.least, "5")
    settle(form)
    assert editing.element(DESK).staff[0].min == 2
    row.removed.emit()
    assert editing.element(DESK).staff == ()


def test_since(editing: Editing, form: ElementForm) -> None:
    type_in(form.since, "令和９年４月")
    settle(form)
    assert editing.element(DESK).since == PartialDate(2027, 4)
    type_in(form.since, "そのうち")
    settle(form)
    assert form.said_wrong[1]
    assert editing.element(DESK).since == PartialDate(2027, 4)
    type_in(form.since, "")
    settle(form)
    assert editing.element(DESK).since is None


def test_links(editing: Editing, form: ElementForm) -> None:
    row = form.links.rows[0]
    assert row.kind.value == LinkType.REFER.value
    type_in(row.label, "相談票")
    settle(form)
    assert editing.project.design.links[0].label == "相談票"
    form.links.rows[0].kind.picked.emit(LinkType.BACKUP.value)
    assert editing.project.design.links[0].type is LinkType.BACKUP
    buttons = {one.text(): one for one in form.links.rows[0].findChildren(QPushButton)}
    buttons["向きを逆にする"].click()
    assert editing.project.design.links[0].from_ == editing.id(OFFICE)
    form.links.add.picked.emit(editing.id(SALON))
    editing.pick("サポート")
    assert len(editing.project.design.links) == 2
    buttons = {one.text(): one for one in form.links.rows[0].findChildren(QPushButton)}
    buttons["外す"].click()
    assert len(editing.project.design.links) == 1


def test_removing_puts_the_sheet_away_and_chooses_the_next(
    editing: Editing, form: ElementForm
) -> None:
    form.removal_wanted.emit(form.element_id)
    assert [one.name for one in editing.project.design.elements] == [SALON, OFFICE]
    editing.drawn()
    assert not editing.editor.sheet.isVisible()
    assert editing.editor.view.chosen_element == editing.id(OFFICE)


def test_undoing_shows_the_form_as_before(editing: Editing, form: ElementForm) -> None:
    form.type.picked.emit(ElementType.MEETING.value)
    editing.undo()
    assert form.type.text() == "場・拠点"


# A new element


def test_a_new_element(editing: Editing) -> None:
    editing.editor.tools.add.click()
    new = editing.editor.sheet.new
    assert new.edit.hasFocus()
    press(new.edit, Key.Key_Return)
    assert new.wrong == "名前を入れてください。"
    type_in(new.edit, "子ども食堂")
    new.zone.set_value(Zone.ELEMENTARY.value)
    new.existing.click()
    press(new.edit, Key.Key_Return)
    element = editing.element("子ども食堂")
    assert (element.zone, editing.project.existing) == (Zone.ELEMENTARY, (element.id,))
    assert editing.editor.sheet.element_id == element.id
    editing.drawn()
    assert editing.editor.chosen == element.id


def test_a_new_element_for_a_provision(editing: Editing) -> None:
    editing.editor.add_element("p3.core")
    new = editing.editor.sheet.new
    assert new.answers.text() == "「チームの中核（まとめ役）を決める」に答える"
    type_in(new.edit, "まとめ役")
    press(new.edit, Key.Key_Return)
    answers = editing.element("まとめ役").provisions
    assert [(one.id, one.coverage) for one in answers] == [("p3.core", Coverage.PARTIAL)]
    editing.editor.tools.add.click()
    assert not new.answers.isVisible()


def test_a_new_element_is_given_up(editing: Editing) -> None:
    QTest.keyClick(editing.focus(DESK), Key.Key_Insert)
    new = editing.editor.sheet.new
    assert new.isVisible()
    type_in(new.edit, "やめるもの")
    press(new.edit, Key.Key_Escape)
    assert not editing.editor.sheet.isVisible()
    assert len(editing.project.design.elements) == 3
    assert not editing.told  # it was not there for a moment


def test_a_new_element_is_kept_while_its_name_is_typed(editing: Editing) -> None:
    editing.editor.tools.add.click()
    new = editing.editor.sheet.new
    type_in(new.edit, "まちの相")
    editing.qtbot.waitUntil(lambda: len(editing.project.design.elements) == 4)
    assert new.isVisible()
    assert new.edit.hasFocus()
    begun = editing.id("まちの相")
    type_in(new.edit, "まちの相談室")
    hand_over_texts(new)
    new.type.picked.emit(new.type.value)
    new.existing.click()
    assert editing.id("まちの相談室") == begun
    assert editing.project.existing == (begun,)
    press(new.edit, Key.Key_Escape)  # given up, with the way back
    assert len(editing.project.design.elements) == 3
    assert editing.told[-1].act_label == "もとにもどす"


def test_a_new_element_that_is_undone_leaves_its_form(editing: Editing) -> None:
    editing.editor.tools.add.click()
    new = editing.editor.sheet.new
    type_in(new.edit, "まちの相談室")
    hand_over_texts(new)
    editing.undo()
    assert new.edit.text() == ""
    type_in(new.edit, "まちの窓口その2")
    press(new.edit, Key.Key_Return)
    assert editing.id("まちの窓口その2")


def test_a_new_element_is_what_the_cases_answer_with(editing: Editing) -> None:
    new = editing.editor.sheet.new
    kinds = {}
    for provision in ("p3.forum", "p3.core", "p1.hub", "p1.funding"):
        editing.editor.add_element(provision)
        kinds[provision] = new.type.text()
    assert kinds == {
        "p3.forum": "会議・協議の場",
        "p3.core": "人・役割",
        "p1.hub": "場・拠点",
        "p1.funding": "財源",
    }


def test_another_new_element_is_of_the_sort_chosen_last(editing: Editing) -> None:
    new = editing.editor.sheet.new
    editing.editor.add_element()
    assert new.type.text() == "場・拠点"
    new.type.open_menu()
    editing.pick("組織")
    editing.editor.add_element("p3.forum")
    assert new.type.text() == "会議・協議の場"
    editing.editor.add_element()
    assert new.type.text() == "組織"
    editing.editor.add_element("p2.notice")  # no case tells how
    assert new.type.text() == "組織"
