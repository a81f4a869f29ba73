# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Named revisions: keep one, see how two differ, go back to one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.domain.projects.changed import Changed
from kyosei_desk.domain.projects.changes.projects import restore
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.entries.entry_page import UNDO
from kyosei_desk.ui.build.entries.segments import Segments
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_past import ProjectPast
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.revisions.differences_view import DifferencesView
from kyosei_desk.ui.build.revisions.failure_row import FailureRow
from kyosei_desk.ui.build.revisions.words import (
    SAME,
    differences_between,
    entry_words,
    moment_words,
    revision_words,
)
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.list_button import PickButton
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.project_records import HistoryEntry, Revision

_SIZE = QSize(980, 600)
_LONGEST = 60
_ROW, _TWO_LINES, _LIST = 34, 56, 430  # grid pixels
_NOW = "now"
_REVISIONS, _HISTORY = "revisions", "history"
_NONE = (
    "まだ版を残していません。会議に出すときなどに、名前をつけて残すと、"
    "あとでくらべたり、もどしたりできます。"
)
_READING = "読んでいます…"
_UNREAD = "読めませんでした。"
_Role = Qt.ItemDataRole.UserRole


class RevisionsDialog(QDialog):
    """``message_requested(Message)`` tells of going back, with the way back from that."""

    message_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        past: ProjectPast,
        library: BuildLibrary,
        parent: QWidget,
    ):
        """Ask for the revisions of the project of the session."""
        super().__init__(parent)
        self.setWindowTitle("版の履歴")
        self._theme = theme
        self._session = session
        self._past = past
        self._library = library
        self._revisions: tuple[Revision, ...] = ()
        self._states: dict[int, ModelProject] = {}
        self._wanted = 0
        self._listed = False
        self._scaler = LayoutScaler(theme, self)
        self.name = QueryEdit(self)
        self.keep = QPushButton("この版を残す", self)
        labels = {_REVISIONS: "残した版", _HISTORY: "変えたことの記録"}
        self.way = Segments(theme, "履歴の見かた", labels, self)
        self.list = self._make_list("残した版")
        self.history = self._make_list("変えたことの記録")
        self.other = PickButton(theme, "くらべる相手", [(_NOW, "いまの案")], self)
        self.other.set_value(_NOW)
        self._said = text_label("", "caption", self)
        self.failure = FailureRow(theme, self)
        self._none = text_label(_NONE, "subtle", self)
        self.differences = DifferencesView(theme, self)
        self._pages = QStackedWidget(self)
        self.back = QPushButton("この版にもどす", self)
        self.close_button = QPushButton("閉じる", self)
        self._lay_out()
        self._connect()
        self.resize((_SIZE * theme.scale).boundedTo(parent.window().size() - QSize(24, 24)))
        self._show_state()
        past.list_revisions()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def said(self) -> str:
        """What is said of the difference shown."""
        return self._said.text()

    @property
    def chosen(self) -> Revision | None:
        """The revision chosen."""
        item = self.list.currentItem()
        number = item.data(_Role) if item is not None else None
        return next((one for one in self._revisions if one.number == number), None)

    def keep_revision(self) -> None:
        """Keep the project as it is now under the name in the field."""
        self._past.keep_revision(self.name.text().strip())

    def go_back(self) -> None:
        """Put the revision chosen in the place of the project: a change like any."""
        revision = self.chosen
        state = self._states.get(revision.number) if revision else None
        if revision is None or state is None:
            return
        if self._session.apply(_restoring(state, revision.name)):
            text = f"「{revision.name}」の版にもどしました。"
            undo = partial(self._session.undo_of, self._session.last_change)
            self.message_requested.emit(Message(Severity.SUCCESS, text, UNDO, undo))
            self.accept()

    # Following the store

    def _on_listed(self, revisions: tuple[Revision, ...]) -> None:
        self.failure.hide()
        self._revisions, self._listed = revisions, True
        era, chosen = self._library.era_first, self._wanted
        self.list.clear()
        for revision in revisions:
            moment = moment_words(revision.at, era_first=era)
            item = self._item(f"{revision.name}\n{moment}", self.list, _TWO_LINES)
            item.setData(_Role, revision.number)
            if revision.number == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and revisions:
            self.list.setCurrentRow(0)
        others = [(str(one.number), revision_words(one, era_first=era)) for one in revisions]
        self.other.set_choices([(_NOW, "いまの案"), *others])
        self._show_state()

    def _on_kept(self, revision: Revision) -> None:
        self.name.clear()
        self._wanted = revision.number
        self._past.list_revisions()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, number: int, project: ModelProject) -> None:
        self.failure.hide()
        self._states[number] = project
        self._show_differences()

    def _on_history(self, entries: tuple[HistoryEntry, ...]) -> None:
        era = self._library.era_first
        self.history.clear()
        for entry in entries:
            self._item(entry_words(entry, era_first=era), self.history)
        self.history.setCurrentRow(0)

    def _on_failed(self, error: Exception) -> None:
        """Say what failed; what had been read stays, nothing is said to be under way."""
        self.failure.show_failure(error)
        if self.differences.text == _READING:
            self.differences.show_groups((), _UNREAD)

    def _on_again(self) -> None:
        """Read everything again that is to be seen."""
        self.failure.hide()
        self._past.list_revisions()
        if self.way.value == _HISTORY:
            self._past.list_history()

    # Showing

    def _on_chosen(self) -> None:
        self._show_state()
        self._show_differences()

    def _on_other(self, _value: str) -> None:
        self._show_differences()

    def _show_differences(self) -> None:
        """Show what was changed from the earlier of the two states to the later one."""
        revision, now = self.chosen, self._session.project
        if revision is None or now is None:
            return
        other = self._other_number
        needed = {revision.number, other} - {0} - self._states.keys()
        for number in needed:
            self._past.read_revision(number)
        if needed:
            self.differences.show_groups((), _READING)
            return
        self.back.setEnabled(True)
        names = {one.number: one.name for one in self._revisions} | {0: "いまの案"}
        # Revisions are numbered as they were kept; the present one comes after them all.
        first, last = sorted((revision.number, other), key=lambda number: number or 10**9)
        self._said.setText(f"「{names[first]}」から「{names[last]}」までに、変えたこと")
        before, after = self._states[first], self._states[last] if last else now
        groups = differences_between(
            before, after, self._library.provisions, era_first=self._library.era_first
        )
        self.differences.show_groups(groups, SAME)

    @property
    def _other_number(self) -> int:
        return 0 if self.other.value == _NOW else int(self.other.value)

    def _show_state(self) -> None:
        known = bool(self._revisions)
        self._none.setVisible(self._listed and not known)
        self._pages.setVisible(known or self.way.value == _HISTORY)
        ready = self.chosen is not None and self.chosen.number in self._states
        self.back.setEnabled(ready and self.way.value == _REVISIONS)

    def _on_way(self, way: str) -> None:
        self._pages.setCurrentIndex(int(way == _HISTORY))
        if way == _HISTORY:
            self._past.list_history()
        self._show_state()

    # Making

    def _make_list(self, name: str) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("offered")
        made.setAccessibleName(name)
        made.setUniformItemSizes(True)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        return made

    def _item(self, words: str, parent: QListWidget, height: int = _ROW) -> QListWidgetItem:
        item = QListWidgetItem(words, parent)
        item.setToolTip(words)
        item.setSizeHint(QSize(0, self._theme.px(height)))
        return item

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QVBoxLayout()
        self._scaler.add(body, (20, 16, 20, 12), 10)
        row = QHBoxLayout()
        self._scaler.add(row, spacing=8)
        self.name.setMaxLength(_LONGEST)
        self.name.setPlaceholderText("版の名前（例: 第2回策定委員会に出したもの）")
        self.name.setAccessibleName("いまの案に付ける版の名前")
        row.addWidget(self.name, 1)
        row.addWidget(self.keep)
        body.addLayout(row)
        body.addWidget(self.failure)
        body.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._none)
        self._pages.addWidget(self._compared())
        self._pages.addWidget(self.history)
        body.addWidget(self._pages, 1)
        body.addStretch(0)
        column.addLayout(body, 1)
        column.addWidget(self._foot())

    def _compared(self) -> QSplitter:
        side = QWidget()
        column = QVBoxLayout(side)
        self._scaler.add(column, (10, 0, 0, 0), 6)
        row = QHBoxLayout()
        self._scaler.add(row, spacing=8)
        label = text_label("くらべる相手", "caption", side)
        label.setWordWrap(False)
        row.addWidget(label)
        row.addWidget(self.other, 1)
        column.addLayout(row)
        column.addWidget(self._said)
        column.addWidget(self.differences, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.list)
        splitter.addWidget(side)
        splitter.setChildrenCollapsible(False)
        px = self._theme.px
        splitter.setSizes([px(_LIST), px(_SIZE.width() - _LIST)])
        return splitter

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setObjectName("dialogFoot")
        row = QHBoxLayout(foot)
        self._scaler.add(row, (20, 10, 20, 12), 8)
        self.back.setProperty("kind", "primary")
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.back)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter that confirms a conversion presses nothing
        return foot

    def _connect(self) -> None:
        past = self._past
        past.revisions_listed.connect(self._on_listed)
        past.revision_kept.connect(self._on_kept)
        past.revision_read.connect(self._on_read)
        past.history_listed.connect(self._on_history)
        past.failed.connect(self._on_failed)
        self.failure.retry_requested.connect(self._on_again)
        self.name.submitted.connect(self.keep_revision)
        self.name.escaped.connect(self.reject)
        self.keep.clicked.connect(self.keep_revision)
        self.way.chosen.connect(self._on_way)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.other.picked.connect(self._on_other)
        self.back.clicked.connect(self.go_back)
        self.close_button.clicked.connect(self.reject)


def _restoring(state: ModelProject, name: str) -> Callable[[ModelProject], Changed]:
    return lambda project: restore(project, state, name)
