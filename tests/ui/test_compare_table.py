# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.comparing.matrix import RowKind
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.group_band import GroupBand
from kyosei_desk.ui.compare.matrix_model import MatrixModel
from kyosei_desk.ui.compare.matrix_view import MatrixView
from kyosei_desk.ui.compare.passage_panel import PassagePanel
from kyosei_desk.ui.compare.pinned_columns import PinnedColumns
from kyosei_desk.ui.compare.table_tab import TableTab
from kyosei_desk.ui.messages import Message
from kyosei_desk.ui.theme import Theme
from tests.ui.comparing import FUJISAWA, NABARI, OMUTA, THREE, controller_of, matrix_of
from tests.ui.window_support import make_settings

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL_SHIFT = Modifier.ControlModifier | Modifier.ShiftModifier


@dataclass
class Bench:
    """A table that is shown, and what it shows."""

    tab: TableTab
    controller: ComparisonController
    told: list[Message] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    @property
    def view(self) -> MatrixView:
        return self.tab.view

    def columns(self) -> list[str]:
        return list(self.controller.arrangement.columns)

    @property
    def here(self) -> tuple[str, str]:
        return self.view.place.row, self.view.place.design

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        QTest.keyClick(self.view, key, modifier)

    @property
    def panel(self) -> PassagePanel:
        assert self.tab.passages.panel is not None
        return self.tab.passages.panel

    @property
    def reading(self) -> str:
        return str(self.panel.reader.way.address)

    def ways(self) -> list[str]:
        """Return the buttons over the text."""
        buttons = self.panel.findChildren(QPushButton)
        return [b.text() for b in buttons if b.property("kind") == "choice" and b.isVisible()]


@pytest.fixture
def bench(qtbot: QtBot, corpus: Corpus, tmp_path: Path, theme: Theme) -> Iterator[Bench]:
    worker = WorkerThread("compare")
    controller = controller_of(corpus, tmp_path, worker)
    tab = TableTab(theme, make_settings(tmp_path), controller, worker)
    qtbot.addWidget(tab)
    made = Bench(tab, controller)
    controller.changed.connect(tab.refresh)
    tab.message_requested.connect(made.told.append)
    tab.address_requested.connect(made.asked.append)
    tab.resize(1100, 560)
    tab.show()
    tab.refresh()
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    tab.view.setFocus()
    yield made
    worker.shut_down()


# The model


@pytest.mark.parametrize("kind", RowKind)
def test_the_model_is_sound(qtbot: QtBot, corpus: Corpus, kind: RowKind) -> None:
    model = MatrixModel()
    tester = QAbstractItemModelTester(model, FATAL)
    matrix = matrix_of(corpus, kind=kind)
    model.set_matrix(matrix, matrix, era_first=True)
    model.set_matrix(matrix, matrix.without(same=True, unstated=True), era_first=True)
    model.set_all_wide(True)
    model.set_matrix(None, None, era_first=True)
    assert tester.model() is model


def test_groups_stand_above_their_rows_and_cannot_be_stood_on(corpus: Corpus) -> None:
    model = MatrixModel()
    matrix = matrix_of(corpus)
    model.set_matrix(matrix, matrix, era_first=True)
    headings = [n for n, line in enumerate(model.lines) if line.row is None]
    assert [model.lines[n].group.number for n in headings] == [1, 2, 3, 4, None]
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    heading = str(model.headerData(0, Qt.Orientation.Vertical))
    assert heading.startswith("【1】「我が事」の地域づくり")
    assert model.rowCount() == len(headings) + len(matrix.rows)


def test_everything_can_be_heard(bench: Bench) -> None:
    model, role = bench.tab.model, Qt.ItemDataRole.AccessibleTextRole
    place = model.index(model.line_of("p2.place"), 0)
    heard = str(model.data(place, role))
    for part in ("名張市", "記載あり", "まちの保健室 15か所", "小学校区", "1か所あたり5,290人"):
        assert part in heard
    assert "三重県" in str(model.headerData(0, Qt.Orientation.Horizontal, role))
    assert "【2】" in str(model.headerData(place.row(), Qt.Orientation.Vertical, role))
    assert "「まちの保健室」を拠点とした" in str(model.data(place, Qt.ItemDataRole.ToolTipRole))


def test_the_table_is_a_table_to_assistive_technology(bench: Bench) -> None:
    spoken = QAccessible.queryAccessibleInterface(bench.view)
    assert spoken.role() is QAccessible.Role.Table
    assert spoken.text(QAccessible.Text.Name) == "くらべる表"
    names = [spoken.child(n).text(QAccessible.Text.Name) for n in range(spoken.childCount())]
    assert any(name.startswith("名張市、相談を包括的に受け止める場の整備") for name in names)


# Moving about


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


# Rows


def test_only_differences(bench: Bench) -> None:
    whole = bench.controller.matrix
    assert whole is not None
    bench.tab.set_hiding(same=True, unstated=False)
    shown = [line.row for line in bench.tab.model.lines if line.row]
    assert shown
    assert all(row.differs for row in shown)
    assert len(shown) < len(whole.rows)


def test_rows_nobody_speaks_of_are_hidden_but_columns_keep_their_numbers(bench: Bench) -> None:
    bench.tab.set_hiding(same=False, unstated=True)
    shown = [line.row for line in bench.tab.model.lines if line.row]
    assert all(row.is_spoken_of for row in shown)
    text = bench.tab.model.text(bench.tab.model.line_of("p2.place"), 2)
    assert text is not None
    assert text.numbers == "[3]"


def test_other_rows_are_chosen_in_the_corner(bench: Bench) -> None:
    bench.tab.corner.rows.chosen.emit(RowKind.PROFILE.value)
    keys = [line.row.key for line in bench.tab.model.lines if line.row]
    assert "population" in keys
    assert bench.tab.corner.rows.text() == "行: まちの数字"


def test_one_stays_on_the_cell_when_the_rows_change(bench: Bench) -> None:
    bench.view.go_to("p2.place", OMUTA)
    bench.tab.set_hiding(same=True, unstated=True)
    assert bench.here == ("p2.place", OMUTA)


# Columns


def test_columns_are_moved_and_taken_out_by_keys(bench: Bench) -> None:
    bench.press(Key.Key_Right, CTRL_SHIFT)
    assert bench.columns() == [FUJISAWA, NABARI, OMUTA]
    assert bench.here[1] == NABARI
    bench.press(Key.Key_Left, CTRL_SHIFT)
    assert bench.columns() == list(THREE)
    bench.press(Key.Key_Delete)
    assert bench.columns() == [FUJISAWA, OMUTA]
    bench.press(Key.Key_Delete)
    assert bench.columns() == [FUJISAWA, OMUTA]


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


# Passages


def test_enter_shows_the_passage_beside_and_esc_leads_back(bench: Bench) -> None:
    bench.view.go_to("p2.place", NABARI)
    bench.press(Key.Key_Return)
    assert bench.tab.passages.is_shown
    assert bench.reading == "cases/nabari#machi-no-hokenshitsu"
    assert bench.ways()[0] == "まちの保健室"
    assert bench.ways()[-1] == "指針の項目"
    assert bench.panel.reader.view.hasFocus()
    QTest.keyClick(bench.panel.reader.view, Key.Key_Escape)
    assert bench.view.hasFocus()
    assert bench.tab.passages.is_shown
    bench.press(Key.Key_Escape)
    assert not bench.tab.passages.is_shown


def test_the_passage_follows_the_cell(bench: Bench, qtbot: QtBot) -> None:
    bench.view.go_to("p2.place", NABARI)
    bench.press(Key.Key_Return)
    bench.view.go_to("p2.place", FUJISAWA)
    qtbot.waitUntil(lambda: bench.reading.startswith("cases/fujisawa#"))


def test_the_guideline_can_be_read_beside(bench: Bench) -> None:
    bench.view.go_to("p2.place", NABARI)
    bench.press(Key.Key_Return)
    buttons = bench.panel.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "指針の項目").click()
    assert bench.reading == "guideline/support-system-2-consultation#p2.place"


def test_nothing_stated_says_so_and_leads_to_columns_that_do(bench: Bench) -> None:
    bench.view.go_to("p1.funding", FUJISAWA)
    bench.press(Key.Key_Return)
    assert "していない、という意味ではありません" in bench.panel.note
    buttons = bench.panel.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "名張市を見る").click()
    assert bench.here == ("p1.funding", NABARI)
    assert bench.reading == "cases/nabari#yumezukuri-kofukin"


def test_a_click_on_a_name_reads_it(bench: Bench) -> None:
    bench.view.go_to("p2.place", NABARI)
    rect = bench.view.visualRect(bench.view.currentIndex())
    for y in range(rect.top(), rect.bottom(), 4):
        QTest.mouseClick(
            bench.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 20, y)
        )
        if bench.tab.passages.is_shown:
            break
    assert bench.reading == "cases/nabari#machi-no-hokenshitsu"


def test_figures_lead_to_the_profile(bench: Bench) -> None:
    bench.controller.set_rows(RowKind.PROFILE)
    bench.view.go_to("population", OMUTA)
    bench.press(Key.Key_Return)
    assert bench.reading == "cases/omuta#profile"


def test_reading_goes_on_in_the_search_page(bench: Bench) -> None:
    bench.view.go_to("p2.place", NABARI)
    bench.press(Key.Key_Return)
    tools = bench.panel.findChildren(QToolButton)
    next(t for t in tools if t.accessibleName().startswith("この資料を「さがす」")).click()
    assert bench.asked == ["cases/nabari#machi-no-hokenshitsu"]


# Copying


@pytest.mark.parametrize("modifier", [Modifier.ControlModifier, CTRL_SHIFT])
def test_a_cell_is_copied_with_its_sources(bench: Bench, modifier: Qt.KeyboardModifier) -> None:
    bench.view.go_to("p2.place", NABARI)
    bench.press(Key.Key_C, modifier)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("名張市（三重県）「相談を包括的に受け止める場の整備」")
    assert "出典:\n[1] " in text
    assert "<p>" in QGuiApplication.clipboard().mimeData().html()
    assert "コピーしました" in bench.told[-1].text


def test_the_passage_is_copied_while_it_has_the_keyboard(bench: Bench) -> None:
    bench.view.go_to("p2.place", NABARI)
    bench.press(Key.Key_Return)
    QTest.keyClick(bench.panel.reader.view, Key.Key_C, CTRL_SHIFT)
    assert "「まちの保健室」の項" in QGuiApplication.clipboard().text()


# Looks


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
    assert min(widths) == 196
    assert bench.view.horizontalScrollBar().maximum() > 0


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


def test_without_a_cell_nothing_is_copied(bench: Bench) -> None:
    bench.view.setCurrentIndex(QModelIndex())
    bench.press(Key.Key_C, Modifier.ControlModifier)
    assert bench.told == []
