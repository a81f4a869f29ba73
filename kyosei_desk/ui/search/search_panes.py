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
# At 1280 pixels the reader has room for lines of 38 characters beside both.
_FACETS, _RESULTS = 198, 352
_RESULTS_SHARE = 0.42
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
        self._scaled_by = theme.scale
        self._widths_chosen = False
        self._right = QStackedWidget(self)
        self._place = ReadingPlace(theme, self._right)
        self._right.addWidget(self._place)
        reader.hide()  # taken in when it is first read: laying it out takes time
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for widget in (facets, results, self._right):
            self._splitter.addWidget(widget)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self._splitter.splitterMoved.connect(self._on_moved)
        theme.changed.connect(self._scale)
        results.header.facets_toggled.connect(self.show_facets)
        self._scale()

    @property
    def reading(self) -> bool:
        """Whether the reader is shown."""
        return self._right.currentWidget() is self._reader

    def show_reader(self) -> None:
        """Show the reader."""
        if self._right.indexOf(self._reader) < 0:
            self._right.addWidget(self._reader)
        self._right.setCurrentWidget(self._reader)

    def show_nothing_found(self) -> None:
        """Show that there is nothing to read; the reader keeps what it has."""
        self._place.say_nothing_found()
        self._right.setCurrentWidget(self._place)

    def show_found(self) -> None:
        """Show again what the reader has, or invite to choose something."""
        self._place.invite()
        if self._reader.way.address is not None:
            self.show_reader()

    def show_facets(self, shown: bool) -> None:
        """Show the facets, or put them away, until the room changes."""
        self._facets_wanted = shown
        self._arrange()

    def widths(self) -> str:
        """Return the widths of the panes, to be remembered; nothing for the usual ones."""
        if not self._widths_chosen:
            return ""
        return ",".join(str(width) for width in self._splitter.sizes())

    def restore_widths(self, remembered: str) -> None:
        """Take remembered widths; anything else gives the usual ones."""
        px = self._theme.px
        widths = [int(part) for part in remembered.split(",") if part.isdecimal()]
        if len(widths) == self._splitter.count() and widths[1]:
            self._splitter.setSizes([widths[0] or px(_FACETS), *widths[1:]])
            self._widths_chosen = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether there is room for the facets."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() >= self._theme.px(_ROOM_FOR_FACETS)
        if room != self._had_room:
            self._had_room, self._facets_wanted = room, None
        self._limit_widths()
        shown = room if self._facets_wanted is None else self._facets_wanted
        self._facets.setVisible(shown)
        self._share_out()
        self._results.header.set_facets_shown(shown)

    def _on_moved(self) -> None:
        """Leave alone from now on what someone has chosen with the mouse."""
        self._widths_chosen = True

    def _limit_widths(self) -> None:
        """Keep results and reader from growing too narrow, as far as there is room for both."""
        px, width = self._theme.px, self.width()
        self._results.setMinimumWidth(min(px(_RESULTS_MIN), round(width * _RESULTS_SHARE)))
        self._right.setMinimumWidth(min(px(_READER_MIN), round(width * (0.98 - _RESULTS_SHARE))))

    def _keep_proportions(self) -> None:
        """Let facets and results grow and shrink with the text; the reader has the rest."""
        growth = self._theme.scale / self._scaled_by
        self._scaled_by = self._theme.scale
        facets, results, reader = self._splitter.sizes()
        if self._widths_chosen and growth != 1 and results:
            facets = facets or round(self._theme.px(_FACETS) / growth)
            grown = [round(facets * growth), round(results * growth)]
            self._splitter.setSizes([*grown, max(facets + results + reader - sum(grown), 1)])

    def _share_out(self) -> None:
        """Share the room out the usual way, as long as nobody has chosen otherwise."""
        if self._widths_chosen:
            return
        facets, results, width = self._theme.px(_FACETS), self._theme.px(_RESULTS), self.width()
        if self._facets.isHidden():
            results = min(results, round(width * _RESULTS_SHARE))
        else:
            width -= facets
        self._splitter.setSizes([facets, results, max(width - results, 1)])

    def _scale(self) -> None:
        px = self._theme.px
        self._facets.setMinimumWidth(px(_FACETS_MIN))
        self._keep_proportions()
        self._arrange()
