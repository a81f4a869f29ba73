# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Above the results: how many, what was also searched for, and how far getting ready is."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.search.model import MatchRule, Progress, SearchResponse
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.search.choices_row import ChoicesRow
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_NOTE_LIMIT = 3
_ROOM_FOR_NAME = 236
_PATIENCE_MS = 300
_TOLD_RULES = (MatchRule.NOTATION, MatchRule.READING, MatchRule.SYNONYM, MatchRule.FUZZY)


class ResultHeader(QWidget):
    """``facets_toggled(bool)`` shows or puts away the facets; ``choices`` are above the note.

    ``resume_requested`` asks to get search ready, after that was given up.
    """

    facets_toggled = Signal(bool)
    resume_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make it for no result yet."""
        super().__init__(parent)
        self._theme = theme
        self._chosen_count = 0
        self._facets = QPushButton(self)
        self._facets.setProperty("kind", "tool")
        self._facets.setCheckable(True)
        self._facets.setToolTip("しぼりこみを出す・しまう")
        self._facets.setAccessibleName("しぼりこみを出す・しまう")
        self._facets.toggled.connect(self.facets_toggled)
        self._count = text_label("", "caption", self)
        self._count.setWordWrap(False)
        self._note = text_label("", "caption", self)
        self.choices = ChoicesRow(theme)
        self._resume = QPushButton("検索の準備をする", self)
        self._resume.clicked.connect(self.resume_requested)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("検索の準備の進み")
        row = QHBoxLayout()
        row.addWidget(self._facets)
        row.addStretch(1)
        row.addWidget(self._count)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.choices)
        column.addWidget(self._note)
        column.addWidget(self._resume, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._progress)
        scaler = LayoutScaler(theme, self)
        scaler.add(row, (0, 0, 0, 0), 8)
        scaler.add(column, (12, 6, 20, 6), 4)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._say_searching)
        theme.changed.connect(self._tint)
        self._tint()
        self.set_chosen_count(0)
        self.set_note("")
        self.set_resumable(False)
        self.set_progress(None)

    def set_count(self, text: str) -> None:
        """Show how many were found."""
        self._count.setText(text)

    def set_searching(self, searching: bool) -> None:
        """Say that a search is under way once it takes longer than a moment."""
        if not searching:
            self._patience.stop()
        elif not self._patience.isActive():
            self._patience.start()

    def _say_searching(self) -> None:
        self._count.setText("さがしています…")

    def set_note(self, text: str) -> None:
        """Show a sentence about the result; an empty one takes no room."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def set_resumable(self, resumable: bool) -> None:
        """Offer to get search ready, or not."""
        self._resume.setVisible(resumable)

    def set_progress(self, progress: Progress | None, *, busy: bool = False) -> None:
        """Show how far getting ready is; ``busy`` without numbers; None when there is none."""
        self._progress.setVisible(progress is not None or busy)
        total = progress.total if progress else 0
        self._progress.setRange(0, total)
        self._progress.setValue(progress.done if progress else 0)

    def set_chosen_count(self, count: int) -> None:
        """Show how many facet values are chosen."""
        self._chosen_count = count
        self._name_facets()

    def set_facets_shown(self, shown: bool) -> None:
        """Show whether the facets are out, without asking for it."""
        self._facets.blockSignals(True)
        self._facets.setChecked(shown)
        self._facets.blockSignals(False)
        self._name_facets()

    def _name_facets(self) -> None:
        """Name the button in words while the facets, which have a heading, are away."""
        count = self._chosen_count
        name = f"しぼりこみ（{count}）" if count else "しぼりこみ"
        scarce = self.width() < self._theme.px(_ROOM_FOR_NAME)
        self._facets.setText("" if scarce or self._facets.isChecked() else name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether there is room for words on the button."""
        super().resizeEvent(event)
        self._name_facets()

    def _tint(self) -> None:
        side = self._theme.px(18)
        self._facets.setIcon(self._theme.icon("filter", self._theme.palette.primary))
        self._facets.setIconSize(QSize(side, side))


def count_text(response: SearchResponse) -> str:
    """Return how much was found: ``12 件・6 資料``."""
    return f"{response.total:,} 件・{response.documents:,} 資料"


def response_note(response: SearchResponse) -> str:
    """Return what people should know about how the result came about."""
    parts = []
    if response.relaxed:
        parts.append("すべてのことばを含む箇所がないため、多く含む箇所を出しています。")
    widened = []
    for hit in response.hits:
        for match in hit.matched:
            if match.rule in _TOLD_RULES and match.query != match.text:
                widened.append((match.query, match.text))
    told = list(dict.fromkeys(widened))[:_NOTE_LIMIT]
    if told:
        pairs = "、".join(f"「{query}」は「{text}」" for query, text in told)
        parts.append(f"{pairs}も含めて探しました。")
    return "".join(parts)
