# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""One list of values to narrow by: a heading that folds, and a box a value with its count."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
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


class ValueBox(QCheckBox):
    """A check box with its count at the right edge; a long label is cut.

    ``chosen(str, bool)`` carries the value's key.
    """

    chosen = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget):
        """Make a box for no value yet."""
        super().__init__(parent)
        self._theme = theme
        self._key = ""
        self._label = ""
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._send)

    def set_value(self, value: FacetValue, checked: bool) -> None:
        """Stand for a value."""
        self._key, self._label, self._count = value.key, value.label, value.count
        self.setChecked(checked)
        self.setAccessibleName(f"{value.label} {value.count}件")
        self.setToolTip(value.label)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """It can be as narrow as the panel."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box with the label cut to what the count leaves."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        count = str(self._count)
        style = self.style()
        element = QStyle.SubElement.SE_CheckBoxContents
        contents: QRect = style.subElementRect(element, option, self)
        pad = self._theme.px(6)
        room = self.width() - contents.left() - metrics.horizontalAdvance(count) - 2 * pad
        elide = Qt.TextElideMode.ElideRight
        option.text = metrics.elidedText(self._label, elide, room)
        painter = QPainter(self)
        style.drawControl(QStyle.ControlElement.CE_CheckBox, option, painter, self)
        painter.setPen(QColor(self._theme.palette.subtle))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(0, 0, -pad, 0), right, count)
        painter.end()

    def sizeHint(self) -> QSize:
        """The height of a line, whatever the label."""
        metrics = self.fontMetrics()
        height = max(super().sizeHint().height(), metrics.height() + self._theme.px(8))
        return QSize(self._theme.px(120), height)

    def _send(self, checked: bool) -> None:
        self.chosen.emit(self._key, checked)


class FacetBox(QWidget):
    """A facet: ``chosen(str, bool)`` says which value was ticked or cleared."""

    chosen = Signal(str, bool)

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
        self._head = QToolButton(self)
        self._head.setText(title)
        self._head.setObjectName("facetHead")
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bold = self._head.font()
        bold.setBold(True)
        self._head.setFont(bold)
        self._head.clicked.connect(self._fold)
        self._more = QPushButton(self)
        self._more.setProperty("kind", "link")
        self._more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(self._column, (0, 0, 0, 8), 0)
        self._column.addWidget(self._head)
        self._column.addWidget(self._more)
        theme.changed.connect(self._show_state)
        self._show_state()

    def set_values(self, values: tuple[FacetValue, ...], selected: frozenset[str]) -> None:
        """Show values with those selected ticked; without values the facet is put away."""
        self._values, self._selected = values, selected
        self.setVisible(bool(values))
        while len(self._boxes) < len(values):
            box = ValueBox(self._theme, self)
            box.chosen.connect(self.chosen)
            self._column.insertWidget(1 + len(self._boxes), box)
            self._boxes.append(box)
        for box, value in zip(self._boxes, values, strict=False):
            box.set_value(value, value.key in selected)
        self._opened = self._opened or bool(selected)
        self._show_state()

    def _fold(self) -> None:
        self._opened = not self._opened
        self._show_state()

    def _show_all(self) -> None:
        self._all_shown = True
        self._show_state()

    def _show_state(self) -> None:
        opened = self._opened
        last_selected = max(
            (n for n, value in enumerate(self._values) if value.key in self._selected),
            default=-1,
        )
        limit = len(self._values) if self._all_shown else max(_SHORT, last_selected + 1)
        for number, box in enumerate(self._boxes):
            box.setVisible(opened and number < min(limit, len(self._values)))
        hidden = len(self._values) - limit
        self._more.setVisible(opened and hidden > 0)
        self._more.setText(f"ほか {hidden} 件")
        icon = "chevron-down" if opened else "chevron-right"
        self._head.setIcon(self._theme.icon(icon, self._theme.palette.subtle))
        side = self._theme.px(14)
        self._head.setIconSize(QSize(side, side))
        state = "ひらいています" if opened else "たたんであります"
        self._head.setAccessibleName(f"しぼりこみ {self._title} {state}")
