# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Beside the table: the passages behind a cell, in the reader, one button an element."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.actions import ActionId, add_action, with_keys
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.reader.reader import Reader
from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.settings import SettingsStore


@dataclass(frozen=True)
class CellPassages:
    """What the panel shows for a cell: (address, name) pairs of passages, the first opened.

    ``note`` stands above the text where the cell states nothing, and ``others`` are
    (design id, title) of columns that do.
    """

    title: str
    passages: tuple[tuple[str, str], ...]
    note: str = ""
    others: tuple[tuple[str, str], ...] = ()


class PassagePanel(QWidget):
    """``close_requested`` is the cross; ``passage_requested(str)`` a button of a passage.

    ``leave_requested`` is Esc: it closes the panel and gives the keyboard back.
    ``design_requested(str)`` asks for the same row in another column, ``address_requested``
    to read on in さがす, ``message_requested(Message)`` comes from the reader.
    """

    close_requested = Signal()
    leave_requested = Signal()
    design_requested = Signal(str)
    passage_requested = Signal(str)
    address_requested = Signal(str)
    message_requested = Signal(object)

    def __init__(
        self, theme: Theme, settings: SettingsStore, worker: WorkerThread, parent: QWidget
    ):
        """Make the panel with nothing in it."""
        super().__init__(parent)
        self.setAccessibleName("セルの本文")
        self._theme = theme
        self._shown: CellPassages | None = None
        self._buttons: dict[str, QPushButton] = {}
        self._title = text_label("", "strong", self)
        self._note = text_label("", "body", self)
        self._ways = FlowRow(theme, spacing=6, top=4)
        self._onward = QPushButton("さがすで開く", self)
        self._onward.setProperty("kind", "link")
        self._onward.setToolTip("この資料を「さがす」の画面で読む")
        self._onward.setAccessibleDescription(self._onward.toolTip())
        self._close = QToolButton(self)
        self._close.setAccessibleName(with_keys("本文を閉じる", ActionId.CLOSE_PASSAGE))
        self._close.setToolTip(self._close.accessibleName())
        self.reader = Reader(theme, settings, worker, self)
        self._lay_out()
        self._connect()
        self._tint()

    @property
    def note(self) -> str:
        """What stands above the text where the cell states nothing."""
        return self._note.text()

    def set_corpus(self, corpus: Corpus) -> None:
        """Read from this library."""
        self.reader.way.set_corpus(corpus)

    def show_cell(self, shown: CellPassages, address: str = "") -> None:
        """Show what is behind a cell, beginning with a passage of it."""
        if shown != self._shown:
            self._shown = shown
            self._title.setText(shown.title)
            self._note.setText(shown.note)
            self._note.setVisible(bool(shown.note))
            self._offer(shown)
        self.reader.setVisible(bool(shown.passages))
        known = [one for one, _ in shown.passages]
        self.open_passage(address if address in known else next(iter(known), ""))

    def open_passage(self, address: str) -> None:
        """Open one of the passages in the reader."""
        for known, button in self._buttons.items():
            button.setChecked(known == address)
        if address and str(self.reader.way.address or "") != address:
            self.reader.way.open(Address.parse(address))
        self._onward.setVisible(bool(address))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on the buttons closes the panel, as it does in the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def _offer(self, shown: CellPassages) -> None:
        self._ways.clear()
        self._buttons = {}
        for address, name in shown.passages:
            button = self._way(name, f"{name}を読む")
            button.setCheckable(True)
            relay_click(button, self.passage_requested, address)
            self._buttons[address] = button
        for design_id, title in shown.others:
            button = self._way(f"{title}を見る", f"同じ行の{title}を見る")
            relay_click(button, self.design_requested, design_id)
        self._ways.setVisible(len(shown.passages) + len(shown.others) > 1)

    def _way(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text.replace("&", "&&"))
        button.setProperty("kind", "choice")
        button.setAccessibleName(name)
        self._ways.add(button)
        return button

    def _read_on(self) -> None:
        if (address := self.reader.way.address) is not None:
            self.address_requested.emit(str(address))

    def _tint(self) -> None:
        side = self._theme.px(18)
        self._close.setIcon(self._theme.icon("close", self._theme.palette.subtle))
        self._close.setIconSize(QSize(side, side))

    def _connect(self) -> None:
        self._close.clicked.connect(self.close_requested)
        self._onward.clicked.connect(self._read_on)
        self.passage_requested.connect(self.open_passage)
        self.reader.leave_requested.connect(self.leave_requested)
        self.reader.message_requested.connect(self.message_requested)
        self._theme.changed.connect(self._tint)
        slots = {
            ActionId.ZOOM_IN: self.reader.zoom.larger,
            ActionId.ZOOM_OUT: self.reader.zoom.smaller,
            ActionId.ZOOM_RESET: self.reader.zoom.reset,
            ActionId.TOGGLE_OUTLINE: self.reader.toggle_side,
        }
        for action_id, slot in slots.items():
            add_action(self, action_id, slot)

    def _lay_out(self) -> None:
        scaler = LayoutScaler(self._theme, self)
        head = QWidget(self)
        head.setProperty("surface", "canvas")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        above = QVBoxLayout(head)
        scaler.add(above, (16, 8, 10, 8), 4)
        row = QHBoxLayout()
        scaler.add(row, spacing=4)
        row.addWidget(self._title, 1)
        row.addWidget(self._onward, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        above.addLayout(row)
        above.addWidget(self._note)
        above.addWidget(self._ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.reader, 1)
