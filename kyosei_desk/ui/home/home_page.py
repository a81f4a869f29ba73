# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The home page: says what this is, and opens the doors to everything else."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.ui.cards import CardButton, IconLabel, column_card, door
from kyosei_desk.ui.layouts import CardGrid
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.scroll_page import ScrollPage
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

if TYPE_CHECKING:
    from kyosei_desk.domain.corpus import Corpus
    from kyosei_desk.ui.home.overview import CaseCard
    from kyosei_desk.workspace.project_records import ProjectEntry

_TITLE = "地域共生社会の指針と事例を、さがして、くらべて、つくる"
EXAMPLES = ("ごみ屋敷", "まちのほけんしつ", "106条の3", "CSW 社協", "居場所")
FIRST_READING = "guideline/2017-notice-overview"
_MAX_WIDTH = 1440
_CASE_COLUMN = 204
_DOOR_COLUMN = 200
_PROJECT_COLUMN = 280


class HomePage(ScrollPage):
    """Doors, where one was, and the cases.

    ``query_requested`` carries words, ``address_requested`` a document's address,
    ``kind_requested`` the kind of documents to browse.
    """

    query_requested = Signal(str)
    address_requested = Signal(str)
    kind_requested = Signal(str)
    search_requested = Signal()
    compare_requested = Signal()
    build_requested = Signal()
    tour_requested = Signal()
    tour_declined = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make the page as far as it can be shown without the library."""
        super().__init__(theme, _MAX_WIDTH, 18, parent)
        self._theme = theme
        self._statement = text_label("資料を読み込んでいます…", "caption")
        self._recent = QWidget()
        self._recent_ways = self._make_recent()
        self._projects = QWidget()
        self._project_cards = self._make_projects()
        self._invitation = self._make_invitation()
        self._cases = CardGrid(theme, _CASE_COLUMN)
        self._cases_title = text_label("8つの自治体の事例", "group")
        self._lay_out()
        self.set_recent([])
        self._projects.hide()
        self.set_library_pending()

    def set_library_pending(self) -> None:
        """Show places for the cards until the library is there."""
        self._cases.set_cards([self._placeholder() for _ in range(8)])

    def set_library(self, corpus: "Corpus", era_first: bool) -> None:
        """Show what the library holds, with dates in the style of the settings."""
        from kyosei_desk.ui.home.overview import (
            case_cards,
            library_statement,
        )

        statement = library_statement(corpus, era_first)
        self._statement.setText(statement.text)
        self._statement.setToolTip(statement.other)
        cards = case_cards(corpus, era_first)
        self._cases_title.setText(f"{len(cards)}つの自治体の事例")
        self._cases.set_cards([self._case(card) for card in cards])

    def set_library_failed(self) -> None:
        """Say that the library could not be read; the message bar says why."""
        self._statement.setText("資料を読み込めませんでした。")
        self._cases.set_cards([])

    def set_recent(self, recent: list[tuple[str, str, str]]) -> None:
        """Offer ways back: (``query`` or ``address``, value, what people read)."""
        self._recent_ways.clear()
        for kind, value, label in recent:
            button = QPushButton(label)
            button.setIcon(self._theme.icon("clock", self._theme.palette.primary))
            side = self._theme.px(18)
            button.setIconSize(QSize(side, side))
            signal = self.query_requested if kind == "query" else self.address_requested
            relay_click(button, signal, value)
            self._recent_ways.add(button)
        self._recent.setVisible(bool(recent))

    def set_projects(self, latest: "Sequence[ProjectEntry]", *, era_first: bool) -> None:
        """Offer the own plans changed last, each to be opened where it was left."""
        from kyosei_desk.ui.build.project_cards import moment_words

        cards: list[QWidget] = []
        for entry in latest:
            title = f"{entry.name}（{entry.variant}）"
            moment = f"{moment_words(entry.changed_at, era_first=era_first)} に変更"
            lines = [(entry.town, "caption"), (title, "strong"), (moment, "caption")]
            card = column_card(self._theme, f"{title}をひらく", lines)
            card.setAccessibleDescription(f"{entry.town}。{moment}")
            relay_click(card, self.address_requested, entry.address)
            cards.append(card)
        self._project_cards.set_cards(cards)
        self._projects.setVisible(bool(cards))

    def set_invitation_visible(self, visible: bool) -> None:
        """Show or hide the invitation to the tour."""
        self._invitation.setVisible(visible)

    def _lay_out(self) -> None:
        column = self.column
        column.addLayout(self._hero())
        column.addWidget(self._invitation)
        column.addWidget(self._doors())
        column.addWidget(self._projects)
        column.addWidget(self._recent)
        cases = QVBoxLayout()
        self.scaler.add(cases, spacing=8)
        cases.addWidget(self._cases_title)
        cases.addWidget(self._cases)
        column.addLayout(cases)
        column.addStretch(1)

    def _hero(self) -> QVBoxLayout:
        column = QVBoxLayout()
        self.scaler.add(column, spacing=6)
        column.addWidget(text_label(_TITLE, "display"))
        column.addWidget(
            text_label(
                "国の指針と通知、検討会の報告、自治体の事例を収めています。"
                "上の欄にことばを入れると、出典つきの本文がすぐに見つかります。",
                "body",
            )
        )
        column.addWidget(self._statement)
        column.addWidget(self._examples())
        return column

    def _examples(self) -> FlowRow:
        row = FlowRow(self._theme, spacing=8, top=4)
        label = QLabel("たとえば")
        label.setProperty("role", "caption")
        row.add(label)
        for example in EXAMPLES:
            button = QPushButton(example)
            button.setProperty("kind", "example")
            button.setAccessibleName(f"「{example}」をさがす")
            relay_click(button, self.query_requested, example)
            row.add(button)
        return row

    def _doors(self) -> CardGrid:
        search = door(
            self._theme,
            "search",
            "しらべる",
            "ことばで、資料をまたいでさがします。",
        )
        search.clicked.connect(self.search_requested)
        compare = door(
            self._theme,
            "compare",
            "くらべる",
            "自治体のしくみを、指針の項目ごとに並べます。",
        )
        compare.clicked.connect(self.compare_requested)
        build = door(
            self._theme,
            "build",
            "つくる",
            "事例をもとに、あなたのまちの案を組み立てます。",
        )
        build.clicked.connect(self.build_requested)
        cases = door(
            self._theme,
            "place",
            "事例を読む",
            "自治体ごとのしくみと数字を読めます。",
        )
        relay_click(cases, self.kind_requested, "case")
        guideline = door(
            self._theme,
            "book",
            "指針を読む",
            "市町村の役割を項目ごとに読めます。",
        )
        relay_click(guideline, self.address_requested, FIRST_READING)
        grid = CardGrid(self._theme, _DOOR_COLUMN)
        grid.set_cards([search, compare, build, cases, guideline])
        return grid

    def _make_projects(self) -> CardGrid:
        column = QVBoxLayout(self._projects)
        self.scaler.add(column, spacing=8)
        column.addWidget(text_label("つくっている案", "group"))
        grid = CardGrid(self._theme, _PROJECT_COLUMN)
        column.addWidget(grid)
        return grid

    def _make_recent(self) -> FlowRow:
        column = QVBoxLayout(self._recent)
        self.scaler.add(column, spacing=8)
        column.addWidget(text_label("続きから", "group"))
        ways = FlowRow(self._theme, spacing=8)
        column.addWidget(ways)
        return ways

    def _make_invitation(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("card", "invitation")
        row = QHBoxLayout(frame)
        self.scaler.add(row, (16, 10, 12, 10), 12)
        row.addWidget(IconLabel(self._theme, "tour", "primary", 28))
        column = QVBoxLayout()
        self.scaler.add(column, spacing=6)
        column.addWidget(text_label("はじめての方へ: 5分でわかる使い方", "strong"))
        column.addWidget(
            text_label("実際に動かしながら、さがす・読む・引用するまでを案内します。", "caption")
        )
        row.addLayout(column, 1)
        begin = QPushButton("はじめる")
        begin.setProperty("kind", "primary")
        begin.clicked.connect(self.tour_requested)
        later = QPushButton("今はしない")
        later.clicked.connect(self.tour_declined)
        row.addWidget(begin)
        row.addWidget(later)
        return frame

    def _case(self, card: "CaseCard") -> CardButton:
        lines = [(card.place, "strong"), (card.title, "caption")]
        button = column_card(self._theme, card.place, lines)
        layout = button.layout()
        assert isinstance(layout, QVBoxLayout)
        if card.figure:
            figure = QHBoxLayout()
            button.scale_layout(figure, (0, 2, 0, 0), 8)
            number = button.add_text(figure, card.figure, "figure")
            number.setWordWrap(False)
            name = button.add_text(figure, card.figure_name, "caption")
            name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            layout.addLayout(figure)
        button.add_text(layout, card.population, "caption")
        button.setAccessibleDescription(
            f"{card.title}。{card.figure_name} {card.figure}。{card.population}"
        )
        button.setToolTip(f"{card.place}の事例を読む（{card.population_other}）")
        relay_click(button, self.address_requested, card.document_id)
        return button

    def _placeholder(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("card", "plain")
        frame.setMinimumHeight(self._theme.px(120))
        return frame
