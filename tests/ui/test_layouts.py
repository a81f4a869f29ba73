# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.ui.layouts import CardGrid, LayoutScaler, even_columns
from kyosei_desk.ui.reader.flow_layout import FlowRow
from tests.ui.window_support import make_theme


@pytest.mark.parametrize(
    ("count", "fitting", "columns"),
    [(8, 9, 8), (8, 5, 4), (8, 3, 2), (8, 1, 1), (3, 3, 3), (3, 2, 2), (4, 3, 2), (0, 4, 1)],
)
def test_columns_leave_no_orphan(count: int, fitting: int, columns: int) -> None:
    assert even_columns(count, fitting) == columns


def test_layout_follows_the_text_scale(qtbot: QtBot) -> None:
    theme, widget = make_theme(), QWidget()
    qtbot.addWidget(widget)
    row = QHBoxLayout(widget)
    LayoutScaler(theme, widget).add(row, (8, 8, 8, 8), 16)
    theme.set_choice("light", 150)
    assert row.spacing() == 24
    assert row.contentsMargins().left() == 12


def test_grid_takes_the_columns_that_fit(qtbot: QtBot) -> None:
    grid = CardGrid(make_theme(), 100)
    qtbot.addWidget(grid)
    cards: list[QWidget] = [QLabel(str(number)) for number in range(4)]
    grid.set_cards(cards)
    grid.resize(450, 200)
    grid.show()
    assert len({card.geometry().top() for card in cards}) == 1
    grid.resize(230, 200)
    qtbot.waitUntil(lambda: len({card.geometry().top() for card in cards}) == 2)


def test_row_goes_on_below_where_there_is_no_room(qtbot: QtBot) -> None:
    row = FlowRow(make_theme(), spacing=8)
    qtbot.addWidget(row)
    for number in range(4):
        label = QLabel(str(number))
        label.setFixedSize(90, 20)
        row.add(label)
    assert row.heightForWidth(500) == 20
    assert row.heightForWidth(200) == 48
    row.clear()
    assert row.widgets == []
