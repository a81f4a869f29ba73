# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""In place of an empty list: why nothing was found, and ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from kyosei_desk.search.model import Diagnosis
from kyosei_desk.ui.layouts import LayoutScaler, clear_layout
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.search import diagnosis_lines

_SHOWN_QUERY = 40
_ADVICE = "短いことば、別の言い方、ひらがなでもためせます。"


class NothingFound(QScrollArea):
    """Says which word emptied the result and offers the nearest ones as buttons.

    ``query_suggested(str)`` is a query to try, ``filters_cleared`` asks to drop the facets.
    """

    query_suggested = Signal(str)
    filters_cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make it empty."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        LayoutScaler(theme, self).add(self._column, (24, 24, 24, 24), 10)
        self.setWidget(content)

    def show_diagnosis(self, query: str, diagnosis: Diagnosis) -> None:
        """Explain an empty result."""
        clear_layout(self._column)
        short = query if len(query) <= _SHOWN_QUERY else f"{query[:_SHOWN_QUERY]}…"
        self._column.addWidget(text_label(f"「{short}」は見つかりませんでした", "title"))
        for line in diagnosis_lines(diagnosis):
            self._column.addWidget(text_label(line, "subtle"))
        if diagnosis.missing:
            self._column.addWidget(text_label(_ADVICE, "subtle"))
        if diagnosis.without_filters:
            button = self._button(f"しぼりこみを外す（{diagnosis.without_filters} 件）")
            button.clicked.connect(self.filters_cleared)
        for label, suggestion in suggestions(query, diagnosis):
            relay_click(self._button(label), self.query_suggested, suggestion)
        if not diagnosis.without_filters:
            relay_click(self._button("すべての資料を見る"), self.query_suggested, "")
        self._column.addStretch(1)

    def _button(self, label: str) -> QPushButton:
        button = QPushButton(label)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button


def suggestions(query: str, diagnosis: Diagnosis) -> list[tuple[str, str]]:
    """Return queries to try, each with what its button says."""
    found = []
    for word, nearest in diagnosis.nearest:
        for near in nearest:
            replaced = query.replace(word, near) if word in query else near
            found.append((f"「{near}」でさがす", replaced))
    kept = [word for word in query.split() if word not in diagnosis.missing]
    if kept and diagnosis.missing and len(kept) < len(query.split()):
        found.append((f"「{' '.join(kept)}」だけでさがす", " ".join(kept)))
    return list(dict.fromkeys(found))
