# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The middle of the search page: a header, and the rows or why there are none."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kyosei_desk.search.model import Diagnosis
from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.ui.search.nothing_found import NothingFound
from kyosei_desk.ui.search.result_header import ResultHeader
from kyosei_desk.ui.search.results_model import SearchResultsModel
from kyosei_desk.ui.search.results_view import ResultsView
from kyosei_desk.ui.search.rows import ResultRow
from kyosei_desk.ui.theme import Theme

# A row is opened when the choice rests: soon after a key, later while someone is typing.
_AFTER_CHOICE_MS = 70
_AFTER_ANSWER_MS = 250


class ResultsColumn(QWidget):
    """Shows rows and tells, once the choice rests, which one to open.

    ``address_chosen(Address)`` follows the chosen row after a moment.
    """

    address_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make the column, empty."""
        super().__init__(parent)
        self.header = ResultHeader(theme, self)
        self.header.setMinimumWidth(1)  # else its height is reckoned for a width it has not got
        self.model = SearchResultsModel(self)
        self.view = ResultsView(theme, self.model, self)
        self.nothing = NothingFound(theme, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self._quiet = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._open_chosen)
        self.view.row_chosen.connect(self._on_row_chosen)
        self.header.note_changed.connect(self.view.describe)

    @property
    def opening(self) -> bool:
        """Whether a row is about to be opened."""
        return self._rest.isActive()

    def show_rows(self, rows: tuple[ResultRow, ...], chosen: int, *, open_it: bool) -> None:
        """Show rows with one chosen (-1: none), which is opened after a while if asked."""
        self._stack.setCurrentWidget(self.view)
        self._rest.stop()
        self._quiet = True
        self.model.set_rows(rows)
        self.view.choose(chosen)
        self._quiet = False
        if chosen <= 0:
            self.view.scrollToTop()
        if open_it and chosen >= 0:
            self._rest.start(_AFTER_ANSWER_MS)

    def show_nothing(self, query: str, diagnosis: Diagnosis) -> None:
        """Show why nothing was found."""
        self._rest.stop()
        self.model.set_rows(())
        self.nothing.show_diagnosis(query, diagnosis)
        self._stack.setCurrentWidget(self.nothing)

    def choose_address(self, address: Address) -> None:
        """Choose the row of an address that is opened otherwise; none if it has no row."""
        self._rest.stop()
        self._quiet = True
        self.view.choose(self.model.row_of(address))
        self._quiet = False

    def choose_document(self, document_id: str) -> None:
        """Choose the first row of a document that is opened otherwise."""
        of = (row.address for row in self.model.rows if row.address.document_id == document_id)
        if (first := next(of, None)) is not None:
            self.choose_address(first)

    def open_now(self) -> None:
        """Open the chosen row without waiting."""
        self._rest.stop()
        self._open_chosen()

    def focus_results(self) -> None:
        """Put the keyboard into the rows, on the first one if none is chosen."""
        if not self.view.currentIndex().isValid():
            self.view.move_choice(1)
        shown = self._stack.currentWidget()
        if shown is self.view:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.nothing.focusNextChild()

    def _on_row_chosen(self, _row: int) -> None:
        if not self._quiet:
            self._rest.start(_AFTER_CHOICE_MS)

    def _open_chosen(self) -> None:
        row = self.view.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            self.address_chosen.emit(self.model.rows[row].address)
