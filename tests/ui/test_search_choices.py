# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Short words that mean several things, and answers with nothing in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import Choice, Facet, FacetName, FacetValue
from kyosei_desk.ui.search.browse import with_short_labels
from kyosei_desk.ui.search.query_edits import with_word
from kyosei_desk.ui.search.reading_place import ReadingPlace
from kyosei_desk.ui.search.results_column import ResultsColumn
from kyosei_desk.ui.search.search_page import SearchPage
from tests.ui.fake_search import FakeSearcher
from tests.ui.window_support import make_settings, make_theme

HOKATSU = Choice("包括", ("包括的な支援体制", "地域包括支援センター"))


@pytest.fixture
def page(qtbot: QtBot, corpus: Corpus, tmp_path: Path) -> Iterator[SearchPage]:
    made = SearchPage(make_theme(), make_settings(tmp_path))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    searcher = FakeSearcher(corpus)
    searcher.choices = (HOKATSU,)
    made.set_library(corpus)
    made.set_searcher(searcher)
    yield made
    made.shut_down()


def offered(page: SearchPage) -> dict[str, QPushButton]:
    row = page.results.header.choices
    shown = [w for w in row.widgets if isinstance(w, QPushButton)] if row.isVisible() else []
    return {button.text(): button for button in shown}


def said(page: SearchPage) -> list[str]:
    place = page.findChild(ReadingPlace)
    assert place is not None
    return [label.text() for label in place.findChildren(QLabel)] if place.isVisible() else []


def test_meanings_are_offered_and_searched_for(page: SearchPage, qtbot: QtBot) -> None:
    asked: list[str] = []
    page.asking.query_requested.connect(asked.append)
    page.asking.set_query("相談 包括")
    qtbot.waitUntil(lambda: list(offered(page)) == list(HOKATSU.meanings))
    offered(page)["地域包括支援センター"].click()
    assert page.query == "相談 地域包括支援センター"
    assert asked == ["相談 地域包括支援センター"]
    qtbot.waitUntil(lambda: offered(page) == {})


def test_meanings_go_with_the_question(page: SearchPage, qtbot: QtBot) -> None:
    page.asking.set_query("包括")
    qtbot.waitUntil(lambda: len(offered(page)) == 2)
    page.asking.set_query("")
    assert offered(page) == {}


def test_the_keyboard_comes_to_the_meanings_before_the_rules(
    page: SearchPage, qtbot: QtBot
) -> None:
    page.asking.set_query("ゴミ 包括")
    qtbot.waitUntil(lambda: len(offered(page)) == 2)
    header = page.results.header
    last, first_rule = list(offered(page).values())[-1], header.rules.widgets[0]
    following = []
    stop: QWidget = header.export
    for _ in range(60):
        stop = stop.nextInFocusChain() or header
        following.append(stop)
    assert following.index(last) < following.index(first_rule)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("包括 相談", "地域包括支援センター 相談"),
        ("ﾎｳｶﾂ", "地域包括支援センター"),
        ("地域包括ケア 包括", "地域包括ケア 地域包括支援センター"),
        ("自治体:名張 包括 -会議", "地域包括支援センター -会議 自治体:名張"),
        ('"包括" 相談', '"地域包括支援センター" 相談'),
    ],
)
def test_short_word_is_put_right_in_the_question(query: str, expected: str) -> None:
    assert with_word(query, "包括", "地域包括支援センター") == expected


def test_nothing_found_leaves_nothing_to_read(page: SearchPage, qtbot: QtBot) -> None:
    page.open_address("cases/nabari")
    assert page.reader.isVisible()
    page.asking.set_query("ぴよぴよ")
    qtbot.waitUntil(lambda: "読める箇所がありません" in said(page))
    assert not page.reader.isVisible()


def test_nothing_found_can_neither_be_sorted_nor_written_out(
    page: SearchPage, qtbot: QtBot
) -> None:
    header = page.results.header
    page.asking.set_query("相談")
    qtbot.waitUntil(header.sort.isVisible)
    assert header.export.isVisible()
    page.asking.set_query("ぴよぴよ")
    qtbot.waitUntil(lambda: "読める箇所がありません" in said(page))
    assert not header.sort.isVisible()
    assert not header.export.isVisible()


def test_a_list_that_fits_has_no_scroll_bar_to_see(page: SearchPage, qtbot: QtBot) -> None:
    page.window().resize(1400, 3000)
    bar = page.results.view.verticalScrollBar()

    def colours() -> int:
        picture = bar.grab().toImage()
        column = {picture.pixel(picture.width() // 2, y) for y in range(picture.height())}
        return len(column)

    page.asking.set_query("相談")
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert colours() > 1
    page.asking.set_query("まちの保健室")
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert colours() == 1


def test_all_documents_are_a_way_on_from_nothing(page: SearchPage, qtbot: QtBot) -> None:
    page.open_address("cases/nabari")
    page.asking.set_query("ぴよぴよ")
    qtbot.waitUntil(lambda: not page.reader.isVisible())
    buttons = page.results.nothing.findChildren(QPushButton)
    next(b for b in buttons if b.text() == "すべての資料を見る").click()
    assert len(page.results.model.rows) == 23
    assert page.reader.isVisible()


def test_functions_have_labels_that_fit(corpus: Corpus) -> None:
    key = next(key for key, function in corpus.functions.items() if function.number == 2)
    long = FacetValue(key, "【2】相談を「丸ごと」受け止める場", 5)
    kind = Facet(FacetName.KIND, (FacetValue("case", "事例", 3),))
    function = Facet(FacetName.FUNCTION, (long, FacetValue("gone", "なくなった", 0)))
    kept, short = with_short_labels(corpus, (kind, function))
    assert kept == kind
    assert [value.label for value in short.values] == ["【2】受け止める場", "なくなった"]
    assert [value.count for value in short.values] == [5, 0]


@pytest.mark.parametrize("width", range(280, 560, 40))
def test_every_meaning_is_seen_in_a_narrow_column(qtbot: QtBot, width: int) -> None:
    column = ResultsColumn(make_theme(scale_percent=150))
    qtbot.addWidget(column)
    column.header.set_count("1,113 件・20 資料")
    column.header.set_sortable(True)
    column.header.choices.show_choices("包括", (HOKATSU,))
    column.setMinimumWidth(width)  # as the panes do
    column.resize(width, 600)
    column.show()
    assert column.width() == width
    row = column.header.choices
    assert row.height() >= row.heightForWidth(row.width())
    labels = [w.text() for w in row.widgets if isinstance(w, QLabel)]
    assert labels == ["「包括」はどちらですか:"]
