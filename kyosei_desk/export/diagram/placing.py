# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where blocks stand: columns in each band, chosen so that lines are short and seldom cross.

The search starts from the slots of the provisions, left to right. It moves and exchanges
blocks, at first accepting what is somewhat worse, then ever less (threshold accepting). Its
numbers come from a generator of fixed seed: it takes the same steps every time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.courses import Course, End, best_course
from kyosei_desk.export.diagram.tangles import Shape, shape_of, tangle

_CHANNEL = 30.0  # reckoned height of a channel
_PITCH = sizes.CARD_WIDTH + 44.0  # reckoned width of a column and its gutter
_COLUMN = 150.0  # what a column costs that has any block
_WRONG_ORDER = 45.0
_WRONG_ORDER_BELOW = 8.0
_LOW = 1.0  # what a pixel of height is worth
_TOO_HIGH = 3.0  # and one that a band has too many
_ROOM = 1.25  # the height of a band, times that of columns of one height
_EXCHANGES = 0.4  # how many steps try to exchange two blocks
_WARM = 160.0

Columns = tuple[tuple[int, ...], ...]
Placement = tuple[Columns, ...]
Slot = tuple[int, int]


@dataclass(frozen=True)
class PlacedBlock:
    """What placing needs to know of a block: its band, height, and slot (see ``Guideline``)."""

    band: int
    height: float
    slot: Slot | None


@dataclass(frozen=True)
class NetEnd:
    """An end of a line: the block, how far down in it, and whether only the right is free."""

    block: int
    y: float
    inner: bool


Net = tuple[NetEnd, ...]


class Placer:
    """Finds a good placement of blocks in a number of columns."""

    def __init__(
        self, blocks: Sequence[PlacedBlock], nets: Sequence[Net], bands: int, columns: int
    ):
        """Take all blocks, their bands numbered from 0."""
        self._blocks = blocks
        self._nets = nets
        self._bands = bands
        self._columns = columns

    def place(self, start: Placement, steps: int, seed: int, warm: float = _WARM) -> Placement:
        """Return the best placement found from ``start`` on in a number of steps.

        ``warm`` is how much worse a step may be at first.
        """
        desk = _Desk(self._blocks, self._nets, start)
        chance = Random(seed)
        best, best_cost = desk.placement(), desk.cost
        for step in range(steps if len(self._blocks) > 1 else 0):
            threshold = warm * (1 - step / steps) ** 2
            before = desk.cost
            undo = desk.change(chance)
            if undo is None:
                continue
            if desk.cost > before + threshold:
                desk.restore(undo)
            elif desk.cost < best_cost - 1e-6:
                best, best_cost = desk.placement(), desk.cost
        turned = mirrored(best)
        return turned if _Desk(self._blocks, self._nets, turned).cost < best_cost else best

    def courses(self, placement: Placement) -> list[Course]:
        """Return the course of each net, with bands as high as they are."""
        at: dict[int, tuple[int, float]] = {}
        channels: list[float] = []
        y = 0.0
        for columns in placement:
            channels.append(y + _CHANNEL / 2)
            lowest = y + _CHANNEL
            for number, column in enumerate(columns):
                down = y + _CHANNEL
                for i in column:
                    at[i] = (number, down)
                    down += self._blocks[i].height + sizes.BLOCK_GAP
                lowest = max(lowest, down - sizes.BLOCK_GAP)
            y = lowest + sizes.BAND_PAD
        channels.append(y + _CHANNEL / 2)
        return [
            best_course(
                [End(at[e.block][0], at[e.block][1] + e.y, e.inner) for e in net], channels, _PITCH
            )
            for net in self._nets
        ]

    def first(self) -> Placement:
        """Return the blocks in the order of their slots, columns about equally high."""
        slots = self._spread_slots()
        bands: list[Columns] = []
        for band in range(self._bands):
            own = [i for i, block in enumerate(self._blocks) if block.band == band]
            own.sort(key=lambda i: (slots[i], i))
            total = sum(self._blocks[i].height + sizes.BLOCK_GAP for i in own)
            columns: list[list[int]] = [[] for _ in range(self._columns)]
            filled = 0.0
            for i in own:
                height = self._blocks[i].height + sizes.BLOCK_GAP
                at = int((filled + height / 2) / max(total, 1.0) * self._columns)
                columns[min(at, self._columns - 1)].append(i)
                filled += height
            bands.append(tuple(map(tuple, columns)))
        return tuple(bands)

    def _spread_slots(self) -> list[float]:
        """Return a place from left to right for every block: its slot's, or its neighbours'."""
        places = [b.slot[0] + b.slot[1] / 100 if b.slot else None for b in self._blocks]
        known = [place for place in places if place is not None]
        usual = sum(known) / len(known) if known else 0.0
        near: dict[int, list[int]] = {}
        for net in self._nets:
            for one, other in combinations(sorted({end.block for end in net}), 2):
                near.setdefault(one, []).append(other)
                near.setdefault(other, []).append(one)
        values = [usual if place is None else place for place in places]
        for _ in range(4):
            values = [
                place
                if place is not None
                else sum(values[n] for n in near.get(i, [i])) / len(near.get(i, [i]))
                for i, place in enumerate(places)
            ]
        return values


def mirrored(placement: Placement) -> Placement:
    """Return a placement with right and left exchanged."""
    return tuple(tuple(reversed(columns)) for columns in placement)


def without_empty_columns(placement: Placement) -> Placement:
    """Return a placement without the columns in which no band has a block."""
    used = [any(columns) for columns in zip(*placement, strict=True)]
    if not any(used):
        used[0] = True
    return tuple(
        tuple(column for column, kept in zip(columns, used, strict=True) if kept)
        for columns in placement
    )


@dataclass
class _Undo:
    """What a change has altered, to be put back."""

    band: int
    columns: list[list[int]]
    height: float
    order: float
    places: list[tuple[int, tuple[int, float]]]
    shapes: list[tuple[int, Shape, list[float]]]
    sums: tuple[float, float]


class _Desk:
    """Blocks being moved about, with the cost kept up to date.

    Bands begin at fixed heights here: what moves in one band does not touch the others.
    """

    def __init__(self, blocks: Sequence[PlacedBlock], nets: Sequence[Net], placement: Placement):
        self._blocks = blocks
        self._nets = nets
        self._columns = [[list(column) for column in columns] for columns in placement]
        self._nets_at: list[list[int]] = [[] for _ in blocks]
        for number, net in enumerate(nets):
            for block in sorted({end.block for end in net}):
                self._nets_at[block].append(number)
        self._set_bands()
        self._at: list[tuple[int, float]] = [(0, 0.0)] * len(blocks)
        self._shapes: list[Shape] = []
        self._known: dict[tuple[End, ...], Shape] = {}
        self._heights = [0.0] * len(placement)
        self._orders = [0.0] * len(placement)
        for band in range(len(placement)):
            self._settle(band)
        self._shapes = [self._shape(number) for number in range(len(nets))]
        self._pairs = [[0.0] * len(nets) for _ in nets]
        for i, j in combinations(range(len(nets)), 2):
            self._pairs[i][j] = self._pairs[j][i] = tangle(self._shapes[i], self._shapes[j])
        self._tangles = sum(map(sum, self._pairs)) / 2
        self._lengths = sum(shape.course.cost for shape in self._shapes)

    def _set_bands(self) -> None:
        self._tops: list[float] = []
        self._rooms: list[float] = []
        self._channels: list[float] = []
        y = 0.0
        for columns in self._columns:
            heights = [self._blocks[i].height + sizes.BLOCK_GAP for col in columns for i in col]
            self._channels.append(y + _CHANNEL / 2)
            self._tops.append(y + _CHANNEL)
            room = max([sum(heights) / len(columns) * _ROOM, *heights])
            self._rooms.append(room)
            y += _CHANNEL + room + sizes.BAND_PAD
        self._channels.append(y + _CHANNEL / 2)

    @property
    def cost(self) -> float:
        """How bad the placement is; about pixels of line."""
        used = sum(any(column) for column in zip(*self._columns, strict=True))
        cost = self._lengths + self._tangles + _COLUMN * used
        return cost + sum(self._heights) + sum(self._orders)

    def placement(self) -> Placement:
        """Return where the blocks are now."""
        return tuple(tuple(map(tuple, columns)) for columns in self._columns)

    def change(self, chance: Random) -> _Undo | None:
        """Move a block, or exchange two, in one band; None when that changes nothing."""
        block = int(chance.random() * len(self._blocks))
        band = self._blocks[block].band
        columns = self._columns[band]
        before = [list(column) for column in columns]
        c = self._at[block][0]
        r = columns[c].index(block)
        target = int(chance.random() * len(columns))
        row = int(chance.random() * (len(columns[target]) + 1))
        if chance.random() < _EXCHANGES and row < len(columns[target]):
            other = columns[target][row]
            columns[target][row], columns[c][r] = block, other
        else:
            del columns[c][r]
            columns[target].insert(row, block)
        if columns == before:
            return None
        sums = (self._lengths, self._tangles)
        undo = _Undo(band, before, self._heights[band], self._orders[band], [], [], sums)
        undo.places = self._settle(band)
        self._lead({block for block, _ in undo.places}, undo)
        return undo

    def restore(self, undo: _Undo) -> None:
        """Take the last change back."""
        self._columns[undo.band] = undo.columns
        self._heights[undo.band], self._orders[undo.band] = undo.height, undo.order
        for block, place in undo.places:
            self._at[block] = place
        for number, shape, row in reversed(undo.shapes):
            self._shapes[number] = shape
            self._pairs[number] = row
            for other, value in enumerate(row):
                self._pairs[other][number] = value
        self._lengths, self._tangles = undo.sums

    def _lead(self, moved: set[int], undo: _Undo) -> None:
        """Reckon the lines of blocks that have moved."""
        for number in sorted({net for block in moved for net in self._nets_at[block]}):
            shape, old = self._shape(number), self._shapes[number]
            if shape is old:
                continue
            self._lengths += shape.course.cost - old.course.cost
            self._shapes[number] = shape
            row = self._pairs[number]
            undo.shapes.append((number, old, row))
            new = [tangle(shape, one) for one in self._shapes]
            new[number] = 0.0
            self._tangles += sum(new) - sum(row)
            self._pairs[number] = new
            for other, value in enumerate(new):
                self._pairs[other][number] = value

    def _settle(self, band: int) -> list[tuple[int, tuple[int, float]]]:
        """Reckon the places in a band; return the blocks that move, and where they were."""
        moved: list[tuple[int, tuple[int, float]]] = []
        top = self._tops[band]
        highest = 0.0
        for number, column in enumerate(self._columns[band]):
            y = 0.0
            for i in column:
                place = (number, top + y)
                if self._at[i] != place:
                    moved.append((i, self._at[i]))
                    self._at[i] = place
                y += self._blocks[i].height + sizes.BLOCK_GAP
            highest = max(highest, y)
        self._heights[band] = _LOW * highest + _TOO_HIGH * max(0.0, highest - self._rooms[band])
        self._orders[band] = self._order_cost(band)
        return moved

    def _shape(self, number: int) -> Shape:
        ends = tuple(
            End(self._at[e.block][0], self._at[e.block][1] + e.y, e.inner)
            for e in self._nets[number]
        )
        known = self._known.get(ends)
        if known is None:
            course = best_course(ends, self._channels, _PITCH)
            known = self._known[ends] = shape_of(ends, course, self._channels)
        return known

    def _order_cost(self, band: int) -> float:
        placed: list[tuple[int, float, Slot]] = []
        for column in self._columns[band]:
            for i in column:
                slot = self._blocks[i].slot
                if slot is not None:
                    placed.append((*self._at[i], slot))
        cost = 0.0
        for (c1, y1, s1), (c2, y2, s2) in combinations(placed, 2):
            if c1 == c2:
                cost += _WRONG_ORDER_BELOW if s1 != s2 and (s1 > s2) == (y1 < y2) else 0.0
            elif s1[0] != s2[0] and (s1 > s2) == (c1 < c2):
                cost += _WRONG_ORDER
        return cost
