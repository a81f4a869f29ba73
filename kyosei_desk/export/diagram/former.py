# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where the cards of a diagram stood before, so that a small change does not shuffle them."""

from collections.abc import Iterable, Mapping

from kyosei_desk.export.diagram.placing import Placement
from kyosei_desk.export.diagram.sketches import Sketch
from kyosei_desk.export.shapes import Point

KEPT_WITHIN = 1.1  # how much harder to read the former arrangement may be than the best one
_SAME_COLUMN = 12.0  # pixels: cards of one block may be set in

Corners = Mapping[str, Point]


def former_placement(sketch: Sketch, columns: int, former: Corners) -> Placement | None:
    """Return the blocks of a sketch where their cards stood; None where one stood nowhere.

    ``former`` has the upper left corner of each element's card. The columns are told apart by
    where blocks began; what stood higher stands higher.
    """
    at: list[Point] = []
    for block in sketch.blocks:
        first = block.cards[0]
        corner = former.get(first.element)
        if corner is None or any(card.element not in former for card in block.cards):
            return None
        at.append((corner[0] - first.rect.x, corner[1] - first.rect.y))
    lefts = _lefts(x for x, _ in at)
    if len(lefts) > columns:
        return None
    bands: list[list[list[int]]] = [[[] for _ in range(columns)] for _ in sketch.bands]
    for number in sorted(range(len(at)), key=lambda one: at[one][1]):
        column = max(n for n, left in enumerate(lefts) if at[number][0] >= left - _SAME_COLUMN)
        bands[sketch.placed[number].band][column].append(number)
    return tuple(tuple(map(tuple, band)) for band in bands)


def _lefts(xs: Iterable[float]) -> list[float]:
    """Return where columns begin."""
    lefts: list[float] = []
    for x in sorted(xs):
        if not lefts or x > lefts[-1] + _SAME_COLUMN:
            lefts.append(x)
    return lefts
