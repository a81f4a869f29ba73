# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.comparing.matrix import RowKind
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.compare.matrix_model import MatrixModel
from tests.ui.compare.table_bench import Bench
from tests.ui.comparing import OMUTA, matrix_of

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


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
