# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Designs of every size and shape, made by hand."""

from xml.etree import ElementTree

import pytest

from kyosei_desk.domain.comparing.designs import compared_case
from kyosei_desk.domain.designs import ProvisionCoverage, SupportDesign
from kyosei_desk.domain.documents import CaseDocument
from kyosei_desk.domain.errors import CancelledError
from kyosei_desk.domain.vocabulary import Coverage, ElementType, LinkType, Zone
from kyosei_desk.export.diagram.layout import design_diagram, draw_up
from kyosei_desk.export.diagram.model import Diagram, TextRole
from kyosei_desk.export.diagram.svg import diagram_svg
from tests.domain.samples import case, small_corpus
from tests.export.diagram.checks import everything_wrong, labels_on_foreign_lines
from tests.export.diagram.designs import CAPTION, element, guideline, link
from tests.export.diagram.samples import COLORS

NOTHING = SupportDesign()
ONE = SupportDesign(elements=(element("a"),))


def drawn(design: SupportDesign) -> Diagram:
    """Return a design's diagram, with nothing wrong in it."""
    diagram = draw_up(design, guideline(), CAPTION)
    assert list(everything_wrong(diagram, design)) == []
    assert labels_on_foreign_lines(diagram) == []
    ElementTree.fromstring(diagram_svg(diagram, COLORS))
    return diagram


def words_of(diagram: Diagram, role: TextRole) -> list[str]:
    return [line.text for line in diagram.texts if line.role is role]


def test_nothing_is_three_empty_lanes() -> None:
    diagram = drawn(NOTHING)
    assert [lane.name for lane in diagram.lanes] == [
        "住民に身近な圏域",
        "市区町村域",
        "都道府県域",
    ]
    assert words_of(diagram, TextRole.ZONE) == ["記載なし"] * 3
    assert (len(diagram.cards), len(diagram.connectors)) == (0, 0)


def test_one_element_is_one_card() -> None:
    diagram = drawn(ONE)
    assert [card.address for card in diagram.cards] == ["cases/sample#a"]
    assert words_of(diagram, TextRole.ZONE) == ["小学校区", "記載なし", "記載なし"]


def test_every_zone_has_a_band_from_near_to_wide() -> None:
    elements = tuple(element(f"e{n}", zone=zone) for n, zone in enumerate(reversed(Zone)))
    diagram = drawn(SupportDesign(elements=elements))
    assert words_of(diagram, TextRole.ZONE) == [zone.label for zone in Zone]
    assert [len(lane.bands) for lane in diagram.lanes] == [5, 1, 1]
    assert [card.element for card in diagram.cards] == [f"e{n}" for n in reversed(range(7))]


def test_a_link_to_oneself_comes_back() -> None:
    diagram = drawn(SupportDesign(elements=(element("a"),), links=(link("a", "a"),)))
    (connector,) = diagram.connectors
    (route,) = connector.routes
    assert route.points[0] != route.points[-1]
    assert len(connector.heads) == 2


def test_a_link_to_oneself_has_one_arrow_where_it_has_a_direction() -> None:
    design = SupportDesign(elements=(element("a"),), links=(link("a", "a", LinkType.REFER),))
    assert len(drawn(design).connectors[0].heads) == 1


@pytest.mark.parametrize("kind", LinkType)
def test_arrows_stand_where_a_link_leads(kind: LinkType) -> None:
    elements = (element("a"), element("b", zone=Zone.MUNICIPALITY))
    diagram = drawn(SupportDesign(elements=elements, links=(link("a", "b", kind),)))
    (connector,) = diagram.connectors
    route = connector.routes[0]
    ends = {route.start: route.points[0], route.end: route.points[-1]}
    expected = {"a", "b"} if kind is LinkType.COOPERATE else {"b"}
    assert {key for key, point in ends.items() if point in {h.tip for h in connector.heads}} == (
        expected
    )


def test_several_links_of_one_name_are_one_connector() -> None:
    elements = (element("hub"), *(element(key, zone=Zone.MUNICIPALITY) for key in "abc"))
    links = tuple(link(key, "hub", LinkType.BACKUP) for key in "abc")
    (connector,) = drawn(SupportDesign(elements=elements, links=links)).connectors
    assert [route.start for route in connector.routes] == ["hub"] * 3
    assert len({route.points[0] for route in connector.routes}) == 1
    assert len(connector.heads) == 1


def test_very_long_names_are_wrapped_and_cut_but_told_in_full() -> None:
    name = "とても長い名前の要素" * 30
    kind = "とても長いつながりの名前" * 12
    elements = (element("a", name=name), element("b", name="W" * 300, zone=Zone.MUNICIPALITY))
    diagram = drawn(SupportDesign(elements=elements, links=(link("a", "b", label=kind),)))
    assert name in diagram.card("a").words
    assert len(diagram.card("a").lines) <= 6
    assert kind in diagram.connectors[0].words


def test_twelve_kinds_of_lines_between_two_cards_are_told_apart() -> None:
    elements = (element("a"), element("b", zone=Zone.MUNICIPALITY))
    links = tuple(link("a", "b", kind) for kind in LinkType)
    drawn(SupportDesign(elements=elements, links=links))


def test_sixty_elements_with_circles_through_all_lanes() -> None:
    zones = (Zone.ELEMENTARY, Zone.DISTRICT, Zone.MUNICIPALITY, Zone.PREFECTURE)
    kinds, types = list(LinkType), list(ElementType)
    elements = tuple(
        element(f"e{n}", zone=zones[n * 7 % 11 % 4], kind=types[n % 7], name=f"要素その{n}")
        for n in range(60)
    )
    links = tuple(
        link(f"e{n}", f"e{(n * 13 + 5) % 60}", kinds[n % 7], f"つながり{n % 5}") for n in range(60)
    )
    design = SupportDesign(elements=elements, links=links)
    diagram = draw_up(design, guideline(), CAPTION)
    assert list(everything_wrong(diagram, design)) == []


def test_the_legend_explains_what_occurs_and_nothing_else() -> None:
    answered = (ProvisionCoverage(id="p1.hub", coverage=Coverage.FULL),)
    elements = (
        element("a", provisions=answered),
        element("b", kind=ElementType.ROLE, zone=Zone.MUNICIPALITY),
    )
    design = SupportDesign(elements=elements, links=(link("a", "b", LinkType.FUND),))
    assert [entry.text.text for entry in drawn(design).legend] == [
        "やさしい言い方",
        "交付・補助",
        "記載あり（ぬりつぶし）",
        "一部（わくだけ）",
        "場・拠点",
        "人・役割",
    ]
    assert drawn(NOTHING).legend == ()


def test_the_same_provision_takes_the_same_side() -> None:
    """Two designs whose cards answer in another order stand in the order of the provisions."""
    first, second = (
        ProvisionCoverage(id=key, coverage=Coverage.FULL) for key in ("p1.hub", "p1.training")
    )
    for order in ((first, second), (second, first)):
        elements = tuple(element(one.id.replace(".", "-"), provisions=(one,)) for one in order)
        diagram = drawn(SupportDesign(elements=elements))
        hub, training = diagram.card("p1-hub").rect, diagram.card("p1-training").rect
        assert (hub.x, hub.y) < (training.x, training.y)


def test_a_design_is_captioned_with_its_place_and_sources() -> None:
    corpus = small_corpus()
    document = corpus.document("cases/beta")
    assert isinstance(document, CaseDocument)
    diagram = design_diagram(compared_case(document, corpus), corpus)
    assert diagram.title == "名張市（三重県）のしくみ図"
    assert diagram.head[1].text == "要素 2・つながり 1"
    assert diagram.notes[-1].text.startswith("出典: ")
    assert "サロン → 支援チーム（つなぎ「連絡」）" in diagram.description
    assert list(everything_wrong(diagram, case())) == []


def test_drawing_can_be_given_up_on_the_way() -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(len(asked) >= 2)
        return asked[-1]

    elements = (element("a"), element("b"))
    design = SupportDesign(elements=elements, links=(link("a", "b"),))
    with pytest.raises(CancelledError):
        draw_up(design, guideline(), CAPTION, cancelled)
    assert asked == [False, False, True]
