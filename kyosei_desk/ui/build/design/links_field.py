# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The links of an element: with whom, of what kind, in what words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.designs import Link
from kyosei_desk.domain.projects.changes.links import links_of
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.vocabulary import LinkType
from kyosei_desk.ui.build.design.commands import DesignCommands
from kyosei_desk.ui.build.design.form_parts import EnumPick, FormEdit, member
from kyosei_desk.ui.build.settled import settled_text
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.list_button import PickButton
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_LONGEST = 30
_NEW = "つなぐ相手を選ぶ…"


class LinkRow(QWidget):
    """One link, changed through the commands."""

    def __init__(
        self, theme: Theme, commands: DesignCommands, link: Link, words: str, parent: QWidget
    ):
        """Show a link; ``words`` says with whom, seen from the element."""
        super().__init__(parent)
        self._commands = commands
        self._link = link
        self.kind = EnumPick(theme, f"{words}: 種類", list(LinkType), self)
        self.kind.set_value(link.type.value)
        self.label = FormEdit(self)
        self.label.setMaxLength(_LONGEST)
        self.label.setText(link.label or "")
        self.label.setPlaceholderText("線の上の言葉（なくてもよい）")
        self.label.setAccessibleName(f"{words}: 線の上の言葉")
        self._words = words
        self._turn = turn = self._button("向きを逆にする", words)
        drop = self._button("外す", words)
        scaler = LayoutScaler(theme, self)
        column = QVBoxLayout(self)
        scaler.add(column, (0, 0, 0, 6), 4)
        column.addWidget(text_label(words, "body", self))
        column.addWidget(self.kind)
        column.addWidget(self.label)
        row = QHBoxLayout()
        scaler.add(row, spacing=8)
        row.addWidget(turn)
        row.addWidget(drop)
        row.addStretch(1)
        column.addLayout(row)
        turn.setVisible(link.type is not LinkType.COOPERATE)
        self.kind.picked.connect(self._on_kind)
        turn.clicked.connect(self._on_turn)
        drop.clicked.connect(self._on_drop)
        self._settled = settled_text(self.label, self._on_label)

    @property
    def link(self) -> Link:
        """The link shown."""
        return self._link

    def can_show(self, link: Link, words: str) -> bool:
        """Whether a link has the ends of the one shown, seen from the same side."""
        ends = (self._link.from_, self._link.to)
        return self._words == words and ends == (link.from_, link.to)

    def show_link(self, link: Link) -> None:
        """Show a link between the same two; what is being typed stays."""
        self._link = link
        self.kind.set_value(link.type.value)
        self._turn.setVisible(link.type is not LinkType.COOPERATE)
        self._settled.show_text(link.label or "")

    def _button(self, text: str, words: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "link")
        button.setAccessibleName(f"{words}: {text}")
        return button

    def _on_kind(self, value: str) -> None:
        self._commands.change_link(self._link, member(list(LinkType), value), self._link.label)

    def _on_label(self, text: str) -> None:
        if text.strip() != (self._link.label or ""):
            self._commands.change_link(self._link, self._link.type, text.strip())

    def _on_turn(self) -> None:
        self._commands.turn_link(self._link)

    def _on_drop(self) -> None:
        self._commands.disconnect_link(self._link)


class LinksField(QWidget):
    """``partner_picked(str)`` is an element to be linked with."""

    partner_picked = Signal(str)

    def __init__(self, theme: Theme, commands: DesignCommands, parent: QWidget):
        """Show no links yet."""
        super().__init__(parent)
        self._theme = theme
        self._commands = commands
        self._shown: tuple[tuple[Link, str], ...] | None = None
        self._list = QVBoxLayout()
        scaler = LayoutScaler(theme, self)
        scaler.add(self._list, spacing=4)
        self.add = PickButton(theme, "つなぐ相手", (), self)
        self.add.picked.connect(self._on_picked)
        column = QVBoxLayout(self)
        scaler.add(column, spacing=4)
        column.addLayout(self._list)
        column.addWidget(self.add)

    @property
    def rows(self) -> list[LinkRow]:
        """The links, from the top down."""
        items = (self._list.itemAt(number) for number in range(self._list.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, LinkRow)]

    def show_links(self, project: ModelProject, element_id: str) -> None:
        """Show the links of an element."""
        others = [(one.id, one.name) for one in project.design.elements if one.id != element_id]
        self.add.set_choices(others)
        self.add.set_value("", _NEW)
        self.add.setEnabled(bool(others))
        names = {one.id: one.name for one in project.design.elements}
        shown = tuple(
            (link, _seen_from(link, element_id, names)) for link in links_of(project, element_id)
        )
        if shown != self._shown:
            self._shown = shown
            self._make_rows(shown)

    def _make_rows(self, shown: Sequence[tuple[Link, str]]) -> None:
        kept = self._kept_rows(shown)
        for row in self.rows:
            self._list.removeWidget(row)
            if row not in kept.values():
                row.hide()
                row.deleteLater()
        for place, (link, words) in enumerate(shown):
            row = kept.get(place) or LinkRow(self._theme, self._commands, link, words, self)
            self._list.addWidget(row)
            if row.link != link:
                row.show_link(link)

    def _kept_rows(self, shown: Sequence[tuple[Link, str]]) -> dict[int, LinkRow]:
        """Return the rows that stay, by their new place: first those of the very same link."""
        left, kept = self.rows, dict[int, LinkRow]()
        for same in (True, False):
            for place, (link, words) in enumerate(shown):
                fits = (row for row in left if row.can_show(link, words))
                row = next((row for row in fits if row.link == link or not same), None)
                if place not in kept and row is not None:
                    kept[place] = row
                    left.remove(row)
        return kept

    def _on_picked(self, element_id: str) -> None:
        self.add.set_value("", _NEW)
        self.partner_picked.emit(element_id)


def _seen_from(link: Link, element_id: str, names: dict[str, str]) -> str:
    other = names[link.to if link.from_ == element_id else link.from_]
    if link.type is LinkType.COOPERATE:
        return f"⇔ {other}"
    return f"→ {other}へ" if link.from_ == element_id else f"← {other}から"
