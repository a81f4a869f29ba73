# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A table with something at its side, or one of the two where there is no room for both."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kyosei_desk.ui.build.entries.segments import Segments
from kyosei_desk.ui.build.entries.side_line import side_line
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.theme import Theme

_MOST_WIDTH = 16777215  # Qt's own


@dataclass(frozen=True)
class PartsShape:
    """The labels of the first part and of that at its side, and widths in grid pixels."""

    question: str
    labels: Mapping[str, str]
    room_for_both: int
    side_width: int


class TwoParts(QWidget):
    """``parts`` switches between the two where there is room for one."""

    def __init__(self, theme: Theme, shape: PartsShape, parent: QWidget):
        """Make the switch; :meth:`place` puts the parts in."""
        super().__init__(parent)
        self._theme = theme
        self._shape = shape
        self._first, _ = shape.labels
        self.parts = Segments(theme, shape.question, shape.labels, self)
        self.side = QScrollArea(self)
        self._line = side_line(self)
        self._with_first: tuple[QWidget, ...] = ()
        self.parts.chosen.connect(self._arrange)

    @property
    def is_wide(self) -> bool:
        """Whether both parts are shown."""
        return self.width() >= self._theme.px(self._shape.room_for_both)

    def show_part(self, part: str) -> None:
        """Look at a part where there is room for one."""
        self.parts.choose(part)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both parts where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def place(self, first: QWidget, side: QWidget, *tools: QWidget) -> None:
        """Lay the two parts out; the tools stand above and go with the first one."""
        self._with_first = (first, *tools)
        scroll_down(self.side)
        self.side.setWidget(side)
        scaler = LayoutScaler(self._theme, self)
        head = QHBoxLayout()
        scaler.add(head, (12, 4, 12, 4), 8)
        for widget in (self.parts, *tools):
            head.addWidget(widget)
        head.addStretch(1)
        row = QHBoxLayout()
        scaler.add(row, spacing=0)
        row.addWidget(first, 1)
        row.addWidget(self._line)
        row.addWidget(self.side, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addLayout(row, 1)

    def _arrange(self) -> None:
        wide, first = self.is_wide, self.parts.value == self._first
        self.parts.setVisible(not wide)
        self._line.setVisible(wide)
        for widget in self._with_first:
            widget.setVisible(wide or first)
        self.side.setVisible(wide or not first)
        most = self._theme.px(self._shape.side_width) if wide else _MOST_WIDTH
        self.side.setMaximumWidth(most)
