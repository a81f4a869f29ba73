# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Reading, choosing text and following links with the keyboard alone."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from kyosei_desk.ui.reader.links import TextLink, link_at, links_of, next_link
from kyosei_desk.ui.reader.text_geometry import is_gap, line_rect

_KEY, _MOD = Qt.Key, Qt.KeyboardModifier
_LINES = {_KEY.Key_Down: 1, _KEY.Key_Up: -1}
_PAGES = {_KEY.Key_Space: 1, _KEY.Key_PageDown: 1, _KEY.Key_PageUp: -1}
_ENDS = {_KEY.Key_Home: False, _KEY.Key_End: True}
_ENTER = (_KEY.Key_Return, _KEY.Key_Enter)
_OVERLAP = 2.0  # lines still seen after a page
_LEAP = 2.5  # lines: more than this at once would carry away what is being read
_LOW = 0.75
_LEADING = 1.6


class CaretKeys:
    """What keys do in a text that is read.

    The caret goes line by line and the text moves under it, so that ↑ ↓ scroll; with Shift it
    selects. Ctrl+↑ ↓ go from link to link and Enter follows the one the caret stands in.
    """

    def __init__(
        self,
        view: QTextEdit,
        first_line: Callable[[], int],
        put: Callable[[int], None],
        follow: Callable[[TextLink], None],
    ):
        """Work on ``view``; ``put`` sets its caret without scrolling."""
        self._view = view
        self._first_line = first_line
        self._put = put
        self._follow = follow
        self._links: tuple[TextLink, ...] | None = None

    def forget_document(self) -> None:
        """Another document is shown."""
        self._links = None

    @property
    def links(self) -> tuple[TextLink, ...]:
        """The links of the document shown."""
        if self._links is None:
            self._links = links_of(self._view.document())
        return self._links

    def link_in_hand(self) -> TextLink | None:
        """Return the link the caret stands in, while the keyboard is in the text."""
        cursor = self._view.textCursor()
        if not self._view.hasFocus() or cursor.hasSelection():
            return None
        return link_at(self.links, cursor.position())

    def bring(self) -> None:
        """Have the caret where it can be seen; one that cannot goes to the first line."""
        if not self._in_view(self._view.textCursor().position()):
            self._put(self._first_line())

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False leaves it to the view."""
        key = _KEY(event.key())
        held = event.modifiers() & ~_MOD.KeypadModifier
        if held == _MOD.NoModifier:
            return self._press_plain(key)
        if held == _MOD.ShiftModifier and key == _KEY.Key_Space:
            self._page(-1)
            return True
        if held == _MOD.ControlModifier and key in _LINES:
            self._step_link(_LINES[key])
            return True
        if held & _MOD.ShiftModifier and not self._view.textCursor().hasSelection():
            self.bring()
        return False

    def _press_plain(self, key: Qt.Key) -> bool:
        if key in _LINES:
            self._line(_LINES[key])
        elif key in _PAGES:
            self._page(_PAGES[key])
        elif key in _ENDS:
            self._go_to_end(_ENDS[key])
        elif key in _ENTER and (link := self.link_in_hand()) is not None:
            self._follow(link)
        else:
            if key in (_KEY.Key_Left, _KEY.Key_Right):
                self.bring()
            return False
        return True

    def _line(self, by: int) -> None:
        self.bring()
        cursor = self._view.textCursor()
        bar = self._view.verticalScrollBar()
        before = self._line_top(cursor.position())
        line = self._line_height()
        moved = self._move_line(cursor, by, before) - before
        if moved * by <= 0:
            bar.setValue(bar.value() + round(by * line))
            self.bring()
            return
        self._put_cursor(cursor)
        if abs(moved) <= _LEAP * line:
            bar.setValue(bar.value() + round(moved))
        else:
            self._keep_in_reach(cursor.position())

    def _move_line(self, cursor: QTextCursor, by: int, before: float) -> float:
        """Move a cursor to the next line with text and return its top; ``before`` at an end."""
        operation = QTextCursor.MoveOperation
        way = operation.Down if by > 0 else operation.Up
        while cursor.movePosition(way):
            top = self._line_top(cursor.position())
            if not is_gap(self._view.document(), cursor.position()) and top != before:
                return top
        return before

    def _keep_in_reach(self, position: int) -> None:
        """Scroll only as far as a caret that leapt has to be seen."""
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        top = self._line_top(position) - bar.value()
        if top > height * _LOW:
            bar.setValue(round(bar.value() + top - height * _LOW))
        elif top < 0:
            bar.setValue(round(bar.value() + top))

    def _page(self, by: int) -> None:
        bar = self._view.verticalScrollBar()
        line = self._line_height()
        step = max(self._view.viewport().height() - _OVERLAP * line, line)
        bar.setValue(bar.value() + round(by * step))
        self.bring()

    def _go_to_end(self, end: bool) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.maximum() if end else 0)
        cursor = self._view.textCursor()
        operation = QTextCursor.MoveOperation
        cursor.movePosition(operation.End if end else operation.Start)
        self._put_cursor(cursor)

    def _step_link(self, by: int) -> None:
        self.bring()
        link = next_link(self.links, self._view.textCursor().position(), by)
        if link is None:
            return
        self._put(link.span.start)
        if not self._in_view(link.span.start):
            third = self._view.viewport().height() / 3
            self._view.verticalScrollBar().setValue(round(self._line_top(link.span.start) - third))
        self._view.viewport().update()

    def _line_height(self) -> float:
        return QFontMetricsF(self._view.document().defaultFont()).height() * _LEADING

    def _put_cursor(self, cursor: QTextCursor) -> None:
        """Set the caret, with the column it came from, and scroll nothing."""
        bar = self._view.verticalScrollBar()
        value = bar.value()
        self._view.setTextCursor(cursor)
        bar.setValue(value)
        self._view.viewport().update()

    def _line_top(self, position: int) -> float:
        return line_rect(self._view.document(), position).top()

    def _in_view(self, position: int) -> bool:
        rect = line_rect(self._view.document(), position)
        top = self._view.verticalScrollBar().value()
        return top <= rect.top() and rect.bottom() <= top + self._view.viewport().height()
