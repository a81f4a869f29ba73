# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Sets and paints the cells of the table, and keeps what it has set."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPersistentModelIndex, QPoint, QPointF, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kyosei_desk.ui.compare.cell_layout import CellSetter, LaidOut, tallest
from kyosei_desk.ui.compare.cell_painting import GROUP_HEIGHT, CellPainter
from kyosei_desk.ui.compare.cell_texts import CellText
from kyosei_desk.ui.compare.matrix_model import AnyIndex, MatrixModel
from kyosei_desk.ui.theme import Theme

_KEPT = 4000


class MatrixDelegate(QStyledItemDelegate):
    """``restyled`` follows a change of the theme: all heights are others."""

    restyled = Signal()

    def __init__(self, theme: Theme, model: MatrixModel, parent: QObject):
        """Paint the cells of ``model``."""
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._kept: dict[tuple[CellText, int, bool], LaidOut] = {}
        self._heads: dict[tuple[int, int], LaidOut] = {}
        self._hovered = ""
        self.indent = 0  # how wide the heads of rows are: headings begin there
        self.current = QPersistentModelIndex()  # where the keyboard is, if it is in the table
        self._setter, self._painter = CellSetter(theme), CellPainter(theme)
        model.modelReset.connect(self._forget_heads)
        theme.changed.connect(self._restyle)

    @property
    def painter(self) -> CellPainter:
        """Who paints in the colours of now."""
        return self._painter

    @property
    def group_height(self) -> int:
        """How high a heading is."""
        return self._theme.px(GROUP_HEIGHT)

    def line_height(self, line: int, widths: Sequence[int]) -> int:
        """Return how high a line is with its head and its cells at these widths."""
        if self._model.lines[line].row is None:
            return self.group_height
        wide = self._model.is_wide(line)
        cells = (self._laid(line, n, width, wide=wide) for n, width in enumerate(widths))
        return tallest([*cells, self.head(line, self.indent)])

    def head(self, line: int, width: int) -> LaidOut:
        """Return the head of a row, set at a width."""
        key = (line, width)
        if key not in self._heads:
            head = self._model.lines[line].head
            assert head is not None
            self._heads[key] = self._setter.row_head(head, width)
        return self._heads[key]

    def address_at(self, line: int, column: int, width: int, at: QPoint) -> str:
        """Return where the name at a place of a cell leads, or nothing."""
        if self._model.text(line, column) is None:
            return ""
        laid = self._laid(line, column, width, wide=self._model.is_wide(line))
        found = (p.address for p in laid.pieces if p.address and p.place.contains(QPointF(at)))
        return next(found, "")

    def set_hovered(self, address: str) -> bool:
        """Show which name the mouse is on; tell whether it is another one."""
        changed, self._hovered = self._hovered != address, address
        return changed

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a cell, or its part of a heading."""
        rect: QRect = option.rect
        line = self._model.lines[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.row is None:
            self._painter.group(painter, rect, -self.indent, line.group)
        else:
            self._paint_cell(painter, option, index.row(), index.column())
        painter.restore()

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, line: int, column: int
    ) -> None:
        rect: QRect = option.rect
        text = self._model.text(line, column)
        if text is None:
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._painter.ground(painter, rect, text.kind, chosen=chosen)
        laid = self._laid(line, column, rect.width(), wide=self._model.is_wide(line))
        self._painter.content(painter, laid, QPointF(rect.topLeft()), self._hovered)
        if self.current.row() == line and self.current.column() == column:
            self._painter.focus(painter, rect)

    def _laid(self, line: int, column: int, width: int, *, wide: bool) -> LaidOut:
        text = self._model.text(line, column)
        assert text is not None
        key = (text, width, wide)
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = self._setter.cell(text, width, wide=wide)
        return self._kept[key]

    def _forget_heads(self) -> None:
        self._heads.clear()

    def _restyle(self) -> None:
        self._kept.clear()
        self._heads.clear()
        self._setter, self._painter = CellSetter(self._theme), CellPainter(self._theme)
        self.restyled.emit()
