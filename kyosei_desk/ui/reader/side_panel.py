# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Beside the text: its outline, and passages of other documents that speak of the same."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kyosei_desk.search.model import Hit
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.layouts import LayoutScaler
from kyosei_desk.ui.reader.document_builder import OutlineEntry
from kyosei_desk.ui.reader.outline import LEVEL_ROLE, OutlineModel
from kyosei_desk.ui.reader.row_painting import paint_row_ground, wrapped_height, wrapped_text
from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.ui.text_label import text_label
from kyosei_desk.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LINES = 2


class RelatedModel(QAbstractListModel):
    """Related passages: title on top, the document below it."""

    def __init__(self, parent: QObject | None = None):
        """Start empty."""
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    def set_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show these passages."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def address(self, row: int) -> Address:
        """Return what the passage in a row is opened by."""
        return Address(self._hits[row].document_id, self._hits[row].section_id)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """The number of passages."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The passage's title with its document's, and the snippet as tooltip."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            same = hit.section_title == hit.title
            return hit.title if same else f"{hit.section_title} ― {hit.title}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return hit.snippet.text
        return None


class WrappedRowDelegate(QStyledItemDelegate):
    """Rows of up to two lines of text; the chosen one has a line at its left."""

    def __init__(self, theme: Theme, parent: QObject):
        """Paint with the theme's colours."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The height of the wrapped text at the width of the view."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 200
        text = str(index.data() or "")
        inner = width - self._theme.px(20) - self._indent(index)
        font = self._theme.font(FontRole.CAPTION)
        return QSize(width, wrapped_height(text, font, inner, _LINES) + self._theme.px(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint ground and text."""
        painter.save()
        rect = option.rect
        paint_row_ground(painter, option, self._theme)
        px = self._theme.px
        inner = rect.adjusted(px(12) + self._indent(index), px(5), -px(8), -px(5))
        font = self._theme.font(FontRole.CAPTION)
        wrapped_text(painter, str(index.data() or ""), font, inner, _LINES, self._theme)
        painter.restore()

    def _indent(self, index: AnyIndex) -> int:
        level = index.data(LEVEL_ROLE)
        return self._theme.px(12) * max(level - 2, 0) if isinstance(level, int) else 0


class _KeepingList(QListView):
    """A list that keeps its current row in view when its height changes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


class SidePanel(QWidget):
    """Outline and related passages; ``section_chosen`` and ``address_chosen`` say where to."""

    section_chosen = Signal(str)
    address_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make both lists, empty."""
        super().__init__(parent)
        self.setObjectName("readerSide")
        self._theme = theme
        self.outline = OutlineModel(self)
        self.related = RelatedModel(self)
        self._outline_view = self._list("目次", self.outline)
        self._related_view = self._list("関連する箇所", self.related)
        self._outline_view.clicked.connect(self._choose_section)
        self._outline_view.activated.connect(self._choose_section)
        self._related_view.clicked.connect(self._choose_related)
        self._related_view.activated.connect(self._choose_related)
        self._related_title = text_label("関連する箇所", "group")
        outline_title = text_label("目次", "group")
        outline_title.setContentsMargins(8, 0, 0, 0)
        self._related_title.setContentsMargins(8, 10, 0, 0)
        column = QVBoxLayout(self)
        LayoutScaler(theme, self).add(column, (4, 12, 4, 8), 4)
        column.addWidget(outline_title)
        column.addWidget(self._outline_view, 3)
        column.addWidget(self._related_title)
        column.addWidget(self._related_view, 2)
        self.set_related(())
        theme.changed.connect(self._relayout)

    def set_outline(self, entries: tuple[OutlineEntry, ...]) -> None:
        """Show the headings of a document."""
        self.outline.set_entries(entries)

    def set_related(self, hits: tuple[Hit, ...]) -> None:
        """Show related passages; without any their list is put away."""
        self.related.set_hits(hits)
        self._related_title.setVisible(bool(hits))
        self._related_view.setVisible(bool(hits))

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the current heading into view."""
        super().showEvent(event)
        self._outline_view.scrollTo(self._outline_view.currentIndex())

    def follow(self, position: int) -> None:
        """Show which heading the text in view belongs to."""
        if not self.outline.entries:
            return
        index = self.outline.index(self.outline.row_at(position), 0)
        if index != self._outline_view.currentIndex():
            self._outline_view.setCurrentIndex(index)
        self._outline_view.scrollTo(index)

    def focus_outline(self) -> None:
        """Put the keyboard into the outline."""
        self._outline_view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and a line where the text ends."""
        palette = self._theme.palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette.canvas))
        painter.fillRect(0, 0, palette.border, self.height(), QColor(palette.line))
        painter.end()

    def _list(self, name: str, model: QAbstractListModel) -> QListView:
        view = _KeepingList(self)
        view.setAccessibleName(name)
        view.setModel(model)
        view.setItemDelegate(WrappedRowDelegate(self._theme, view))
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setMouseTracking(True)
        view.viewport().setAutoFillBackground(False)
        view.setStyleSheet("background: transparent;")
        return view

    def _choose_section(self, index: QModelIndex) -> None:
        self.section_chosen.emit(self.outline.entries[index.row()].section_id)

    def _choose_related(self, index: QModelIndex) -> None:
        self.address_chosen.emit(str(self.related.address(index.row())))

    def _relayout(self) -> None:
        self._outline_view.doItemsLayout()
        self._related_view.doItemsLayout()
