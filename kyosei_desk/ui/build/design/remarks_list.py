# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What was noticed about the own design, quietly, each with the way to its element."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.checks import Remark
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.domain.provisions import Provision
from kyosei_desk.ui.cards import CardButton, column_card
from kyosei_desk.ui.layouts import LayoutScaler, clear_layout
from kyosei_desk.ui.relays import relay_click
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.project_rules import remark_sentence

_TITLE = "気づいたこと（考えるきっかけです。直さなくてもかまいません）"
_HEIGHT = 160


class RemarksList(QWidget):
    """``element_chosen(str)`` is the element a remark is about."""

    element_chosen = Signal(str)

    def __init__(self, theme: Theme, provisions: Mapping[str, Provision], parent: QWidget):
        """Show no remarks yet."""
        super().__init__(parent)
        self.setAccessibleName("気づいたこと")
        self._theme = theme
        self._provisions = provisions
        self._told: tuple[tuple[str, str], ...] = ()
        self._shown: tuple[tuple[str, str], ...] = ()
        self._scaler = LayoutScaler(theme, self)
        self._list = QVBoxLayout()
        page = QWidget()
        page.setObjectName("page")
        inner = QVBoxLayout(page)
        self._scaler.add(inner, (12, 4, 8, 8), 4)
        self._scaler.add(self._list, spacing=4)
        inner.addWidget(text_label(_TITLE, "caption", self))
        inner.addLayout(self._list)
        inner.addStretch(1)
        area = QScrollArea(self)
        scroll_down(area)
        area.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        theme.changed.connect(self._limit)
        self._limit()

    @property
    def rows(self) -> list[CardButton]:
        """The remarks as buttons, from the top down."""
        items = (self._list.itemAt(number) for number in range(self._list.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, CardButton)]

    def show_remarks(self, remarks: Sequence[Remark], project: ModelProject) -> None:
        """Show remarks on a project, as soon as they are to be seen."""
        self._told = tuple(
            (
                remark_sentence(remark, project, self._provisions),
                next(iter(remark.elements), ""),
            )
            for remark in remarks
        )
        if self.isVisible():
            self._make_rows()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was noticed meanwhile."""
        super().showEvent(event)
        self._make_rows()

    def _make_rows(self) -> None:
        if self._told == self._shown:
            return
        self._shown = self._told
        clear_layout(self._list)
        for sentence, element_id in self._told:
            row = column_card(self._theme, sentence, [(sentence, "body")])
            if element_id:
                relay_click(row, self.element_chosen, element_id)
            self._list.addWidget(row)

    def _limit(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))
