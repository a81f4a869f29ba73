# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Editing the diagram by mouse and by keyboard: names, zones, links, removal."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.changes.money import put_line
from kyosei_desk.domain.projects.changes.schedule import put_step
from kyosei_desk.domain.projects.model import Step
from kyosei_desk.domain.projects.money import BudgetLine
from kyosei_desk.domain.vocabulary import LinkType, Zone
from kyosei_desk.ui.build.palette.dragging import way_data
from tests.ui.build.design.editing import DESK, OFFICE, SALON, Editing, press
from tests.ui.build.palette.typed import type_in
from tests.ui.build.workshop import add

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def links(editing: Editing) -> list[tuple[str, str, LinkType]]:
    names = {one.id: one.name for one in editing.project.design.elements}
    return [(names[one.from_], names[one.to], one.type) for one in editing.project.design.links]


# Names


def test_a_double_click_edits_the_name_where_it_stands(editing: Editing) -> None:
    spot = editing.spot(DESK)
    QTest.mouseDClick(spot, LEFT)
    names = editing.editor.acts.names
    assert names.isVisible()
    assert (names.text(), names.hasFocus()) == (DESK, True)
    type_in(names, "なんでも相談室")
    press(names, Key.Key_Return)
    assert names.isHidden()
    assert editing.element("なんでも相談室").zone is Zone.ELEMENTARY
    editing.drawn()
    assert editing.spot("なんでも相談室").hasFocus()
    editing.undo()
    assert editing.id(DESK)


def test_escape_keeps_the_name(editing: Editing) -> None:
    press(editing.focus(DESK), Key.Key_F2)
    names = editing.editor.acts.names
    type_in(names, "ほかの名前")
    press(names, Key.Key_Escape)
    assert names.isHidden()
    assert editing.id(DESK)
    assert editing.spot(DESK).hasFocus()


def test_an_empty_name_changes_nothing(editing: Editing) -> None:
    press(editing.focus(DESK), Key.Key_F2)
    names = editing.editor.acts.names
    type_in(names, "　")
    press(names, Key.Key_Return)
    assert editing.id(DESK)


def test_leaving_the_field_keeps_what_was_typed(editing: Editing) -> None:
    press(editing.focus(DESK), Key.Key_F2)
    type_in(editing.editor.acts.names, "別の名前")
    editing.editor.tools.add.setFocus(Qt.FocusReason.TabFocusReason)
    assert editing.id("別の名前")


def test_the_field_is_wide_enough_for_a_name(editing: Editing) -> None:
    press(editing.focus(DESK), Key.Key_F2)
    names, sheet = editing.editor.acts.names, editing.editor.view.sheet
    assert names.width() >= 260
    assert names.height() >= names.sizeHint().height()
    assert names.geometry().right() <= sheet.width()


def test_a_new_drawing_waits_until_the_name_is_typed(editing: Editing) -> None:
    press(editing.focus(DESK), Key.Key_F2)
    names, before = editing.editor.acts.names, editing.editor.view.drawn
    editing.editor.commands.move(editing.id(SALON), Zone.PREFECTURE)
    editing.qtbot.waitUntil(lambda: not editing.editor.drafting.busy)
    assert names.isVisible()
    assert editing.editor.view.drawn is before
    type_in(names, "別の名前")
    press(names, Key.Key_Return)
    editing.drawn()
    assert editing.spot("別の名前").hasFocus()


# Zones


def test_a_card_is_pulled_to_another_band(editing: Editing) -> None:
    target = editing.middle(OFFICE)
    editing.pull(DESK, editing.spot(DESK).rect().center(), target)
    assert editing.element(DESK).zone is Zone.MUNICIPALITY
    editing.undo()
    assert editing.element(DESK).zone is Zone.ELEMENTARY


def test_where_it_would_go_is_shown_while_pulling(editing: Editing) -> None:
    view, spot = editing.editor.view, editing.spot(DESK)
    QTest.mousePress(spot, LEFT, pos=spot.rect().center())
    end = spot.mapFrom(view.sheet, editing.middle(OFFICE))
    QTest.mouseMove(spot, end)
    band = view._overlay.band
    assert band is not None
    assert band.dropped_zone is Zone.MUNICIPALITY
    press(spot, Key.Key_Escape)
    assert view._overlay.band is None
    QTest.mouseRelease(spot, LEFT, pos=end)
    assert editing.element(DESK).zone is Zone.ELEMENTARY


def test_pulled_within_its_band_it_stays(editing: Editing) -> None:
    before = editing.project
    editing.pull(DESK, editing.spot(DESK).rect().center(), editing.middle(DESK) + QPoint(60, 0))
    assert editing.project is before


def test_m_moves_by_a_menu(editing: Editing) -> None:
    press(editing.focus(DESK), Key.Key_M)
    editing.pick("中学校区")
    assert editing.element(DESK).zone is Zone.JUNIOR_HIGH


# Links


def test_a_line_is_pulled_from_the_edge(editing: Editing) -> None:
    editing.pull(SALON, QPoint(3, 3), editing.middle(DESK))
    editing.pick("連携・協働")
    assert links(editing)[1:] == [(SALON, DESK, LinkType.COOPERATE)]
    editing.drawn()
    editing.undo()
    assert len(links(editing)) == 1


def test_l_and_a_partner_by_the_arrows(editing: Editing) -> None:
    spot = editing.focus(SALON)
    press(spot, Key.Key_L)
    assert SALON in editing.editor.bar.hint
    press(spot, Key.Key_Return)  # not with itself
    assert editing.editor.view.linking_from
    press(spot, Key.Key_Down)
    press(editing.spot(DESK), Key.Key_Return)
    editing.pick("バックアップ")
    assert links(editing)[1:] == [(SALON, DESK, LinkType.BACKUP)]
    assert not editing.editor.view.linking_from


def test_l_and_a_click(editing: Editing) -> None:
    press(editing.focus(OFFICE), Key.Key_L)
    QTest.mouseClick(editing.spot(SALON), LEFT)
    editing.pick("交付・補助")
    assert links(editing)[1:] == [(OFFICE, SALON, LinkType.FUND)]


def test_looking_for_a_partner_is_given_up(editing: Editing) -> None:
    spot = editing.focus(SALON)
    press(spot, Key.Key_L)
    press(spot, Key.Key_Escape)
    assert not editing.editor.view.linking_from
    assert SALON not in editing.editor.bar.hint
    press(spot, Key.Key_Return)  # Enter is the form's again
    assert editing.editor.sheet.isVisible()


def test_a_drawing_that_comes_while_pulling_or_linking_disturbs_nothing(editing: Editing) -> None:
    view, spot = editing.editor.view, editing.spot(DESK)
    QTest.mousePress(spot, LEFT, pos=spot.rect().center())
    QTest.mouseMove(spot, spot.rect().center() + QPoint(0, 60))
    assert view._overlay.pull is not None
    editing.editor.commands.rename(editing.id(OFFICE), "総務課")
    editing.drawn()
    assert view._overlay.pull is None
    press(editing.focus(SALON), Key.Key_L)
    press(editing.spot(SALON), Key.Key_Down)
    editing.editor.commands.rename(editing.id("総務課"), OFFICE)
    editing.drawn()
    press(editing.spot(DESK), Key.Key_Return)
    editing.pick("バックアップ")
    assert links(editing)[1:] == [(SALON, DESK, LinkType.BACKUP)]
    press(editing.focus(SALON), Key.Key_L)
    editing.editor.commands.remove(editing.id(SALON))
    editing.drawn()
    assert not view.linking_from


def test_the_same_link_twice_is_refused_in_words(editing: Editing) -> None:
    press(editing.focus(DESK), Key.Key_L)
    QTest.mouseClick(editing.spot(OFFICE), LEFT)
    editing.pick("つなぎ")
    assert len(links(editing)) == 1
    assert len(editing.workshop.heard.failures) == 1


def test_a_line_has_a_menu(editing: Editing) -> None:
    drawn = editing.editor.view.drawn
    assert drawn is not None
    label = drawn.diagram.connectors[0].label
    assert label is not None
    view = editing.editor.view
    at = QPointF(*label.rect.middle) * view.zoom
    QTest.mouseDClick(view.sheet, LEFT, pos=at.toPoint())
    editing.pick("委託・委嘱")
    assert links(editing) == [(DESK, OFFICE, LinkType.ENTRUST)]
    editing.drawn()
    view.line_wanted.emit(0, QPoint(10, 10))
    editing.pick("つながりをはずす")
    assert links(editing) == []
    assert editing.told[-1].act_label == "もとにもどす"


# Removing and adding


def test_delete_says_what_went_and_offers_it_back(editing: Editing) -> None:
    press(editing.focus(DESK), Key.Key_Delete)
    assert [one.name for one in editing.project.design.elements] == [SALON, OFFICE]
    assert editing.told[-1].text == f"「{DESK}」をはずしました。つながり1本も外れました。"
    act = editing.told[-1].act
    assert act is not None
    editing.workshop.settle()
    act()
    editing.qtbot.waitUntil(lambda: len(editing.project.design.elements) == 3)
    assert len(links(editing)) == 1


def test_the_way_back_takes_nothing_else_back(editing: Editing) -> None:
    press(editing.focus(DESK), Key.Key_Delete)
    act = editing.told[-1].act
    assert act is not None
    assert editing.session.apply(add("あとの変更"))
    act()
    editing.workshop.settle()
    left = [one.name for one in editing.project.design.elements]
    assert left == [SALON, OFFICE, "あとの変更"]


def test_after_delete_the_keyboard_is_on_the_next_card(editing: Editing) -> None:
    press(editing.focus(DESK), Key.Key_Delete)
    editing.drawn()
    assert editing.editor.chosen == editing.id(OFFICE)
    assert editing.spot(OFFICE).hasFocus()
    press(editing.spot(OFFICE), Key.Key_Delete)
    editing.drawn()
    assert editing.spot(SALON).hasFocus()
    press(editing.spot(SALON), Key.Key_Delete)
    editing.drawn()
    assert editing.editor.view.sheet.spots == ()


def test_a_second_press_of_the_bar_removes_nothing_more(editing: Editing) -> None:
    bar = editing.editor.bar
    removal = next(one for one in bar.findChildren(QPushButton) if one.text() == "はずす")
    editing.focus(DESK)
    removal.setFocus()
    QTest.mouseClick(removal, LEFT)
    QTest.mouseClick(removal, LEFT)
    editing.drawn()
    assert [one.name for one in editing.project.design.elements] == [SALON, OFFICE]
    assert editing.editor.chosen == editing.id(OFFICE)
    assert editing.spot(OFFICE).hasFocus()
    QTest.mouseClick(editing.spot(OFFICE), LEFT)  # chosen anew
    QTest.mouseClick(removal, LEFT)
    assert [one.name for one in editing.project.design.elements] == [SALON]


def test_the_keyboard_goes_back_to_what_came_back(editing: Editing) -> None:
    press(editing.focus(DESK), Key.Key_Delete)
    editing.workshop.settle()
    editing.drawn()
    editing.session.undo()
    editing.workshop.settle()
    editing.drawn()
    assert editing.editor.chosen == editing.id(DESK)
    assert editing.spot(DESK).hasFocus()


def test_removing_tells_of_budget_and_schedule(editing: Editing) -> None:
    desk = editing.id(DESK)
    line = BudgetLine(
        id="b-1", fiscal_year=2026, item="備品", quantity=1, unit="式", unit_price=1, element=desk
    )
    month = PartialDate(2026, 4)
    step = Step(id="s-1", start=month, end=month, name="開く", elements=(desk,))
    assert editing.session.apply(lambda now: put_line(now, line))
    assert editing.session.apply(lambda now: put_step(now, step))
    press(editing.focus(DESK), Key.Key_Delete)
    assert editing.told[-1].text == (
        f"「{DESK}」をはずしました。つながり1本、予算1行・日程1行との結びつきも外れました。"
    )
    told = [one.sentence for one in editing.editor.remarks._told]
    assert "要素の決まっていない予算の行: 「備品」。どの要素のための費用ですか。" in told


def test_the_menu_of_a_card(editing: Editing) -> None:
    editing.editor.acts.open_menu(editing.id(DESK), QPoint(10, 10))
    editing.pick("はずす")
    assert [one.name for one in editing.project.design.elements] == [SALON, OFFICE]


def test_an_element_of_a_case_is_dropped_in_a_band(editing: Editing) -> None:
    view = editing.editor.view
    at = QPointF(view.sheet.mapTo(view.viewport(), editing.middle(OFFICE)))
    data: QMimeData = way_data("cases/nabari#machi-no-hokenshitsu")
    copy, no = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(at.toPoint(), copy, data, LEFT, no)
    view.dragEnterEvent(entered)
    assert entered.isAccepted()
    view.dropEvent(QDropEvent(at, copy, data, LEFT, no))
    taken = editing.element("まちの保健室")
    assert (taken.zone, taken.count) == (Zone.MUNICIPALITY, 12)  # by population
    editing.drawn()
    assert editing.editor.chosen == taken.id


def test_other_things_are_not_dropped(editing: Editing) -> None:
    view, data = editing.editor.view, QMimeData()
    data.setText("ことば")
    copy, no = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(10, 10), copy, data, LEFT, no)
    view.dragEnterEvent(entered)
    assert not entered.isAccepted()
