# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Elements of the cases to take over, the nearest place first."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.ways import Way, ways
from kyosei_desk.export.diagram.cards import Guideline
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.palette.palette_filters import PaletteFilters
from kyosei_desk.ui.build.palette.taking import taking
from kyosei_desk.ui.build.palette.way_card import WayCard
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_BATCH = 12
_PAUSE_MS = 80  # rows of the board go by faster while an arrow key is held down
_TITLE = "取り入れる"


class PalettePanel(QWidget):
    """``element_chosen(str)`` follows an element that has been taken over, or is to be seen."""

    element_chosen = Signal(str)
    address_requested = Signal(str)
    message_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        library: BuildLibrary,
        parent: QWidget | None = None,
    ):
        """Show what suits the project of the session."""
        super().__init__(parent)
        self.setAccessibleName(_TITLE)
        self._theme = theme
        self._session = session
        self._library = library
        self._guideline = Guideline(library.provisions, library.functions)
        self._ways: tuple[Way, ...] = ()
        self._cards: list[WayCard] = []
        self._current = ""
        self._shown_for: tuple[object, ...] = ()
        self._stale = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._refresh)
        self.filters = PaletteFilters(theme, library, self)
        self._title = text_label(_TITLE, "title", self)
        self._found = text_label("", "caption", self)
        self._clear = QPushButton("条件を外す", self)
        self._more = QPushButton(self)
        self._list = QVBoxLayout()
        self._lay_out()
        self.filters.changed.connect(self._refresh)
        session.project_changed.connect(self._on_project)
        if session.project is not None:
            self._on_project(session.project)

    @property
    def ways(self) -> tuple[Way, ...]:
        """Everything that passes the filters, in order."""
        return self._ways

    @property
    def cards(self) -> tuple[WayCard, ...]:
        """The cards made so far, from the top down."""
        return tuple(self._cards)

    @property
    def found(self) -> str:
        """How much there is, in words."""
        return self._found.text()

    def show_provision(self, provision_id: str) -> None:
        """Show the ways to a provision, once no other is asked for at once."""
        self.filters.set_provision(provision_id)
        self._soon.start()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first card, or in the field where there is none."""
        if self._soon.isActive() or self._stale:
            self._refresh()
        card = self._card(self._current) or next(iter(self._cards), None)
        (card or self.filters.edit).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh_settings(self) -> None:
        """Nothing here is a date."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc folds the card that is open, and never leaves the page."""
        if event.key() == Qt.Key.Key_Escape:
            for card in self._cards:
                if card.is_opened:
                    card.open(False)
                    card.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # Showing

    def _on_project(self, project: ModelProject) -> None:
        """Follow what decides the numbers and what has been taken over."""
        needed = (project.id, project.town, project.origins)
        if needed != self._shown_for:
            self._shown_for = needed
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the cards that were not made while nobody saw them."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _refresh(self) -> None:
        self._soon.stop()
        self._stale = not self.isVisible()
        if self._stale:
            return
        project, library = self._session.project, self._library
        if project is None:
            return
        before = [way.address for way in self._ways]
        self._ways = ways(
            project,
            library.cases,
            library.provisions,
            library.municipalities,
            self.filters.chosen,
            self.filters.kind,
        )
        if [way.address for way in self._ways] != before:
            self._drop_cards()
            self._current = self._ways[0].address if self._ways else ""
            self._area.verticalScrollBar().setValue(0)
            self._add_cards()
        else:
            for card, way in zip(self._cards, self._ways, strict=False):
                card.show_way(way, project, self.filters.kind)
        self._say()

    def _say(self) -> None:
        provision = self._library.provisions.get(self.filters.provision)
        self._title.setText(f"{_TITLE}: {provision.plain}" if provision else _TITLE)
        count = len(self._ways)
        cases = len({way.column.id for way in self._ways})
        text = f"{cases}つの事例に {count} 件" if count else "条件に合うものがありません。"
        self._found.setText(text)
        self._clear.setVisible(self.filters.narrowed)

    def _drop_cards(self) -> None:
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []

    def _add_cards(self) -> None:
        project = self._session.project
        if project is None:
            return
        start = len(self._cards)
        for way in self._ways[start : start + _BATCH]:
            card = WayCard(self._theme, self._number(way.element), self)
            card.show_way(way, project, self.filters.kind)
            card.set_current(way.address == self._current)
            card.take_requested.connect(self._on_take)
            card.read_requested.connect(self.address_requested)
            card.shown_requested.connect(self.element_chosen)
            card.move_requested.connect(self._on_move)
            card.entered.connect(self._on_entered)
            card.opened.connect(self._on_opened)
            self._list.addWidget(card)
            card.show()  # at once: it may be given the keyboard
            self._cards.append(card)
        left = len(self._ways) - len(self._cards)
        self._more.setText(f"ほか {left} 件を出す")
        self._more.setVisible(left > 0)

    def _number(self, element: Element) -> int | None:
        """Return the function a card is coloured by: that of the provision looked for."""
        provision = self._library.provisions.get(self.filters.provision)
        if provision is not None:
            return self._library.functions[provision.function].number or 0
        return self._guideline.main_function(element)

    def _card(self, address: str) -> WayCard | None:
        return next((card for card in self._cards if card.address == address), None)

    # Moving and taking

    def _on_entered(self, address: str) -> None:
        if address != self._current:
            for known in (self._current, address):
                card = self._card(known)
                if card is not None:
                    card.set_current(known == address)
            self._current = address
        QTimer.singleShot(0, self, self._reveal)  # when it has its height

    def _reveal(self) -> None:
        """Bring the card with the keyboard into view: its upper edge in any case."""
        card = self._card(self._current)
        if card is not None:
            air = self._theme.px(8)
            self._area.ensureWidgetVisible(card, 0, air)
            self._area.ensureVisible(0, card.y(), 0, air)

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
        self._cards[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more(self) -> None:
        first = len(self._cards)
        self._add_cards()
        if first < len(self._cards):
            self._cards[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_take(self, address: str) -> None:
        card = self._card(address)
        if card is None:
            return
        way = card.way
        before = self._session.project
        if self._session.apply(taking(way.column, way.element.id, card.rule, card.count)):
            text = f"「{way.element.name}」（{way.column.title}）を取り入れました。"
            undo = partial(self._session.undo_of, self._session.last_change)
            self.message_requested.emit(Message(Severity.SUCCESS, text, "もとにもどす", undo))
            project = self._session.project
            if project is not None and project is not before:
                self.element_chosen.emit(project.design.elements[-1].id)

    # Making

    def _lay_out(self) -> None:
        scaler = LayoutScaler(self._theme, self)
        head = QVBoxLayout()
        scaler.add(head, (12, 12, 12, 8), 6)
        head.addWidget(self._title)
        head.addWidget(self.filters)
        row = QHBoxLayout()
        scaler.add(row, spacing=6)
        row.addWidget(self._found, 1)
        self._clear.setProperty("kind", "link")
        self._clear.clicked.connect(self.filters.clear)
        row.addWidget(self._clear)
        head.addLayout(row)
        page = QWidget()
        page.setObjectName("page")
        inner = QVBoxLayout(page)
        scaler.add(inner, (12, 2, 8, 12), 8)
        scaler.add(self._list, spacing=8)
        inner.addLayout(self._list)
        self._more.clicked.connect(self._on_more)
        self._more.hide()
        inner.addWidget(self._more)
        inner.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
