# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Paints a laid-out diagram, the same as its SVG; for the window and for pictures."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from kyosei_desk.export.diagram.colors import DiagramColors
from kyosei_desk.export.diagram.model import (
    Badge,
    Card,
    Connector,
    Diagram,
    Label,
    LegendEntry,
    Route,
    Tag,
    TextLine,
    TextRole,
)
from kyosei_desk.export.diagram.paths import (
    DOUBLE_INSIDE,
    STROKES,
    Steps,
    head_steps,
    inside_lines,
    outline,
    rectangle,
    routes_steps,
)
from kyosei_desk.export.diagram.sizes import BADGE, BADGE_TEXT, CORNER, SUBTLE_ROLES, TEXT_SIZES
from kyosei_desk.export.diagram.tags import TAG_CORNER
from kyosei_desk.export.shapes import Rect
from kyosei_desk.ui.fonts import FAMILIES

_STRONGER = 1.0  # how much wider the lines of the card in question are


class DiagramPainter:
    """Paints with one painter, which may be scaled, in the colours of a theme."""

    def __init__(self, painter: QPainter, diagram: Diagram, colors: DiagramColors):
        """Paint ``diagram`` with ``painter``; its unit is the diagram's pixel."""
        self._painter = painter
        self._diagram = diagram
        self._colors = colors
        self._fonts = {role: text_font(size, bold) for role, (size, bold) in TEXT_SIZES.items()}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    def paint(self, element: str | None = None) -> None:
        """Paint everything; the links of ``element`` stand out."""
        diagram = self._diagram
        self._fill(rectangle(Rect(0, 0, diagram.width, diagram.height)), self._colors.surface)
        self._texts(diagram.head)
        self._lanes()
        for connector in diagram.connectors:
            self._connector(connector, connector.routes, self._colors.subtle)
        for connector in diagram.connectors if element else ():
            own = [r for r in connector.routes if element in (r.start, r.end)]
            self._connector(connector, own, self._colors.accent, _STRONGER)
        for card in diagram.cards:
            self._card(card, linked=element is not None and card.element in self._near(element))
        for connector in diagram.connectors:
            if connector.label is not None:
                self._label(connector.label)
        for entry in diagram.legend:
            self._legend(entry)
        self._texts(diagram.notes)

    def _near(self, element: str) -> frozenset[str]:
        found = {element}
        for connector in self._diagram.connectors:
            for route in connector.routes:
                if element in (route.start, route.end):
                    found |= {route.start, route.end}
        return frozenset(found)

    def _lanes(self) -> None:
        colors = self._colors
        for number, lane in enumerate(self._diagram.lanes):
            self._fill(rectangle(lane.rect), colors.ground(number))
            self._stroke(rectangle(lane.rect), colors.line, 1.0)
            for place, band in enumerate(lane.bands):
                if place:
                    rect = band.rect
                    ends = (("M", (rect.x, rect.y)), ("L", (rect.right, rect.y)))
                    self._stroke(ends, colors.line, 1.0, (4, 4))
                self._texts(band.lines)

    def _connector(
        self,
        connector: Connector,
        routes: Sequence[Route],
        color: str,
        wider: float = 0.0,
        lane: int | None = None,
    ) -> None:
        stroke = STROKES[connector.kind]
        if not routes:
            return
        steps = routes_steps(connector, routes)
        self._stroke(steps, color, stroke.width + wider, stroke.dashes)
        if stroke.double:
            at = self._diagram.lane_at(routes[0].points[0][1]) if lane is None else lane
            self._stroke(steps, self._colors.ground(at), DOUBLE_INSIDE)
        ends = {point for route in routes for point in (route.points[0], route.points[-1])}
        for head in connector.heads:
            if head.tip in ends:
                self._fill(head_steps(connector.kind, head), color)

    def _card(self, card: Card, *, linked: bool) -> None:
        colors = self._colors
        steps = outline(card.shape, card.rect)
        edge = colors.outline(card.number)
        self._fill(steps, colors.fill(card.number))
        self._stroke(steps, edge, colors.card_edge)
        self._stroke(inside_lines(card.shape, card.rect), edge, 1.0)
        if linked:
            self._stroke(steps, colors.accent, colors.card_edge + _STRONGER)
        self._texts(card.lines)
        for badge in card.badges:
            self._badge(badge)
        if card.tag is not None:
            self._tag(card.tag)

    def _tag(self, tag: Tag) -> None:
        steps = rectangle(tag.rect, TAG_CORNER)
        self._fill(steps, self._colors.surface)
        self._stroke(steps, self._colors.text, 1.0)
        self._texts([tag.text])

    def _badge(self, badge: Badge) -> None:
        colors, painter = self._colors, self._painter
        color = QColor(colors.functions[badge.number])
        surface = QColor(colors.surface)
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(color if badge.filled else surface)
        radius = BADGE / 2 - 0.6
        painter.drawEllipse(QPointF(*badge.centre), radius, radius)
        font = text_font(BADGE_TEXT, bold=True)
        painter.setFont(font)
        painter.setPen(surface if badge.filled else color)
        x, y = badge.centre
        width = QFontMetricsF(font).horizontalAdvance(badge.mark)
        painter.drawText(QPointF(x - width / 2, y + BADGE_TEXT * 0.36), badge.mark)

    def _label(self, label: Label) -> None:
        lane = self._diagram.lane_at(label.rect.middle[1])
        self._fill(rectangle(label.rect, CORNER / 2), self._colors.ground(lane))
        self._texts(label.lines)

    def _legend(self, entry: LegendEntry) -> None:
        if entry.badge is not None:
            self._badge(entry.badge)
        if entry.tag is not None:
            self._tag(entry.tag)
        if entry.shape is not None:
            shape, rect = entry.shape
            self._stroke(outline(shape, rect), self._colors.subtle, 1.0)
            self._stroke(inside_lines(shape, rect), self._colors.subtle, 1.0)
        if entry.line is not None:
            self._connector(entry.line, entry.line.routes, self._colors.subtle, lane=0)
        self._texts([entry.text])

    # Paths and words

    def _fill(self, steps: Steps, color: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(color))
        self._painter.drawPath(path_of(steps))

    def _stroke(self, steps: Steps, color: str, width: float, dashes: Sequence[float] = ()) -> None:
        if not steps:
            return
        pen = QPen(QColor(color), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dashes:
            pen.setDashPattern([dash / width for dash in dashes])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path_of(steps))

    def _texts(self, lines: Iterable[TextLine]) -> None:
        for line in lines:
            self._painter.setFont(self._fonts[line.role])
            subtle = line.role in SUBTLE_ROLES
            self._painter.setPen(QColor(self._colors.subtle if subtle else self._colors.text))
            x = line.x - self.width(line) / 2 if line.centred else line.x
            self._painter.drawText(QPointF(x, line.y), line.text)

    def width(self, line: TextLine) -> float:
        """Return how wide a line comes out."""
        return QFontMetricsF(self._fonts[line.role]).horizontalAdvance(line.text)


def text_font(size: float, bold: bool) -> QFont:
    """Return a font that keeps its proportions at every scale."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(round(size))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font


def text_width(text: str, role: TextRole) -> float:
    """Return how wide a text comes out in a role, in the diagram's pixels."""
    return QFontMetricsF(text_font(*TEXT_SIZES[role])).horizontalAdvance(text)


def path_of(steps: Steps) -> QPainterPath:
    """Return drawing steps as a path of Qt's."""
    path = QPainterPath()
    for letter, numbers in steps:
        points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        match letter:
            case "M":
                path.moveTo(points[0])
            case "L":
                path.lineTo(points[0])
            case "Q":
                path.quadTo(*points)
            case "C":
                path.cubicTo(*points)
            case _:
                path.closeSubpath()
    return path


def rect_of(rect: Rect) -> QRectF:
    """Return a rectangle of Qt's."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)
