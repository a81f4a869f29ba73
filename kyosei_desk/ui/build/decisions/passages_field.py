# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The passages a decision rests on: found by words, or pasted as an address."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.domain.passages import Passage
from kyosei_desk.ui.background import Job, QueryOperation, WorkerThread
from kyosei_desk.ui.build.decisions.finding import (
    excerpt,
    find_passages,
    is_address,
    passage_at,
    passage_words,
    titled,
)
from kyosei_desk.ui.build.decisions.hits import EXCERPT_ROLE, HitDelegate
from kyosei_desk.ui.build.design.form_parts import FormEdit
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.layouts import LayoutScaler, clear_layout
from kyosei_desk.ui.offered_list import OfferedList
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_LOOK_MS = 250
_ROW = 48  # grid pixels
_NO_PLACE = "この場所（{}）は、いまの資料にありません。写しまちがいがないか確かめてください。"
_HOW = "資料の本文にあることばを入れると、その箇所が下にならびます。指針の箇所が先に出ます。"
_NOT_FOUND = "「{}」をふくむ箇所は見つかりません。ことばを短くしてみてください。"


class PassagesField(QWidget):
    """``changed()`` follows what the person added or took out."""

    changed = Signal()
    address_requested = Signal(str)
    dropped = Signal(str)

    def __init__(self, theme: Theme, library: BuildLibrary, worker: WorkerThread, parent: QWidget):
        """Show no passages yet; words are looked for in ``worker``."""
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._addresses: tuple[str, ...] = ()
        self._scaler = LayoutScaler(theme, self)
        self._list = QVBoxLayout()
        self._scaler.add(self._list, spacing=2)
        self.edit = FormEdit(self)
        self.edit.setPlaceholderText("ことばでさがす（例: まちの保健室）")
        self.edit.setAccessibleName("よりどころの箇所をさがす")
        self.edit.setAccessibleDescription("下矢印で候補へ移り、Enter で加えます")
        self.found = OfferedList("見つかった箇所", self)
        self.found.setItemDelegate(HitDelegate(theme, self.found))
        self._said = text_label("", "caption", self)
        self._looking = QueryOperation(worker, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_LOOK_MS)
        column = QVBoxLayout(self)
        self._scaler.add(column, spacing=4)
        column.addLayout(self._list)
        for widget in (self.edit, self.found, self._said):
            column.addWidget(widget)
        column.addWidget(text_label(_HOW, "caption", self))
        self._connect()
        self._say("")
        self._offer(())

    @property
    def addresses(self) -> tuple[str, ...]:
        """The passages, as they were added."""
        return self._addresses

    @property
    def said(self) -> str:
        """What is said of the words or the address typed."""
        return self._said.text()

    def show_addresses(self, addresses: Sequence[str]) -> None:
        """Show the passages of a decision."""
        if tuple(addresses) == self._addresses:
            return
        self._addresses = tuple(addresses)
        focused = self.window().focusWidget()
        if focused is not None and focused is not self.edit and self.isAncestorOf(focused):
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)  # its row goes
        clear_layout(self._list)
        for address in addresses:
            row = self._row(address)
            self._list.addWidget(row)
            row.show()

    def add_address(self, address: str) -> None:
        """Add a passage, if it is not there yet."""
        self.edit.clear()
        if address not in self._addresses:
            self.show_addresses((*self._addresses, address))
            self.changed.emit()

    # Looking

    def look(self) -> None:
        """Look for what is typed, now."""
        self._rest.stop()
        text, corpus = self.edit.text().strip(), self._library.corpus
        if not text:
            self._looking.cancel()
            self._offer(())
        elif is_address(text):
            passage = passage_at(corpus, text)
            self._offer(() if passage is None else (passage,))
            self._say("" if passage else _NO_PLACE.format(text))
        else:

            def find(_job: Job) -> tuple[Passage, ...]:
                return find_passages(corpus, text)

            self._looking.run(find)

    def _on_typed(self) -> None:
        self._say("")
        self._rest.start()

    def _on_found(self, found: tuple[Passage, ...]) -> None:
        self._offer(found)
        self._say("" if found else _NOT_FOUND.format(self.edit.text().strip()))

    def _on_failed(self, _error: Exception) -> None:
        self._offer(())

    def _offer(self, found: Sequence[Passage]) -> None:
        self.found.clear()
        for passage in found:
            words = titled(self._library.corpus, passage)
            item = QListWidgetItem(words, self.found)
            item.setToolTip(words)
            item.setData(EXCERPT_ROLE, excerpt(passage, self.edit.text()))
            item.setData(Qt.ItemDataRole.UserRole, passage.key)
            item.setSizeHint(QSize(0, self._theme.px(_ROW)))
        self.found.setCurrentRow(0)
        edge = 2 * self._theme.palette.focus_width
        self.found.setFixedHeight(max(len(found), 1) * self._theme.px(_ROW) + edge)
        self.found.setVisible(bool(found))

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _on_submitted(self) -> None:
        """Enter takes the first one found."""
        if self._rest.isActive():
            self.look()
        elif self.found.count():
            self._on_taken(self.found.item(max(self.found.currentRow(), 0)))

    def _on_taken(self, item: QListWidgetItem) -> None:
        self.add_address(str(item.data(Qt.ItemDataRole.UserRole)))
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_moved(self, step: int) -> None:
        if step > 0 and self.found.count():
            self.found.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_left(self) -> None:
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_dropped(self, address: str) -> None:
        self.show_addresses([one for one in self._addresses if one != address])
        self.changed.emit()

    # Making

    def _row(self, address: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        self._scaler.add(row, spacing=4)
        words = passage_words(self._library.corpus, address)
        row.addWidget(text_label(words, "body", made), 1)
        for text, signal in (("読む", self.address_requested), ("外す", self.dropped)):
            button = QPushButton(text, made)
            button.setProperty("kind", "link")
            button.setAccessibleName(f"{words}: {text}")
            relay_click(button, signal, address)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._on_typed)
        self.edit.submitted.connect(self._on_submitted)
        self.edit.moved.connect(self._on_moved)
        self.found.itemActivated.connect(self._on_taken)
        self.found.itemClicked.connect(self._on_taken)
        self.found.left.connect(self._on_left)
        self._rest.timeout.connect(self.look)
        self._looking.succeeded.connect(self._on_found)
        self._looking.failed.connect(self._on_failed)
        self.dropped.connect(self._on_dropped)
