# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where a project is worked on: board, design, palette, and figures to decisions below."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.build.board.board_panel import BoardPanel
from kyosei_desk.ui.build.design.design_editor import DesignEditor
from kyosei_desk.ui.build.header import BuildHeader
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.lower_tabs import LowerTabs
from kyosei_desk.ui.build.palette.palette_panel import PalettePanel
from kyosei_desk.ui.build.project_past import ProjectPast
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.reading_order import tab_as_read
from kyosei_desk.ui.build.revisions.revisions_dialog import RevisionsDialog
from kyosei_desk.ui.build.settled import hand_over_texts
from kyosei_desk.ui.compare.tab_order import in_order
from kyosei_desk.ui.theme import Theme

# Grid pixels: what the panels get, and from which width there is room for both.
_BOARD, _PALETTE, _ROOM_FOR_BOTH = 264, 296, 1040
_LOWER, _LOWER_SHARE = 200, 0.36


@runtime_checkable
class ShowsDates(Protocol):
    """A part that follows how dates are written."""

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""


class Workbench(QWidget):
    """``address_requested(str)`` reads a passage, ``message_requested(Message)`` tells.

    ``town_requested`` wants the figures of the town changed.
    """

    address_requested = Signal(str)
    town_requested = Signal()
    message_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        past: ProjectPast,
        library: BuildLibrary,
        worker: WorkerThread,
        parent: QWidget | None = None,
    ):
        """Show the project of the session, whichever is open."""
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._past = past
        self._library = library
        self.header = BuildHeader(theme, self)
        self.board = BoardPanel(theme, session, library, self)
        self.design = DesignEditor(theme, session, library, worker, self)
        self.palette_ = PalettePanel(theme, session, library, self)
        self.tabs = LowerTabs(theme, session, library, worker, self)
        self._across = QSplitter(Qt.Orientation.Horizontal, self)
        self._down = QSplitter(Qt.Orientation.Vertical, self)
        self._wanted = {"board": True, "palette": True}
        self._last = "board"
        self._moved = self._is_enlarged = False
        self._lay_out()
        self._connect()
        self._show_panels()
        if session.project is not None:
            self._on_project(session.project)

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one panel beside the design only."""
        return self.width() < self._theme.px(_ROOM_FOR_BOTH)

    def take_keyboard(self) -> None:
        """Put the keyboard on the design."""
        self.design.take_keyboard()

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        for part in (self.board, self.design, self.palette_, self.tabs):
            if isinstance(part, ShowsDates):
                part.refresh_settings()

    def hand_over(self) -> None:
        """Hand over what is still being typed."""
        hand_over_texts(self)

    def undo(self) -> None:
        """Take back the last change; what is being typed counts as one."""
        self.hand_over()
        self._session.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.hand_over()
        self._session.redo()

    def open_revisions(self) -> RevisionsDialog:
        """Show the named revisions."""
        self.hand_over()
        dialog = RevisionsDialog(self._theme, self._session, self._past, self._library, self)
        dialog.message_requested.connect(self.message_requested)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def show_panel(self, name: str) -> None:
        """Show the board or the palette."""
        self._wanted[name] = True
        self._last = name
        self._show_panels()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one panel less where there is no room; give the panels what they need."""
        super().resizeEvent(event)
        self._show_panels()
        self._share_out()

    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Go on by Tab in the order in which everything stands now."""
        tab_as_read(self)
        return super().focusNextPrevChild(next_one)

    # Following the parts

    def _on_project(self, project: ModelProject) -> None:
        self.header.show_project(project)

    def _on_provision(self, provision_id: str) -> None:
        """Let the palette show the ways to a row of the board, whether it is seen or not."""
        self.palette_.show_provision(provision_id)

    def _on_ways(self, provision_id: str) -> None:
        """Show the ways to a row of the board, with the keyboard on them."""
        self.palette_.show_provision(provision_id)
        self.show_panel("palette")
        self.palette_.take_keyboard()

    def _on_switched(self, name: str) -> None:
        large = self.tabs.is_large
        self.tabs.set_large(False)
        shown = self.board if name == "board" else self.palette_
        if shown.isVisible() and not large:
            self._wanted[name] = False
            self._show_panels()
        else:
            self.show_panel(name)
            shown.take_keyboard()

    def _on_shared(self) -> None:
        self._moved = True

    def _on_folded(self, _folded: bool) -> None:
        self._share_down()

    def _on_enlarged(self, enlarged: bool) -> None:
        """Give the tabs the room of everything else, or take it back."""
        self._is_enlarged = enlarged
        self.design.setVisible(not enlarged)
        self._show_panels()
        if not enlarged:
            self._share_down()

    def _show_panels(self) -> None:
        board, palette = self._wanted["board"], self._wanted["palette"]
        if self._is_enlarged:
            board = palette = False
        if self.is_narrow and board and palette:
            board, palette = self._last == "board", self._last == "palette"
        self.board.setVisible(board)
        self.palette_.setVisible(palette)
        self.header.show_panels(board=board, palette=palette)

    def _share_out(self) -> None:
        if not self._moved:
            left, right = self._theme.px(_BOARD), self._theme.px(_PALETTE)
            self._across.setSizes([left, max(self.width() - left - right, 1), right])
            self._share_down()

    def _share_down(self) -> None:
        """Give the tabs below what they need, folded up no more than that."""
        lower = min(self._theme.px(_LOWER), round(self._down.height() * _LOWER_SHARE))
        if self.tabs.is_folded:
            lower = self.tabs.sizeHint().height()
        self._down.setSizes([max(self._down.height() - lower, 1), lower])

    # Making

    def _lay_out(self) -> None:
        self._down.addWidget(self.design)
        self._down.addWidget(self.tabs)
        self._down.setStretchFactor(0, 1)
        for widget in (self.board, self._down, self.palette_):
            self._across.addWidget(widget)
        self._across.setStretchFactor(1, 1)
        for splitter in (self._across, self._down):
            splitter.setChildrenCollapsible(False)
            splitter.splitterMoved.connect(self._on_shared)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._across, 1)

    def _connect(self) -> None:
        session = self._session
        session.project_changed.connect(self._on_project)
        session.history_changed.connect(self.header.show_history)
        self.header.show_history(session.undo_entry, session.redo_entry)  # told before it was made
        self.header.undo_requested.connect(self.undo)
        self.header.redo_requested.connect(self.redo)
        self.header.revisions_requested.connect(self.open_revisions)
        self.header.panels_changed.connect(self._on_switched)
        self.header.keyboard_left.connect(self.take_keyboard)
        self.board.provision_chosen.connect(self._on_provision)
        self.board.ways_requested.connect(self._on_ways)
        self.board.addition_requested.connect(self.design.add_element)
        for chooser in (self.board, self.palette_, self.tabs):
            chooser.element_chosen.connect(self.design.show_element)
        for part in (self.board, self.design, self.palette_, self.tabs):
            part.address_requested.connect(self.address_requested)
            part.message_requested.connect(self.message_requested)
        self.tabs.folded.connect(self._on_folded)
        self.tabs.enlarged.connect(self._on_enlarged)
        self.tabs.town_requested.connect(self.town_requested)
        self.header.town_requested.connect(self.town_requested)
        in_order(*self.header.controls, self.board, self.design, self.palette_, self.tabs)
        self._theme.changed.connect(self._show_panels)
