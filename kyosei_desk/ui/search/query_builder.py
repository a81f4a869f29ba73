# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""条件を組み立てる: fields that write the query language for those who do not know it."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.list_button import TickButton
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.search.builder_fields import (
    BUILDER_FACETS,
    BuilderFields,
    Choices,
    fields_from,
    query_from,
)
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.search import FACET_LABELS

_SIZE = QSize(720, 560)
_PAUSE_MS = 150
_WORD_FIELDS = (
    ("words", "すべて含むことば", "例: 相談 ひきこもり（空白で区切ります）"),
    ("phrase", "この語句のとおり", "例: 地域の縁側"),
    ("either", "どれかを含むことば", "例: CSW 地域福祉コーディネーター"),
    ("excluded", "含めないことば", "例: 名張"),
    ("rest", "そのほかの条件", ""),
)


class QueryBuilder(QDialog):
    """``query_chosen(str)`` is the query to search for.

    ``count_requested(str)`` asks, a moment after a change, how much a query finds;
    :meth:`show_count` takes the answer.
    """

    query_chosen = Signal(str)
    count_requested = Signal(str)

    def __init__(self, theme: Theme, choices: Choices, query: str, parent: QWidget):
        """Show a query in the fields."""
        super().__init__(parent)
        self.setWindowTitle("条件を組み立てる")
        self._theme = theme
        self._choices = choices
        self._scaler = LayoutScaler(theme, self)
        self._edits: dict[str, QueryEdit] = {}
        self._labels: dict[str, QLabel] = {}
        self._buttons: dict[str, TickButton] = {}
        self._written = text_label("", "body", self)
        self._written.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._count = text_label("", "caption", self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask_count)
        self._lay_out()
        self.resize((_SIZE * theme.scale).boundedTo(parent.window().size() - QSize(24, 24)))
        self.set_query(query)
        self._edits["words"].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def query(self) -> str:
        """The query the fields make."""
        texts = {name: edit.text() for name, edit in self._edits.items()}
        chosen = {name: self._buttons[name].values for name in BUILDER_FACETS}
        return query_from(
            BuilderFields(**texts, chosen={n: values for n, values in chosen.items() if values})
        )

    def set_query(self, query: str) -> None:
        """Take a query apart into the fields."""
        fields = fields_from(query, self._choices)
        for name, edit in self._edits.items():
            edit.setText(getattr(fields, name))
        for facet in BUILDER_FACETS:
            self._buttons[facet].set_values(fields.chosen.get(facet, ()))
        for widget in (self._labels["rest"], self._edits["rest"]):
            widget.setVisible(bool(fields.rest))
        self._show_query()

    def show_count(self, query: str, text: str) -> None:
        """Say how much a query finds, if it is still the one of now."""
        if query == self.query:
            self._count.setText(text)

    def _show_query(self) -> None:
        query = self.query
        self._written.setText(query or "（まだ何も入っていません）")
        self._written.setAccessibleName(f"検索のことば {query}")
        self._search.setEnabled(bool(query))
        if not query:
            self._pause.stop()
            self._count.setText("")
        else:
            self._pause.start()

    def _ask_count(self) -> None:
        self.count_requested.emit(self.query)

    def _choose(self) -> None:
        if query := self.query:
            self.query_chosen.emit(query)
            self.accept()

    def _clear(self) -> None:
        self.set_query("")
        self._edits["words"].setFocus(Qt.FocusReason.OtherFocusReason)

    # Making

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        self._scaler.add(column, (24, 20, 24, 12), 12)
        column.addWidget(text_label("条件を組み立てる", "heading"))
        column.addLayout(self._word_grid())
        column.addWidget(text_label("しぼりこみ", "title"))
        column.addLayout(self._choice_grid())
        column.addStretch(1)
        area = QScrollArea(self)
        scroll_down(area)
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addWidget(self._foot())

    def _word_grid(self) -> QGridLayout:
        grid = QGridLayout()
        self._scaler.add(grid, spacing=8)
        grid.setColumnStretch(1, 1)
        for row, (name, title, example) in enumerate(_WORD_FIELDS):
            label = QLabel(title)
            edit = QueryEdit(self)
            edit.setPlaceholderText(example)
            edit.setAccessibleName(title)
            edit.setAccessibleDescription(example)
            label.setBuddy(edit)
            edit.textChanged.connect(self._show_query)
            edit.submitted.connect(self._choose)
            edit.escaped.connect(self.reject)
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
            self._edits[name], self._labels[name] = edit, label
        return grid

    def _choice_grid(self) -> QGridLayout:
        grid = QGridLayout()
        self._scaler.add(grid, spacing=8)
        for place, facet in enumerate(BUILDER_FACETS):
            title = FACET_LABELS[facet]
            choices = [(one.value, one.label) for one in self._choices.get(facet, ())]
            button = TickButton(self._theme, title, choices, self)
            button.changed.connect(self._show_query)
            self._buttons[facet] = button
            row, column = divmod(place, 2)
            grid.addWidget(QLabel(title), row, 2 * column)
            grid.addWidget(button, row, 2 * column + 1)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        return grid

    def _foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setObjectName("dialogFoot")
        column = QVBoxLayout(foot)
        self._scaler.add(column, (24, 12, 24, 16), 6)
        head = QHBoxLayout()
        self._scaler.add(head, spacing=8)
        head.addWidget(text_label("検索のことばは、こうなります", "group"), 1)
        self._count.setWordWrap(False)
        head.addWidget(self._count)
        column.addLayout(head)
        column.addWidget(self._written)
        row = QHBoxLayout()
        self._scaler.add(row, spacing=8)
        clear, cancel = QPushButton("すべて消す"), QPushButton("やめる")
        self._search = QPushButton("さがす")
        self._search.setProperty("kind", "primary")
        clear.clicked.connect(self._clear)
        cancel.clicked.connect(self.reject)
        self._search.clicked.connect(self._choose)
        for button in (clear, cancel, self._search):
            button.setAutoDefault(False)  # Enter that confirms a conversion presses nothing
        row.addWidget(clear)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._search)
        column.addLayout(row)
        return foot
