# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The map: every municipality a faint dot, designs and one's own town marked and named.

The dots alone draw the country: there are no tiles, and nothing is fetched.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from kyosei_desk.domain.municipalities import Municipality
from kyosei_desk.domain.passages import municipality_label
from kyosei_desk.export.map.layout import MapData, MapLayout, MapMeasures, Size, lay_out
from kyosei_desk.export.map.viewport import MapViewport
from kyosei_desk.export.shapes import Point
from kyosei_desk.ui.compare.map_marks import MapMark
from kyosei_desk.ui.compare.map_painter import MapPainter, mark_radius
from kyosei_desk.ui.compare.place_button import PlaceButton
from kyosei_desk.ui.fonts import FontRole
from kyosei_desk.ui.theme import Theme

_STEP = 1.5
_WHEEL_STEP = 1.25
_WHEEL_NOTCH = 120
_PULL = 60  # grid pixels an arrow key pulls the map
_NEAR_ENOUGH = 12  # grid pixels from a mark or dot that still mean it
_DOT = 1.3
_SMALLEST = 280
_PULLS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_ELSEWHERE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_NEARER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Semicolon)


class MapView(QWidget):
    """``place_chosen(str)`` is the key of a marked place that was clicked or pressed.

    The wheel and + − zoom, 0 shows everything; dragging and the arrow keys with Shift pull
    the map; plain arrow keys go from place to place. ``zoom_changed`` follows every change.
    """

    place_chosen = Signal(str)
    zoom_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Make a map without dots."""
        super().__init__(parent)
        self._theme = theme
        self._data = MapData.of(())
        self._names: dict[str, str] = {}
        self._marks: tuple[MapMark, ...] = ()
        self._buttons: dict[str, PlaceButton] = {}
        self._viewport = MapViewport.whole(self._data.japan.area, 1, 1)
        self._layout = MapLayout(_DOT)
        self._pulling: QPointF | None = None
        self._pulled = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("日本の地図")
        self.setAccessibleDescription(
            "全国の市区町村を点で示します。矢印キーでまちの間を動き、Enter で読みます。"
            "＋と−で大きさを変え、0 で全体を出します"
        )
        theme.changed.connect(self._lay_out)

    @property
    def viewport(self) -> MapViewport:
        """What part of the map is seen."""
        return self._viewport

    @property
    def drawing(self) -> MapLayout:
        """What is shown where."""
        return self._layout

    @property
    def buttons(self) -> tuple[PlaceButton, ...]:
        """The names of the marked places in their order, those out of sight hidden."""
        return tuple(self._buttons[mark.key] for mark in self._marks)

    @property
    def marks(self) -> tuple[MapMark, ...]:
        """The places that are marked."""
        return self._marks

    def set_municipalities(self, municipalities: Sequence[Municipality]) -> None:
        """Draw these municipalities."""
        self._data = MapData.of(municipalities)
        self._names = {place.code: place.name for place in municipalities}
        self._lay_out()

    def set_marks(self, marks: tuple[MapMark, ...]) -> None:
        """Mark these places in place of those before, the most important first."""
        self._marks = marks
        keys = {mark.key for mark in marks}
        for key in [key for key in self._buttons if key not in keys]:
            gone = self._buttons.pop(key)
            gone.hide()
            gone.deleteLater()
        before: QWidget = self
        for mark in marks:
            button = self._buttons.get(mark.key) or self._make_button(mark)
            button.set_mark(mark)
            QWidget.setTabOrder(before, button)
            before = button
        self._lay_out()

    def zoom_in(self) -> None:
        """Look nearer."""
        self._look(self._viewport.zoomed(_STEP))

    def zoom_out(self) -> None:
        """Look from farther away."""
        self._look(self._viewport.zoomed(1 / _STEP))

    def show_all(self) -> None:
        """Show the whole country."""
        size = self.size()
        self._look(MapViewport.whole(self._data.japan.area, size.width(), size.height()))

    def show_place(self, key: str) -> None:
        """Bring a marked place into the middle if it is out of sight."""
        mark = next(mark for mark in self._marks if mark.key == key)
        point = self._data.japan.points.get(mark.code)
        if point is not None and not self._buttons[key].isVisible():
            self._look(self._viewport.centred(point))

    def minimumSizeHint(self) -> QSize:
        """Small enough for any window, large enough to be read."""
        side = self._theme.px(_SMALLEST)
        return QSize(side, side)

    # Looking

    def _look(self, viewport: MapViewport) -> None:
        if viewport != self._viewport:
            self._viewport = viewport
            self._lay_out()
            self.zoom_changed.emit()

    def _lay_out(self) -> None:
        radius = mark_radius(self._theme)
        measures = MapMeasures(radius, _DOT * self._theme.scale, self._name_size, self._town_size)
        codes = {mark.key: mark.code for mark in self._marks}
        self._layout = lay_out(self._data, codes, self._viewport, measures)
        self._place_buttons()
        self.update()

    def _name_size(self, key: str) -> Size:
        hint = self._buttons[key].sizeHint()
        return hint.width(), hint.height()

    def _town_size(self, name: str) -> Size:
        metrics = QFontMetricsF(self._theme.font(FontRole.CAPTION))
        return metrics.horizontalAdvance(name) + 2, metrics.height()

    def _place_buttons(self) -> None:
        boxes = {label.key: label.box for label in self._layout.names}
        for key, button in self._buttons.items():
            box = boxes.get(key)
            if box is not None:
                corner = QPoint(round(box.x), round(box.y))
                button.setGeometry(QRect(corner, button.sizeHint()))
            # Hiding would hand the keyboard to who knows whom.
            if box is None and button.hasFocus():
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setVisible(box is not None)

    def _make_button(self, mark: MapMark) -> PlaceButton:
        button = PlaceButton(self._theme, mark, self)
        button.clicked.connect(self._on_pressed)
        button.moved.connect(self._on_moved)
        self._buttons[mark.key] = button
        return button

    def _on_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, PlaceButton):
            self.place_chosen.emit(button.mark.key)

    def _on_moved(self, step: int) -> None:
        """Put the keyboard on the next place, or the one before, wherever it lies."""
        button = self.sender()
        if isinstance(button, PlaceButton):
            keys = [mark.key for mark in self._marks]
            self._go_to(keys[(keys.index(button.mark.key) + step) % len(keys)])

    def _go_to(self, key: str) -> None:
        self.show_place(key)
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same part in the new size."""
        super().resizeEvent(event)
        self._look(self._viewport.resized(self.width(), self.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.palette.surface))
        MapPainter(painter, self._theme).paint(self._layout, self._marks, self._names)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        notches = event.angleDelta().y() / _WHEEL_NOTCH
        if notches:
            at = event.position()
            self._look(self._viewport.zoomed(_WHEEL_STEP**notches, (at.x(), at.y())))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom and pull by keyboard; a plain arrow goes to the first place."""
        key = Qt.Key(event.key())
        if event.modifiers() & _ELSEWHERE:
            event.ignore()
        elif key in _NEARER:
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key in _PULLS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across, down = _PULLS[key]
            pull = self._theme.px(_PULL)
            self._look(self._viewport.moved(across * pull, down * pull))
        elif key in _PULLS and self._marks:
            self._go_to(self._marks[0].key)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pull, or to click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pulling, self._pulled = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the map with everything on it."""
        if self._pulling is None:
            over = self._mark_at(event.position()) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        step = event.position() - self._pulling
        if not self._pulled and step.manhattanLength() < QApplication.startDragDistance():
            return
        self._pulled = True
        self._pulling = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._look(self._viewport.moved(step.x(), step.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End pulling, or choose the mark that was clicked."""
        pulled, self._pulling = self._pulled, None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        if event.button() is Qt.MouseButton.LeftButton and not pulled:
            key = self._mark_at(event.position())
            if key is not None:
                self.place_chosen.emit(key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look nearer at what is there."""
        at = event.position()
        self._look(self._viewport.zoomed(_STEP, (at.x(), at.y())))

    def event(self, event: QEvent) -> bool:
        """Say which municipality a dot is."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            code = self._layout.town_at(_spot(event.pos()), self._theme.px(_NEAR_ENOUGH))
            text = municipality_label(self._data.places[code]) if code else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _mark_at(self, position: QPointF) -> str | None:
        near = self._theme.px(_NEAR_ENOUGH)
        return self._layout.mark_at((position.x(), position.y()), near)


def _spot(point: QPoint) -> Point:
    return point.x(), point.y()
