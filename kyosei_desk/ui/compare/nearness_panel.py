# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""近い条件: one's own town, chosen or entered, and how near the place of each design is.

There is no score and no ranking: a person picks the one condition to order by.
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.nearness import ConditionKind, Town, ordered_by
from kyosei_desk.domain.comparing.quantities import apart
from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.passages import municipality_label
from kyosei_desk.ui.compare.choice_menu import ChoiceMenu
from kyosei_desk.ui.compare.map_marks import OWN_WORDS
from kyosei_desk.ui.compare.nearness_card import NearnessCard
from kyosei_desk.ui.compare.own_figures_form import OwnFiguresForm
from kyosei_desk.ui.compare.own_town import known_town
from kyosei_desk.ui.compare.town_chooser import TownChooser
from kyosei_desk.ui.layouts import LayoutScaler, clear_layout
from kyosei_desk.ui.reader.labels import date_label
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_NO_TOWN = "まだ選んでいません。まちを選ぶか、数字だけを入れても、くらべられます。"
_HOW = f"たての線が{OWN_WORDS}、丸が相手のまちです。丸がわくに入れば「近い条件」です。"
_CHOICES = tuple((kind.value, kind.label) for kind in ConditionKind)


class NearnessPanel(QWidget):
    """``own_changed(Town)`` is another town or figure of one's own.

    ``address_chosen(str)`` is a document to read, ``column_requested(str)`` a design to put
    beside the others, or to take out.
    """

    own_changed = Signal(object)
    address_chosen = Signal(str)
    column_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Show no designs yet."""
        super().__init__(parent)
        self._theme = theme
        self._designs: tuple[ComparedDesign, ...] = ()
        self._columns: frozenset[str] = frozenset()
        self._own = Town()
        self._entered: dict[str, Town] = {}  # by code: figures come back with their town
        self._era_first = True
        self.chooser = TownChooser(theme, self)
        self._chosen = text_label("", "strong", self)
        self._drop = QPushButton("選ばない", self)
        self.form = OwnFiguresForm(theme, self)
        self.order = ChoiceMenu(theme, "近い順", self)
        self._told = text_label("", "caption", self)
        self._how = text_label(_HOW, "caption", self)
        self._scaler = LayoutScaler(theme, self)
        self._cards = QVBoxLayout()
        self._lay_out()
        self.order.set_choices(_CHOICES, ConditionKind.POPULATION.value)
        self.chooser.town_chosen.connect(self._on_town)
        self._drop.clicked.connect(self._on_dropped)
        self.form.figures_changed.connect(self._on_figures)
        self.order.chosen.connect(self._show_cards)
        theme.changed.connect(self._show_cards)
        self._show_town()

    @property
    def own(self) -> Town:
        """One's own town."""
        return self._own

    @property
    def told(self) -> str:
        """What is said of the order and the dates."""
        return self._told.text()

    @property
    def cards(self) -> list[NearnessCard]:
        """The cards shown, from the top down."""
        items = (self._cards.itemAt(number) for number in range(self._cards.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, NearnessCard)]

    def set_designs(self, designs: Sequence[ComparedDesign], *, era_first: bool) -> None:
        """Show these designs, with dates in the style of the settings."""
        if era_first != self._era_first:
            self._era_first = era_first
            self._show_town()
        if tuple(designs) != self._designs:
            self._designs = tuple(designs)
            self._show_cards()

    def set_columns(self, ids: Collection[str]) -> None:
        """Say which designs stand side by side now."""
        self._columns = frozenset(ids)
        for card in self.cards:
            card.set_compared(card.design_id in self._columns)

    def set_own(self, own: Town) -> None:
        """Show one's own town as it was kept, without telling."""
        self._own = own
        self._show_town()

    def choose_order(self, kind: ConditionKind) -> None:
        """Order by a condition."""
        self.order.set_value(kind.value)
        self._show_cards()

    # One's own town

    def _on_town(self, town: Municipality) -> None:
        self._leave_town()
        self._take(self._entered.get(town.code) or known_town(Town(town), self._designs))

    def _on_dropped(self) -> None:
        """Have no town any more; the figures stay, as anybody's."""
        figures = self._own
        self._leave_town()
        self._take(
            Town(
                None,
                figures.population,
                figures.area_km2,
                figures.elementary_schools,
                figures.as_of,
            )
        )
        self.chooser.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_town(self) -> None:
        if self._own.municipality is not None:
            self._entered[self._own.municipality.code] = self._own

    def _take(self, own: Town) -> None:
        self._own = own
        self._show_town()
        self.own_changed.emit(own)

    def _on_figures(self) -> None:
        self._own = self.form.town
        self._show_cards()
        self.own_changed.emit(self._own)

    def _show_town(self) -> None:
        town = self._own.municipality
        self._chosen.setText(municipality_label(town) if town else _NO_TOWN)
        self._chosen.setProperty("role", "strong" if town else "subtle")
        self._chosen.style().polish(self._chosen)
        self._drop.setVisible(town is not None)
        self.form.show_town(self._own, era_first=self._era_first)
        self._show_cards()

    # Designs

    def _show_cards(self) -> None:
        kind = next(kind for kind in ConditionKind if kind.value == self.order.value)
        for card in self.cards:
            card.hide()  # at once: it is deleted later, and would show between the others
        clear_layout(self._cards)
        by_id = {design.id: design for design in self._designs}
        found = ordered_by(kind, self._own, self._designs)
        for nearness in found:
            card = NearnessCard(
                self._theme,
                by_id[nearness.design_id],
                nearness,
                kind,
                compared=nearness.design_id in self._columns,
                era_first=self._era_first,
            )
            card.read_requested.connect(self.address_chosen)
            card.column_requested.connect(self.column_requested)
            self._cards.addWidget(card)
        ratios = [condition.ratio for one in found for condition in one.conditions]
        self._how.setVisible(any(ratios))
        comparable = any(one.condition(kind).gap is not None for one in found)
        self._say(kind, comparable=comparable)

    def _say(self, kind: ConditionKind, *, comparable: bool) -> None:
        sentences = [] if comparable or not self._designs else [_missing_sentence(kind)]
        own, theirs = self._own.as_of, {design.as_of for design in self._designs if design.as_of}
        has_figures = any((self._own.population, self._own.area_km2, self._own.elementary_schools))
        if own is not None and any(apart(own, day) for day in theirs):
            day = date_label(own, self._era_first)
            sentences.append(f"日付がちがいます。{OWN_WORDS}の数字は{day}のものです。")
        elif own is None and has_figures:
            sentences.append(f"{OWN_WORDS}の数字がいつのものかは、入っていません。")
        self._told.setText("".join(sentences))
        self._told.setVisible(bool(sentences))

    # Making

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        self._scaler.add(column, (16, 14, 16, 16), 10)
        column.addWidget(text_label(OWN_WORDS, "title", self))
        column.addWidget(self.chooser)
        row = QHBoxLayout()
        self._scaler.add(row, spacing=8)
        row.addWidget(self._chosen, 1)
        self._drop.setProperty("kind", "link")
        self._drop.setAccessibleName(f"{OWN_WORDS}を選ばない")
        row.addWidget(self._drop, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.form)
        line = QFrame(self)
        line.setObjectName("separator")
        line.setFixedHeight(1)
        column.addWidget(line)
        head = QHBoxLayout()
        self._scaler.add(head, spacing=8)
        head.addWidget(text_label("近い条件・違う条件", "title", self), 1)
        head.addWidget(self.order, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(head)
        column.addWidget(self._told)
        column.addWidget(self._how)
        self._scaler.add(self._cards, spacing=10)
        column.addLayout(self._cards)
        column.addStretch(1)


_NEEDED = {
    ConditionKind.POPULATION: "の人口を入れると",
    ConditionKind.AREA: "の面積を入れると",
    ConditionKind.DENSITY: "の人口と面積を入れると",
    ConditionKind.SCHOOLS: "の人口と小学校の数を入れると",
}


def _missing_sentence(kind: ConditionKind) -> str:
    """Return what must be entered before places can be ordered by a condition."""
    return f"{OWN_WORDS}{_NEEDED.get(kind, 'を選ぶと')}、近い順に並びます。"
