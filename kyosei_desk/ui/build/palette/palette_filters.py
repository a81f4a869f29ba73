# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Narrowing the palette: words, function, zone, who runs it, and the order."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kyosei_desk.domain.comparing.nearness import ConditionKind
from kyosei_desk.domain.projects.ways import WayFilter
from kyosei_desk.domain.vocabulary import Operator, Zone
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.compare.choice_menu import ChoiceMenu
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.reader.labels import function_tag
from kyosei_desk.ui.search.search_box import QueryEdit
from kyosei_desk.ui.theme import Theme

_ALL = ""
_EVERY = (_ALL, "すべて")
_PAUSE_MS = 150
_ORDERS = (
    ConditionKind.POPULATION,
    ConditionKind.AREA,
    ConditionKind.DENSITY,
    ConditionKind.SCHOOLS,
    ConditionKind.DISTANCE,
)


class PaletteFilters(QWidget):
    """``changed()`` follows every choice, and typing after a pause."""

    changed = Signal()

    def __init__(self, theme: Theme, library: BuildLibrary, parent: QWidget):
        """Let everything through, the nearest population first."""
        super().__init__(parent)
        self._provision = ""
        self.edit = QueryEdit(self)
        self.edit.setPlaceholderText("名前やことばでさがす")
        self.edit.setAccessibleName("取り入れるものをさがす")
        self.edit.setClearButtonEnabled(True)
        self.function = ChoiceMenu(theme, "機能", self)
        self.zone = ChoiceMenu(theme, "圏域", self)
        self.operator = ChoiceMenu(theme, "担い手", self)
        self.order = ChoiceMenu(theme, "近い順", self)
        functions = [
            (function.id, function_tag(function.number or 0))
            for function in library.functions.values()
        ]
        self.function.set_choices([_EVERY, *functions], _ALL)
        self.zone.set_choices([_EVERY, *((zone.value, zone.label) for zone in Zone)], _ALL)
        operators = [(operator.value, operator.label) for operator in Operator]
        self.operator.set_choices([_EVERY, *operators], _ALL)
        orders = [(kind.value, kind.label) for kind in _ORDERS]
        self.order.set_choices(orders, ConditionKind.POPULATION.value)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.edit.textChanged.connect(self._on_typed)
        self.edit.escaped.connect(self.edit.clear)
        menus = FlowRow(theme, spacing=4)
        for menu in (self.function, self.zone, self.operator, self.order):
            menu.setProperty("kind", "choice")
            menu.chosen.connect(self._on_chosen)
            menus.add(menu)
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column, spacing=6)
        column.addWidget(self.edit)
        column.addWidget(menus)

    @property
    def kind(self) -> ConditionKind:
        """The condition that decides the order."""
        return next(kind for kind in ConditionKind if kind.value == self.order.value)

    @property
    def provision(self) -> str:
        """The provision looked for; nothing for any."""
        return self._provision

    @property
    def chosen(self) -> WayFilter:
        """What is to be let through."""
        return WayFilter(
            functions=frozenset({self.function.value} - {_ALL}),
            provisions=frozenset({self._provision} - {_ALL}),
            zones=frozenset(zone for zone in Zone if zone.value == self.zone.value),
            operators=frozenset(one for one in Operator if one.value == self.operator.value),
            text=self.edit.text(),
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out."""
        return self.chosen != WayFilter()

    def look_for(self, provision_id: str) -> tuple[str, ...]:
        """Look for all ways to a provision; return in words what is no longer asked for."""
        text = self.edit.text().strip()
        dropped = [f"ことば「{text}」"] if text else []
        dropped += [
            f"{name}「{menu.label}」"
            for name, menu in (("圏域", self.zone), ("担い手", self.operator))
            if menu.value
        ]
        self._drop_all()
        self._provision = provision_id
        return tuple(dropped)

    def clear(self) -> None:
        """Let everything through again."""
        self._drop_all()
        self.changed.emit()

    def _drop_all(self) -> None:
        self._provision = ""
        for menu in (self.function, self.zone, self.operator):
            menu.set_value(_ALL)
        self.edit.clear()
        self._pause.stop()

    def _on_typed(self) -> None:
        self._pause.start()

    def _on_chosen(self) -> None:
        if self.function.value:
            self._provision = ""
        self.changed.emit()
