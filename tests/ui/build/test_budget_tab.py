# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kyosei_desk.ui.build.money.budget_tab import LINES, SHARES, BudgetTab
from kyosei_desk.ui.build.money.line_model import FIELDS
from kyosei_desk.ui.build.money.lines_pane import NEW_ITEM
from kyosei_desk.ui.build.money.reading import LineField
from kyosei_desk.ui.build.money.sum_line import SumLine
from kyosei_desk.ui.build.settled import hand_over_texts
from tests.ui.build.lower import Stage, budget, type_in_cell, write
from tests.ui.build.workshop import Workshop, add, names


class Desk(Stage):
    """The budget of a project."""

    def __init__(self, workshop: Workshop):
        super().__init__(workshop)
        self.tab = BudgetTab(workshop.theme, workshop.session, workshop.library, self)
        self.tab.message_requested.connect(self.told.append)
        self.tab.address_requested.connect(self.asked.append)
        self.put_on(self.tab)

    def cell(self, line_id: str, field: LineField) -> str:
        model = self.tab.lines.model
        return str(model.data(model.index(model.row_of(line_id), FIELDS.index(field))))

    def enter(self, line_id: str, field: LineField, text: str) -> None:
        self.tab.lines.table.go_to(line_id, field)
        QTest.keyClick(self.tab.lines.table, Qt.Key.Key_Return)
        type_in_cell(text)

    @property
    def sums(self) -> list[tuple[str, ...]]:
        return [row.words for row in self.tab.shares.sums.rows]


@pytest.fixture
def desk(workshop: Workshop) -> Desk:
    workshop.begin("窓口")
    made = Desk(workshop)
    made.change(*budget())
    return made


def test_a_cell_is_written_by_keyboard_and_the_sums_follow(desk: Desk) -> None:
    assert desk.cell("b-1", LineField.YEN) == "8,400,000"
    desk.enter("b-1", LineField.UNIT_PRICE, "４０万円")
    assert desk.project.budget[0].unit_price == 400_000
    assert desk.cell("b-1", LineField.YEN) == "9,600,000"
    assert desk.sums[0] == ("令和9年度", "9,600", "4,800", "2,400", "2,400")
    desk.undo()
    assert desk.cell("b-1", LineField.UNIT_PRICE) == "350,000"


def test_tab_leads_from_cell_to_cell(desk: Desk) -> None:
    desk.tab.lines.table.go_to("b-1", LineField.QUANTITY, edit=True)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "3")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert desk.project.budget[0].quantity == 3
    type_in_cell("名")
    assert desk.project.budget[0].unit == "名"


def test_what_cannot_be_taken_stays_in_its_cell_and_is_told(desk: Desk) -> None:
    desk.enter("b-1", LineField.UNIT_PRICE, "三万えん")
    assert desk.project.budget[0].unit_price == 350_000
    assert desk.cell("b-1", LineField.UNIT_PRICE) == "三万えん"
    assert "「人件費」の単価（円）" in desk.tab.lines.said_wrong
    assert "35万円" in desk.tab.lines.said_wrong
    desk.enter("b-2", LineField.ITEM, "チラシ")
    assert desk.cell("b-1", LineField.UNIT_PRICE) == "三万えん"
    desk.enter("b-1", LineField.UNIT_PRICE, "30000")
    assert desk.project.budget[0].unit_price == 30_000
    assert desk.tab.lines.said_wrong == ""


def test_what_was_wrong_goes_with_its_line(desk: Desk) -> None:
    desk.enter("b-1", LineField.MONTHS, "40")
    assert desk.tab.lines.said_wrong
    desk.tab.lines.remove_line("b-1")
    assert desk.tab.lines.said_wrong == ""


def test_a_line_is_added_and_its_item_written_at_once(desk: Desk) -> None:
    desk.tab.lines.table.go_to("b-1", LineField.ITEM)
    QTest.keyClick(desk.tab.lines.table, Qt.Key.Key_Insert)
    line = desk.project.budget[-1]
    assert (line.item, line.fiscal_year, line.programme) == (NEW_ITEM, 2027, "p-1")
    type_in_cell("講師謝金")
    assert desk.project.budget[-1].item == "講師謝金"


def test_the_first_line_is_for_the_coming_year(workshop: Workshop) -> None:
    workshop.begin()
    desk = Desk(workshop)
    desk.tab.lines.add.click()
    assert [line.item for line in desk.project.budget] == [NEW_ITEM]
    assert desk.project.budget[0].programme is None


def test_a_line_is_removed_with_a_way_back(desk: Desk) -> None:
    desk.tab.lines.table.go_to("b-1", LineField.ITEM)
    QTest.keyClick(desk.tab.lines.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [line.id for line in desk.project.budget] == ["b-2"]
    assert desk.tab.lines.table.chosen == "b-2"
    assert "「人件費」" in desk.told[-1].text
    assert desk.told[-1].act_label == "もとにもどす"
    desk.workshop.settle()
    act = desk.told[-1].act
    assert act is not None
    act()
    desk.workshop.settle()
    assert [line.id for line in desk.project.budget] == ["b-1", "b-2"]


def test_the_way_back_takes_nothing_else_back(desk: Desk) -> None:
    desk.tab.lines.remove_line("b-1")
    desk.change(add("あとの変更"))
    desk.workshop.settle()
    act = desk.told[-1].act
    assert act is not None
    act()
    desk.workshop.settle()
    assert [line.id for line in desk.project.budget] == ["b-2"]
    assert names(desk.project) == ["窓口", "あとの変更"]
    desk.tab.programmes.remove("p-1")
    desk.change(add("もう一つ"))
    act = desk.told[-1].act
    assert act is not None
    act()
    desk.workshop.settle()
    assert desk.project.programmes == ()
    assert names(desk.project)[-1] == "もう一つ"


def test_a_line_added_while_one_comes_back_has_an_id_of_its_own(desk: Desk) -> None:
    desk.tab.lines.remove_line("b-2")
    desk.workshop.settle()
    desk.session.undo()  # is under way
    desk.tab.lines.add.click()
    desk.workshop.settle()
    assert [line.id for line in desk.project.budget] == ["b-1", "b-2", "b-3"]
    assert [line.item for line in desk.project.budget][1:] == ["印刷", NEW_ITEM]
    desk.tab.lines.remove_line("b-3")
    desk.workshop.settle()
    desk.session.undo()
    desk.tab.lines.add_again("b-1")
    desk.workshop.settle()
    assert [line.item for line in desk.project.budget][2:] == [NEW_ITEM, "人件費"]


def test_lines_change_places_by_keyboard(desk: Desk) -> None:
    desk.tab.lines.table.go_to("b-1", LineField.ITEM)
    QTest.keyClick(desk.tab.lines.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert [line.id for line in desk.project.budget] == ["b-2", "b-1"]
    assert desk.tab.lines.table.chosen == "b-1"


def test_a_programme_is_picked_in_its_cell(desk: Desk) -> None:
    table = desk.tab.lines.table
    table.go_to("b-2", LineField.PROGRAMME)
    QTest.keyClick(table, Qt.Key.Key_Return)
    menu = table.pick_menu
    assert menu is not None
    labels = [action.text() for action in menu.actions() if action.text()]
    assert labels == ["使わない（まちの負担）", "ある補助", "補助を加える…"]
    menu.actions()[1].trigger()
    menu.close()
    assert desk.project.budget[1].programme == "p-1"
    assert desk.cell("b-2", LineField.PROGRAMME) == "ある補助"


def test_an_element_is_picked_in_its_cell(desk: Desk) -> None:
    table = desk.tab.lines.table
    table.go_to("b-2", LineField.ELEMENT)
    QTest.keyClick(table, Qt.Key.Key_Space)
    menu = table.pick_menu
    assert menu is not None
    menu.actions()[1].trigger()
    menu.close()
    assert desk.project.budget[1].element == desk.project.design.elements[0].id
    assert desk.cell("b-2", LineField.ELEMENT) == "窓口"


def test_what_is_being_typed_is_handed_over(desk: Desk) -> None:
    desk.tab.lines.table.go_to("b-2", LineField.ITEM, edit=True)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "poster")
    assert desk.project.budget[1].item == "印刷"
    hand_over_texts(desk)
    assert desk.project.budget[1].item == "poster"


def test_the_shares_of_every_year_and_of_all(desk: Desk) -> None:
    assert desk.sums == [
        ("令和9年度", "8,400", "4,200", "2,100", "2,100"),
        ("　ある補助", "8,400", "4,200", "2,100", "2,100"),
        ("令和10年度", "2", "0", "0", "2"),
        ("　補助なし", "2", "0", "0", "2"),
        ("合計", "8,402", "4,200", "2,100", "2,102"),
    ]
    assert "根拠: 要綱第3条" in desk.tab.assumptions
    assert "千円未満" in desk.tab.assumptions


def test_the_sum_line_says_who_pays_and_where_the_rates_come_from(desk: Desk) -> None:
    line = SumLine(desk.workshop.theme, desk.session, desk)
    for part in ("総事業費 8,402千円", "国 4,200千円", "都道府県 2,100千円", "まち 2,102千円"):
        assert part in line.words
    assert "要綱第3条" in line.words
    assert line.details.text() == "内訳 ›"


def test_without_lines_the_sum_line_invites(workshop: Workshop) -> None:
    workshop.begin()
    stage = Stage(workshop)
    line = SumLine(workshop.theme, workshop.session, stage)
    assert line.words == "まだ入っていません"
    assert line.details.text() == "予算を入れる ›"


def test_a_rate_is_not_taken_without_its_basis(desk: Desk) -> None:
    pane = desk.tab.programmes
    pane.add.click()
    form = pane.form
    write(form, "name", "新しい補助")
    write(form, "national", "2分の1")
    assert len(desk.project.programmes) == 1
    assert "根拠を書いてください" in form.hint
    form.leave()
    assert form.isVisible()
    assert "根拠を書いてください" in form.wrong["basis"]
    write(form, "basis", "令和9年度の要綱")
    added = desk.project.programmes[-1]
    assert (added.name, added.national, added.prefectural) == ("新しい補助", "1/2", None)
    assert added.basis == "令和9年度の要綱"
    form.leave()
    assert not form.isVisible()


def test_a_wrong_rate_is_told_at_its_field_and_stays(desk: Desk) -> None:
    pane = desk.tab.programmes
    pane.edit_programme("p-1")
    write(pane.form, "national", "はんぶん")
    assert "1までの分数" in pane.form.wrong["national"]
    assert desk.project.programmes[0].national == "1/2"
    assert pane.form.text("national") == "はんぶん"
    write(pane.form, "national", "3/4")
    assert desk.project.programmes[0].national == "3/4"
    write(pane.form, "prefectural", "1/2")
    assert "1をこえます" in next(iter(pane.form.wrong.values()))
    assert desk.project.programmes[0].prefectural == "1/4"


def test_the_rates_of_2018_are_for_a_person_who_picks_them(desk: Desk) -> None:
    pane = desk.tab.programmes
    assert len(desk.project.programmes) == 1
    pane.known_menu.actions()[0].trigger()
    added = desk.project.programmes[-1]
    assert added.national == "3/4"
    assert "平成30年度" in added.basis
    assert not pane.known_menu.actions()[0].isEnabled()
    read = next(button for button in pane.buttons if button.text() == "出典を読む")
    read.click()
    assert desk.asked == [added.address]


def test_other_rates_do_not_cite_the_passage_any_more(desk: Desk) -> None:
    pane = desk.tab.programmes
    pane.known_menu.actions()[0].trigger()
    known = desk.project.programmes[-1]
    pane.edit_programme(known.id)
    write(pane.form, "basis", "平成30年度の案")
    assert desk.project.programmes[-1].address == known.address
    write(pane.form, "national", "1/2")
    assert (desk.project.programmes[-1].national, desk.project.programmes[-1].address) == (
        "1/2",
        None,
    )


def test_a_programme_is_removed_with_a_way_back(desk: Desk) -> None:
    desk.tab.programmes.remove("p-1")
    assert desk.project.programmes == ()
    assert desk.cell("b-1", LineField.PROGRAMME) == ""
    desk.undo()
    assert desk.cell("b-1", LineField.PROGRAMME) == "ある補助"


def test_where_it_is_narrow_one_part_is_shown(desk: Desk) -> None:
    assert desk.tab.lines.isVisible()
    assert desk.tab.shares.isVisible()
    desk.resize(640, 300)
    desk.workshop.qtbot.waitUntil(lambda: not desk.tab.is_wide)
    assert desk.tab.lines.isVisible()
    assert not desk.tab.shares.isVisible()
    desk.tab.parts.buttons[SHARES].click()
    assert not desk.tab.lines.isVisible()
    assert desk.tab.shares.isVisible()
    desk.tab.parts.buttons[LINES].click()
    assert desk.tab.lines.isVisible()


def test_another_project_shows_its_own_budget(desk: Desk) -> None:
    desk.enter("b-1", LineField.MONTHS, "40")
    desk.workshop.settle()
    desk.session.close()
    desk.workshop.begin()
    assert desk.tab.lines.model.lines == ()
    assert desk.tab.lines.said_wrong == ""
