# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The own design as it is drawn for editing: without title and notes, its bands known."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kyosei_desk.domain.designs import SupportDesign
from kyosei_desk.domain.projects.gaps import GapState
from kyosei_desk.domain.vocabulary import Coverage, Zone
from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.cards import Guideline
from kyosei_desk.export.diagram.lanes import LaneKey, bands_of
from kyosei_desk.export.diagram.layout import Caption, draw_up
from kyosei_desk.export.diagram.model import (
    Badge,
    Card,
    Connector,
    Diagram,
    Label,
    Lane,
    LegendEntry,
    Route,
    TextLine,
    TextRole,
)
from kyosei_desk.export.shapes import Point, Rect

_NOTHING_YET = "まだありません"
# Where something goes that is put into a lane of which no zone is in use yet.
_USUAL_ZONES = {
    LaneKey.NEAR: Zone.ELEMENTARY,
    LaneKey.MUNICIPALITY: Zone.MUNICIPALITY,
    LaneKey.PREFECTURE: Zone.PREFECTURE,
}


@dataclass(frozen=True)
class DrawnBand:
    """The part of the sheet that belongs to a zone; a lane nothing is in has no zone yet."""

    lane: LaneKey
    zone: Zone | None
    rect: Rect

    @property
    def dropped_zone(self) -> Zone:
        """The zone of what is put here."""
        return self.zone or _USUAL_ZONES[self.lane]


@dataclass(frozen=True)
class DrawnDesign:
    """A design with its diagram; ``sketched`` is one drawn at once, its lines still straight."""

    design: SupportDesign
    diagram: Diagram
    bands: tuple[DrawnBand, ...]
    sketched: bool = False

    def band_at(self, y: float) -> DrawnBand:
        """Return the band at a height of the diagram, the nearest one beyond its ends."""
        for band in self.bands:
            if y < band.rect.bottom:
                return band
        return self.bands[-1]


def draw_design(
    design: SupportDesign,
    guideline: Guideline,
    title: str,
    document_id: str,
    former: DrawnDesign | None = None,
) -> DrawnDesign:
    """Return a design laid out; its cards are addressed in ``document_id``.

    What has been drawn before is changed as little as reads well.
    """
    before = former.diagram if former else None
    caption = Caption(title, (), document_id)
    diagram = _unframed(draw_up(design, guideline, caption, former=before))
    keys = bands_of(element.zone for element in design.elements)
    rects = [band.rect for lane in diagram.lanes for band in lane.bands]
    bands = (DrawnBand(*key, rect) for key, rect in zip(keys, rects, strict=True))
    return DrawnDesign(design, diagram, tuple(bands))


def _unframed(diagram: Diagram) -> Diagram:
    """Return the diagram without its title and notes, and no higher than it needs."""
    dy = sizes.MARGIN / 2 - diagram.lanes[0].rect.y
    legend = tuple(_legend(entry, dy) for entry in diagram.legend)
    bottom = max(
        [diagram.lanes[-1].rect.bottom + dy, *(entry.text.y + sizes.MARGIN / 2 for entry in legend)]
    )
    return replace(
        diagram,
        height=round(bottom + sizes.MARGIN / 2),
        head=(),
        lanes=tuple(_lane(lane, dy) for lane in diagram.lanes),
        cards=tuple(_card(card, dy) for card in diagram.cards),
        connectors=tuple(_connector(connector, dy) for connector in diagram.connectors),
        legend=legend,
        notes=(),
    )


def _text(line: TextLine, dy: float) -> TextLine:
    return replace(line, y=line.y + dy)


def _texts(lines: Sequence[TextLine], dy: float) -> tuple[TextLine, ...]:
    return tuple(_text(line, dy) for line in lines)


def _points(points: Sequence[Point], dy: float) -> tuple[Point, ...]:
    return tuple((x, y + dy) for x, y in points)


def _lane(lane: Lane, dy: float) -> Lane:
    bands = tuple(
        replace(
            band,
            rect=band.rect.moved(0, dy),
            lines=_own_words(_texts(band.lines, dy), is_empty=len(lane.bands) == 1),
        )
        for band in lane.bands
    )
    return replace(lane, rect=lane.rect.moved(0, dy), bands=bands)


def _own_words(lines: Sequence[TextLine], *, is_empty: bool) -> tuple[TextLine, ...]:
    """Say of one's own empty lane that nothing is there yet, not that nothing is stated."""
    if not is_empty:
        return tuple(lines)
    return tuple(
        replace(line, text=_NOTHING_YET) if _says_nothing(line, lines) else line for line in lines
    )


def _says_nothing(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """A lane's name and, on the same line, that it is empty; a zone stands on a line below."""
    return line.role is TextRole.ZONE and len(lines) == 2 and line.y == lines[0].y


def _card(card: Card, dy: float) -> Card:
    return replace(
        card,
        rect=card.rect.moved(0, dy),
        badges=tuple(_badge(badge, dy) for badge in card.badges),
        lines=_texts(card.lines, dy),
    )


def _badge(badge: Badge, dy: float) -> Badge:
    return replace(badge, centre=(badge.centre[0], badge.centre[1] + dy))


def _connector(connector: Connector, dy: float) -> Connector:
    return replace(
        connector,
        routes=tuple(_route(route, dy) for route in connector.routes),
        heads=tuple(replace(head, tip=(head.tip[0], head.tip[1] + dy)) for head in connector.heads),
        label=_label(connector.label, dy),
    )


def _route(route: Route, dy: float) -> Route:
    return replace(route, points=_points(route.points, dy))


def _label(label: Label | None, dy: float) -> Label | None:
    return label and Label(label.rect.moved(0, dy), _texts(label.lines, dy))


def _own_legend(line: TextLine) -> TextLine:
    """One's own design answers the guideline; that of a case has it stated."""
    return replace(line, text=line.text.replace(Coverage.FULL.label, GapState.COVERED.label))


def _legend(entry: LegendEntry, dy: float) -> LegendEntry:
    return replace(
        entry,
        text=_own_legend(_text(entry.text, dy)),
        badge=entry.badge and _badge(entry.badge, dy),
        shape=entry.shape and (entry.shape[0], entry.shape[1].moved(0, dy)),
        line=entry.line and _connector(entry.line, dy),
    )
