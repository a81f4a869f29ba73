# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A layout that sets widgets in lines, as text is set."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.theme import Theme


class FlowLayout(QLayout):
    """Widgets side by side at their preferred size; what does not fit goes to a new line.

    The widget after :meth:`add_push` and all after it are moved to the right edge.
    """

    def __init__(self, parent: QWidget | None = None):
        """Start empty."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._push_at: int | None = None

    def add_push(self) -> None:
        """Move what is added from now on to the right edge."""
        self._push_at = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """The number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at an index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at an index, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Whether the height depends on the width: it does."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height all lines need at a width."""
        return self._arrange(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items in a rectangle."""
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def sizeHint(self) -> QSize:
        """The size with everything in one line."""
        shown = self._shown()
        gaps = max(len(shown) - 1, 0) * max(self.spacing(), 0)
        width = sum(item.sizeHint().width() for _, item in shown) + gaps
        height = max((item.sizeHint().height() for _, item in shown), default=0)
        return self._with_margins(QSize(width, height))

    def minimumSize(self) -> QSize:
        """The size of the largest item."""
        size = QSize()
        for _, item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[tuple[int, QLayoutItem]]:
        return [(n, item) for n, item in enumerate(self._items) if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[tuple[int, QLayoutItem]]]:
        lines: list[list[tuple[int, QLayoutItem]]] = [[]]
        used = 0
        for number, item in self._shown():
            wanted = item.sizeHint().width()
            if lines[-1] and used + wanted > width:
                lines.append([])
                used = 0
            lines[-1].append((number, item))
            used += wanted + self.spacing()
        return lines

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        y = inner.top()
        lines = self._lines(inner.width())
        for line in lines:
            height = max((item.sizeHint().height() for _, item in line), default=0)
            if apply:
                self._place(line, inner, y, height)
            y += height + self.spacing()
        bottom = y - self.spacing() if lines[0] else y
        return bottom - rect.top() + margins.bottom()

    def _place(
        self, line: list[tuple[int, QLayoutItem]], inner: QRect, y: int, height: int
    ) -> None:
        gaps = (len(line) - 1) * self.spacing()
        free = inner.width() - sum(item.sizeHint().width() for _, item in line) - gaps
        x, pushed = inner.left(), False
        for number, item in line:
            if self._push_at is not None and number >= self._push_at and not pushed:
                x, pushed = x + max(free, 0), True
            size = item.sizeHint()
            width = min(size.width(), inner.width())
            top = y + (height - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, top), QSize(width, size.height())))
            x += size.width() + self.spacing()


class FlowRow(QWidget):
    """Small widgets in a line, which goes on below where there is no room."""

    def __init__(self, theme: Theme, spacing: int, top: int = 0, bottom: int = 0):
        """Make an empty row with the spacing and the air above and below in grid pixels."""
        super().__init__()
        self._flow = FlowLayout(self)
        LayoutScaler(theme, self).add(self._flow, (0, top, 0, bottom), spacing)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def widgets(self) -> list[QWidget]:
        """What stands in the row."""
        items = (self._flow.itemAt(number) for number in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if widget is not None]

    def add(self, widget: QWidget) -> None:
        """Set a widget at the end."""
        widget.setParent(self)
        self._flow.addWidget(widget)
        if self.isVisible():
            widget.show()
        self.updateGeometry()

    def clear(self) -> None:
        """Take everything out."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.updateGeometry()
