# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A diagram in a scrolled view that can be zoomed and fitted."""

from enum import Enum, auto

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kyosei_desk.export.diagram.model import Diagram, TextRole
from kyosei_desk.export.diagram.sizes import TEXT_SIZES
from kyosei_desk.ui.diagram.sheet import DiagramSheet
from kyosei_desk.ui.theme import Theme

SMALLEST, LARGEST = 0.2, 4.0
READABLE = 11 / TEXT_SIZES[TextRole.DETAIL][0]  # the text of its cards is 11 px high
_STEP = 1.2
_MARGIN = 12


class _Size(Enum):
    """What the size follows: it can be read, all is in view, or the person's choice."""

    READABLE = auto()
    WHOLE = auto()
    CHOSEN = auto()


class DiagramView(QScrollArea):
    """Shows a diagram, large enough to be read, until the person chooses another size.

    All sizes grow with the text scale.

    ``address_chosen`` is sent with an address such as ``cases/nabari#machi-no-hokenshitsu``,
    ``zoom_changed`` with the size in per cent.
    """

    address_chosen = Signal(str)
    zoom_changed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Show nothing yet."""
        super().__init__(parent)
        self._diagram: Diagram | None = None
        self._zoom = 1.0
        self._follows = _Size.READABLE
        self._theme = theme
        self._scale = theme.scale
        self._pulled_from: QPoint | None = None
        self.sheet = DiagramSheet(theme)
        self.sheet.address_chosen.connect(self.address_chosen)
        self.sheet.element_focused.connect(self._on_focused)
        self.setWidget(self.sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("しくみ図")
        theme.changed.connect(self._rescale)

    @property
    def diagram(self) -> Diagram | None:
        """The diagram that is shown."""
        return self._diagram

    @property
    def zoom(self) -> float:
        """The size; 1 is as it is laid out."""
        return self._zoom

    @property
    def is_fitted(self) -> bool:
        """Whether all of the diagram is in view, and stays so."""
        return self._follows is _Size.WHOLE

    def set_diagram(self, diagram: Diagram | None) -> None:
        """Show a diagram, at the size of the one before if that was chosen; None for nothing."""
        self._diagram = diagram
        self.setAccessibleName(diagram.title if diagram else "しくみ図")
        self.sheet.set_diagram(diagram)
        self._follow()

    def show_from_the_top(self) -> None:
        """Show the beginning of the diagram, large enough to be read."""
        self.show_readable()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)

    def show_readable(self) -> None:
        """Show the diagram so that its text can be read: all of it where that is enough."""
        self._follows = _Size.READABLE
        if self._diagram is not None:
            self._set_zoom(max(self._whole(self._diagram), READABLE * self._theme.scale))

    def bring_into_view(self, element: str) -> None:
        """Bring the card of an element into view, if there is one."""
        for spot in self.sheet.spots:
            if spot.card.element == element:
                self.ensureWidgetVisible(spot, 40, 40)

    def fit(self) -> None:
        """Show all of the diagram, and keep it so when the view changes its size."""
        self._follows = _Size.WHOLE
        if self._diagram is not None:
            self._set_zoom(self._whole(self._diagram))

    def _whole(self, diagram: Diagram) -> float:
        """Return the size at which all of a diagram is in view."""
        room = self.maximumViewportSize()
        across = (room.width() - _MARGIN) / diagram.width
        down = (room.height() - _MARGIN) / diagram.height
        return min(across, down, 1.5 * self._theme.scale)

    def _rescale(self) -> None:
        """Follow the text scale; what a person has chosen grows with it."""
        before, self._scale = self._scale, self._theme.scale
        if self._follows is _Size.CHOSEN and before != self._scale:
            DiagramView.set_zoom(self, self._zoom * self._scale / before)  # nobody has chosen
        else:
            self._follow()

    def _follow(self) -> None:
        """Find the size again that is followed."""
        if self._follows is _Size.WHOLE:
            self.fit()
        elif self._follows is _Size.READABLE:
            self.show_readable()

    def fit_width(self) -> None:
        """Show the diagram as wide as the view."""
        if self._diagram is not None:
            room = self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()
            self.set_zoom((room - _MARGIN) / self._diagram.width)

    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Show the diagram at a size the person has chosen; what is at ``about`` stays there.

        ``about`` is a place in the viewport, its middle unless told.
        """
        self._follows = _Size.CHOSEN
        centre = QPointF(self.viewport().rect().center()) if about is None else about
        before = (centre - QPointF(self.sheet.pos())) / self._zoom
        self._set_zoom(zoom)
        after = before * self._zoom - centre
        self.horizontalScrollBar().setValue(round(after.x()))
        self.verticalScrollBar().setValue(round(after.y()))

    def zoom_in(self) -> None:
        """Show the diagram a step larger."""
        self.set_zoom(self._zoom * _STEP)

    def zoom_out(self) -> None:
        """Show the diagram a step smaller."""
        self.set_zoom(self._zoom / _STEP)

    def _set_zoom(self, zoom: float) -> None:
        zoom = min(max(zoom, SMALLEST), LARGEST)
        if zoom != self._zoom or self.sheet.size() != self.sheet.sizeHint():
            self._zoom = zoom
            self.sheet.set_zoom(zoom)
            self.zoom_changed.emit(round(zoom * 100))

    def focus_element(self, element: str) -> bool:
        """Give an element's card the focus and bring it into view; False when there is none."""
        for spot in self.sheet.spots:
            if spot.card.element == element:
                spot.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _on_focused(self, element: str) -> None:
        for spot in self.sheet.spots:
            if spot.card.element == element and spot.hasFocus():
                self.ensureWidgetVisible(spot, 40, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the diagram as large as it has to be."""
        super().resizeEvent(event)
        self._follow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, about the pointer; scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.set_zoom(self._zoom * _STEP ** (turned / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with Ctrl and +, −, 0; the rest scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            match event.key():
                case Qt.Key.Key_Plus | Qt.Key.Key_Semicolon | Qt.Key.Key_Equal:
                    self.zoom_in()
                    return
                case Qt.Key.Key_Minus:
                    self.zoom_out()
                    return
                case Qt.Key.Key_0:
                    self.fit()
                    return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the diagram where there is no card."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pulled_from = event.position().toPoint()
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the diagram along."""
        if self._pulled_from is not None:
            at = event.position().toPoint()
            moved = at - self._pulled_from
            self._pulled_from = at
            across, down = self.horizontalScrollBar(), self.verticalScrollBar()
            across.setValue(across.value() - moved.x())
            down.setValue(down.value() - moved.y())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._pulled_from = None
        event.accept()
