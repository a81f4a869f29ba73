# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""In place of an empty list: why nothing was found, and ways on."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from kyosei_desk.search.model import Diagnosis
from kyosei_desk.search.query import parse_query
from kyosei_desk.ui.layouts import LayoutScaler, clear_layout
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.search.query_edits import with_word, without_field, without_word
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.search import FACET_LABELS, diagnosis_reasons

_SHOWN_QUERY = 40
_LONGEST_LABEL = 24
_MOST_WAYS = 7
_ADVICE = "短いことば、別の言い方、ひらがなでもためせます。"


class WayKind(StrEnum):
    """What a way on changes."""

    QUERY = "query"
    FILTERS = "filters"
    RULES = "rules"


@dataclass(frozen=True)
class Way:
    """A way on: what its button says, and the query it leads to if it changes that."""

    label: str
    kind: WayKind = WayKind.QUERY
    query: str = ""


class NothingFound(QScrollArea):
    """Says which word emptied the result and offers ways on as buttons.

    ``query_suggested(str)`` is a query to try, ``filters_cleared`` asks to drop the facets,
    ``rules_restored`` to search with every rule again.
    """

    query_suggested = Signal(str)
    filters_cleared = Signal()
    rules_restored = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make it empty."""
        super().__init__(parent)
        scroll_down(self)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        LayoutScaler(theme, self).add(self._column, (24, 24, 24, 24), 10)
        self.setWidget(content)
        self._shown: tuple[str, Diagnosis] | None = None

    def show_diagnosis(self, query: str, diagnosis: Diagnosis) -> None:
        """Explain an empty result."""
        if (query, diagnosis) == self._shown:
            return
        self._shown = (query, diagnosis)
        clear_layout(self._column)
        short = shortened(query, _SHOWN_QUERY)
        self._column.addWidget(text_label(f"「{short}」は見つかりませんでした", "title"))
        for line in reasons(query, diagnosis):
            self._column.addWidget(text_label(line, "subtle"))
        if diagnosis.missing or diagnosis == Diagnosis():
            self._column.addWidget(text_label(_ADVICE, "subtle"))
        for way in ways_on(query, diagnosis):
            self._add_button(way)
        self._column.addStretch(1)

    def _add_button(self, way: Way) -> None:
        button = QPushButton(way.label)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if way.kind is WayKind.QUERY:
            relay_click(button, self.query_suggested, way.query)
            button.setToolTip(f"「{way.query}」でさがします" if way.query else "")
        elif way.kind is WayKind.FILTERS:
            button.clicked.connect(self.filters_cleared)
        else:
            button.clicked.connect(self.rules_restored)


def reasons(query: str, diagnosis: Diagnosis) -> list[str]:
    """Return why nothing was found; without another reason it is where it was looked for."""
    lines = diagnosis_reasons(diagnosis)
    if lines:
        return lines
    fields = parse_query(query).fields
    if fields:
        names = "、".join(f"{FACET_LABELS[field.name]}「{field.value}」" for field in fields)
        lines.append(f"{names}の中には、あてはまる箇所がありません。")
    if diagnosis.without_filters:
        lines.append("いまのしぼりこみの中には、あてはまる箇所がありません。")
    if diagnosis.with_rules:
        lines.append("やめたさがし方でだけ見つかる箇所があります。")
    return lines


def ways_on(query: str, diagnosis: Diagnosis) -> list[Way]:
    """Return what can be done about an empty result, the likeliest first."""
    ways = [
        Way(f"「{shortened(near)}」でさがす", query=with_word(query, word, near))
        for word, nearest in diagnosis.nearest
        for near in nearest
    ]
    if diagnosis.with_rules:
        label = f"やめたさがし方を戻す（{diagnosis.with_rules:,} 件）"
        ways.append(Way(label, WayKind.RULES))
    if diagnosis.without_filters:
        label = f"しぼりこみを外す（{diagnosis.without_filters:,} 件）"
        ways.append(Way(label, WayKind.FILTERS))
    for word, count in diagnosis.without_word:
        left = without_word(query, word)
        if left and left != query:
            ways.append(Way(f"「{shortened(word)}」を外してさがす（{count:,} 件）", query=left))
    ways += _without_missing(query, diagnosis)
    for field in parse_query(query).fields:
        label = f"{FACET_LABELS[field.name]}「{shortened(field.value)}」の条件を外す"
        ways.append(Way(label, query=without_field(query, field.name, field.value)))
    if not diagnosis.without_filters:
        ways = [*ways[: _MOST_WAYS - 1], Way("すべての資料を見る")]
    return list(dict.fromkeys(ways))[:_MOST_WAYS]


def _without_missing(query: str, diagnosis: Diagnosis) -> list[Way]:
    """Return the way without any of the words that are not there, if that leaves some."""
    left = query
    for word in diagnosis.missing:
        left = without_word(left, word)
    told = {without_word(query, word) for word, _ in diagnosis.without_word}
    if not left or left == query or left in told:
        return []
    return [Way(f"「{shortened(left)}」だけでさがす", query=left)]


def shortened(text: str, most: int = _LONGEST_LABEL) -> str:
    """Return a text cut to fit a label."""
    return text if len(text) <= most else f"{text[:most]}…"
