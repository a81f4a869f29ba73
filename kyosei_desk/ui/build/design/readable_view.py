# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A diagram that opens at a size that can be read, and keeps its size and place."""

from enum import Enum, auto

from PySide6.QtCore import QPointF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kyosei_desk.export.diagram.model import Diagram
from kyosei_desk.ui.diagram.diagram_view import DiagramView
from kyosei_desk.ui.theme import Theme

_LEAST, _MOST = 1.0, 1.35  # sizes at text scale 1 at which every word can be read
_MARGIN = 24


class _Size(Enum):
    """What decides the size."""

    READABLE = auto()
    WHOLE = auto()
    CHOSEN = auto()


class ReadableView(DiagramView):
    """As wide as the view where that can be read; the text scale is the diagram's, too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Show nothing yet."""
        self._size = _Size.READABLE
        super().__init__(theme, parent)
        self._theme = theme
        theme.changed.connect(self._on_theme)

    def exchange_diagram(self, diagram: Diagram | None) -> None:
        """Show another diagram at the size of the one before, scrolled as that was."""
        size, zoom = self._size, self.zoom
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.set_diagram(diagram)
        self._size = size
        if size is _Size.CHOSEN:
            self.set_zoom(zoom)
        else:
            self._refit()
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    def fit(self) -> None:
        """Show the diagram at a size that can be read, as wide as the view where that is."""
        self._size = _Size.READABLE
        self._refit()

    def show_whole(self) -> None:
        """Show all of the diagram."""
        self._size = _Size.WHOLE
        self._refit()

    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Show the diagram at a size the person has chosen."""
        self._size = _Size.CHOSEN
        super().set_zoom(zoom, about)

    def _refit(self) -> None:
        size, diagram = self._size, self.diagram
        if diagram is None:
            return
        if size is _Size.WHOLE:
            super().fit()
        else:
            scale = self._theme.scale
            room = self.maximumViewportSize().width() - _MARGIN
            wide = room / diagram.width
            super().set_zoom(min(max(wide, _LEAST * scale), _MOST * scale), QPointF(0, 0))
        self._size = size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the size that was asked for."""
        size = self._size
        super().resizeEvent(event)
        self._size = size
        if size is not _Size.CHOSEN and self.diagram is not None:
            self._refit()

    def _on_theme(self) -> None:
        if self._size is not _Size.CHOSEN:
            self._refit()
