# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The menus of the editor: about a card, a line, the zone to move to, the kind of a link."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from kyosei_desk.domain.designs import Link
from kyosei_desk.domain.vocabulary import LinkType, Zone
from kyosei_desk.ui.build.design.commands import DesignCommands

# How the kinds of links are told to someone who draws one.
LINK_HINTS = {
    LinkType.COOPERATE: "たがいに協力する",
    LinkType.BACKUP: "困ったときに後ろから支える",
    LinkType.SUPPORT: "活動を手伝う",
    LinkType.REFER: "相談をつなぐ",
    LinkType.PARTICIPATE: "加わる",
    LinkType.ENTRUST: "委託する・委嘱する",
    LinkType.FUND: "お金を出す",
}


def link_words(kind: LinkType) -> str:
    """Return a kind of link with what it means."""
    return f"{kind.label}（{LINK_HINTS[kind]}）"


class ActMenu(QMenu):
    """A menu that is gone when it closes; each entry does one thing."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)

    def entry(
        self, text: str, act: Callable[[], object], *, enabled: bool = True, checked: bool = False
    ) -> None:
        """Add an entry."""
        action = self.addAction(text.replace("&", "&&"))
        action.setEnabled(enabled)
        if checked:
            action.setCheckable(True)
            action.setChecked(True)
        action.triggered.connect(act)

    def open(self, at: QPoint) -> None:
        """Open with the first entry chosen, for the keyboard."""
        self.popup(at)
        first = next((one for one in self.actions() if one.isEnabled()), None)
        if first is not None:
            self.setActiveAction(first)


class DesignMenus:
    """Makes menus over a widget; what is chosen is done by the commands."""

    def __init__(self, commands: DesignCommands, over: QWidget):
        """Open menus over ``over``."""
        self._commands = commands
        self._over = over

    def zone_menu(self, element_id: str) -> ActMenu:
        """Return the menu of zones to move an element to."""
        return self._zones(element_id, ActMenu(self._over))

    def link_menu(self, start: str, end: str) -> ActMenu:
        """Return the menu of kinds a new link can have."""
        menu = ActMenu(self._over)
        names = [one.name for one in map(self._commands.element, (start, end)) if one]
        menu.entry(" → ".join(names), menu.close, enabled=False)
        menu.addSeparator()
        for kind in LinkType:
            menu.entry(link_words(kind), partial(self._commands.connect_to, start, end, kind))
        return menu

    def line_menu(self, link: Link) -> ActMenu:
        """Return the menu about a link."""
        commands, menu = self._commands, ActMenu(self._over)
        for kind in LinkType:
            menu.entry(
                link_words(kind),
                partial(commands.change_link, link, kind, link.label),
                checked=kind is link.type,
            )
        menu.addSeparator()
        menu.entry("向きを逆にする", partial(commands.turn_link, link))
        menu.entry("つながりをはずす", partial(commands.disconnect_link, link))
        return menu

    def _zones(self, element_id: str, menu: ActMenu) -> ActMenu:
        element = self._commands.element(element_id)
        for zone in Zone:
            menu.entry(
                zone.label,
                partial(self._commands.move, element_id, zone),
                checked=element is not None and element.zone is zone,
            )
        return menu

    def element_menu(self, element_id: str) -> "ElementMenu":
        """Return the menu about an element."""
        menu = ElementMenu(element_id, self._over)
        zones = ActMenu(menu)
        zones.setTitle("圏域を移す（M）")
        menu.addMenu(self._zones(element_id, zones))
        menu.addSeparator()
        menu.entry("はずす（Delete）", menu.remove)
        return menu


class ElementMenu(ActMenu):
    """What can be done with an element; each signal carries its id."""

    details_wanted = Signal(str)
    name_wanted = Signal(str)
    link_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, element_id: str, parent: QWidget):
        """Offer what is done elsewhere than here."""
        super().__init__(parent)
        self._element = element_id
        self.entry("内容を直す（Enter）", self._details)
        self.entry("名前を変える（F2）", self._name)
        self.entry("ほかとつなぐ（L）", self._link)

    def remove(self) -> None:
        """Ask for its removal."""
        self.removal_wanted.emit(self._element)

    def _details(self) -> None:
        self.details_wanted.emit(self._element)

    def _name(self) -> None:
        self.name_wanted.emit(self._element)

    def _link(self) -> None:
        self.link_wanted.emit(self._element)
