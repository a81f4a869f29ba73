# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The checks of diagrams notice what they are there for."""

from dataclasses import replace

import pytest

from kyosei_desk.domain.designs import SupportDesign
from kyosei_desk.domain.vocabulary import LinkType, Zone
from kyosei_desk.export.diagram.layout import draw_up
from kyosei_desk.export.diagram.model import Diagram, Label
from tests.export.diagram import checks
from tests.export.diagram.designs import CAPTION, element, guideline, link

DESIGN = SupportDesign(
    elements=(
        element("a"),
        element("b"),
        element("c", zone=Zone.MUNICIPALITY),
        element("d", zone=Zone.MUNICIPALITY),
    ),
    links=(
        link("a", "c"),
        link("b", "d", LinkType.BACKUP),
        link("a", "b", LinkType.REFER),
        link("c", "d", LinkType.SUPPORT),
    ),
)


@pytest.fixture(scope="module")
def diagram() -> Diagram:
    return draw_up(DESIGN, guideline(), CAPTION)


def test_a_sound_diagram_passes(diagram: Diagram) -> None:
    assert list(checks.everything_wrong(diagram, DESIGN)) == []
    assert checks.labels_on_foreign_lines(diagram) == []
    assert checks.lines_on_lines(diagram) == []


def test_cards_on_each_other_are_noticed(diagram: Diagram) -> None:
    first, second, *others = diagram.cards
    moved = replace(second, rect=first.rect.moved(5, 5))
    assert checks.cards_apart(replace(diagram, cards=(first, moved, *others)))


def test_a_missing_card_and_a_missing_link_are_noticed(diagram: Diagram) -> None:
    assert checks.all_drawn(replace(diagram, cards=diagram.cards[1:]), DESIGN)
    assert checks.all_drawn(replace(diagram, connectors=diagram.connectors[1:]), DESIGN)


def test_a_link_between_others_is_noticed(diagram: Diagram) -> None:
    first, *others = diagram.connectors
    route = replace(first.routes[0], end="d", start="d")
    broken = replace(first, routes=(route, *first.routes[1:]))
    assert checks.all_drawn(replace(diagram, connectors=(broken, *others)), DESIGN)


def test_a_line_that_ends_in_the_air_or_slants_is_noticed(diagram: Diagram) -> None:
    first, *others = diagram.connectors
    x, y = first.routes[0].points[0]
    for start in ((x + 30, y + 3), (x, y + 3)):
        route = replace(first.routes[0], points=(start, *first.routes[0].points[1:]))
        broken = replace(first, routes=(route, *first.routes[1:]))
        assert checks.routes_end_at_cards(replace(diagram, connectors=(broken, *others)))


def test_a_line_through_a_card_is_noticed(diagram: Diagram) -> None:
    first, *others = diagram.connectors
    rect = diagram.card("d").rect
    points = ((rect.x - 10, rect.middle[1]), (rect.right + 10, rect.middle[1]))
    broken = replace(first, routes=(replace(first.routes[0], points=points),))
    assert checks.no_line_through_a_card(replace(diagram, connectors=(broken, *others)))


def test_labels_on_something_are_noticed(diagram: Diagram) -> None:
    first, second, *others = diagram.connectors
    assert first.label is not None
    assert second.label is not None
    on_label = replace(second, label=Label(first.label.rect.moved(2, 2), ()))
    assert checks.labels_apart(replace(diagram, connectors=(first, on_label, *others)))
    on_card = replace(first, label=Label(diagram.card("a").rect.grown(-5), ()))
    assert checks.labels_apart(replace(diagram, connectors=(on_card, second, *others)))
    off = replace(first, label=Label(first.label.rect.moved(-9999, 0), ()))
    assert checks.labels_apart(replace(diagram, connectors=(off, second, *others)))


def test_a_label_on_a_foreign_line_is_noticed(diagram: Diagram) -> None:
    first, second, *others = diagram.connectors
    (x, y), (x2, y2) = sorted(checks.stretches(second))[0]
    assert first.label is not None
    there = first.label.rect
    rect = replace(there, x=(x + x2 - there.width) / 2, y=(y + y2 - there.height) / 2)
    broken = replace(first, label=Label(rect, ()))
    assert checks.labels_on_foreign_lines(replace(diagram, connectors=(broken, second, *others)))


def test_a_line_along_another_is_noticed(diagram: Diagram) -> None:
    first, *others = diagram.connectors
    assert checks.lines_on_lines(replace(diagram, connectors=(first, first, *others)))


def test_text_beyond_its_card_is_noticed(diagram: Diagram) -> None:
    first, *others = diagram.cards
    line = replace(first.lines[0], text="とても長い名前" * 5)
    assert checks.texts_fit(replace(diagram, cards=(replace(first, lines=(line,)), *others)))


def test_a_card_in_another_band_is_noticed(diagram: Diagram) -> None:
    first, *others = diagram.cards
    moved = replace(first, rect=replace(first.rect, y=diagram.lanes[1].bands[0].rect.y + 20))
    wrong = checks.lanes_hold_their_cards(replace(diagram, cards=(moved, *others)), DESIGN)
    assert wrong
