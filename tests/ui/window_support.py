# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What tests of the search page and the reader are made with."""

from pathlib import Path

from kyosei_desk.library.locations import bundled_folders
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
