# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
from collections.abc import Sequence

from kyosei_desk.domain.designs import Element, Link
from kyosei_desk.domain.vocabulary import LinkType, Zone
from kyosei_desk.export.diagram.trees import Node, grow_trees, inside_links
from tests.export.diagram.designs import element, link


def shape(node: Node) -> str:
    """Return a node as ``a(b,c(d))``."""
    inner = ",".join(shape(child) for branch in node.branches for child in branch.nodes)
    return f"{node.element}({inner})" if inner else node.element


def grown(elements: Sequence[Element], *links: Link) -> list[str]:
    return [shape(node) for node in grow_trees(elements, links, dict.fromkeys(map(_id, elements)))]


def _id(one: Element) -> str:
    return one.id


def elements(keys: str, zone: Zone = Zone.ELEMENTARY) -> list[Element]:
    return [element(key, zone=zone) for key in keys]


def test_what_has_one_link_hangs_on_its_neighbour() -> None:
    found = grown(elements("abc"), link("b", "a"), link("c", "a"))
    assert found == ["a(b,c)"]


def test_what_nothing_links_stands_alone() -> None:
    assert grown(elements("ab")) == ["a", "b"]


def test_what_hangs_can_hold_something_itself() -> None:
    found = grown(elements("abcd"), link("a", "b"), link("a", "c"), link("c", "d"))
    assert found == ["a(b,c(d))"]


def test_nothing_hangs_deeper_than_two() -> None:
    links = [link(x, y) for x, y in zip("abcdefg", "bcdefgh", strict=True)]
    nodes = grow_trees(elements("abcdefgh"), links, dict.fromkeys("abcdefgh"))

    def depth(node: Node) -> int:
        below = [depth(child) for branch in node.branches for child in branch.nodes]
        return 1 + max(below, default=0)

    assert max(map(depth, nodes)) <= 3


def test_nothing_hangs_on_what_is_in_another_zone() -> None:
    mixed = [element("a"), element("b", zone=Zone.MUNICIPALITY)]
    assert grown(mixed, link("a", "b")) == ["a", "b"]


def test_circles_and_double_links_hold_nothing() -> None:
    assert grown(elements("abc"), link("a", "b"), link("b", "c"), link("c", "a")) == [*"abc"]
    assert grown(elements("ab"), link("a", "b"), link("b", "a", LinkType.BACKUP)) == ["a", "b"]


def test_a_link_to_oneself_keeps_an_element_from_hanging() -> None:
    assert grown(elements("ab"), link("a", "a"), link("a", "b")) == ["a(b)"]
    assert grown(elements("a"), link("a", "a")) == ["a"]


def test_links_of_one_kind_are_one_branch_and_the_others_others() -> None:
    (node,) = grow_trees(
        elements("abcd"),
        [link("b", "a"), link("a", "c"), link("a", "d", LinkType.FUND)],
        dict.fromkeys("abcd"),
    )
    assert [len(branch.nodes) for branch in node.branches] == [2, 1]


def test_what_would_need_too_many_brackets_stands_for_itself() -> None:
    kinds = list(LinkType)[:5]
    links = [link("a", key, kind) for key, kind in zip("bcdef", kinds, strict=True)]
    nodes = grow_trees(elements("abcdef"), links, dict.fromkeys("abcdef"))
    assert [shape(node) for node in nodes] == ["a(b,c,d)", "e", "f"]
    assert inside_links(nodes) == {0, 1, 2}


def test_slots_decide_the_order_of_what_hangs() -> None:
    slots = {"a": None, "b": None, "c": (2, 5), "d": (1, 0)}
    links = [link(key, "a") for key in "bcd"]
    assert [shape(node) for node in grow_trees(elements("abcd"), links, slots)] == ["a(d,c,b)"]
