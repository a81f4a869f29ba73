# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The word on the cards of what a town has today: set where it hides nothing."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from kyosei_desk.export.diagram.model import Card, Connector, Tag, TextLine, TextRole
from kyosei_desk.export.diagram.sizes import TEXT_SIZES
from kyosei_desk.export.diagram.words import text_width
from kyosei_desk.export.shapes import Point, Rect

EXISTING = "今ある"
TAG_HEIGHT = 13.0
TAG_CORNER = 3.0
_PAD = 4.0
_ABOVE = 8.0  # of its height, outside the card
_FROM_CORNER = 8.0
_CLEAR = 3.0  # from a line
TAG_WIDTH = text_width(EXISTING, TextRole.TAG) + 2 * _PAD


def tag_at(x: float, y: float) -> Tag:
    """Return the word in its frame, whose upper left corner is told."""
    size = TEXT_SIZES[TextRole.TAG][0]
    rect = Rect(x, y, TAG_WIDTH, TAG_HEIGHT)
    base = round(rect.middle[1] + size * 0.36, 1)
    return Tag(rect, TextLine(round(rect.middle[0], 1), base, EXISTING, TextRole.TAG, True))


def tagged(
    cards: Sequence[Card], connectors: Sequence[Connector], existing: Set[str]
) -> tuple[Card, ...]:
    """Return the cards, those of what exists with the word on an edge, clear of the lines."""
    return tuple(
        replace(
            card,
            tag=_tag(card, cards, connectors),
            words=f"{card.words}、{EXISTING}",
        )
        if card.element in existing
        else card
        for card in cards
    )


def _tag(card: Card, cards: Sequence[Card], connectors: Sequence[Connector]) -> Tag:
    others = [one.rect for one in cards if one is not card]
    others += [one.label.rect for one in connectors if one.label is not None]
    stretches = [
        stretch
        for one in connectors
        for route in one.routes
        for stretch in zip(route.points, route.points[1:], strict=False)
    ]
    found = (
        tag
        for tag in _places(card.rect)
        if not any(tag.rect.overlaps(rect) for rect in others)
        and not any(_meets(tag.rect, stretch) for stretch in stretches)
    )
    return next(found, next(_places(card.rect)))


def _meets(rect: Rect, stretch: tuple[Point, Point]) -> bool:
    return rect.grown(_CLEAR).crosses(*stretch)


def _places(card: Rect) -> Iterator[Tag]:
    """Yield the places on the upper edge, from left to right, then those on the lower one."""
    last = card.right - _FROM_CORNER - TAG_WIDTH
    for y in (card.y - _ABOVE, card.bottom - TAG_HEIGHT + _ABOVE):
        x = card.x + _FROM_CORNER
        while x <= last:
            yield tag_at(x, y)
            x += 12.0
