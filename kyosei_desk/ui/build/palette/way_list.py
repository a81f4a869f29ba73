# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The cards of the palette: made some at a time, walked through, opened one at a time."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from kyosei_desk.domain.comparing.nearness import ConditionKind
from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.ways import Way
from kyosei_desk.ui.build.palette.way_card import WayCard
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.theme import Theme

_BATCH = 12
_OTHER = Qt.FocusReason.OtherFocusReason


class WayList(QScrollArea):
    """The signals carry a card's address; ``shown_requested(str)`` an own element."""

    take_requested = Signal(str)
    read_requested = Signal(str)
    shown_requested = Signal(str)

    def __init__(self, theme: Theme, number_of: Callable[[Element], int | None], parent: QWidget):
        """Show nothing yet; ``number_of`` is the function a card is coloured by."""
        super().__init__(parent)
        self._theme = theme
        self._number_of = number_of
        self._project: ModelProject | None = None
        self._kind = ConditionKind.POPULATION
        self._ways: tuple[Way, ...] = ()
        self._cards: list[WayCard] = []
        self._current = ""
        self._more = QPushButton(self)
        self._more.clicked.connect(self._on_more)
        self._more.hide()
        self._list = QVBoxLayout()
        self._lay_out()

    @property
    def cards(self) -> tuple[WayCard, ...]:
        """The cards made so far, from the top down."""
        return tuple(self._cards)

    def card(self, address: str) -> WayCard | None:
        """Return the card of an element; None where there is none, or it is not made yet."""
        return next((card for card in self._cards if card.address == address), None)

    def show_ways(self, ways: tuple[Way, ...], project: ModelProject, kind: ConditionKind) -> None:
        """Show ways as they would be in a project, beside the condition ordered by."""
        same = [way.address for way in ways] == [way.address for way in self._ways]
        self._ways, self._project, self._kind = ways, project, kind
        if not same:
            self._make_cards()
            return
        for card, way in zip(self._cards, ways, strict=False):
            card.show_way(way, project, kind)

    def show_taken(self, project: ModelProject) -> None:
        """Show on their cards what has become of the elements taken over."""
        self._project = project
        for card, way in zip(self._cards, self._ways, strict=False):
            if way.taken_as:
                card.show_way(way, project, self._kind)

    def take_keyboard(self) -> bool:
        """Put the keyboard on the card it was on; False where there is none."""
        card = self.card(self._current) or next(iter(self._cards), None)
        if card is not None:
            card.setFocus(_OTHER)
        return card is not None

    # Making the cards

    def _make_cards(self) -> None:
        """Make the cards anew; a keyboard in the list stays in it, on its card if that is left."""
        focused = next((card for card in self._cards if _holds_keyboard(card)), None)
        wanted = focused.address if focused else ""
        if focused is not None:
            self.setFocus(_OTHER)  # else it goes wherever Tab would lead
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        addresses = [way.address for way in self._ways]
        self._current = wanted if wanted in addresses else next(iter(addresses), "")
        self.verticalScrollBar().setValue(0)
        self._add_cards()
        while self._cards and self.card(self._current) is None:
            self._add_cards()
        if focused is not None:
            self.take_keyboard()

    def _add_cards(self) -> None:
        project = self._project
        if project is None:
            return
        start = len(self._cards)
        for way in self._ways[start : start + _BATCH]:
            card = WayCard(self._theme, self._number_of(way.element), self)
            card.show_way(way, project, self._kind)
            card.set_current(way.address == self._current)
            card.take_requested.connect(self.take_requested)
            card.read_requested.connect(self.read_requested)
            card.shown_requested.connect(self.shown_requested)
            card.move_requested.connect(self._on_move)
            card.entered.connect(self._on_entered)
            card.opened.connect(self._on_opened)
            self._list.addWidget(card)
            card.show()  # at once: it may be given the keyboard
            self._cards.append(card)
        left = len(self._ways) - len(self._cards)
        self._more.setText(f"ほか {left} 件を出す")
        self._more.setVisible(left > 0)

    def _on_more(self) -> None:
        first = len(self._cards)
        self._add_cards()
        if first < len(self._cards):
            self._cards[first].setFocus(_OTHER)

    # Moving

    def _on_entered(self, address: str) -> None:
        if address != self._current:
            for known in (self._current, address):
                card = self.card(known)
                if card is not None:
                    card.set_current(known == address)
            self._current = address
        QTimer.singleShot(0, self, self._reveal)  # when it has its height

    def _reveal(self) -> None:
        """Bring the card with the keyboard into view: its upper edge in any case."""
        card = self.card(self._current)
        if card is not None:
            air = self._theme.px(8)
            self.ensureWidgetVisible(card, 0, air)
            self.ensureVisible(0, card.y(), 0, air)

    def _on_opened(self, address: str) -> None:
        for card in self._cards:
            if card.address != address and card.is_opened:
                card.open(False)
        self._on_entered(address)

    def _on_move(self, address: str, step: int) -> None:
        places = [card.address for card in self._cards]
        place = places.index(address) + step
        if place >= len(places) and len(places) < len(self._ways):
            self._add_cards()
        place = min(max(place, 0), len(self._cards) - 1)
        self._cards[place].setFocus(_OTHER)

    def _lay_out(self) -> None:
        scaler = LayoutScaler(self._theme, self)
        page = QWidget()
        page.setObjectName("page")
        inner = QVBoxLayout(page)
        scaler.add(inner, (12, 2, 8, 12), 8)
        scaler.add(self._list, spacing=8)
        inner.addLayout(self._list)
        inner.addWidget(self._more)
        inner.addStretch(1)
        scroll_down(self)
        self.setWidget(page)


def _holds_keyboard(card: WayCard) -> bool:
    focused = card.window().focusWidget()
    return focused is not None and (focused is card or card.isAncestorOf(focused))
