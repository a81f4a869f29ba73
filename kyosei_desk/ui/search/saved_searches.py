# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""保存した検索: keeping a search under a name, and going back to what was kept or asked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.domain.errors import StorageError
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.search.kept_queries import FacetLabels, suggested_name
from kyosei_desk.ui.search.kept_tree import KeptEntry, KeptTree
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.errors import error_sentence
from kyosei_desk.workspace.searches import NAME_LIMIT, KeptQuery, SavedSearch, SearchStore

_SIZE = QSize(720, 560)
_NAME_SHARE = 0.55
_NOTHING_TO_KEEP = "さがしてから開くと、その検索をここに保存できます。"


class SavedSearches(QDialog):
    """``query_chosen(KeptQuery)`` is the search to ask again."""

    query_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        store: SearchStore,
        current: KeptQuery,
        labels: FacetLabels,
        parent: QWidget,
    ):
        """Show what is kept; ``current`` is the question of now, which can be kept too."""
        super().__init__(parent)
        self.setWindowTitle("保存した検索・さがした記録")
        self._theme = theme
        self._store = store
        self._current = current
        self._labels = labels
        self._undo: Callable[[], None] | None = None
        self._failed = object()
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
        self.refresh()
        if store.set_aside is not None:
            kept = store.set_aside.name
            self._tell(f"ファイルがこわれていたため、{kept} に残し、はじめからにしました。")
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

    def refresh(self) -> None:
        """Read what is kept and show it, with the same line chosen if it is still there."""
        try:
            saved, recent = self._store.saved(), self._store.recent()
        except StorageError as error:
            self._tell(error_sentence(error))
            return
        self._tree.show_kept(saved, recent)
        self._show_state()
        self._clear.setEnabled(bool(recent))

    def keep_current(self) -> None:
        """Keep the question of now under the name in the field."""
        if not self._current.asks_something:
            return
        made = self._try(lambda: self._store.save(self._name.text(), self._current))
        if isinstance(made, SavedSearch):
            self.refresh()
            self._tree.choose(KeptEntry(made.query, made))
            self._tree.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell(f"「{made.name}」を保存しました。")

    def delete_chosen(self) -> None:
        """Delete the line chosen; it can be brought back."""
        entry = self._tree.chosen
        if entry is None:
            return
        saved, query = entry.saved, entry.query
        if saved is not None:
            position = self._tree.position(saved)
            done = self._try(lambda: self._store.delete(saved.id))
            told = f"「{saved.name}」を消しました。"
            undo = partial(self._store.restore, saved, position)
        else:
            done = self._try(lambda: self._store.forget_recent(query))
            told = f"記録「{self._words(query)}」を消しました。"
            undo = partial(self._store.restore_recent, (query,))
        if done is not self._failed:
            self._tell(told, undo)
            self.refresh()

    def clear_recent(self) -> None:
        """Forget all last questions; they can be brought back."""
        gone = self._try(self._store.clear_recent)
        if isinstance(gone, tuple):
            self._tell(
                f"さがした記録 {len(gone)} 件を消しました。",
                partial(self._store.restore_recent, gone),
            )
            self.refresh()

    def take_back(self) -> None:
        """Undo what was deleted last."""
        undo, self._undo = self._undo, None
        if undo is not None:
            if self._try(undo) is not self._failed:
                self._tell("もとにもどしました。")
                self.refresh()
            self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    # Lines

    def _words(self, query: KeptQuery) -> str:
        return suggested_name(query, self._labels)

    def _on_renamed(self, saved: SavedSearch, name: str) -> None:
        self._try(lambda: self._store.rename(saved.id, name))
        QTimer.singleShot(0, self, self.refresh)  # once the field it was typed into is gone

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

    def _try(self, act: Callable[[], object]) -> object:
        """Do something to the file; what goes wrong is said."""
        try:
            return act()
        except StorageError as error:
            self._tell(error_sentence(error))
            return self._failed

    def _tell(self, sentence: str, undo: Callable[[], None] | None = None) -> None:
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
