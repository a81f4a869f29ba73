# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
import pytest

from kyosei_desk.domain.designs import Link
from kyosei_desk.domain.vocabulary import LinkType
from kyosei_desk.export.diagram.bundles import bundled, stars
from tests.export.diagram.designs import link

C, B = LinkType.COOPERATE, LinkType.BACKUP


def drawn(*links: Link) -> list[tuple[str, tuple[str, ...], bool]]:
    """Return each bundle's label, ends and whether all know all."""
    return [(b.label, b.ends, b.mutual) for b in bundled(enumerate(links))]


def test_links_of_one_name_that_share_an_end_become_one() -> None:
    links = (link("a", "hub", B), link("b", "hub", B), link("c", "hub", B))
    assert drawn(*links) == [("バックアップ", ("hub", "a", "b", "c"), False)]


def test_links_of_other_names_or_kinds_stay_apart() -> None:
    links = (link("a", "hub", B), link("b", "hub", B, "支える"), link("c", "hub", C))
    assert [label for label, _, _ in drawn(*links)] == ["バックアップ", "支える", "連携・協働"]


def test_links_from_and_to_an_end_stay_apart() -> None:
    assert len(drawn(link("a", "hub", B), link("hub", "b", B))) == 2


def test_cooperation_has_no_direction() -> None:
    assert drawn(link("a", "hub", C), link("hub", "b", C)) == [
        ("連携・協働", ("hub", "a", "b"), False)
    ]


def test_three_that_all_cooperate_are_drawn_as_equals() -> None:
    links = (link("a", "b", C), link("b", "c", C), link("a", "c", C))
    assert drawn(*links) == [("連携・協働", ("a", "b", "c"), True)]


def test_a_circle_of_four_is_no_round_of_equals() -> None:
    links = (link("a", "b", C), link("b", "c", C), link("c", "d", C), link("d", "a", C))
    assert [mutual for _, _, mutual in drawn(*links)] == [False, False]


def test_the_largest_star_comes_first() -> None:
    links = (link("a", "x", B), link("b", "x", B), link("c", "x", B), link("a", "y", B))
    assert [ends for _, ends, _ in drawn(*links)] == [("x", "a", "b", "c"), ("a", "y")]


def test_a_link_to_oneself_stands_alone() -> None:
    assert drawn(link("a", "a", B), link("a", "b", B)) == [
        ("バックアップ", ("a",), False),
        ("バックアップ", ("a", "b"), False),
    ]


def test_every_link_is_in_one_bundle() -> None:
    names = "abcde"
    links = [link(x, y, kind) for x in names for y in names for kind in (B, C)]
    found = sorted(s.link for bundle in bundled(enumerate(links)) for s in bundle.strands)
    assert found == list(range(len(links)))


@pytest.mark.parametrize(
    ("one", "pointed"),
    [
        (link("hub", "a", B), {"a"}),
        (link("a", "hub", B), {"hub"}),
        (link("a", "hub", C), {"a", "hub"}),
    ],
)
def test_marks_stand_where_the_link_leads(one: Link, pointed: set[str]) -> None:
    (bundle,) = stars("hub", [(0, one)])
    assert bundle.pointed_at == pointed
