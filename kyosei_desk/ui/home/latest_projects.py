# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The latest of the own plans on the home page, read once everything else is there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, SignalInstance

from kyosei_desk.ui.build.build_place import BuildPlace
from kyosei_desk.ui.home.home_page import HomePage
from kyosei_desk.ui.navigation import PageId
from kyosei_desk.ui.pages import Pages

if TYPE_CHECKING:
    from kyosei_desk.workspace.project_records import ProjectEntry


class LatestProjects(QObject):
    """Reads them when the window is ready, and again whenever the home page is shown."""

    def __init__(self, build: BuildPlace, home: HomePage, pages: Pages, ready: SignalInstance):
        """Read nothing until ``ready`` is told."""
        super().__init__(home)
        self._build = build
        self._home = home
        self._is_ready = False
        ready.connect(self._on_ready)
        pages.shown.connect(self._on_page_shown)
        build.latest_read.connect(self._on_read)

    def _on_ready(self) -> None:
        self._is_ready = True
        QTimer.singleShot(0, self, self._build.read_latest)

    def _on_page_shown(self, page: PageId) -> None:
        if page is PageId.HOME and self._is_ready:
            self._build.read_latest()

    def _on_read(self, latest: "tuple[ProjectEntry, ...]") -> None:
        self._home.set_projects(latest, era_first=self._build.era_first)
