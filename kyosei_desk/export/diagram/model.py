# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A laid-out structure diagram: what there is to draw, and where. Lengths in pixels at 1×.

Nothing here knows how it is drawn: the SVG writer and the window's painter take the same
values, so that both show the same picture.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kyosei_desk.domain.vocabulary import ElementType, LinkType
from kyosei_desk.export.shapes import Point, Rect


class TextRole(StrEnum):
    """What a line of text is for; decides size, weight and colour."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    LANE = "lane"
    ZONE = "zone"
    NAME = "name"
    DETAIL = "detail"
    COUNT = "count"
    LABEL = "label"
    TAG = "tag"
    LEGEND = "legend"
    NOTE = "note"


@dataclass(frozen=True)
class TextLine:
    """A line of text ready to be drawn; ``y`` is its base line.

    ``x`` is where it begins, or its middle when ``centred``.
    """

    x: float
    y: float
    text: str
    role: TextRole
    centred: bool = False


@dataclass(frozen=True)
class Badge:
    """The number of a function on a card: 1 to 4, 0 for the plan; filled when stated in full."""

    centre: Point
    number: int
    filled: bool

    @property
    def mark(self) -> str:
        """What is written in it."""
        return str(self.number) if self.number else "計"


@dataclass(frozen=True)
class Tag:
    """A word on the edge of a card, framed on a ground of its own."""

    rect: Rect
    text: TextLine


@dataclass(frozen=True)
class Card:
    """An element: ``number`` is its main function, None when it answers no provision.

    ``words`` says all of it in one sentence, for readers who do not see it; ``tag`` is of
    what the town has today.
    """

    element: str
    address: str
    rect: Rect
    shape: ElementType
    number: int | None
    badges: tuple[Badge, ...]
    lines: tuple[TextLine, ...]
    words: str
    tag: Tag | None = None


@dataclass(frozen=True)
class Route:
    """The way of one link, from the shared end of its connector to the other end.

    ``link`` is its place in the design's links; ``start`` and ``end`` are element ids.
    """

    link: int
    start: str
    end: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Head:
    """A mark where a line meets a card: its tip, and the unit step with which it arrives."""

    tip: Point
    step: Point


@dataclass(frozen=True)
class Label:
    """The words on a connector, on a ground of their own."""

    rect: Rect
    lines: tuple[TextLine, ...]


@dataclass(frozen=True)
class Connector:
    """One link, or several of one kind and name that share an end and are drawn as one tree."""

    kind: LinkType
    routes: tuple[Route, ...]
    heads: tuple[Head, ...]
    label: Label | None
    words: str

    @property
    def elements(self) -> frozenset[str]:
        """The elements it connects."""
        return frozenset(end for route in self.routes for end in (route.start, route.end))


@dataclass(frozen=True)
class Band:
    """The part of a lane that belongs to one zone."""

    rect: Rect
    lines: tuple[TextLine, ...]


@dataclass(frozen=True)
class Lane:
    """One of the three areas, from near to wide, with the bands of its zones."""

    name: str
    rect: Rect
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class LegendEntry:
    """A sample and what it means; exactly one of the samples is there."""

    text: TextLine
    badge: Badge | None = None
    shape: tuple[ElementType, Rect] | None = None
    line: Connector | None = None
    tag: Tag | None = None


@dataclass(frozen=True)
class Diagram:
    """A whole diagram. Cards stand in reading order: band by band, column by column."""

    width: float
    height: float
    title: str
    description: str
    head: tuple[TextLine, ...]
    lanes: tuple[Lane, ...]
    cards: tuple[Card, ...]
    connectors: tuple[Connector, ...]
    legend: tuple[LegendEntry, ...]
    notes: tuple[TextLine, ...]

    def card(self, element: str) -> Card:
        """Return the card of an element.

        Raises:
            KeyError: the diagram has no such element.
        """
        for card in self.cards:
            if card.element == element:
                return card
        raise KeyError(element)

    def lane_at(self, y: float) -> int:
        """Return the number of the lane at a height; the first or last where there is none."""
        number = 0
        for place, lane in enumerate(self.lanes):
            number = place if lane.rect.y <= y else number
        return number

    @property
    def texts(self) -> Iterable[TextLine]:
        """Every line of text but the badges' marks."""
        yield from self.head
        for lane in self.lanes:
            for band in lane.bands:
                yield from band.lines
        for card in self.cards:
            yield from card.lines
            if card.tag is not None:
                yield card.tag.text
        for connector in self.connectors:
            yield from connector.label.lines if connector.label else ()
        for entry in self.legend:
            yield entry.text
            if entry.tag is not None:
                yield entry.tag.text
        yield from self.notes
