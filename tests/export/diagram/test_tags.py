# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a town has today is told in the picture itself, in black and white too."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kyosei_desk.domain.comparing.designs import compared_case
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.designs import SupportDesign
from kyosei_desk.domain.documents import CaseDocument
from kyosei_desk.domain.vocabulary import Zone
from kyosei_desk.export.diagram.layout import design_diagram, draw_up
from kyosei_desk.export.diagram.model import Card, Diagram
from kyosei_desk.export.diagram.svg import diagram_svg
from tests.export.diagram.designs import CAPTION, element, guideline, link
from tests.export.diagram.samples import COLORS

TWO = SupportDesign(
    elements=(element("a"), element("b", name="窓口", zone=Zone.MUNICIPALITY)),
    links=(link("a", "b"),),
)


def drawn(*existing: str, design: SupportDesign = TWO) -> Diagram:
    return draw_up(design, guideline(), replace(CAPTION, existing=frozenset(existing)))


def test_only_what_exists_has_a_tag_and_the_legend_tells_of_it() -> None:
    diagram = drawn("b")
    assert [card.element for card in diagram.cards if card.tag] == ["b"]
    assert diagram.head[1].text == "要素 2（今ある 1・これから 1）・つながり 1"
    first = diagram.legend[0]
    assert first.tag is not None
    assert first.text.text == "いま まちにあるもの（しるしのない要素は、これから新しく置くもの）"
    assert diagram.card("b").words.endswith("、今ある")
    assert "窓口（今ある）" in diagram.description
    assert diagram_svg(diagram, COLORS).count(">今ある</text>") == 2


def test_where_all_exists_nothing_is_said_of_the_rest() -> None:
    assert drawn("a", "b").legend[0].text.text == "いま まちにあるもの"


def test_where_nothing_exists_only_the_count_says_so() -> None:
    diagram = drawn()
    assert diagram.head[1].text == "要素 2（今ある 0・これから 2）・つながり 1"
    assert not any(entry.tag for entry in diagram.legend)


def test_a_case_tells_nothing_of_it() -> None:
    diagram = draw_up(TWO, guideline(), CAPTION)
    assert diagram.head[1].text == "要素 2・つながり 1"
    assert not any(card.tag for card in diagram.cards)


def hidden_by(card: Card, diagram: Diagram) -> list[str]:
    """Return what the tag of a card lies on."""
    assert card.tag is not None
    rect = card.tag.rect
    others = [one for one in diagram.cards if one is not card]
    found = [one.element for one in others if rect.overlaps(one.rect)]
    found += [
        one.words for one in diagram.connectors if one.label and rect.overlaps(one.label.rect)
    ]
    found += [
        one.words
        for one in diagram.connectors
        for route in one.routes
        if any(rect.crosses(*ends) for ends in pairwise(route.points))
    ]
    return found


@pytest.mark.parametrize("name", ["toyonaka", "fujisawa", "yamagata"])
def test_tags_hide_no_line_and_no_other_card(corpus: Corpus, name: str) -> None:
    document = corpus.document(f"cases/{name}")
    assert isinstance(document, CaseDocument)
    column = compared_case(document, corpus)
    everything = frozenset(one.id for one in column.design.elements)
    diagram = design_diagram(replace(column, existing=everything), corpus)
    assert [hidden_by(card, diagram) for card in diagram.cards] == [[]] * len(everything)
