# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Draws up a diagram in a number of columns: blocks, placement, lines. The best number wins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from kyosei_desk.domain.designs import SupportDesign
from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.blocks import Block
from kyosei_desk.export.diagram.bundles import Bundle
from kyosei_desk.export.diagram.cards import Guideline
from kyosei_desk.export.diagram.labels import set_label
from kyosei_desk.export.diagram.lanes import BandKey, least_height
from kyosei_desk.export.diagram.lines import Line, way
from kyosei_desk.export.diagram.mending import Mender, Named
from kyosei_desk.export.diagram.model import Label, Point
from kyosei_desk.export.diagram.placing import Placement, Placer, without_empty_columns
from kyosei_desk.export.diagram.routing import Grid, GridCard, Router
from kyosei_desk.export.diagram.sketches import Sketch, TreeSketcher

_TRIALS, _SHORT = 3, 400
_SEARCHES, _LONG = 6, 1200
_USUAL_NETS = 30  # searches are shorter where there are more lines
_COOL = 40.0
_PAGE = (1140.0, 640.0)  # of the grid: what is easily read on a landscape A4 page


@dataclass(frozen=True)
class Wire:
    """A line led through the grid: the way of every strand, from its shared end, and its name."""

    bundle: Bundle
    ways: tuple[tuple[Point, ...], ...]
    label: Label


@dataclass(frozen=True)
class Plan:
    """A laid-out diagram without its frame; places count from the grid's upper left corner."""

    bands: tuple[BandKey, ...]
    grid: Grid
    blocks: tuple[tuple[Block, Point], ...]
    wires: tuple[Wire, ...]


def best_plan(design: SupportDesign, guideline: Guideline) -> Plan:
    """Return the plan that reads best of several searches.

    Each number of columns worth trying gets short ones, the best of them longer ones, and
    what came out best is mended by small steps.
    """
    sketcher = TreeSketcher(design, guideline)
    first: list[_Found] = []
    for columns in _column_counts(len(design.elements)):
        sketch = sketcher.sketch(columns)
        placer = Placer(sketch.placed, sketch.nets, len(sketch.bands), columns)
        first += [_searched(sketch, placer, seed, _SHORT) for seed in range(_TRIALS)]
    best = min(first, key=lambda found: found.burden)
    again = range(_TRIALS, _TRIALS + _searches(best.sketch))
    longer = [_searched(best.sketch, best.placer, seed, _LONG) for seed in again]
    best = min([best, *longer], key=lambda found: found.burden)
    mended = [
        _Found(
            best.sketch, best.placer, best.placer.place(best.placement, _SHORT, seed, warm=_COOL)
        )
        for seed in again
    ]
    return min([best, *mended], key=lambda found: found.burden).plan


def _searches(sketch: Sketch) -> int:
    """Return how many longer searches a sketch is given: fewer when each takes long."""
    return max(1, min(_SEARCHES, _SEARCHES * _USUAL_NETS // (len(sketch.nets) + 1)))


def _searched(sketch: Sketch, placer: Placer, seed: int, steps: int) -> "_Found":
    fewer = min(steps, steps * _USUAL_NETS // (len(sketch.nets) + 1))
    return _Found(sketch, placer, placer.place(placer.first(), fewer, seed))


def _column_counts(elements: int) -> range:
    """Return with how many columns a design of a size is worth trying."""
    if elements <= 3:
        return range(1, elements + 1) if elements else range(1, 2)
    if elements <= 8:
        return range(2, 4)
    return range(3, 6) if elements <= 40 else range(5, 7)


class _Found:
    """A placement with its plan."""

    def __init__(self, sketch: Sketch, placer: Placer, placement: Placement):
        self.sketch, self.placer, self.placement = sketch, placer, placement
        self.plan = _led(sketch, placer, without_empty_columns(placement))
        self.burden = burden(self.plan)


def _led(sketch: Sketch, placer: Placer, placement: Placement) -> Plan:
    """Return the plan of a placement, its lines led."""
    blocks = sketch.blocks
    tops = _tops(placement, blocks)
    heights = [
        max(high, least_height(sketch.bands, band))
        for band, high in enumerate(_band_heights(placement, blocks))
    ]
    router = Router(
        _grid_cards(placement, blocks, tops),
        heights,
        len(placement[0]),
        list(zip(sketch.bundles, placer.courses(placement), strict=True)),
    )
    grid = router.route()
    placed = _set_blocks(placement, blocks, tops, grid)
    return Plan(sketch.bands, grid, placed, _mended(_wires(router, grid), placed))


def _mended(wires: Sequence[Wire], blocks: Sequence[tuple[Block, Point]]) -> tuple[Wire, ...]:
    """Return the wires, their labels clear of everything where that can be."""
    cards = [card.rect.moved(*at) for block, at in blocks for card in block.cards]
    labels = [wire.label.rect.moved(*at) for block, at in blocks for wire in block.wires]
    stretches = [
        ((a[0] + at[0], a[1] + at[1]), (b[0] + at[0], b[1] + at[1]))
        for block, at in blocks
        for wire in block.wires
        for way in wire.ways
        for a, b in pairwise(way)
    ]
    named = [Named(wire.bundle.label, wire.ways, wire.label) for wire in wires]
    Mender(cards, labels, stretches).mend(named)
    return tuple(replace(wire, label=line.label) for wire, line in zip(wires, named, strict=True))


def _tops(placement: Placement, blocks: Sequence[Block]) -> dict[int, float]:
    tops: dict[int, float] = {}
    for columns in placement:
        for column in columns:
            y = 0.0
            for number in column:
                tops[number] = y
                y += blocks[number].height + sizes.BLOCK_GAP
    return tops


def _band_heights(placement: Placement, blocks: Sequence[Block]) -> list[float]:
    return [
        max(
            sum(blocks[n].height for n in column) + sizes.BLOCK_GAP * max(len(column) - 1, 0)
            for column in columns
        )
        for columns in placement
    ]


def _grid_cards(
    placement: Placement, blocks: Sequence[Block], tops: Mapping[int, float]
) -> dict[str, GridCard]:
    cards: dict[str, GridCard] = {}
    for band, columns in enumerate(placement):
        for column, numbers in enumerate(columns):
            for number in numbers:
                for card in blocks[number].cards:
                    rect = card.rect
                    top = tops[number] + rect.y
                    cards[card.element] = GridCard(band, column, rect.x, top, rect.height)
    return cards


def _set_blocks(
    placement: Placement, blocks: Sequence[Block], tops: Mapping[int, float], grid: Grid
) -> tuple[tuple[Block, Point], ...]:
    return tuple(
        (blocks[number], (grid.columns[column], grid.band_tops[band] + tops[number]))
        for band, columns in enumerate(placement)
        for column, numbers in enumerate(columns)
        for number in numbers
    )


def _wires(router: Router, grid: Grid) -> tuple[Wire, ...]:
    trunks = [
        {gutter: router.trunk_x(line, gutter, grid) for gutter in line.offsets}
        for line in router.lines
    ]
    uprights = [
        (x, min(line.levels_in(gutter)), max(line.levels_in(gutter)))
        for line, own in zip(router.lines, trunks, strict=True)
        for gutter, x in own.items()
    ]
    return tuple(
        Wire(line.bundle, _ways(line, own), set_label(line, own, uprights))
        for line, own in zip(router.lines, trunks, strict=True)
    )


def _ways(line: Line, trunks: Mapping[int, float]) -> tuple[tuple[Point, ...], ...]:
    return tuple(way(line, strand.hub, strand.end, trunks) for strand in line.bundle.strands)


def burden(plan: Plan) -> float:
    """Return how hard a plan is to read: size on a page, crossings, labels in the way, length."""
    size = max(plan.grid.width / _PAGE[0], plan.grid.height / _PAGE[1])
    size *= max(size, 1.0)  # what does not fit a page is worse than what fills it
    length = sum(
        abs(a[0] - b[0]) + abs(a[1] - b[1]) for wire in plan.wires for a, b in _stretches(wire)
    )
    return 900 * size + 90 * crossings(plan) + 250 * _hidden(plan) + 0.12 * length


def _stretches(wire: Wire) -> set[tuple[Point, Point]]:
    return {(min(a, b), max(a, b)) for points in wire.ways for a, b in pairwise(points)}


def crossings(plan: Plan) -> int:
    """Return how often lines of different wires cross."""
    count = 0
    for one, other in combinations([_stretches(wire) for wire in plan.wires], 2):
        places = {_crossing(a, b) for a in one for b in other}
        count += len(places - {None})
    return count


def _crossing(a: tuple[Point, Point], b: tuple[Point, Point]) -> Point | None:
    level, upright = (a, b) if a[0][1] == a[1][1] else (b, a)
    (x1, y), (x2, y_again) = level
    (x, y1), (x_again, y2) = upright
    if y != y_again or x != x_again:
        return None
    return (x, y) if x1 < x < x2 and y1 < y < y2 else None


def _hidden(plan: Plan) -> int:
    """Return how many labels have a foreign line, card or label under them."""
    stretches = [_stretches(wire) for wire in plan.wires]
    cards = [card.rect.moved(*corner) for block, corner in plan.blocks for card in block.cards]
    count = 0
    for number, wire in enumerate(plan.wires):
        rect = wire.label.rect
        foreign = [s for i, s in enumerate(stretches) if i != number]
        count += any(rect.crosses(a, b) for own in foreign for a, b in own)
        count += any(rect.overlaps(card) for card in cards)
        count += any(rect.overlaps(other.label.rect) for other in plan.wires[number + 1 :])
    return count
