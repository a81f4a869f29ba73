# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Colours, fonts and spacing of the whole window, from one file of tokens a theme.

Widgets take their look from the application's style sheet, which is written in terms of
tokens (``resources/themes/window.qss``); what paints itself asks :class:`Theme`.
"""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessibilityHints,
    QColor,
    QFont,
    QGuiApplication,
    QIcon,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from kyosei_desk.ui.fonts import FAMILIES, FontRole, role_font, role_pixels
from kyosei_desk.ui.icons import IconSet

SYSTEM_CHOICE = "system"
_TOKEN = re.compile(r"\$([a-z_]+\d?)|\b(\d+)dp\b")


class ThemeName(StrEnum):
    """The themes there are; each has a file of tokens."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True)
class Palette:
    """The colours of a theme as ``#rrggbb``, and its line widths in pixels.

    ``primary_soft`` is behind the selected row or page; ``control`` outlines what can be
    operated (at least 3:1 to the surface); ``functions`` are 【1】 to 【4】 with gray at 0
    for the plan.
    """

    text: str
    subtle: str
    line: str
    control: str
    surface: str
    canvas: str
    hover: str
    primary: str
    primary_hover: str
    on_primary: str
    primary_soft: str
    focus: str
    mark: str
    on_mark: str
    mark_current: str
    on_mark_current: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    functions: tuple[str, ...]
    function_softs: tuple[str, ...]
    border: int
    focus_width: int

    def function(self, number: int) -> str:
        """Return the colour of function 【``number``】; 0 is the plan's gray."""
        return self.functions[number]

    def function_soft(self, number: int) -> str:
        """Return the background that goes with :meth:`function`."""
        return self.function_softs[number]

    @classmethod
    def read(cls, path: Path) -> "Palette":
        """Read a file of tokens; each token must be there and no other.

        Raises:
            OSError: the file cannot be read.
            TypeError: a token is missing or unknown.
        """
        tokens: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        for name in ("functions", "function_softs"):
            tokens[name] = tuple(tokens[name])
        return cls(**tokens)


class Theme(QObject):
    """The look in force. ``changed`` is sent after the style sheet has been renewed."""

    changed = Signal()

    def __init__(self, resources_dir: Path, parent: QObject | None = None):
        """Start with the light theme at text scale 1; nothing is applied yet."""
        super().__init__(parent)
        self._folder = resources_dir / "themes"
        self._icons = IconSet(resources_dir / "icons")
        self._choice = SYSTEM_CHOICE
        self._name = ThemeName.LIGHT
        self._scale = 1.0
        self._palette = Palette.read(self._folder / "light.json")
        self._template = (self._folder / "window.qss").read_text(encoding="utf-8")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return self._palette

    @property
    def name(self) -> ThemeName:
        """The theme in force."""
        return self._name

    @property
    def scale(self) -> float:
        """The text scale: 1.0 is standard."""
        return self._scale

    def px(self, pixels: int) -> int:
        """Return a length of the 8-pixel grid at the text scale."""
        return round(pixels * self._scale)

    def font(self, role: FontRole, zoom: float = 1.0) -> QFont:
        """Return the font of a role at the text scale, times ``zoom``."""
        return role_font(role, self._scale * zoom)

    def icon(self, name: str, color: str | None = None) -> QIcon:
        """Return a drawn icon in a colour (the text colour unless told)."""
        return self._icons.icon(name, color or self._palette.text, self._palette.on_primary)

    def pixmap(self, name: str, color: str, side: int, ratio: float) -> QPixmap:
        """Return a drawn icon ``side`` logical pixels large, whatever the size."""
        return self._icons.pixmap(name, color, self._palette.on_primary, side, ratio)

    def set_choice(self, choice: str, scale_percent: int) -> None:
        """Take the theme chosen (``system`` follows the computer) and the text scale."""
        self._choice = choice
        self._scale = scale_percent / 100
        self._apply()

    def _follow_system(self) -> None:
        if self._choice == SYSTEM_CHOICE:
            self._apply()

    def _apply(self) -> None:
        self._name = system_theme() if self._choice == SYSTEM_CHOICE else ThemeName(self._choice)
        self._palette = Palette.read(self._folder / f"{self._name}.json")
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(qt_palette(self._palette))
            application.setFont(self.font(FontRole.BODY))
            application.setStyleSheet(self.style_sheet())
        self.changed.emit()

    def style_sheet(self) -> str:
        """Return the style sheet with every token and length filled in."""
        values = self._values()

        def fill(match: re.Match[str]) -> str:
            token, length = match.groups()
            return values[token] if token else f"{self.px(int(length))}px"

        return _TOKEN.sub(fill, self._template)

    def _values(self) -> dict[str, str]:
        palette = self._palette
        values = {name: str(value) for name, value in vars(palette).items()}
        for number, (color, soft) in enumerate(
            zip(palette.functions, palette.function_softs, strict=True)
        ):
            values[f"function{number}"] = color
            values[f"function_soft{number}"] = soft
        for role in FontRole:
            values[f"size_{role}"] = f"{role_pixels(role, self._scale)}px"
        values["families"] = ", ".join(f'"{family}"' for family in FAMILIES)
        values["folder"] = self._folder.as_posix()
        values["name"] = self._name
        values["border_px"] = f"{palette.border}px"
        # Qt draws square corners when a radius is more than half of the side.
        values["radio_radius"] = f"{self.px(16) // 2 + palette.border}px"
        values["focus_px"] = f"{palette.focus_width}px"
        return values


def system_theme() -> ThemeName:
    """Return the theme that suits the computer's own setting."""
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    if isinstance(accessibility, QAccessibilityHints):
        high = Qt.ContrastPreference.HighContrast
        if accessibility.contrastPreference() == high:
            return ThemeName.CONTRAST
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return ThemeName.DARK if dark else ThemeName.LIGHT


def qt_palette(palette: Palette) -> QPalette:
    """Return Qt's palette for what the style sheet does not reach."""
    roles = QPalette.ColorRole
    colors = {
        roles.Window: palette.surface,
        roles.WindowText: palette.text,
        roles.Base: palette.surface,
        roles.AlternateBase: palette.canvas,
        roles.Text: palette.text,
        roles.Button: palette.surface,
        roles.ButtonText: palette.text,
        roles.ToolTipBase: palette.surface,
        roles.ToolTipText: palette.text,
        roles.PlaceholderText: palette.subtle,
        roles.Highlight: palette.primary,
        roles.HighlightedText: palette.on_primary,
        roles.Accent: palette.primary,
        roles.Link: palette.primary,
        roles.LinkVisited: palette.primary,
        roles.Mid: palette.line,
        roles.Dark: palette.control,
    }
    made = QPalette()
    for role, color in colors.items():
        made.setColor(role, QColor(color))
    disabled = QPalette.ColorGroup.Disabled
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(disabled, role, QColor(palette.control))
    return made
