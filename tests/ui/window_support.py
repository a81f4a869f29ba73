# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What tests of the search page and the reader are made with."""

from pathlib import Path

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kyosei_desk.library.locations import bundled_folders
from kyosei_desk.ui.main_window import MainWindow
from kyosei_desk.ui.search.search_box import QueryEdit, SearchBox
from kyosei_desk.ui.search.search_page import SearchPage
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.settings import SettingsStore


def make_theme(choice: str = "light", scale_percent: int = 100) -> Theme:
    """Return a theme that is applied to the application."""
    theme = Theme(bundled_folders().resources)
    theme.set_choice(choice, scale_percent)
    return theme


def make_settings(folder: Path) -> SettingsStore:
    """Return the settings of a person who has changed nothing."""
    return SettingsStore(folder / "settings.json")


def page_of(window: MainWindow) -> SearchPage:
    """Return the search page of a window that has made it."""
    page = window.search_place.page
    assert page is not None
    return page


class Window(QWidget):
    """A box above a page, as in the main window."""

    def __init__(self, folder: Path, theme: str = "light", scale: int = 100):
        super().__init__()
        self.look = make_theme(theme, scale)
        self.settings = make_settings(folder)
        self.box = SearchBox(self.look)
        self.page = SearchPage(self.look, self.settings)
        self.page.connect_box(self.box)
        column = QVBoxLayout(self)
        column.addWidget(self.box)
        column.addWidget(self.page, 1)
        self.resize(1400, 800)

    @property
    def titles(self) -> list[str]:
        return [row.title for row in self.page.results.model.rows]

    @property
    def documents(self) -> list[str]:
        rows = self.page.results.model.rows
        return list(dict.fromkeys(row.address.document_id for row in rows))

    @property
    def opened(self) -> str:
        return str(self.page.reader.way.address or "")

    @property
    def edit(self) -> QueryEdit:
        return self.box.edit

    def type(self, text: str) -> None:
        """Type as with an input method: composed elsewhere, and committed."""
        committed = QInputMethodEvent("", [])
        committed.setCommitString(text)
        QApplication.sendEvent(self.edit, committed)
