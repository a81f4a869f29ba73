# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Choosing what to compare: cards to tick, narrowed by words and by traits."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.comparing.designs import FEWEST_COLUMNS, MOST_COLUMNS, ComparedDesign
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.compare.candidates import Trait, candidate, own_title, trait_values
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.picker_cards import CardsView
from kyosei_desk.ui.compare.picker_model import CandidatesModel
from kyosei_desk.ui.compare.tab_order import in_order
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.list_button import TickButton
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_TITLE = "どの自治体をくらべますか"
_HOW = f"{FEWEST_COLUMNS}つから{MOST_COLUMNS}つまで選べます。選んだ順に、左から並びます。"
_FULL = f"選べるのは{MOST_COLUMNS}つまでです。どれかを外すと、ほかを選べます。"
_NONE_FITS = "条件に合う自治体がありません。条件を消すと、すべて出ます。"


class Picker(QWidget):
    """``chosen(tuple[str, ...])`` carries the designs to compare, ``cancelled`` is Esc.

    ``kept_requested`` asks for the comparisons that were kept.
    """

    chosen = Signal(object)
    cancelled = Signal()
    kept_requested = Signal()

    def __init__(
        self, theme: Theme, controller: ComparisonController, parent: QWidget | None = None
    ):
        """Make the cards' place; :meth:`refresh` fills it."""
        super().__init__(parent)
        self.setAccessibleName(_TITLE)
        self._theme = theme
        self._controller = controller
        self.model = CandidatesModel(self)
        self.cards = CardsView(theme, self.model, self)
        self._words = QueryEdit(self)
        self._words.setPlaceholderText("自治体の名前・かな・しくみの名前")
        self._words.setAccessibleName("ことばでしぼる")
        self._words.setClearButtonEnabled(True)
        self._traits: dict[Trait, TickButton] = {}
        self._trait_boxes: list[QWidget] = []
        self._trait_row = QHBoxLayout()
        self._clear = QPushButton("条件を消す", self)
        self._clear.setProperty("kind", "link")
        self._none = text_label(_NONE_FITS, "subtle", self)
        self._count = text_label("", "body", self)
        self._all = QPushButton(self)
        self._go = QPushButton("くらべる", self)
        self._go.setProperty("kind", "primary")
        self._back = QPushButton("やめる", self)
        self._kept = QPushButton("保存した比較・最近の比較", self)
        self._kept.setProperty("kind", "tool")
        self._scaler = LayoutScaler(theme, self)
        self._lay_out()
        self._connect()

    def refresh(self, *, keep_ticks: bool = False) -> None:
        """Offer the designs there are, those compared now ticked, or those ticked before."""
        corpus = self._controller.corpus
        if corpus is None:
            return
        era = self._controller.era_first
        found = [
            candidate(design, _title(design, corpus), era_first=era)
            for design in self._controller.designs
        ]
        if tuple(found) != self.model.candidates:
            self.model.set_candidates(found)
            self._make_traits()
        if not keep_ticks:
            self.model.choose(self._controller.arrangement.columns)
        self._back.setVisible(self._controller.is_comparing)
        if not self.cards.currentIndex().isValid():
            self.cards.setCurrentIndex(self.model.index(0, 0))

    def take_keyboard(self) -> None:
        """Put the keyboard on the cards."""
        self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter compares what is ticked; Esc keeps what was compared before."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._go.isEnabled():
            self._compare()
        elif event.key() == Qt.Key.Key_Escape and self._controller.is_comparing:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _make_traits(self) -> None:
        for box in self._trait_boxes:
            box.deleteLater()
        self._traits, self._trait_boxes = {}, []
        for trait in Trait:
            values = trait_values(self.model.candidates, trait)
            box = QWidget(self)
            button = TickButton(self._theme, trait.value, values, box)
            button.changed.connect(self._narrow)
            column = QVBoxLayout(box)
            self._scaler.add(column, spacing=3)
            column.addStretch(1)
            label = QLabel(trait.value, box)
            label.setProperty("role", "caption")
            column.addWidget(label)
            column.addWidget(button)
            self._trait_row.addWidget(box, 2, Qt.AlignmentFlag.AlignBottom)
            self._traits[trait] = button
            self._trait_boxes.append(box)
        traits = self._traits.values()
        in_order(self._kept, self._words, *traits, self._clear, self.cards)
        in_order(self.cards, self._all, self._back, self._go)

    def _narrow(self) -> None:
        wanted = {trait: frozenset(button.values) for trait, button in self._traits.items()}
        text = self._words.text()
        self.model.narrow(text, wanted)
        self._clear.setVisible(bool(text) or any(wanted.values()))
        self._none.setVisible(not self.model.shown)
        self._show_count()
        if self.model.shown:
            self.cards.setCurrentIndex(self.model.index(0, 0))

    def _clear_conditions(self) -> None:
        for button in self._traits.values():
            button.set_values(())
        self._words.clear()
        self._narrow()
        self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_count(self) -> None:
        count = len(self.model.chosen)
        left = FEWEST_COLUMNS - count
        text = f"{count}つ選んでいます。"
        if left > 0:
            text += f"あと{left}つ選ぶと、くらべられます。"
        self._count.setText(text)
        self._go.setEnabled(left <= 0)
        shown = self._shown_cases()
        self._all.setText("すべて外す" if self._has_all() else f"表示中の{len(shown)}つを選ぶ")
        self._all.setEnabled(bool(shown) or self._has_all())

    def _say_full(self) -> None:
        self._count.setText(_FULL)

    def _choose_all(self) -> None:
        chosen = (*self.model.chosen, *self._shown_cases())
        self.model.choose([] if self._has_all() else chosen)

    def _has_all(self) -> bool:
        """Whether nothing more that is shown can be chosen with one press."""
        chosen, shown = self.model.chosen, self._shown_cases()
        return len(chosen) >= MOST_COLUMNS or (bool(shown) and set(shown) <= set(chosen))

    def _shown_cases(self) -> list[str]:
        """Return the cases shown, as many as can be chosen; one's own are chosen one by one."""
        cases = [one.design_id for one in self.model.shown if not one.is_own]
        return cases[:MOST_COLUMNS]

    def _compare(self) -> None:
        self.chosen.emit(self.model.chosen)

    def _tint(self) -> None:
        side = self._theme.px(18)
        self._kept.setIcon(self._theme.icon("star", self._theme.palette.primary))
        self._kept.setIconSize(QSize(side, side))

    def _connect(self) -> None:
        self._words.textChanged.connect(self._narrow)
        self._words.submitted.connect(self.take_keyboard)
        self._words.moved.connect(self.take_keyboard)
        self._words.escaped.connect(self._words.clear)
        self._clear.clicked.connect(self._clear_conditions)
        self.model.chosen_changed.connect(self._show_count)
        self.model.refused.connect(self._say_full)
        self._all.clicked.connect(self._choose_all)
        self._go.clicked.connect(self._compare)
        self._back.clicked.connect(self.cancelled)
        self._kept.clicked.connect(self.kept_requested)
        self._theme.changed.connect(self._tint)
        self._tint()
        self._clear.hide()
        self._none.hide()
        self._show_count()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        self._scaler.add(column, (24, 16, 12, 12), 10)
        head = QVBoxLayout()
        self._scaler.add(head, spacing=2)
        head.addWidget(text_label(_TITLE, "heading"))
        head.addWidget(text_label(_HOW, "subtle"))
        first = QHBoxLayout()
        self._scaler.add(first, (0, 0, 12, 0), 8)
        first.addLayout(head, 1)
        first.addWidget(self._kept, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        words = QVBoxLayout()
        self._scaler.add(words, spacing=3)
        label = QLabel("ことばでしぼる", self)
        label.setProperty("role", "caption")
        words.addWidget(label)
        words.addWidget(self._words)
        conditions = QHBoxLayout()
        self._scaler.add(conditions, (0, 0, 12, 0), 8)
        conditions.addLayout(words, 3)
        self._scaler.add(self._trait_row, spacing=8)
        conditions.addLayout(self._trait_row, 6)
        conditions.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(conditions)
        column.addWidget(self._none)
        column.addWidget(self.cards, 1)
        foot = QHBoxLayout()
        self._scaler.add(foot, (0, 0, 12, 0), 10)
        foot.addWidget(self._count, 1)
        for button in (self._all, self._back, self._go):
            foot.addWidget(button)
        column.addLayout(foot)


def _title(design: ComparedDesign, corpus: Corpus) -> str:
    """Return in a line what a design is known for."""
    return own_title(design) if design.is_own else corpus.document(design.document_id).title
