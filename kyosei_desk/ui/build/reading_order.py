# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Tab goes through everything as it is read, whatever was made first and whatever came later."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from kyosei_desk.ui.compare.tab_order import in_order


def tab_as_read(widget: QWidget) -> None:
    """Let Tab, from now on, go through all that is seen below a widget as it is read."""
    in_order(*reading_order(widget))


def reading_order(widget: QWidget) -> list[QWidget]:
    """Return what Tab stops at below a widget, as it is laid out; what is hidden is left out."""
    places, one = {widget: 0}, widget.nextInFocusChain()
    while one is not widget and one is not None:
        places[one] = len(places)
        one = one.nextInFocusChain()
    return list(_stops(widget, places))


def _stops(widget: QWidget, places: dict[QWidget, int]) -> Iterator[QWidget]:
    if widget.isHidden() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    for child in _parts(widget, places):
        yield from _stops(child, places)


def _parts(widget: QWidget, places: dict[QWidget, int]) -> list[QWidget]:
    """Return the parts of a widget: those laid out, then the others as Tab had them."""
    shown: list[QWidget | None] | None = None
    match widget:
        case QSplitter():
            shown = [widget.widget(number) for number in range(widget.count())]
        case QStackedWidget():
            shown = [widget.currentWidget()]
        case QScrollArea():
            shown = [widget.widget()]
        case QAbstractScrollArea():
            shown = []  # a table or a text: Tab is its own
    if shown is not None:
        return [part for part in shown if part is not None]
    layout = widget.layout()
    laid_out = list(_laid_out(layout)) if layout is not None else []
    others = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and not child.isWindow() and child not in laid_out
    ]
    return laid_out + sorted(others, key=lambda child: places.get(child, len(places)))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
