# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What tests of つくる are made with."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import KyoseiError
from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.elements import ElementDraft, add_element
from kyosei_desk.domain.projects.changes.projects import new_project
from kyosei_desk.domain.projects.model import ModelProject, OwnTown
from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.ui.build.build_page import BuildPage
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_keeper import ProjectKeeper
from kyosei_desk.ui.build.project_past import ProjectPast
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.messages import Message
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.project_records import HistoryEntry, OpenProject
from kyosei_desk.workspace.project_store import ProjectStore
from tests.ui.desk import FakeDesk
from tests.ui.window_support import make_settings

TOWN = OwnTown(name="うちの町", population=62_000, elementary_schools=12)


def add(name: str) -> "Adding":
    """Return the change that adds a place of this name."""
    return Adding(name)


class Adding:
    """Adds an element."""

    def __init__(self, name: str):
        self._name = name

    def __call__(self, project: ModelProject) -> Changed:
        return add_element(project, ElementDraft(name=self._name))


def names(project: ModelProject | None) -> list[str]:
    """Return the names of a project's elements."""
    return [element.name for element in project.design.elements] if project else []


class FailingStore(ProjectStore):
    """Fails at what it is told to, once told so."""

    failing: KyoseiError | None = None

    def commit(
        self, project_id: str, position: int, changed: Changed, *, goes_on: bool = False
    ) -> OpenProject:
        if self.failing is not None:
            raise self.failing
        return super().commit(project_id, position, changed, goes_on=goes_on)


class Heard(QObject):
    """Keeps what a session told."""

    def __init__(self, session: ProjectSession):
        super().__init__(session)
        self.projects: list[ModelProject] = []
        self.saved: list[datetime] = []
        self.failures: list[Exception] = []
        self.told: list[str] = []
        self.history: list[tuple[HistoryEntry | None, HistoryEntry | None]] = []
        session.project_changed.connect(self.projects.append)
        session.saved.connect(self.saved.append)
        session.failed.connect(self.failures.append)
        session.told.connect(self.told.append)
        session.history_changed.connect(self._on_history)

    def _on_history(self, undo: HistoryEntry | None, redo: HistoryEntry | None) -> None:
        self.history.append((undo, redo))


class Workshop(QObject):
    """A session on a store of its own, as the page makes one."""

    def __init__(self, qtbot: QtBot, corpus: Corpus, folder: Path, theme: Theme):
        super().__init__()
        self.qtbot = qtbot
        self.theme = theme
        self.path = folder / "workspace.sqlite"
        self.store = FailingStore(self.path)
        self.keeper = ProjectKeeper(lambda: self.store, self)
        self.session = ProjectSession(self.keeper, self)
        self.past = ProjectPast(self.keeper, self.session, self)
        self.library = BuildLibrary(corpus, make_settings(folder))
        self.heard = Heard(self.session)

    def begin(self, *names: str, town: OwnTown = TOWN) -> ModelProject:
        """Begin a project with places of these names, and wait until all is kept."""
        with self.qtbot.waitSignal(self.session.opened):
            self.session.create(new_project("体制", town, project_id="own"))
        for name in names:
            assert self.session.apply(add(name))
        self.settle()
        assert self.session.project is not None
        return self.session.project

    def settle(self) -> None:
        """Wait until everything asked for is done."""
        self.qtbot.waitUntil(lambda: not self.session.busy)

    @property
    def kept(self) -> list[str]:
        """The names of the elements that are kept on disk."""
        return names(ProjectStore(self.path).open("own").project)


class BuildPages:
    """Pages on one data folder, opened one after another."""

    def __init__(
        self, qtbot: QtBot, corpus: Corpus, folders: BundledFolders, folder: Path, theme: Theme
    ):
        self.qtbot = qtbot
        self.corpus = corpus
        self.services = FakeDesk(corpus).services(folders, folder)
        self.theme = theme
        self.pages: list[BuildPage] = []
        self.keepers: list[ProjectKeeper] = []
        self.told: list[Message] = []
        self.status: list[str] = []
        self._owner = QObject()

    def open(self, *, library: bool = True) -> BuildPage:
        keeper = ProjectKeeper(self.services.open_projects, self._owner)
        page = BuildPage(self.theme, self.services, keeper)
        self.pages.append(page)
        self.keepers.append(keeper)
        self.qtbot.addWidget(page)
        page.message_requested.connect(self.told.append)
        page.status_changed.connect(self.status.append)
        page.resize(1208, 630)
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        if library:
            page.set_library(self.corpus)
            self.qtbot.waitUntil(lambda: page.places.currentIndex() > 0)
        return page

    def close(self, page: BuildPage) -> None:
        number = self.pages.index(page)
        self.services.settings.remember_window(page.state())
        page.shut_down()
        self.keepers[number].shut_down()
        page.hide()

    def close_all(self) -> None:
        for page, keeper in zip(self.pages, self.keepers, strict=True):
            page.shut_down()
            keeper.shut_down()
