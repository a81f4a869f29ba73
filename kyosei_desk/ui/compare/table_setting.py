# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the table and its pinned columns have in common: how they are set up and laid out."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from kyosei_desk.ui.compare.matrix_delegate import MatrixDelegate
from kyosei_desk.ui.compare.matrix_model import MatrixModel


def plain_table(view: QTableView) -> None:
    """Take from a table what the delegate paints itself.

    It scrolls smoothly up and down, and by whole columns across.
    """
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.setTabKeyNavigation(False)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)


def column_widths(count: int, room: int, narrowest: int) -> list[int]:
    """Return widths so that as many whole columns as fit fill the room to the pixel."""
    if not count:
        return []
    fitting = min(count, max(room // narrowest, 1))
    if fitting == 1:
        return [max(room, narrowest)] * count
    share, left = divmod(room, fitting)
    return [share + (1 if column % fitting < left else 0) for column in range(count)]


def stand_on_a_column(view: QTableView) -> None:
    """Scroll to where a column begins after their widths have changed."""
    across, head = view.horizontalScrollBar(), view.horizontalHeader()
    if across.value() < across.maximum():
        head.setOffsetToSectionPosition(across.value())
    else:
        head.setOffsetToLastSection()


def set_heights(
    view: QTableView, delegate: MatrixDelegate, widths: Sequence[int], lines: Iterable[int]
) -> list[int]:
    """Give lines the height their cells need at these widths, and return it."""
    heights = []
    for line in lines:
        heights.append(delegate.line_height(line, widths))
        view.setRowHeight(line, heights[-1])
    return heights


def span_headings(view: QTableView, model: MatrixModel, columns: int) -> None:
    """Let headings take the whole width of so many columns."""
    view.clearSpans()
    for number, line in enumerate(model.lines):
        if line.row is None and columns > 1:
            view.setSpan(number, 0, 1, columns)
