# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The tools beside the search box, in the whole window."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import StorageError
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.search.model import FacetName, MatchRule, SortOrder
from kyosei_desk.search.query import parse_query
from kyosei_desk.ui.keeping import KeepingOperation
from kyosei_desk.ui.kept.kept_dialog import KeptDialog
from kyosei_desk.ui.main_window import MainWindow, apply_look
from kyosei_desk.ui.messages import Severity
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.query_guide import QUERY_EXAMPLES, QueryGuide
from kyosei_desk.ui.reader.find_bar import FindEdit
from kyosei_desk.ui.search.box_tools import BoxTools
from kyosei_desk.ui.search.query_builder import QueryBuilder
from kyosei_desk.ui.search.search_page import SearchPage
from kyosei_desk.ui.search.search_tools import SearchTools
from kyosei_desk.ui.settings_page import SettingsPage
from kyosei_desk.ui.startup import open_theme
from kyosei_desk.workspace.searches import KeptQuery, SearchStore
from kyosei_desk.workspace.settings import SettingKey, SettingsStore
from tests.ui.desk import FakeDesk
from tests.ui.window_support import make_theme

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Bench:
    """A window that can search, and what it keeps."""

    def __init__(self, qtbot: QtBot, fake: FakeDesk, folders: BundledFolders, folder: Path):
        services = fake.services(folders, folder)
        self.settings: SettingsStore = services.settings
        self.store: SearchStore = services.searches
        self.theme = open_theme(services)
        apply_look(self.theme, services.settings)
        self.window = MainWindow(services, self.theme)
        self.theme.setParent(self.window)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        with qtbot.waitSignal(self.window.search_ready):
            self.window.load()

    @property
    def page(self) -> SearchPage:
        page = self.window.search_place.page
        assert page is not None
        return page

    @property
    def tools(self) -> SearchTools:
        tools = self.page.findChild(SearchTools)
        assert tools is not None
        return tools

    @property
    def kept(self) -> list[str]:
        return [query.text for query in self.store.recent()]

    def search(self, qtbot: QtBot, text: str) -> None:
        with qtbot.waitSignal(self.page.answered):
            self.window.pages.search_for(text)

    def wait_for_the_file(self, qtbot: QtBot) -> None:
        operations = self.window.findChildren(KeepingOperation)
        qtbot.waitUntil(lambda: not any(operation.busy for operation in operations))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)


@pytest.fixture
def bench(qtbot: QtBot, corpus: Corpus, bundled: BundledFolders, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, FakeDesk(corpus), bundled, tmp_path)
    yield made
    made.window.shut_down()


def texts(builder: QueryBuilder) -> list[str]:
    return [label.text() for label in builder.findChildren(QLabel)]


def test_tools_are_named_in_words_where_there_is_room(qtbot: QtBot) -> None:
    theme = make_theme(scale_percent=150)
    tools = BoxTools(theme)
    qtbot.addWidget(tools)

    def names() -> list[str]:
        return [button.text() for button in tools.findChildren(QPushButton)]

    tools.set_room(1280)
    assert names() == ["", ""]
    theme.set_choice("light", 100)  # the window stays as wide as it is
    assert names() == ["組み立てる", "保存・記録"]


# The query builder


def test_builder_opens_on_the_query_of_now_and_searches(bench: Bench, qtbot: QtBot) -> None:
    bench.search(qtbot, "相談")
    bench.press(Key.Key_K, Modifier.ControlModifier | Modifier.ShiftModifier)
    builder = bench.window.findChild(QueryBuilder)
    assert builder is not None
    assert builder.query == "相談"
    with qtbot.waitSignal(bench.page.answered):
        builder.query_chosen.emit("まちの保健室")
    assert bench.window.frame.box.text() == "まちの保健室"
    qtbot.waitUntil(lambda: bench.kept == ["まちの保健室"])
    builder.reject()


def test_builder_is_opened_once_and_from_any_page(bench: Bench) -> None:
    first = bench.tools.open_builder()
    assert first is bench.tools.open_builder()
    assert first is not None
    first.query_chosen.emit("相談")
    assert bench.window.pages.current is PageId.SEARCH
    first.reject()


def test_builder_says_how_much_it_finds(bench: Bench, qtbot: QtBot) -> None:
    builder = bench.tools.open_builder()
    assert builder is not None
    builder.set_query("まちの保健室")
    qtbot.waitUntil(lambda: any("件・" in text for text in texts(builder)))
    builder.set_query("ぬぬぬ")
    qtbot.waitUntil(lambda: "見つかりません" in texts(builder))
    builder.reject()


# What was asked


def test_what_is_sent_is_kept(bench: Bench, qtbot: QtBot) -> None:
    QTest.keyClicks(bench.window.frame.box.edit, "CSW")
    with qtbot.waitSignal(bench.page.answered):
        bench.press(Key.Key_Return, Modifier.NoModifier)
    qtbot.waitUntil(lambda: bench.kept == ["CSW"])


def test_a_window_that_closes_finishes_what_is_being_written(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, entered, gate = bench.store.remember, threading.Event(), threading.Event()

    def slowly(query: KeptQuery) -> None:
        entered.set()
        gate.wait(10)
        write(query)

    monkeypatch.setattr(bench.store, "remember", slowly)
    for word in ("相談", "窓口", "地域"):
        bench.search(qtbot, word)
        bench.tools.remember()
    assert entered.wait(10)
    assert bench.kept == []
    threading.Timer(0.1, gate.set).start()
    bench.window.close()
    assert bench.kept == ["地域", "窓口", "相談"]


def test_what_cannot_be_written_at_the_end_is_logged(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(_query: KeptQuery) -> None:
        raise StorageError(Path("searches.json"), "No space left on device")

    bench.search(qtbot, "相談")
    monkeypatch.setattr(bench.store, "remember", refuse)
    bench.window.close()
    assert ["not kept" in record.getMessage() for record in caplog.records] == [True]
    caplog.clear()


def test_what_rests_is_kept_after_a_while(bench: Bench, qtbot: QtBot) -> None:
    bench.search(qtbot, "相談")
    assert bench.kept == []
    meant = bench.tools.findChild(QTimer)
    assert meant is not None
    assert meant.isActive()
    meant.start(0)
    qtbot.waitUntil(lambda: bench.kept == ["相談"])


def test_what_rests_is_kept_when_the_window_closes(bench: Bench, qtbot: QtBot) -> None:
    bench.search(qtbot, "相談")
    bench.window.close()
    assert bench.kept == ["相談"]


def test_nothing_is_kept_when_the_settings_say_so(bench: Bench, qtbot: QtBot) -> None:
    bench.settings.set(SettingKey.SEARCH_HISTORY, "off")
    bench.search(qtbot, "相談")
    bench.tools.remember()
    bench.window.frame.box.query_submitted.emit("相談")
    assert bench.kept == []
    bench.window.close()
    assert "相談" not in (bench.settings.window_state().get("recent") or "")


def test_a_full_disk_is_told(bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_query: KeptQuery) -> None:
        raise StorageError(Path("searches.json"), "No space left on device")

    bench.search(qtbot, "相談")
    monkeypatch.setattr(bench.store, "remember", refuse)
    bench.tools.remember()
    qtbot.waitUntil(lambda: bench.window.frame.messages.current is not None)
    current = bench.window.frame.messages.current
    assert current is not None
    assert "空き容量がありません" in current.text
    assert current.severity is Severity.ERROR


def test_history_is_cleared_in_the_settings_and_taken_back(bench: Bench, qtbot: QtBot) -> None:
    bench.search(qtbot, "相談")
    bench.tools.remember()
    bench.store.save("残る", KeptQuery("名張"))
    bench.window.pages.open(PageId.SETTINGS)
    buttons = bench.window.pages.page(PageId.SETTINGS).findChildren(QPushButton)
    clear = next(button for button in buttons if button.text() == "さがした記録を消す")
    clear.click()
    clear.click()  # once more by mistake: nothing is left, and the first can be taken back
    bench.wait_for_the_file(qtbot)
    assert bench.kept == []
    assert len(bench.store.saved()) == 1
    message = bench.window.frame.messages.current
    assert message is not None
    assert message.act is not None
    message.act()
    qtbot.waitUntil(lambda: bench.kept == ["相談"])


def test_what_cannot_be_forgotten_is_told_and_stays(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise StorageError(Path("searches.json"), "No space left on device")

    QTest.keyClicks(bench.window.frame.box.edit, "CSW")
    bench.press(Key.Key_Return, Modifier.NoModifier)
    qtbot.waitUntil(lambda: bench.kept == ["CSW"])
    monkeypatch.setattr(bench.store, "clear_recent", refuse)
    settings = bench.window.pages.page(PageId.SETTINGS)
    assert isinstance(settings, SettingsPage)
    settings.history_clear_requested.emit()
    bench.wait_for_the_file(qtbot)
    message = bench.window.frame.messages.current
    assert message is not None
    assert "空き容量がありません" in message.text
    bench.window.pages.open(PageId.HOME)
    assert "「CSW」をさがす" in [b.text() for b in bench.window.home.findChildren(QPushButton)]


# Searches that are kept


def test_a_kept_search_is_asked_again_with_all_of_it(bench: Bench, qtbot: QtBot) -> None:
    kept = KeptQuery("まちの保健室", (("kind", ("case",)),), "date", ("fuzzy",))
    bench.press(Key.Key_H, Modifier.ControlModifier)
    dialog = bench.window.findChild(KeptDialog)
    assert dialog is not None
    with qtbot.waitSignal(bench.page.answered):
        dialog.chosen.emit(kept)
    dialog.reject()
    request = bench.page.controller.request
    assert (request.text, request.sort) == ("まちの保健室", SortOrder.DATE)
    assert request.filters == {FacetName.KIND: {"case"}}
    assert request.without == {MatchRule.FUZZY}
    assert bench.page.facets.filters == request.filters
    assert bench.page.results.header.sort.sort is SortOrder.DATE
    assert bench.window.frame.box.text() == "まちの保健室"
    assert bench.window.pages.current is PageId.SEARCH
    qtbot.waitUntil(lambda: bench.store.recent() == (kept,))


def test_a_kept_search_of_filters_alone_shows_its_documents(bench: Bench, qtbot: QtBot) -> None:
    bench.search(qtbot, "相談")
    dialog = bench.tools.open_kept()
    assert dialog is not None
    dialog.chosen.emit(KeptQuery("", (("kind", ("case",)),)))
    dialog.reject()
    assert bench.page.facets.filters == {FacetName.KIND: {"case"}}
    assert len(bench.page.results.model.rows) == 8
    assert bench.window.frame.box.text() == ""


# Finding in the document, and the guide


def test_ctrl_f_finds_in_the_document_that_is_read(bench: Bench, qtbot: QtBot) -> None:
    bench.press(Key.Key_F, Modifier.ControlModifier)
    assert not isinstance(QApplication.focusWidget(), FindEdit)
    bench.window.pages.open_address("cases/nabari")
    bench.press(Key.Key_F, Modifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), FindEdit)
    bench.press(Key.Key_Escape, Modifier.NoModifier)
    assert bench.page.reader.find_bar.isHidden()
    assert bench.window.pages.current is PageId.SEARCH


def test_results_can_be_written_out_once_there_are_some(bench: Bench, qtbot: QtBot) -> None:
    export = bench.page.results.header.export
    bench.window.pages.open(PageId.SEARCH)
    bench.press(Key.Key_E, Modifier.ControlModifier)
    assert not export.menu_shown.isVisible()
    bench.search(qtbot, "相談")
    bench.press(Key.Key_E, Modifier.ControlModifier)
    assert export.menu_shown.isVisible()
    export.menu_shown.close()


def test_an_example_of_the_guide_is_tried(bench: Bench, qtbot: QtBot) -> None:
    bench.window.pages.open(PageId.HELP)
    guide = bench.window.pages.page(PageId.HELP).findChild(QueryGuide)
    assert guide is not None
    buttons = guide.findChildren(QPushButton)
    assert [button.text() for button in buttons] == [e.query for e in QUERY_EXAMPLES]
    with qtbot.waitSignal(bench.page.answered):
        buttons[0].click()
    assert bench.window.frame.box.text() == QUERY_EXAMPLES[0].query
    assert bench.window.pages.current is PageId.SEARCH


def test_the_guide_shows_every_part_of_the_language() -> None:
    parsed = [parse_query(example.query) for example in QUERY_EXAMPLES]
    terms = [term for query in parsed for term in query.terms]
    fields = [field for query in parsed for field in query.fields]
    assert any(term.quoted for term in terms)
    assert any(term.others for term in terms)
    assert any(term.excluded for term in terms)
    assert any(field.excluded for field in fields)
    assert {field.name for field in fields} == set(FacetName) - {FacetName.PROVISION}
