# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""An element of a case on the palette: what it is, how many it would be here, and taking it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kyosei_desk.domain.comparing.nearness import ConditionKind
from kyosei_desk.domain.projects.model import ModelProject, OwnTown, ScalingRule
from kyosei_desk.domain.projects.scaling import suggested_rule
from kyosei_desk.domain.projects.ways import Way
from kyosei_desk.ui.build.board.flowing_label import FlowingLabel
from kyosei_desk.ui.build.palette.grabbed_card import GrabbedCard
from kyosei_desk.ui.build.palette.palette_texts import (
    count_words,
    kind_words,
    own_words,
    place_words,
    short_text,
)
from kyosei_desk.ui.build.palette.rule_box import RuleBox
from kyosei_desk.ui.build.palette.short_label import ShortLabel
from kyosei_desk.ui.build.palette.taking import rules_for
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme


class WayCard(GrabbedCard):
    """The signals carry the card's address.

    ``shown_requested(str)`` is the id of the own element that was made of it.
    """

    take_requested = Signal(str)
    read_requested = Signal(str)
    shown_requested = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, number: int | None, parent: QWidget):
        """Make a card, in the colour of a function; :meth:`show_way` fills it."""
        super().__init__(theme, number, parent)
        self._way: Way | None = None
        self._town: OwnTown | None = None
        self._box: RuleBox | None = None
        self._more: QWidget | None = None
        self._suggested: ScalingRule | None = None
        self._scaler = LayoutScaler(theme, self)
        self._column = QVBoxLayout(self)
        self._scaler.add(self._column, (14, 8, 10, 8), 3)

    @property
    def way(self) -> Way:
        """The element on the card."""
        assert self._way is not None
        return self._way

    @property
    def rule(self) -> ScalingRule | None:
        """The rule its number follows."""
        if self._box is not None:
            return self._box.rule
        return self._suggested

    @property
    def count(self) -> int | None:
        """A number entered in place of the rule's; None for the rule's."""
        return self._box.count if self._box is not None else None

    @property
    def box(self) -> RuleBox | None:
        """Where the rule is chosen, once it has been opened."""
        return self._box

    @property
    def is_opened(self) -> bool:
        """Whether all of it is shown."""
        return self._more is not None and not self._more.isHidden()

    def show_way(self, way: Way, project: ModelProject, order: ConditionKind) -> None:
        """Show an element as it would be in a project, beside the condition ordered by."""
        first, town = self._way is None, project.town
        self._way, self._town = way, town
        choices = rules_for(way.column, way.element, town)
        self._suggested = suggested_rule(way.element, choices)
        if first:
            self._make()
        self._place.setText(place_words(way, order))
        chosen = next((one for one in choices if one.rule is self.rule), None)
        own = project.element(way.taken_as[0]) if way.taken_as else None
        words = count_words(way.element, chosen) if own is None else own_words(way.element, own)
        self._count.setText(words)
        if self._box is not None:
            self._box.show_choices(choices, self._box.rule or self._suggested)
        taken = bool(way.taken_as)
        self.address, self.can_be_dragged = way.address, not taken
        self._show_taken(taken)
        name = f"{way.element.name}、{self._place.text()}、{self._count.text()}"
        self.setAccessibleName(f"{name}、取り入れてあります" if taken else name)
        help_text = "Enter で図で見ます" if taken else "Enter で取り入れます"
        self.setAccessibleDescription(f"{help_text}。Space でくわしく開きます。")

    def _show_taken(self, taken: bool) -> None:
        """Show whether it is taken; the keyboard does not leave a button that goes."""
        focused = self.window().focusWidget()
        inside = self._box is not None and focused is not None and self._box.isAncestorOf(focused)
        goes = focused is (self._take if taken else self._show) or (taken and inside)
        comes = self._show if taken else self._take
        comes.show()
        if goes:
            comes.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take.setVisible(not taken)
        self._taken.setVisible(taken)
        self._show.setVisible(taken)
        if self._box is not None:
            self._box.setVisible(not taken)

    def set_current(self, current: bool) -> None:
        """Let Tab reach the card and its buttons, or not."""
        policy = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
        for widget in (self, self._take, self._show, self._open):
            widget.setFocusPolicy(policy)

    def open(self, opened: bool) -> None:
        """Show all of it, or the short of it."""
        if opened and self._more is None:
            self._more = self._make_more()
            self._column.addWidget(self._more)
        if self._more is not None:
            self._more.setVisible(opened)
        self._open.setText("たたむ" if opened else "くわしく")
        self._open.setAccessibleName(f"{self.way.element.name}を{self._open.text()}")
        if opened:
            self.opened.emit(self.address)

    def _on_enter(self) -> None:
        if self.way.taken_as:
            self._on_show()
        else:
            self._on_take()

    def _switch(self) -> None:
        self.open(not self.is_opened)

    def _on_take(self) -> None:
        if self._box is not None and not self._box.is_right:
            self._box.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.take_requested.emit(self.address)

    def _on_show(self) -> None:
        self.shown_requested.emit(self.way.taken_as[0])

    def _on_read(self) -> None:
        self.read_requested.emit(self.address)

    def _on_rule(self) -> None:
        way, town = self.way, self._town
        assert town is not None
        choices = rules_for(way.column, way.element, town)
        chosen = next((one for one in choices if one.rule is self.rule), None)
        self._count.setText(count_words(way.element, chosen))

    # Making

    def _make(self) -> None:
        element = self.way.element
        self._place = text_label("", "caption", self)
        self._count = text_label("", "caption", self)
        self._count.setProperty("role", "group")
        self._take = QPushButton("取り入れる", self)
        self._take.setAccessibleName(f"{element.name}を取り入れる")
        self._taken = text_label("✓ 取り入れてあります", "caption", self)
        self._show = QPushButton("図で見る", self)
        self._show.setAccessibleName(f"{element.name}を図で見る")
        self._open = QPushButton(self)
        self._open.setProperty("kind", "link")
        self._column.addWidget(text_label(element.name, "strong", self))
        self._column.addWidget(self._place)
        self._column.addWidget(
            ShortLabel(self._theme, short_text(element), FontRole.CAPTION, 2, self)
        )
        self._column.addWidget(self._count)
        row = FlowRow(self._theme, spacing=6, top=3)
        self._taken.setWordWrap(False)
        for widget in (self._take, self._taken, self._show, self._open):
            row.add(widget)
        self._column.addWidget(row)
        self._take.clicked.connect(self._on_take)
        self._show.clicked.connect(self._on_show)
        self._open.clicked.connect(self._switch)
        self.enter_pressed.connect(self._on_enter)
        self.space_pressed.connect(self._switch)
        self.open(False)
        self.set_current(False)

    def _make_more(self) -> QWidget:
        way, town = self.way, self._town
        assert town is not None
        made = QWidget(self)
        column = QVBoxLayout(made)
        self._scaler.add(column, (0, 4, 0, 2), 6)
        self._box = RuleBox(self._theme, way.element, made)
        self._box.show_choices(rules_for(way.column, way.element, town), self._suggested)
        self._box.changed.connect(self._on_rule)
        self._box.submitted.connect(self._on_enter)
        column.addWidget(self._box)
        self._box.setVisible(not way.taken_as)
        column.addWidget(text_label(f"{way.column.title}の事例", "group", made))
        column.addWidget(text_label(kind_words(way.element), "caption", made))
        text = FlowingLabel("body", made)
        text.show_paragraphs([way.element.text])
        column.addWidget(text)
        read = QPushButton("事例の本文を読む", made)
        read.setProperty("kind", "link")
        read.setAccessibleName(f"{way.element.name}の本文を読む")
        read.clicked.connect(self._on_read)
        column.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        return made
