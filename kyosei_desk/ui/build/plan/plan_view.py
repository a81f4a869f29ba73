# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The schedule as bars over the months, readable without colour."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from kyosei_desk.domain.dates import PartialDate
from kyosei_desk.domain.projects.planning import Bar, Plan
from kyosei_desk.ui.build.plan.months import span_words
from kyosei_desk.ui.build.plan.plan_painter import PlanMeasures, PlanPainter
from kyosei_desk.ui.theme import Theme

_ROW, _YEAR_ROW, _MONTH_ROW = 30, 22, 20  # grid pixels
_NAMES, _MONTH = 190, 24
_NARROW = 560
_KEYS = (
    "↑・↓ で選び、Enter で開きます。Ctrl+←・Ctrl+→ で1か月ずらし、"
    "Ctrl+Shift+←・Ctrl+Shift+→ で終わりを縮め、のばします。Delete で消します"
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LEFT_RIGHT = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PlanView(QAbstractScrollArea):
    """``shift_wanted(str, int, int)`` moves a step's first and last month by so many."""

    chosen_changed = Signal(str)
    opened = Signal(str)
    clicked_on = Signal(str)
    removal_wanted = Signal(str)
    shift_wanted = Signal(str, int, int)
    add_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget):
        """Show no plan yet."""
        super().__init__(parent)
        self.setAccessibleName("日程の図")
        self.setAccessibleDescription(_KEYS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("planView")
        self._theme = theme
        self._plan: Plan | None = None
        self._today = PartialDate(2000, 1)
        self._era_first = False
        self._chosen = ""
        theme.changed.connect(self._measure)

    @property
    def chosen(self) -> str:
        """The step chosen; nothing where none is."""
        return self._chosen

    def show_plan(self, plan: Plan | None, today: PartialDate, *, era_first: bool) -> None:
        """Show a plan, with a line at the month of today."""
        self._plan, self._today, self._era_first = plan, today, era_first
        ids = [bar.step.id for bar in plan.bars] if plan else []
        if self._chosen not in ids:
            self._chosen = ids[0] if ids else ""
        self._measure()
        self.setAccessibleDescription(f"{self.words} {_KEYS}".strip())

    def choose(self, step_id: str) -> None:
        """Choose a step."""
        bar = self._bar(step_id)
        if bar is None or step_id == self._chosen:
            return
        self._chosen = step_id
        self._show_chosen(bar)
        self.viewport().update()
        self.setAccessibleDescription(f"{self.words} {_KEYS}")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words))
        self.chosen_changed.emit(step_id)

    @property
    def words(self) -> str:
        """The step chosen, as it is said."""
        bar = self._bar(self._chosen)
        if bar is None:
            return ""
        return f"{bar.step.name}、{span_words(bar.step, era_first=self._era_first)}"

    @property
    def measures(self) -> PlanMeasures:
        """Where everything is drawn, as it is scrolled now."""
        return PlanMeasures(
            width=self.viewport().width(),
            names=self._names,
            year_row=self._theme.px(_YEAR_ROW),
            head=self._head,
            row=self._theme.px(_ROW),
            month=self._month,
            left=self._names - self.horizontalScrollBar().value(),
            top=self._head - self.verticalScrollBar().value(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, open, move, lengthen, remove and add."""
        key, held = Qt.Key(event.key()), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if key is Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif not self._chosen:
            super().keyPressEvent(event)
        elif key in _UP_DOWN and not control:
            self._step_by(_UP_DOWN[key])
        elif key in _LEFT_RIGHT and control:
            by = _LEFT_RIGHT[key]
            longer = bool(held & Qt.KeyboardModifier.ShiftModifier)
            self.shift_wanted.emit(self._chosen, 0 if longer else by, by)
        elif key in _LEFT_RIGHT:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + _LEFT_RIGHT[key] * self._month * 3)
        elif key in _ENTER:
            self.opened.emit(self._chosen)
        elif key is Qt.Key.Key_Delete:
            self.removal_wanted.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the step of a row."""
        if (bar := self._bar_at(event.position().toPoint().y())) is not None:
            self.choose(bar.step.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the step of a row that was clicked."""
        bar = self._bar_at(event.position().toPoint().y())
        left = event.button() is Qt.MouseButton.LeftButton
        if left and bar is not None and bar.step.id == self._chosen:
            self.clicked_on.emit(bar.step.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the step of a row."""
        if (bar := self._bar_at(event.position().toPoint().y())) is not None:
            self.opened.emit(bar.step.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll by what does not fit."""
        super().resizeEvent(event)
        self._measure()

    def sizeHint(self) -> QSize:
        """A few rows."""
        px = self._theme.px
        return QSize(px(400), self._head + 4 * px(_ROW))

    # Measures

    @property
    def _head(self) -> int:
        return self._theme.px(_YEAR_ROW) + self._theme.px(_MONTH_ROW)

    @property
    def _names(self) -> int:
        narrow = self.viewport().width() < self._theme.px(_NARROW)
        return self._theme.px(_NAMES * 2 // 3 if narrow else _NAMES)

    @property
    def _month(self) -> int:
        """The width of a month: as wide as the plan leaves, within reason."""
        months = self._plan.months if self._plan else 12
        room = max(self.viewport().width() - self._names, 1)
        return min(max(room // months, self._theme.px(_MONTH)), self._theme.px(_MONTH * 3))

    def _measure(self) -> None:
        plan, px = self._plan, self._theme.px
        wide = plan.months * self._month if plan else 0
        high = len(plan.bars) * px(_ROW) if plan else 0
        room_x = max(self.viewport().width() - self._names, 1)
        room_y = max(self.viewport().height() - self._head, 1)
        self.horizontalScrollBar().setRange(0, max(0, wide - room_x))
        self.horizontalScrollBar().setPageStep(room_x)
        self.verticalScrollBar().setRange(0, max(0, high - room_y))
        self.verticalScrollBar().setPageStep(room_y)
        self.verticalScrollBar().setSingleStep(px(_ROW))
        self.viewport().update()

    def _bar(self, step_id: str) -> Bar | None:
        bars = self._plan.bars if self._plan else ()
        return next((bar for bar in bars if bar.step.id == step_id), None)

    def _bar_at(self, y: int) -> Bar | None:
        if self._plan is None or y < self._head:
            return None
        row = (y - self._head + self.verticalScrollBar().value()) // self._theme.px(_ROW)
        return self._plan.bars[row] if row < len(self._plan.bars) else None

    def _step_by(self, by: int) -> None:
        assert self._plan is not None
        ids = [bar.step.id for bar in self._plan.bars]
        place = min(max(ids.index(self._chosen) + by, 0), len(ids) - 1)
        self.choose(ids[place])

    def _show_chosen(self, bar: Bar) -> None:
        """Scroll until the bar is seen, with its beginning if it is longer than the room."""
        assert self._plan is not None
        row = self._theme.px(_ROW)
        rooms = self.viewport().width() - self._names, self.viewport().height() - self._head
        top = self._plan.bars.index(bar) * row
        left, right = bar.start * self._month, (bar.end + 1) * self._month
        _bring_in(self.verticalScrollBar(), top, top + row, rooms[1])
        _bring_in(self.horizontalScrollBar(), left, right, rooms[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows and bars, then the months above and the names beside them."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._theme.palette.surface))
        if self._plan is not None:
            plan = PlanPainter(self._theme, self._plan, self.measures, self._chosen)
            plan.paint(painter, self._today, era_first=self._era_first, focus=self.hasFocus())
        painter.end()


def _bring_in(scroll: QScrollBar, start: int, end: int, room: int) -> None:
    if end > scroll.value() + room:
        scroll.setValue(end - room)
    if start < scroll.value():
        scroll.setValue(start)
