# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where つくる begins: three ways to a first project, or the projects there are by town."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.domain.projects.model import project_title
from kyosei_desk.ui.build.icon_button import IconButton
from kyosei_desk.ui.build.project_cards import ProjectCard
from kyosei_desk.ui.build.shelf import ShelfCard, Shelved
from kyosei_desk.ui.cards import CardButton, IconLabel, door
from kyosei_desk.ui.layouts import CardGrid, clear_layout
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.scroll_page import ScrollPage
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_MAX_WIDTH, _DOOR_COLUMN, _CARD_COLUMN, _CARD_WIDEST = 1120, 260, 300, 400
_TITLE = "あなたのまちのモデル事業を、事例のとなりで組み立てる"
_WHAT = (
    "国の指針の項目ごとに、いまあるもの・足りないものを見わたし、ほかの自治体のやり方を"
    "まちの大きさに合わせて取り入れて、庁内会議に出せる案にするところです。"
)
_USES = (
    ("outline", "足りないところが、指針の項目ごとに分かります。"),
    ("add", "事例の要素を取り入れると、数をまちの大きさに合わせます。"),
    ("clock", "予算・日程・決めたことと、その理由を残せます。"),
    ("compare", "事例や別の案とならべて、くらべられます。"),
)
_KEPT = "入れたことは、すぐに自動で保存されます。どの変更も、あとから元に戻せます。"


class Way(StrEnum):
    """How a project begins."""

    QUESTIONS = "questions"
    CASE = "case"
    BLANK = "blank"


_WAYS = {
    Way.QUESTIONS: (
        "question",
        "質問に答えてはじめる",
        "10の質問に答えると、案の形ができます。はじめての方に。15分ほど",
    ),
    Way.CASE: (
        "copy",
        "事例をもとにはじめる",
        "8つの自治体から1つ選び、まちの大きさに合わせて直していきます",
    ),
    Way.BLANK: (
        "blank",
        "白紙からはじめる",
        "まちの数字を入れて、要素を一つずつ置いていきます",
    ),
}


class StartView(ScrollPage):
    """``way_chosen(str)`` begins a project, ``file_requested`` brings one in.

    What cards and the menu of deleted projects ask carries the id of the project.
    """

    way_chosen = Signal(str)
    file_requested = Signal()
    open_requested = Signal(str)
    copy_requested = Signal(str)
    rename_requested = Signal(str)
    delete_requested = Signal(str)
    restore_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Wait for the list."""
        super().__init__(theme, _MAX_WIDTH, 16, parent)
        self._theme = theme
        self.setAccessibleName("つくる")
        self._first = self._make_first()
        self._shelf = QWidget()
        self._towns = QVBoxLayout()
        self._deleted = QPushButton()
        self._deleted.setProperty("kind", "link")
        self._deleted_menu = QMenu(self)
        self._new = self._make_shelf()
        self.cards: list[ProjectCard] = []
        self.is_ready = False
        self.column.addWidget(self._first)
        self.column.addWidget(self._shelf)
        self.column.addStretch(1)
        self._first.hide()
        self._shelf.hide()
        self._deleted_menu.triggered.connect(self._on_restore)

    def show_shelf(self, shelved: Shelved, *, era_first: bool) -> None:
        """Show the projects there are, or how to begin with a first one."""
        self.is_ready = True
        self._first.setVisible(not shelved.cards)
        self._shelf.setVisible(bool(shelved.cards) or bool(shelved.deleted))
        clear_layout(self._towns)
        self.cards = []
        for town, cards in by_town(shelved.cards).items():
            self._towns.addWidget(text_label(town, "title"))
            grid = CardGrid(self._theme, _CARD_COLUMN)
            made = [self._card(card, era_first=era_first) for card in cards]
            grid.set_cards(list(made))
            grid.setMaximumWidth(self._theme.px(_CARD_WIDEST * len(made)))
            self.cards += made
            self._towns.addWidget(grid)
        self._new.setVisible(bool(shelved.cards))
        self._show_deleted(shelved)

    def take_keyboard(self) -> None:
        """Put the keyboard on the first card, or on the first way to begin."""
        first = self.cards[0] if self.cards else self._first.findChild(CardButton)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_deleted(self, shelved: Shelved) -> None:
        self._deleted.setText(f"消した案（{len(shelved.deleted)}）をもどす")
        self._deleted.setVisible(bool(shelved.deleted))
        self._deleted_menu.clear()
        for entry in shelved.deleted:
            label = project_title(entry.town, entry.name, entry.variant)
            self._deleted_menu.addAction(label).setData(entry.id)

    def _on_restore(self, action: QAction) -> None:
        self.restore_requested.emit(action.data())

    def _card(self, card: ShelfCard, *, era_first: bool) -> ProjectCard:
        made = ProjectCard(self._theme, card, era_first=era_first)
        made.open_requested.connect(self.open_requested)
        made.copy_requested.connect(self.copy_requested)
        made.rename_requested.connect(self.rename_requested)
        made.delete_requested.connect(self.delete_requested)
        return made

    # Making

    def _make_first(self) -> QWidget:
        first = QWidget()
        column = QVBoxLayout(first)
        self.scaler.add(column, spacing=15)
        column.addWidget(text_label(_TITLE, "display"))
        column.addWidget(text_label(_WHAT, "body"))
        doors = CardGrid(self._theme, _DOOR_COLUMN)
        made = []
        for way, (icon, title, text) in _WAYS.items():
            card = door(self._theme, icon, title, text)
            relay_click(card, self.way_chosen, way.value)
            made.append(card)
        doors.set_cards(list(made))
        column.addWidget(doors)
        column.addWidget(self._uses())
        foot = FlowRow(self._theme, spacing=8)
        foot.add(self._bring_in("案のファイルを読みこむ…"))
        column.addWidget(foot)
        return first

    def _uses(self) -> QFrame:
        box = QFrame()
        box.setProperty("card", "plain")
        around = QVBoxLayout(box)
        self.scaler.add(around, (18, 12, 18, 12), 10)
        around.addWidget(text_label("ここでできること", "strong"))
        grid = QGridLayout()
        self.scaler.add(grid, spacing=12)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for number, (icon, text) in enumerate(_USES):
            row, column = divmod(number, 2)
            picture = IconLabel(self._theme, icon, "primary", 20)
            grid.addWidget(picture, row, 2 * column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label(text, "body"), row, 2 * column + 1)
        around.addLayout(grid)
        around.addWidget(text_label(_KEPT, "caption"))
        return box

    def _make_shelf(self) -> QWidget:
        column = QVBoxLayout(self._shelf)
        self.scaler.add(column, spacing=12)
        new = QWidget()
        inner = QVBoxLayout(new)
        self.scaler.add(inner, spacing=8)
        inner.addWidget(text_label("つくっている案", "heading"))
        ways = FlowRow(self._theme, spacing=8)
        for way, (_icon, title, text) in _WAYS.items():
            button = QPushButton(title)
            button.setToolTip(text)
            relay_click(button, self.way_chosen, way.value)
            ways.add(button)
        ways.add(self._bring_in("ファイルを読みこむ…"))
        inner.addWidget(text_label("あたらしい案を", "caption"))
        inner.addWidget(ways)
        column.addWidget(new)
        self.scaler.add(self._towns, spacing=8)
        column.addLayout(self._towns)
        foot = QHBoxLayout()
        foot.addWidget(self._deleted)
        foot.addStretch(1)
        column.addLayout(foot)
        self._deleted.setMenu(self._deleted_menu)
        return new

    def _bring_in(self, text: str) -> QPushButton:
        button = IconButton(self._theme, "upload", text, "tool")
        button.setToolTip("ほかのパソコンから持ってきた案のファイルを加えます")
        button.clicked.connect(self.file_requested)
        return button


def by_town(cards: tuple[ShelfCard, ...]) -> dict[str, list[ShelfCard]]:
    """Return the cards by town: the town changed last first, in it by name and variant."""
    towns: dict[str, list[ShelfCard]] = {}
    for card in cards:
        towns.setdefault(card.entry.town, []).append(card)
    for listed in towns.values():
        listed.sort(key=lambda card: (card.entry.name, card.entry.variant))
    return towns
