# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Leads the lines between blocks: through gutters and channels, past every card.

The rounds follow each other because each needs what the other finds: the lines in a channel
make it high, which moves the cards, which moves where lines meet them, which orders the lines
in the gutters. A few rounds are enough to agree.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.bundles import Bundle
from kyosei_desk.export.diagram.courses import Course
from kyosei_desk.export.diagram.labels import label_gutter, label_lines, label_size
from kyosei_desk.export.diagram.lines import Line, line_ends
from kyosei_desk.export.diagram.ports import Port, centre_ports, set_ports
from kyosei_desk.export.diagram.tracks import Tick, Track, lay_tracks
from kyosei_desk.export.shapes import Rect

_ROUNDS = 4


@dataclass(frozen=True)
class GridCard:
    """A card in the grid: its band, column, inset from the column's left, and place in the band.

    ``top`` counts from the top of the band's cards.
    """

    band: int
    column: int
    inset: float
    top: float
    height: float


@dataclass(frozen=True)
class Grid:
    """Where everything has come to stand."""

    columns: tuple[float, ...]  # the left edge of each column
    band_tops: tuple[float, ...]  # the top of each band's cards
    channels: tuple[tuple[float, float], ...]  # top and height of each channel
    width: float
    height: float


class Router:
    """Leads all lines through one grid."""

    def __init__(
        self,
        cards: Mapping[str, GridCard],
        band_heights: Sequence[float],
        columns: int,
        bundles: Sequence[tuple[Bundle, Course]],
    ):
        """Take the cards in their grid and the lines with their courses."""
        self._cards = cards
        self._band_heights = band_heights
        self._count = columns
        self.lines = [
            Line(number, bundle, course, _ports(bundle, course, cards))
            for number, (bundle, course) in enumerate(bundles)
        ]
        self._gutters = [sizes.GUTTER * 2.0] * (columns + 1)
        self._channel_heights = [0.0] * (len(band_heights) + 1)
        self._closed: list[list[tuple[float, float]]] = [[] for _ in range(columns + 1)]
        for line in self.lines:
            line.label_in_channel = self._has_long_run(line)

    def _has_long_run(self, line: Line) -> bool:
        """Tell whether the label stands best on the line's level stretch."""
        course = line.course
        if course.channel is None:
            return False
        span = max(course.gutters) - min(course.gutters)
        width, _ = label_size(label_lines(line, level=True))
        return span >= 1 and width < span * sizes.CARD_WIDTH

    def route(self) -> Grid:
        """Lead the lines; afterwards each line knows its ports, trunks, level and label."""
        for step in range(_ROUNDS):
            self._lay_channels()
            grid = self._grid()
            self._set_levels(grid)
            (set_ports if step else centre_ports)(self.lines, self._card_rects(grid))
            self._lay_gutters(grid)
        grid = self._grid()
        rects = self._card_rects(grid)
        for port in (port for line in self.lines for port in line.ports):
            rect = rects[port.element]
            port.x = rect.right if port.side > 0 else rect.x
        return grid

    # The grid

    def _grid(self) -> Grid:
        columns: list[float] = []
        x = 0.0
        for number in range(self._count):
            x += self._gutters[number]
            columns.append(x)
            x += sizes.CARD_WIDTH
        width = x + self._gutters[self._count]
        tops: list[float] = []
        channels: list[tuple[float, float]] = []
        y = 0.0
        for band, height in enumerate(self._band_heights):
            channels.append((y, self._channel_heights[band]))
            y += self._channel_heights[band] + sizes.BAND_PAD
            tops.append(y)
            y += height + sizes.BAND_PAD
        channels.append((y, self._channel_heights[-1]))
        y += self._channel_heights[-1]
        return Grid(tuple(columns), tuple(tops), tuple(channels), width, y)

    def _set_levels(self, grid: Grid) -> None:
        for line in self.lines:
            if line.course.channel is not None:
                line.level = grid.channels[line.course.channel][0] + line.depth

    def _card_rects(self, grid: Grid) -> dict[str, Rect]:
        return {
            element: Rect(
                grid.columns[card.column] + card.inset,
                grid.band_tops[card.band] + card.top,
                sizes.CARD_WIDTH - card.inset,
                card.height,
            )
            for element, card in self._cards.items()
        }

    # Channels

    def _lay_channels(self) -> None:
        grid = self._grid()
        for channel in range(len(self._channel_heights)):
            lines = [line for line in self.lines if line.course.channel == channel]
            tracks = [self._run_track(line, grid, channel) for line in lines]
            by_key = dict(zip([track.key for track in tracks], lines, strict=True))
            gap = 12.0
            height = lay_tracks(tracks, walls=(gap, gap))
            self._channel_heights[channel] = height
            for track in tracks:
                by_key[track.key].depth = track.offset

    def _run_track(self, line: Line, grid: Grid, channel: int) -> Track:
        ticks: list[Tick] = []
        for gutter in sorted(set(line.course.gutters)):
            x = self.trunk_x(line, gutter, grid)
            bands = [
                self._cards[port.element].band
                for port, own in zip(line.ports, line.course.gutters, strict=True)
                if own == gutter
            ]
            ticks += [Tick(x, True)] if any(band >= channel for band in bands) else []
            ticks += [Tick(x, False)] if any(band < channel for band in bands) else []
        label = None
        if line.label_in_channel:
            label = label_size(label_lines(line, level=line.label_in_channel))
        return Track((line.number, channel), tuple(ticks), label)

    def trunk_x(self, line: Line, gutter: int, grid: Grid) -> float:
        """Return where a line's upright stretch in a gutter is."""
        left = grid.columns[gutter - 1] + sizes.CARD_WIDTH if gutter else 0.0
        return left + line.offsets.get(gutter, self._gutters[gutter] / 2 + line.number * 0.01)

    # Gutters

    def _lay_gutters(self, grid: Grid) -> None:
        for gutter in range(self._count + 1):
            lines = [line for line in self.lines if gutter in line.course.gutters]
            passing = self._passing(gutter)
            tracks = [self._trunk_track(line, gutter, passing) for line in lines]
            walls = (float(sizes.WALL_GAP), float(sizes.WALL_GAP))
            width = lay_tracks(tracks, walls=walls)
            outer = gutter in (0, self._count)
            self._gutters[gutter] = max(width, 0.0 if outer else float(sizes.GUTTER))
            spare = (self._gutters[gutter] - width) / 2 if tracks else 0.0
            for track in tracks:
                line = self.lines[track.key[0]]
                line.offsets[gutter] = track.offset + spare
                line.label_y = track.label_at if track.label else line.label_y

    def _passing(self, gutter: int) -> list[tuple[int, float]]:
        """Return the lines whose level stretch passes a gutter, and how far down."""
        return [
            (line.number, line.level)
            for line in self.lines
            if line.course.channel is not None
            and min(line.course.gutters) <= gutter <= max(line.course.gutters)
        ]

    def _trunk_track(self, line: Line, gutter: int, passing: Sequence[tuple[int, float]]) -> Track:
        ticks = [
            Tick(port.y, port.side < 0)
            for port, own in zip(line.ports, line.course.gutters, strict=True)
            if own == gutter
        ]
        channel = line.course.channel
        if channel is not None:
            level = line.level
            ticks += [Tick(level, True)] if max(line.course.gutters) > gutter else []
            ticks += [Tick(level, False)] if min(line.course.gutters) < gutter else []
        label = None
        closed: tuple[tuple[float, float], ...] = ()
        if not line.label_in_channel and gutter == label_gutter(line):
            width, height = label_size(label_lines(line, level=line.label_in_channel))
            label = (height, width)
            closed = tuple((y - 1, y + 1) for number, y in passing if number != line.number)
        return Track((line.number, gutter), tuple(ticks), label, closed)


def _ports(bundle: Bundle, course: Course, cards: Mapping[str, GridCard]) -> list[Port]:
    """Return a port for each end, on the side its gutter is."""
    ends = line_ends(bundle)
    return [
        Port(element, 1 if gutter > cards[element].column else -1)
        for element, gutter in zip(ends, course.gutters, strict=True)
    ]
