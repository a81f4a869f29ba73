# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.export.comparison.file import ComparisonFormat
from kyosei_desk.export.diagram.file import DiagramFormat
from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.ui.compare import diagram_tab
from kyosei_desk.ui.compare.arrangement import Arrangement
from kyosei_desk.ui.compare.asking_for_files import file_name
from kyosei_desk.ui.compare.compare_export import Destination
from kyosei_desk.ui.compare.compare_header import CompareTab
from kyosei_desk.ui.compare.compare_page import ComparePage, mixed_days
from kyosei_desk.ui.compare.diagram_export import DiagramFile
from kyosei_desk.ui.compare.figure_rows import FigureBar
from kyosei_desk.ui.compare.figures_view import FiguresModel
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.comparisons import comparison_of
from kyosei_desk.workspace.settings import SettingKey
from tests.ui.comparing import FUJISAWA, NABARI, OMUTA, THREE, designs_of, matrix_of
from tests.ui.desk import FakeDesk

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL = Modifier.ControlModifier


class Pages:
    """Pages on one data folder, opened one after another."""

    def __init__(
        self, qtbot: QtBot, corpus: Corpus, folders: BundledFolders, folder: Path, theme: Theme
    ):
        self.qtbot = qtbot
        self.corpus = corpus
        self.services = FakeDesk(corpus).services(folders, folder)
        self.theme = theme
        self.pages: list[ComparePage] = []
        self.told: list[Message] = []
        self.status: list[str] = []
        self.asked: list[str] = []

    def open(self, *, library: bool = True) -> ComparePage:
        page = ComparePage(self.theme, self.services)
        self.pages.append(page)
        self.qtbot.addWidget(page)
        page.message_requested.connect(self.told.append)
        page.status_changed.connect(self.status.append)
        page.address_requested.connect(self.asked.append)
        page.resize(1208, 620)
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        if library:
            page.set_library(self.corpus)
        return page

    def close(self, page: ComparePage) -> None:
        self.services.settings.remember_window(page.state())
        page.shut_down()
        page.hide()


@pytest.fixture
def pages(
    qtbot: QtBot, corpus: Corpus, bundled: BundledFolders, tmp_path: Path, theme: Theme
) -> Iterator[Pages]:
    made = Pages(qtbot, corpus, bundled, tmp_path, theme)
    yield made
    for page in made.pages:
        page.shut_down()


@pytest.fixture
def page(pages: Pages) -> ComparePage:
    made = pages.open()
    made.compare(THREE)
    return made


def press(page: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key, modifier)


# Beginning


def test_without_a_library_it_says_what_it_waits_for(pages: Pages) -> None:
    page = pages.open(library=False)
    page.choose_columns()
    assert not page.is_choosing
    assert page.state() == {}
    page.set_library(pages.corpus)
    assert page.is_choosing


def test_one_begins_by_choosing_and_compares_with_enter(pages: Pages) -> None:
    page = pages.open()
    assert page.is_choosing
    assert page.picker.cards.hasFocus()
    for key in (Key.Key_Space, Key.Key_Right, Key.Key_Space, Key.Key_Return):
        press(page, key, Modifier.NoModifier)
    assert not page.is_choosing
    assert page.controller.arrangement.columns == ("cases/ashiya", "cases/edogawa")
    assert page.tabs.table.view.hasFocus()


def test_choosing_again_begins_with_what_is_compared(page: ComparePage) -> None:
    press(page, Key.Key_O)
    assert page.is_choosing
    assert page.picker.model.chosen == THREE
    press(page, Key.Key_Escape, Modifier.NoModifier)
    assert not page.is_choosing
    assert page.controller.arrangement.columns == THREE


def test_the_last_comparison_comes_back(pages: Pages, page: ComparePage) -> None:
    page.controller.arrange(page.controller.arrangement.pin(OMUTA))
    page.header.same.click()
    page.show_tab(CompareTab.FIGURES)
    pages.close(page)
    again = pages.open()
    assert again.controller.arrangement.columns == (OMUTA, NABARI, FUJISAWA)
    assert again.controller.arrangement.pinned == 1
    assert again.header.same.isChecked()
    assert again.header.tab is CompareTab.FIGURES


def test_damaged_memory_begins_with_choosing(pages: Pages) -> None:
    pages.services.settings.remember_window({"comparison": "{", "compare_tab": "x"})
    page = pages.open()
    assert page.is_choosing
    assert page.header.tab is CompareTab.TABLE


def test_an_example_never_takes_the_place_of_a_comparison(pages: Pages) -> None:
    page = pages.open()
    page.show_example((NABARI, "cases/unknown"))
    assert page.is_choosing
    page.show_example((NABARI, OMUTA))
    page.show_example(THREE)
    assert page.controller.arrangement.columns == (NABARI, OMUTA)


# The head of the page


def test_the_status_counts_rows_and_differences(pages: Pages, page: ComparePage) -> None:
    matrix = matrix_of(pages.corpus)
    differ = sum(row.differs for row in matrix.rows)
    assert pages.status[-1].startswith(f"3列・21行　ちがいのある行 {differ}")
    page.header.same.click()
    assert pages.status[-1].startswith(f"3列・{differ}行")


@pytest.mark.parametrize(
    ("ids", "era", "western"),
    [
        ((NABARI, FUJISAWA), "平成29年4月～9月", "2017年4月～9月"),
        ((NABARI, "cases/yamagata"), "", ""),
        ((FUJISAWA, OMUTA), "", ""),
    ],
)
def test_mixed_days_are_told(corpus: Corpus, ids: tuple[str, ...], era: str, western: str) -> None:
    matrix = matrix_of(corpus, ids)
    assert mixed_days(matrix, True) == era
    assert mixed_days(matrix, False) == western


def test_tabs_are_changed_by_keys(page: ComparePage, monkeypatch: pytest.MonkeyPatch) -> None:
    no_diagrams(monkeypatch)
    names = list(CompareTab)
    for expected in (*names[1:], names[0]):
        press(page, Key.Key_PageDown)
        assert page.header.tab is expected
    press(page, Key.Key_PageUp)
    assert page.header.tab is CompareTab.MAP


def test_passages_are_shown_by_a_button_that_follows(page: ComparePage) -> None:
    page.header.passage.click()
    assert page.tabs.table.passages.is_shown
    page.tabs.table.passages.close()
    assert not page.header.passage.isChecked()


def stops(page: ComparePage, count: int) -> list[str]:
    """Return the names of the controls that Tab goes to next."""
    found = []
    for _ in range(count):
        press(page, Key.Key_Tab, Modifier.NoModifier)
        focused = QApplication.focusWidget()
        assert focused is not None
        found.append(focused.accessibleName() or getattr(focused, "text", str)())
    return found


def test_tab_goes_through_the_page_as_it_is_read(page: ComparePage) -> None:
    assert stops(page, 10) == [
        "列を選ぶ",
        "保存した比較",
        "もちだす",
        "くらべかた",
        "ちがいだけ",
        "記載なしの行をかくす",
        "本文を横に",
        "行: 指針の項目",
        "すべて広げる",
        "くらべる表",
    ]


def test_tab_goes_through_the_choice_as_it_is_read(pages: Pages) -> None:
    page = pages.open()
    page.picker.model.choose(THREE)
    assert stops(page, 9) == [
        "8つすべて選ぶ",
        "くらべる",
        "保存した比較・最近の比較",
        "ことばでしぼる",
        "人口: 選ばない",
        "都道府県: 選ばない",
        "担い手: 選ばない",
        "圏域: 選ばない",
        "くらべられる自治体",
    ]


# Other tabs


def no_diagrams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagram_tab, "design_diagram", empty_diagram)


def empty_diagram(design: object, corpus: object) -> Diagram:
    return Diagram(100, 100, "図", "", (), (), (), (), (), ())


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
    diagrams.left.view.address_chosen.emit("cases/nabari#kenko-kaigo-yobo")
    assert pages.asked == ["cases/nabari#kenko-kaigo-yobo"]


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


def test_dates_follow_the_settings(pages: Pages, page: ComparePage) -> None:
    head = page.tabs.table.model.columns[0]
    assert head.day == "平成29年9月1日現在"
    pages.services.settings.set(SettingKey.DATE_STYLE, "western")
    page.refresh_settings()
    assert page.tabs.table.model.columns[0].day == "2017年9月1日現在"


# Carrying it away


@pytest.mark.parametrize("file_format", ComparisonFormat)
def test_the_rows_shown_are_written(
    pages: Pages, page: ComparePage, tmp_path: Path, file_format: ComparisonFormat
) -> None:
    path = tmp_path / "くらべる.txt"
    with pages.qtbot.waitSignal(page.export.message_requested):
        page.export.write(Destination(path, file_format))
    assert pages.told[-1].severity is Severity.SUCCESS
    assert "3列・21行を くらべる.txt に" in pages.told[-1].text
    text = path.read_text(encoding="utf-8-sig")
    assert "まちの保健室" in text
    assert "厚生労働省" in text


def test_what_cannot_be_written_is_told_with_a_way_on(
    pages: Pages, page: ComparePage, tmp_path: Path
) -> None:
    with pages.qtbot.waitSignal(page.export.message_requested):
        page.export.write(Destination(tmp_path, ComparisonFormat.CSV))
    assert pages.told[-1].severity is Severity.ERROR
    assert pages.told[-1].act_label == "もう一度"


def test_the_table_is_copied_with_its_sources(pages: Pages, page: ComparePage) -> None:
    with pages.qtbot.waitSignal(page.export.message_requested):
        page.export.copy()
    mime = QGuiApplication.clipboard().mimeData()
    assert "<table" in mime.html()
    assert "まちの保健室" in mime.text()
    assert "出典" in mime.text()


def test_the_menu_offers_every_format(pages: Pages, page: ComparePage) -> None:
    asked: list[ComparisonFormat] = []
    page.header.file_requested.disconnect(page.export.choose_file)
    page.header.file_requested.connect(asked.append)
    for action in page.header.export_menu.actions():
        if action.data() is not None:
            action.trigger()
    assert set(asked) == set(ComparisonFormat)


def test_a_file_is_named_after_its_columns() -> None:
    day, first = datetime.date(2026, 11, 23), "くらべる"
    named = file_name(first, ["名張市", "藤沢市"], "csv", day)
    assert named == "くらべる_名張市_藤沢市_20261123.csv"
    named = file_name(first, ["A/B", "C", "D", "E"], "html", day)
    assert named == "くらべる_A_B_C_D_ほか_20261123.html"
    assert file_name(first, [], "md", day) == "くらべる_20261123.md"


@pytest.mark.parametrize(("suffix", "begin"), [("svg", b"<"), ("png", b"\x89PNG")])
def test_a_diagram_is_written_as_picture(
    pages: Pages,
    page: ComparePage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
    begin: bytes,
) -> None:
    no_diagrams(monkeypatch)
    page.show_tab(CompareTab.DIAGRAM)
    diagrams = page.tabs.diagrams
    assert diagrams is not None
    pages.qtbot.waitUntil(lambda: diagrams.left.view.diagram is not None)
    asked: list[tuple[Diagram, str, DiagramFormat]] = []
    diagrams.left.file_requested.disconnect(diagrams.export.choose_file)
    diagrams.left.file_requested.connect(lambda *all_of_it: asked.append(all_of_it))
    actions = diagrams.left.menu_shown.actions()
    next(action for action in actions if action.data() == suffix).trigger()
    diagram, title, file_format = asked[0]
    assert title == "名張市"
    path = tmp_path / f"図.{suffix}"
    with pages.qtbot.waitSignal(diagrams.message_requested):
        diagrams.export.write(DiagramFile(diagram, path, file_format))
    assert pages.told[-1].severity is Severity.SUCCESS
    assert path.read_bytes().startswith(begin)


# What is kept


def test_a_comparison_is_remembered_and_opened_again(pages: Pages, page: ComparePage) -> None:
    store = pages.services.open_comparisons()
    pages.qtbot.waitUntil(lambda: len(store.recent()) == 1)
    assert store.recent()[0].ids == THREE
    page.compare((NABARI, OMUTA))
    page.kept.take(store.recent()[-1])
    assert page.controller.arrangement.columns == THREE
    assert pages.told == []


def test_a_comparison_whose_sources_changed_says_so(
    pages: Pages, page: ComparePage, corpus: Corpus
) -> None:
    kept = comparison_of(designs_of(corpus), Arrangement(THREE, 1).view())
    first = kept.columns[0]
    marks = tuple((part, "0" * 16 if part == "elements" else mark) for part, mark in first.marks)
    changed = type(kept)((type(first)(first.id, first.title, marks), *kept.columns[1:]), kept.view)
    page.kept.take(changed)
    assert pages.told[-1].severity is Severity.WARNING
    assert "名張市の要素が" in pages.told[-1].text
    assert page.controller.arrangement.pinned == 1


def test_the_list_of_kept_comparisons_opens_once(pages: Pages, page: ComparePage) -> None:
    press(page, Key.Key_S)
    dialog = page.kept.dialog
    assert dialog is not None
    page.kept.open()
    assert page.kept.dialog is dialog
    pages.qtbot.waitUntil(lambda: not dialog.kept.busy)
    dialog.reject()
    assert page.kept.dialog is None
