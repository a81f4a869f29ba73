# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The four ways to look at a comparison; each is made when it is first looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from kyosei_desk.domain.comparing.designs import MOST_COLUMNS
from kyosei_desk.services import Services
from kyosei_desk.ui.actions import ActionId, add_action
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.compare.compare_header import CompareTab
from kyosei_desk.ui.compare.comparison_keeper import ComparisonKeeper
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.diagram_tab import DiagramTab
from kyosei_desk.ui.compare.figures_tab import FiguresTab
from kyosei_desk.ui.compare.map_tab import MapTab
from kyosei_desk.ui.compare.table_tab import TableTab
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.ui.theme import Theme

_FULL = (
    f"くらべられるのは{MOST_COLUMNS}つまでです。「列を選ぶ」でどれかを外すと、{{}}を入れられます。"
)


class CompareTabs(QStackedWidget):
    """``address_requested(str)``, ``message_requested(Message)``, ``passage_shown(bool)``."""

    address_requested = Signal(str)
    message_requested = Signal(object)
    passage_shown = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        services: Services,
        controller: ComparisonController,
        worker: WorkerThread,
        keeper: ComparisonKeeper,
        parent: QWidget | None = None,
    ):
        """Show the table; it is filled by :meth:`refresh`."""
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._controller = controller
        self._worker = worker
        self._keeper = keeper
        self.table = TableTab(theme, services.settings, controller, worker, self)
        self._figures: FiguresTab | None = None
        self._diagrams: DiagramTab | None = None
        self._map: MapTab | None = None
        self.addWidget(self.table)
        self.table.address_requested.connect(self.address_requested)
        self.table.message_requested.connect(self.message_requested)
        self.table.passages.shown_changed.connect(self.passage_shown)
        add_action(self, ActionId.UNDO, self.table.keys.removing.undo)

    @property
    def map(self) -> MapTab | None:
        """The map, once it has been looked at."""
        return self._map

    @property
    def figures(self) -> FiguresTab | None:
        """The figures, once they have been looked at."""
        return self._figures

    @property
    def diagrams(self) -> DiagramTab | None:
        """The diagrams, once they have been looked at."""
        return self._diagrams

    def show_tab(self, tab: CompareTab) -> None:
        """Look at the comparison in another way; the keyboard comes along if it was here."""
        shown, focused = self._tab(tab), QApplication.focusWidget()
        along = focused is not None and self.isAncestorOf(focused)
        self.setCurrentWidget(shown)
        self.refresh()
        if along:
            self.take_keyboard()

    def _tab(self, tab: CompareTab) -> QWidget:
        match tab:
            case CompareTab.TABLE:
                return self.table
            case CompareTab.DIAGRAM:
                self._diagrams = self._diagrams or self._make_diagrams()
                return self._diagrams
            case CompareTab.FIGURES:
                self._figures = self._figures or self._make_figures()
                return self._figures
            case CompareTab.MAP:
                self._map = self._map or self._make_map()
                return self._map

    def refresh(self) -> None:
        """Show the arrangement of now in the tab that is looked at."""
        shown = self.currentWidget()
        corpus = self._controller.corpus
        if corpus is None or not self._controller.is_comparing:
            return
        if isinstance(shown, TableTab | FiguresTab | DiagramTab):
            shown.refresh()
        elif isinstance(shown, MapTab):
            era = self._controller.era_first
            shown.set_library(corpus, self._controller.designs, era_first=era)
            shown.set_columns(self._controller.arrangement.columns)

    def take_keyboard(self) -> None:
        """Put the keyboard into the tab that is looked at."""
        match self.currentWidget():
            case TableTab() as table:
                table.view.setFocus(Qt.FocusReason.OtherFocusReason)
            case FiguresTab() as figures:
                figures.view.setFocus(Qt.FocusReason.OtherFocusReason)
            case DiagramTab() as diagrams:
                diagrams.left.choice.setFocus(Qt.FocusReason.OtherFocusReason)
            case MapTab() as shown:
                shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh_dates(self) -> None:
        """Show dates as the settings have them now where that is not done by refreshing."""
        self.table.passages.refresh_dates()
        if self._diagrams is not None:
            self._diagrams.reading.refresh_dates()

    def set_hiding(self, same: bool, unstated: bool) -> None:
        """Leave out rows of the table."""
        self.table.set_hiding(same=same, unstated=unstated)

    def set_passage_shown(self, shown: bool) -> None:
        """Put the passages beside the table, or away."""
        if shown:
            self.table.passages.open()
        else:
            self.table.passages.close()

    def _switch_column(self, design_id: str) -> None:
        """Put a design beside the others, or take it out."""
        view = self._controller.arrangement
        if design_id in view.columns:
            self.table.keys.removing.remove(design_id)
        elif len(view.columns) >= MOST_COLUMNS:
            text = _FULL.format(self._controller.design(design_id).title)
            self.message_requested.emit(Message(Severity.INFO, text))
        else:
            self._controller.arrange(view.with_columns((*view.columns, design_id)))

    def _on_failure(self, error: Exception) -> None:
        self.message_requested.emit(failure_message(error))

    def _make_figures(self) -> FiguresTab:
        made = FiguresTab(self._theme, self._controller, self)
        made.address_requested.connect(self.address_requested)
        self.addWidget(made)
        return made

    def _make_diagrams(self) -> DiagramTab:
        made = DiagramTab(self._theme, self._services, self._controller, self._worker, self)
        made.address_requested.connect(self.address_requested)
        made.message_requested.connect(self.message_requested)
        self.addWidget(made)
        return made

    def _make_map(self) -> MapTab:
        made = MapTab(self._theme, self._keeper, self)
        made.address_chosen.connect(self.address_requested)
        made.column_requested.connect(self._switch_column)
        made.failed.connect(self._on_failure)
        self.addWidget(made)
        return made
