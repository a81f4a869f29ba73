# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where lines meet cards: spread along a side, so that they neither cross nor touch there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.courses import Course
from kyosei_desk.export.shapes import Rect

_WIDEST = 20.0  # between two lines that meet one side
APART = 5.0  # ends that face each other nearer than this would run into each other
_STEPS = (5, -5, 6, -6, 8, -8, 10, -10, 12, -12, 15, -15, 18, -18)
_NEAR = 14.0  # a step this small between two ends looks like a mistake


@dataclass
class Port:
    """Where a line meets an element, at its right side (1) or its left (-1)."""

    element: str
    side: int
    y: float = 0.0
    x: float = 0.0


class Led(Protocol):
    """A line that is being led."""

    number: int
    course: Course
    ports: list[Port]
    level: float
    offsets: dict[int, float]


_Sides = Mapping[tuple[str, int], list[tuple[Led, Port, int]]]


def centre_ports(lines: Sequence[Led], cards: Mapping[str, Rect]) -> None:
    """Set every port at the middle of its card: nothing is known yet of the lines' order."""
    for line in lines:
        for port in line.ports:
            port.y = cards[port.element].middle[1]


def set_ports(lines: Sequence[Led], cards: Mapping[str, Rect]) -> None:
    """Set the height of every port by the order of the lines in the gutters, in place."""
    sides: dict[tuple[str, int], list[tuple[Led, Port, int]]] = {}
    for line in lines:
        for port, gutter in zip(line.ports, line.course.gutters, strict=True):
            sides.setdefault((port.element, port.side), []).append((line, port, gutter))
    for (element, side), met in sides.items():
        _spread(met, side, cards[element], cards)
    _straighten(lines, cards, sides)
    _separate(lines, cards, sides)


def _spread(
    met: list[tuple[Led, Port, int]], side: int, card: Rect, cards: Mapping[str, Rect]
) -> None:
    """Order the ports of one side by where their lines go, and spread them evenly."""
    met.sort(key=lambda item: _turn(item[0], item[1], item[2], side, card, cards))
    count = len(met)
    room = card.height - 2 * sizes.PORT_EDGE
    gap = min(_WIDEST, room / (count - 1)) if count > 1 else 0.0
    first = card.middle[1] - gap * (count - 1) / 2
    for place, (_, port, _) in enumerate(met):
        port.y = round(first + gap * place, 1)


def _turn(
    line: Led, port: Port, gutter: int, side: int, card: Rect, cards: Mapping[str, Rect]
) -> tuple[int, float, int]:
    """Return a sorting key: lines going up first, those that turn soonest outermost."""
    middle = card.middle[1]
    others = [
        cards[other.element].middle[1]
        for other, own in zip(line.ports, line.course.gutters, strict=True)
        if other is not port and own == gutter
    ]
    ups = sum(1 for y in others if y < middle - 4)
    downs = sum(1 for y in others if y > middle + 4)
    if line.course.channel is not None:
        below = line.level > middle
        downs, ups = downs + below, ups + (not below)
    distance = line.offsets.get(gutter, 0.0) * side
    if ups and not downs:
        return -1, distance, line.number
    if downs and not ups:
        return 1, -distance, line.number
    return 0, float(downs - ups), line.number


def _straighten(
    lines: Sequence[Led],
    cards: Mapping[str, Rect],
    sides: _Sides,
) -> None:
    """Let two ends that face each other, or nearly, meet at one height."""
    for line in lines:
        for port, gutter in zip(line.ports, line.course.gutters, strict=True):
            for other, own in zip(line.ports, line.course.gutters, strict=True):
                if own == gutter and port.side > other.side:
                    _meet(port, other, cards, sides)


def _meet(
    port: Port,
    other: Port,
    cards: Mapping[str, Rect],
    sides: _Sides,
) -> None:
    if port.y == other.y or abs(port.y - other.y) > 3 * _NEAR:
        return
    low1, high1 = _freedom(port, cards, sides)
    low2, high2 = _freedom(other, cards, sides)
    low, high = max(low1, low2), min(high1, high2)
    if low <= high:
        level = round(min(max((port.y + other.y) / 2, low), high), 1)
        port.y = other.y = level


def _separate(lines: Sequence[Led], cards: Mapping[str, Rect], sides: _Sides) -> None:
    """Keep ends of different lines that face each other in a gutter at different heights."""
    gutters: dict[int, list[tuple[int, Port]]] = {}
    for line in lines:
        for port, gutter in zip(line.ports, line.course.gutters, strict=True):
            gutters.setdefault(gutter, []).append((line.number, port))
    for met in gutters.values():
        for number, port in met:
            facing = [
                other.y
                for other_number, other in met
                if other_number != number and other.side != port.side
            ]
            if all(abs(port.y - y) >= APART for y in facing) or _is_straight(number, port, met):
                continue
            low, high = _freedom(port, cards, sides)
            for step in _STEPS:
                level = round(port.y + step, 1)
                if low <= level <= high and all(abs(level - y) >= APART for y in facing):
                    port.y = level
                    break


def _is_straight(number: int, port: Port, met: Sequence[tuple[int, Port]]) -> bool:
    """Tell whether another end of the port's line is at the same height."""
    return any(
        other_number == number and other is not port and other.y == port.y
        for other_number, other in met
    )


def _freedom(
    port: Port,
    cards: Mapping[str, Rect],
    sides: _Sides,
) -> tuple[float, float]:
    """Return between which heights a port can go without coming near its neighbours."""
    card = cards[port.element]
    low, high = card.y + sizes.PORT_EDGE, card.bottom - sizes.PORT_EDGE
    for _, neighbour, _ in sides[port.element, port.side]:
        if neighbour is port:
            continue
        if neighbour.y <= port.y:
            low = max(low, neighbour.y + sizes.PORT_GAP)
        else:
            high = min(high, neighbour.y - sizes.PORT_GAP)
    return low, high
