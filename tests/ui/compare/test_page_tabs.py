# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QProgressBar, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.quantities import Basis
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import CancelledError
from kyosei_desk.export.diagram.layout import design_diagram
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.ui.compare import diagram_tab
from kyosei_desk.ui.compare.compare_header import CompareTab
from kyosei_desk.ui.compare.compare_page import ComparePage
from kyosei_desk.ui.compare.figure_rows import FigureBar
from kyosei_desk.ui.compare.figures_view import FiguresModel
from kyosei_desk.workspace.settings import SettingKey
from tests.ui.compare.pages import Pages, empty_diagram, no_diagrams, press
from tests.ui.comparing import FUJISAWA, NABARI, OMUTA, THREE

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_two_diagrams_stand_side_by_side(
    pages: Pages, page: ComparePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_diagrams(monkeypatch)
    page.show_tab(CompareTab.DIAGRAM)
    diagrams = page.tabs.diagrams
    assert diagrams is not None
    assert (diagrams.left.choice.value, diagrams.right.choice.value) == (NABARI, FUJISAWA)
    qtbot.waitUntil(lambda: diagrams.right.view.diagram is not None)
    assert diagrams.left.view.diagram is not None
    diagrams.right.choice.set_value(OMUTA)
    diagrams.right.choice.chosen.emit(OMUTA)
    page.controller.arrange(page.controller.arrangement.without(NABARI))
    assert diagrams.left.choice.value == FUJISAWA
    assert diagrams.right.choice.value == OMUTA
    diagrams.right.choice.set_value("")
    diagrams.right.choice.chosen.emit("")
    assert diagrams.right.view.isHidden()


def test_a_card_is_read_beside_the_diagrams(
    pages: Pages, page: ComparePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_diagrams(monkeypatch)
    page.show_tab(CompareTab.DIAGRAM)
    diagrams = page.tabs.diagrams
    assert diagrams is not None
    diagrams.left.view.address_chosen.emit("cases/nabari#kenko-kaigo-yobo")
    assert pages.asked == []
    panel = diagrams.reading.panel
    assert panel is not None
    assert diagrams.reading.is_shown
    assert str(panel.reader.way.address) == "cases/nabari#kenko-kaigo-yobo"
    press(panel.reader.view, Key.Key_Escape, Modifier.NoModifier)
    assert not diagrams.reading.is_shown
    diagrams.left.view.address_chosen.emit("cases/nabari#kenko-kaigo-yobo")
    buttons = panel.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "さがすで開く").click()
    assert pages.asked == ["cases/nabari#kenko-kaigo-yobo"]


def test_one_diagram_is_shown_alone_and_beside_again(
    pages: Pages, page: ComparePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_diagrams(monkeypatch)
    page.show_tab(CompareTab.DIAGRAM)
    diagrams = page.tabs.diagrams
    assert diagrams is not None
    for pane, other in ((diagrams.left, diagrams.right), (diagrams.right, diagrams.left)):
        pane.alone_toggled.emit(True)
        assert (pane.isHidden(), other.isHidden()) == (False, True)
        pane.alone_toggled.emit(False)
        assert (pane.isHidden(), other.isHidden()) == (False, False)


def test_tools_wait_for_the_diagram_and_something_moves(
    pages: Pages, page: ComparePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, drawn = threading.Event(), []

    def draw(design: ComparedDesign, *_of: object, era_first: bool) -> Diagram:
        go_on.wait(10)
        drawn.append((design.id, era_first))
        return empty_diagram()

    monkeypatch.setattr(diagram_tab, "design_diagram", draw)
    page.show_tab(CompareTab.DIAGRAM)
    diagrams = page.tabs.diagrams
    assert diagrams is not None
    moving = diagrams.left.findChild(QProgressBar)
    assert moving is not None
    tools = diagrams.left.findChildren(QToolButton)
    assert not moving.isHidden()
    assert not any(tool.isEnabled() for tool in tools)
    go_on.set()
    qtbot.waitUntil(lambda: diagrams.right.view.diagram is not None)
    assert moving.isHidden()
    assert all(tool.isEnabled() for tool in tools)
    page.show_tab(CompareTab.TABLE)
    page.show_tab(CompareTab.DIAGRAM)
    assert drawn == [(NABARI, True), (FUJISAWA, True)]  # kept as they are
    pages.services.settings.set(SettingKey.DATE_STYLE, "western")
    page.refresh_settings()
    qtbot.waitUntil(lambda: len(drawn) == 4)
    assert drawn[2:] == [(NABARI, False), (FUJISAWA, False)]


def test_closing_while_a_diagram_is_drawn_gives_it_up(
    pages: Pages, page: ComparePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, given_up = threading.Event(), threading.Event()

    def draw(
        _design: object, _corpus: object, cancelled: Callable[[], bool], *, era_first: bool
    ) -> Diagram:
        started.set()
        for _ in range(2000):
            if cancelled():
                given_up.set()
                raise CancelledError
            given_up.wait(0.005)
        return empty_diagram()

    monkeypatch.setattr(diagram_tab, "design_diagram", draw)
    page.show_tab(CompareTab.DIAGRAM)
    assert started.wait(10)
    page.close()
    page.shut_down()
    assert given_up.is_set()
    assert page.tabs.diagrams is not None
    assert page.tabs.diagrams.left.view.diagram is None
    assert pages.told == []


def test_a_window_closed_while_a_diagram_is_drawn_is_gone(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ComparePage(pages.theme, pages.services)
    page.set_library(pages.corpus)
    page.compare(THREE)
    started = threading.Event()

    def draw(
        design: ComparedDesign, corpus: Corpus, cancelled: Callable[[], bool], *, era_first: bool
    ) -> Diagram:
        started.set()
        return design_diagram(design, corpus, cancelled, era_first=era_first)

    monkeypatch.setattr(diagram_tab, "design_diagram", draw)
    page.show_tab(CompareTab.DIAGRAM)
    assert started.wait(10)
    page.shut_down()
    gone: list[bool] = []
    page.destroyed.connect(lambda: gone.append(True))
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    assert gone == [True]


def test_figures_are_of_the_columns_and_lead_to_their_passage(
    pages: Pages, page: ComparePage
) -> None:
    page.show_tab(CompareTab.FIGURES)
    figures = page.tabs.figures
    assert figures is not None
    bars = [line for line in figures.model.lines if isinstance(line, FigureBar)]
    assert {bar.title for bar in bars} == {"名張市", "藤沢市", "大牟田市"}
    assert figures.view.hasFocus()
    figures.view.setCurrentIndex(figures.model.index(1, 0))
    press(figures.view, Key.Key_Return, Modifier.NoModifier)
    assert pages.asked == ["cases/nabari#profile"]
    figures.choice.set_value("people_per_one")
    figures.choice.chosen.emit("people_per_one")
    elements = [x.element for x in figures.model.lines if isinstance(x, FigureBar)]
    assert "まちの保健室" in elements


def test_people_to_one_are_told_of_places_only(page: ComparePage) -> None:
    page.compare(("cases/ashiya", NABARI))  # 13件 of activities, 15 places
    page.show_tab(CompareTab.FIGURES)
    figures = page.tabs.figures
    assert figures is not None
    figures.choice.set_value(Basis.PEOPLE_PER_ONE.value)
    figures.refresh()
    bars = [line for line in figures.model.lines if isinstance(line, FigureBar)]
    valued = {bar.element for bar in bars if bar.value}
    assert "まちの保健室" in valued
    assert not any("見守り活動" in name for name in valued)
    assert {bar.title for bar in bars} == {"芦屋市", "名張市"}


def test_the_figures_model_is_sound(qtbot: QtBot, page: ComparePage) -> None:
    page.show_tab(CompareTab.FIGURES)
    assert page.tabs.figures is not None
    model = FiguresModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_lines(page.tabs.figures.model.lines)
    assert "÷" in str(model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole))
    assert tester.model() is model


def test_the_map_puts_columns_in_and_out(pages: Pages, page: ComparePage) -> None:
    page.show_tab(CompareTab.MAP)
    shown = page.tabs.map
    assert shown is not None
    shown.column_requested.emit("cases/toyonaka")
    assert page.controller.arrangement.columns == (*THREE, "cases/toyonaka")
    shown.column_requested.emit(NABARI)
    assert NABARI not in page.controller.arrangement.columns
    shown.address_chosen.emit(OMUTA)
    assert pages.asked == [OMUTA]


def test_a_ninth_column_is_refused_with_a_way_on(pages: Pages) -> None:
    ninth = pages.corpus.cases[0].model_copy(update={"id": "cases/ninth"})
    towns = pages.corpus.municipalities.values()
    pages.corpus = Corpus((*pages.corpus.documents, ninth), towns)
    page = pages.open()
    eight = [case.id for case in pages.corpus.cases if case.id != "cases/ninth"]
    page.compare(tuple(eight))
    page.show_tab(CompareTab.MAP)
    shown = page.tabs.map
    assert shown is not None
    shown.column_requested.emit("cases/ninth")
    assert list(page.controller.arrangement.columns) == eight
    assert pages.told[-1].text == (
        "くらべられるのは8つまでです。「列を選ぶ」でどれかを外すと、芦屋市を入れられます。"
    )
    shown.column_requested.emit(eight[0])
    shown.column_requested.emit("cases/ninth")
    assert list(page.controller.arrangement.columns) == [*eight[1:], "cases/ninth"]


def test_dates_follow_the_settings(pages: Pages, page: ComparePage) -> None:
    head = page.tabs.table.model.columns[0]
    assert head.day == "平成29年9月1日現在"
    pages.services.settings.set(SettingKey.DATE_STYLE, "western")
    page.refresh_settings()
    assert page.tabs.table.model.columns[0].day == "2017年9月1日現在"
