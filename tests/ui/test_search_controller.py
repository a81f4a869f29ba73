# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import IndexBrokenError, UnknownDocumentError
from kyosei_desk.search.model import FacetName, SearchRequest, SearchResponse
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.search.search_controller import SearchAnswer, SearchController
from tests.ui.fake_search import FakeSearcher, GatedSearcher


class Asked:
    """A controller and what it has sent."""

    def __init__(self) -> None:
        self.parent = QObject()
        self.worker = WorkerThread("search", self.parent)
        self.controller = SearchController(self.worker, self.parent)
        self.answers: list[SearchAnswer] = []
        self.failures: list[Exception] = []
        self.emptied = 0
        self.controller.answered.connect(self.answers.append)
        self.controller.failed.connect(self.failures.append)
        self.controller.emptied.connect(self.count_emptied)

    def count_emptied(self) -> None:
        self.emptied += 1

    def queries(self) -> list[str]:
        return [answer.request.text for answer in self.answers]


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[Asked]:
    made = Asked()
    yield made
    made.worker.shut_down()


def test_answers_come_for_the_newest_question_only(
    asked: Asked, corpus: Corpus, qtbot: QtBot
) -> None:
    searcher = GatedSearcher(corpus)
    asked.controller.set_searcher(searcher)
    asked.controller.set_text("相")
    qtbot.waitUntil(searcher.entered.is_set)
    for text in ("相談", "相談 支", "相談 支援"):
        asked.controller.set_text(text)
        asked.controller.ask_now()
    searcher.gate.set()
    qtbot.waitUntil(lambda: bool(asked.answers))
    qtbot.wait(50)
    assert asked.queries() == ["相談 支援"]
    assert [request.text for request in searcher.asked] == ["相", "相談 支援"]


def test_typing_never_waits_for_the_search(asked: Asked, corpus: Corpus, qtbot: QtBot) -> None:
    searcher = GatedSearcher(corpus)
    asked.controller.set_searcher(searcher)
    asked.controller.set_text("相")
    qtbot.waitUntil(searcher.entered.is_set)
    for number in range(200):
        asked.controller.set_text("相談" * number)
        asked.controller.ask_now()
    assert searcher.asked == []  # the first question has not been let through meanwhile
    assert asked.controller.waiting
    searcher.gate.set()


def test_search_runs_in_one_thread_that_is_not_the_windows(
    asked: Asked, corpus: Corpus, qtbot: QtBot
) -> None:
    searcher = FakeSearcher(corpus)
    asked.controller.set_searcher(searcher)
    for text in ("相談", "支援"):
        with qtbot.waitSignal(asked.controller.answered):
            asked.controller.set_text(text)
    assert len(searcher.threads) == 1
    assert threading.get_ident() not in searcher.threads


def test_question_waits_for_the_searcher(asked: Asked, corpus: Corpus, qtbot: QtBot) -> None:
    asked.controller.set_text("相談")
    qtbot.wait(100)
    assert asked.answers == []
    asked.controller.set_searcher(FakeSearcher(corpus))
    qtbot.waitUntil(lambda: asked.queries() == ["相談"])


def test_without_a_searcher_nothing_is_under_way(asked: Asked, qtbot: QtBot) -> None:
    busy: list[bool] = []
    asked.controller.busy_changed.connect(busy.append)
    asked.controller.set_text("相談")
    qtbot.wait(100)
    assert True not in busy


def test_spaces_around_the_text_ask_nothing_new(asked: Asked, corpus: Corpus, qtbot: QtBot) -> None:
    asked.controller.set_searcher(FakeSearcher(corpus))
    asked.controller.set_text("相談")
    qtbot.waitUntil(lambda: len(asked.answers) == 1)
    asked.controller.set_text(" 相談　")
    qtbot.wait(100)
    assert len(asked.answers) == 1


def test_emptied_question_drops_the_answer(asked: Asked, corpus: Corpus, qtbot: QtBot) -> None:
    searcher = GatedSearcher(corpus)
    asked.controller.set_searcher(searcher)
    asked.controller.set_text("相談")
    qtbot.waitUntil(searcher.entered.is_set)
    asked.controller.set_text("")
    searcher.gate.set()
    qtbot.wait(50)
    assert asked.emptied == 1
    assert asked.answers == []


def test_filters_are_part_of_the_question(asked: Asked, corpus: Corpus, qtbot: QtBot) -> None:
    asked.controller.set_searcher(FakeSearcher(corpus))
    asked.controller.set_text("相談")
    asked.controller.set_filters({FacetName.KIND: frozenset({"case"})})
    qtbot.waitUntil(lambda: bool(asked.answers))
    assert {hit.kind for hit in asked.answers[-1].response.hits} == {"case"}


def failing(corpus: Corpus, error: Exception) -> FakeSearcher:
    class Failing(FakeSearcher):
        def search(self, request: SearchRequest) -> SearchResponse:
            raise error

    return Failing(corpus)


def test_failure_of_the_engine_is_told(asked: Asked, corpus: Corpus, qtbot: QtBot) -> None:
    asked.controller.set_searcher(failing(corpus, UnknownDocumentError("x")))
    asked.controller.set_text("相談")
    qtbot.waitUntil(lambda: bool(asked.failures))
    assert isinstance(asked.failures[0], UnknownDocumentError)
    assert asked.controller.ready


def test_a_question_to_a_broken_index_waits_for_the_next_one(
    asked: Asked, corpus: Corpus, qtbot: QtBot
) -> None:
    asked.controller.set_searcher(failing(corpus, IndexBrokenError(Path("index"), "gone")))
    with qtbot.waitSignal(asked.controller.index_broken):
        asked.controller.set_text("相談")
    assert not asked.controller.ready
    assert asked.failures == []
    asked.controller.set_searcher(FakeSearcher(corpus))
    qtbot.waitUntil(lambda: asked.queries() == ["相談"])


def test_closing_during_a_search_leaves_no_thread(
    asked: Asked, corpus: Corpus, qtbot: QtBot
) -> None:
    searcher = GatedSearcher(corpus)
    asked.controller.set_searcher(searcher)
    asked.controller.set_text("相談")
    qtbot.waitUntil(searcher.entered.is_set)
    threading.Timer(0.1, searcher.gate.set).start()
    asked.worker.shut_down()
    assert not asked.worker.isRunning()
    assert asked.answers == []
