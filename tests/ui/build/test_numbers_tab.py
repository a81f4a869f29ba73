# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.changes.elements import set_count
from kyosei_desk.domain.projects.changes.taking_over import take_over
from kyosei_desk.domain.projects.changes.town import set_town
from kyosei_desk.domain.projects.model import OwnTown, ScalingRule
from kyosei_desk.ui.build.numbers.count_table import COLUMNS, COUNT
from kyosei_desk.ui.build.numbers.numbers_tab import COUNTS, TOWN, NumbersTab
from tests.ui.build.lower import Stage, type_in_cell
from tests.ui.build.workshop import Workshop

_OWN = OwnTown(
    name="うちの町", population=60_000, elementary_schools=12, as_of=PartialDate(2026, 4, 1)
)


class Desk(Stage):
    """The numbers of a project."""

    def __init__(self, workshop: Workshop):
        super().__init__(workshop)
        self.tab = NumbersTab(workshop.theme, workshop.session, workshop.library, self)
        self.tab.element_chosen.connect(self.asked.append)
        self.tab.town_requested.connect(self.on_town)
        self.put_on(self.tab)

    def on_town(self) -> None:
        self.asked.append("town")

    def row(self, number: int) -> dict[str, str]:
        words = self.tab.counts.counts.rows[number].words
        return dict(zip(COLUMNS, words, strict=True))

    def go_to(self, row: int, column: int) -> None:
        table = self.tab.counts
        table.setFocus()
        table.setCurrentIndex(table.counts.index(row, column))


@pytest.fixture
def desk(workshop: Workshop) -> Desk:
    workshop.begin("集いの場", town=_OWN)
    made = Desk(workshop)
    case = workshop.library.case("cases/nabari")
    assert case is not None
    made.change(
        lambda project: take_over(
            project, case, "machi-no-hokenshitsu", ScalingRule.POPULATION, PartialDate(2026, 11, 23)
        )
    )
    return made


def test_a_number_stands_with_its_formula_and_what_it_comes_to(desk: Desk) -> None:
    row = desk.row(1)
    assert row["数"] == "11か所"
    assert row["数の決め方"] == "15か所 × 60,000人 ÷ 79,357人 = 11.3 → 11か所（名張市）"
    assert row["1万人あたり"] == "1.83か所"
    assert row["1校あたり"] == "0.92か所"
    assert row["1つあたりの人口"] == "5,455人"
    assert desk.row(0)["数の決め方"] == "数はまだ決めていません"


def test_a_number_is_written_in_its_cell(desk: Desk) -> None:
    desk.go_to(1, COUNT)
    QTest.keyClick(desk.tab.counts, Qt.Key.Key_Return)
    type_in_cell("１２か所")
    assert desk.project.design.elements[1].count == 12
    assert "12か所に直しました" in desk.row(1)["数の決め方"]
    desk.undo()
    assert desk.row(1)["数"] == "11か所"


def test_what_is_no_number_stays_in_its_cell_and_is_told(desk: Desk) -> None:
    table = desk.tab.counts
    desk.go_to(1, COUNT)
    QTest.keyClick(table, Qt.Key.Key_Return)
    type_in_cell("いくつか")
    assert desk.project.design.elements[1].count == 11
    assert table.counts.data(table.counts.index(1, COUNT)) == "！いくつか"
    assert "「まちの保健室」の数に「いくつか」" in desk.tab.said_wrong
    QTest.keyClick(table, Qt.Key.Key_Return)
    type_in_cell("9")
    assert desk.project.design.elements[1].count == 9
    assert desk.tab.said_wrong == ""


def test_a_number_is_left_open_again(desk: Desk) -> None:
    desk.go_to(1, COUNT)
    QTest.keyClick(desk.tab.counts, Qt.Key.Key_Return)
    type_in_cell("")
    assert desk.project.design.elements[1].count is None


def test_enter_elsewhere_looks_at_the_element(desk: Desk) -> None:
    desk.go_to(1, 0)
    QTest.keyClick(desk.tab.counts, Qt.Key.Key_Return)
    assert desk.asked == [desk.project.design.elements[1].id]


def test_columns_nobody_has_a_number_for_are_left_out(desk: Desk) -> None:
    table = desk.tab.counts
    hidden = {name for number, name in enumerate(COLUMNS) if table.isColumnHidden(number)}
    assert hidden == {"1圏域あたり"}


def test_the_town_is_shown_with_what_is_odd(workshop: Workshop) -> None:
    odd = OwnTown(name="うちの町", population=60_000, elementary_schools=900)
    workshop.begin(town=odd)
    desk = Desk(workshop)
    assert "人口　60,000人" in desk.tab.figures.text()
    assert "面積　数字が入っていません" in desk.tab.figures.text()
    assert "小学校が900校です" in desk.tab.doubts
    desk.tab.change.click()
    assert desk.asked == ["town"]


def test_where_it_is_narrow_one_part_is_shown(desk: Desk) -> None:
    desk.resize(620, 240)
    desk.workshop.qtbot.waitUntil(lambda: not desk.tab.figures.isVisible())
    assert desk.tab.counts.isVisible()
    desk.tab.parts.buttons[TOWN].click()
    assert desk.tab.figures.isVisible()
    assert not desk.tab.counts.isVisible()
    desk.tab.parts.buttons[COUNTS].click()
    assert desk.tab.counts.isVisible()


def test_a_number_from_other_figures_is_told_and_computed_anew(desk: Desk) -> None:
    assert desk.tab.outdated == ""
    assert not desk.tab.recount.isVisible()
    town = _OWN.model_copy(update={"population": 90_000})
    desk.change(lambda project: set_town(project, town))
    assert desk.row(1)["数"] == "11か所"
    assert "11か所は、前のまちの数字で計算したもの" in desk.tab.outdated
    assert "いまのまちの数字では 17か所" in desk.tab.outdated
    desk.tab.recount.click()
    assert desk.row(1)["数"] == "17か所"
    assert "90,000人" in desk.row(1)["数の決め方"]
    assert desk.tab.outdated == ""
    desk.undo()
    assert desk.row(1)["数"] == "11か所"
    assert desk.tab.recount.isVisible()


def test_a_number_of_ones_own_is_not_told(desk: Desk) -> None:
    taken = desk.project.design.elements[1].id
    desk.change(
        lambda project: set_count(project, taken, 4),
        lambda project: set_town(project, _OWN.model_copy(update={"population": 90_000})),
    )
    assert desk.tab.outdated == ""
