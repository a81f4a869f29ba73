# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Elements of the cases to take over, the nearest place first."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.designs import Element
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.projects.ways import Way, ways
from kyosei_desk.export.diagram.cards import Guideline
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.palette.palette_filters import PaletteFilters
from kyosei_desk.ui.build.palette.taking import taking
from kyosei_desk.ui.build.palette.way_card import WayCard
from kyosei_desk.ui.build.palette.way_list import WayList
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_PAUSE_MS = 80  # rows of the board go by faster while an arrow key is held down
_TITLE = "取り入れる"
_DROPPED = "この項目の例をすべて出すために、{}の条件を外しました。"


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
        self._shown_for: tuple[object, ...] = ()
        self._taken: tuple[Element, ...] = ()
        self._stale = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._refresh)
        self.filters = PaletteFilters(theme, library, self)
        self._title = text_label(_TITLE, "title", self)
        self._found = text_label("", "caption", self)
        self._note = text_label("", "caption", self)
        self._note.hide()
        self._clear = QPushButton("条件を外す", self)
        self._list = WayList(theme, self._number, self)
        self._lay_out()
        self._list.take_requested.connect(self._on_take)
        self._list.read_requested.connect(self.address_requested)
        self._list.shown_requested.connect(self.element_chosen)
        self.filters.changed.connect(self._on_filters)
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
        return self._list.cards

    @property
    def found(self) -> str:
        """How much there is, in words."""
        return self._found.text()

    @property
    def note(self) -> str:
        """What is said of conditions that no longer hold."""
        return "" if self._note.isHidden() else self._note.text()

    def show_provision(self, provision_id: str) -> None:
        """Show all ways to a provision, once no other is asked for at once.

        What had been looked for before would hide some of them: it is dropped, and told.
        """
        dropped = self.filters.look_for(provision_id)
        if dropped:
            self._note.setText(_DROPPED.format("、".join(dropped)))
            self._note.show()
        self._soon.start()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first card, or in the field where there is none."""
        if self._soon.isActive() or self._stale:
            self._refresh()
        if not self._list.take_keyboard():
            self.filters.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh_settings(self) -> None:
        """Nothing here is a date."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc folds the card that is open, and never leaves the page."""
        if event.key() == Qt.Key.Key_Escape:
            for card in self._list.cards:
                if card.is_opened:
                    card.open(False)
                    card.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # Showing

    def _on_project(self, project: ModelProject) -> None:
        """Follow what decides the numbers and what has been taken over."""
        needed = (project.id, project.town, project.origins)
        own = {origin.element for origin in project.origins}
        taken = tuple(one for one in project.design.elements if one.id in own)
        before, self._taken = self._taken, taken
        if needed != self._shown_for:
            self._shown_for = needed
            self._refresh()
        elif taken != before:
            self._list.show_taken(project)

    def _on_filters(self) -> None:
        self._note.hide()
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
        self._ways = ways(
            project,
            library.cases,
            library.provisions,
            library.municipalities,
            self.filters.chosen,
            self.filters.kind,
        )
        self._list.show_ways(self._ways, project, self.filters.kind)
        self._say()

    def _say(self) -> None:
        provision = self._library.provisions.get(self.filters.provision)
        self._title.setText(f"{_TITLE}: {provision.plain}" if provision else _TITLE)
        count = len(self._ways)
        cases = len({way.column.id for way in self._ways})
        text = f"{cases}つの事例に {count} 件" if count else "条件に合うものがありません。"
        self._found.setText(text)
        self._clear.setVisible(self.filters.narrowed)

    def _number(self, element: Element) -> int | None:
        """Return the function a card is coloured by: that of the provision looked for."""
        provision = self._library.provisions.get(self.filters.provision)
        if provision is not None:
            return self._library.functions[provision.function].number or 0
        return self._guideline.main_function(element)

    def _on_take(self, address: str) -> None:
        card = self._list.card(address)
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
        head.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list, 1)
