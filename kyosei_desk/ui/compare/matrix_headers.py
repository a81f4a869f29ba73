# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The heads of the table, which stay in view: designs across the top, rows down the side."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from kyosei_desk.ui.compare.cell_layout import LEFT, RIGHT
from kyosei_desk.ui.compare.cell_texts import ColumnText
from kyosei_desk.ui.compare.matrix_delegate import MatrixDelegate
from kyosei_desk.ui.compare.matrix_model import MatrixModel
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.theme import Theme

COLUMN_HEAD, ROW_HEAD, NARROW_ROW_HEAD = 102, 192, 142
_BAR = 6
_TOOL = 28  # the corner of a column's head that opens its menu
_ICON = 16


class ColumnHead(QHeaderView):
    """Names a design with its figures, and shows how many people live there as a bar.

    ``menu_requested(int, QPoint)`` carries a column and where on the screen its menu goes;
    ``move_requested(int, int)`` where a column was dragged from and to.
    """

    menu_requested = Signal(int, QPoint)
    move_requested = Signal(int, int)

    def __init__(self, theme: Theme, model: MatrixModel, parent: QWidget):
        """Show the columns of ``model``; ``pinned`` is how many of them stay in view."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._model = model
        self._pressed = -1
        self.pinned = 0
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMouseTracking(True)
        self.setMinimumSectionSize(1)
        self.sectionMoved.connect(self._on_moved)
        self.setAccessibleName("くらべる自治体")

    def sizeHint(self) -> QSize:
        """High enough for its lines and the bar at the text scale."""
        return QSize(super().sizeHint().width(), self._theme.px(COLUMN_HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the head of one column."""
        if not rect.isValid() or section >= len(self._model.columns):
            return
        column, palette = self._model.columns[section], self._theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(palette.surface))
        width = palette.border
        painter.fillRect(
            QRect(rect.right() + 1 - width, rect.top(), width, rect.height()), QColor(palette.line)
        )
        foot = QRect(rect.left(), rect.bottom() - 1, rect.width(), 2)
        painter.fillRect(foot, QColor(palette.control))
        self._paint_words(painter, rect, column)
        self._paint_bar(painter, rect, column)
        self._paint_tools(painter, rect, section)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, column: ColumnText) -> None:
        px, palette = self._theme.px, self._theme.palette
        caption, strong = (self._theme.font(role) for role in (FontRole.CAPTION, FontRole.STRONG))
        left, y = rect.left() + px(LEFT), rect.top() + px(7)
        room = rect.width() - px(LEFT) - px(_TOOL)
        wide = self._line(painter, (left, y, room), column.title, strong, palette.text)
        rest = room - wide - px(6)
        if rest > px(30):
            place = (left + wide + px(6), y + px(1), rest)
            self._line(painter, place, column.place, caption, palette.subtle)
        room = rect.width() - px(LEFT + RIGHT)
        self._line(painter, (left, y + px(23), room), column.population, caption, palette.text)
        painter.setFont(caption)
        about = self._that_fits(painter, (column.schools, column.area), room)
        self._line(painter, (left, y + px(53), room), about, caption, palette.text)
        day = self._that_fits(painter, (column.day, ""), room, "現在")
        self._line(painter, (left, y + px(72), room), day, caption, palette.subtle)

    def _that_fits(
        self, painter: QPainter, parts: tuple[str, str], room: int, spared: str = ""
    ) -> str:
        """Return both parts in a line, or the first, less ``spared``, where room is short."""
        both = "・".join(filter(None, parts))
        fits = painter.fontMetrics().horizontalAdvance(both) <= room
        return both if fits else next(filter(None, parts), "").removesuffix(spared)

    def _line(
        self, painter: QPainter, place: tuple[int, int, int], text: str, font: QFont, color: str
    ) -> int:
        x, y, room = place
        painter.setFont(font)
        painter.setPen(QColor(color))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(x, y, room, metrics.height() + 2), 0, shown)
        return min(metrics.horizontalAdvance(shown), room)

    def _paint_bar(self, painter: QPainter, rect: QRect, column: ColumnText) -> None:
        if not column.share:
            return
        px, palette = self._theme.px, self._theme.palette
        room = rect.width() - px(LEFT + RIGHT)
        place = QRectF(rect.left() + px(LEFT), rect.top() + px(50), room, px(_BAR))
        painter.setPen(QPen(QColor(palette.control), 1))  # an empty frame: it needs no colour
        painter.setBrush(QColor(palette.surface))
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        place.setWidth(max(room * column.share, px(2)))
        painter.fillRect(place, QColor(palette.primary))

    def _paint_tools(self, painter: QPainter, rect: QRect, section: int) -> None:
        side, palette = self._theme.px(_ICON), self._theme.palette
        corner = QPoint(rect.right() - self._theme.px(6) - side, rect.top() + self._theme.px(9))
        size = QSize(side, side)
        self._theme.icon("chevron-down", palette.subtle).paint(painter, QRect(corner, size))
        if section < self.pinned:
            corner -= QPoint(side + self._theme.px(3), 0)
            self._theme.icon("pin", palette.primary).paint(painter, QRect(corner, size))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was pressed; a menu opens only if it was not a drag."""
        self._pressed = self.logicalIndexAt(event.position().toPoint())
        self._from = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the menu of the column that was clicked."""
        pressed, self._pressed = self._pressed, -1
        dragged = QPointF(event.position() - self._from).manhattanLength() > self._theme.px(8)
        super().mouseReleaseEvent(event)
        if pressed >= 0 and not dragged:
            self.menu_requested.emit(pressed, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a head can be clicked and dragged."""
        super().mouseMoveEvent(event)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _on_moved(self, _section: int, old: int, new: int) -> None:
        """Have the model reordered instead of the head, so that both agree."""
        self.blockSignals(True)
        self.moveSection(new, old)
        self.blockSignals(False)
        self.move_requested.emit(old, new)


class RowHead(QHeaderView):
    """Names a row; a click on it, or on its arrow, shows the row in full or in brief.

    ``row_clicked(int)`` carries the line.
    """

    row_clicked = Signal(int)

    def __init__(self, theme: Theme, model: MatrixModel, delegate: MatrixDelegate, parent: QWidget):
        """Show the lines of ``model``, set by ``delegate``."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._model = model
        self._delegate = delegate
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMouseTracking(True)
        self.sectionClicked.connect(self.row_clicked)
        self.setAccessibleName("行の見出し")

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the head of a row, or the beginning of a heading."""
        if not rect.isValid() or section >= len(self._model.lines):
            return
        line = self._model.lines[section]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint = self._delegate.painter
        if line.row is None:
            paint.group(painter, rect, rect.left(), line.group)
        else:
            painter.fillRect(rect, QColor(self._theme.palette.surface))
            paint.lines(painter, rect)
            laid = self._delegate.head(section, self.width())
            paint.content(painter, laid, QPointF(rect.topLeft()))
            if self._model.can_widen(section):
                self._paint_arrow(painter, rect, section)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, rect: QRect, section: int) -> None:
        side = self._theme.px(_ICON)
        name = "chevron-up" if self._model.is_wide(section) else "chevron-down"
        corner = QPoint(rect.right() - self._theme.px(6) - side, rect.top() + self._theme.px(11))
        icon = self._theme.icon(name, self._theme.palette.subtle)
        icon.paint(painter, QRect(corner, QSize(side, side)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which heads can be clicked."""
        super().mouseMoveEvent(event)
        line = self.logicalIndexAt(event.position().toPoint())
        more = 0 <= line < len(self._model.lines) and self._model.can_widen(line)
        shape = Qt.CursorShape.PointingHandCursor if more else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Let no tooltip of Qt's own cover the words."""
        return event.type() is not QEvent.Type.ToolTip and super().viewportEvent(event)
