# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Services made for tests of the window: what they load and how long it takes is told."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kyosei_desk.app import draw_png, draw_project_pdf
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import CancelledError
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.search.model import Progress, ProgressCallback
from kyosei_desk.services import IndexState, OpenedSearch, Services
from kyosei_desk.ui.main_window import MainWindow, apply_look
from kyosei_desk.ui.startup import open_theme
from kyosei_desk.workspace.comparisons import ComparisonStore
from kyosei_desk.workspace.project_store import ProjectStore
from kyosei_desk.workspace.searches import SearchStore
from kyosei_desk.workspace.settings import SettingsStore
from tests.ui.fake_search import FakeSearcher


class FakeDesk:
    """Opens at once; tests replace what they want to be slow or to fail."""

    def __init__(self, corpus: Corpus):
        self.corpus = corpus
        self.searcher = FakeSearcher(corpus)
        self.state = IndexState.CURRENT
        self.loading_error: Exception | None = None
        self.opening_error: Exception | None = None
        self.slow = False
        self.indexing = threading.Event()
        self.was_cancelled = False

    def load_corpus(self) -> Corpus:
        if self.loading_error is not None:
            raise self.loading_error
        return self.corpus

    def open_search(
        self,
        corpus: Corpus,
        progress: ProgressCallback,
        cancelled: Callable[[], bool],
        *,
        rebuild: bool = False,
    ) -> OpenedSearch:
        if self.opening_error is not None:
            raise self.opening_error
        if self.slow:
            self._index(progress, cancelled)
        return OpenedSearch(self.searcher, self.state, len(corpus.all_passages()))

    def _index(self, progress: ProgressCallback, cancelled: Callable[[], bool]) -> None:
        progress(Progress(3, 10))
        self.indexing.set()
        waiting = threading.Event()
        for _ in range(2000):
            if cancelled():
                self.was_cancelled = True
                raise CancelledError
            waiting.wait(0.005)

    def services(self, folders: BundledFolders, data_dir: Path) -> Services:
        return Services(
            load_corpus=self.load_corpus,
            open_search=self.open_search,
            settings=SettingsStore(data_dir / "settings.json"),
            searches=SearchStore(data_dir / "searches.json"),
            open_comparisons=lambda: ComparisonStore(data_dir / "comparisons.json"),
            open_projects=lambda: ProjectStore(data_dir / "workspace.sqlite"),
            has_projects=(data_dir / "workspace.sqlite").exists,
            draw_png=draw_png,
            draw_project_pdf=draw_project_pdf,
            data_dir=data_dir,
            content_dir=folders.content,
            resources_dir=folders.resources,
            version="1.2.3",
        )


class Desk:
    """Windows on one data folder, opened one after another."""

    def __init__(self, qtbot: QtBot, fake: FakeDesk, folders: BundledFolders, folder: Path):
        self.qtbot = qtbot
        self.fake = fake
        self._folders = folders
        self.folder = folder
        self.windows: list[MainWindow] = []
        self.painted = 0

    def open(self, *, load: bool = True) -> MainWindow:
        services = self.fake.services(self._folders, self.folder)
        theme = open_theme(services)
        apply_look(theme, services.settings)
        window = MainWindow(services, theme)
        theme.setParent(window)
        self.windows.append(window)
        self.qtbot.addWidget(window)
        window.painted.connect(self._count)
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        if load:
            window.load()
        return window

    def _count(self) -> None:
        self.painted += 1

    def open_ready(self) -> MainWindow:
        window = self.open(load=False)
        with self.qtbot.waitSignal(window.search_ready):
            window.load()
        return window


def labelled(window: MainWindow, text: str) -> QPushButton:
    """Return the button that can be seen and says this."""
    return next(b for b in window.findChildren(QPushButton) if b.text() == text and b.isVisible())
