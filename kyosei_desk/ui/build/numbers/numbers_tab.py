# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""数字: the town's figures with what is odd about them, and the numbers of the elements."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.dates import today
from kyosei_desk.domain.projects.changes.recounting import recount
from kyosei_desk.domain.projects.model import ModelProject, OwnTown
from kyosei_desk.domain.projects.outdated_counts import OutdatedCount, outdated_counts
from kyosei_desk.domain.projects.plausibility import doubts
from kyosei_desk.ui.build.entries.two_parts import PartsShape, TwoParts
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.numbers.count_table import CountTable
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.town_reading import FIELD_WORDS, ZONE_WORDS, figure_text, zone_text
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.project_rules import doubt_sentence

COUNTS, TOWN = "counts", "town"
_SHAPE = PartsShape(
    question="数字のどこを見るか",
    labels={COUNTS: "要素の数", TOWN: "まちの数字"},
    room_for_both=900,
    side_width=300,
)
_EMPTY = "要素を入れると、数と、その決め方がここにならびます。"
_NOT_ENTERED = "数字が入っていません"


class NumbersTab(TwoParts):
    """``element_chosen(str)`` looks at an element, ``town_requested()`` edits the figures."""

    element_chosen = Signal(str)
    town_requested = Signal()

    def __init__(
        self, theme: Theme, session: ProjectSession, library: BuildLibrary, parent: QWidget
    ):
        """Show the numbers of the session's project."""
        super().__init__(theme, _SHAPE, parent)
        self.setAccessibleName("数字")
        self._session = session
        self._library = library
        self.counts = CountTable(theme, session, library, self)
        self._said = text_label("", "caption", self)
        self._said.setProperty("wrong", True)
        self._said.hide()
        self._outdated = text_label("", "caption", self)
        self._outdated.setProperty("doubt", True)
        self.recount = QPushButton("いまのまちの数字で計算しなおす", self)
        self.recount.setProperty("kind", "choice")
        self._empty = text_label(_EMPTY, "subtle", self)
        self.figures = text_label("", "body", self)
        self._doubts = text_label("", "caption", self)
        self._doubts.setProperty("doubt", True)
        self.change = QPushButton("まちの数字を直す", self)
        self.change.setProperty("kind", "choice")
        self._left = QWidget(self)
        self._lay_out()
        self.change.clicked.connect(self.town_requested)
        self.recount.clicked.connect(self._on_recount)
        self.counts.element_chosen.connect(self.element_chosen)
        self.counts.said.connect(self._on_said)
        session.project_changed.connect(self.show_project)
        if session.project is not None:
            self.show_project(session.project)

    @property
    def doubts(self) -> str:
        """What is asked about the figures."""
        return "" if self._doubts.isHidden() else self._doubts.text()

    @property
    def outdated(self) -> str:
        """What is said of numbers that rest on other figures than today's."""
        return "" if self._outdated.isHidden() else self._outdated.text()

    @property
    def said_wrong(self) -> str:
        """What is said about a number that cannot be taken."""
        return "" if self._said.isHidden() else self._said.text()

    def show_project(self, project: ModelProject) -> None:
        """Show a project as it is now."""
        self.counts.show_project(project)
        has_elements = bool(project.design.elements)
        self.counts.setVisible(has_elements)
        self._empty.setVisible(not has_elements)
        self._show_town(project.town)
        self._show_outdated(outdated_counts(project))

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        if (project := self._session.project) is not None:
            self._show_town(project.town)

    def take_keyboard(self) -> None:
        """Put the keyboard on what is looked at."""
        shown = self.counts if self.counts.isVisible() else self.change
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_town(self, town: OwnTown) -> None:
        era = self._library.era_first
        lines = [town.name]
        for field, words in FIELD_WORDS.items():
            text = figure_text(town, field, era_first=era)
            lines.append(f"{words.label}　{f'{text}{words.unit}' if text else _NOT_ENTERED}")
        zones = [f"{ZONE_WORDS[zone]} {zone_text(town, zone)}" for zone in ZONE_WORDS]
        entered = [words for words in zones if not words.endswith(" ")]
        lines.append(f"圏域の数　{'・'.join(entered) or _NOT_ENTERED}")
        self.figures.setText("\n".join(lines))
        place = self._library.municipalities.get(town.code or "")
        found = [doubt_sentence(one, era_first=era) for one in doubts(town, today(), place)]
        self._doubts.setText("\n".join(f"？ {sentence}" for sentence in found))
        self._doubts.setVisible(bool(found))

    def _show_outdated(self, found: Sequence[OutdatedCount]) -> None:
        most_telling = sorted(found, key=lambda one: one.today.count == one.element.count)
        others = f"（ほかに{len(found) - 1}件）" if len(found) > 1 else ""
        self._outdated.setText("".join(map(_outdated_sentence, most_telling[:1])) + others)
        self._outdated.setVisible(bool(found))
        self.recount.setVisible(bool(found))

    def _on_recount(self) -> None:
        self._session.apply(recount)
        self.take_keyboard()

    def _on_said(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        scaler = LayoutScaler(self._theme, self)
        left = QVBoxLayout(self._left)
        scaler.add(left, (0, 4, 0, 4), 4)
        left.addWidget(self.counts, 1)
        notes = QVBoxLayout()
        scaler.add(notes, (14, 0, 14, 0), 2)
        notes.addWidget(self._empty)
        notes.addWidget(self._said)
        anew = QHBoxLayout()
        scaler.add(anew, spacing=8)
        anew.addWidget(self._outdated, 1)
        anew.addWidget(self.recount)
        notes.addLayout(anew)
        left.addLayout(notes)
        left.addStretch(0)
        inner = QWidget()
        column = QVBoxLayout(inner)
        scaler.add(column, (14, 6, 12, 8), 8)
        column.addWidget(self.figures)
        column.addWidget(self._doubts)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.place(self._left, inner)


def _outdated_sentence(one: OutdatedCount) -> str:
    """Return what a number comes to with today's figures of the town."""
    element, unit = one.element, one.element.unit or ""
    if one.today.count == element.count:
        return (
            f"？ 「{element.name}」の数の決め方は、前のまちの数字のままです"
            "（いまのまちの数字でも、同じ数です）。"
        )
    return (
        f"？ 「{element.name}」の {element.count:,}{unit}は、前のまちの数字で計算したものです。"
        f"いまのまちの数字では {one.today.count:,}{unit}です。"
    )
