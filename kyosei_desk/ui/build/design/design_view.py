# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The diagram of the own design, edited directly.

All of it is in view where it can be read so; else it scrolls.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from kyosei_desk.ui.build.design.drawing import DrawnBand, DrawnDesign
from kyosei_desk.ui.build.design.finding_lines import link_at
from kyosei_desk.ui.build.design.gestures import CardGestures
from kyosei_desk.ui.build.design.overlay import DesignOverlay, Pull
from kyosei_desk.ui.build.palette.dragging import WAY_MIME
from kyosei_desk.ui.diagram.diagram_view import READABLE, DiagramView
from kyosei_desk.ui.diagram.sheet import CardSpot
from kyosei_desk.ui.theme import Theme

_HELP = (
    "Enter で内容を直します。F2 で名前、L でつなぐ、M で圏域を移す、Delete ではずします。"
    "矢印キーで、となりの要素へ移ります。"
)


class DesignView(DiagramView):
    """Signals, besides those of :attr:`gestures`.

    - ``chosen(str)``: an element has been chosen; nothing when none is any more.
    - ``linked(str, str)``: a line was drawn from one element to another.
    - ``linking_ended()``: no partner is looked for any more.
    - ``moved(str, Zone)``: a card was dropped in a band.
    - ``way_dropped(str, Zone)``: an element of a case (address) was dropped in a band.
    - ``line_wanted(int, QPoint)``: the menu of a link, by its place in the design.
    """

    chosen = Signal(str)
    linked = Signal(str, str)
    linking_ended = Signal()
    moved = Signal(str, object)
    way_dropped = Signal(str, object)
    line_wanted = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Show nothing yet."""
        self._drawn: DrawnDesign | None = None
        self._chosen = ""
        self._linking_from = ""
        super().__init__(theme, parent)
        self._overlay = DesignOverlay(theme, self.sheet)
        self.gestures = CardGestures(self)
        self._connect()
        self.sheet.installEventFilter(self)
        self.setCornerWidget(QWidget(self))  # else a piece of frame stands there
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.fit()

    @property
    def drawn(self) -> DrawnDesign | None:
        """What is shown."""
        return self._drawn

    @property
    def chosen_element(self) -> str:
        """The element that is chosen; nothing when none is."""
        return self._chosen

    @property
    def linking_from(self) -> str:
        """The element a partner is looked for."""
        return self._linking_from

    # Showing

    def fit(self) -> None:
        """Show all of it, but no smaller than it can be read."""
        super().fit()
        least = READABLE * self._theme.scale
        if self.diagram is not None and self.zoom < least:
            self._set_zoom(least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the element that is chosen in view."""
        super().resizeEvent(event)
        spot = self.spot_of(self._chosen)
        if spot is not None:
            self.ensureWidgetVisible(spot, 40, 40)

    def show_drawn(self, drawn: DrawnDesign | None, existing: frozenset[str]) -> None:
        """Show a drawing where the one before was, with the keyboard in it.

        It is as large as that one if the person has chosen the size, else all in view.
        """
        focused = self._focused_element()
        self._drawn = drawn
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.set_diagram(drawn.diagram if drawn else None)
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)
        self._watch(existing)
        self.gestures.let_loose()
        self._overlay.show_diagram(drawn.diagram if drawn else None, existing)
        if focused is not None:
            left = (spot.card.element for spot in self.sheet.spots)
            if not any(map(self.focus_element, (focused, self._chosen, *left))):
                self.setFocus(Qt.FocusReason.OtherFocusReason)  # keys still belong to the page
        self.choose(self._chosen if self.spot_of(self._chosen) else "")
        if self.spot_of(self._linking_from) is None:
            self.stop_linking()
        else:
            self._show_line_to(self._focused_element() or self._linking_from)

    def choose(self, element: str) -> None:
        """Choose an element, without moving the keyboard."""
        if element != self._chosen:
            self._chosen = element
            self.chosen.emit(element)
        self._overlay.show_chosen(element)

    def show_element(self, element: str) -> bool:
        """Choose an element and bring it into view; False when there is none."""
        spot = self.spot_of(element)
        if spot is None:
            return False
        self.choose(element)
        self.sheet.show_links(element)
        self.ensureWidgetVisible(spot, 40, 40)
        return True

    def spot_of(self, element: str) -> CardSpot | None:
        """Return the button of an element's card."""
        return next((spot for spot in self.sheet.spots if spot.card.element == element), None)

    def _focused_element(self) -> str | None:
        """Return the element with the keyboard; nothing when the keyboard is elsewhere."""
        found = next((spot for spot in self.sheet.spots if spot.hasFocus()), None)
        return found.card.element if found else None

    def _watch(self, existing: frozenset[str]) -> None:
        for spot in self.sheet.spots:
            self.gestures.watch(spot)
            spot.setAccessibleDescription(_HELP)
            spot.setCursor(Qt.CursorShape.OpenHandCursor)
            if spot.card.element in existing:
                spot.setAccessibleName(f"{spot.card.words}、今ある")
        self._cover()
        self._overlay.raise_()

    def _cover(self) -> None:
        """Lay the overlay over the whole sheet."""
        self._overlay.resize(self.sheet.size())
        self._overlay.set_zoom(self.zoom)

    # Linking

    def start_linking(self, element: str) -> None:
        """Look for a partner of an element, until one is chosen or it is given up."""
        if self.spot_of(element) is not None:
            self._linking_from = element
            self.gestures.linking = True
            self.choose(element)
            self.focus_element(element)
            self._show_line_to(element)

    def stop_linking(self) -> None:
        """Look for no partner any more."""
        self._overlay.show_pull(None)
        if self._linking_from:
            self._linking_from = ""
            self.gestures.linking = False
            self.linking_ended.emit()

    def _on_partner(self, element: str) -> None:
        start = self._linking_from
        if element != start:
            self.stop_linking()
            self.linked.emit(start, element)

    def _on_selected(self, element: str) -> None:
        if self._linking_from:
            self._show_line_to(element)
        else:
            self.choose(element)

    def _show_line_to(self, element: str) -> None:
        diagram = self.diagram
        if element == self._linking_from or diagram is None:
            self._overlay.show_pull(None)
        else:
            end = QPointF(*diagram.card(element).rect.middle)
            self._overlay.show_pull(Pull(diagram.card(self._linking_from), end, is_line=True))

    # Pulling

    def _on_pulled(self, element: str, is_line: bool, at: QPointF) -> None:
        drawn, spot = self._drawn, self.spot_of(element)
        if drawn is None or spot is None:
            return
        place = at / self.zoom
        band = None if is_line else drawn.band_at(place.y())
        self._overlay.show_pull(Pull(spot.card, place, is_line, band))
        self.ensureVisible(round(at.x()), round(at.y()), 24, 24)

    def _on_let_go(self, element: str, is_line: bool, at: QPointF) -> None:
        pull = self._overlay.pull
        self._overlay.show_pull(None)
        if pull is None or self._drawn is None:
            return
        if is_line:
            under = next((s for s in self.sheet.spots if s.geometry().contains(at.toPoint())), None)
            if under is not None and under.card.element != element:
                self.linked.emit(element, under.card.element)
        elif pull.band is not None and pull.band is not self._band_of(element):
            self.moved.emit(element, pull.band.dropped_zone)

    def _band_of(self, element: str) -> DrawnBand | None:
        spot, drawn = self.spot_of(element), self._drawn
        return drawn.band_at(spot.card.rect.middle[1]) if spot and drawn else None

    def _on_given_up(self) -> None:
        self.stop_linking()

    # Something dragged in, and lines

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take elements of cases."""
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the band that would take it."""
        if not event.mimeData().hasFormat(WAY_MIME):
            event.ignore()
            return
        self._overlay.show_band(self._band_below(event.position()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        self._overlay.show_band(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take an element of a case over."""
        band = self._overlay.band
        self._overlay.show_band(None)
        data = event.mimeData()
        if data.hasFormat(WAY_MIME):
            address = data.data(WAY_MIME).toStdString()
            event.acceptProposedAction()
            self.way_dropped.emit(address, band.dropped_zone if band else None)

    def _band_below(self, at: QPointF) -> DrawnBand | None:
        if self._drawn is None:
            return None
        on_sheet = QPointF(self.sheet.mapFrom(self.viewport(), at.toPoint()))
        return self._drawn.band_at(on_sheet.y() / self.zoom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu of the line under the pointer; keep the overlay as large as the sheet."""
        if watched is self.sheet:
            if event.type() is QEvent.Type.Resize:
                self._cover()
            elif isinstance(event, QContextMenuEvent):
                return self._open_line(QPointF(event.pos()), event.globalPos())
            elif isinstance(event, QMouseEvent) and _double_click(event):
                return self._open_line(event.position(), event.globalPosition().toPoint())
        return super().eventFilter(watched, event)

    def _open_line(self, at: QPointF, on_screen: QPoint) -> bool:
        drawn = self._drawn
        if drawn is None or drawn.sketched:
            return False
        found = link_at(drawn.diagram, at.x() / self.zoom, at.y() / self.zoom)
        if found is not None:
            self.line_wanted.emit(found, on_screen)
        return found is not None

    def _connect(self) -> None:
        self.gestures.selected.connect(self._on_selected)
        self.gestures.partner_chosen.connect(self._on_partner)
        self.gestures.given_up.connect(self._on_given_up)
        self.gestures.pulled.connect(self._on_pulled)
        self.gestures.let_go.connect(self._on_let_go)


def _double_click(event: QMouseEvent) -> bool:
    left = event.button() is Qt.MouseButton.LeftButton
    return left and event.type() is QEvent.Type.MouseButtonDblClick
