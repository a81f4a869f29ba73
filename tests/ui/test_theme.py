# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import re

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kyosei_desk.library.locations import BundledFolders
from kyosei_desk.ui.fonts import FAMILIES, FontRole, has_japanese_font, role_font
from kyosei_desk.ui.theme import Palette, Theme, ThemeName
from tests.ui.window_support import make_theme

AA_TEXT, AAA_TEXT, AA_CONTROL = 4.5, 7.0, 3.0

# What is read at length must reach AAA: colour, ground.
READ = [
    ("text", "surface"),
    ("text", "canvas"),
    ("text", "hover"),
    ("text", "primary_soft"),
    ("text", "success_soft"),
    ("text", "warning_soft"),
    ("text", "error_soft"),
    ("subtle", "surface"),
    ("subtle", "canvas"),
    ("on_mark", "mark"),
    ("on_mark_current", "mark_current"),
]
# Words on controls and chips must reach AA.
NAMED = [
    ("subtle", "hover"),
    ("subtle", "primary_soft"),
    ("primary", "surface"),
    ("primary", "canvas"),
    ("primary", "hover"),
    ("primary", "primary_soft"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("success", "surface"),
    ("success", "success_soft"),
    ("warning", "surface"),
    ("warning", "warning_soft"),
    ("error", "surface"),
    ("error", "error_soft"),
]
# Outlines of what can be operated, and the focus.
OUTLINES = [
    ("control", "surface"),
    ("control", "canvas"),
    ("focus", "surface"),
    ("focus", "canvas"),
    ("focus", "primary_soft"),
]


def luminance(color: str) -> float:
    """Return the relative luminance as WCAG 2.2 defines it."""
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2.2 defines it."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=list(ThemeName))
def palette(request: pytest.FixtureRequest, bundled: BundledFolders) -> Palette:
    return Palette.read(bundled.resources / "themes" / f"{request.param}.json")


def ratio(palette: Palette, pair: tuple[str, str]) -> float:
    first, second = (getattr(palette, name) for name in pair)
    return contrast(first, second)


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("pair", READ, ids=" on ".join)
def test_text_reaches_aaa(palette: Palette, pair: tuple[str, str]) -> None:
    assert ratio(palette, pair) >= AAA_TEXT


@pytest.mark.parametrize("pair", NAMED, ids=" on ".join)
def test_names_reach_aa(palette: Palette, pair: tuple[str, str]) -> None:
    assert ratio(palette, pair) >= AA_TEXT


@pytest.mark.parametrize("pair", OUTLINES, ids=" on ".join)
def test_outlines_can_be_seen(palette: Palette, pair: tuple[str, str]) -> None:
    assert ratio(palette, pair) >= AA_CONTROL


@pytest.mark.parametrize("number", range(5))
def test_functions_reach_aa(palette: Palette, number: int) -> None:
    color = palette.function(number)
    assert contrast(color, palette.function_soft(number)) >= AA_TEXT
    assert contrast(color, palette.surface) >= AA_TEXT
    assert contrast(color, palette.primary_soft) >= AA_TEXT


def test_function_colours_differ(palette: Palette) -> None:
    assert len({palette.function(number) for number in range(5)}) == 5


def test_high_contrast_has_thick_lines(bundled: BundledFolders) -> None:
    folder = bundled.resources / "themes"
    light, high = (Palette.read(folder / f"{name}.json") for name in ("light", "contrast"))
    assert high.border > light.border
    assert high.focus_width > light.focus_width


def test_no_token_left_in_the_style_sheet(qtbot: QtBot) -> None:
    sheet = make_theme("dark", 125).style_sheet()
    assert re.findall(r"\$\w+|\d+dp", sheet) == []


def test_style_sheet_uses_every_colour_it_names(bundled: BundledFolders) -> None:
    template = (bundled.resources / "themes" / "window.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,6}\b", template), "colours belong into the tokens"


def test_choice_changes_the_application(qtbot: QtBot) -> None:
    theme = make_theme("light", 100)
    with qtbot.waitSignal(theme.changed):
        theme.set_choice("contrast", 150)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert theme.name is ThemeName.CONTRAST
    assert theme.px(8) == 12
    assert application.palette().window().color().name() == theme.palette.surface
    assert theme.palette.primary in application.styleSheet()


def test_system_choice_gives_a_theme(qtbot: QtBot) -> None:
    assert make_theme("system").name in ThemeName


@pytest.mark.parametrize("role", list(FontRole))
def test_fonts_name_japanese_families(qtbot: QtBot, role: FontRole) -> None:
    font = role_font(role, 1.5)
    assert font.families() == list(FAMILIES)
    assert font.pixelSize() >= 18


def test_a_japanese_font_is_installed(qtbot: QtBot) -> None:
    assert has_japanese_font()


def test_theme_icons_are_there(qtbot: QtBot) -> None:
    theme: Theme = make_theme()
    assert not theme.icon("search").isNull()
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")
