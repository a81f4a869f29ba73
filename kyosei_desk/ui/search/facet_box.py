# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One list of values to narrow by: a heading that folds, and a box a value with its count."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.search.model import FacetValue
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.theme import Theme

_SHORT = 8
_PAD = 4  # between the label and the count, and behind that
# Keys that move between the rows; a button of Qt would keep them for itself.
_MOVES = frozenset(
    {
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
# What a label too long for its row gives way to.
_SHORT_LABELS = {"地域包括支援センター等": "包括支援センター等"}
_BROKEN = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWrapAnywhere


class _Heading(QToolButton):
    """The row that folds a facet."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave moving to the facet."""
        if event.key() in _MOVES:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _More(QPushButton):
    """The row that shows the values left out."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave moving to the facet."""
        if event.key() in _MOVES:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ValueBox(QCheckBox):
    """A check box with its count at the right edge; all of its row can be pressed.

    A label too long is put shorter, then broken. ``chosen(str, bool)`` carries the value's key.
    """

    chosen = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget):
        """Make a box for no value yet."""
        super().__init__(parent)
        self._theme = theme
        self._key = ""
        self._label = ""
        self._count = 0
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._send)

    @property
    def key(self) -> str:
        """The key of the value it stands for."""
        return self._key

    def set_value(self, value: FacetValue, checked: bool) -> None:
        """Stand for a value."""
        self._key, self._label, self._count = value.key, value.label, value.count
        self.setChecked(checked)
        self.setAccessibleName(f"{value.label} {value.count}件")
        self.setToolTip(value.label)
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        """The label and the count tick as well as the box does."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave moving to the facet."""
        if event.key() in _MOVES:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """It can be as narrow as the panel."""
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """The height of a line, whatever the label."""
        metrics = self.fontMetrics()
        height = max(super().sizeHint().height(), metrics.height() + self._theme.px(8))
        return QSize(self._theme.px(120), height)

    def heightForWidth(self, width: int) -> int:
        """The height of the label broken at this width."""
        room = self._room(width)
        label, metrics = self._label_within(room.width()), self.fontMetrics()
        height = self.sizeHint().height()
        if metrics.horizontalAdvance(label) > room.width():
            broken = metrics.boundingRect(QRect(0, 0, room.width(), 0), _BROKEN, label)
            height += broken.height() - metrics.height()
        return height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the label in what room the count leaves, and the count."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_CheckBox, option, painter, self)
        room = self._room(self.width())
        painter.setPen(QColor(self._theme.palette.text))
        painter.drawText(room, _BROKEN, self._label_within(room.width()))
        painter.setPen(QColor(self._theme.palette.subtle))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        pad = self._theme.px(_PAD)
        painter.drawText(self.rect().adjusted(0, 0, -pad, 0), right, str(self._count))
        painter.end()

    def _room(self, width: int) -> QRect:
        """Return where the label is in a row of this width: between the box and the count."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_CheckBoxContents
        left = self.style().subElementRect(element, option, self).left()
        count = self.fontMetrics().horizontalAdvance(str(self._count))
        room = width - left - count - 2 * self._theme.px(_PAD)
        return QRect(left, 0, max(room, self.fontMetrics().height()), self.height())

    def _label_within(self, room: int) -> str:
        if self.fontMetrics().horizontalAdvance(self._label) <= room:
            return self._label
        return _SHORT_LABELS.get(self._label, self._label)

    def _send(self, checked: bool) -> None:
        self.chosen.emit(self._key, checked)


class FacetBox(QWidget):
    """A facet: ``chosen(str, bool)`` says which value was ticked or cleared.

    ``move_requested(QWidget, key)`` asks to move on from a row; ``rows_changed`` follows
    folding and unfolding by hand.
    """

    chosen = Signal(str, bool)
    move_requested = Signal(object, object)
    rows_changed = Signal()

    def __init__(self, theme: Theme, title: str, *, opened: bool, parent: QWidget):
        """Make an empty facet, unfolded or folded."""
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._values: tuple[FacetValue, ...] = ()
        self._selected: frozenset[str] = frozenset()
        self._boxes: list[ValueBox] = []
        self._all_shown = False
        self._opened = opened
        self._head = _Heading(self)
        self._head.setText(title)
        self._head.setObjectName("facetHead")
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bold = self._head.font()
        bold.setBold(True)
        self._head.setFont(bold)
        self._head.clicked.connect(self._fold)
        self._more = _More(self)
        self._more.setProperty("kind", "link")
        self._more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(self._column, (0, 0, 0, 8), 0)
        self._column.addWidget(self._head)
        self._column.addWidget(self._more)
        theme.changed.connect(self._show_state)
        self._show_state()

    @property
    def every_row(self) -> tuple[QWidget, ...]:
        """The heading, every value and the way to more, from the top down, shown or not."""
        return (self._head, *self._boxes, self._more)

    @property
    def rows(self) -> tuple[QWidget, ...]:
        """The rows that are shown; none when the facet is put away."""
        if self.isHidden():
            return ()
        return tuple(row for row in self.every_row if not row.isHidden())

    def set_values(self, values: tuple[FacetValue, ...], selected: frozenset[str]) -> None:
        """Show values with those selected ticked; without values the facet is put away.

        The keyboard stays with its value, or goes to the heading when that is gone.
        """
        here = next((box.key for box in self._boxes if box.hasFocus()), None)
        self._values, self._selected = values, selected
        while len(self._boxes) < len(values):
            box = ValueBox(self._theme, self)
            box.chosen.connect(self.chosen)
            self._column.insertWidget(1 + len(self._boxes), box)
            self._boxes.append(box)
        for box, value in zip(self._boxes, values, strict=False):
            box.set_value(value, value.key in selected)
        if here is not None:
            shown = self._boxes[: len(values)]
            same = next((box for box in shown if box.key == here), self._head)
            same.setFocus(Qt.FocusReason.OtherFocusReason)
        self._opened = self._opened or bool(selected)
        self._show_state()
        self.setVisible(bool(values))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold and unfold with the arrows to the side; the panel moves up and down."""
        key = Qt.Key(event.key())
        row = next((row for row in self.rows if row.hasFocus()), None)
        if key not in _MOVES or row is None:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Left and row is not self._head:
            self.move_requested.emit(self._head, None)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            unfold = key == Qt.Key.Key_Right
            if self._opened is not unfold:
                self._fold()
            elif unfold and row is self._head:
                self.move_requested.emit(row, Qt.Key.Key_Down)
        else:
            self.move_requested.emit(row, key)

    def _fold(self) -> None:
        if self._opened and any(row.hasFocus() for row in self.every_row):
            self._head.setFocus(Qt.FocusReason.OtherFocusReason)
        self._opened = not self._opened
        self._show_state()
        self.rows_changed.emit()

    def _show_all(self) -> None:
        next_one = next((box for box in self._boxes if box.isHidden()), None)
        at_end = self._more.hasFocus()
        self._all_shown = True
        self._show_boxes()
        if at_end and next_one is not None:
            next_one.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_state()
        self.rows_changed.emit()

    def _show_boxes(self) -> int:
        """Show the values there are to show, and return how many are not."""
        last_selected = max(
            (n for n, value in enumerate(self._values) if value.key in self._selected),
            default=-1,
        )
        limit = len(self._values) if self._all_shown else max(_SHORT, last_selected + 1)
        for number, box in enumerate(self._boxes):
            box.setVisible(self._opened and number < min(limit, len(self._values)))
        return len(self._values) - limit

    def _show_state(self) -> None:
        hidden = self._show_boxes()
        opened = self._opened
        self._more.setVisible(opened and hidden > 0)
        self._more.setText(f"ほか {hidden} 件")
        self._more.setAccessibleName(f"{self._title} ほか {hidden} 件を出す")
        icon = "chevron-down" if opened else "chevron-right"
        self._head.setIcon(self._theme.icon(icon, self._theme.palette.subtle))
        side = self._theme.px(14)
        self._head.setIconSize(QSize(side, side))
        state = "ひらいています" if opened else "たたんであります"
        self._head.setAccessibleName(f"しぼりこみ {self._title} {state}")
