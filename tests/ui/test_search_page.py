# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QSplitter,
    QSplitterHandle,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import FacetName, Progress
from kyosei_desk.ui.actions import ActionId
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.search.facet_box import ValueBox
from kyosei_desk.ui.search.nothing_found import NothingFound
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.workspace.settings import SettingKey
from tests.ui.fake_search import FakeSearcher, GatedSearcher
from tests.ui.reading import marks_are_found
from tests.ui.window_support import Window, make_settings


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    made = Window(tmp_path)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.page.shut_down()


@pytest.fixture
def ready(window: Window, corpus: Corpus) -> Window:
    window.page.set_library(corpus)
    window.page.set_searcher(FakeSearcher(corpus))
    return window


def test_all_documents_can_be_looked_through(window: Window, corpus: Corpus) -> None:
    window.page.set_library(corpus)
    assert len(window.titles) == 23
    assert [row.group for row in window.page.results.model.rows if row.group] == [
        "指針・通知　12",
        "検討会報告　3",
        "事例　8",
    ]


def test_documents_are_read_before_search_is_ready(window: Window, corpus: Corpus) -> None:
    window.page.open_address("cases/nabari#overview")
    window.page.set_library(corpus)
    assert window.page.reader.view.shown is not None


def test_query_waits_for_the_searcher_and_then_runs(
    window: Window, corpus: Corpus, qtbot: QtBot
) -> None:
    window.page.asking.set_query("エリアディレクター")
    window.page.set_library(corpus)
    window.page.set_progress(Progress(3, 10))
    assert len(window.titles) == 23
    window.page.set_searcher(FakeSearcher(corpus))
    qtbot.waitUntil(lambda: 0 < len(window.titles) < 23)


def test_documents_are_read_when_search_cannot_be_opened(window: Window, corpus: Corpus) -> None:
    window.page.set_library(corpus)
    window.page.set_unavailable()
    window.box.set_text("相談")
    window.page.open_address("cases/nabari")
    assert window.page.reader.view.shown is not None
    assert len(window.titles) == 23


def test_typing_shows_results_and_then_opens_the_first(ready: Window, qtbot: QtBot) -> None:
    ready.box.set_text("まちの保健室")
    qtbot.waitUntil(lambda: 0 < len(ready.titles) < 23)
    first = ready.page.results.model.rows[0].address
    qtbot.waitUntil(lambda: ready.opened == str(first))


def test_emptied_query_shows_all_documents_again(ready: Window, qtbot: QtBot) -> None:
    ready.box.set_text("まちの保健室")
    qtbot.waitUntil(lambda: len(ready.titles) < 23)
    ready.box.clear()
    assert len(ready.titles) == 23


def test_arrows_move_in_the_results_while_the_box_keeps_the_keyboard(
    ready: Window, qtbot: QtBot
) -> None:
    field = ready.box.findChild(QueryEdit)
    assert field is not None
    field.setFocus()
    ready.box.set_text("相談")
    qtbot.waitUntil(lambda: len(ready.titles) > 0 and ready.opened != "")
    QTest.keyClick(field, Qt.Key.Key_Down)
    second = ready.page.results.model.rows[1].address
    qtbot.waitUntil(lambda: ready.opened == str(second))
    assert field.hasFocus() or not ready.isActiveWindow()


def test_walking_through_results_leaves_one_place_behind(ready: Window, qtbot: QtBot) -> None:
    ready.box.set_text("相談")
    qtbot.waitUntil(lambda: ready.opened != "")
    for row in (1, 2):
        address = str(ready.page.results.model.rows[row].address)
        with qtbot.waitSignal(ready.page.reader.way.address_opened):
            ready.page.results.view.move_choice(1)
        assert ready.opened == address
    assert not ready.page.go_back()


def test_facets_narrow_documents_and_results(ready: Window, qtbot: QtBot) -> None:
    ready.page.set_filters({FacetName.KIND: frozenset({"case"})})
    assert len(ready.titles) == 8
    ready.box.set_text("相談")
    rows = ready.page.results.model
    qtbot.waitUntil(lambda: len(rows.rows) != 8)
    assert all(row.address.document_id.startswith("cases/") for row in rows.rows)


def test_ticking_a_facet_with_the_keyboard(ready: Window, qtbot: QtBot) -> None:
    boxes = [b for b in ready.page.facets.findChildren(ValueBox) if b.isVisible()]
    assert boxes[0].accessibleName() == "事例 8件"
    QTest.keyClick(boxes[0], Qt.Key.Key_Space)
    assert ready.page.facets.filters == {FacetName.KIND: frozenset({"case"})}
    assert len(ready.titles) == 8
    ready.page.facets.clear()
    assert len(ready.titles) == 23


def test_nothing_found_says_why_and_offers_a_way_on(ready: Window, qtbot: QtBot) -> None:
    ready.box.set_text("保険室")
    nothing = ready.page.results.nothing
    qtbot.waitUntil(nothing.isVisible)
    nothing.query_suggested.emit("相談")
    qtbot.waitUntil(lambda: len(ready.titles) > 0)
    assert ready.box.text() == "相談"
    assert isinstance(nothing, NothingFound)


@pytest.fixture
def empty_handed(ready: Window, qtbot: QtBot) -> Window:
    """Someone was reading, and then asked for what there is not."""
    ready.box.set_text("相談")
    qtbot.waitUntil(lambda: ready.opened != "" and ready.page.reader.isVisible())
    ready.box.set_text("保険室")
    qtbot.waitUntil(ready.page.results.nothing.isVisible)
    return ready


def test_what_was_read_is_put_away_when_nothing_is_found(empty_handed: Window) -> None:
    assert not empty_handed.page.reader.isVisible()
    assert not empty_handed.page.find_in_document()


def test_nothing_is_copied_from_what_cannot_be_seen(empty_handed: Window) -> None:
    told: list[Message] = []
    empty_handed.page.message_requested.connect(told.append)
    copy = empty_handed.page.findChild(QAction, ActionId.COPY_CITATION)
    assert copy is not None
    copy.trigger()
    assert QApplication.clipboard().text() == ""
    assert [message.severity for message in told] == [Severity.INFO]
    empty_handed.page.go_back()
    copy.trigger()
    assert "出典:" in QApplication.clipboard().text()


def test_the_way_back_leads_to_what_was_read_before_nothing_was_found(
    empty_handed: Window,
) -> None:
    page, before = empty_handed.page, empty_handed.opened
    assert page.go_back()
    assert page.reader.isVisible()
    assert empty_handed.opened == before
    assert page.results.nothing.isVisible()  # and it is still said that this is no answer
    assert not page.go_back()


def test_live_search_can_be_switched_off(ready: Window, qtbot: QtBot) -> None:
    ready.settings.set(SettingKey.LIVE_SEARCH, "off")
    ready.box.set_text("相談")
    qtbot.wait(150)
    assert ready.page.query == ""
    field = ready.box.findChild(QueryEdit)
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert ready.page.query == "相談"


def test_opened_address_is_not_replaced_by_late_results(
    window: Window, corpus: Corpus, qtbot: QtBot
) -> None:
    searcher = GatedSearcher(corpus)
    window.page.set_library(corpus)
    window.page.set_searcher(searcher)
    window.box.set_text("相談")
    qtbot.waitUntil(searcher.entered.is_set)
    window.page.open_address("cases/ashiya#overview")
    searcher.gate.set()
    qtbot.waitUntil(lambda: len(window.titles) not in (0, 23))
    qtbot.wait(350)
    assert window.opened == "cases/ashiya#overview"


def test_state_is_remembered(ready: Window, tmp_path: Path, qtbot: QtBot) -> None:
    ready.page.reader.zoom.larger()
    ready.settings.remember_window(ready.page.state())
    again = Window(tmp_path)
    qtbot.addWidget(again)
    assert again.page.reader.zoom.factor == ready.page.reader.zoom.factor
    again.page.shut_down()


@pytest.mark.parametrize("value", ["", "abc", "1,2", "0,0,0", "-5,x,9"])
def test_damaged_state_is_left_aside(tmp_path: Path, qtbot: QtBot, value: str) -> None:
    make_settings(tmp_path).remember_window({"search_widths": value, "reader_zoom": value})
    made = Window(tmp_path)
    qtbot.addWidget(made)
    assert made.page.reader.zoom.factor == 1.0
    made.page.shut_down()


def clipped(page: QWidget) -> list[str]:
    """Return visible widgets that stick out of their parents."""
    found = []
    for widget in page.findChildren(QWidget):
        parent = widget.parentWidget()
        if not widget.isVisible() or parent is None or in_scroll_area(widget):
            continue
        inside = QRect(QPoint(0, 0), parent.size())
        needed = widget.minimumSizeHint()
        sticks_out = not inside.contains(widget.geometry())
        if sticks_out or needed.width() > widget.width() or needed.height() > widget.height():
            found.append(f"{type(widget).__name__} {widget.geometry()} {needed}")
    return found


def in_scroll_area(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


@pytest.mark.parametrize(("theme", "scale"), [("light", 125), ("contrast", 150), ("dark", 100)])
def test_nothing_is_clipped_on_a_small_projector(
    qtbot: QtBot, tmp_path: Path, corpus: Corpus, theme: str, scale: int
) -> None:
    made = Window(tmp_path, theme, scale)
    qtbot.addWidget(made)
    made.resize(1280 - 110, 720 - 30)
    made.show()
    made.page.set_library(corpus)
    made.page.set_searcher(FakeSearcher(corpus))
    made.box.set_text("相談")
    qtbot.waitUntil(lambda: made.opened != "")

    def nothing_is_clipped() -> None:
        """Once the marks have come from the worker, whose number is laid out a moment later."""
        assert marks_are_found(made.page.reader)
        assert clipped(made.page) == []

    qtbot.waitUntil(nothing_is_clipped)
    assert made.width() == 1280 - 110
    made.page.shut_down()


def test_keyboard_goes_round(ready: Window, qtbot: QtBot) -> None:
    ready.box.set_text("相談")
    qtbot.waitUntil(lambda: ready.opened != "")
    view = ready.page.results.view
    with qtbot.waitSignal(view.read_requested):
        QTest.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(ready.page.reader.leave_requested):
        QTest.keyClick(ready.page.reader.view, Qt.Key.Key_Escape)
    with qtbot.waitSignal(ready.page.box_requested):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_everything_operable_has_a_name(ready: Window, qtbot: QtBot) -> None:
    ready.page.open_address("cases/nabari")
    nameless = [
        type(widget).__name__
        for widget in ready.page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def pane_widths(made: Window) -> list[int]:
    splitter = made.page.findChild(QSplitter)
    assert splitter is not None
    return splitter.sizes()


@pytest.mark.parametrize(("width", "scale"), [(1190, 150), (800, 100)])
def test_reader_has_more_than_half_where_there_is_no_room_for_facets(
    qtbot: QtBot, tmp_path: Path, width: int, scale: int
) -> None:
    made = Window(tmp_path, "light", scale)
    qtbot.addWidget(made)
    made.show()
    made.resize(width, 600)
    facets, results, reader = pane_widths(made)
    assert facets == 0
    assert reader > results > width // 4
    made.page.shut_down()


def test_chosen_widths_are_remembered_and_grow_with_the_text(
    ready: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    assert ready.page.state()["search_widths"] == ""
    handle = ready.page.findChildren(QSplitterHandle)[2]
    with qtbot.waitSignal(handle.splitter().splitterMoved):
        QTest.mousePress(handle, Qt.MouseButton.LeftButton)
        QTest.mouseMove(handle, QPoint(-60, 5))
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(-60, 5))
    before = pane_widths(ready)
    assert ready.page.state()["search_widths"] == ",".join(map(str, before))
    ready.look.set_choice("light", 115)
    assert pane_widths(ready)[1] == pytest.approx(before[1] * 1.15, abs=4)
