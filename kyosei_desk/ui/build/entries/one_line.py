# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Fields of one line stay so, whatever is pasted into them."""

import re

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

_BREAKS = re.compile("[\n\r\t\v\f\x85\u2028\u2029]+")


class _OneLine(QObject):
    """Lives with its field."""

    def __init__(self, edit: QLineEdit):
        super().__init__(edit)
        self._edit = edit
        edit.textChanged.connect(self._on_changed)

    def _on_changed(self, text: str) -> None:
        if _BREAKS.search(text):
            before = text[: self._edit.cursorPosition()]
            self._edit.setText(_BREAKS.sub(" ", text.strip("\n\r")))
            self._edit.setCursorPosition(len(_BREAKS.sub(" ", before.strip("\n\r"))))


def keep_to_one_line(edit: QLineEdit) -> None:
    """Put a space where lines of a text that is pasted break, before anything else sees it."""
    _OneLine(edit)


def shortened(text: str, most: int) -> str:
    """Return a name in so many characters at most; what is cut ends in "…"."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
