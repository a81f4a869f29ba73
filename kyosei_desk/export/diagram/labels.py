# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Where the names of lines stand: on the line itself, with nothing else under them."""

from collections.abc import Mapping, Sequence

from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.bundles import Bundle
from kyosei_desk.export.diagram.lines import Line
from kyosei_desk.export.diagram.model import Label, TextLine, TextRole
from kyosei_desk.export.diagram.sizes import base_line, line_height
from kyosei_desk.export.diagram.words import text_width, wrap, wrap_kindly
from kyosei_desk.export.shapes import Point, Rect

_STEP = 4.0
Upright = tuple[float, float, float]


def label_size(lines: Sequence[str]) -> tuple[float, float]:
    """Return the width and height of a label with its air."""
    role = TextRole.LABEL
    width = max(text_width(line, role) for line in lines) + 2 * sizes.LABEL_PAD_X
    return width, line_height(role) * len(lines) + 2 * sizes.LABEL_PAD_Y


def label_at(centre: Point, lines: Sequence[str]) -> Label:
    """Return a label around a point."""
    role = TextRole.LABEL
    width, height = label_size(lines)
    top = centre[1] - height / 2
    placed = tuple(
        TextLine(
            centre[0],
            top + sizes.LABEL_PAD_Y + line_height(role) * row + base_line(role),
            line,
            role,
            centred=True,
        )
        for row, line in enumerate(lines)
    )
    return Label(Rect(centre[0] - width / 2, top, width, height), placed)


def label_lines(line: Line, *, level: bool) -> tuple[str, ...]:
    """Return a line's name as it is broken on a level stretch, or on an upright one."""
    if level:
        return wrap(line.bundle.label, TextRole.LABEL, sizes.LONG_LABEL_WIDTH, most=4)
    return upright_label(line.bundle)


def upright_label(bundle: Bundle) -> tuple[str, ...]:
    """Return a name as it is broken on a line that runs up and down."""
    return wrap_kindly(bundle.label, TextRole.LABEL, sizes.LABEL_WIDTHS, most=4)


def label_gutter(line: Line) -> int:
    """Return the gutter with the line's longest upright stretch."""

    def length(gutter: int) -> float:
        levels = line.levels_in(gutter)
        return max(levels) - min(levels)

    return max(line.course.gutters, key=lambda gutter: (length(gutter), -gutter))


def set_label(line: Line, trunks: Mapping[int, float], uprights: Sequence[Upright]) -> Label:
    """Return a line's label; ``uprights`` are x, top and bottom of every upright stretch."""
    if not line.label_in_channel:
        centre = (trunks[label_gutter(line)], line.label_y)
        return label_at(centre, label_lines(line, level=False))
    words = label_lines(line, level=True)
    width, height = label_size(words)
    half = width / 2
    xs = sorted(trunks.values())
    low, high = xs[0] + half + 8, xs[-1] - half - 8
    top, bottom = line.level - height / 2 - 2, line.level + height / 2 + 2
    walls = [x for x, y1, y2 in uprights if y1 <= bottom and top <= y2]
    middle = (low + high) / 2
    places = [low + _STEP * i for i in range(int(max(high - low, 0) / _STEP) + 1)]
    places.sort(key=lambda x: (abs(x - middle), x))
    free = [x for x in places if all(abs(wall - x) >= half + sizes.LABEL_GAP for wall in walls)]
    return label_at(((free or [middle])[0], line.level), words)
