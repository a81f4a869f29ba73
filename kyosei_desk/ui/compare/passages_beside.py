# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Keeps the passages beside the table: opens them, lets them follow the cell, puts them away."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter

from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.compare.cell_passages import cell_passages, passage_address
from kyosei_desk.ui.compare.controller import ComparisonController
from kyosei_desk.ui.compare.matrix_model import MatrixModel
from kyosei_desk.ui.compare.matrix_view import MatrixView
from kyosei_desk.ui.compare.passage_panel import PassagePanel
from kyosei_desk.ui.theme import Theme
from kyosei_desk.workspace.settings import SettingsStore

_WIDTH, _SHARE = 460, 0.55
_FOLLOW_MS = 120


class PassagesBeside(QObject):
    """``shown_changed(bool)``, ``address_requested(str)`` and ``message_requested(Message)``."""

    shown_changed = Signal(bool)
    address_requested = Signal(str)
    message_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        settings: SettingsStore,
        controller: ComparisonController,
        worker: WorkerThread,
        view: MatrixView,
        splitter: QSplitter,
    ):
        """Stand in ``splitter`` beside ``view``; the reader is made when it is first wanted."""
        super().__init__(splitter)
        self._theme = theme
        self._settings = settings
        self._controller = controller
        self._worker = worker
        self._view = view
        self._splitter = splitter
        self._panel: PassagePanel | None = None
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(_FOLLOW_MS)
        self._follow.timeout.connect(self._show_current)
        view.cell_changed.connect(self._on_cell_changed)
        view.cell_requested.connect(self.open)
        view.address_requested.connect(self.open)

    @property
    def panel(self) -> PassagePanel | None:
        """The panel, once it has been asked for."""
        return self._panel

    @property
    def is_shown(self) -> bool:
        """Whether the passages are beside the table."""
        return self._panel is not None and not self._panel.isHidden()

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the text."""
        return self._panel is not None and self._panel.reader.view.hasFocus()

    def open(self, address: str = "") -> None:
        """Show the passages of the current cell, or one of them, with the keyboard in them."""
        self._follow.stop()
        self.set_shown(True)
        self._show(address)
        if self._panel is not None:
            self._panel.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Put the passages away, with the keyboard in the table."""
        self.set_shown(False)

    def set_shown(self, shown: bool) -> None:
        """Put the passages beside the table, or away."""
        if shown and self._panel is None:
            self._panel = self._make_panel()
        if self._panel is None or shown == self.is_shown:
            return
        self._panel.setVisible(shown)
        if shown:
            self._share_out()
            self._show_current()
        else:
            self.leave()
        self.shown_changed.emit(shown)

    def leave(self) -> None:
        """Give the keyboard back to the table."""
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Follow another arrangement, or another library."""
        if self._panel is not None and self._controller.corpus is not None:
            self._panel.set_corpus(self._controller.corpus)
            self._follow.start()

    def refresh_dates(self) -> None:
        """Show dates as the settings have them now."""
        if self._panel is not None:
            self._panel.reader.refresh_dates()

    def _share_out(self) -> None:
        width = self._splitter.width()
        wanted = min(self._theme.px(_WIDTH), round(width * _SHARE))
        self._splitter.setSizes([width - wanted, wanted])

    def _on_cell_changed(self) -> None:
        if self.is_shown:
            self._follow.start()

    def _show_current(self) -> None:
        self._show("")

    def _show(self, address: str) -> None:
        model, index = self._view.model(), self._view.currentIndex()
        if self._panel is None or not self.is_shown or not index.isValid():
            return
        assert isinstance(model, MatrixModel)
        row = model.lines[index.row()].row
        if row is not None:
            design = self._controller.columns[index.column()]
            shown = cell_passages(self._controller, row, index.column())
            self._panel.show_cell(shown, passage_address(design, address))

    def _go_to_design(self, design_id: str) -> None:
        self._view.go_to(self._view.place.row, design_id)
        self._follow.stop()
        self._show_current()

    def _make_panel(self) -> PassagePanel:
        panel = PassagePanel(self._theme, self._settings, self._worker, self._splitter)
        panel.hide()
        self._splitter.addWidget(panel)
        self._splitter.setStretchFactor(1, 0)
        panel.setMinimumWidth(1)
        if self._controller.corpus is not None:
            panel.set_corpus(self._controller.corpus)
        panel.close_requested.connect(self.close)
        panel.leave_requested.connect(self.close)
        panel.design_requested.connect(self._go_to_design)
        panel.address_requested.connect(self.address_requested)
        panel.message_requested.connect(self.message_requested)
        return panel
