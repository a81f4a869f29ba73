# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""An index that breaks while the window is open, and search that was given up."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import IndexBrokenError
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.search.model import Hit, ProgressCallback, SearchRequest, SearchResponse
from kyosei_desk.services import OpenedSearch, Services
from kyosei_desk.ui.main_window import MainWindow, apply_look
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.startup import open_theme
from tests.ui.desk import FakeDesk
from tests.ui.fake_search import FakeSearcher
from tests.ui.window_support import page_of


class BrokenSearcher(FakeSearcher):
    """What an engine whose files have gone does."""

    def search(self, request: SearchRequest) -> SearchResponse:
        raise IndexBrokenError(Path("index"), "gone")

    def related(self, document_id: str, section_id: str, limit: int) -> tuple[Hit, ...]:
        raise IndexBrokenError(Path("index"), "gone")


class BreakingDesk(FakeDesk):
    """Opens one searcher after the other, and notes which were to be built afresh."""

    def __init__(self, corpus: Corpus, *searchers: FakeSearcher):
        super().__init__(corpus)
        self._next = list(searchers)
        self.rebuilt: list[bool] = []

    def open_search(
        self,
        corpus: Corpus,
        progress: ProgressCallback,
        cancelled: Callable[[], bool],
        *,
        rebuild: bool = False,
    ) -> OpenedSearch:
        self.rebuilt.append(rebuild)
        self.searcher = self._next.pop(0)
        return super().open_search(corpus, progress, cancelled, rebuild=rebuild)


Open = Callable[[Services], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def open_window(services: Services) -> MainWindow:
        theme = open_theme(services)
        apply_look(theme, services.settings)
        window = MainWindow(services, theme)
        theme.setParent(window)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        with qtbot.waitSignal(window.search_ready):
            window.load()
        return window

    yield open_window
    for window in windows:
        window.shut_down()


def message_of(window: MainWindow) -> Message:
    message = window.frame.messages.current
    assert message is not None
    return message


def resume_button(window: MainWindow) -> QPushButton:
    buttons = page_of(window).findChildren(QPushButton)
    return next(button for button in buttons if button.text() == "検索の準備をする")


def has_rows(window: MainWindow) -> bool:
    return "件" in window.frame.status.text and bool(page_of(window).results.model.rows)


def test_a_broken_index_is_made_again_and_the_search_repeated(
    open_window: Open, qtbot: QtBot, corpus: Corpus, bundled: BundledFolders, tmp_path: Path
) -> None:
    fake = BreakingDesk(corpus, BrokenSearcher(corpus), FakeSearcher(corpus))
    window = open_window(fake.services(bundled, tmp_path))
    window.pages.search_for("相談")
    qtbot.waitUntil(lambda: has_rows(window))
    assert fake.rebuilt == [False, True]
    assert [request.text for request in fake.searcher.asked] == ["相談"]
    assert message_of(window).severity is Severity.INFO
    assert "作り直します" in message_of(window).text
    assert window.frame.status.work_text == ""


def test_a_break_found_while_reading_is_mended_too(
    open_window: Open, qtbot: QtBot, corpus: Corpus, bundled: BundledFolders, tmp_path: Path
) -> None:
    fake = BreakingDesk(corpus, BrokenSearcher(corpus), FakeSearcher(corpus))
    window = open_window(fake.services(bundled, tmp_path))
    with qtbot.waitSignal(window.search_ready):
        window.pages.open_address("cases/nabari")
    assert fake.rebuilt == [False, True]


def test_an_index_that_breaks_again_at_once_is_not_made_for_ever(
    open_window: Open, qtbot: QtBot, corpus: Corpus, bundled: BundledFolders, tmp_path: Path
) -> None:
    searchers = [BrokenSearcher(corpus), BrokenSearcher(corpus), FakeSearcher(corpus)]
    fake = BreakingDesk(corpus, *searchers)
    window = open_window(fake.services(bundled, tmp_path))
    window.pages.search_for("相談")
    qtbot.waitUntil(lambda: resume_button(window).isVisible())
    assert fake.rebuilt == [False, True]
    assert message_of(window).act_label == "もう一度"
    resume_button(window).click()
    qtbot.waitUntil(lambda: has_rows(window))
    assert not resume_button(window).isVisible()


def test_search_given_up_can_be_resumed_from_the_page(
    open_window: Open, qtbot: QtBot, corpus: Corpus, bundled: BundledFolders, tmp_path: Path
) -> None:
    fake = FakeDesk(corpus)
    fake.slow = True
    services = fake.services(bundled, tmp_path)
    theme = open_theme(services)
    window = MainWindow(services, theme)
    theme.setParent(window)
    qtbot.addWidget(window)
    window.show()
    window.load()
    qtbot.waitUntil(lambda: "30 %" in window.frame.status.work_text)
    window.pages.search_for("相談")
    window.frame.status.cancel_requested.emit()
    assert resume_button(window).isVisible()
    assert "とりやめました" in message_of(window).text
    fake.slow = False
    resume_button(window).click()
    qtbot.waitUntil(lambda: has_rows(window))
    assert window.frame.messages.current is None
    window.shut_down()
