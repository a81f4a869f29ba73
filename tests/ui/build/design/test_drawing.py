# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Drawing the own design: bands, what is sketched at once, and lines that can be pointed at."""

from itertools import combinations

import pytest

from kyosei_desk.domain.comparing.designs import compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.designs import Element, Link, SupportDesign
from kyosei_desk.domain.vocabulary import Zone
from kyosei_desk.export.diagram.cards import Guideline
from kyosei_desk.export.diagram.lanes import LaneKey
from kyosei_desk.ui.build.design.drawing import DrawnDesign, draw_design
from kyosei_desk.ui.build.design.finding_lines import link_at
from kyosei_desk.ui.build.design.sketching import sketch

ID = "projects/own"


@pytest.fixture
def guideline(corpus: Corpus) -> Guideline:
    return Guideline(corpus.provisions, corpus.functions)


@pytest.fixture
def design(corpus: Corpus) -> SupportDesign:
    case = next(case for case in corpus.cases if case.id == "cases/nabari")
    return compared_case(case, corpus).design


@pytest.fixture
def drawn(design: SupportDesign, guideline: Guideline) -> DrawnDesign:
    return draw_design(design, guideline, "自分の案", ID)


def changed(design: SupportDesign, element: Element) -> SupportDesign:
    elements = [element if one.id == element.id else one for one in design.elements]
    return design.model_copy(update={"elements": tuple(elements)})


def test_a_small_change_leaves_the_cards_in_their_columns(
    drawn: DrawnDesign, design: SupportDesign, guideline: Guideline
) -> None:
    for number, element in enumerate(design.elements[:6]):
        longer = element.model_copy(update={"count": 7 + number, "unit": "か所"})
        made = draw_design(changed(design, longer), guideline, "自分の案", ID, drawn)
        before, now = columns_of(drawn), columns_of(made)
        moved = [name for name in before if before[name] != now[name]]
        assert len(moved) <= 1  # one that fits no longer under its neighbour


def columns_of(drawn: DrawnDesign) -> dict[str, int]:
    """Return in which column each element stands, from the left."""
    lefts = sorted({card.rect.x for card in drawn.diagram.cards})
    return {card.element: lefts.index(card.rect.x) for card in drawn.diagram.cards}


def test_title_and_notes_take_no_room(drawn: DrawnDesign) -> None:
    diagram = drawn.diagram
    assert (diagram.head, diagram.notes) == ((), ())
    assert diagram.lanes[0].rect.y == 10
    lowest = max(entry.text.y for entry in diagram.legend)
    assert lowest < diagram.height < lowest + 30
    assert diagram.cards[0].address.startswith("projects/own#")


def test_bands_know_their_zones(drawn: DrawnDesign, design: SupportDesign) -> None:
    for element in design.elements:
        band = drawn.band_at(drawn.diagram.card(element.id).rect.middle[1])
        assert band.zone is element.zone


def test_beyond_the_ends_is_the_nearest_band(drawn: DrawnDesign) -> None:
    assert drawn.band_at(-100) is drawn.bands[0]
    assert drawn.band_at(100_000) is drawn.bands[-1]


def test_empty_lanes_take_what_is_usual_there(guideline: Guideline) -> None:
    drawn = draw_design(SupportDesign(), guideline, "", ID)
    assert [(band.lane, band.dropped_zone) for band in drawn.bands] == [
        (LaneKey.NEAR, Zone.ELEMENTARY),
        (LaneKey.MUNICIPALITY, Zone.MUNICIPALITY),
        (LaneKey.PREFECTURE, Zone.PREFECTURE),
    ]
    words = [line.text for line in drawn.diagram.texts]
    assert words.count("まだありません") == 3
    assert "記載なし" not in words


def test_a_lane_in_use_keeps_the_name_of_its_zone(guideline: Guideline) -> None:
    element = Element.model_validate(
        {
            "id": "a",
            "name": "窓口",
            "type": "place",
            "zone": "municipality",
            "operators": [],
            "fields": ["all"],
            "provisions": [],
            "text": "。",
            "source": "own",
            "place": "。",
        }
    )
    drawn = draw_design(SupportDesign(elements=(element,)), guideline, "", ID)
    assert "市区町村全域" in [line.text for line in drawn.diagram.texts]


# Sketched at once


def test_nothing_changed_nothing_moves(
    drawn: DrawnDesign, design: SupportDesign, guideline: Guideline
) -> None:
    again = sketch(drawn, design, guideline, ID)
    assert again.diagram == drawn.diagram
    assert again.sketched


def test_a_new_card_stands_free_in_its_band(
    drawn: DrawnDesign, design: SupportDesign, guideline: Guideline
) -> None:
    for zone in Zone:
        new = design.elements[0].model_copy(update={"id": "new", "name": "新", "zone": zone})
        more = design.model_copy(update={"elements": (*design.elements, new)})
        made = sketch(drawn, more, guideline, ID)
        cards = made.diagram.cards
        assert all(not a.rect.overlaps(b.rect) for a, b in combinations(cards, 2))
        assert cards[-1].rect.right <= made.diagram.lanes[0].rect.right
        old = {card.element: card for card in drawn.diagram.cards}
        assert all(card == old[card.element] for card in cards[:-1])


def test_a_card_renamed_stays_where_it_is(
    drawn: DrawnDesign, design: SupportDesign, guideline: Guideline
) -> None:
    first = design.elements[0]
    renamed = changed(design, first.model_copy(update={"name": "別の名前"}))
    card = sketch(drawn, renamed, guideline, ID).diagram.card(first.id)
    assert (card.rect.x, card.rect.y) == (
        drawn.diagram.card(first.id).rect.x,
        drawn.diagram.card(first.id).rect.y,
    )
    assert card.lines[0].text == "別の名前"


def test_a_card_moved_leaves_its_lines_straight(
    drawn: DrawnDesign, design: SupportDesign, guideline: Guideline
) -> None:
    link = design.links[0]
    moved = next(one for one in design.elements if one.id == link.from_)
    made = sketch(
        drawn, changed(design, moved.model_copy(update={"zone": Zone.PREFECTURE})), guideline, ID
    )
    assert made.band_at(made.diagram.card(moved.id).rect.middle[1]).lane is LaneKey.PREFECTURE
    straight = [one for one in made.diagram.connectors if one.routes[0].link < 0]
    assert len(straight) == sum(moved.id in (one.from_, one.to) for one in design.links)


def test_what_was_removed_is_gone_with_its_lines(
    drawn: DrawnDesign, design: SupportDesign, guideline: Guideline
) -> None:
    gone = design.links[0].to
    less = design.model_copy(
        update={
            "elements": tuple(one for one in design.elements if one.id != gone),
            "links": tuple(one for one in design.links if gone not in (one.from_, one.to)),
        }
    )
    diagram = sketch(drawn, less, guideline, ID).diagram
    assert gone not in [card.element for card in diagram.cards]
    assert all(gone not in connector.elements for connector in diagram.connectors)
    assert sum(len(one.routes) for one in diagram.connectors) == len(less.links)


def test_a_new_link_is_a_straight_line(
    drawn: DrawnDesign, design: SupportDesign, guideline: Guideline
) -> None:
    ends = {"from": design.elements[0].id, "to": design.elements[-1].id}
    link = Link.model_validate({**ends, "type": "fund", "source": "own"})
    more = design.model_copy(update={"links": (*design.links, link)})
    connectors = sketch(drawn, more, guideline, ID).diagram.connectors
    assert len(connectors[-1].routes[0].points) == 2
    assert len(connectors) == len(drawn.diagram.connectors) + 1


# Lines


def test_every_line_can_be_pointed_at(drawn: DrawnDesign) -> None:
    found = set()
    for connector in drawn.diagram.connectors:
        for route in connector.routes:
            (x1, y1), (x2, y2) = route.points[-2:]
            found.add(link_at(drawn.diagram, (x1 + 3 * x2) / 4, (y1 + 3 * y2) / 4))
    assert len(found - {None}) >= len(drawn.design.links) - 2  # of trees that share their end


def test_away_from_all_lines_there_is_none(drawn: DrawnDesign) -> None:
    assert link_at(drawn.diagram, 2, 2) is None
