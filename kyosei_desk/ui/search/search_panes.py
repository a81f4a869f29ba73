# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Facets, results and reader side by side, in the room there is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kyosei_desk.ui.reader.reader import Reader
from kyosei_desk.ui.search.facet_panel import FacetPanel
from kyosei_desk.ui.search.reading_place import ReadingPlace
from kyosei_desk.ui.search.results_column import ResultsColumn
from kyosei_desk.ui.theme import Theme

_ROOM_FOR_FACETS = 1080
_FACETS, _RESULTS = 204, 384
_FACETS_MIN, _RESULTS_MIN, _READER_MIN = 168, 260, 300


class SearchPanes(QWidget):
    """Three panes with movable borders; the facets are put away where there is no room."""

    def __init__(
        self,
        theme: Theme,
        facets: FacetPanel,
        results: ResultsColumn,
        reader: Reader,
        parent: QWidget | None = None,
    ):
        """Take the three panes in; the reader shows once something is opened."""
        super().__init__(parent)
        self._theme = theme
        self._facets = facets
        self._results = results
        self._reader = reader
        self._facets_wanted: bool | None = None
        self._had_room = False
        self._right = QStackedWidget(self)
        self._right.addWidget(ReadingPlace(theme, self._right))
        self._right.addWidget(reader)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for widget in (facets, results, self._right):
            self._splitter.addWidget(widget)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        theme.changed.connect(self._scale)
        results.header.facets_toggled.connect(self.show_facets)
        self._scale()

    @property
    def reading(self) -> bool:
        """Whether the reader is shown."""
        return self._right.currentWidget() is self._reader

    def show_reader(self) -> None:
        """Show the reader."""
        self._right.setCurrentWidget(self._reader)

    def show_facets(self, shown: bool) -> None:
        """Show the facets, or put them away, until the room changes."""
        self._facets_wanted = shown
        self._arrange()

    def widths(self) -> str:
        """Return the widths of the panes, to be remembered."""
        return ",".join(str(width) for width in self._splitter.sizes())

    def restore_widths(self, remembered: str) -> None:
        """Take remembered widths; anything else gives the usual ones."""
        px = self._theme.px
        widths = [int(part) for part in remembered.split(",") if part.isdecimal()]
        if len(widths) == self._splitter.count() and widths[1]:
            self._splitter.setSizes([widths[0] or px(_FACETS), *widths[1:]])
        else:
            self._splitter.setSizes([px(_FACETS), px(_RESULTS), px(4 * _RESULTS)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether there is room for the facets."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() >= self._theme.px(_ROOM_FOR_FACETS)
        if room != self._had_room:
            self._had_room, self._facets_wanted = room, None
        shown = room if self._facets_wanted is None else self._facets_wanted
        self._facets.setVisible(shown)
        self._results.header.set_facets_shown(shown)

    def _scale(self) -> None:
        px = self._theme.px
        self._facets.setMinimumWidth(px(_FACETS_MIN))
        self._results.setMinimumWidth(px(_RESULTS_MIN))
        self._right.setMinimumWidth(px(_READER_MIN))
        self._arrange()
