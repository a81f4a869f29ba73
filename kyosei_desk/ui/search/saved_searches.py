# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""保存した検索: keeping a search under a name, and going back to what was kept or asked."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.messages import failure_message
from kyosei_desk.ui.search.kept_changes import (
    Outcome,
    delete,
    forget,
    forget_all,
    look,
    rename,
    save,
    take_back,
)
from kyosei_desk.ui.search.kept_queries import FacetLabels, suggested_name
from kyosei_desk.ui.search.kept_tree import KeptEntry, KeptTree
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.search_keeper import SearchOperation
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.naming import NAME_LIMIT
from kyosei_desk.workspace.searches import KeptQuery, SavedSearch, SearchStore

_SIZE = QSize(720, 560)
_NAME_SHARE = 0.55
_NOTHING_TO_KEEP = "さがしてから開くと、その検索をここに保存できます。"


class SavedSearches(QDialog):
    """``query_chosen(KeptQuery)`` is the search to ask again."""

    query_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        changing: SearchOperation,
        current: KeptQuery,
        labels: FacetLabels,
        parent: QWidget,
    ):
        """Show what is kept; ``current`` is the question of now, which can be kept too.

        ``changing`` reads and changes the file, and outlives the dialog.
        """
        super().__init__(parent)
        self.setWindowTitle("保存した検索・さがした記録")
        self._theme = theme
        self._changing = changing
        self._kept = Outcome((), ())
        self._current = current
        self._labels = labels
        self._undo: Callable[[SearchStore], object] | None = None
        self._scaler = LayoutScaler(theme, self)
        self._name = QueryEdit(self)
        self._keep = QPushButton("保存する", self)
        self._tree = KeptTree(theme, labels, round(_SIZE.width() * _NAME_SHARE), self)
        self._told = text_label("", "caption", self)
        self._back = QPushButton("もとにもどす", self)
        self._search = QPushButton("さがす", self)
        self._rename = QPushButton("名前を変える", self)
        self._delete = QPushButton("消す", self)
        self._clear = QPushButton("記録をすべて消す", self)
        self._lay_out()
        self._connect()
        self.resize((_SIZE * theme.scale).boundedTo(parent.window().size() - QSize(24, 24)))
        self._offer_current()
        self._show_kept()
        changing.do(look)
        first = self._name if current.asks_something else self._tree
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def tree(self) -> KeptTree:
        """The list: a group of saved searches, a group of the last questions."""
        return self._tree

    @property
    def told(self) -> str:
        """What is said about the last change."""
        return self._told.text()

    def keep_current(self) -> None:
        """Keep the question of now under the name in the field."""
        if self._current.asks_something:
            self._changing.do(save(self._name.text(), self._current))

    def delete_chosen(self) -> None:
        """Delete the line chosen; it can be brought back."""
        entry = self._tree.chosen
        if entry is None:
            return
        if entry.saved is not None:
            self._changing.do(delete(entry.saved, self._tree.position(entry.saved)))
        else:
            self._changing.do(forget(entry.query, self._words(entry.query)))

    def clear_recent(self) -> None:
        """Forget all last questions; they can be brought back."""
        self._changing.do(forget_all)

    def take_back(self) -> None:
        """Undo what was deleted last."""
        undo, self._undo = self._undo, None
        if undo is not None:
            self._changing.do(take_back(undo))
            self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def notice(self, sentence: str) -> None:
        """Tell how the file was found, unless something is told that was done."""
        if not self.told:
            self._tell(sentence)

    # Lines

    def _words(self, query: KeptQuery) -> str:
        return suggested_name(query, self._labels)

    def _on_renamed(self, saved: SavedSearch, name: str) -> None:
        self._changing.do(rename(saved, name))

    def _run(self) -> None:
        if (entry := self._tree.chosen) is not None:
            self.query_chosen.emit(entry.query)
            self.accept()

    def _show_state(self) -> None:
        entry = self._tree.chosen
        self._search.setEnabled(entry is not None)
        self._delete.setEnabled(entry is not None)
        self._rename.setEnabled(entry is not None and entry.saved is not None)

    # Saying how it went

    def _on_outcome(self, outcome: Outcome) -> None:
        """Show what is kept now, and say what was done."""
        self._kept = outcome
        self._show_kept()
        if outcome.made is not None:
            self._tree.choose(KeptEntry(outcome.made.query, outcome.made))
            self._tree.setFocus(Qt.FocusReason.OtherFocusReason)
        if outcome.told:
            self._tell(outcome.told, outcome.undo)

    def _on_failure(self, error: Exception) -> None:
        """Say what went wrong; a name typed in vain goes back to the one before."""
        self._show_kept()
        self._tell(failure_message(error).text)

    def _show_kept(self) -> None:
        """Show what is kept, with the same line chosen if it is still there."""
        self._tree.show_kept(self._kept.saved, self._kept.recent)
        self._show_state()
        self._clear.setEnabled(bool(self._kept.recent))

    def _tell(self, sentence: str, undo: Callable[[SearchStore], object] | None = None) -> None:
        self._undo = undo
        self._told.setText(sentence)
        self._back.setVisible(undo is not None)

    def _offer_current(self) -> None:
        asked = self._current.asks_something
        self._name.setEnabled(asked)
        self._keep.setEnabled(asked)
        if asked:
            self._name.setText(self._words(self._current))
            self._name.selectAll()
        else:
            self._name.setPlaceholderText(_NOTHING_TO_KEEP)

    # Making

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        self._scaler.add(head, (24, 20, 24, 12), 8)
        head.addWidget(text_label("保存した検索・さがした記録", "heading"))
        row = QHBoxLayout()
        self._scaler.add(row, spacing=8)
        row.addWidget(QLabel("いまの検索を", self))
        row.addWidget(self._name, 1)
        row.addWidget(self._keep)
        head.addLayout(row)
        head.addWidget(self._tree, 1)
        column.addLayout(head, 1)
        column.addWidget(self._foot())
        self._name.setMaxLength(NAME_LIMIT)
        self._name.setAccessibleName("いまの検索に付ける名前")

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setObjectName("dialogFoot")
        column = QVBoxLayout(foot)
        self._scaler.add(column, (24, 10, 24, 16), 8)
        told = QHBoxLayout()
        self._scaler.add(told, spacing=8)
        self._back.setProperty("kind", "link")
        self._back.hide()
        told.addWidget(self._told, 1)
        told.addWidget(self._back)
        column.addLayout(told)
        row = QHBoxLayout()
        self._scaler.add(row, spacing=8)
        close = QPushButton("閉じる", self)
        close.clicked.connect(self.reject)
        self._search.setProperty("kind", "primary")
        for button in (self._rename, self._delete, self._clear):
            row.addWidget(button)
        row.addStretch(1)
        for button in (close, self._search):
            row.addWidget(button)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter that confirms a conversion presses nothing
        column.addLayout(row)
        return foot

    def _connect(self) -> None:
        self._changing.succeeded.connect(self._on_outcome)
        self._changing.failed.connect(self._on_failure)
        self._name.submitted.connect(self.keep_current)
        self._name.escaped.connect(self.reject)
        self._keep.clicked.connect(self.keep_current)
        self._tree.itemActivated.connect(self._run)
        self._tree.renamed.connect(self._on_renamed)
        self._tree.currentItemChanged.connect(self._show_state)
        self._search.clicked.connect(self._run)
        self._rename.clicked.connect(self._tree.edit_name)
        self._delete.clicked.connect(self.delete_chosen)
        self._clear.clicked.connect(self.clear_recent)
        self._back.clicked.connect(self.take_back)
        self._tree.delete_requested.connect(self.delete_chosen)
