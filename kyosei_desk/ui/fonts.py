# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The fonts of the window: Japanese families set explicitly, sizes by role.

Without explicit families Qt may show Japanese text with Chinese glyph variants.
"""

from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase

FAMILIES: tuple[str, ...] = (
    "BIZ UDPGothic",
    "Yu Gothic UI",
    "Meiryo",
    "Hiragino Sans",
    "Noto Sans CJK JP",
)


class FontRole(StrEnum):
    """What a piece of text is for; one step of weight or size a level."""

    CAPTION = "caption"
    BODY = "body"
    STRONG = "strong"
    TITLE = "title"
    HEADING = "heading"
    DISPLAY = "display"


# Pixels at text scale 1, and whether the role is bold.
_SIZES: dict[FontRole, tuple[int, bool]] = {
    FontRole.CAPTION: (13, False),
    FontRole.BODY: (15, False),
    FontRole.STRONG: (15, True),
    FontRole.TITLE: (17, True),
    FontRole.HEADING: (22, True),
    FontRole.DISPLAY: (28, True),
}


def role_pixels(role: FontRole, scale: float) -> int:
    """Return the size of a role in logical pixels at a text scale."""
    return round(_SIZES[role][0] * scale)


def role_font(role: FontRole, scale: float) -> QFont:
    """Return the font of a role at a text scale."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(role_pixels(role, scale))
    font.setBold(_SIZES[role][1])
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def has_japanese_font() -> bool:
    """Tell whether one of the families, or any font for Japanese, is installed.

    Reads the whole font database: for after the first paint.
    """
    installed = set(QFontDatabase.families())
    if not installed.isdisjoint(FAMILIES):
        return True
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.Japanese))
