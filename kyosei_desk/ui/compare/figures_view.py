# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The figures as a list of bars, each with its value in words and how it was computed."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kyosei_desk.ui.compare.figure_rows import FigureBar, FigureHead, FigureLine, FigureNote
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.reader.row_painting import WrappedText
from kyosei_desk.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_NAMES, _NAMES_SHARE = 236, 0.3
_LEFT, _BAR, _VALUE = 24, 16, 120
_HEAD_HEIGHT = 40


class FiguresModel(QAbstractListModel):
    """A line a row."""

    def __init__(self, parent: QObject | None = None):
        """Start empty."""
        super().__init__(parent)
        self._lines: tuple[FigureLine, ...] = ()

    def set_lines(self, lines: tuple[FigureLine, ...]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    @property
    def lines(self) -> tuple[FigureLine, ...]:
        """The lines from the top."""
        return self._lines

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """The number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every line can be stood on, so that headings are heard as well."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        """What is read and heard of a line."""
        if index.isValid() and role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return self._lines[index.row()].spoken
        return None


class FiguresView(QListView):
    """``address_requested(str)`` is a double click or Enter on a bar."""

    address_requested = Signal(str)

    def __init__(self, theme: Theme, model: FiguresModel, parent: QWidget | None = None):
        """Show a model."""
        super().__init__(parent)
        self.setObjectName("figures")
        self.setAccessibleName("数字の棒グラフ")
        self.setAccessibleDescription("上下の矢印で動き、Enter で本文を読みます")
        self._figures = model
        self.setModel(model)
        self.setItemDelegate(FigureDelegate(theme, model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._on_chosen)
        theme.changed.connect(self.doItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads where a figure comes from."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing letters here finds nothing by itself."""

    def _on_chosen(self, index: QModelIndex) -> None:
        line = self._figures.lines[index.row()] if index.isValid() else None
        if isinstance(line, FigureBar):
            self.address_requested.emit(line.address)


class FigureDelegate(QStyledItemDelegate):
    """Names at the left, bars on one base line, values behind them, formulas below."""

    def __init__(self, theme: Theme, model: FiguresModel, parent: QObject):
        """Paint the lines of ``model``."""
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The height of a line at the width of the view."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 600
        line = self._model.lines[index.row()]
        if isinstance(line, FigureHead):
            return QSize(width, self._theme.px(_HEAD_HEIGHT))
        if isinstance(line, FigureNote):
            return QSize(width, self._note(line, width).height + self._theme.px(24))
        below = self._formula(line, width).height if line.formula else 0
        names = sum(text.height for text in self._names(line, width))
        height = max(names, self._theme.px(_BAR + 8) + below)
        return QSize(width, height + self._theme.px(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a line."""
        line = self._model.lines[index.row()]
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, FigureHead):
            self._paint_head(painter, rect, line)
        elif isinstance(line, FigureNote):
            x, y = rect.left() + self._theme.px(_LEFT), rect.top() + self._theme.px(12)
            color = self._theme.palette.subtle
            self._note(line, rect.width()).paint(painter, x, y, color, self._theme)
        else:
            self._paint_bar(painter, rect, line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            palette = self._theme.palette
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.focus), palette.focus_width))
            painter.drawRoundedRect(rect.adjusted(2, 2, -3, -3), 6, 6)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, line: FigureHead) -> None:
        palette, px = self._theme.palette, self._theme.px
        strong, caption = (self._theme.font(role) for role in (FontRole.STRONG, FontRole.CAPTION))
        painter.fillRect(rect.adjusted(0, px(6), 0, 0), QColor(palette.canvas))
        room = rect.adjusted(px(_LEFT), px(6), -px(_LEFT), 0)
        painter.setFont(strong)
        painter.setPen(QColor(palette.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, line.label)
        if line.flag:
            wide = painter.fontMetrics().horizontalAdvance(line.label)
            painter.setFont(caption)
            metrics = painter.fontMetrics()
            chip = QRectF(
                room.left() + wide + px(10),
                room.center().y() - px(10),
                metrics.horizontalAdvance(line.flag) + px(12),
                px(21),
            )
            painter.setPen(QPen(QColor(palette.warning), palette.border))
            painter.setBrush(QColor(palette.warning_soft))
            painter.drawRoundedRect(chip, px(4), px(4))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, line.flag)

    def _paint_bar(self, painter: QPainter, rect: QRect, line: FigureBar) -> None:
        palette, px, theme = self._theme.palette, self._theme.px, self._theme
        y = rect.top() + px(5)
        top = y
        for number, text in enumerate(self._names(line, rect.width())):
            color = palette.subtle if number or not line.design else palette.text
            text.paint(painter, rect.left() + px(_LEFT), top, color, theme)
            top += text.height
        left, room = self._bar_room(rect.width())
        left += rect.left()
        painter.setFont(theme.font(FontRole.STRONG if line.value else FontRole.CAPTION))
        shown = line.value or line.missing
        if not line.value:
            painter.setPen(QColor(palette.subtle))
            place = QRectF(left, y, room + px(_VALUE), px(_BAR + 8))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            return
        bar = QRectF(left, y + px(4), max(room * line.share, px(2)), px(_BAR))
        self._fill(painter, bar, hatched=bool(line.flag))
        painter.setPen(QColor(palette.text))
        place = QRectF(bar.right() + px(8), y, px(_VALUE), px(_BAR + 8))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        formula = self._formula(line, rect.width())
        formula.paint(painter, left, y + px(_BAR + 8), palette.subtle, theme)

    def _fill(self, painter: QPainter, bar: QRectF, *, hatched: bool) -> None:
        """Fill a bar: whole where its days agree, hatched in a frame where they do not."""
        color = QColor(self._theme.palette.primary)
        painter.setPen(QPen(color, 1.5) if hatched else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.palette.surface) if hatched else color)
        painter.drawRect(bar)
        if hatched:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(color, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(bar)

    def _bar_room(self, width: int) -> tuple[int, int]:
        px = self._theme.px
        names = min(px(_NAMES), round(width * _NAMES_SHARE))
        left = px(_LEFT) + names + px(12)
        return left, max(width - left - px(_VALUE) - px(_LEFT), px(40))

    def _names(self, line: FigureBar, width: int) -> list[WrappedText]:
        room = self._bar_room(width)[0] - self._theme.px(_LEFT + 12)
        strong, caption = (self._theme.font(role) for role in (FontRole.STRONG, FontRole.CAPTION))
        named = ((line.design, strong, 1), (line.element, caption, 2))
        return [WrappedText(text, font, room, most) for text, font, most in named if text]

    def _note(self, line: FigureNote, width: int) -> WrappedText:
        room = width - 2 * self._theme.px(_LEFT)
        return WrappedText(line.spoken, self._theme.font(FontRole.CAPTION), room, 12)

    def _formula(self, line: FigureBar, width: int) -> WrappedText:
        flag = f"　※{line.flag}" if line.flag else ""
        left = self._bar_room(width)[0]
        room = width - left - self._theme.px(_LEFT)
        return WrappedText(f"{line.formula}{flag}", self._theme.font(FontRole.CAPTION), room, 3)
