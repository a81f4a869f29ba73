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
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.ui.actions import ACTIONS, ActionGroup
from kyosei_desk.ui.layouts import CardGrid, LayoutScaler, text_label
from kyosei_desk.ui.theme import Theme

_MAX_WIDTH = 1000
_GROUP_COLUMN = 380

ADVICE = (
    "ことばは、漢字でもかなでも、略語や条番号でもさがせます。空白で区切ると、どれも含むものを先に出します。",
    "左の欄で種別・自治体・はたらき【1】～【4】などにしぼれます。数字は、選ぶと残る件数です。",
    "数字にはいつ現在のものかを付けています。引用するときは「引用してコピー」で出典ごと写してください。",
)


class HelpPage(QScrollArea):
    """What to know, and the keys. ``tour_requested`` starts the tour."""

    tour_requested = Signal()

    def __init__(self, theme: Theme):
        """Lay the sheet out from the table of actions."""
        super().__init__()
        self._theme = theme
        self._scaler = LayoutScaler(theme, self)
        self._body = QWidget()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("使い方")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._lay_out())
        theme.changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        outer = QHBoxLayout(page)
        self._scaler.add(outer, (28, 24, 28, 28), 0)
        outer.addWidget(self._body, 100)
        outer.addStretch(1)
        column = QVBoxLayout(self._body)
        self._scaler.add(column, spacing=16)
        head = QHBoxLayout()
        head.addWidget(text_label("使い方", "heading"), 1)
        tour = QPushButton("5分でわかる使い方を始める")
        tour.clicked.connect(self.tour_requested)
        head.addWidget(tour)
        column.addLayout(head)
        for sentence in ADVICE:
            column.addWidget(text_label(f"・{sentence}", "body"))
        column.addWidget(text_label("キーの一覧", "title"))
        grid = CardGrid(self._theme, _GROUP_COLUMN)
        grid.set_cards([self._keys(group) for group in ActionGroup])
        column.addWidget(grid)
        column.addStretch(1)
        return page

    def _keys(self, group: ActionGroup) -> QWidget:
        box = QFrame()
        box.setProperty("card", "plain")
        column = QVBoxLayout(box)
        self._scaler.add(column, (16, 12, 16, 12), 8)
        column.addWidget(text_label(group.value, "group"))
        grid = QGridLayout()
        self._scaler.add(grid, spacing=6)
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

    def _restyle(self) -> None:
        self._body.setMaximumWidth(self._theme.px(_MAX_WIDTH))
