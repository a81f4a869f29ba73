# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Opens the list of comparisons that are kept, and from there one of them."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kyosei_desk.domain.comparing.designs import FEWEST_COLUMNS
from kyosei_desk.ui.compare.arrangement import Arrangement
from kyosei_desk.ui.compare.comparison_keeper import ComparisonKeeper
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.kept_comparisons import KeptComparisons
from kyosei_desk.ui.kept.kept_dialog import KeptDialog
from kyosei_desk.ui.messages import Message, Severity, failure_message
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.comparisons import changes_sentence
from kyosei_desk.workspace.column_marks import column_changes, kept_column
from kyosei_desk.workspace.comparisons import KeptComparison, SavedComparison, comparison_of

_TOO_FEW = "開けませんでした。くらべる列が足りません。"


class KeptOpening(QObject):
    """``opened`` follows a comparison being arranged, ``message_requested`` says what changed."""

    opened = Signal()
    message_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        controller: ComparisonController,
        keeper: ComparisonKeeper,
        page: QWidget,
    ):
        """Open dialogs over ``page``."""
        super().__init__(page)
        self._theme = theme
        self._controller = controller
        self._keeper = keeper
        self._page = page
        self._changing = keeper.operation()
        self._changing.failed.connect(self._on_failure)
        self._dialog: KeptDialog[KeptComparison, SavedComparison] | None = None

    @property
    def dialog(self) -> KeptDialog[KeptComparison, SavedComparison] | None:
        """The dialog while it is open."""
        return self._dialog

    def remember(self) -> None:
        """Keep what is compared now among the last comparisons."""
        if self._controller.is_comparing:
            self._keeper.remember(self.current())

    def current(self) -> KeptComparison:
        """Return what is compared now, as it is kept."""
        return comparison_of(self._controller.columns, self._controller.arrangement.view())

    def open(self) -> None:
        """Open the list, with what is compared now to be kept."""
        if self._dialog is not None or self._controller.corpus is None:
            return
        current = self.current() if self._controller.is_comparing else None
        kept = KeptComparisons(self._controller.designs)
        self._dialog = KeptDialog(self._theme, self._changing, kept, current, self._page)
        self._dialog.chosen.connect(self.take)
        self._keeper.noticed.connect(self._dialog.notice)
        self._dialog.finished.connect(self._on_closed)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.open()

    def take(self, kept: KeptComparison) -> None:
        """Compare what was kept, and say what has changed since."""
        known = [design.id for design in self._controller.designs]
        arrangement = Arrangement.of(kept.ids, dict(kept.view), known)
        now = {one.id: kept_column(one) for one in self._controller.designs if one.id in kept.ids}
        told = changes_sentence(column_changes(kept.columns, now))
        if len(arrangement.columns) < FEWEST_COLUMNS:
            self.message_requested.emit(Message(Severity.WARNING, told + _TOO_FEW))
            return
        self._controller.arrange(arrangement)
        if told:
            self.message_requested.emit(Message(Severity.WARNING, told))
        self.opened.emit()

    def _on_closed(self) -> None:
        self._dialog = None

    def _on_failure(self, error: Exception) -> None:
        """Say what went wrong with the list, unless that is still there to say it."""
        if self._dialog is None:
            self.message_requested.emit(failure_message(error))
