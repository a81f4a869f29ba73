# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is asked of an element, from whichever side: a card, the list, the bar, a menu."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kyosei_desk.domain.vocabulary import Zone
from kyosei_desk.ui.build.design.commands import DesignCommands
from kyosei_desk.ui.build.design.design_list import DesignTable
from kyosei_desk.ui.build.design.design_view import DesignView
from kyosei_desk.ui.build.design.element_bar import ElementBar
from kyosei_desk.ui.build.design.menus import DesignMenus
from kyosei_desk.ui.build.design.name_editor import NameEditor
from kyosei_desk.ui.theme import Theme


class DesignActs(QObject):
    """``element_wanted(str)`` asks to show an element, ``details_wanted(str)`` its form.

    ``links_wanted(str)`` asks for the part of the form where links are made.
    """

    element_wanted = Signal(str)
    details_wanted = Signal(str)
    links_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        commands: DesignCommands,
        view: DesignView,
        table: DesignTable,
        bar: ElementBar,
        parent: QWidget,
    ):
        """Follow the diagram, the list and the bar."""
        super().__init__(parent)
        self.in_list = False
        self.removed = ""
        self._commands = commands
        self._view = view
        self._table = table
        self._bar = bar
        self.names = NameEditor(theme, view.sheet)
        self.menus = DesignMenus(commands, parent)
        self._connect()

    def rename(self, element_id: str) -> None:
        """Edit the name of an element where it stands."""
        spot, element = self._view.spot_of(element_id), self._commands.element(element_id)
        if self.in_list:
            self._table.edit_name()
        elif spot is not None and element is not None:
            self._view.show_element(element_id)
            self.names.open(spot, element.name)

    def remove(self, element_id: str) -> None:
        """Remove an element; the one in its place is looked at next, and has the keyboard.

        The bar does not offer to remove that one, too, before it is chosen.
        """
        by_bar = self._bar.isAncestorOf(QApplication.focusWidget() or self._view)
        spots = [spot.card.element for spot in self._view.sheet.spots]
        place = spots.index(element_id) if element_id in spots else 0
        left = [one for one in spots if one != element_id]
        if not self._commands.remove(element_id):
            return
        self.removed = element_id
        if not left:
            return
        following = left[min(place, len(left) - 1)]
        self.element_wanted.emit(following)
        if by_bar and self.in_list:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif by_bar:
            self._view.focus_element(following)
        self._bar.spare(following)

    def choose_zone(self, element_id: str) -> None:
        """Ask which zone an element moves to."""
        self.menus.zone_menu(element_id).open(self._place_of(element_id))

    def link(self, element_id: str) -> None:
        """Look for a partner of an element."""
        element = self._commands.element(element_id)
        if self.in_list:
            self.links_wanted.emit(element_id)
        elif element is not None:
            self._view.start_linking(element_id)
            self._bar.show_linking(element.name)

    def choose_kind(self, start: str, end: str) -> None:
        """Ask of what kind a new link is."""
        self.menus.link_menu(start, end).open(self._place_of(end))

    def open_menu(self, element_id: str, at: QPoint) -> None:
        """Offer all that can be done with an element."""
        self._view.choose(element_id)
        menu = self.menus.element_menu(element_id)
        menu.details_wanted.connect(self.details_wanted)
        menu.name_wanted.connect(self.rename)
        menu.link_wanted.connect(self.link)
        menu.removal_wanted.connect(self.remove)
        menu.open(at)

    def _on_named(self, element_id: str, name: str) -> None:
        self._commands.rename(element_id, name)

    def _on_name_ended(self, element_id: str) -> None:
        self._view.focus_element(element_id)

    def _on_moved(self, element_id: str, zone: Zone) -> None:
        if self._commands.move(element_id, zone):
            self.element_wanted.emit(element_id)

    def _on_line(self, place: int, at: QPoint) -> None:
        link = self._commands.link(place)
        if link is not None:
            self.menus.line_menu(link).open(at)

    def _on_way(self, address: str, zone: Zone | None) -> None:
        self._commands.take(address, zone)

    def _place_of(self, element_id: str) -> QPoint:
        """Return where on the screen a menu about an element opens."""
        spot = self._view.spot_of(element_id)
        if self.in_list or spot is None:
            rect = self._table.visualRect(self._table.currentIndex())
            return self._table.viewport().mapToGlobal(rect.bottomLeft())
        return spot.mapToGlobal(spot.rect().bottomLeft())

    # The bar speaks of the element chosen

    def _on_bar_details(self) -> None:
        self.details_wanted.emit(self._view.chosen_element)

    def _on_bar_name(self) -> None:
        self.rename(self._view.chosen_element)

    def _on_bar_link(self) -> None:
        self.link(self._view.chosen_element)

    def _on_bar_move(self) -> None:
        self.choose_zone(self._view.chosen_element)

    def _on_picked(self) -> None:
        self._bar.spare("")

    def _on_bar_remove(self) -> None:
        self.remove(self._view.chosen_element)

    def _connect(self) -> None:
        view, table, bar, gestures = self._view, self._table, self._bar, self._view.gestures
        self.names.named.connect(self._on_named)
        self.names.ended.connect(self._on_name_ended)
        view.linked.connect(self.choose_kind)
        view.moved.connect(self._on_moved)
        view.way_dropped.connect(self._on_way)
        view.line_wanted.connect(self._on_line)
        for source in (gestures, table):
            source.details_wanted.connect(self.details_wanted)
            source.removal_wanted.connect(self.remove)
            source.move_wanted.connect(self.choose_zone)
            source.link_wanted.connect(self.link)
            source.menu_wanted.connect(self.open_menu)
        gestures.name_wanted.connect(self.rename)
        gestures.picked.connect(self._on_picked)
        table.clicked.connect(self._on_picked)
        bar.details_wanted.connect(self._on_bar_details)
        bar.name_wanted.connect(self._on_bar_name)
        bar.link_wanted.connect(self._on_bar_link)
        bar.move_wanted.connect(self._on_bar_move)
        bar.removal_wanted.connect(self._on_bar_remove)
        bar.linking_dropped.connect(view.stop_linking)
