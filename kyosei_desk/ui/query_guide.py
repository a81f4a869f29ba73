# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How queries are written: a table of examples, each of which can be tried."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton

from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

QUERY_ADVICE = (
    "ふだんは、ことばを空白で区切って並べるだけで十分です。くわしく決めたいときは、次の書き方が使えます。"
    "覚えなくても、検索欄の右の「組み立てる」が書いてくれます。例を押すと、その検索をためせます。"
)


@dataclass(frozen=True)
class QueryExample:
    """A query and what it looks for."""

    query: str
    meaning: str


QUERY_EXAMPLES = (
    QueryExample(
        "相談 見守り",
        "「相談」と「見守り」の両方を含む箇所。そろう箇所がなければ、多く含む箇所",
    ),
    QueryExample(
        '"まちの保健室"', "この語句のとおりの箇所。「まちの保健室」とかぎかっこで囲んでも同じ"
    ),
    QueryExample("CSW OR 社会福祉協議会", "どちらかを含む箇所。OR は「または」や | でも同じ"),
    QueryExample(
        "相談窓口 -名張", "「名張」を含む箇所をのぞく。マイナスは、のぞくことばのすぐ前に"
    ),
    QueryExample("自治体:名張 相談", "名張市の資料の中だけ"),
    QueryExample("種別:事例 担い手:社協", "社会福祉協議会が担う、事例の中のしくみ"),
    QueryExample("機能:2 圏域:小学校区", "【2】受け止める場に当たり、小学校区に置くしくみ"),
    QueryExample("分野:子ども 年:2017", "子ども・子育ての分野で、2017年の資料"),
    QueryExample("種別:事例 -自治体:豊中", "事例のうち、豊中市のほか"),
    QueryExample("106-3-1-2", "法第106条の3第1項第2号。条番号は、どの書き方でも"),
)


class QueryGuide(QFrame):
    """The table; ``query_requested(str)`` is an example someone wants to try."""

    query_requested = Signal(str)

    def __init__(self, theme: Theme):
        """Lay the examples out."""
        super().__init__()
        self.setProperty("card", "plain")
        grid = QGridLayout(self)
        LayoutScaler(theme, self).add(grid, (16, 12, 16, 12), 8)
        grid.setColumnStretch(1, 1)
        for row, example in enumerate(QUERY_EXAMPLES):
            button = QPushButton(example.query)
            button.setProperty("kind", "example")
            button.setAccessibleName(f"{example.query} をためす")
            button.setAccessibleDescription(example.meaning)
            button.setToolTip("この検索をためします")
            relay_click(button, self.query_requested, example.query)
            grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(text_label(example.meaning, "body"), row, 1)
