# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.build.lower_tabs import LowerTab, LowerTabs
from kyosei_desk.ui.build.money.budget_tab import BudgetTab
from kyosei_desk.ui.build.numbers.numbers_tab import NumbersTab
from tests.ui.build.lower import Stage, budget, decided, schedule, working
from tests.ui.build.workshop import Workshop


class Desk(Stage):
    """The tabs of a project."""

    def __init__(self, workshop: Workshop, worker: WorkerThread):
        super().__init__(workshop)
        self.tabs = LowerTabs(workshop.theme, workshop.session, workshop.library, worker, self)
        self.folded: list[bool] = []
        self.enlarged: list[bool] = []
        self.tabs.folded.connect(self.folded.append)
        self.tabs.enlarged.connect(self.enlarged.append)
        self.tabs.element_chosen.connect(self.asked.append)
        self.put_on(self.tabs)


@pytest.fixture
def desk(workshop: Workshop) -> Iterator[Desk]:
    workshop.begin("窓口")
    with working() as worker:
        made = Desk(workshop, worker)
        made.change(*budget(), *schedule(), *decided())
        yield made


def test_folded_the_names_and_the_sums_are_seen(desk: Desk) -> None:
    assert desk.tabs.is_folded
    assert desk.tabs.bar.isVisible()
    assert desk.tabs.sums.isVisible()
    assert "8,402千円" in desk.tabs.sums.words
    assert desk.tabs.height() < 90


def test_the_sums_stay_seen_in_every_tab(desk: Desk) -> None:
    for name in LowerTab:
        desk.tabs.show_tab(name.value)
        assert desk.tabs.current is name
        assert desk.tabs.tab(name).isVisible()
        assert desk.tabs.sums.isVisible()
    assert desk.folded == [False]


def test_a_tab_is_opened_by_its_name_and_folded_again(desk: Desk) -> None:
    desk.tabs.bar.setCurrentIndex(list(LowerTab).index(LowerTab.PLAN))
    assert not desk.tabs.is_folded
    assert desk.tabs.tab(LowerTab.PLAN).isVisible()
    desk.tabs.fold.click()
    assert desk.tabs.is_folded
    desk.tabs.fold.click()
    assert desk.tabs.tab(LowerTab.PLAN).isVisible()
    assert desk.folded == [False, True, False]


def test_the_details_lead_to_the_budget(desk: Desk) -> None:
    desk.tabs.show_tab("日程")
    desk.tabs.sums.details.click()
    tab = desk.tabs.tab(LowerTab.BUDGET)
    assert isinstance(tab, BudgetTab)
    assert tab.lines.table.hasFocus()


def test_the_basis_of_the_rates_is_one_click_away(desk: Desk) -> None:
    desk.resize(640, 320)
    desk.tabs.sums.reasons.click()
    tab = desk.tabs.tab(LowerTab.BUDGET)
    assert isinstance(tab, BudgetTab)
    assert tab.programmes.isVisible()


def test_all_the_room_is_asked_for_and_given_back(desk: Desk) -> None:
    desk.tabs.large.click()
    assert not desk.tabs.is_folded
    tab = desk.tabs.tab(desk.tabs.current)
    assert isinstance(tab, BudgetTab)
    QTest.keyClick(tab.lines.table, Qt.Key.Key_Escape)
    assert desk.tabs.is_large  # the cell is left first
    assert desk.tabs.bar.hasFocus()
    QTest.keyClick(desk.tabs.bar, Qt.Key.Key_Escape)
    assert desk.enlarged == [True, False]
    assert not desk.tabs.is_folded
    desk.tabs.large.click()
    desk.tabs.fold.click()
    assert desk.enlarged == [True, False, True, False]
    assert desk.tabs.is_folded


def test_escape_does_not_fold(desk: Desk) -> None:
    desk.tabs.show_tab("予算")
    desk.tabs.take_keyboard()
    for _ in range(2):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert desk.tabs.bar.hasFocus()
    assert desk.folded == [False]


def test_looking_at_an_element_gives_the_room_back(desk: Desk) -> None:
    desk.tabs.show_tab("数字")
    desk.tabs.set_large(True)
    tab = desk.tabs.tab(LowerTab.NUMBERS)
    assert isinstance(tab, NumbersTab)
    tab.element_chosen.emit("e-1")
    assert desk.enlarged == [True, False]
    assert desk.asked == ["e-1"]


def test_nothing_is_cut_where_there_is_little_room(desk: Desk) -> None:
    desk.resize(620, 264)
    for name in LowerTab:
        desk.tabs.show_tab(name.value)
        assert desk.tabs.minimumSizeHint().width() <= 620
        assert desk.width() == 620
