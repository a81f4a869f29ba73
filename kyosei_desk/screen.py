# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Tells whether there is a screen, without asking Qt, which ends the program when there is none."""

from collections.abc import Mapping


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown on a platform (``sys.platform``).

    A chosen Qt platform counts as a screen.
    """
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
