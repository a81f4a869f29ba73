# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Above the results: how many, what was also searched for, and how far getting ready is."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.search.model import Progress, SearchResponse
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.search.choices_row import ChoicesRow
from kyosei_desk.ui.search.export_button import ExportButton
from kyosei_desk.ui.search.rules_row import RulesRow
from kyosei_desk.ui.search.sort_button import SortButton
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_PATIENCE_MS = 300


class ResultHeader(QWidget):
    """``facets_toggled(bool)`` shows or puts away the facets.

    ``sort`` is beside them; ``choices`` are above the note, ``rules`` below it.

    ``note_changed(str)`` are the sentences of the note, ``resume_requested`` asks to get search
    ready, after that was given up.
    """

    facets_toggled = Signal(bool)
    note_changed = Signal(str)
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
        self.rules = RulesRow(theme)
        self.sort = SortButton(theme, self)
        self.export = ExportButton(theme, self)
        self.choices.tab_after = self.export
        self._resume = QPushButton("検索の準備をする", self)
        self._resume.clicked.connect(self.resume_requested)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("検索の準備の進み")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._say_searching)
        self._lay_out()
        theme.changed.connect(self._tint)
        self._tint()
        self.set_chosen_count(0)
        self.set_note("")
        self.set_sortable(False)
        self.set_resumable(False)
        self.set_progress(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._facets)
        row.addWidget(self.sort)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self.export)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.choices)
        column.addWidget(self._note)
        column.addWidget(self.rules)
        column.addWidget(self._resume, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._progress)
        scaler = LayoutScaler(self._theme, self)
        scaler.add(row, (0, 0, 0, 0), 4)
        scaler.add(column, (14, 6, 18, 6), 4)

    def set_count(self, text: str) -> None:
        """Show how many were found."""
        self._count.setText(text)
        self._make_room()

    def set_searching(self, searching: bool) -> None:
        """Say that a search is under way once it takes longer than a moment."""
        if not searching:
            self._patience.stop()
        elif not self._patience.isActive():
            self._patience.start()

    def _say_searching(self) -> None:
        self.set_count("さがしています…")

    @property
    def note(self) -> str:
        """The sentences about the result."""
        return self._note.text()

    def set_note(self, text: str) -> None:
        """Show a sentence about the result; an empty one takes no room."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.note_changed.emit(text)

    def set_sortable(self, sortable: bool) -> None:
        """Offer orders, or not: documents that are looked through have one of their own."""
        self.sort.setVisible(sortable)
        self.export.setVisible(sortable)
        self._make_room()

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
        self._make_room()

    def set_facets_shown(self, shown: bool) -> None:
        """Show whether the facets are out, without asking for it."""
        self._facets.blockSignals(True)
        self._facets.setChecked(shown)
        self._facets.blockSignals(False)
        self._make_room()

    def _make_room(self) -> None:
        """Show the count, and words on the button while the facets are away, where they fit."""
        px = self._theme.px
        free = self.width() - px(32) - px(18 + 12) - 2 * self._theme.palette.focus_width
        for button in (self.sort, self.export):
            free -= 0 if button.isHidden() else button.sizeHint().width() + px(8)
        wanted = self._count.sizeHint().width() + px(8)
        self._count.setVisible(wanted <= free)
        free -= wanted
        number = str(self._chosen_count) if self._chosen_count else ""
        name = f"しぼりこみ（{number}）" if number else "しぼりこみ"
        fits = self._facets.fontMetrics().horizontalAdvance(name) + px(8) <= free
        self._facets.setText("" if self._facets.isChecked() else name if fits else number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def _tint(self) -> None:
        side = self._theme.px(18)
        self._facets.setIcon(self._theme.icon("filter", self._theme.palette.primary))
        self._facets.setIconSize(QSize(side, side))
        self._make_room()


def count_text(response: SearchResponse) -> str:
    """Return how much was found: ``12 件・6 資料``."""
    return f"{response.total:,} 件・{response.documents:,} 資料"
