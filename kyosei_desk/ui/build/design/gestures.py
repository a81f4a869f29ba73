# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a person does with a card: keys, a double click, pulling it or a line from its edge."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from kyosei_desk.ui.diagram.sheet import CardSpot

_EDGE = 9  # pixels inside a card from which a line is pulled


class CardGestures(QObject):
    """Watches the spots it is put on; each signal begins with the element's id.

    ``pulled`` and ``let_go`` carry a place on the sheet; ``pulled`` also whether a line is
    pulled, not the card. While :attr:`linking` is set, Enter and clicks choose a card to be
    linked with.
    """

    selected = Signal(str)
    details_wanted = Signal(str)
    name_wanted = Signal(str)
    removal_wanted = Signal(str)
    link_wanted = Signal(str)
    move_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)
    partner_chosen = Signal(str)
    given_up = Signal()
    picked = Signal()  # a card was pressed, be it the one that is chosen
    pulled = Signal(str, bool, QPointF)
    let_go = Signal(str, bool, QPointF)

    def __init__(self, parent: QObject):
        """Watch nothing yet."""
        super().__init__(parent)
        self.linking = False
        self._pressed_at: QPoint | None = None
        self._from_edge = False
        self._pulling = False

    def watch(self, spot: CardSpot) -> None:
        """Follow what is done with a card."""
        spot.installEventFilter(self)
        spot.setMouseTracking(True)

    def let_loose(self) -> None:
        """Forget what is being pulled: its card is no longer there."""
        self._pressed_at = None
        self._pulling = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is meant for the editor; all else is the button's."""
        if not isinstance(watched, CardSpot):
            return False
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        if isinstance(event, QMouseEvent):
            return self._on_mouse(watched, event)
        if isinstance(event, QContextMenuEvent):
            below = watched.rect().bottomLeft()
            by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
            at = event.globalPos() if by_mouse else watched.mapToGlobal(below)
            self.menu_wanted.emit(watched.card.element, at)
            return True
        if event.type() is QEvent.Type.FocusIn:
            self.selected.emit(watched.card.element)
        return False

    # Keys

    def _on_key(self, spot: CardSpot, event: QKeyEvent) -> bool:
        key, element = Qt.Key(event.key()), spot.card.element
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key is Qt.Key.Key_Escape and (self.linking or self._pulling):
            self._pulling = False
            self.given_up.emit()
            return True
        chosen = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self.linking and chosen:
            self.partner_chosen.emit(element)
            return True
        asked = {
            Qt.Key.Key_Return: self.details_wanted,
            Qt.Key.Key_Enter: self.details_wanted,
            Qt.Key.Key_F2: self.name_wanted,
            Qt.Key.Key_Delete: self.removal_wanted,
            Qt.Key.Key_L: self.link_wanted,
            Qt.Key.Key_M: self.move_wanted,
        }.get(key)
        if asked is None or not plain or self.linking:
            return False
        asked.emit(element)
        return True

    # The mouse

    def _on_mouse(self, spot: CardSpot, event: QMouseEvent) -> bool:
        left = event.button() is Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.MouseButtonPress if left and self.linking:
                self.partner_chosen.emit(spot.card.element)
                return True
            case QEvent.Type.MouseButtonPress if left:
                self._pressed_at = event.position().toPoint()
                self._from_edge = _at_edge(spot, self._pressed_at)
                self.picked.emit()
                self._pulling = False
            case QEvent.Type.MouseMove:
                return self._on_move(spot, event)
            case QEvent.Type.MouseButtonRelease if left:
                return self._on_release(spot, event)
            case QEvent.Type.MouseButtonDblClick if left:
                self._pressed_at = None
                self.name_wanted.emit(spot.card.element)
                return True
            case _:
                pass
        return False

    def _on_move(self, spot: CardSpot, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton or self._pressed_at is None:
            edge = _at_edge(spot, at)
            shape = Qt.CursorShape.CrossCursor if edge else Qt.CursorShape.OpenHandCursor
            spot.setCursor(shape)
            return False
        far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        self._pulling = self._pulling or far
        if self._pulling:
            on_sheet = QPointF(spot.mapToParent(at))
            self.pulled.emit(spot.card.element, self._from_edge, on_sheet)
        return self._pulling

    def _on_release(self, spot: CardSpot, event: QMouseEvent) -> bool:
        pulling, self._pulling, self._pressed_at = self._pulling, False, None
        if not pulling:
            return False
        spot.setDown(False)
        on_sheet = QPointF(spot.mapToParent(event.position().toPoint()))
        self.let_go.emit(spot.card.element, self._from_edge, on_sheet)
        return True


def _at_edge(spot: CardSpot, at: QPoint) -> bool:
    edge = min(_EDGE, spot.height() // 4)
    return not spot.rect().adjusted(edge, edge, -edge, -edge).contains(at)
