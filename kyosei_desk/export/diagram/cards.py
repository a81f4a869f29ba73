# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What stands on a card: the name, how many, who runs it, and the functions it answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kyosei_desk.domain.designs import Element, ProvisionCoverage
from kyosei_desk.domain.provisions import Provision, SupportFunction
from kyosei_desk.domain.sources import date_words
from kyosei_desk.domain.vocabulary import Coverage
from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.model import Badge, TextLine, TextRole
from kyosei_desk.export.diagram.sizes import base_line, line_height
from kyosei_desk.export.diagram.words import wrap

PLAN = 0
_LAST = 9  # where the plan stands among the functions
_WEIGHT = {Coverage.FULL: 2, Coverage.PARTIAL: 1}


@dataclass(frozen=True)
class CardText:
    """The inside of a card; positions are from its upper left corner."""

    height: float
    lines: tuple[TextLine, ...]
    badges: tuple[Badge, ...]


class Guideline:
    """Which function each provision belongs to, and in which order provisions stand.

    ``era_first``: cards have their dates 和暦 first.
    """

    def __init__(
        self,
        provisions: Mapping[str, Provision],
        functions: Mapping[str, SupportFunction],
        *,
        era_first: bool = False,
    ):
        """Number the provisions as they are given; the plan's function has number 0."""
        self.era_first = era_first
        self.functions = {(function.number or PLAN): function for function in functions.values()}
        self._numbers = {
            key: functions[provision.function].number or PLAN
            for key, provision in provisions.items()
        }
        self._places = {key: place for place, key in enumerate(provisions)}

    def coverage(self, element: Element) -> dict[int, bool]:
        """Return the functions an element answers, and whether one provision in full."""
        found: dict[int, bool] = {}
        for number, answered in self._answered(element):
            found[number] = found.get(number, False) or answered.coverage is Coverage.FULL
        return found

    def main_function(self, element: Element) -> int | None:
        """Return the function an element answers most; of equal ones that named first."""
        weights: dict[int, int] = {}
        for number, answered in self._answered(element):
            weights[number] = weights.get(number, 0) + _WEIGHT[answered.coverage]
        return max(weights, key=lambda number: weights[number]) if weights else None

    def slot(self, element: Element) -> tuple[int, int] | None:
        """Return where an element stands among others: its function, then its provision.

        The plan comes after the numbered functions. None: it answers no provision.
        """
        main = self.main_function(element)
        if main is None:
            return None
        own = [answered.id for number, answered in self._answered(element) if number == main]
        return main or _LAST, min(self._places[key] for key in own)

    def _answered(self, element: Element) -> Iterator[tuple[int, ProvisionCoverage]]:
        """Yield the provisions an element answers with their functions; others are no colour."""
        for answered in element.provisions:
            if answered.id in self._numbers:
                yield self._numbers[answered.id], answered


def operators_line(element: Element) -> str:
    """Return who runs an element in few words; all of them stand in the card's ``words``."""
    if not element.operators:
        return ""
    others = len(element.operators) - 1
    return element.operators[0].label + (f"ほか{others}" if others else "")


def count_words(element: Element, *, era_first: bool = False) -> str:
    """Return how many there are, such as ``15か所``, and when if that is told; else nothing."""
    if element.count is None:
        return ""
    day = element.count_as_of
    if day is None:
        return f"{element.count:,}{element.unit}"
    # A bare year is that of a 年度 as often as not: 現在 would say too much.
    on_a_day = "現在" if day.month else ""
    return f"{element.count:,}{element.unit}（{date_words(day, era_first=era_first)}{on_a_day}）"


def card_text(
    element: Element, guideline: Guideline, width: float, *, tells_operators: bool, ports: int
) -> CardText:
    """Return what stands on a card of a width that as many as ``ports`` lines may meet."""
    inner = width - 2 * sizes.CARD_PAD
    coverage = sorted(guideline.coverage(element).items(), key=lambda item: item[0] or _LAST)
    room = len(coverage) * (sizes.BADGE + sizes.BADGE_GAP)
    names = wrap(element.name, TextRole.NAME, inner, first=max(inner - room, inner / 3))
    placed = [(line, TextRole.NAME) for line in names]
    count = count_words(element, era_first=guideline.era_first)
    placed += _details(element, count, inner, tells_operators)
    lines: list[TextLine] = []
    y = float(sizes.CARD_PAD_Y)
    for text, role in placed:
        lines.append(TextLine(sizes.CARD_PAD, y + base_line(role), text, role))
        y += line_height(role)
    least = 2 * sizes.PORT_EDGE + sizes.PORT_GAP * (ports - 1)
    height = float(round(max(y + sizes.CARD_PAD_Y, least)))
    spare = (height - y - sizes.CARD_PAD_Y) / 2  # a card made higher for its lines
    moved = tuple(TextLine(line.x, line.y + spare, line.text, line.role) for line in lines)
    return CardText(height, moved, _badges(coverage, width))


def _details(
    element: Element, count: str, inner: float, tells_operators: bool
) -> list[tuple[str, TextRole]]:
    operators = operators_line(element) if tells_operators else ""
    found = [(line, TextRole.COUNT) for line in wrap(count, TextRole.COUNT, inner)]
    if operators:
        found += [(line, TextRole.DETAIL) for line in wrap(operators, TextRole.DETAIL, inner)]
    return found


def _badges(coverage: list[tuple[int, bool]], width: float) -> tuple[Badge, ...]:
    step = sizes.BADGE + sizes.BADGE_GAP
    first = width - sizes.BADGE_EDGE - sizes.BADGE / 2 - step * (len(coverage) - 1)
    y = sizes.CARD_PAD_Y + line_height(TextRole.NAME) / 2
    return tuple(
        Badge((first + step * place, y), number, full)
        for place, (number, full) in enumerate(coverage)
    )


def card_words(element: Element, guideline: Guideline) -> str:
    """Return all a card tells in words, for those who hear it or point at it."""
    count = count_words(element, era_first=guideline.era_first)
    parts = [element.type.label, element.zone.label, count]
    parts += [operator.label for operator in element.operators]
    marks = "".join(
        f"【{number or '計画'}】" + ("" if full else "（一部）")
        for number, full in sorted(
            guideline.coverage(element).items(), key=lambda item: item[0] or _LAST
        )
    )
    return f"{element.name}（{'、'.join(filter(None, parts))}）{marks}"
