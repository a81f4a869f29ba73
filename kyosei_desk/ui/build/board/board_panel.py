# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The guideline's rows beside the own design."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.changes.left_out import leave_out, take_up
from kyosei_desk.domain.projects.gaps import GapBoard, GapGroup, gap_board
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.board.board_row import BoardRow
from kyosei_desk.ui.build.board.board_texts import (
    PREFECTURAL_NOTE,
    SUMMARY_NOTE,
    group_name,
    summary_words,
)
from kyosei_desk.ui.build.board.function_chip import function_chip, tint_chip
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.text_label import TextLabel, text_label
from kyosei_desk.ui.theme import Theme


class BoardPanel(QWidget):
    """``provision_chosen(str)``: look for ways to it; ``element_chosen(str)``: show it.

    ``ways_requested(str)``: the ways are to be seen now, even in the board's place;
    ``addition_requested(str)``: an own element that answers it is to be written down.
    """

    provision_chosen = Signal(str)
    ways_requested = Signal(str)
    addition_requested = Signal(str)
    element_chosen = Signal(str)
    address_requested = Signal(str)
    message_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        library: BuildLibrary,
        parent: QWidget | None = None,
    ):
        """Show the project of the session."""
        super().__init__(parent)
        self.setAccessibleName("指針の項目")
        self._theme = theme
        self._session = session
        self._library = library
        self._board: GapBoard | None = None
        self._rows: dict[str, BoardRow] = {}
        self._chips: list[tuple[TextLabel, int]] = []
        self._chosen = ""
        self._shown_for: tuple[object, ...] = ()
        self._scaler = LayoutScaler(theme, self)
        self._summary = text_label("", "caption", self)
        self._prefectural = QWidget()
        self._fold = QPushButton(self)
        self._list = QVBoxLayout()
        self._lay_out()
        session.project_changed.connect(self._on_project)
        theme.changed.connect(self._tint)
        if session.project is not None:
            self._on_project(session.project)

    @property
    def board(self) -> GapBoard | None:
        """What is shown."""
        return self._board

    @property
    def chosen(self) -> str:
        """The provision that is chosen; nothing where none is."""
        return self._chosen

    @property
    def summary(self) -> str:
        """How far the design has come, in words."""
        return self._summary.text()

    def row(self, provision_id: str) -> BoardRow:
        """Return the row of a provision.

        Raises:
            KeyError: there is no such row.
        """
        return self._rows[provision_id]

    def take_keyboard(self) -> None:
        """Put the keyboard on the row that is chosen."""
        if self._rows:
            row = self._rows.get(self._chosen) or next(iter(self._rows.values()))
            row.head.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc folds the row that is open, and never leaves the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._chosen and self._rows[self._chosen].is_opened:
            self.choose(self._chosen, opened=False)
            self.take_keyboard()

    def _on_project(self, project: ModelProject) -> None:
        library, needed = self._library, (project.id, project.design, project.existing)
        if needed == self._shown_for:
            return
        self._shown_for = needed
        board = gap_board(project, library.provisions, library.functions, library.cases)
        self._board = board
        if not self._rows:
            self._make_rows(board)
        for gap in board.rows:
            self._rows[gap.provision.id].show_row(gap)
        self._summary.setText(summary_words(board))

    def _make_rows(self, board: GapBoard) -> None:
        for group in board.groups:
            if not group.prefectural:
                self._add_group(self._list, group)
        inner = QVBoxLayout(self._prefectural)
        self._scaler.add(inner, (0, 0, 0, 0), 2)
        for group in board.groups:
            if group.prefectural:
                inner.addWidget(text_label(PREFECTURAL_NOTE, "caption"))
                self._add_group(inner, group)
        self._list.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.addWidget(self._prefectural)
        self._list.addStretch(1)
        self._show_fold()
        first = next(iter(self._rows))
        self._rows[first].set_state(chosen=True, opened=False)
        self._tint()

    def _add_group(self, column: QVBoxLayout, group: GapGroup) -> None:
        number = group.function.number or 0
        chip = function_chip(group_name(group), number, group.function.plain)
        self._chips.append((chip, number))
        column.addSpacing(self._theme.px(10))
        column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        for gap in group.rows:
            row = BoardRow(self._theme, gap, self)
            row.head_pressed.connect(self._on_pressed)
            row.move_requested.connect(self._on_move)
            row.element_chosen.connect(self.element_chosen)
            row.ways_wanted.connect(self._on_ways)
            row.addition_wanted.connect(self.addition_requested)
            row.passage_wanted.connect(self._on_passage)
            row.asked_why.connect(self._on_asked)
            row.left_out.connect(self._on_left_out)
            row.taken_up.connect(self._on_taken_up)
            self._rows[gap.provision.id] = row
            column.addWidget(row)

    def _show_fold(self) -> None:
        shown = not self._prefectural.isHidden()
        self._fold.setText("都道府県の役割をたたむ" if shown else "都道府県の役割も出す")

    def _on_fold(self) -> None:
        self._prefectural.setVisible(self._prefectural.isHidden())
        self._show_fold()

    # Choosing

    def choose(self, provision_id: str, *, opened: bool | None = None) -> None:
        """Choose a row; its details open, fold, or stay as they are."""
        before = self._chosen or next(iter(self._rows), "")
        if before != provision_id and before in self._rows:
            self._rows[before].set_state(chosen=False, opened=False)
        row = self._rows[provision_id]
        row.set_state(chosen=True, opened=row.is_opened if opened is None else opened)
        QTimer.singleShot(0, self, self._reveal)  # when its details have their place
        if self._chosen != provision_id:
            self._chosen = provision_id
            self.provision_chosen.emit(provision_id)

    def _reveal(self) -> None:
        """Bring the row chosen into view: all of it if it fits, its head in any case."""
        row = self._rows.get(self._chosen)
        if row is not None:
            self._area.ensureWidgetVisible(row, 0, 0)
            self._area.ensureWidgetVisible(row.head, 0, self._theme.px(8))

    def _on_asked(self, form: QWidget) -> None:
        """Bring the form into view, when it has its place."""
        QTimer.singleShot(0, form, lambda: self._area.ensureWidgetVisible(form, 0, 0))

    def _on_pressed(self, provision_id: str) -> None:
        self.choose(provision_id, opened=not self._rows[provision_id].is_opened)

    def _on_move(self, provision_id: str, step: int) -> None:
        shown = [key for key, row in self._rows.items() if row.isVisibleTo(self)]
        place = min(max(shown.index(provision_id) + step, 0), len(shown) - 1)
        self.choose(shown[place])
        self._rows[shown[place]].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ways(self, provision_id: str) -> None:
        self.choose(provision_id)
        self.ways_requested.emit(provision_id)

    def _on_passage(self, provision_id: str) -> None:
        self.address_requested.emit(self._library.provision_address(provision_id))

    # Leaving out

    def _on_left_out(self, provision_id: str, reason: str) -> None:
        known = self._library.provisions
        if self._session.apply(
            lambda project: leave_out(project, provision_id, reason, known=known)
        ):
            self._tell(f"「{self._name(provision_id)}」は、しないと決めました。")

    def _on_taken_up(self, provision_id: str) -> None:
        known = self._library.provisions
        if self._session.apply(lambda project: take_up(project, provision_id, known=known)):
            self._tell(f"「{self._name(provision_id)}」を、また考えることにしました。")

    def _tell(self, text: str) -> None:
        undo = partial(self._session.undo_of, self._session.last_change)
        message = Message(Severity.INFO, text, "もとにもどす", undo)
        self.message_requested.emit(message)

    def _name(self, provision_id: str) -> str:
        return self._library.provisions[provision_id].plain

    # Making

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        outer = QVBoxLayout(page)
        self._scaler.add(outer, (12, 12, 8, 12), 2)
        outer.addWidget(text_label("指針の項目", "title", self))
        self._summary.setToolTip(SUMMARY_NOTE)
        outer.addWidget(self._summary)
        self._scaler.add(self._list, spacing=2)
        outer.addLayout(self._list)
        self._fold.setProperty("kind", "link")
        self._fold.clicked.connect(self._on_fold)
        self._prefectural.hide()
        self._area = QScrollArea(self)
        scroll_down(self._area)
        self._area.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)

    def _tint(self) -> None:
        for chip, number in self._chips:
            tint_chip(chip, number, self._theme)
