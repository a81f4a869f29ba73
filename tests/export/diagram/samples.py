# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Colours to draw with in tests."""

from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.library.locations import bundled_folders

COLORS = DiagramColors.read(bundled_folders().resources / "themes" / "light.json")
