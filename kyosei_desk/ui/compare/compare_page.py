# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""くらべる: choosing designs, and looking at them side by side in four ways."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.comparing.matrix import Matrix
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.sources import date_words
from kyosei_desk.services import Services
from kyosei_desk.ui.actions import ActionId, add_action
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.compare.arrangement import Arrangement, arrangement_from, arrangement_text
from kyosei_desk.ui.compare.compare_export import ComparisonExport
from kyosei_desk.ui.compare.compare_header import CompareHeader, CompareTab
from kyosei_desk.ui.compare.compare_tabs import CompareTabs
from kyosei_desk.ui.compare.comparison_keeper import ComparisonKeeper
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.kept_opening import KeptOpening
from kyosei_desk.ui.compare.picker import Picker
from kyosei_desk.ui.compare.tab_order import in_order
from kyosei_desk.ui.messages import Message, Severity
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_COLUMNS_KEY, _TAB_KEY = "comparison", "compare_tab"
_HOW_TO_READ = "セルは Enter かダブルクリックで本文、Space で広げる"
_WAITING = "資料を読みこむと、ここで自治体をくらべられます。"


class ComparePage(QWidget):
    """The page. It owns a thread that writes files; :meth:`shut_down` ends it.

    Signals: ``status_changed(str)``, ``message_requested(Message)``,
    ``address_requested(str)`` to read in さがす, and ``own_designs_wanted`` for one's own
    designs, which :meth:`set_own_designs` answers.
    """

    status_changed = Signal(str)
    message_requested = Signal(object)
    address_requested = Signal(str)
    own_designs_wanted = Signal()

    def __init__(self, theme: Theme, services: Services, parent: QWidget | None = None):
        """Make the page for a library that is still being read."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName("くらべる")
        settings = services.settings
        self._state = settings.window_state()
        self._restored: Arrangement | None = None  # until one's own designs have come, too
        self._worker = WorkerThread("compare", self)
        self.controller = ComparisonController(settings, self)
        self.header = CompareHeader(theme, self)
        self.keeper = ComparisonKeeper(services.open_comparisons(), self)
        self.tabs = CompareTabs(theme, services, self.controller, self._worker, self.keeper, self)
        self.picker = Picker(theme, self.controller, self)
        self.kept = KeptOpening(theme, self.controller, self.keeper, self)
        self.export = ComparisonExport(self.controller, self._worker, settings, self)
        self._waiting = text_label(_WAITING, "subtle", self)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._comparing = QWidget(self)
        self._places = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._add_actions()

    @property
    def is_choosing(self) -> bool:
        """Whether the cards to choose from are shown."""
        return self._places.currentWidget() is self.picker

    def set_library(self, corpus: Corpus) -> None:
        """Compare the designs of this library, beginning with what was compared last."""
        first = self.controller.corpus is None
        self.controller.set_corpus(corpus)
        if first:
            self.header.choose_tab(self._state.get(_TAB_KEY, ""))
            self._restored = self._kept_arrangement()
            self.controller.arrange(self._restored)
        if self.controller.is_comparing:
            self.show_comparison()
        else:
            self.choose_columns()

    def set_own_designs(self, designs: tuple[ComparedDesign, ...]) -> None:
        """Offer one's own designs; those compared last come back with the first answer."""
        if not self.controller.set_own_designs(designs) or self.controller.corpus is None:
            return
        restored, self._restored = self._restored, None
        kept = self._kept_arrangement()
        if restored is not None and restored == self.controller.arrangement != kept:
            self.controller.arrange(kept)
            unticked = self.picker.model.chosen == restored.columns
            if self.is_choosing and self.controller.is_comparing and unticked:
                self.show_comparison()
        if self.is_choosing:
            self.picker.refresh(keep_ticks=True)
            self._tell_status()

    def _kept_arrangement(self) -> Arrangement:
        known = [design.id for design in self.controller.designs]
        return arrangement_from(self._state.get(_COLUMNS_KEY, ""), known)

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        self.tabs.refresh_dates()
        self._show_arrangement()
        if self.is_choosing:
            self.picker.refresh()

    def compare(self, columns: tuple[str, ...]) -> None:
        """Put designs side by side; those nobody knows are left out."""
        known = {design.id for design in self.controller.designs}
        self.controller.compare([one for one in columns if one in known])
        if not self.controller.is_comparing:
            self.choose_columns()
            return
        self.show_comparison()
        self.kept.remember()

    def show_example(self, columns: tuple[str, ...]) -> None:
        """Compare these designs unless someone already compares others."""
        known = {design.id for design in self.controller.designs}
        if not self.controller.is_comparing and known.issuperset(columns):
            self.controller.compare(columns)
            self.show_comparison()

    def choose_columns(self) -> None:
        """Show the cards to choose from."""
        if self.controller.corpus is not None:
            if not self.is_choosing:
                self.own_designs_wanted.emit()
            self.picker.refresh()
            self._places.setCurrentWidget(self.picker)
            self.take_keyboard()
            self._tell_status()

    def show_comparison(self) -> None:
        """Show what is compared."""
        self._places.setCurrentWidget(self._comparing)
        self._show_arrangement()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard on the cards, or on what is compared."""
        if self.is_choosing:
            self.picker.take_keyboard()
        elif self.controller.is_comparing:
            self.tabs.take_keyboard()

    def show_tab(self, tab: CompareTab) -> None:
        """Look at the comparison in another way."""
        self.header.choose_tab(tab.value)

    def state(self) -> dict[str, str]:
        """Return what the window should remember of the page."""
        if self.controller.corpus is None:
            return {}
        arrangement = arrangement_text(self.controller.arrangement)
        if self.controller.arrangement == self._restored:  # own columns are still to come
            arrangement = self._state.get(_COLUMNS_KEY, arrangement)
        return {_COLUMNS_KEY: arrangement, _TAB_KEY: self.header.tab.value}

    def shut_down(self) -> None:
        """Finish what is being written, and wait for the threads to end."""
        self.keeper.shut_down()
        self._worker.shut_down()

    # Following the parts

    def _show_arrangement(self) -> None:
        controller = self.controller
        matrix, view = controller.matrix, controller.arrangement
        if matrix is None or not controller.is_comparing:
            return
        era = controller.era_first
        self.header.show_state(
            len(view.columns), mixed_days(matrix, era), mixed_days(matrix, not era)
        )
        self.header.show_hiding(same=view.hide_same, unstated=view.hide_unstated)
        self.tabs.refresh()
        self._tell_status()

    def _on_arranged(self) -> None:
        if not self.controller.is_comparing:
            self.choose_columns()
        elif not self.is_choosing:
            self._show_arrangement()

    def _on_tab(self, tab: CompareTab) -> None:
        self.tabs.show_tab(tab)
        if not self.is_choosing:
            self._tell_status()

    def _on_kept_opened(self) -> None:
        self.show_comparison()
        self.kept.remember()

    def _on_notice(self, sentence: str) -> None:
        self.message_requested.emit(Message(Severity.WARNING, sentence))

    def _tell_status(self) -> None:
        matrix, shown = self.controller.matrix, self.controller.shown_matrix
        if matrix is None or shown is None or self.is_choosing:
            self.status_changed.emit(self._offered())
            return
        differ = sum(row.differs for row in matrix.rows)
        nowhere = len(matrix.stated_nowhere)
        parts = [f"{len(matrix.designs)}列・{len(shown.rows)}行", f"ちがいのある行 {differ}"]
        parts += [f"どの列も記載なし {nowhere}"] if nowhere else []
        parts += [_HOW_TO_READ] if self.header.tab is CompareTab.TABLE else []
        self.status_changed.emit("　".join(parts))

    def _offered(self) -> str:
        own = sum(design.is_own for design in self.controller.designs)
        cases = f"くらべられる事例 {len(self.controller.designs) - own}"
        return f"{cases}　自分の案 {own}" if own else cases

    def _next_tab(self) -> None:
        self.header.step_tab(1)

    def _previous_tab(self) -> None:
        self.header.step_tab(-1)

    # Making

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._comparing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.tabs, 1)
        for place in (self._waiting, self.picker, self._comparing):
            self._places.addWidget(place)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._places)

    def _connect(self) -> None:
        self.controller.changed.connect(self._on_arranged)
        self.picker.chosen.connect(self.compare)
        self.picker.cancelled.connect(self.show_comparison)
        self.header.tab_chosen.connect(self._on_tab)
        self.header.hiding_changed.connect(self.tabs.set_hiding)
        self.header.passage_toggled.connect(self.tabs.set_passage_shown)
        self.header.columns_requested.connect(self.choose_columns)
        self.header.save_requested.connect(self.kept.open)
        self.picker.kept_requested.connect(self.kept.open)
        self.kept.opened.connect(self._on_kept_opened)
        self.kept.message_requested.connect(self.message_requested)
        self.keeper.noticed.connect(self._on_notice)
        self.header.file_requested.connect(self.export.choose_file)
        self.header.copy_requested.connect(self.export.copy)
        self.tabs.passage_shown.connect(self.header.show_passage)
        self.tabs.address_requested.connect(self.address_requested)
        self.tabs.message_requested.connect(self.message_requested)
        self.export.message_requested.connect(self.message_requested)

        table = self.tabs.table
        in_order(*self.header.controls, table.corner.rows, table.corner.all, table.view)

    def _add_actions(self) -> None:
        slots: dict[ActionId, Callable[[], object]] = {
            ActionId.CHOOSE_COLUMNS: self.choose_columns,
            ActionId.NEXT_TAB: self._next_tab,
            ActionId.PREVIOUS_TAB: self._previous_tab,
            ActionId.SAVE_COMPARISON: self.kept.open,
            ActionId.EXPORT_RESULTS: self.header.open_export,
        }
        for action_id, slot in slots.items():
            add_action(self, action_id, slot, everywhere=True)


def mixed_days(matrix: Matrix, era_first: bool) -> str:
    """Return from when to when the columns' figures are, or nothing where that is one day."""
    if not matrix.dates_mixed:
        return ""
    first, last = (PartialDate(day.year, day.month) for day in (matrix.days[0], matrix.days[-1]))
    if first == last:
        return date_words(first, era_first=era_first)
    end = f"{last.month}月" if first.year == last.year and first.month and last.month else ""
    return (
        f"{date_words(first, era_first=era_first)}～{end or date_words(last, era_first=era_first)}"
    )
