# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the signs of a diagram mean: only those that occur in it, in flowing rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kyosei_desk.domain.vocabulary import Coverage, ElementType, LinkType
from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.cards import Guideline
from kyosei_desk.export.diagram.model import (
    Badge,
    Card,
    Connector,
    Head,
    LegendEntry,
    Route,
    TextLine,
    TextRole,
)
from kyosei_desk.export.diagram.sizes import base_line
from kyosei_desk.export.diagram.tags import TAG_HEIGHT, TAG_WIDTH, tag_at
from kyosei_desk.export.diagram.words import text_width
from kyosei_desk.export.shapes import Rect

_ROW = 22.0
_GAP = 20.0
_ROW_GAP = 16.0  # and between rows in one line
_AFTER_SAMPLE = 6.0
_SHAPE = (26.0, 14.0)
_LINE = 38.0
# The kind stands for more than its name says: 構成・設置・配置・実施 are of it, too.
_ALL_EXIST = "いま まちにあるもの"
_SOME_EXIST = f"{_ALL_EXIST}（しるしのない要素は、これから新しく置くもの）"
_LINES = {LinkType.PARTICIPATE: "参加・位置づけ"}


@dataclass(frozen=True)
class Sign:
    """A sign to be explained; one of ``badge``, ``shape`` and ``kind``, or else the tag."""

    text: str
    badge: tuple[int, bool] | None = None
    shape: ElementType | None = None
    kind: LinkType | None = None

    @property
    def sample_width(self) -> float:
        """The width of the sample."""
        if self.badge is not None:
            return sizes.BADGE
        if self.shape is None and self.kind is None:
            return TAG_WIDTH
        return _SHAPE[0] if self.shape is not None else _LINE

    @property
    def width(self) -> float:
        """The width of sample and words."""
        return self.sample_width + _AFTER_SAMPLE + text_width(self.text, TextRole.LEGEND)


def legend_rows(
    cards: Sequence[Card], connectors: Sequence[Connector], guideline: Guideline
) -> tuple[tuple[Sign, ...], ...]:
    """Return the signs that occur: what exists, functions, lines and shapes, a row each."""
    numbers = {badge.number for card in cards for badge in card.badges}
    functions = [
        Sign(function.plain, badge=(number, True))
        for number, function in guideline.functions.items()
        if number in numbers
    ]
    shapes: list[Sign] = []
    if numbers:
        first = min(numbers, key=lambda number: number or 9)
        shapes.append(Sign(f"{Coverage.FULL.label}（ぬりつぶし）", badge=(first, True)))
        shapes.append(Sign(f"{Coverage.PARTIAL.label}（わくだけ）", badge=(first, False)))
    types = {card.shape for card in cards}
    shapes += [Sign(shape.label, shape=shape) for shape in ElementType if shape in types]
    kinds = {connector.kind for connector in connectors}
    lines = [Sign(_LINES.get(kind, kind.label), kind=kind) for kind in LinkType if kind in kinds]
    return tuple(tuple(row) for row in (_tags(cards), functions, lines, shapes) if row)


def _tags(cards: Sequence[Card]) -> list[Sign]:
    if not any(card.tag for card in cards):
        return []
    return [Sign(_ALL_EXIST if all(card.tag for card in cards) else _SOME_EXIST)]


def set_legend(
    rows: Iterable[Sequence[Sign]], x: float, y: float, width: float
) -> tuple[tuple[LegendEntry, ...], float]:
    """Return the entries, broken into lines of a width, and how far down they end.

    A row goes on in the line of the one before where there is room for all of it.
    """
    entries: list[LegendEntry] = []
    at, right = x, x + width
    for row in rows:
        whole = sum(sign.width for sign in row) + _GAP * (len(row) - 1)
        if entries and at + _ROW_GAP + whole <= right:
            at += _ROW_GAP
        elif entries:
            at, y = x, y + _ROW
        for sign in row:
            if at > x and at + sign.width > right:
                at, y = x, y + _ROW
            entries.append(_entry(sign, at, y))
            at += sign.width + _GAP
    return tuple(entries), y + _ROW if entries else y


def _entry(sign: Sign, x: float, y: float) -> LegendEntry:
    middle = y + _ROW / 2
    top = middle - sizes.line_height(TextRole.LEGEND) / 2
    words_x = x + sign.sample_width + _AFTER_SAMPLE
    text = TextLine(words_x, top + base_line(TextRole.LEGEND), sign.text, TextRole.LEGEND)
    if sign.badge is not None:
        number, filled = sign.badge
        return LegendEntry(text, badge=Badge((x + sizes.BADGE / 2, middle), number, filled))
    if sign.shape is not None:
        width, height = _SHAPE
        return LegendEntry(text, shape=(sign.shape, Rect(x, middle - height / 2, width, height)))
    if sign.kind is None:
        return LegendEntry(text, tag=tag_at(x, middle - TAG_HEIGHT / 2))
    return LegendEntry(text, line=_sample(sign.kind, x, middle))


def _sample(kind: LinkType, x: float, y: float) -> Connector:
    start, end = (x, y), (x + _LINE, y)
    heads = [Head(end, (1.0, 0.0))]
    if kind is LinkType.COOPERATE:
        heads.append(Head(start, (-1.0, 0.0)))
    return Connector(kind, (Route(-1, "", "", (start, end)),), tuple(heads), None, kind.label)
