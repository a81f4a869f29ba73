# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Beside the questions: what the design has so far, so that every answer is seen to count."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.build.header import town_figures
from kyosei_desk.ui.layouts import LayoutScaler, clear_layout
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_WIDTH = 280
_EMPTY = "答えると、ここに案の要素がならびます。"


class SoFar(QFrame):
    """The elements of a project in a narrow column."""

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("soFar")
        self.setAccessibleName("いまの案")
        self._theme = theme
        self._wanted: ModelProject | None = None
        self._shown: ModelProject | None = None
        self._newest: QWidget | None = None
        self._title = text_label("いまの案", "title", self)
        self._town = text_label("", "caption", self)
        scaler = LayoutScaler(theme, self)
        inside = QWidget()
        inside.setProperty("surface", "canvas")
        self._rows = QVBoxLayout(inside)
        scaler.add(self._rows, (0, 10, 6, 0), 6)
        self._scroll = scroll = QScrollArea(self)
        scroll_down(scroll)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setProperty("surface", "canvas")
        scroll.setWidget(inside)
        scroll.verticalScrollBar().rangeChanged.connect(self._show_newest)
        column = QVBoxLayout(self)
        scaler.add(column, (16, 8, 10, 8), 4)
        column.addWidget(self._title)
        column.addWidget(self._town)
        column.addWidget(scroll, 1)
        theme.changed.connect(self._scale)
        self._scale()

    def show_project(self, project: ModelProject) -> None:
        """Show the town and the elements of a project, once all this is to be seen."""
        self._wanted = project
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up on what changed while it was hidden."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        project = self._wanted
        if project is None or project is self._shown:
            return
        before, self._shown = self._shown, project
        figures = town_figures(project.town)
        self._town.setText(f"{project.town.name}　{figures}".strip())
        clear_layout(self._rows)
        if not project.design.elements:
            self._rows.addWidget(text_label(_EMPTY, "subtle"))
        known = {element.id for element in before.design.elements} if before else set()
        self._newest = None
        for element in project.design.elements:
            state = "今ある" if element.id in project.existing else "これから"
            count = f" {element.count:,}{element.unit}" if element.count else ""
            self._rows.addWidget(text_label(f"{element.name}{count}", "strong"))
            below = text_label(f"{state}・{element.zone.label}", "caption")
            self._rows.addWidget(below)
            if element.id not in known:
                self._newest = below
            self._rows.addSpacing(self._theme.px(4))
        self._rows.addStretch(1)
        self._show_newest()

    def _show_newest(self) -> None:
        """Bring what was added last into view, each time there is more to scroll."""
        if self._newest is not None:
            self._rows.activate()
            self._scroll.ensureWidgetVisible(self._newest, 0, self._theme.px(4))

    def _scale(self) -> None:
        self.setFixedWidth(self._theme.px(_WIDTH))
