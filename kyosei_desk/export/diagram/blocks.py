# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Blocks: cards that stand together in one column, with the brackets between them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kyosei_desk.domain.designs import Element
from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.bundles import Bundle
from kyosei_desk.export.diagram.cards import CardText
from kyosei_desk.export.diagram.model import Label, TextLine, TextRole
from kyosei_desk.export.diagram.sizes import base_line, line_height
from kyosei_desk.export.diagram.trees import Branch, Node, trunk_of
from kyosei_desk.export.diagram.words import text_width, wrap
from kyosei_desk.export.shapes import Point, Rect

# The inside of an element's card: its width, and whether it tells who runs the element.
WriteCard = Callable[[str, float, bool], CardText]

_ABOVE_LABEL, _BELOW_LABEL = 3, 1
_FIRST_TRUNK = 11


@dataclass(frozen=True)
class BlockCard:
    """A card, its place counted from the block's upper left corner.

    ``inner`` cards hang on another one: brackets run along their left side.
    """

    element: str
    rect: Rect
    text: CardText
    inner: bool


@dataclass(frozen=True)
class BlockWire:
    """A bracket inside a block: the way of every strand from the card that holds the others."""

    bundle: Bundle
    ways: tuple[tuple[Point, ...], ...]
    label: Label


@dataclass(frozen=True)
class Block:
    """Cards of one zone that stand together, and their brackets; places from its corner."""

    cards: tuple[BlockCard, ...]
    wires: tuple[BlockWire, ...]
    height: float
    nodes: tuple[Node, ...]


class _Setter:
    """Sets nodes one below the other; ``y`` is where the next one begins."""

    def __init__(self, write: WriteCard, elements: Mapping[str, Element]):
        self._write = write
        self._elements = elements
        self.y = 0.0
        self.cards: list[BlockCard] = []
        self.wires: list[BlockWire] = []

    def set_node(self, node: Node, x: float, holder: str | None) -> Rect:
        """Set a node and all that hangs on it; return where its own card is."""
        width = sizes.CARD_WIDTH - x
        text = self._write(node.element, width, self._tells_operators(node.element, holder))
        rect = Rect(x, self.y, width, text.height)
        self.cards.append(BlockCard(node.element, rect, text, holder is not None))
        self.y = rect.bottom
        trunks = list(dict.fromkeys(trunk_of(branch.bundle) for branch in node.branches))
        inner = x + _FIRST_TRUNK + sizes.TRUNK_GAP * (len(trunks) - 1)
        for branch in node.branches:
            trunk = inner - sizes.TRUNK_GAP * trunks.index(trunk_of(branch.bundle))
            self._set_branch(branch, node.element, rect, trunk, inner + sizes.TICK)
        return rect

    def _tells_operators(self, element: str, holder: str | None) -> bool:
        own = self._elements[element].operators
        return holder is None or own != self._elements[holder].operators

    def _set_branch(
        self, branch: Branch, holder: str, held_by: Rect, trunk: float, x: float
    ) -> None:
        label = self._set_label(branch.bundle.label, x)
        start = (trunk, held_by.bottom)
        ways: dict[str, tuple[Point, ...]] = {}
        for place, node in enumerate(branch.nodes):
            self.y += sizes.SIBLING_GAP if place else _BELOW_LABEL
            rect = self.set_node(node, x, holder)
            level = rect.middle[1]
            ways[node.element] = (start, (trunk, level), (rect.x, level))
        ordered = tuple(ways[strand.end] for strand in branch.bundle.strands)
        self.wires.append(BlockWire(branch.bundle, ordered, label))

    def _set_label(self, words: str, x: float) -> Label:
        role = TextRole.LABEL
        lines = wrap(words, role, sizes.CARD_WIDTH - x - 2 * sizes.LABEL_PAD_X, most=3)
        top = self.y + _ABOVE_LABEL
        step = line_height(role)
        placed = tuple(
            TextLine(x + sizes.LABEL_PAD_X, top + step * row + base_line(role), line, role)
            for row, line in enumerate(lines)
        )
        width = max(text_width(line, role) for line in lines) + 2 * sizes.LABEL_PAD_X
        rect = Rect(x, top, width, step * len(lines))
        self.y = rect.bottom
        return Label(rect, placed)


def set_block(nodes: Sequence[Node], write: WriteCard, elements: Mapping[str, Element]) -> Block:
    """Return nodes set one below the other."""
    setter = _Setter(write, elements)
    for place, node in enumerate(nodes):
        setter.y += sizes.SIBLING_GAP if place else 0
        setter.set_node(node, 0.0, None)
    return Block(tuple(setter.cards), tuple(setter.wires), setter.y, tuple(nodes))


class BlockMaker:
    """Makes blocks no higher than wanted, by taking branches off or dividing groups."""

    def __init__(self, write: WriteCard, elements: Mapping[str, Element]):
        """Write cards with ``write``."""
        self._write = write
        self._elements = elements

    def blocks(self, nodes: Sequence[Node], highest: float) -> list[Block]:
        """Return the blocks of one zone: each tree one, and what was too high in parts."""
        made: list[Block] = []
        for node in nodes:
            made += self._lowered(node, highest)
        return made

    def group(self, nodes: Sequence[Node], highest: float) -> list[Block]:
        """Return nodes side by side, as few blocks as the height allows."""
        parts: list[list[Node]] = [[]]
        for node in nodes:
            longer = [*parts[-1], node]
            if parts[-1] and self._height(longer) > highest:
                parts.append([node])
            else:
                parts[-1] = longer
        return [self._set(part) for part in parts]

    def _lowered(self, node: Node, highest: float) -> list[Block]:
        """Return the node's block, and before it fits the blocks of its highest branches."""
        taken: list[Branch] = []
        while node.branches and self._height([node]) > highest:
            branch = max(node.branches, key=lambda branch: self._height(branch.nodes))
            taken.append(branch)
            rest = tuple(one for one in node.branches if one is not branch)
            node = replace(node, branches=rest)
        made = [self._set([node])]
        for branch in taken:
            made += self.group(branch.nodes, highest)
        return made

    def _height(self, nodes: Sequence[Node]) -> float:
        return self._set(nodes).height

    def _set(self, nodes: Sequence[Node]) -> Block:
        return set_block(nodes, self._write, self._elements)


def elements_in(blocks: Iterable[Block]) -> list[str]:
    """Return the elements of blocks in the order of their cards."""
    return [card.element for block in blocks for card in block.cards]
