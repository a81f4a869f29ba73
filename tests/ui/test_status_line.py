# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kyosei_desk.search.model import Progress
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.status_line import StatusLine
from tests.ui.window_support import make_theme

PRIVATE = "通信なし・すべてこのパソコンの中"
INDEX = "索引は最新です"


def line(qtbot: QtBot, width: int) -> StatusLine:
    made = StatusLine(make_theme())
    qtbot.addWidget(made)
    made.set_page(PageId.SEARCH)
    made.show_status(PageId.SEARCH, "12 件・6 資料（0.03 秒）")
    made.show_index(INDEX)
    made.resize(width, 30)
    made.show()
    return made


def shown(made: StatusLine) -> list[str]:
    return [label.text() for label in made.findChildren(QLabel) if label.isVisible()]


def test_says_what_is_shown_and_what_holds_all_the_time(qtbot: QtBot) -> None:
    assert shown(line(qtbot, 900)) == ["12 件・6 資料（0.03 秒）", INDEX, PRIVATE]


def test_standing_words_give_way_where_room_is_scarce(qtbot: QtBot) -> None:
    made = line(qtbot, 460)
    assert shown(made) == ["12 件・6 資料（0.03 秒）", PRIVATE]
    made.resize(200, 30)
    assert shown(made) == ["12 件・6 資料（0.03 秒）"]
    made.resize(900, 30)
    assert INDEX in shown(made)


def test_work_takes_the_place_of_the_standing_words(qtbot: QtBot) -> None:
    made = line(qtbot, 900)
    made.show_progress("索引を作っています", Progress(3, 10))
    assert shown(made) == ["12 件・6 資料（0.03 秒）", "索引を作っています 30 %"]
    made.finish_work()
    assert PRIVATE in shown(made)


def test_says_of_each_page_what_belongs_to_it(qtbot: QtBot) -> None:
    made = line(qtbot, 900)
    made.set_page(PageId.SETTINGS)
    assert shown(made) == [INDEX, PRIVATE]
    made.show_status(PageId.SEARCH, "3 件・1 資料（0.01 秒）")
    assert shown(made) == [INDEX, PRIVATE]
    made.set_page(PageId.SEARCH)
    assert shown(made) == ["3 件・1 資料（0.01 秒）", INDEX, PRIVATE]
