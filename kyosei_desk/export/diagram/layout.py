# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Lays out the structure diagram of a design: lanes from near to wide, cards, lines, legend.

The same design gives the same diagram to the last pixel, on every machine.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from kyosei_desk.domain.comparing.designs import ComparedDesign
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.designs import Element, Link, SupportDesign
from kyosei_desk.domain.sources import citation_line
from kyosei_desk.domain.vocabulary import LinkType
from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.blocks import BlockCard
from kyosei_desk.export.diagram.bundles import Bundle
from kyosei_desk.export.diagram.cards import Guideline, card_words
from kyosei_desk.export.diagram.lanes import set_lanes
from kyosei_desk.export.diagram.legend import legend_rows, set_legend
from kyosei_desk.export.diagram.model import (
    Badge,
    Card,
    Connector,
    Diagram,
    Head,
    Label,
    Route,
    TextLine,
    TextRole,
)
from kyosei_desk.export.diagram.plans import Plan, best_plan
from kyosei_desk.export.diagram.sizes import base_line, line_height
from kyosei_desk.export.diagram.tags import EXISTING, tagged
from kyosei_desk.export.diagram.words import wrap
from kyosei_desk.export.shapes import Point

_LEAST_WIDTH = 620.0
_GRID_PAD = 14.0
_FAITHFUL = (
    "線は出典に書かれたつながり、線の上の言葉は出典での言い方です。"
    "数の時点は、出典に書かれているものだけに付けています。"
)
_OWN = "線とその上の言葉は、自分たちの案のものです。"


def _never() -> bool:
    return False


def design_diagram(
    design: ComparedDesign,
    corpus: Corpus,
    cancelled: Callable[[], bool] = _never,
    *,
    era_first: bool = False,
) -> Diagram:
    """Return the diagram of a design, its functions those of the corpus's guideline.

    ``era_first``: dates are written 和暦 first.

    Raises:
        CancelledError: ``cancelled``, which is asked several times a second, said so.
    """
    guideline = Guideline(corpus.provisions, corpus.functions, era_first=era_first)
    place = design.municipality
    where = f"（{place.prefecture}）" if place else ""
    sources = [citation_line(source, era_first=era_first) for source in design.sources]
    cited = [f"出典: {line}" for line in sources]
    notes = [_OWN, *sources] if design.is_own else [_FAITHFUL, *cited]
    title = f"{design.title}{where}のしくみ図"
    caption = Caption(title, tuple(notes), design.document_id, design.existing)
    return draw_up(design.design, guideline, caption, cancelled)


@dataclass(frozen=True)
class Caption:
    """What stands around a diagram, and the document its elements can be read in.

    ``existing`` are the elements to be marked as what there is today; None marks none.
    """

    title: str
    notes: tuple[str, ...]
    document_id: str
    existing: frozenset[str] | None = None


def draw_up(
    design: SupportDesign,
    guideline: Guideline,
    caption: Caption,
    cancelled: Callable[[], bool] = _never,
    former: Diagram | None = None,
) -> Diagram:
    """Return the diagram of a design under a caption; see :func:`design_diagram`.

    Cards stay where they stand in a ``former`` diagram, unless that reads clearly worse.
    """
    corners = {card.element: (card.rect.x, card.rect.y) for card in former.cards} if former else {}
    plan = best_plan(design, guideline, cancelled, corners)
    return _Framer(design, guideline, caption, plan).diagram()


class _Framer:
    """Puts the frame around a plan, and everything in its place on the sheet."""

    def __init__(self, design: SupportDesign, guideline: Guideline, caption: Caption, plan: Plan):
        self._design = design
        self._guideline = guideline
        self._caption = caption
        self._elements = {element.id: element for element in design.elements}
        self._plan = plan
        beside = 2 * sizes.MARGIN + sizes.HEADER_WIDTH + 2 * _GRID_PAD
        self._width = max(_LEAST_WIDTH, round(self._plan.grid.width + beside))
        self._inner = self._width - 2 * sizes.MARGIN

    def diagram(self) -> Diagram:
        """Return everything in its place."""
        head, y = self._text_block(
            [(self._caption.title, TextRole.TITLE), (self._counts(), TextRole.SUBTITLE)],
            sizes.MARGIN - 4,
        )
        top = y + 8
        spare = self._inner - sizes.HEADER_WIDTH - self._plan.grid.width
        corner = (sizes.MARGIN + sizes.HEADER_WIDTH + round(spare / 2), top)
        grid = self._plan.grid
        tops = [top + channel for channel, _ in grid.channels[:-1]]
        lanes = set_lanes(self._plan.bands, tops, top + grid.height, self._width)
        cards = tuple(
            self._card(card, (corner[0] + at[0], corner[1] + at[1]))
            for block, at in self._plan.blocks
            for card in block.cards
        )
        connectors = self._connectors(corner)
        cards = tagged(cards, connectors, self._caption.existing or frozenset())
        legend, y = set_legend(
            legend_rows(cards, connectors, self._guideline),
            sizes.MARGIN,
            top + self._plan.grid.height + 10,
            self._inner,
        )
        notes, y = self._text_block([(line, TextRole.NOTE) for line in self._caption.notes], y + 6)
        return Diagram(
            width=self._width,
            height=round(y + sizes.MARGIN / 2),
            title=self._caption.title,
            description=self._description(connectors),
            head=head,
            lanes=lanes,
            cards=cards,
            connectors=connectors,
            legend=legend,
            notes=notes,
        )

    def _counts(self) -> str:
        count = len(self._design.elements)
        now = self._caption.existing
        told = f"（{EXISTING} {len(now)}・これから {count - len(now)}）" if now is not None else ""
        return f"要素 {count}{told}・つながり {len(self._design.links)}"

    def _text_block(
        self, texts: Sequence[tuple[str, TextRole]], y: float
    ) -> tuple[tuple[TextLine, ...], float]:
        placed: list[TextLine] = []
        for text, role in texts:
            for line in wrap(text, role, self._inner, most=8):
                placed.append(TextLine(sizes.MARGIN, round(y + base_line(role), 1), line, role))
                y += line_height(role)
        return tuple(placed), y

    def _card(self, card: BlockCard, corner: Point) -> Card:
        element = self._elements[card.element]
        rect = card.rect.moved(*corner)
        badges = tuple(
            Badge((rect.x + b.centre[0], rect.y + b.centre[1]), b.number, b.filled)
            for b in card.text.badges
        )
        return Card(
            element=element.id,
            address=f"{self._caption.document_id}#{element.id}",
            rect=rect,
            shape=element.type,
            number=self._guideline.main_function(element),
            badges=badges,
            lines=tuple(_moved(line, rect.x, rect.y) for line in card.text.lines),
            words=card_words(element, self._guideline),
        )

    # Connectors

    def _connectors(self, corner: Point) -> tuple[Connector, ...]:
        made: list[Connector] = []
        for block, at in self._plan.blocks:
            x, y = corner[0] + at[0], corner[1] + at[1]
            made += [
                self._connector(wire.bundle, wire.ways, wire.label, (x, y)) for wire in block.wires
            ]
        made += [
            self._connector(wire.bundle, wire.ways, wire.label, corner) for wire in self._plan.wires
        ]
        return tuple(made)

    def _connector(
        self,
        bundle: Bundle,
        ways: Sequence[Sequence[Point]],
        label: Label,
        corner: Point,
    ) -> Connector:
        routes = tuple(
            Route(
                strand.link,
                strand.hub,
                strand.end,
                tuple((round(x + corner[0], 1), round(y + corner[1], 1)) for x, y in points),
            )
            for strand, points in zip(bundle.strands, ways, strict=True)
        )
        rect = label.rect.moved(*corner)
        lines = tuple(_moved(line, *corner) for line in label.lines)
        words = "、".join(
            link_words(self._design.links[strand.link], self._elements) for strand in bundle.strands
        )
        return Connector(bundle.kind, routes, _heads(bundle, routes), Label(rect, lines), words)

    def _description(self, connectors: Sequence[Connector]) -> str:
        now = self._caption.existing or frozenset()
        names = "、".join(
            f"{element.name}（{EXISTING}）" if element.id in now else element.name
            for element in self._design.elements
        )
        links = "、".join(connector.words for connector in connectors)
        return f"要素: {names}。つながり: {links}。" if links else f"要素: {names}。"


def link_words(link: Link, elements: Mapping[str, Element]) -> str:
    """Return a link in words, such as ``市 → 組織（交付）``."""
    start = elements[link.from_].name
    end = elements[link.to].name
    arrow = "⇔" if link.type is LinkType.COOPERATE else "→"
    kind = link.type.label
    name = f"{kind}「{link.label}」" if link.label and link.label != kind else kind
    return f"{start} {arrow} {end}（{name}）"


def _moved(line: TextLine, dx: float, dy: float) -> TextLine:
    return replace(line, x=round(line.x + dx, 1), y=round(line.y + dy, 1))


def _heads(bundle: Bundle, routes: Sequence[Route]) -> tuple[Head, ...]:
    """Return a mark at every end that gets one, each once."""
    found: dict[Point, Head] = {}
    for strand, route in zip(bundle.strands, routes, strict=True):
        both = strand.hub != strand.end or bundle.kind is LinkType.COOPERATE
        ends = ((strand.hub, route.points[:2]), (strand.end, route.points[-1:-3:-1]))
        for place, (element, (tip, before)) in enumerate(ends):
            own = both or bundle.outward == bool(place)
            if element in bundle.pointed_at and own:
                found[tip] = Head(tip, _step(before, tip))
    return tuple(found.values())


def _step(start: Point, end: Point) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    if abs(dx) > abs(dy):
        return (1.0 if dx > 0 else -1.0), 0.0
    return 0.0, (1.0 if dy > 0 else -1.0)
