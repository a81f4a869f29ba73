# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The facets beside the results."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kyosei_desk.search.model import Facet, FacetName, FacetValue, Filters
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.scrolling import scroll_down
from kyosei_desk.ui.search.facet_box import FacetBox
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.search import FACET_LABELS

_OPENED = (
    FacetName.KIND,
    FacetName.MUNICIPALITY,
    FacetName.FUNCTION,
    FacetName.ZONE,
    FacetName.OPERATOR,
)


class _FacetBoxOf(FacetBox):
    """A facet that knows its name."""

    value_chosen = Signal(object, str, bool)

    def __init__(self, theme: Theme, name: FacetName, parent: QWidget):
        super().__init__(theme, FACET_LABELS[name], opened=name in _OPENED, parent=parent)
        self._name = name
        self.chosen.connect(self._pass_on)

    def _pass_on(self, key: str, checked: bool) -> None:
        self.value_chosen.emit(self._name, key, checked)


class FacetPanel(QWidget):
    """All facets; ``filters_changed(Filters)`` follows every tick.

    For the keyboard they are one column of rows: the arrows move through it, and Tab enters
    and leaves it at the row last used. ``leave_requested`` is Esc.
    """

    filters_changed = Signal(object)
    leave_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make every facet, empty."""
        super().__init__(parent)
        self.setAccessibleName("しぼりこみ")
        self._filters: Filters = {}
        self._labels: dict[tuple[FacetName, str], str] = {}
        self._clear = QPushButton("すべて外す", self)
        self._clear.setProperty("kind", "link")
        self._clear.clicked.connect(self.clear)
        policy = self._clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(policy)
        self._nothing = text_label("しぼりこめるものはありません。", "caption", self)
        self._nothing.setContentsMargins(8, 0, 8, 0)
        content = QWidget()
        content.setObjectName("facets")
        column = QVBoxLayout(content)
        column.addWidget(self._nothing)
        self._boxes: dict[FacetName, _FacetBoxOf] = {}
        for name in FacetName:
            box = _FacetBoxOf(theme, name, content)
            box.value_chosen.connect(self._on_chosen)
            box.move_requested.connect(self._move)
            box.rows_changed.connect(self._keep_one_stop)
            self._boxes[name] = box
            column.addWidget(box)
        column.addStretch(1)
        area = QScrollArea(self)
        scroll_down(area)
        area.setWidget(content)
        self._area = area
        self._stop: QWidget | None = None
        self._chained = 0
        head = QHBoxLayout()
        title = text_label("しぼりこみ", "strong")
        title.setWordWrap(False)
        head.addWidget(title, 1)
        head.addWidget(self._clear)
        outer = QVBoxLayout(self)
        outer.addLayout(head)
        outer.addWidget(area, 1)
        scaler = LayoutScaler(theme, self)
        scaler.add(column, (2, 0, 2, 8), 0)
        scaler.add(head, (10, 0, 6, 0), 4)
        scaler.add(outer, (0, 9, 0, 0), 9)
        self.set_facets(())
        self._show_clear()

    @property
    def filters(self) -> Filters:
        """What is chosen; facets without a choice are left out."""
        return dict(self._filters)

    @property
    def chosen_count(self) -> int:
        """How many values are chosen."""
        return sum(len(keys) for keys in self._filters.values())

    def set_facets(self, facets: tuple[Facet, ...]) -> None:
        """Show facets; a chosen value stays, with count 0, when nothing has it."""
        inside = any(row.hasFocus() for row in self._rows())
        given = {facet.name: facet.values for facet in facets}
        for name, box in self._boxes.items():
            values = given.get(name, ())
            self._labels |= {(name, value.key): value.label for value in values}
            box.set_values(self._with_chosen(name, values), self._chosen(name))
        self._nothing.setVisible(all(box.isHidden() for box in self._boxes.values()))
        self._chain_rows()
        self._keep_one_stop()
        if inside and self._stop is None:
            self.leave_requested.emit()
        elif inside and self._stop is not None and not self._stop.hasFocus():
            self._focus(self._stop)

    def clear(self) -> None:
        """Choose nothing any more."""
        self._filters = {}
        self._show_clear()
        self.filters_changed.emit({})

    def set_filters(self, filters: Filters) -> None:
        """Choose these values without telling."""
        self._filters = {name: keys for name, keys in filters.items() if keys}
        self._show_clear()

    def focus_first(self) -> None:
        """Put the keyboard on the first value, or on the first heading when that is folded."""
        box = next((box for box in self._boxes.values() if box.rows), None)
        if box is not None:
            self._focus(box.rows[1] if len(box.rows) > 1 else box.rows[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the facets."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def _rows(self) -> list[QWidget]:
        return [row for box in self._boxes.values() for row in box.rows]

    def _move(self, row: QWidget, key: Qt.Key | None) -> None:
        """Go from a row to the next, the one before, the first or the last; or to itself."""
        rows = self._rows()
        at = rows.index(row)
        to = {
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(rows) - 1,
        }
        self._focus(rows[max(0, min(to.get(key, at) if key else at, len(rows) - 1))])

    def _focus(self, row: QWidget) -> None:
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._keep_one_stop()
        self._area.ensureWidgetVisible(row, 0, row.height())

    def _keep_one_stop(self) -> None:
        """Let Tab stop at one row only: where the keyboard is, or was."""
        rows = self._rows()
        kept = self._stop if self._stop in rows else next(iter(rows), None)
        self._stop = next((row for row in rows if row.hasFocus()), kept)
        for row in rows:
            policy = Qt.FocusPolicy.StrongFocus if row is self._stop else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)

    def _chain_rows(self) -> None:
        """Put rows made since into the order they are seen in, ahead of the results."""
        every = [row for box in self._boxes.values() for row in box.every_row]
        if len(every) != self._chained:
            self._chained = len(every)
            for row, following in pairwise(every):
                self.setTabOrder(row, following)

    def _chosen(self, name: FacetName) -> frozenset[str]:
        return self._filters.get(name, frozenset())

    def _with_chosen(
        self, name: FacetName, values: tuple[FacetValue, ...]
    ) -> tuple[FacetValue, ...]:
        there = {value.key for value in values}
        gone = sorted(self._chosen(name) - there)
        return (*values, *(FacetValue(k, self._labels.get((name, k), k), 0) for k in gone))

    def _on_chosen(self, name: FacetName, key: str, checked: bool) -> None:
        chosen = self._chosen(name) | {key} if checked else self._chosen(name) - {key}
        self.set_filters({**self._filters, name: chosen})
        self.filters_changed.emit(self.filters)

    def _show_clear(self) -> None:
        self._clear.setVisible(bool(self._filters))
