# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Taking elements of cases over: found, ordered, scaled with the formula shown, undone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.comparing.nearness import ConditionKind
from kyosei_desk.domain.projects.changes.elements import set_count
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.domain.projects.model import OwnTown, ScalingRule, ZoneCount
from kyosei_desk.domain.projects.scaling import suggested_rule
from kyosei_desk.domain.vocabulary import Zone
from kyosei_desk.ui.build.palette.dragging import WAY_MIME, way_data
from kyosei_desk.ui.build.palette.palette_panel import PalettePanel
from kyosei_desk.ui.build.palette.taking import rules_for, taking
from kyosei_desk.ui.build.palette.way_card import WayCard
from kyosei_desk.ui.messages import Message
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.build.palette.typed import type_in
from tests.ui.build.workshop import TOWN, Workshop, add, names

Key = Qt.Key
SALON = "cases/nabari#machi-no-hokenshitsu"
DIRECTOR = "cases/nabari#area-director"


@pytest.fixture
def panel(qtbot: QtBot, workshop: Workshop) -> PalettePanel:
    workshop.begin()
    made = PalettePanel(workshop.theme, workshop.session, workshop.library)
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    made.activateWindow()
    return made


def card(panel: PalettePanel, address: str) -> WayCard:
    return next(one for one in panel.cards if one.address == address)


def counted(workshop: Workshop) -> list[tuple[str, int | None]]:
    project = workshop.session.project
    assert project is not None
    return [(element.name, element.count) for element in project.design.elements]


def test_all_elements_are_offered_the_nearest_place_first(panel: PalettePanel) -> None:
    assert panel.found == "8つの事例に 174 件"
    assert panel.ways[0].column.id == "cases/nabari"
    assert len(panel.cards) == 12


def test_a_provision_narrows_and_can_be_dropped(panel: PalettePanel, workshop: Workshop) -> None:
    panel.show_provision("p2.place")
    panel.show_provision("p3.core")
    workshop.qtbot.waitUntil(lambda: panel.found == "6つの事例に 6 件")
    assert all(way.coverage("p3.core") for way in panel.ways)
    panel.filters.clear()
    assert panel.found == "8つの事例に 174 件"


def test_what_is_not_seen_is_made_when_it_is(panel: PalettePanel) -> None:
    panel.hide()
    panel.show_provision("p3.core")
    assert panel.found == "8つの事例に 174 件"
    panel.show()
    panel.take_keyboard()
    assert panel.found == "6つの事例に 6 件"
    assert panel.focusWidget() is panel.cards[0]


def test_words_function_zone_and_operator_narrow(panel: PalettePanel, qtbot: QtBot) -> None:
    filters = panel.filters
    type_in(filters.edit, "保健室")
    qtbot.waitUntil(lambda: len(panel.ways) < 20)
    assert SALON in [way.address for way in panel.ways]
    filters.clear()
    filters.zone.set_value(Zone.ELEMENTARY.value)
    filters.zone.chosen.emit(filters.zone.value)
    assert {way.element.zone for way in panel.ways} == {Zone.ELEMENTARY}
    filters.edit.setText("ないことば")
    qtbot.waitUntil(lambda: panel.found == "条件に合うものがありません。")
    assert not panel.cards


def test_a_function_takes_the_place_of_the_provision(panel: PalettePanel) -> None:
    panel.show_provision("p3.core")
    function = panel.filters.function
    function.set_value("f1")
    function.chosen.emit("f1")
    assert panel.filters.provision == ""
    assert len(panel.ways) > 6


def test_another_order(panel: PalettePanel) -> None:
    order = panel.filters.order
    order.set_value(ConditionKind.DENSITY.value)
    order.chosen.emit(order.value)
    gaps = [way.nearness.condition(ConditionKind.DENSITY).gap for way in panel.ways]
    known = [gap for gap in gaps if gap is not None]
    assert known == sorted(known)


def test_enter_takes_over_as_the_card_says(panel: PalettePanel, workshop: Workshop) -> None:
    told: list[Message] = []
    chosen: list[str] = []
    panel.message_requested.connect(told.append)
    panel.element_chosen.connect(chosen.append)
    one = card(panel, SALON)
    assert "15か所 → 13か所（小学校区の数に比例）" in one.accessibleName()
    one.setFocus()
    QTest.keyClick(one, Key.Key_Return)
    assert counted(workshop) == [("まちの保健室", 13)]
    assert chosen == ["machi-no-hokenshitsu"]
    assert "「まちの保健室」（名張市）を取り入れました。" in told[0].text
    assert "自分の案では13か所" in one.accessibleName()
    QTest.keyClick(one, Key.Key_Return)  # once more shows it, and takes nothing
    assert len(counted(workshop)) == 1
    assert chosen == ["machi-no-hokenshitsu"] * 2
    workshop.settle()
    assert told[0].act is not None
    told[0].act()
    workshop.qtbot.waitUntil(lambda: not names(workshop.session.project))
    assert "取り入れてあります" not in one.accessibleName()


def test_the_way_back_takes_nothing_else_back(panel: PalettePanel, workshop: Workshop) -> None:
    told: list[Message] = []
    panel.message_requested.connect(told.append)
    one = card(panel, SALON)
    one.setFocus()
    QTest.keyClick(one, Key.Key_Return)
    assert workshop.session.apply(add("あとの変更"))
    assert told[0].act is not None
    told[0].act()
    workshop.settle()
    assert names(workshop.session.project) == ["まちの保健室", "あとの変更"]


def test_the_rule_is_chosen_and_the_number_edited(panel: PalettePanel, workshop: Workshop) -> None:
    one = card(panel, SALON)
    one.setFocus()
    QTest.keyClick(one, Key.Key_Space)
    assert one.is_opened
    box = one.box
    assert box is not None
    assert box.rule is ScalingRule.ZONE
    assert box.formula_text == "15か所 × 12小学校区 ÷ 14小学校区 = 12.9 → 13か所"
    box.findChildren(QRadioButton)[0].click()  # they stand in the order of the rules
    assert box.formula_text == "15か所 × 62,000人 ÷ 79,357人 = 11.7 → 12か所"
    assert box.edit.text() == "12"
    type_in(box.edit, "１０")
    assert box.formula_text.endswith("→ 12か所（10か所に直しました）")
    QTest.keyClick(box.edit, Key.Key_Return)
    assert counted(workshop) == [("まちの保健室", 10)]
    project = workshop.session.project
    assert project is not None
    scaling = project.origins[0].scaling
    assert scaling is not None
    assert (scaling.rule, scaling.edited) == (ScalingRule.POPULATION, True)


def test_a_wrong_number_is_not_taken(panel: PalettePanel, workshop: Workshop) -> None:
    one = card(panel, SALON)
    one.open(True)
    box = one.box
    assert box is not None
    type_in(box.edit, "たくさん")
    assert not box.is_right
    QTest.keyClick(box.edit, Key.Key_Return)
    assert counted(workshop) == []


def test_a_number_being_entered_stays_when_another_is_taken(panel: PalettePanel) -> None:
    one = card(panel, SALON)
    one.open(True)
    box = one.box
    assert box is not None
    type_in(box.edit, "7")
    card(panel, DIRECTOR).take_requested.emit(DIRECTOR)
    assert box.edit.text() == "7"


def test_arrows_go_from_card_to_card_and_make_more(panel: PalettePanel) -> None:
    panel.take_keyboard()
    first = panel.cards[0]
    assert first.hasFocus()
    QTest.keyClick(first, Key.Key_Down)
    assert panel.cards[1].hasFocus()
    QTest.keyClick(panel.cards[1], Key.Key_End)
    assert panel.cards[23].hasFocus()
    QTest.keyClick(panel.cards[23], Key.Key_Down)
    assert panel.cards[24].hasFocus()
    reached = [one for one in panel.cards if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(reached) == 1


def test_only_one_card_is_open(panel: PalettePanel) -> None:
    panel.cards[0].open(True)
    panel.cards[1].open(True)
    assert [one.is_opened for one in panel.cards[:2]] == [False, True]


def test_escape_folds_the_card(panel: PalettePanel) -> None:
    one = card(panel, SALON)
    one.open(True)
    box = one.box
    assert box is not None
    box.edit.setFocus()
    QTest.keyClick(box.edit, Key.Key_Escape)
    assert not one.is_opened
    assert one.hasFocus()


def test_the_case_can_be_read(panel: PalettePanel) -> None:
    asked: list[str] = []
    panel.address_requested.connect(asked.append)
    one = card(panel, SALON)
    one.open(True)
    one.read_requested.emit(one.address)
    assert asked == [SALON]


def test_what_is_dragged_is_the_address() -> None:
    data = way_data(SALON)
    assert data.hasFormat(WAY_MIME)
    assert data.data(WAY_MIME).toStdString() == SALON


def test_a_click_without_moving_drags_nothing(panel: PalettePanel) -> None:
    one = panel.cards[0]
    QTest.mouseClick(one, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert one.hasFocus()


# What is suggested


@pytest.mark.parametrize(
    ("town", "element", "rule"),
    [
        (TOWN, "machi-no-hokenshitsu", ScalingRule.ZONE),
        (TOWN, "area-director", ScalingRule.POPULATION),
        (OwnTown(name="町", population=9_000), "machi-no-hokenshitsu", ScalingRule.POPULATION),
        (OwnTown(name="町"), "machi-no-hokenshitsu", ScalingRule.FIXED),
    ],
)
def test_the_rule_to_begin_with(
    workshop: Workshop, town: OwnTown, element: str, rule: ScalingRule
) -> None:
    column = workshop.library.case("cases/nabari")
    assert column is not None
    theirs = next(one for one in column.design.elements if one.id == element)
    assert suggested_rule(theirs, rules_for(column, theirs, town)) is rule


def test_what_has_no_number_has_no_rule(workshop: Workshop) -> None:
    for column in workshop.library.cases:
        for element in column.design.elements:
            rule = suggested_rule(element, rules_for(column, element, TOWN))
            assert (rule is None) == (element.count is None), element.id


def test_taken_into_another_zone_is_one_change(workshop: Workshop) -> None:
    workshop.begin()
    column = workshop.library.case("cases/nabari")
    assert column is not None
    take = taking(column, "machi-no-hokenshitsu", ScalingRule.FIXED, zone=Zone.JUNIOR_HIGH)
    assert workshop.session.apply(take)
    project = workshop.session.project
    assert project is not None
    assert project.design.elements[0].zone is Zone.JUNIOR_HIGH
    workshop.settle()
    workshop.session.undo()
    workshop.qtbot.waitUntil(lambda: not names(workshop.session.project))


@pytest.mark.parametrize(
    ("zone", "zones", "rule", "count"),
    [
        (Zone.DISTRICT, 3, ScalingRule.ZONE, 3),
        (Zone.DISTRICT, 0, ScalingRule.POPULATION, None),
        (Zone.MUNICIPALITY, 3, ScalingRule.POPULATION, None),
    ],
)
def test_another_zone_is_counted_by_its_own_zones(
    workshop: Workshop, zone: Zone, zones: int, rule: ScalingRule, count: int | None
) -> None:
    column = workshop.library.case("cases/nabari")
    assert column is not None
    theirs = next(one for one in column.design.elements if one.id == "machi-no-hokenshitsu")
    told = (ZoneCount(zone=Zone.DISTRICT, count=zones),) if zones else ()
    town = TOWN.model_copy(update={"zones": told})
    choices = rules_for(column, theirs, town, zone)
    assert suggested_rule(theirs, choices, zone) is rule
    project = new_project("案", town).project
    own = taking(column, theirs.id, rule, zone=zone)(project).project.design.elements[0]
    chosen = next(one.result for one in choices if one.rule is rule)
    assert chosen is not None
    assert (own.zone, own.count) == (zone, chosen.count)
    assert count in {None, own.count}


def test_what_was_looked_for_gives_way_to_a_row_of_the_board(
    panel: PalettePanel, qtbot: QtBot
) -> None:
    filters = panel.filters
    type_in(filters.edit, "エリア")
    filters.zone.set_value(Zone.ELEMENTARY.value)
    filters.zone.chosen.emit(filters.zone.value)
    panel.show_provision("p3.core")
    panel.take_keyboard()
    assert panel.found == "6つの事例に 6 件"
    assert panel.note == (
        "この項目の例をすべて出すために、ことば「エリア」、圏域「小学校区」の条件を外しました。"
    )
    panel.show_provision("p3.forum")
    qtbot.waitUntil(lambda: panel.found != "6つの事例に 6 件")
    type_in(filters.edit, "会議")
    qtbot.waitUntil(lambda: panel.note == "")


def test_a_card_follows_what_becomes_of_the_element_made_of_it(
    panel: PalettePanel, workshop: Workshop
) -> None:
    one = card(panel, SALON)
    one.setFocus()
    QTest.keyClick(one, Key.Key_Return)
    own_id = one.way.taken_as[0]
    workshop.session.apply(lambda now: set_count(now, own_id, 5))
    assert "自分の案では5か所" in one.accessibleName()
    workshop.settle()
    workshop.session.undo()
    workshop.settle()
    assert "自分の案では13か所" in one.accessibleName()


def test_the_palette_follows_another_window(panel: PalettePanel, workshop: Workshop) -> None:
    case = workshop.library.case("cases/nabari")
    assert case is not None
    other = ProjectStore(workshop.path)
    opened = other.open("own")
    element_id = SALON.partition("#")[2]
    changed = taking(case, element_id, ScalingRule.FIXED)(opened.project)
    other.commit("own", opened.position, changed)
    card(panel, SALON).setFocus()
    assert "取り入れてあります" not in card(panel, SALON).accessibleName()
    workshop.session.apply(add("窓口"))  # and finds that it has moved on
    workshop.qtbot.waitUntil(lambda: "取り入れてあります" in card(panel, SALON).accessibleName())
    assert "自分の案では15か所" in card(panel, SALON).accessibleName()
    assert card(panel, SALON).hasFocus()


def test_the_keyboard_stays_in_the_list_when_its_order_changes(
    panel: PalettePanel, workshop: Workshop
) -> None:
    address = panel.cards[3].address
    panel.cards[3].setFocus()
    town = TOWN.model_copy(update={"population": 900_000})
    workshop.session.apply(lambda now: set_town(now, town))
    assert [one.address for one in panel.cards][3] != address
    assert card(panel, address).hasFocus()


def test_the_button_that_was_pressed_hands_the_keyboard_on(
    panel: PalettePanel, workshop: Workshop
) -> None:
    one = card(panel, SALON)
    one.open(True)
    take = next(b for b in one.findChildren(QPushButton) if b.text() == "取り入れる")
    one.setFocus()
    take.setFocus()
    QTest.keyClick(take, Key.Key_Space)
    shown = panel.focusWidget()
    assert isinstance(shown, QPushButton)
    assert (shown.text(), one.isAncestorOf(shown)) == ("図で見る", True)
    assert one.box is not None
    assert not one.box.isVisible()  # its number is the element's own from now on
    workshop.settle()
    workshop.session.undo()
    workshop.settle()
    assert one.box.isVisible()
    assert take.hasFocus()
