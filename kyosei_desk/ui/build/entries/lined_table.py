# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A table with fine lines, as wide as there is room for, in the look of the theme."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kyosei_desk.ui.theme import Theme

_ROW = 30  # grid pixels
_NARROWEST = 52
_STEP = 8
_SHORT = 92  # words as short as this are not cut


class LinedTable(QTableView):
    """One column, ``wide``, takes what the others leave; long words give way where there is little.

    Columns of numbers, which are set to the right, are never cut, nor are ``whole`` ones: half
    a date tells nothing.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        wide: int = 0,
        widest: int = 300,
        least: int = 150,
        whole: Collection[int] = (),
    ):
        """Make a table; words take at most ``widest``, ``least`` where room is short."""
        super().__init__(parent)
        self._theme = theme
        self._wide, self._widest, self._least = wide, widest, least
        self._whole = frozenset(whole)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        theme.changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self.fit()

    def keyboardSearch(self, search: str) -> None:
        """Letters choose nothing here."""

    def fit(self) -> None:
        """Give the columns the width of their words, cut to what there is room for."""
        model = self.model()
        if model is None:
            return
        columns = [n for n in range(model.columnCount()) if not self.isColumnHidden(n)]
        wanted = {column: self._wanted(column) for column in columns}
        room = self.viewport().width()
        widths = self._cut(wanted, self._widest)
        for most in range(self._widest, self._least - 1, -_STEP):
            widths = self._cut(wanted, most)
            if sum(widths.values()) <= room:
                break
        if self._wide in widths:
            widths[self._wide] += max(room - sum(widths.values()), 0)
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _cut(self, wanted: dict[int, int], most: int) -> dict[int, int]:
        cut = self._theme.px(most)
        widths = {}
        for column, width in wanted.items():
            allowed = cut * 2 if column == self._wide else cut
            allowed = max(allowed, self._head(column), self._theme.px(_SHORT))
            widths[column] = width if self._is_whole(column) else min(width, allowed)
        return widths

    def _is_whole(self, column: int) -> bool:
        if column in self._whole:
            return True
        role = Qt.ItemDataRole.TextAlignmentRole
        side = self.model().headerData(column, Qt.Orientation.Horizontal, role)
        return bool(Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight)

    def _wanted(self, column: int) -> int:
        words = max(self.sizeHintForColumn(column) + self._theme.px(4), self._head(column))
        return max(words, self._theme.px(_NARROWEST))

    def _head(self, column: int) -> int:
        return self.horizontalHeader().sectionSizeHint(column) + self._theme.px(4)

    def _restyle(self) -> None:
        palette, px = self._theme.palette, self._theme.px
        self.setStyleSheet(
            f"QTableView {{ gridline-color: {palette.line}; }}"
            f"QTableView::item {{ padding: 0 {px(6)}px; }}"
            f"QTableView::item:selected {{ background: {palette.primary_soft};"
            f" color: {palette.text}; }}"
            f"QTableView::item:focus {{ border: {palette.focus_width}px solid {palette.focus};"
            f" padding: 0 {max(px(6) - palette.focus_width, 0)}px; }}"
            f"QHeaderView::section {{ background: {palette.canvas}; color: {palette.text};"
            f" padding: {px(3)}px {px(6)}px; border: none;"
            f" border-right: {palette.border}px solid {palette.line};"
            f" border-bottom: {palette.border}px solid {palette.control}; }}"
        )
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.fit()
