# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.compare.pinned_columns import PinnedColumns
from tests.ui.compare.table_bench import CTRL_SHIFT, Bench
from tests.ui.comparing import FUJISAWA, NABARI, OMUTA, THREE

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_columns_are_moved_and_taken_out_by_keys(bench: Bench) -> None:
    bench.press(Key.Key_Right, CTRL_SHIFT)
    assert bench.columns() == [FUJISAWA, NABARI, OMUTA]
    assert bench.here[1] == NABARI
    bench.press(Key.Key_Left, CTRL_SHIFT)
    assert bench.columns() == list(THREE)
    bench.press(Key.Key_Delete)
    assert bench.columns() == [FUJISAWA, OMUTA]


def test_a_column_taken_out_is_told_and_comes_back(bench: Bench) -> None:
    bench.view.go_to("p2.place", FUJISAWA)
    bench.press(Key.Key_Delete)
    told = bench.told[-1]
    assert (told.text, told.act_label) == ("藤沢市を外しました。", "もとにもどす")
    assert told.act is not None
    told.act()
    assert bench.columns() == list(THREE)
    assert bench.told[-1].text == "藤沢市をもとにもどしました。"


def test_of_two_columns_none_is_taken_out_and_it_is_said_why(bench: Bench) -> None:
    bench.press(Key.Key_Delete)
    bench.press(Key.Key_Delete)
    assert bench.columns() == [FUJISAWA, OMUTA]
    assert "2列が必要なので、藤沢市は外せません" in bench.told[-1].text


def test_a_column_does_not_come_back_among_others(bench: Bench, corpus: Corpus) -> None:
    bench.press(Key.Key_Delete)
    every = [case.id for case in corpus.cases]
    bench.controller.compare(every[:4])
    bench.tab.keys.removing.undo()
    assert bench.columns() == every[:4]


def test_a_dragged_column_is_moved_in_the_arrangement(bench: Bench) -> None:
    bench.view.horizontalHeader().moveSection(2, 0)
    assert bench.columns() == [OMUTA, NABARI, FUJISAWA]
    assert [bench.view.horizontalHeader().visualIndex(n) for n in range(3)] == [0, 1, 2]
    assert bench.tab.model.columns[0].title == "大牟田市"


def test_a_pinned_column_stays_in_view(bench: Bench, corpus: Corpus) -> None:
    bench.controller.compare([case.id for case in corpus.cases])
    bench.view.go_to("p1.hub", OMUTA)
    bench.press(Key.Key_P, CTRL_SHIFT)
    assert bench.columns()[0] == OMUTA
    pinned = bench.view.findChild(PinnedColumns)
    assert pinned is not None
    assert pinned.isVisible()
    across = bench.view.horizontalScrollBar()
    across.setValue(across.maximum())
    assert pinned.columnViewportPosition(0) == 0
    assert pinned.width() == bench.view.columnWidth(0)
    down = bench.view.verticalScrollBar()
    down.setValue(500)
    assert pinned.verticalScrollBar().value() == 500
    line = bench.tab.model.line_of("p3.core")
    assert pinned.rowHeight(line) == bench.view.rowHeight(line)
    bench.view.go_to("p1.hub", bench.columns()[1])
    left = bench.view.visualRect(bench.view.currentIndex()).left()
    assert left >= pinned.width()
    bench.view.go_to("p1.hub", OMUTA)
    bench.press(Key.Key_P, CTRL_SHIFT)
    assert pinned.isHidden()


def test_a_column_no_longer_pinned_goes_back_to_its_place(bench: Bench) -> None:
    bench.view.go_to("p2.place", OMUTA)
    for order in ([OMUTA, NABARI, FUJISAWA], list(THREE)):
        bench.press(Key.Key_P, CTRL_SHIFT)
        assert bench.columns() == order


def test_a_click_on_a_pinned_cell_gives_the_table_the_keyboard(bench: Bench) -> None:
    bench.view.go_to("p1.hub", OMUTA)
    bench.press(Key.Key_P, CTRL_SHIFT)
    pinned = bench.view.findChild(PinnedColumns)
    assert pinned is not None
    line = bench.tab.model.line_of("p1.activists")
    at = QPoint(4, pinned.rowViewportPosition(line) + 4)
    QTest.mouseClick(pinned.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert bench.here == ("p1.activists", OMUTA)
    assert bench.view.hasFocus()


def test_the_menu_of_a_column_knows_what_is_possible(bench: Bench) -> None:
    menu = bench.tab.keys.open_menu(0, QPoint(0, 0))
    able = {a.text().split("\t")[0]: a.isEnabled() for a in menu.actions() if a.text()}
    assert able == {
        "名張市の事例を読む": True,
        "左へ動かす": False,
        "右へ動かす": True,
        "左に固定する": True,
        "この列を外す": True,
    }
    menu.actions()[0].trigger()
    menu.close()
    assert bench.asked == [NABARI]
