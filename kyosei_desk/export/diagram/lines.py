# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A line being led: a bundle of links with its course, and the corners it comes to have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kyosei_desk.export.diagram.bundles import Bundle
from kyosei_desk.export.diagram.courses import Course
from kyosei_desk.export.diagram.ports import Port
from kyosei_desk.export.shapes import Point


@dataclass
class Line:
    """A bundle with its course: one port an end, and in which gutter each end's trunk is."""

    number: int
    bundle: Bundle
    course: Course
    ports: list[Port]
    label_in_channel: bool = False
    label_y: float = 0.0
    depth: float = 0.0  # of its run in the channel
    level: float = 0.0  # of its run in the grid
    offsets: dict[int, float] = field(default_factory=dict)  # of its trunks in their gutters

    def port(self, element: str, *, last: bool = False) -> Port:
        """Return where it meets an element; a line to itself meets it twice."""
        met = [port for port in self.ports if port.element == element]
        return met[-1 if last else 0]

    def gutter(self, port: Port) -> int:
        """Return the gutter one of its ports leads to."""
        place = next(i for i, own in enumerate(self.ports) if own is port)
        return self.course.gutters[place]

    def levels_in(self, gutter: int) -> list[float]:
        """Return how far down its upright stretch in a gutter begins, turns and ends."""
        levels = [
            port.y
            for port, own in zip(self.ports, self.course.gutters, strict=True)
            if own == gutter
        ]
        return levels if self.course.channel is None else [*levels, self.level]


def line_ends(bundle: Bundle) -> tuple[str, ...]:
    """Return the ends of a line: each element once, but twice that of a line to itself."""
    ends = bundle.ends
    return ends * 2 if len(ends) == 1 else ends


def way(line: Line, start: str, end: str, trunks: Mapping[int, float]) -> tuple[Point, ...]:
    """Return the corners of the way from one element to another along a line.

    ``trunks`` are the places of the line's upright stretches, a gutter each.
    """
    first, last = line.port(start), line.port(end, last=True)
    x1, x2 = trunks[line.gutter(first)], trunks[line.gutter(last)]
    points = [(first.x, first.y), (x1, first.y)]
    if x1 != x2:
        points += [(x1, line.level), (x2, line.level)]
    points += [(x2, last.y), (last.x, last.y)]
    return simplified(points)


def simplified(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the corners without those passed twice or in the middle of a stretch."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) >= 2:
            (x0, y0), (x1, y1) = kept[-2], kept[-1]
            if x0 == x1 == point[0] or y0 == y1 == point[1]:
                kept.pop()
                if kept[-1] == point:
                    continue
        kept.append(point)
    return tuple(kept)
