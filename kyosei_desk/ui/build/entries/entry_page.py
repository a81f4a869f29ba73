# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A list of entries with the form of one of them beside it, or in its place where it is narrow."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.order import move_entry
from kyosei_desk.domain.projects.identifiers import entries, entry_name
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.entries.entry_form import EntryForm, entry_of
from kyosei_desk.ui.build.entries.entry_table import EntryModel, EntryTable, Row
from kyosei_desk.ui.build.entries.one_line import shortened
from kyosei_desk.ui.build.icon_button import IconButton
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.settled import hand_over_texts
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

UNDO = "もとにもどす"
_ROOM_FOR_BOTH = 860
_LONGEST_NAME = 30


@dataclass(frozen=True)
class EntryKind:
    """What a page lists: its columns, the words of its rows, and how an entry goes.

    Columns of ``dates`` are shown whole, however narrow the page is.
    """

    name: str
    add: str
    empty: str
    columns: tuple[str, ...]
    rows: Callable[[ModelProject], Sequence[Row]]
    remove: Callable[[ModelProject, str], Changed]
    dates: tuple[str, ...] = ()


class EntryPage(QWidget):
    """``message_requested(Message)`` tells of what was removed, with the way back."""

    message_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        kind: EntryKind,
        form: EntryForm,
        parent: QWidget,
    ):
        """Show the entries of the session's project."""
        super().__init__(parent)
        self.setAccessibleName(kind.name)
        self._theme = theme
        self._session = session
        self._kind = kind
        self._project_id = ""
        self.form = form
        self.model = EntryModel(kind.columns, (), self)
        whole = [kind.columns.index(name) for name in kind.dates]
        self.table = EntryTable(theme, kind.name, self.model, self, whole)
        self.add = IconButton(theme, "add", kind.add, "tool", self)
        self._empty = text_label(kind.empty, "subtle", self)
        self.tool_row = QWidget(self)
        self.tools = QHBoxLayout(self.tool_row)
        self.list_side = QVBoxLayout()
        self._list = QWidget(self)
        self._sheet = QScrollArea(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self._connect()
        if session.project is not None:
            self.show_project(session.project)

    @property
    def form_is_open(self) -> bool:
        """Whether an entry is open."""
        return not self._sheet.isHidden()

    def open_entry(self, entry_id: str) -> None:
        """Open an entry in the form, with the keyboard in it."""
        if self._show_entry(entry_id):
            self._open()
            self.form.take_keyboard()

    def look_at(self, entry_id: str) -> None:
        """Show an entry that was clicked; the keyboard stays in the list where that stays."""
        if not self._has_room_for_both:
            self.open_entry(entry_id)
            self._let_a_second_click_pass()
        elif self._show_entry(entry_id):
            self._open()

    def follow(self, entry_id: str) -> None:
        """Show another entry in the form that is open; the keyboard stays where it is."""
        if self.form_is_open and self.form.entry_id:
            self._show_entry(entry_id)

    def begin(self) -> None:
        """Ask for a new entry."""
        if (project := self._session.project) is not None and self.form.lets_go():
            self.form.begin(project)
            self._open()
            self.form.take_keyboard()

    def choose(self, entry_id: str) -> None:
        """Choose an entry in the list."""
        self.table.choose(entry_id)

    def take_keyboard(self) -> None:
        """Put the keyboard on the form, the list, or what begins it."""
        if self.form_is_open:
            self.form.take_keyboard()
        elif self.model.rows:
            self._focused_list().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_project(self, project: ModelProject) -> None:
        """Show a project as it is now."""
        if project.id != self._project_id:
            self._project_id = project.id
            self.form.forget()
            self._close()
        chosen = self.table.chosen
        self.model.show_rows(self._kind.rows(project))
        self.table.choose(chosen)
        self._empty.setVisible(not self.model.rows)
        self.show_list(bool(self.model.rows))
        if not self.form_is_open or not self.form.entry_id:
            return
        entry = entry_of(project, self.form.part, self.form.entry_id)
        if entry is None:
            self.form.forget()
            self._close()
        else:
            self.form.show_entry(project, entry)

    def show_list(self, shown: bool) -> None:
        """Show the list, or what is said where there is nothing to list."""
        self.table.setVisible(shown)

    def remove_entry(self, entry_id: str) -> None:
        """Remove an entry, and offer to take that back."""
        project = self._session.project
        entry = entry_of(project, self.form.part, entry_id) if project else None
        if entry is None:
            return
        row = self.model.row_of(entry_id)
        if self._session.apply(self._removing(entry_id)):
            text = f"「{shortened(entry_name(entry), _LONGEST_NAME)}」を消しました。"
            undo = partial(self._session.undo_of, self._session.last_change)
            self.message_requested.emit(Message(Severity.INFO, text, UNDO, undo))
            rows = self.model.rows
            if rows:
                self.choose(rows[min(row, len(rows) - 1)].id)
            self.take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the form stand in the place of the list where there is no room for both."""
        super().resizeEvent(event)
        self._share_out()

    def _focused_list(self) -> QWidget:
        return self.table

    def _removing(self, entry_id: str) -> Callable[[ModelProject], Changed]:
        return lambda project: self._kind.remove(project, entry_id)

    def _on_move(self, entry_id: str, by: int) -> None:
        project = self._session.project
        if project is None:
            return
        ids = [entry.id for entry in entries(project, self.form.part)]
        place = ids.index(entry_id) + by
        if 0 <= place < len(ids):
            part = self.form.part
            self._session.apply(lambda project: move_entry(project, part, entry_id, place))
            self.choose(entry_id)

    def _on_kept(self, entry_id: str) -> None:
        self.choose(entry_id)

    def _on_done(self) -> None:
        self._close()
        self.take_keyboard()

    def _show_entry(self, entry_id: str) -> bool:
        """Show an entry in the form; False where there is none, or the one before is wrong."""
        project = self._session.project
        entry = entry_of(project, self.form.part, entry_id) if project else None
        if project is None or entry is None:
            return False
        if entry_id != self.form.entry_id and not self.form.lets_go():
            self.choose(self.form.entry_id)
            return False
        self.choose(entry_id)
        self.form.show_entry(project, entry)
        return True

    def _open(self) -> None:
        if self._sheet.isHidden():
            self._sheet.show()
            self._sheet.verticalScrollBar().setValue(0)
        self._share_out()

    def _let_a_second_click_pass(self) -> None:
        """Let the other half of a double click not press what has come up under it."""
        quiet = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        self._sheet.setAttribute(quiet)
        QTimer.singleShot(
            QApplication.doubleClickInterval(),
            self._sheet,
            partial(self._sheet.setAttribute, quiet, False),
        )

    def _close(self) -> None:
        hand_over_texts(self.form)
        self._sheet.hide()
        self._share_out()

    @property
    def _has_room_for_both(self) -> bool:
        return self.width() >= self._theme.px(_ROOM_FOR_BOTH)

    def _share_out(self) -> None:
        both = self._has_room_for_both
        self._list.setVisible(both or not self.form_is_open)
        if both and self.form_is_open:
            half = self.width() // 2
            self._splitter.setSizes([self.width() - half, half])

    # Making

    def _lay_out(self) -> None:
        scaler = LayoutScaler(self._theme, self)
        scaler.add(self.tools, (12, 4, 12, 4), 8)
        self.tools.addWidget(self.add)
        self.tools.addStretch(1)
        side = self.list_side
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.tool_row)
        hint = QVBoxLayout()
        scaler.add(hint, (14, 2, 14, 2), 0)
        hint.addWidget(self._empty)
        side.addLayout(hint)
        side.addWidget(self.table, 1)
        side.addStretch(0)
        self._list.setLayout(side)
        scroll_down(self._sheet)
        self._sheet.setWidget(self.form)
        self._sheet.hide()
        self._splitter.addWidget(self._list)
        self._splitter.addWidget(self._sheet)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)

    def _connect(self) -> None:
        self._session.project_changed.connect(self.show_project)
        self.add.clicked.connect(self.begin)
        self.table.opened.connect(self.open_entry)
        self.table.clicked_on.connect(self.look_at)
        self.table.walked_to.connect(self.follow)
        self.table.add_wanted.connect(self.begin)
        self.table.removal_wanted.connect(self.remove_entry)
        self.table.move_wanted.connect(self._on_move)
        self.form.kept.connect(self._on_kept)
        self.form.done.connect(self._on_done)
        self.form.removal_wanted.connect(self.remove_entry)
