# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""地図: where the designs are, and how near their places are to one's own town."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.nearness import Town
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.ui.compare.comparison_keeper import ComparisonKeeper
from kyosei_desk.ui.compare.map_legend import MapLegend
from kyosei_desk.ui.compare.map_marks import OWN_KEY, map_marks
from kyosei_desk.ui.compare.map_view import MapView
from kyosei_desk.ui.compare.nearness_panel import NearnessPanel
from kyosei_desk.ui.compare.own_town import kept_town, town_of
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.comparisons import OwnTown

_PANEL_MIN, _PANEL, _PANEL_SHARE = 400, 460, 0.38
_NOTE = "点は全国の{count:,}市区町村（2024年1月1日現在）。枠の中も同じ縮尺です。"


class MapTab(QWidget):
    """The map beside the panel of near and different conditions.

    ``address_chosen(str)`` is a document to read. ``column_requested(str)`` is a design to
    put beside the others or, if it is there, to take out: the page decides.
    ``failed(error)``: one's own town could not be read or kept.
    """

    address_chosen = Signal(str)
    column_requested = Signal(str)
    failed = Signal(object)

    def __init__(self, theme: Theme, keeper: ComparisonKeeper, parent: QWidget | None = None):
        """Show an empty map; one's own town comes from, and goes to, the keeper's file."""
        super().__init__(parent)
        self._theme = theme
        self._corpus: Corpus | None = None
        self._designs: tuple[ComparedDesign, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._kept: OwnTown | None = None
        self._of_design = Town()
        self.map = MapView(theme, self)
        self.panel = NearnessPanel(theme)
        self._note = text_label("", "caption", self)
        self._tools: list[tuple[QToolButton, str]] = []
        self._scroll = QScrollArea(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._shared = False
        self._lay_out()
        self.setFocusProxy(self.panel.chooser.edit)
        self._reading = keeper.operation()
        self._reading.succeeded.connect(self._on_own_read)
        self._writing = keeper.operation()
        for operation in (self._reading, self._writing):
            operation.failed.connect(self.failed)
        self.map.place_chosen.connect(self._on_place)
        self.panel.address_chosen.connect(self.address_chosen)
        self.panel.column_requested.connect(self.column_requested)
        self.panel.own_changed.connect(self._on_own)
        theme.changed.connect(self._rescale)
        self._rescale()
        self._reading.do(lambda store: store.own_town())

    def set_library(
        self, corpus: Corpus, designs: Sequence[ComparedDesign], *, era_first: bool = True
    ) -> None:
        """Show the municipalities of a library, and these designs; the same again is no work.

        ``era_first``: dates are written 和暦 first.
        """
        if corpus is not self._corpus:
            self._corpus = corpus
            towns = tuple(corpus.municipalities.values())
            self.map.set_municipalities(towns)
            self.panel.chooser.set_municipalities(towns)
            self._note.setText(_NOTE.format(count=len(towns)))
        if self._kept is not None:
            self.panel.set_own(town_of(self._kept, corpus))
            self._kept = None
        self._designs = tuple(designs)
        cases = tuple(design for design in designs if not design.is_own)
        self.panel.set_designs(cases, era_first=era_first)
        self._mark()

    def set_columns(self, ids: Sequence[str]) -> None:
        """Say which designs stand side by side now."""
        self._columns = tuple(ids)
        self.panel.set_columns(self._columns)
        self._follow_own_design()
        self._mark()

    def _follow_own_design(self) -> None:
        """Begin with the town of the own design compared; it is not kept, as none chose it."""
        known, self._of_design = self._of_design, self._town_of_design()
        if self.panel.own in (Town(), known) and self.panel.own != self._of_design:
            self.panel.set_own(self._of_design)

    def _town_of_design(self) -> Town:
        """Return the town of the own designs compared; none where they are of several."""
        chosen = [one for one in self._designs if one.is_own and one.id in self._columns]
        towns = [Town.of(one.municipality, one.profile) for one in chosen if one.municipality]
        alike = {town.municipality for town in towns}
        return towns[0] if len(alike) == 1 else Town()

    def _mark(self) -> None:
        own = self.panel.own.municipality
        marks = map_marks(self._designs, self._columns, own)
        if marks != self.map.marks:
            self.map.set_marks(marks)

    def _on_place(self, key: str) -> None:
        if key == OWN_KEY:
            self.panel.chooser.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        design = next(design for design in self._designs if design.id == key)
        self.address_chosen.emit(design.document_id)

    def _on_own_read(self, own: OwnTown) -> None:
        """Show what was kept, unless something has been entered meanwhile."""
        if self.panel.own not in (Town(), self._of_design) or own == OwnTown():
            return
        if self._corpus is None:
            self._kept = own
            return
        self.panel.set_own(town_of(own, self._corpus))
        self._mark()

    def _on_own(self, own: Town) -> None:
        self._mark()
        kept = kept_town(own)
        self._writing.do(lambda store: store.set_own_town(kept))

    # Making

    def _lay_out(self) -> None:
        scaler = LayoutScaler(self._theme, self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        scaler.add(column, (16, 10, 16, 8), 6)
        column.addWidget(MapLegend(self._theme))
        column.addWidget(self.map, 1)
        foot = QHBoxLayout()
        scaler.add(foot, spacing=4)
        foot.addWidget(self._note, 1)
        for icon, name, slot in (
            ("zoom-in", "地図を大きくする（＋）", self.map.zoom_in),
            ("zoom-out", "地図を小さくする（−）", self.map.zoom_out),
        ):
            tool = QToolButton(left)
            tool.setAccessibleName(name)
            tool.setToolTip(name)
            tool.clicked.connect(slot)
            foot.addWidget(tool)
            self._tools.append((tool, icon))
        whole = QPushButton("全体", left)
        whole.setProperty("kind", "tool")
        whole.setToolTip("地図の全体を出す（0）")
        whole.setAccessibleName("地図の全体を出す")
        whole.clicked.connect(self.map.show_all)
        foot.addWidget(whole)
        column.addLayout(foot)
        scroll_down(self._scroll)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setProperty("surface", "canvas")
        self._scroll.setWidget(self.panel)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self._scroll)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.splitterMoved.connect(self._on_shared)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panel its width and the map the rest, unless a person has shared it out."""
        super().resizeEvent(event)
        self._share_out()

    def _on_shared(self) -> None:
        self._shared = True

    def _share_out(self) -> None:
        if not self._shared:
            least, most = self._theme.px(_PANEL_MIN), self._theme.px(_PANEL)
            panel = min(max(round(self.width() * _PANEL_SHARE), least), most)
            self._splitter.setSizes([max(self.width() - panel, 0), panel])

    def _rescale(self) -> None:
        side = self._theme.px(20)
        for tool, icon in self._tools:
            tool.setIcon(self._theme.icon(icon, self._theme.palette.primary))
            tool.setIconSize(QSize(side, side))
        self._scroll.setMinimumWidth(self._theme.px(_PANEL_MIN))
        self._share_out()
