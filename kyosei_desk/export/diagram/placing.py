# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where blocks stand: columns in each band, chosen so that lines are short and seldom cross.

The search starts from the slots of the provisions, left to right. It moves and exchanges
blocks, at first accepting what is somewhat worse, then ever less (threshold accepting). Its
numbers come from a generator of fixed seed: it takes the same steps every time.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.courses import Course, End, best_course
from kyosei_desk.export.diagram.tangles import Shape, disentangled, shape_of, tangle

_CHANNEL = 30.0  # reckoned height of a channel
_CLOSED = float("inf")  # the height of a channel in a band without blocks: no line goes there
_PITCH = sizes.CARD_WIDTH + 44.0  # reckoned width of a column and its gutter
_COLUMN = 150.0  # what a column costs that has any block
_WRONG_ORDER = 45.0
_WRONG_ORDER_BELOW = 8.0
_LONG = 0.4  # what a pixel of line is worth
_LOW = 2.0  # what a pixel of height is worth
_TOO_HIGH = 3.0  # and one that a band has too many
_ROOM = 1.1  # the height of a band, times that of columns of one height
_EXCHANGES = 0.4  # how many steps try to exchange two blocks

Columns = tuple[tuple[int, ...], ...]
Placement = tuple[Columns, ...]
Slot = tuple[int, int]
Place = tuple[int, float]  # the column, and how far down


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
        self.blocks = blocks
        self.nets = nets
        self.nets_at: list[list[int]] = [[] for _ in blocks]
        for number, net in enumerate(nets):
            for block in sorted({end.block for end in net}):
                self.nets_at[block].append(number)
        self._bands = bands
        self._columns = columns
        self._known: dict[tuple[object, ...], Shape] = {}
        self._set_bands()

    def _set_bands(self) -> None:
        """Reckon how high the bands are: as high as columns of one height would be, and more."""
        self.tops: list[float] = []
        self._rooms: list[float] = []
        self._channels: list[float] = []
        y = 0.0
        for band in range(self._bands):
            heights = [b.height + sizes.BLOCK_GAP for b in self.blocks if b.band == band]
            self._channels.append(y + _CHANNEL / 2 if heights else _CLOSED)
            self.tops.append(y + _CHANNEL)
            room = max([sum(heights) / self._columns * _ROOM, *heights])
            self._rooms.append(room)
            y += _CHANNEL + room + sizes.BAND_PAD
        self._channels.append(y + _CHANNEL / 2 if self._bands and heights else _CLOSED)

    def place(self, start: Placement, steps: int, seed: int, warm: float) -> Placement:
        """Return the best placement found from ``start`` on in a number of steps.

        ``warm`` is how much worse a step may be at first.
        """
        desk = _Desk(self, start)
        chance = Random(seed)
        best, best_cost = desk.placement(), desk.cost
        for step in range(steps if len(self.blocks) > 1 else 0):
            threshold = warm * (1 - step / steps) ** 2
            if desk.change(chance, desk.cost + threshold) and desk.cost < best_cost - 1e-6:
                best, best_cost = desk.placement(), desk.cost
        turned = mirrored(best)
        return turned if _Desk(self, turned).cost < best_cost else best

    def variations(self, placement: Placement, moving: Iterable[int]) -> list[Placement]:
        """Return the placements with one of some blocks elsewhere in its band, the best first."""
        found: dict[Placement, float] = {}
        for block in moving:
            band = self.blocks[block].band
            for columns in _elsewhere(placement[band], block):
                changed = (*placement[:band], columns, *placement[band + 1 :])
                if changed != placement and changed not in found:
                    found[changed] = _Desk(self, changed).cost
        return sorted(found, key=lambda one: found[one])

    def shape(self, number: int, at: Sequence[Place]) -> Shape:
        """Return the course of a net with blocks at these places, and what it passes."""
        net = self.nets[number]
        key = (number, *[at[end.block] for end in net])
        known = self._known.get(key)
        if known is None:
            ends = [End(at[e.block][0], at[e.block][1] + e.y, e.inner) for e in net]
            course = best_course(ends, self._channels, _PITCH)
            known = self._known[key] = shape_of(ends, course, self._channels)
        return known

    def band_cost(self, band: int, columns: Sequence[Sequence[int]], at: Sequence[Place]) -> float:
        """Return what the height of a band costs, and the order of its blocks."""
        highest = max(
            at[column[-1]][1] + self.blocks[column[-1]].height + sizes.BLOCK_GAP if column else 0.0
            for column in columns
        )
        highest = max(0.0, highest - self.tops[band])
        too_high = max(0.0, highest - self._rooms[band])
        return _LOW * highest + _TOO_HIGH * too_high + self._order_cost(columns, at)

    def _order_cost(self, columns: Sequence[Sequence[int]], at: Sequence[Place]) -> float:
        placed: list[tuple[int, float, Slot]] = []
        for column in columns:
            for i in column:
                slot = self.blocks[i].slot
                if slot is not None:
                    placed.append((*at[i], slot))
        cost = 0.0
        for (c1, y1, s1), (c2, y2, s2) in combinations(placed, 2):
            if c1 == c2:
                cost += _WRONG_ORDER_BELOW if s1 != s2 and (s1 > s2) == (y1 < y2) else 0.0
            elif s1[0] != s2[0] and (s1 > s2) == (c1 < c2):
                cost += _WRONG_ORDER
        return cost

    def courses(self, placement: Placement) -> list[Course]:
        """Return the course of each net, with bands as high as they are."""
        at: dict[int, tuple[int, float]] = {}
        channels: list[float] = []
        y = 0.0
        for columns in placement:
            channels.append(y + _CHANNEL / 2 if any(columns) else _CLOSED)
            lowest = y + _CHANNEL
            for number, column in enumerate(columns):
                down = y + _CHANNEL
                for i in column:
                    at[i] = (number, down)
                    down += self.blocks[i].height + sizes.BLOCK_GAP
                lowest = max(lowest, down - sizes.BLOCK_GAP)
            y = lowest + sizes.BAND_PAD
        channels.append(y + _CHANNEL / 2 if placement and any(placement[-1]) else _CLOSED)
        ends = [
            [End(at[e.block][0], at[e.block][1] + e.y, e.inner) for e in net] for net in self.nets
        ]
        return disentangled(ends, channels, _PITCH)

    def first(self) -> Placement:
        """Return the blocks in the order of their slots, columns about equally high."""
        slots = self._spread_slots()
        bands: list[Columns] = []
        for band in range(self._bands):
            own = [i for i, block in enumerate(self.blocks) if block.band == band]
            own.sort(key=lambda i: (slots[i], i))
            total = sum(self.blocks[i].height + sizes.BLOCK_GAP for i in own)
            columns: list[list[int]] = [[] for _ in range(self._columns)]
            filled = 0.0
            for i in own:
                height = self.blocks[i].height + sizes.BLOCK_GAP
                at = int((filled + height / 2) / max(total, 1.0) * self._columns)
                columns[min(at, self._columns - 1)].append(i)
                filled += height
            bands.append(tuple(map(tuple, columns)))
        return tuple(bands)

    def _spread_slots(self) -> list[float]:
        """Return a place from left to right for every block: its slot's, or its neighbours'."""
        places = [b.slot[0] + b.slot[1] / 100 if b.slot else None for b in self.blocks]
        known = [place for place in places if place is not None]
        usual = sum(known) / len(known) if known else 0.0
        near: dict[int, list[int]] = {}
        for net in self.nets:
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


def _elsewhere(columns: Columns, block: int) -> Iterator[Columns]:
    """Yield the columns of a band with a block everywhere, or in exchange with another."""
    others = [tuple(i for i in column if i != block) for column in columns]
    for number, column in enumerate(others):
        for row in range(len(column) + 1):
            moved = (*column[:row], block, *column[row:])
            yield (*others[:number], moved, *others[number + 1 :])
    for other in (i for column in others for i in column):
        swap = {block: other, other: block}
        yield tuple(tuple(swap.get(i, i) for i in column) for column in columns)


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


class _Desk:
    """Blocks being moved about, with the cost kept up to date.

    Bands begin at fixed heights here: what moves in one band does not touch the others.
    """

    def __init__(self, placer: "Placer", placement: Placement):
        self._placer = placer
        self._columns = [[list(column) for column in columns] for columns in placement]
        self._at: list[Place] = [(0, 0.0)] * len(placer.blocks)
        self._band_costs = [0.0] * len(placement)
        for band in range(len(placement)):
            for block, place in self._moved(band):
                self._at[block] = place
            self._band_costs[band] = placer.band_cost(band, self._columns[band], self._at)
        self._shapes = [placer.shape(number, self._at) for number in range(len(placer.nets))]
        self._rows = [self._row(number, shape, {}) for number, shape in enumerate(self._shapes)]
        self._used = self._columns_cost()
        self.cost = self._reckoned()

    def _reckoned(self) -> float:
        """Return how bad the placement is."""
        lengths = _LONG * sum(shape.course.cost for shape in self._shapes)
        tangles = sum(sum(row.values()) for row in self._rows) / 2
        return lengths + tangles + self._used + sum(self._band_costs)

    def _columns_cost(self) -> float:
        used = [any(column) for column in zip(*self._columns, strict=True)]
        return _COLUMN * used.count(True)

    def placement(self) -> Placement:
        """Return where the blocks are now."""
        return tuple(tuple(map(tuple, columns)) for columns in self._columns)

    def change(self, chance: Random, allowed: float) -> bool:
        """Move a block, or exchange two, in one band, where that costs no more than allowed."""
        block = int(chance.random() * len(self._at))
        band = self._placer.blocks[block].band
        columns = self._columns[band]
        c = self._at[block][0]
        r = columns[c].index(block)
        target = int(chance.random() * len(columns))
        row = int(chance.random() * (len(columns[target]) + 1))
        before = [list(column) for column in columns]
        if chance.random() < _EXCHANGES and row < len(columns[target]):
            other = columns[target][row]
            columns[target][row], columns[c][r] = block, other
        else:
            del columns[c][r]
            columns[target].insert(row, block)
        if columns != before and self._settled(band, allowed):
            return True
        self._columns[band] = before
        return False

    def _settled(self, band: int, allowed: float) -> bool:
        """Keep the columns of a band as they are now, unless that costs more than allowed."""
        moved = self._moved(band)
        before = [(block, self._at[block]) for block, _ in moved]
        for block, place in moved:
            self._at[block] = place
        band_cost = self._placer.band_cost(band, self._columns[band], self._at)
        used = self._columns_cost()
        cost = self.cost + band_cost - self._band_costs[band] + used - self._used
        led = self._led(moved, cost, allowed)
        if led is None:
            for block, place in before:
                self._at[block] = place
            return False
        self._band_costs[band], self._used = band_cost, used
        self.cost, shapes, rows = led
        for number, shape in shapes.items():
            for other in self._rows[number]:
                self._rows[other].pop(number, None)
            self._shapes[number] = shape
        for number, row in rows.items():
            self._rows[number] = row
            for other, value in row.items():
                self._rows[other][number] = value
        return True

    def _led(
        self, moved: Sequence[tuple[int, Place]], cost: float, allowed: float
    ) -> tuple[float, dict[int, Shape], dict[int, dict[int, float]]] | None:
        """Return the cost with the lines of moved blocks led anew, and those lines.

        None: it costs more than allowed. Tangles only add, so that is known early.
        """
        shapes: dict[int, Shape] = {}
        for number in sorted({net for block, _ in moved for net in self._placer.nets_at[block]}):
            shape, old = self._placer.shape(number, self._at), self._shapes[number]
            if shape is not old:
                cost += _LONG * (shape.course.cost - old.course.cost)
                row = self._rows[number]
                cost -= sum(value for other, value in row.items() if other not in shapes)
                shapes[number] = shape
        rows: dict[int, dict[int, float]] = {}
        for number, shape in shapes.items():
            if cost > allowed:
                return None
            row = self._row(number, shape, shapes)
            cost += sum(value for other, value in row.items() if other not in rows)
            rows[number] = row
        return None if cost > allowed else (cost, shapes, rows)

    def _row(self, number: int, shape: Shape, changed: dict[int, Shape]) -> dict[int, float]:
        """Return what a line costs with each it tangles with."""
        row: dict[int, float] = {}
        top, bottom, mask = shape.top, shape.bottom, shape.mask
        for other, old in enumerate(self._shapes):
            one = changed.get(other, old)
            if top < one.bottom and one.top < bottom and mask & one.mask and other != number:
                value = tangle(shape, one)
                if value:
                    row[other] = value
        return row

    def _moved(self, band: int) -> list[tuple[int, Place]]:
        """Return the blocks of a band that stand elsewhere by now, and where."""
        moved: list[tuple[int, Place]] = []
        top, blocks = self._placer.tops[band], self._placer.blocks
        for number, column in enumerate(self._columns[band]):
            y = top
            for i in column:
                if self._at[i] != (number, y):
                    moved.append((i, (number, y)))
                y += blocks[i].height + sizes.BLOCK_GAP
        return moved
