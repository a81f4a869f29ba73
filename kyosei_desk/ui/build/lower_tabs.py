# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Below the design: figures, budget, schedule and decisions, each made when it is looked at."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.ui.background import WorkerThread
from kyosei_desk.ui.build.decisions.decisions_tab import DecisionsTab
from kyosei_desk.ui.build.library import BuildLibrary
from kyosei_desk.ui.build.money.budget_tab import BudgetTab
from kyosei_desk.ui.build.money.sum_line import SumLine
from kyosei_desk.ui.build.numbers.numbers_tab import NumbersTab
from kyosei_desk.ui.build.plan.plan_tab import PlanTab
from kyosei_desk.ui.build.project_session import ProjectSession
from kyosei_desk.ui.build.settled import hand_over_texts
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.theme import Theme

_OPEN_HEIGHT, _ROOM_FOR_ICONS = 264, 100  # grid pixels
_MOST_HEIGHT = 16777215  # Qt's own
_AnyTab = NumbersTab | BudgetTab | PlanTab | DecisionsTab


class LowerTab(StrEnum):
    """The tabs; the values are what stands on them."""

    NUMBERS = "数字"
    BUDGET = "予算"
    PLAN = "日程"
    DECISIONS = "決めたこと"


class LowerTabs(QWidget):
    """``folded(bool)``: only the tabs' names and the sums are to be seen, or everything.

    ``enlarged(bool)``: the tabs ask for all the room, or give it back. ``town_requested()``
    edits the figures of the town.
    """

    element_chosen = Signal(str)
    address_requested = Signal(str)
    message_requested = Signal(object)
    folded = Signal(bool)
    enlarged = Signal(bool)
    town_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        session: ProjectSession,
        library: BuildLibrary,
        worker: WorkerThread,
        parent: QWidget | None = None,
    ):
        """Show the project of the session, folded."""
        super().__init__(parent)
        self.setAccessibleName("数字・予算・日程・決めたこと")
        self._theme = theme
        self._session = session
        self._library = library
        self._worker = worker
        self._made: dict[LowerTab, _AnyTab] = {}
        self._is_folded = True
        self._is_large = False
        self.bar = QTabBar(self)
        self.large = QToolButton(self)
        self.fold = QToolButton(self)
        self.sums = SumLine(theme, session, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._show_state()

    @property
    def is_folded(self) -> bool:
        """Whether only the tabs' names and the sums are to be seen."""
        return self._is_folded

    @property
    def is_large(self) -> bool:
        """Whether the tabs have all the room."""
        return self._is_large

    @property
    def current(self) -> LowerTab:
        """The tab chosen."""
        return list(LowerTab)[self.bar.currentIndex()]

    def tab(self, name: LowerTab) -> _AnyTab:
        """Return a tab, made now if it has not been."""
        if name not in self._made:
            made = self._make(name)
            self._made[name] = made
            self._stack.addWidget(made)
        return self._made[name]

    def show_tab(self, name: str) -> None:
        """Show a tab by its name, unfolded."""
        self.bar.setCurrentIndex(list(LowerTab).index(LowerTab(name)))
        self._show_current()
        self.set_folded(False)

    def set_folded(self, folded: bool) -> None:
        """Fold the tabs up to their names and the sums, or open them."""
        if folded:
            self.set_large(False)
        if not folded:
            self._show_current()
        if folded != self._is_folded:
            self._is_folded = folded
            self._show_state()
            self.folded.emit(folded)

    def set_large(self, large: bool) -> None:
        """Ask for all the room, or give it back."""
        if large:
            self.set_folded(False)
        if large != self._is_large:
            self._is_large = large
            self._show_state()
            self.enlarged.emit(large)

    def take_keyboard(self) -> None:
        """Put the keyboard on the tab shown, or on the names of the tabs."""
        if self._is_folded:
            self.bar.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tab(self.current).take_keyboard()

    def refresh_settings(self) -> None:
        """Show dates as the settings have them now."""
        project = self._session.project
        for tab in self._made.values():
            if isinstance(tab, NumbersTab | DecisionsTab):
                tab.refresh_settings()
            elif project is not None:
                tab.show_project(project)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves what is worked on, then gives the room back; it never leaves the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._has_keyboard_inside:
            hand_over_texts(self)
            self.bar.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._is_large:
            self._give_back()

    @property
    def _has_keyboard_inside(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self._stack.isAncestorOf(focused)

    # Following the buttons

    def _on_tab(self, _index: int) -> None:
        if self._is_folded:
            self.set_folded(False)
        else:
            self._show_current()

    def _on_tab_clicked(self, index: int) -> None:
        if index == self.bar.currentIndex():
            self.set_folded(False)

    def _on_fold(self) -> None:
        hand_over_texts(self)
        along = self._has_keyboard_inside
        self.set_folded(not self._is_folded)
        if along:
            self.bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_large(self) -> None:
        if self._is_large:
            self._give_back()
        else:
            self.set_large(True)
            self.take_keyboard()

    def _give_back(self) -> None:
        hand_over_texts(self)
        self.set_large(False)
        self.large.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_details(self) -> None:
        self.show_tab(LowerTab.BUDGET)
        self.take_keyboard()

    def _on_reasons(self) -> None:
        self.show_tab(LowerTab.BUDGET)
        budget = self.tab(LowerTab.BUDGET)
        if isinstance(budget, BudgetTab):
            budget.show_reasons()

    def _on_element(self, element_id: str) -> None:
        self.set_large(False)
        self.element_chosen.emit(element_id)

    def _show_current(self) -> None:
        self._stack.setCurrentWidget(self.tab(self.current))

    def _show_state(self) -> None:
        px, palette = self._theme.px, self._theme.palette
        self._stack.setVisible(not self._is_folded)
        open_height = 0 if self._is_large else px(_OPEN_HEIGHT)
        self.setMinimumHeight(0 if self._is_folded else open_height)
        self._limit_height()
        for button, icon, text in (
            (self.fold, "chevron-up" if self._is_folded else "chevron-down", self._fold_words),
            (self.large, "fit" if self._is_large else "expand", self._large_words),
        ):
            button.setIcon(self._theme.icon(icon, palette.subtle))
            button.setIconSize(QSize(px(18), px(18)))
            button.setText(text)
            button.setToolTip(text)
            button.setAccessibleName(text)

    def event(self, event: QEvent) -> bool:
        """Keep to the height of what is shown when that changes."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Resize):
            self._limit_height()
            self._say_as_much_as_fits()
        return super().event(event)

    def _say_as_much_as_fits(self) -> None:
        """Show the buttons without their words where the tabs' names would be cut."""
        words = sum(button.fontMetrics().horizontalAdvance(button.text()) for button in self._tools)
        room = self.width() - self.bar.sizeHint().width() - words
        style = Qt.ToolButtonStyle
        fits = room >= self._theme.px(_ROOM_FOR_ICONS)
        for button in self._tools:
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if fits else style.ToolButtonIconOnly
            )

    @property
    def _tools(self) -> tuple[QToolButton, QToolButton]:
        return self.large, self.fold

    def _limit_height(self) -> None:
        heads = self.bar, self.large, self.fold
        head = max(widget.sizeHint().height() for widget in heads)
        folded = head + self.sums.heightForWidth(max(self.width(), 1))
        self.setMaximumHeight(folded if self._is_folded else _MOST_HEIGHT)

    @property
    def _fold_words(self) -> str:
        return "ひらく" if self._is_folded else "たたむ"

    @property
    def _large_words(self) -> str:
        return "もとの大きさ" if self._is_large else "大きくひらく"

    # Making

    def _make(self, name: LowerTab) -> _AnyTab:
        made: _AnyTab
        match name:
            case LowerTab.NUMBERS:
                made = NumbersTab(self._theme, self._session, self._library, self)
                made.element_chosen.connect(self._on_element)
                made.town_requested.connect(self.town_requested)
                return made
            case LowerTab.BUDGET:
                made = BudgetTab(self._theme, self._session, self._library, self)
                made.address_requested.connect(self.address_requested)
            case LowerTab.PLAN:
                made = PlanTab(self._theme, self._session, self._library, self)
            case LowerTab.DECISIONS:
                made = DecisionsTab(self._theme, self._session, self._library, self._worker, self)
                made.address_requested.connect(self.address_requested)
        made.message_requested.connect(self.message_requested)
        return made

    def _lay_out(self) -> None:
        scaler = LayoutScaler(self._theme, self)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setAccessibleName("下の欄のタブ")
        for name in LowerTab:
            self.bar.addTab(name.value)
        self.bar.setCurrentIndex(list(LowerTab).index(LowerTab.BUDGET))
        row = QHBoxLayout()
        scaler.add(row, (6, 0, 8, 0), 4)
        row.addWidget(self.bar)
        row.addStretch(1)
        row.addWidget(self.large)
        row.addWidget(self.fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.sums)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.currentChanged.connect(self._on_tab)
        self.bar.tabBarClicked.connect(self._on_tab_clicked)
        self.large.clicked.connect(self._on_large)
        self.fold.clicked.connect(self._on_fold)
        self.sums.details_wanted.connect(self._on_details)
        self.sums.reasons_wanted.connect(self._on_reasons)
        self._theme.changed.connect(self._show_state)
