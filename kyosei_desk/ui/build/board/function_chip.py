# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A chip that names a function: its colour never stands without its number."""

from kyosei_desk.ui.text_label import TextLabel, text_label
from kyosei_desk.ui.theme import Theme


def function_chip(name: str, number: int, plain: str) -> TextLabel:
    """Return a chip, still without its colours; ``plain`` says what the function is about."""
    chip = text_label(name, "group")
    chip.setWordWrap(False)
    chip.setToolTip(plain)
    chip.setAccessibleName(f"{name}、{plain}" if number else plain)
    return chip


def tint_chip(chip: TextLabel, number: int, theme: Theme) -> None:
    """Give a chip the colours of its function."""
    palette, px = theme.palette, theme.px
    chip.setStyleSheet(
        f"color: {palette.function(number)}; background: {palette.function_soft(number)};"
        f"border: {palette.border}px solid {palette.function(number)};"
        f"border-radius: {px(4)}px; padding: {px(1)}px {px(8)}px;"
    )
