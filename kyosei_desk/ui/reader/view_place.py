# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where a text is scrolled to: bringing places into view, and keeping the one that is read."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTextEdit

from kyosei_desk.ui.reader.spots import AnchorLine, Spot
from kyosei_desk.ui.reader.style import SIDE_MARGIN, ReaderStyle
from kyosei_desk.ui.reader.text_geometry import first_whole_line, line_rect
from kyosei_desk.ui.reader.text_map import DocumentSpan
from kyosei_desk.ui.reader.view_painter import Mark

_AIR = 28


class ViewPlace:
    """The place of one view.

    The view tells of every document it shows (:meth:`start`), of its current mark
    (:attr:`mark`) and of scrolling (:meth:`note`).
    """

    def __init__(self, view: QTextEdit):
        """Be nowhere: nothing is shown yet."""
        self.mark: Mark | None = None
        self._view = view
        self._style: ReaderStyle | None = None
        self._anchors = AnchorLine({})
        self._spot: Spot | None = None
        self._quiet = 0

    def start(self, style: ReaderStyle, anchors: dict[str, int]) -> None:
        """Be at the start of another document, or of the same one set another time."""
        self._style = style
        self._anchors = AnchorLine(anchors)
        self._spot = None

    # Bringing into view

    def scroll_to(self, position: int) -> None:
        """Bring a position to the top of the view, with a little air above."""
        top = line_rect(self._view.document(), position).top() - self._air if position else 0
        self._scroll(round(top))

    def reveal(self, position: int) -> None:
        """Scroll only if a position is out of the comfortable middle of the view."""
        rect = line_rect(self._view.document(), position)
        top, height = self._top, self._height
        if not top + height * 0.08 <= rect.top() <= top + height * 0.75:
            self._scroll(round(rect.top() - height * 0.3))
        self.note()

    def reveal_below(self, heading: int, mark: Mark) -> None:
        """Show a mark of a passage: below its heading if both find room, else alone."""
        first = line_rect(self._view.document(), heading).top()
        last = line_rect(self._view.document(), mark[-1].end).bottom()
        if 0 <= last - first <= self._height - self._air:
            self.scroll_to(heading)
        else:
            self.reveal(mark[0].start)

    def _scroll(self, value: int) -> None:
        """Scroll, also where the document has not been laid out as yet."""
        bar = self._view.verticalScrollBar()
        if value > bar.maximum():
            layout = self._view.document().documentLayout()
            layout.documentSizeChanged.emit(layout.documentSize())
        bar.setValue(value)
        self.note()

    # What is in view

    def top_position(self) -> int:
        """Return the document position of the first line fairly in view."""
        inside = QPoint(self._view.viewport().width() // 2, self._air + 4)
        return self._view.cursorForPosition(inside).position()

    def first_line(self) -> int:
        """Return where the first line with text starts that can be seen whole."""
        inset = self._style.px(2 * SIDE_MARGIN + 8) if self._style else 0
        found = first_whole_line(self._view, inset)
        return self.top_position() if found is None else found

    def is_in_view(self, position: int) -> bool:
        """Tell whether the line at a position can be seen."""
        line = line_rect(self._view.document(), position)
        return self._top <= line.top() <= self._top + self._height

    def share_of_view(self, span: DocumentSpan) -> float:
        """Return how many pixels of the view a part of the document takes."""
        first = line_rect(self._view.document(), span.start).top()
        last = line_rect(self._view.document(), span.end).bottom()
        return max(min(last, self._top + self._height) - max(first, self._top), 0.0)

    def _sees(self, mark: Mark) -> bool:
        rect = line_rect(self._view.document(), mark[0].start)
        return self._top <= rect.top() and rect.bottom() <= self._top + self._height

    @property
    def _top(self) -> int:
        return self._view.verticalScrollBar().value()

    @property
    def _height(self) -> int:
        return self._view.viewport().height()

    @property
    def _air(self) -> int:
        return self._style.px(_AIR) if self._style else 0

    # The place that is read

    @property
    def spot(self) -> Spot:
        """Where the text is scrolled to; it stays the same until someone scrolls."""
        if self._spot is None:
            self._spot = self._find_spot()
        return self._spot

    def return_to(self, spot: Spot) -> None:
        """Scroll to a spot noted before, in this setting of the document or another."""
        with self.quietly():
            self._scroll(self._value_of(spot))
            if spot.mark and self.mark is not None and not self._sees(self.mark):
                self.reveal(self.mark[0].start)
        self._spot = spot

    def note(self) -> None:
        """Note where someone has scrolled to."""
        if not self._quiet and self._style is not None:
            self._spot = self._find_spot()

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """What scrolls meanwhile is not someone's doing."""
        self._quiet += 1
        yield
        self._quiet -= 1

    @property
    def is_quiet(self) -> bool:
        """Whether what scrolls now is not someone's doing."""
        return self._quiet > 0

    def _find_spot(self) -> Spot:
        seen = self.mark is not None and self._sees(self.mark)
        if self._style is None or not self._top:
            return Spot(mark=seen)
        position = self.first_line()
        gap = max(line_rect(self._view.document(), position).top() - self._top, 0.0)
        anchor, offset = self._anchors.describe(position)
        return Spot(anchor, offset, gap / self._style.em, seen)

    def _value_of(self, spot: Spot) -> int:
        if self._style is None or not spot.anchor:
            return 0
        last = self._view.document().characterCount() - 1
        position = min(self._anchors.find(spot.anchor, spot.offset), last)
        top = line_rect(self._view.document(), position).top()
        return round(top - spot.gap * self._style.em)
