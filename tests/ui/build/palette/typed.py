# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Typing as people do here: through an input method."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit


def type_in(edit: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Replace what stands in a field by what an input method commits; nothing clears it."""
    if not text:
        edit.clear()
        return
    edit.selectAll()
    committed = QInputMethodEvent("", [])
    committed.setCommitString(text)
    QApplication.sendEvent(edit, committed)
