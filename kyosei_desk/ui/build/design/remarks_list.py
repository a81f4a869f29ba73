# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What was noticed about the own design, quietly: a line a kind, each with the way to its element.

What weighs most comes first. A kind that asks the same of each element names the elements side
by side; the others say their sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.checks import Remark, RemarkCode
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.provisions import Provision
from kyosei_desk.ui.build.entries.one_line import shortened
from kyosei_desk.ui.build.short_button import ShortButton
from kyosei_desk.ui.layouts import LayoutScaler, clear_layout
from kyosei_desk.ui.reader.flow_layout import FlowRow
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.project_rules import remark_sentence

_TITLE = "気づいたこと（考えるきっかけです。直さなくてもかまいません）"
_HEIGHT, _SHARE = 160, 0.35  # grid pixels, and no more of what the diagram needs, too
_LONGEST_NAME = 18
# What is told apart by the element alone: its name says all.
_SAME_OF_EACH = (
    RemarkCode.NO_BACKUP,
    RemarkCode.NO_OPERATOR,
    RemarkCode.UNLINKED,
    RemarkCode.NO_PROVISION,
)


@dataclass(frozen=True)
class _Told:
    """A remark in words; ``name`` stands for it where its kind says the rest."""

    code: RemarkCode
    sentence: str
    element: str
    name: str


class RemarksList(QWidget):
    """``element_chosen(str)`` is the element a remark is about."""

    element_chosen = Signal(str)

    def __init__(self, theme: Theme, provisions: Mapping[str, Provision], parent: QWidget):
        """Show no remarks yet."""
        super().__init__(parent)
        self.setAccessibleName("気づいたこと")
        self._theme = theme
        self._provisions = provisions
        self._told: tuple[_Told, ...] = ()
        self._shown: tuple[_Told, ...] = ()
        self._rows: list[QPushButton] = []
        self._scaler = LayoutScaler(theme, self)
        self._list = QVBoxLayout()
        page = QWidget()
        page.setObjectName("page")
        inner = QVBoxLayout(page)
        self._scaler.add(inner, (12, 4, 8, 8), 4)
        self._scaler.add(self._list, spacing=2)
        inner.addWidget(text_label(_TITLE, "caption", self))
        inner.addLayout(self._list)
        inner.addStretch(1)
        area = QScrollArea(self)
        scroll_down(area)
        area.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self._room = 0
        theme.changed.connect(self._limit)
        self._limit()

    @property
    def rows(self) -> list[QPushButton]:
        """The remarks as buttons, from the top down; each is named by its sentence."""
        return list(self._rows)

    def show_remarks(self, remarks: Sequence[Remark], project: ModelProject) -> None:
        """Show remarks on a project, as soon as they are to be seen."""
        self._told = tuple(self._words(remark, project) for remark in remarks)
        if self.isVisible():
            self._make_rows()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was noticed meanwhile."""
        super().showEvent(event)
        self._make_rows()

    def _words(self, remark: Remark, project: ModelProject) -> _Told:
        element_id = next(iter(remark.elements), "")
        element = project.element(element_id)
        sentence = remark_sentence(remark, project, self._provisions)
        return _Told(remark.code, sentence, element_id, element.name if element else "")

    def _make_rows(self) -> None:
        if self._told == self._shown:
            return
        self._shown = self._told
        clear_layout(self._list)
        self._rows = []
        for code, group in groupby(self._told, key=lambda told: told.code):
            self._add_kind(code, list(group))

    def _add_kind(self, code: RemarkCode, told: Sequence[_Told]) -> None:
        """Add a line: what was noticed and how often, and where."""
        row = FlowRow(self._theme, spacing=4)
        kind = text_label(f"{code.label}（{len(told)}）", "strong")
        kind.setWordWrap(False)
        row.add(kind)
        for one in told:
            row.add(self._button(one))
        self._list.addWidget(row)

    def _button(self, told: _Told) -> QPushButton:
        named = told.code in _SAME_OF_EACH
        button = ShortButton(shortened(told.name, _LONGEST_NAME) if named else told.sentence)
        button.setProperty("kind", "choice" if named else "link")
        button.setToolTip(told.sentence)
        button.setAccessibleName(told.sentence)
        if told.element:
            relay_click(button, self.element_chosen, told.element)
        self._rows.append(button)
        return button

    def set_room(self, height: int) -> None:
        """Leave most of a height to the diagram."""
        self._room = height
        self._limit()

    def _limit(self) -> None:
        wanted = self._theme.px(_HEIGHT)
        self.setFixedHeight(min(wanted, round(self._room * _SHARE)) if self._room else wanted)
