# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Takes PySide's switch for other naming styles out of the way of every later import.

PySide puts itself before Python's import so that a module may say ``from __feature__ import
snake_case``. To know which modules could, it reads the source of every module imported after
it, several hundred files of libraries that have never heard of it, and keeps the text. This
program has one style, Qt's own, and starts faster and smaller without.
"""

import builtins

import PySide6.QtCore  # noqa: F401 (it is this import that puts the switch there)


def import_plainly() -> None:
    """Put back the import that was there before; where PySide keeps none, leave all as it is."""
    before = getattr(builtins, "__orig_import__", None)
    if before is not None:
        builtins.__import__ = before
