# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What hangs on what: elements with a single link stand under the element they belong to.

So most links become short brackets inside a block of cards, and only the few that connect
blocks have to be led across the diagram.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kyosei_desk.domain.designs import Element, Link
from kyosei_desk.export.diagram.bundles import Bundle, stars

_DEEPEST = 2  # levels under the head of a block
_TRUNKS = 3  # kinds of brackets side by side under one card


@dataclass(frozen=True)
class Branch:
    """Nodes that hang on the same node by links drawn as one."""

    bundle: Bundle
    nodes: tuple["Node", ...]


@dataclass(frozen=True)
class Node:
    """An element with what hangs on it."""

    element: str
    branches: tuple[Branch, ...] = ()


class _Grower:
    """Hangs elements with a single link on their neighbour, outermost first."""

    def __init__(self, elements: Sequence[Element], links: Sequence[Link]):
        self._elements = {element.id: element for element in elements}
        self._order = {element.id: place for place, element in enumerate(elements)}
        self._links: dict[str, dict[int, Link]] = {element.id: {} for element in elements}
        for number, link in enumerate(links):
            self._links[link.from_][number] = link
            self._links[link.to][number] = link
        self._weight = {
            key: (len(links), len(self._elements[key].provisions), -self._order[key])
            for key, links in self._links.items()
        }
        self._hung: dict[str, list[tuple[int, Link, str]]] = {key: [] for key in self._links}
        self._height = dict.fromkeys(self._links, 0)
        self._held: set[str] = set()
        self._slots: Mapping[str, tuple[int, int] | None] = {}

    def grow(self, slots: Mapping[str, tuple[int, int] | None]) -> list[Node]:
        """Hang all that can be hung, and return what nothing holds."""
        self._slots = slots
        while self._one_round():
            pass
        return [self._node(key) for key in self._links if key not in self._held]

    def _one_round(self) -> bool:
        hung = False
        for key in [key for key in self._links if len(self._links[key]) == 1]:
            if len(self._links[key]) != 1 or key in self._held:
                continue
            ((number, link),) = self._links[key].items()
            other = link.to if link.from_ == key else link.from_
            if self._may_hang(key, other):
                self._hang(key, other, number, link)
                hung = True
        return hung

    def _may_hang(self, key: str, other: str) -> bool:
        if key == other or self._elements[key].zone is not self._elements[other].zone:
            return False
        if len(self._links[other]) == 1 and self._weight[key] > self._weight[other]:
            return False
        return self._height[key] < _DEEPEST

    def _hang(self, key: str, other: str, number: int, link: Link) -> None:
        del self._links[key][number]
        del self._links[other][number]
        self._hung[other].append((number, link, key))
        self._height[other] = max(self._height[other], self._height[key] + 1)
        self._held.add(key)

    def _node(self, key: str) -> Node:
        hung = {number: (link, child) for number, link, child in self._hung[key]}
        bundles = stars(key, ((number, hung[number][0]) for number in sorted(hung)))
        branches = []
        for bundle in bundles:
            children = [hung[strand.link][1] for strand in bundle.strands]
            children.sort(key=self._place)
            branches.append(Branch(bundle, tuple(map(self._node, children))))
        branches.sort(key=lambda branch: self._place(branch.nodes[0].element))
        return Node(key, _by_trunk(branches))

    def _place(self, key: str) -> tuple[bool, tuple[int, int], int]:
        slot = self._slots[key]
        return slot is None, slot or (0, 0), self._order[key]


def _by_trunk(branches: Sequence[Branch]) -> tuple[Branch, ...]:
    """Return branches so that those drawn by the same bracket follow each other."""
    trunks: dict[object, list[Branch]] = {}
    for branch in branches:
        trunks.setdefault(trunk_of(branch.bundle), []).append(branch)
    return tuple(branch for group in trunks.values() for branch in group)


def trunk_of(bundle: Bundle) -> tuple[str, bool]:
    """Return what branches must have in common to be drawn by one bracket."""
    return bundle.kind.value, bundle.outward


def grow_trees(
    elements: Sequence[Element],
    links: Sequence[Link],
    slots: Mapping[str, tuple[int, int] | None],
) -> tuple[Node, ...]:
    """Return every element once, in trees of elements that stand in one block.

    ``slots`` decide the order of what hangs side by side. Links in no branch have to be led
    from block to block.
    """
    grown = _Grower(elements, links).grow(slots)
    trimmed = [_few_trunks(root) for root in grown]
    return tuple(node for nodes in trimmed for node in nodes)


def _few_trunks(node: Node) -> list[Node]:
    """Return the node without branches of more kinds than fit side by side, then their nodes."""
    kept: list[Branch] = []
    freed: list[Node] = []
    trunks: list[object] = []
    for branch in node.branches:
        trunk = trunk_of(branch.bundle)
        if trunk not in trunks:
            trunks.append(trunk)
        held: list[Node] = []
        for child in branch.nodes:
            first, *others = _few_trunks(child)
            held.append(first)
            freed += others
        if trunks.index(trunk) < _TRUNKS:
            kept.append(Branch(branch.bundle, tuple(held)))
        else:
            freed += held
    return [Node(node.element, tuple(kept)), *freed]


def inside_links(nodes: Iterable[Node]) -> frozenset[int]:
    """Return the places of the links drawn inside blocks."""
    found: set[int] = set()
    for node in nodes:
        for branch in node.branches:
            found |= {strand.link for strand in branch.bundle.strands}
            found |= inside_links(branch.nodes)
    return frozenset(found)
