# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A project in the list of projects: pressed as a whole it is opened, a menu does the rest."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.sources import date_words
from kyosei_desk.ui.build.shelf import ShelfCard
from kyosei_desk.ui.cards import CardButton
from kyosei_desk.ui.theme import Theme

_UNREADABLE = "読めません（新しい版で書かれたか、こわれています）"


class ProjectCard(CardButton):
    """``open_requested``, ``copy_requested``, ``rename_requested`` and ``delete_requested``.

    Each carries the id of the project.
    """

    open_requested = Signal(str)
    copy_requested = Signal(str)
    rename_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, theme: Theme, card: ShelfCard, *, era_first: bool):
        """Show a project."""
        entry = card.entry
        board, elements = _UNREADABLE, ""
        if card.readable:
            board = f"指針の項目 {card.answered} / {card.total} に答えています"
            elements = f"要素 {card.elements}"
        moment = f"{moment_words(entry.changed_at, era_first=era_first)} に変更"
        described = "。".join(filter(None, (entry.status.label, board, elements, moment)))
        super().__init__(theme, f"{entry.town} {card.title}", described)
        self._id = entry.id
        self._menu = QMenu(self)
        for text, slot in (
            ("開く", self._on_open),
            ("この案をもとに、別の案をつくる", self._on_copy),
            ("名前を変える…", self._on_rename),
            ("消す", self._on_delete),
        ):
            self._menu.addAction(text).triggered.connect(slot)
        self.more = QToolButton(self)
        self.more.setMenu(self._menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolTip("別の案をつくる・名前を変える・消す")
        self.more.setAccessibleName(f"「{card.title}」でできること")
        self.more.setObjectName("cardMenu")
        column = QVBoxLayout(self)
        self.scale_layout(column, (14, 10, 8, 12), 4)
        head = QHBoxLayout()
        self.scale_layout(head, (0, 0, 0, 0), 6)
        name = self.add_text(head, card.title, "strong")
        name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.add_text(column, board, "body")
        self.add_text(column, "・".join(filter(None, (entry.status.label, elements))), "caption")
        self.add_text(column, moment, "caption")
        column.addStretch(1)
        self.clicked.connect(self._on_open)
        theme.changed.connect(self._tint)
        self._tint()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu comes by the right button, and by its key, too."""
        self._menu.popup(event.globalPos())

    def _on_open(self) -> None:
        self.open_requested.emit(self._id)

    def _on_copy(self) -> None:
        self.copy_requested.emit(self._id)

    def _on_rename(self) -> None:
        self.rename_requested.emit(self._id)

    def _on_delete(self) -> None:
        self.delete_requested.emit(self._id)

    def _tint(self) -> None:
        side = self._theme.px(20)
        self.more.setIcon(self._theme.icon("more", self._theme.palette.subtle))
        self.more.setIconSize(QSize(side, side))


def moment_words(moment: datetime, *, era_first: bool) -> str:
    """Return a moment as a person reads the clock: today by the time only."""
    here = moment.astimezone()
    time = f"{here.hour}:{here.minute:02d}"
    if here.date() == datetime.now().astimezone().date():
        return f"今日 {time}"
    return f"{date_words(PartialDate.parse(here.date()), era_first=era_first)} {time}"
