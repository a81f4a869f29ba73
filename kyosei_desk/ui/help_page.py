# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The help sheet: how one works with the window, and every key, from the action table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.ui.actions import ACTIONS, ActionGroup
from kyosei_desk.ui.layouts import CardGrid
from kyosei_desk.ui.query_guide import QUERY_ADVICE, QueryGuide
from kyosei_desk.ui.scroll_page import ScrollPage
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_MAX_WIDTH = 1000
_GROUP_COLUMN = 380

ADVICE = (
    "ことばは、漢字でもかなでも、略語や条番号でもさがせます。空白で区切ると、どれも含むものを先に出します。",
    "左の欄で種別・自治体・機能【1】～【4】などにしぼれます。数字は、選ぶと残る件数です。",
    "「くらべる」では、自治体を2つから8つまで並べ、指針の項目ごとに見くらべられます。「記載なし」は、"
    "出典に書かれていないという意味で、していないという意味ではありません。",
    "「つくる」では、あなたのまちの案を組み立てます。指針の項目ごとに足りないところが分かり、事例の要素を"
    "まちの大きさに合わせて取り入れられます。入れたことは自動で保存され、いつでも元に戻せます。",
    "数字にはいつ現在のものかを付けています。引用するときは「引用してコピー」で出典ごと写してください。",
)


class HelpPage(ScrollPage):
    """What to know, how queries are written, and the keys.

    ``tour_requested`` starts the tour, ``query_requested(str)`` tries an example.
    """

    tour_requested = Signal()
    query_requested = Signal(str)

    def __init__(self, theme: Theme):
        """Lay the sheet out from the table of actions."""
        super().__init__(theme, _MAX_WIDTH, 16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("helpPage")
        self.setAccessibleName("使い方")
        head = QHBoxLayout()
        head.addWidget(text_label("使い方", "heading"), 1)
        tour = QPushButton("5分でわかる使い方を始める")
        tour.clicked.connect(self.tour_requested)
        head.addWidget(tour)
        self.column.addLayout(head)
        self.column.addLayout(self._advice())
        self.column.addWidget(text_label("検索のことばの書き方", "title"))
        self.column.addWidget(text_label(QUERY_ADVICE, "body"))
        guide = QueryGuide(theme)
        guide.query_requested.connect(self.query_requested)
        self.column.addWidget(guide)
        self.column.addWidget(text_label("キーの一覧", "title"))
        grid = CardGrid(theme, _GROUP_COLUMN)
        grid.set_cards([self._keys(group) for group in ActionGroup])
        self.column.addWidget(grid)
        self.column.addStretch(1)

    def _advice(self) -> QGridLayout:
        grid = QGridLayout()
        self.scaler.add(grid, (0, 0, 0, 8), 8)
        grid.setColumnStretch(1, 1)
        for row, sentence in enumerate(ADVICE):
            dot = QLabel("・")
            grid.addWidget(dot, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label(sentence, "body"), row, 1)
        return grid

    def _keys(self, group: ActionGroup) -> QWidget:
        box = QFrame()
        box.setProperty("card", "plain")
        column = QVBoxLayout(box)
        self.scaler.add(column, (16, 12, 16, 12), 8)
        column.addWidget(text_label(group.value, "group"))
        grid = QGridLayout()
        self.scaler.add(grid, spacing=6)
        grid.setColumnStretch(0, 1)
        shown = [spec for spec in ACTIONS if spec.group is group and spec.shown_keys]
        for row, spec in enumerate(shown):
            grid.addWidget(text_label(spec.label, "body"), row, 0)
            keys = QLabel(spec.shown_keys)
            keys.setProperty("role", "key")
            grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        column.addStretch(1)
        return box
