# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What must never happen in a diagram: each check returns what is wrong, in words."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from kyosei_desk.domain.designs import SupportDesign
from kyosei_desk.export.diagram.model import Connector, Diagram
from kyosei_desk.export.diagram.words import text_width
from kyosei_desk.export.shapes import Point, Rect

Stretch = tuple[Point, Point]
_NEAR = 0.5


def stretches(connector: Connector) -> set[Stretch]:
    """Return the straight parts of a connector, each once."""
    found: set[Stretch] = set()
    for route in connector.routes:
        found |= {(min(a, b), max(a, b)) for a, b in pairwise(route.points)}
    return found


def crossings(diagram: Diagram) -> list[str]:
    """Lines of different connectors cross as seldom as can be."""
    found: list[str] = []
    for one, other in combinations(diagram.connectors, 2):
        places = {_crossing(a, b) for a in stretches(one) for b in stretches(other)} - {None}
        found += [f"{one.words} and {other.words} at {place}" for place in places]
    return found


def _crossing(one: Stretch, other: Stretch) -> Point | None:
    level, upright = (one, other) if one[0][1] == one[1][1] else (other, one)
    (x1, y), (x2, y_again) = level
    (x, y1), (x_again, y2) = upright
    crosses = y == y_again and x == x_again and x1 < x < x2 and y1 < y < y2
    return (x, y) if crosses else None


def cards_apart(diagram: Diagram) -> list[str]:
    """No two cards touch or overlap."""
    return [
        f"{one.element} and {other.element}"
        for one, other in combinations(diagram.cards, 2)
        if one.rect.grown(2).overlaps(other.rect.grown(2))
    ]


def all_drawn(diagram: Diagram, design: SupportDesign) -> list[str]:
    """Every element has one card, every link one route between its own ends."""
    wrong: list[str] = []
    drawn = sorted(card.element for card in diagram.cards)
    if drawn != sorted(element.id for element in design.elements):
        wrong.append(f"cards {drawn}")
    routes = {route.link: route for c in diagram.connectors for route in c.routes}
    count = sum(len(connector.routes) for connector in diagram.connectors)
    if sorted(routes) != list(range(len(design.links))) or count != len(routes):
        wrong.append(f"links {sorted(routes)} in {count} routes")
    for number, link in enumerate(design.links):
        route = routes.get(number)
        if route and {route.start, route.end} != {link.from_, link.to}:
            wrong.append(f"link {number} leads elsewhere")
    return wrong


def routes_end_at_cards(diagram: Diagram) -> list[str]:
    """Every route is made of upright and level parts, from border to border of its cards."""
    wrong: list[str] = []
    for connector in diagram.connectors:
        for route in connector.routes:
            for element, point in ((route.start, route.points[0]), (route.end, route.points[-1])):
                rect = diagram.card(element).rect
                if not _on_border(rect, point):
                    wrong.append(f"link {route.link} misses {element}")
            for a, b in pairwise(route.points):
                if (a[0] == b[0]) == (a[1] == b[1]):
                    wrong.append(f"link {route.link} slants or stands still at {a}")
    return wrong


def _on_border(rect: Rect, point: Point) -> bool:
    return rect.grown(_NEAR).grown(0).crosses(point, point) and not rect.grown(-_NEAR).crosses(
        point, point
    )


def no_line_through_a_card(diagram: Diagram) -> list[str]:
    """No line enters any card."""
    return [
        f"{connector.words} through {card.element}"
        for connector in diagram.connectors
        for card in diagram.cards
        if any(card.rect.grown(-_NEAR).crosses(a, b) for a, b in stretches(connector))
    ]


def labels_apart(diagram: Diagram) -> list[str]:
    """No label lies on a card or another label, and each is on the sheet."""
    sheet = Rect(0, 0, diagram.width, diagram.height)
    wrong: list[str] = []
    labelled = [(c.words, c.label) for c in diagram.connectors if c.label is not None]
    for words, label in labelled:
        wrong += [f"{words} on {k.element}" for k in diagram.cards if k.rect.overlaps(label.rect)]
        if not _inside(label.rect, sheet):
            wrong.append(f"{words} off the sheet")
    for (words, label), (other, another) in combinations(labelled, 2):
        if label.rect.overlaps(another.rect):
            wrong.append(f"{words} on {other}")
    return wrong


def labels_on_foreign_lines(diagram: Diagram) -> list[str]:
    """No label lies on the line of another connector."""
    lines = [stretches(connector) for connector in diagram.connectors]
    return [
        f"{connector.words} on {diagram.connectors[other].words}"
        for number, connector in enumerate(diagram.connectors)
        for other, parts in enumerate(lines)
        if connector.label is not None and other != number
        if any(connector.label.rect.crosses(a, b) for a, b in parts)
    ]


def lines_on_lines(diagram: Diagram) -> list[str]:
    """No two connectors run along each other in one place."""
    lines = [stretches(connector) for connector in diagram.connectors]
    wrong: list[str] = []
    for (i, one), (j, other) in combinations(enumerate(lines), 2):
        if any(_run_together(a, b) for a in one for b in other):
            wrong.append(f"{diagram.connectors[i].words} along {diagram.connectors[j].words}")
    return wrong


def _run_together(one: Stretch, other: Stretch) -> bool:
    for axis in (0, 1):
        fixed = {round(point[axis]) for point in (*one, *other)}
        level = max(p[axis] for p in (*one, *other)) - min(p[axis] for p in (*one, *other))
        along = 1 - axis
        if len(fixed) <= 2 and level < 2:
            low = max(one[0][along], other[0][along])
            high = min(one[1][along], other[1][along])
            if high - low > 1:
                return True
    return False


def texts_fit(diagram: Diagram) -> list[str]:
    """Every line of text is within its card, and on the sheet."""
    wrong: list[str] = []
    for card in diagram.cards:
        for line in card.lines:
            right = line.x + text_width(line.text, line.role)
            fits = card.rect.x <= line.x and card.rect.y < line.y < card.rect.bottom
            if not fits or (right > card.rect.right and len(line.text) > 1):
                wrong.append(f"{line.text} in {card.element}")
        wrong += [
            f"badges of {card.element}" for b in card.badges if not _holds(card.rect, b.centre)
        ]
    for line in diagram.texts:
        left = line.x - text_width(line.text, line.role) / 2 if line.centred else line.x
        if left < 0 or not 0 < line.y < diagram.height:
            wrong.append(f"{line.text} off the sheet")
    return wrong


def lanes_hold_their_cards(diagram: Diagram, design: SupportDesign) -> list[str]:
    """Every card is in the band of its zone; lanes follow each other without a gap."""
    wrong: list[str] = []
    zones = {element.id: element.zone.label for element in design.elements}
    for card in diagram.cards:
        names = [
            "".join(line.text for line in band.lines)
            for lane in diagram.lanes
            for band in lane.bands
            if _inside(card.rect, band.rect)
        ]
        if len(names) != 1 or not names[0].endswith(zones[card.element]):
            wrong.append(f"{card.element} in {names}")
    for upper, lower in pairwise(diagram.lanes):
        if upper.rect.bottom != lower.rect.y:
            wrong.append(f"a gap below {upper.name}")
    return wrong


def _inside(inner: Rect, outer: Rect) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def _holds(rect: Rect, point: Point) -> bool:
    return rect.x < point[0] < rect.right and rect.y < point[1] < rect.bottom


def everything_wrong(diagram: Diagram, design: SupportDesign) -> Iterator[str]:
    """Say all that must not happen in any diagram."""
    found: Sequence[tuple[str, list[str]]] = (
        ("cards", cards_apart(diagram)),
        ("drawn", all_drawn(diagram, design)),
        ("ends", routes_end_at_cards(diagram)),
        ("through", no_line_through_a_card(diagram)),
        ("labels", labels_apart(diagram)),
        ("along", lines_on_lines(diagram)),
        ("texts", texts_fit(diagram)),
        ("lanes", lanes_hold_their_cards(diagram, design)),
    )
    for name, wrong in found:
        yield from (f"{name}: {words}" for words in wrong)
