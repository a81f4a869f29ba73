# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Draws up a diagram in a number of columns: blocks, placement, lines. The best number wins."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, pairwise

from kyosei_desk.domain.designs import SupportDesign
from kyosei_desk.domain.errors import CancelledError
from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.blocks import Block, elements_in
from kyosei_desk.export.diagram.bundles import Bundle
from kyosei_desk.export.diagram.cards import Guideline
from kyosei_desk.export.diagram.former import KEPT_WITHIN, Corners, former_placement
from kyosei_desk.export.diagram.labels import label_size, set_label, upright_label
from kyosei_desk.export.diagram.lanes import BandKey, least_height
from kyosei_desk.export.diagram.lines import Line, way
from kyosei_desk.export.diagram.mending import Mender, Named
from kyosei_desk.export.diagram.model import Label
from kyosei_desk.export.diagram.placing import Placement, Placer, without_empty_columns
from kyosei_desk.export.diagram.routing import Grid, GridCard, Router
from kyosei_desk.export.diagram.sketches import Sketch, TreeSketcher
from kyosei_desk.export.shapes import Point

_SEARCHES, _STEPS = 3, 1000
_TRIED = 40  # plans, to mend the best one
_WARM = 160.0  # how much worse a step may be at first
_PAGE = (1150.0, 640.0)  # of the grid: what is easily read on a landscape A4 page
_LARGEST = (1150.0, 740.0)  # what can be read there: the smallest words have 7 points
_TOO_LARGE = 8.0  # what a pixel beyond costs
_CROSSING, _HIDDEN = 140.0, 250.0  # what a crossing costs, and a name with something under it


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


def best_plan(
    design: SupportDesign,
    guideline: Guideline,
    cancelled: Callable[[], bool],
    former: Corners | None = None,
) -> Plan:
    """Return the plan that reads best of several searches.

    Each number of columns worth trying gets some, and what came out best is mended: blocks
    whose lines are crossed are moved as long as that helps. Where every card stood in a
    ``former`` diagram, it stays there unless that has become clearly harder to read.

    Raises:
        CancelledError: ``cancelled`` said so.
    """
    best: _Found | None = None
    for found in _searched(TreeSketcher(design, guideline), len(design.elements)):
        if best is None or found.burden < best.burden:
            best = found
        if cancelled():
            raise CancelledError
    assert best is not None
    left = _TRIED
    while left:
        before = best
        for found in islice(_variations(best), left):
            left -= 1
            if cancelled():
                raise CancelledError
            if found.burden < best.burden:
                best = found
                break
        if best is before:
            break
    kept = _as_before(design, guideline, former) if former else None
    if kept is not None and kept.burden <= best.burden * KEPT_WITHIN:
        return kept.plan
    return best.plan


def _as_before(design: SupportDesign, guideline: Guideline, former: Corners) -> "_Found | None":
    """Return the best plan with the cards where they stood, if there is one."""
    sketcher = TreeSketcher(design, guideline)
    best: _Found | None = None
    for columns in _column_counts(len(design.elements)):
        sketch = sketcher.sketch(columns)
        placement = former_placement(sketch, columns, former)
        if placement is not None:
            placer = Placer(sketch.placed, sketch.nets, len(sketch.bands), columns)
            found = _Found(sketch, placer, placement)
            if best is None or found.burden < best.burden:
                best = found
    return best


def _searched(sketcher: TreeSketcher, elements: int) -> "Iterator[_Found]":
    for columns in _column_counts(elements):
        sketch = sketcher.sketch(columns)
        placer = Placer(sketch.placed, sketch.nets, len(sketch.bands), columns)
        for seed in range(_SEARCHES):
            yield _Found(sketch, placer, placer.place(placer.first(), _STEPS, seed, _WARM))


def _variations(found: "_Found") -> "Iterator[_Found]":
    """Yield plans with one block elsewhere, of those whose lines are crossed."""
    crossed = {end for wire in _crossed(found.plan) for end in wire.bundle.ends}
    moving = [
        number
        for number, block in enumerate(found.sketch.blocks)
        if not crossed.isdisjoint(elements_in([block]))
    ]
    for placement in found.placer.variations(found.placement, moving):
        yield _Found(found.sketch, found.placer, placement)


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
    tops = _tops(placement, sketch)
    heights = [
        max(high, least_height(sketch.bands, band))
        for band, high in enumerate(_band_heights(placement, blocks, tops))
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


def _tops(placement: Placement, sketch: Sketch) -> dict[int, float]:
    """Return how far down in its band each block begins."""
    blocks = sketch.blocks
    tops: dict[int, float] = {}
    for columns in placement:
        for column in columns:
            y = 0.0
            for place, number in enumerate(column):
                if place:
                    y += _gap(blocks[column[place - 1]], blocks[number], sketch.bundles)
                tops[number] = y
                y += blocks[number].height
    return tops


def _gap(upper: Block, lower: Block, bundles: Sequence[Bundle]) -> float:
    """Return the room between two blocks: more where a line leads from one to the other.

    Without it a name in several lines would hide all of such a short line.
    """
    ends = set(elements_in([upper])), set(elements_in([lower]))
    names = [
        upright_label(bundle)
        for bundle in bundles
        if len(bundle.ends) == 2 and all(not own.isdisjoint(bundle.ends) for own in ends)
    ]
    heights = [label_size(name)[1] for name in names if len(name) > 1]
    return max([float(sizes.BLOCK_GAP), *heights])


def _band_heights(
    placement: Placement, blocks: Sequence[Block], tops: Mapping[int, float]
) -> list[float]:
    return [
        max(tops[column[-1]] + blocks[column[-1]].height if column else 0.0 for column in columns)
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
    beyond = max(0.0, plan.grid.width - _LARGEST[0]) + max(0.0, plan.grid.height - _LARGEST[1])
    in_the_way = _CROSSING * crossings(plan) + _HIDDEN * _hidden(plan)
    return 900 * size + _TOO_LARGE * beyond + in_the_way + 0.12 * length


def _stretches(wire: Wire) -> set[tuple[Point, Point]]:
    return {(min(a, b), max(a, b)) for points in wire.ways for a, b in pairwise(points)}


def crossings(plan: Plan) -> int:
    """Return how often lines of different wires cross."""
    return sum(count for _, _, count in _crossing_pairs(plan))


def _crossed(plan: Plan) -> list[Wire]:
    return [wire for one, other, _ in _crossing_pairs(plan) for wire in (one, other)]


def _crossing_pairs(plan: Plan) -> Iterator[tuple[Wire, Wire, int]]:
    """Yield wires that cross each other, and how often."""
    led = [(wire, _stretches(wire)) for wire in plan.wires]
    for (one, parts), (other, others) in combinations(led, 2):
        places = {_crossing(a, b) for a in parts for b in others} - {None}
        if places:
            yield one, other, len(places)


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
