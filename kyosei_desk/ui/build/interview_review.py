# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""After the last question: every answer in words, with a way back to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.interview import Question
from kyosei_desk.ui.layouts import clear_layout
from kyosei_desk.ui.scroll_page import ScrollPage
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.project_rules import question_text

_MAX_WIDTH = 900
_DONE = "答えは、案の要素やまちの数字になっています。案の画面で、図を見ながら直せます。"


class InterviewReview(ScrollPage):
    """``question_requested(int)`` goes back to a question."""

    question_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Show nothing yet."""
        super().__init__(theme, _MAX_WIDTH, 10, parent)
        self._theme = theme
        self._rows = QVBoxLayout()
        self.scaler.add(self._rows, spacing=6)
        self.column.addWidget(text_label("答えの見直し", "heading"))
        self.column.addWidget(text_label(_DONE, "body"))
        self.column.addLayout(self._rows)
        self.column.addStretch(1)

    def show_answers(self, asked: tuple[Question, ...]) -> None:
        """List the questions with their answers."""
        clear_layout(self._rows)
        for number, question in enumerate(asked):
            self._rows.addWidget(self._row(number, question))

    def _row(self, number: int, question: Question) -> QFrame:
        row = QFrame()
        row.setProperty("card", "plain")
        line = QHBoxLayout(row)
        self.scaler.add(line, (14, 8, 10, 8), 12)
        words = QVBoxLayout()
        self.scaler.add(words, spacing=3)
        words.addWidget(text_label(f"{number + 1}. {question_text(question.id)}", "strong"))
        words.addWidget(text_label(question.answer or "とばしました", "body"))
        line.addLayout(words, 1)
        button = _GoTo("直す" if question.answer else "答える", number)
        button.setAccessibleName(
            f"質問{number + 1}に{'答えなおす' if question.answer else '答える'}"
        )
        button.asked.connect(self.question_requested)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


class _GoTo(QPushButton):
    """Sends its number."""

    asked = Signal(int)

    def __init__(self, text: str, number: int):
        super().__init__(text)
        self._number = number
        self.clicked.connect(self._send)

    def _send(self) -> None:
        self.asked.emit(self._number)
