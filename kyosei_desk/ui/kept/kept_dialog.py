# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Keeping a thing under a name, and going back to what was kept or looked at."""

from typing import Generic

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.ui.keeping import KeepingOperation
from kyosei_desk.ui.kept.changes import Kept, KeptStore, Outcome, Thing, Undo
from kyosei_desk.ui.kept.kept_list import KeptList
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.messages import failure_message
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.naming import NAME_LIMIT, AnyNamed

_SIZE = QSize(760, 560)
_NO_NAME = "名前が空なので変えませんでした。「{}」のままです。"
_NAMELESS = "名前を入れてから「保存する」を押してください。"


class KeptDialog(QDialog, Generic[Thing, AnyNamed]):
    """``chosen(thing)`` is the one to open; the dialog closes with it."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        changing: KeepingOperation[KeptStore[Thing, AnyNamed]],
        kept: Kept[Thing, AnyNamed],
        current: Thing | None,
        parent: QWidget,
    ):
        """Show what is kept; ``current`` is what the page shows now, which can be kept too.

        ``changing`` reads and changes the file, and outlives the dialog.
        """
        super().__init__(parent)
        self.setWindowTitle(kept.words.title)
        self._theme = theme
        self._changing = changing
        self._kept = kept
        self._current = current
        self._shown: Outcome[Thing, AnyNamed] = Outcome()
        self._undo: Undo[Thing, AnyNamed] | None = None
        self._scaler = LayoutScaler(theme, self)
        self._name = QueryEdit(self)
        self._keep = QPushButton("保存する", self)
        self.list: KeptList[Thing, AnyNamed] = KeptList(theme, kept.words, self)
        self._detail = text_label("", "caption", self)
        self._told = text_label("", "caption", self)
        self._back = QPushButton("もとにもどす", self)
        self._rename = QPushButton("名前を変える", self)
        self._delete = QPushButton("消す", self)
        self._renew = QPushButton("いまの内容で保存しなおす", self)
        self._clear = QPushButton(kept.words.forget_all, self)
        self._close = QPushButton("閉じる", self)
        self._open = QPushButton(kept.words.act, self)
        self._lay_out()
        self._connect()
        self.resize((_SIZE * theme.scale).boundedTo(parent.window().size() - QSize(24, 24)))
        self._offer_current()
        self._show_kept()
        self._tell("")
        changing.do(kept.look)
        first = self._name if current is not None else self.list
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def told(self) -> str:
        """What is said about the last change."""
        return self._told.text()

    @property
    def detail(self) -> str:
        """What is said about the line chosen."""
        return self._detail.text()

    def keep_current(self) -> None:
        """Keep what the page shows now under the name in the field."""
        if self._current is not None and not self._name.text().strip():
            self._tell(_NAMELESS)
        elif self._current is not None:
            self._changing.do(self._kept.save(self._name.text(), self._current))

    def renew_chosen(self) -> None:
        """Keep what there is now in the saved thing chosen."""
        entry = self.list.chosen
        if entry is not None and entry.saved is not None and entry.renewed is not None:
            position = self.list.position(entry.saved)
            self._changing.do(self._kept.renew(entry.saved, entry.renewed, position))

    def delete_chosen(self) -> None:
        """Delete the line chosen; it can be brought back."""
        entry = self.list.chosen
        if entry is None:
            return
        if entry.saved is not None:
            self._changing.do(self._kept.delete(entry.saved, self.list.position(entry.saved)))
        else:
            self._changing.do(self._kept.forget(entry.thing))

    def clear_recent(self) -> None:
        """Forget all last things; they can be brought back."""
        self._changing.do(self._kept.forget_all)

    def take_back(self) -> None:
        """Undo what was done last."""
        undo, self._undo = self._undo, None
        if undo is not None:
            self._changing.do(self._kept.take_back(undo))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_chosen(self) -> None:
        """Open the line chosen."""
        if (entry := self.list.chosen) is not None:
            self.chosen.emit(entry.thing)
            self.accept()

    def notice(self, sentence: str) -> None:
        """Tell how the file was found, unless something is told that was done."""
        if not self.told:
            self._tell(sentence)

    # Lines

    def _on_renamed(self, saved: AnyNamed, name: str) -> None:
        if not name.strip():
            self._show_kept()
            self._tell(_NO_NAME.format(saved.name))
            return
        self._changing.do(self._kept.rename(saved, name))

    def _show_state(self) -> None:
        entry = self.list.chosen
        self._open.setEnabled(entry is not None)
        self._delete.setEnabled(entry is not None)
        self._rename.setEnabled(entry is not None and entry.saved is not None)
        self._renew.setVisible(entry is not None and entry.renewed is not None)
        detail = entry.detail if entry is not None else self._kept.words.nothing_kept
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    # Saying how it went

    def _on_outcome(self, outcome: Outcome[Thing, AnyNamed]) -> None:
        """Show what is kept now, and say what was done."""
        self._shown = outcome
        self._show_kept()
        if outcome.made is not None:
            self.list.choose(outcome.made)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if outcome.told:
            self._tell(outcome.told, outcome.undo)

    def _on_failure(self, error: Exception) -> None:
        """Say what went wrong; a name typed in vain goes back to the one before."""
        self._show_kept()
        self._tell(failure_message(error).text)

    def _show_kept(self) -> None:
        self.list.show_kept(self._shown.saved, self._shown.recent)
        self._show_state()
        self._clear.setEnabled(bool(self._shown.recent))

    def _tell(self, sentence: str, undo: Undo[Thing, AnyNamed] | None = None) -> None:
        self._undo = undo
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._back.setVisible(undo is not None)

    def _offer_current(self) -> None:
        words, current = self._kept.words, self._current
        self._name.setMaxLength(NAME_LIMIT)
        self._name.setAccessibleName(f"いまの{words.thing}に付ける名前")
        self._name.setEnabled(current is not None)
        self._keep.setEnabled(current is not None)
        if current is not None:
            self._name.setText(self._kept.suggested_name(current))
            self._name.selectAll()
        else:
            self._name.setPlaceholderText(words.nothing_to_keep)

    # Making

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        self._scaler.add(head, (24, 20, 24, 12), 8)
        head.addWidget(text_label(self._kept.words.title, "heading"))
        row = QHBoxLayout()
        self._scaler.add(row, spacing=8)
        label = text_label(f"いまの{self._kept.words.thing}を", "body")
        label.setWordWrap(False)
        row.addWidget(label)
        row.addWidget(self._name, 1)
        row.addWidget(self._keep)
        head.addLayout(row)
        head.addWidget(self.list, 1)
        head.addWidget(self._detail)
        column.addLayout(head, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setObjectName("dialogFoot")
        column = QVBoxLayout(foot)
        self._scaler.add(column, (24, 10, 24, 16), 8)
        told = QHBoxLayout()
        self._scaler.add(told, spacing=8)
        self._back.setProperty("kind", "link")
        told.addWidget(self._told, 1)
        told.addWidget(self._back)
        column.addLayout(told)
        self._open.setProperty("kind", "primary")
        buttons = FlowRow(self._theme, spacing=8)
        for button in (self._rename, self._delete, self._renew, self._clear):
            buttons.add(button)
        row = QHBoxLayout()
        self._scaler.add(row, spacing=8)
        row.addWidget(buttons, 1)
        for button in (self._close, self._open):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
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
        self.list.itemActivated.connect(self.open_chosen)
        self.list.renamed.connect(self._on_renamed)
        self.list.currentItemChanged.connect(self._show_state)
        self.list.delete_requested.connect(self.delete_chosen)
        self.list.undo_requested.connect(self.take_back)
        self._open.clicked.connect(self.open_chosen)
        self._rename.clicked.connect(self.list.edit_name)
        self._delete.clicked.connect(self.delete_chosen)
        self._renew.clicked.connect(self.renew_chosen)
        self._clear.clicked.connect(self.clear_recent)
        self._back.clicked.connect(self.take_back)
        self._close.clicked.connect(self.reject)
