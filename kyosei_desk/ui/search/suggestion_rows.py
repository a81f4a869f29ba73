# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The words offered while typing as a Qt model, and how a row of them is painted."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kyosei_desk.search.model import Suggestion, SuggestionKind
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.search.results_model import AnyIndex
from kyosei_desk.ui.theme import Theme
from kyosei_desk.wording.search import SUGGESTION_LABELS

SUGGESTION_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 32
_ROOT = QModelIndex()
_NOTE_SHARE = 0.4
_ICONS = {
    SuggestionKind.MUNICIPALITY: "place",
    SuggestionKind.ELEMENT: "people",
    SuggestionKind.TERM: "search",
    SuggestionKind.DOCUMENT: "book",
}


def note_of(suggestion: Suggestion) -> str:
    """Return what a suggestion is, and where it is from."""
    label = SUGGESTION_LABELS[suggestion.kind]
    return f"{label}・{suggestion.note}" if suggestion.note else label


class SuggestionModel(QAbstractListModel):
    """The suggestions of now; those that stay keep their row while others come and go."""

    def __init__(self, parent: QObject):
        """Start empty."""
        super().__init__(parent)
        self._suggestions: tuple[Suggestion, ...] = ()

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What is offered."""
        return self._suggestions

    def set_suggestions(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Offer these; rows are changed in place, and added or taken at the end."""
        before, after = len(self._suggestions), len(suggestions)
        if after < before:
            self.beginRemoveRows(_ROOT, after, before - 1)
            self._suggestions = self._suggestions[:after]
            self.endRemoveRows()
        elif after > before:
            self.beginInsertRows(_ROOT, before, after - 1)
            self._suggestions += suggestions[before:]
            self.endInsertRows()
        if self._suggestions != suggestions:
            self._suggestions = suggestions
            self.dataChanged.emit(self.index(0), self.index(after - 1))

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """The number of rows."""
        return 0 if parent.isValid() else len(self._suggestions)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The suggestion itself, its text, or what is read aloud."""
        if not index.isValid() or index.row() >= len(self._suggestions):
            return None
        suggestion = self._suggestions[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return suggestion.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{suggestion.text}、{note_of(suggestion)}"
        if role == SUGGESTION_ROLE:
            return suggestion
        return None


class SuggestionDelegate(QStyledItemDelegate):
    """Paints a row: a sign for the kind, the text, and what it is at the right."""

    def __init__(self, theme: Theme, parent: QObject):
        """Paint with the theme's colours and fonts."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One line."""
        return QSize(0, self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the row."""
        suggestion = index.data(SUGGESTION_ROLE)
        if not isinstance(suggestion, Suggestion):
            return
        px, palette = self._theme.px, self._theme.palette
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(palette.primary_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), px(3), rect.height()), palette.primary)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(palette.hover))
        side = px(18)
        sign = self._theme.icon(_ICONS[suggestion.kind], palette.subtle)
        sign.paint(
            painter, rect.left() + px(14), rect.top() + (rect.height() - side) // 2, side, side
        )
        inner = rect.adjusted(px(40), 0, -px(12), 0)
        self._paint_words(painter, inner, suggestion)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, suggestion: Suggestion) -> None:
        palette = self._theme.palette
        elide, middle = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter
        caption, body = self._theme.font(FontRole.CAPTION), self._theme.font(FontRole.BODY)
        small, large = QFontMetrics(caption), QFontMetrics(body)
        note = small.elidedText(note_of(suggestion), elide, round(rect.width() * _NOTE_SHARE))
        room = rect.width() - small.horizontalAdvance(note) - self._theme.px(12)
        painter.setFont(body)
        painter.setPen(QColor(palette.text))
        text = large.elidedText(suggestion.text, elide, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | middle, text)
        painter.setFont(caption)
        painter.setPen(QColor(palette.subtle))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | middle, note)
