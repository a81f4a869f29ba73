# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The sheet a diagram is painted on, with a button on every card.

Cards are buttons, so that they are reached by Tab, opened by Enter, and read out by name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.model import Card, Diagram
from kyosei_desk.export.shapes import Rect
from kyosei_desk.ui.diagram.painter import DiagramPainter
from kyosei_desk.ui.theme import Palette, Theme

_FOCUS_GAP = 3.0
_HELP = "Enter で本文を開きます。矢印キーで、となりの要素へ移ります。"
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def diagram_colors(palette: Palette) -> DiagramColors:
    """Return the colours of a theme as diagrams take them."""
    return DiagramColors(
        text=palette.text,
        subtle=palette.subtle,
        line=palette.line,
        control=palette.control,
        surface=palette.surface,
        canvas=palette.canvas,
        accent=palette.primary,
        functions=palette.functions,
        softs=palette.function_softs,
        border=palette.border,
    )


class CardSpot(QAbstractButton):
    """The place of one card: transparent, but for the frame around it when it has the focus."""

    entered = Signal(str)
    left = Signal()
    arrow_pressed = Signal(int, int)

    def __init__(self, card: Card, theme: Theme, parent: QWidget):
        """Cover ``card``; its geometry is set by the sheet."""
        super().__init__(parent)
        self._theme = theme
        self.card = card
        self.setText(card.words)
        self.setAccessibleName(card.words)
        self.setAccessibleDescription(_HELP)
        self.setToolTip(card.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame the card when it has the focus."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._theme.palette
        width = float(palette.focus_width)
        painter.setPen(QPen(QColor(palette.focus), width))
        inset = width / 2
        around = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(around, 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter as by Space; go to a neighbour by the arrows."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in _ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.arrow_pressed.emit(*_ARROWS[key])
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer is over the card."""
        super().enterEvent(event)
        self.entered.emit(self.card.element)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer has left."""
        super().leaveEvent(event)
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the links of the card that has the focus."""
        super().focusInEvent(event)
        self.entered.emit(self.card.element)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no links any more."""
        super().focusOutEvent(event)
        self.left.emit()


@dataclass(frozen=True)
class _Painted:
    """A picture of the sheet, and what it shows."""

    key: tuple[object, ...]
    picture: QPixmap


class DiagramSheet(QWidget):
    """A diagram at a zoom, with its cards' buttons."""

    address_chosen = Signal(str)
    element_focused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None):
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._diagram: Diagram | None = None
        self._zoom = 1.0
        self._spots: list[CardSpot] = []
        self._shown: str | None = None
        self._painted: _Painted | None = None
        theme.changed.connect(self._on_theme)

    @property
    def spots(self) -> Sequence[CardSpot]:
        """The buttons of the cards, in reading order."""
        return tuple(self._spots)

    @property
    def shown_element(self) -> str | None:
        """The element whose links stand out."""
        return self._shown

    def set_diagram(self, diagram: Diagram | None) -> None:
        """Show a diagram, or nothing."""
        for spot in self._spots:
            spot.hide()
            spot.deleteLater()
        self._spots = []
        self._diagram = diagram
        self._shown = None
        self._painted = None
        self.setAccessibleName(diagram.title if diagram else "")
        self.setAccessibleDescription(diagram.description if diagram else "")
        for card in diagram.cards if diagram else ():
            self._spots.append(self._make_spot(card))
        for first, second in zip(self._spots, self._spots[1:], strict=False):
            QWidget.setTabOrder(first, second)
        self.set_zoom(self._zoom)

    def _make_spot(self, card: Card) -> CardSpot:
        spot = CardSpot(card, self._theme, self)
        spot.clicked.connect(self._on_clicked)
        spot.entered.connect(self.show_links)
        spot.left.connect(self._on_left)
        spot.arrow_pressed.connect(self._on_arrow)
        spot.show()
        return spot

    def set_zoom(self, zoom: float) -> None:
        """Show the diagram at another size; 1 is as it is laid out."""
        self._zoom = zoom
        for spot in self._spots:
            spot.setGeometry(self._scaled(spot.card.rect).toAlignedRect())
        self.resize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def _scaled(self, rect: Rect) -> QRectF:
        near = rect.grown(_FOCUS_GAP)
        zoom = self._zoom
        return QRectF(near.x * zoom, near.y * zoom, near.width * zoom, near.height * zoom)

    def sizeHint(self) -> QSize:
        """The size of the diagram at its zoom."""
        if self._diagram is None:
            return QSize(0, 0)
        width, height = self._diagram.width * self._zoom, self._diagram.height * self._zoom
        return QSize(round(width), round(height))

    def show_links(self, element: str) -> None:
        """Let the links of an element stand out; an empty string for none."""
        if (element or None) == self._shown:
            return
        self._shown = element or None
        self.update()
        if element and isinstance(self.focusWidget(), CardSpot):
            self.element_focused.emit(element)

    def _on_left(self) -> None:
        focused = self.focusWidget()
        kept = focused.card.element if isinstance(focused, CardSpot) and focused.hasFocus() else ""
        self.show_links(kept)

    def _on_clicked(self) -> None:
        spot = self.sender()
        if isinstance(spot, CardSpot):
            self.address_chosen.emit(spot.card.address)

    def _on_arrow(self, right: int, down: int) -> None:
        spot = self.sender()
        if isinstance(spot, CardSpot):
            found = neighbour(spot.card, [other.card for other in self._spots], right, down)
            for other in self._spots:
                if found is not None and other.card is found:
                    other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_theme(self) -> None:
        self._painted = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, made anew only when something in it has changed."""
        if self._diagram is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(QPointF(0, 0), self._picture(self._diagram))

    def _picture(self, diagram: Diagram) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = (self._zoom, ratio, self._shown)
        if self._painted is None or self._painted.key != key:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(self._theme.palette.surface))
            painter = QPainter(picture)
            painter.scale(self._zoom, self._zoom)
            colors = diagram_colors(self._theme.palette)
            DiagramPainter(painter, diagram, colors).paint(self._shown)
            painter.end()
            self._painted = _Painted(key, picture)
        return self._painted.picture


def neighbour(card: Card, others: Sequence[Card], right: int, down: int) -> Card | None:
    """Return the card next to one in a direction: the nearest, straight ahead before aside."""
    x, y = card.rect.middle
    best: tuple[float, Card] | None = None
    for other in others:
        dx, dy = other.rect.middle[0] - x, other.rect.middle[1] - y
        ahead = dx * right + dy * down
        aside = abs(dx * down) + abs(dy * right)
        if other is card or ahead < 4 or aside > 3 * ahead:
            continue
        far = ahead + 2 * aside
        if best is None or far < best[0]:
            best = (far, other)
    return best[1] if best else None
