# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is shown at once after a change, until the design is laid out anew.

Everything stays where it is. What is new or has moved stands in a free place of its band,
and new links are straight lines.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kyosei_desk.domain.designs import Element, Link, SupportDesign
from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.cards import Guideline, card_text, card_words
from kyosei_desk.export.diagram.lanes import LaneKey, lane_of
from kyosei_desk.export.diagram.model import Card, Connector, Diagram, Lane, Route
from kyosei_desk.export.shapes import Rect
from kyosei_desk.ui.build.design.drawing import DrawnBand, DrawnDesign

_GAP = 10.0
_STEP = 12.0


def sketch(
    drawn: DrawnDesign, design: SupportDesign, guideline: Guideline, document_id: str
) -> DrawnDesign:
    """Return the drawing changed to show ``design``, as far as can be done at once."""
    before = {element.id: element for element in drawn.design.elements}
    now = {element.id: element for element in design.elements}
    kept: list[Card] = []
    for card in drawn.diagram.cards:
        old, element = before[card.element], now.get(card.element)
        if element == old:
            kept.append(card)
        elif element is not None and element.zone is old.zone:
            kept.append(_card(element, guideline, document_id, card.rect))
    standing = {card.element for card in kept}
    homeless = [element for element in design.elements if element.id not in standing]
    for element in homeless:
        kept.append(_housed(element, guideline, document_id, drawn.bands, kept))
    connectors = _connectors(drawn, design, standing, kept)
    diagram = _wide_enough(replace(drawn.diagram, cards=tuple(kept), connectors=connectors))
    rects = [band.rect for lane in diagram.lanes for band in lane.bands]
    bands = tuple(replace(band, rect=rect) for band, rect in zip(drawn.bands, rects, strict=True))
    return DrawnDesign(drawn.design, diagram, bands, sketched=True)


def _card(element: Element, guideline: Guideline, document_id: str, room: Rect) -> Card:
    text = card_text(element, guideline, room.width, tells_operators=True, ports=1)
    rect = replace(room, height=max(room.height, text.height))
    return Card(
        element=element.id,
        address=f"{document_id}#{element.id}",
        rect=rect,
        shape=element.type,
        number=guideline.main_function(element),
        badges=tuple(
            replace(badge, centre=(badge.centre[0] + rect.x, badge.centre[1] + rect.y))
            for badge in text.badges
        ),
        lines=tuple(replace(line, x=line.x + rect.x, y=line.y + rect.y) for line in text.lines),
        words=card_words(element, guideline),
    )


def _housed(
    element: Element,
    guideline: Guideline,
    document_id: str,
    bands: Sequence[DrawnBand],
    others: Iterable[Card],
) -> Card:
    text = card_text(element, guideline, float(sizes.CARD_WIDTH), tells_operators=True, ports=1)
    band = _band_of(element, bands)
    return _card(element, guideline, document_id, _free_place(band.rect, text.height, others))


def _band_of(element: Element, bands: Sequence[DrawnBand]) -> DrawnBand:
    """Return the band of a zone; the last one of its lane where the zone has none yet."""
    lane: LaneKey = lane_of(element.zone)
    own = [band for band in bands if band.lane is lane]
    return next((band for band in own if band.zone is element.zone), own[-1])


def _free_place(band: Rect, height: float, others: Iterable[Card]) -> Rect:
    """Return a place in a band, or right of everything in it, that touches no card."""
    taken = [card.rect.grown(_GAP) for card in others]
    x = band.x + sizes.HEADER_WIDTH + _GAP
    y = band.y + max(0.0, min(float(sizes.BAND_PAD), (band.height - height) / 2))
    place = Rect(x, y, float(sizes.CARD_WIDTH), height)
    while any(place.overlaps(rect) for rect in taken):
        place = place.moved(_STEP, 0)
    return place


def _connectors(
    drawn: DrawnDesign, design: SupportDesign, fixed: set[str], cards: Iterable[Card]
) -> tuple[Connector, ...]:
    """Return the lines of links that are still there, and straight ones of all others."""
    waiting = list(design.links)
    made: list[Connector] = []
    for connector in drawn.diagram.connectors:
        routes: list[Route] = []
        for route in connector.routes:
            link = drawn.design.links[route.link] if route.link >= 0 else None
            if link in waiting and {route.start, route.end} <= fixed:
                waiting.remove(link)
                routes.append(route)
        if routes:
            ends = {point for route in routes for point in (route.points[0], route.points[-1])}
            heads = tuple(head for head in connector.heads if head.tip in ends)
            made.append(replace(connector, routes=tuple(routes), heads=heads))
    rects = {card.element: card.rect for card in cards}
    return (*made, *(_straight(link, rects[link.from_], rects[link.to]) for link in waiting))


def _straight(link: Link, start: Rect, end: Rect) -> Connector:
    route = Route(-1, link.from_, link.to, (start.middle, end.middle))
    return Connector(link.type, (route,), (), None, link.label or link.type.label)


def _wide_enough(diagram: Diagram) -> Diagram:
    """Return the diagram with lanes that reach as far to the right as its cards do."""
    right = max([0.0, *(card.rect.right + _GAP for card in diagram.cards)])
    more = max(0.0, right - (diagram.width - sizes.MARGIN))
    if not more:
        return diagram
    lanes = tuple(_wider(lane, more) for lane in diagram.lanes)
    return replace(diagram, width=diagram.width + more, lanes=lanes)


def _wider(lane: Lane, more: float) -> Lane:
    bands = tuple(
        replace(band, rect=replace(band.rect, width=band.rect.width + more)) for band in lane.bands
    )
    return replace(lane, rect=replace(lane.rect, width=lane.rect.width + more), bands=bands)
