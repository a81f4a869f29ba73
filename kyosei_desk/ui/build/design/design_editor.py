# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The own design as a diagram and as a list, edited directly."""

import dataclasses

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kyosei_desk.domain.projects.checks import remarks
from kyosei_desk.domain.projects.model import ModelProject
from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.build.design.acts import DesignActs
from kyosei_desk.ui.build.design.commands import DesignCommands
from kyosei_desk.ui.build.design.design_list import DesignModel, DesignTable
from kyosei_desk.ui.build.design.design_view import DesignView
from kyosei_desk.ui.build.design.drafting import Drafting
from kyosei_desk.ui.build.design.drawing import DrawnDesign
from kyosei_desk.ui.build.design.editor_tools import EditorTools
from kyosei_desk.ui.build.design.element_bar import ElementBar
from kyosei_desk.ui.build.design.element_sheet import ElementSheet
from kyosei_desk.ui.build.design.remarks_list import RemarksList
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.messages import failure_message
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

_EMPTY = (
    "ここに、自分のまちのしくみを描きます。「取り入れる」の一覧から事例の要素を入れるか、"
    "「要素を加える」で、いまあるものから書き始めてください。"
)
_NOT_RENEWED = "しくみ図を並べなおせませんでした。いまの並びのまま、図でも一覧でも直せます。"
_NOT_DRAWN = "しくみ図を描けませんでした。一覧では、いつものように直せます。"
_LAY_OUT_AGAIN = "もう一度ならべる"
_SHEET = 330  # grid pixels
_ROOM_FOR_BOTH = 700


class DesignEditor(QWidget):
    """``element_chosen(str)`` follows the element that is looked at."""

    element_chosen = Signal(str)
    address_requested = Signal(str)
    message_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        library: BuildLibrary,
        worker: WorkerThread,
        parent: QWidget | None = None,
    ):
        """Show the project of the session, laid out in ``worker``."""
        super().__init__(parent)
        self.setAccessibleName("自分たちの案")
        self._theme = theme
        self._session = session
        self._wanted = self._project_id = self._came_back = ""
        self._newest: DrawnDesign | None = None
        self._existing: frozenset[str] = frozenset()
        self.commands = DesignCommands(session, library, self)
        self.tools = EditorTools(theme, self)
        self.view = DesignView(theme, self)
        self.model = DesignModel(library.provisions, self)
        self.table = DesignTable(theme, self.model, self)
        self.sheet = ElementSheet(theme, self.commands, library, self)
        self.remarks = RemarksList(theme, library.provisions, self)
        self.bar = ElementBar(theme, self)
        self.acts = DesignActs(theme, self.commands, self.view, self.table, self.bar, self)
        self._stack = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.drafting = Drafting(library, worker, self)
        self._lay_out()
        self._connect()
        if session.project is not None:
            self._on_project(session.project)

    @property
    def chosen(self) -> str:
        """The element looked at; nothing where none is."""
        return self.view.chosen_element

    @property
    def shows_list(self) -> bool:
        """Whether the list is shown instead of the diagram."""
        return self._stack.currentWidget() is self.table

    def show_element(self, element_id: str) -> None:
        """Look at an element, as soon as it is drawn."""
        self._wanted = element_id
        self.table.choose(element_id)
        if self.view.show_element(element_id):
            self._wanted = ""

    def take_keyboard(self) -> None:
        """Put the keyboard on the design."""
        if self.shows_list:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.view.focus_element(self.chosen):
            spots = self.view.sheet.spots
            (spots[0] if spots else self.tools.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        self._show_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert adds an element; Esc puts the sheet away, and never leaves the page."""
        if event.key() == Qt.Key.Key_Insert:
            self.add_element()
        elif event.key() == Qt.Key.Key_Escape:
            if self.view.linking_from:
                self.view.stop_linking()
            elif not self.sheet.isHidden():
                self.sheet.close_sheet()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the sheet stand in the place of the design where there is no room for both."""
        super().resizeEvent(event)
        self.remarks.set_room(self.height())
        self._share_out()

    # Following the project

    def _on_project(self, project: ModelProject) -> None:
        self._existing = frozenset(project.existing)
        self._look_for_removed(project)
        if project.id != self._project_id:
            self._project_id = project.id
            self.view.fit()
        self._hint.setVisible(not project.design.elements)
        self.drafting.show(project)
        self.model.show_project(project)
        self.table.choose(self.chosen)
        found = remarks(project)
        self.tools.show_remarks(len(found))
        self.remarks.show_remarks(found, project)
        self.sheet.new.show_project(project)
        self._show_sheet()
        self._show_bar(self.chosen)

    def _look_for_removed(self, project: ModelProject) -> None:
        """Go back to the element that was removed last, when it is there again."""
        back = self.acts.removed
        if back and project.element(back) is not None:
            self.acts.removed, self._wanted = "", back
            focused = self.focusWidget()
            self._came_back = back if focused and self.view.isAncestorOf(focused) else ""

    def _on_drawn(self, drawn: DrawnDesign) -> None:
        """Show what was drawn; while a name is being typed, that comes first."""
        self._newest = drawn
        if self.acts.names.isHidden():
            self._show_newest()

    def _show_newest(self) -> None:
        drawn, self._newest = self._newest, None
        if drawn is None:
            return
        self.view.show_drawn(drawn, self._existing)
        if self._wanted and self.view.show_element(self._wanted):
            if self._came_back == self._wanted:
                self.view.focus_element(self._came_back)
            if not drawn.sketched:
                self._wanted = self._came_back = ""

    def _on_failed(self, error: Exception) -> None:
        """Say that the diagram stands as it was, or is not there; it and the list go on."""
        if not self.drafting.has_drawing:
            self.view.show_drawn(None, self._existing)
        message = failure_message(error, _LAY_OUT_AGAIN, self.drafting.again)
        said = _NOT_RENEWED if self.drafting.has_drawing else _NOT_DRAWN
        self.message_requested.emit(dataclasses.replace(message, text=f"{said}{message.text}"))

    # Choosing

    def _on_chosen(self, element_id: str) -> None:
        self.table.choose(element_id)
        self._show_bar(element_id)
        if element_id and not self.sheet.isHidden() and not self.sheet.shows_new:
            self._show_details(element_id)
        self.element_chosen.emit(element_id)

    def _on_row(self, element_id: str) -> None:
        if element_id:
            self.view.choose(element_id)

    def _show_bar(self, element_id: str) -> None:
        if not self.view.linking_from:
            self.bar.show_element(self.commands.element(element_id))

    # The sheet

    def add_element(self, provision_id: str = "") -> None:
        """Ask for a new element, one that answers a provision if told."""
        self.sheet.show_new(provision_id)
        self._share_out()

    def _on_add(self) -> None:
        self.add_element()

    def _on_added(self, element_id: str) -> None:
        self.show_element(element_id)
        if not self.sheet.isHidden():
            self._show_details(element_id)
            self.sheet.form.take_keyboard()

    def _on_details(self, element_id: str) -> None:
        self.view.choose(element_id)
        self._show_details(element_id)
        self.sheet.show()
        self._share_out()
        self.sheet.form.take_keyboard()

    def _on_links(self, element_id: str) -> None:
        """Open the form where links are made: the list has no lines to draw."""
        self._on_details(element_id)
        self.sheet.form.links.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_details(self, element_id: str) -> None:
        project = self._session.project
        if project is not None:
            self.sheet.show_element(project, element_id)

    def _show_sheet(self) -> None:
        """Follow a change; put the sheet away when its element is gone."""
        project, element_id = self._session.project, self.sheet.element_id
        if project is None or self.sheet.isHidden() or self.sheet.shows_new:
            return
        if not self.sheet.show_element(project, element_id):
            self._on_closed()

    def _on_closed(self) -> None:
        focused = self.focusWidget()
        leaves = focused is not None and self.sheet.isAncestorOf(focused)
        self.sheet.hide()
        self._share_out()
        if leaves:
            self.take_keyboard()

    def _share_out(self) -> None:
        both = self.width() >= self._theme.px(_ROOM_FOR_BOTH)
        shown = not self.sheet.isHidden()
        self._stack.setVisible(both or not shown)
        self._hint.setVisible(self._is_empty and (both or not shown))
        self.bar.setVisible(both or not shown)
        if shown and both:
            sheet = self._theme.px(_SHEET)
            self._splitter.setSizes([max(self.width() - sheet, 1), sheet])

    @property
    def _is_empty(self) -> bool:
        project = self._session.project
        return project is not None and not project.design.elements

    # Diagram or list

    def _on_linking_ended(self) -> None:
        self._show_bar(self.chosen)

    def _on_list(self, shown: bool) -> None:
        self.acts.in_list = shown
        self._stack.setCurrentWidget(self.table if shown else self.view)
        if shown:
            self.table.scrollTo(self.table.currentIndex())

    # Making

    def _lay_out(self) -> None:
        scaler = LayoutScaler(self._theme, self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.table)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self.sheet)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 1)
        self.sheet.hide()
        self.remarks.hide()
        self._hint = QWidget(self)
        hint = QVBoxLayout(self._hint)
        scaler.add(hint, (14, 4, 14, 8), 0)
        hint.addWidget(text_label(_EMPTY, "body", self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self._hint)
        column.addWidget(self.remarks)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self._session.project_changed.connect(self._on_project)
        self.drafting.drawn.connect(self._on_drawn)
        self.drafting.failed.connect(self._on_failed)
        self.commands.message_requested.connect(self.message_requested)
        self.commands.added.connect(self._on_added)
        self._connect_view()
        self.model.renamed.connect(self.commands.rename)
        self.table.chosen.connect(self._on_row)
        self.acts.names.ended.connect(self._show_newest)
        self.acts.details_wanted.connect(self._on_details)
        self.acts.links_wanted.connect(self._on_links)
        self.acts.element_wanted.connect(self.show_element)
        self.remarks.element_chosen.connect(self.show_element)
        self.sheet.closed.connect(self._on_closed)
        self.sheet.new.added.connect(self._on_added)
        self.sheet.form.link_wanted.connect(self.acts.choose_kind)
        self.sheet.form.removal_wanted.connect(self.acts.remove)
        self.sheet.form.address_requested.connect(self.address_requested)

    def _connect_view(self) -> None:
        view, tools = self.view, self.tools
        view.chosen.connect(self._on_chosen)
        view.linking_ended.connect(self._on_linking_ended)
        tools.add_requested.connect(self._on_add)
        tools.list_shown.connect(self._on_list)
        tools.remarks_shown.connect(self.remarks.setVisible)
        tools.larger_requested.connect(view.zoom_in)
        tools.smaller_requested.connect(view.zoom_out)
        tools.whole_requested.connect(view.fit)
        tools.width_requested.connect(view.fit_width)
