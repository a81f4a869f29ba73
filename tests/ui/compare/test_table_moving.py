# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.compare.group_band import GroupBand
from kyosei_desk.ui.compare.more_columns import MoreColumns
from kyosei_desk.ui.theme import Theme
from tests.ui.compare.table_bench import CTRL_SHIFT, Bench
from tests.ui.comparing import FUJISAWA, NABARI

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_one_begins_on_the_first_cell(bench: Bench) -> None:
    assert bench.here == ("p1.activists", NABARI)


def test_arrows_pass_over_headings(bench: Bench) -> None:
    keys = [line.row.key for line in bench.tab.model.lines if line.row]
    visited = [bench.here[0]]
    for _ in range(200):
        bench.press(Key.Key_Down)
        if bench.here[0] != visited[-1]:
            visited.append(bench.here[0])
    assert visited == keys
    bench.press(Key.Key_Right)
    assert bench.here[1] == FUJISAWA


def test_the_current_cell_is_never_under_the_heading(bench: Bench, qtbot: QtBot) -> None:
    band = bench.view.findChild(GroupBand)
    assert band is not None
    bench.view.go_to("plan.whole-office", NABARI)
    for _ in range(60):
        bench.press(Key.Key_Up)
        rect = bench.view.visualRect(bench.view.currentIndex())
        top = 0 if band.isHidden() else band.height()
        assert rect.bottom() > top
    assert bench.here[0] == "p1.activists"


def test_the_heading_of_the_rows_in_view_stays(bench: Bench) -> None:
    band = bench.view.findChild(GroupBand)
    assert band is not None
    assert band.isHidden()
    bar = bench.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert band.isVisible()
    assert band.geometry().top() == bench.view.horizontalHeader().geometry().bottom() + 1


def test_a_row_is_shown_in_full_and_in_brief(bench: Bench) -> None:
    bench.view.go_to("p2.place", NABARI)
    line = bench.view.currentIndex().row()
    brief = bench.view.rowHeight(line)
    bench.press(Key.Key_Space)
    assert bench.view.rowHeight(line) > brief
    assert bench.tab.model.is_wide(line)
    bench.press(Key.Key_Space)
    assert bench.view.rowHeight(line) == brief


def test_a_click_on_the_head_of_a_row_shows_it_in_full(bench: Bench) -> None:
    head = bench.view.verticalHeader()
    line = 1
    at = QPoint(20, head.sectionViewportPosition(line) + 10)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert bench.tab.model.is_wide(line)
    heading = QPoint(20, head.sectionViewportPosition(0) + 5)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert not bench.tab.model.is_wide(0)


def test_all_rows_are_shown_in_full_and_in_brief(bench: Bench) -> None:
    bench.press(Key.Key_A, CTRL_SHIFT)
    assert bench.tab.model.all_wide
    assert bench.tab.corner.findChildren(QPushButton)[1].text() == "すべてたたむ"
    bench.press(Key.Key_A, CTRL_SHIFT)
    assert not bench.tab.model.all_wide


def test_a_cell_higher_than_the_view_is_read_to_its_end(bench: Bench) -> None:
    bench.tab.resize(1100, 300)
    bench.view.go_to("p2.place", NABARI)
    bench.press(Key.Key_Space)
    place = bench.here
    bottom = bench.view.visualRect(bench.view.currentIndex()).bottom()
    assert bottom > bench.view.viewport().height()
    for _ in range(40):
        bench.press(Key.Key_Down)
        if bench.here != place:
            break
        now = bench.view.visualRect(bench.view.currentIndex()).bottom()
        assert now < bottom
        bottom = now
    assert bench.here[0] == "p2.notice"


def test_the_current_cell_stays_in_view_when_the_letters_grow(bench: Bench, theme: Theme) -> None:
    bench.view.go_to("p3.core", FUJISAWA)
    theme.set_choice("contrast", 150)
    rect = bench.view.visualRect(bench.view.currentIndex())
    assert rect.intersects(bench.view.viewport().rect())


def test_columns_fill_the_width_and_scroll_where_they_cannot(bench: Bench, corpus: Corpus) -> None:
    widths = [bench.view.columnWidth(n) for n in range(3)]
    assert sum(widths) == bench.view.viewport().width()
    bench.controller.compare([case.id for case in corpus.cases])
    widths = [bench.view.columnWidth(n) for n in range(8)]
    fitting = 8 - bench.view.horizontalScrollBar().maximum()
    assert 1 < fitting < 8
    assert sum(widths[:fitting]) == bench.view.viewport().width()
    assert min(widths) >= 144


def test_columns_out_of_view_are_counted_and_one_jump_away(bench: Bench, corpus: Corpus) -> None:
    more, across = bench.view.findChild(MoreColumns), bench.view.horizontalScrollBar()
    assert more is not None
    assert more.isHidden()
    bench.controller.compare([case.id for case in corpus.cases])
    hidden = across.maximum()
    assert more.texts == ("", f"あと{hidden}列 ▶")
    assert bench.view.rect().contains(more.geometry())
    more.findChildren(QPushButton)[1].click()
    assert across.value() == hidden
    assert more.texts == (f"◀ 左に{hidden}列", "")
    more.findChildren(QPushButton)[0].click()
    assert across.value() == 0


@pytest.mark.parametrize("pinned", [0, 2])
def test_every_cell_can_be_brought_into_view_whole(
    bench: Bench, corpus: Corpus, pinned: int
) -> None:
    bench.controller.compare([case.id for case in corpus.cases])
    for design_id in bench.columns()[:pinned]:
        bench.controller.arrange(bench.controller.arrangement.pin(design_id))
    covered = pinned * bench.view.columnWidth(0)
    for design_id in (*bench.columns(), *reversed(bench.columns())):
        bench.view.go_to("p2.place", design_id)
        rect = bench.view.visualRect(bench.view.currentIndex())
        column = bench.view.currentIndex().column()
        assert rect.left() >= (covered if column >= pinned else -10_000)
        assert column < pinned or rect.right() <= bench.view.viewport().width()
