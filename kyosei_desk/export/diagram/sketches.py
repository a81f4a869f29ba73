# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What is to be placed: blocks of cards for a number of columns, and the lines between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from kyosei_desk.domain.designs import SupportDesign
from kyosei_desk.domain.vocabulary import LinkType
from kyosei_desk.export.diagram.blocks import Block, BlockMaker, set_block
from kyosei_desk.export.diagram.bundles import Bundle, bundled, label_of
from kyosei_desk.export.diagram.cards import CardText, Guideline, card_text
from kyosei_desk.export.diagram.lanes import BandKey, bands_of
from kyosei_desk.export.diagram.lines import line_ends
from kyosei_desk.export.diagram.placing import Net, NetEnd, PlacedBlock, Slot
from kyosei_desk.export.diagram.trees import Node, grow_trees, inside_links

_LEAST_HIGH = 150.0
_SPARE = 1.25
_ONE_SIDE = 0.6  # of the lines that meet a card, for how many a side has full room
_NAMED = 2.0  # what a line beside another between the same cards counts


@dataclass(frozen=True)
class Sketch:
    """Blocks with their bands, bundles of links between blocks, and both as placing sees them."""

    bands: tuple[BandKey, ...]
    blocks: tuple[Block, ...]
    placed: tuple[PlacedBlock, ...]
    bundles: tuple[Bundle, ...]
    nets: tuple[Net, ...]


class TreeSketcher:
    """Makes sketches of one design for different numbers of columns."""

    def __init__(self, design: SupportDesign, guideline: Guideline):
        """Find what hangs on what; that is the same for all sketches."""
        self._design = design
        self._guideline = guideline
        self._elements = {element.id: element for element in design.elements}
        self._slots: Mapping[str, Slot | None] = {
            key: guideline.slot(element) for key, element in self._elements.items()
        }
        self._trees = grow_trees(design.elements, design.links, self._slots)
        self._bands = bands_of(element.zone for element in design.elements)
        self._texts: dict[tuple[str, float, bool, int], CardText] = {}

    def sketch(self, columns: int) -> Sketch:
        """Return blocks of a height that suits as many columns."""
        groups, bands = self._groups(columns)
        inside = inside_links([node for group in groups for node in group])
        loose = [(n, link) for n, link in enumerate(self._design.links) if n not in inside]
        bundles = bundled(loose)
        ports = _ports_needed(bundles)
        blocks = [self._set(group, ports) for group in groups]
        placed = [
            PlacedBlock(band, block.height, self._block_slot(block))
            for block, band in zip(blocks, bands, strict=True)
        ]
        nets = _nets(bundles, blocks)
        return Sketch(self._bands, tuple(blocks), tuple(placed), bundles, tuple(nets))

    def _set(self, nodes: Sequence[Node], ports: Mapping[str, int]) -> Block:
        def write(element: str, width: float, tells_operators: bool) -> CardText:
            return self._write(element, width, tells_operators, ports.get(element, 1))

        return set_block(nodes, write, self._elements)

    def _write(self, element: str, width: float, tells_operators: bool, ports: int = 1) -> CardText:
        key = (element, width, tells_operators, ports)
        if key not in self._texts:
            self._texts[key] = card_text(
                self._elements[element],
                self._guideline,
                width,
                tells_operators=tells_operators,
                ports=ports,
            )
        return self._texts[key]

    def _groups(self, columns: int) -> tuple[list[Sequence[Node]], list[int]]:
        """Return the nodes of each block, and its band."""
        maker = BlockMaker(self._write, self._elements)
        groups: list[Sequence[Node]] = []
        bands: list[int] = []
        for band, (_, zone) in enumerate(self._bands):
            nodes = [n for n in self._trees if self._elements[n.element].zone is zone]
            total = sum(block.height for block in maker.blocks(nodes, float("inf")))
            highest = max(_LEAST_HIGH, total / columns * _SPARE)
            for alike in self._alike(nodes):
                many = len(alike) > 1
                made = maker.group(alike, highest) if many else maker.blocks(alike, highest)
                groups += [block.nodes for block in made]
                bands += [band] * len(made)
        return groups, bands

    def _alike(self, nodes: Sequence[Node]) -> list[list[Node]]:
        """Return nodes in groups: those with nothing but the same link to the same element."""
        groups: dict[object, list[Node]] = {}
        for node in nodes:
            groups.setdefault(self._only_link(node), []).append(node)
        return list(groups.values())

    def _only_link(self, node: Node) -> object:
        """Return what a node's only link says, or the node itself when it has other links."""
        links = [k for k in self._design.links if node.element in (k.from_, k.to)]
        if node.branches or len(links) != 1 or links[0].from_ == links[0].to:
            return node.element
        (link,) = links
        outward = link.from_ == node.element and link.type is not LinkType.COOPERATE
        other = link.to if link.from_ == node.element else link.from_
        return link.type, label_of(link), outward, other

    def _block_slot(self, block: Block) -> Slot | None:
        """Return the slot of the block's head, else the first of its cards'."""
        slots = [self._slots[card.element] for card in block.cards]
        return slots[0] or min((slot for slot in slots if slot), default=None)


def _ports_needed(bundles: Sequence[Bundle]) -> dict[str, int]:
    """Return for how many lines a side of each card must have room.

    Lines between the same two cards need room for their names, too.
    """
    lines: dict[str, float] = {}
    pairs: dict[frozenset[str], int] = {}
    for bundle in bundles:
        ends = line_ends(bundle)
        pair = frozenset(ends)
        pairs[pair] = pairs.get(pair, 0) + 1
        beside = len(pair) <= 2 and pairs[pair] > 1
        for end in ends:
            lines[end] = lines.get(end, 0.0) + (_NAMED if beside else _ONE_SIDE)
    return {end: ceil(count) for end, count in lines.items()}


def _nets(bundles: Sequence[Bundle], blocks: Sequence[Block]) -> list[Net]:
    ends: dict[str, NetEnd] = {}
    for number, block in enumerate(blocks):
        for card in block.cards:
            ends[card.element] = NetEnd(number, card.rect.middle[1], card.inner)
    return [tuple(ends[end] for end in line_ends(bundle)) for bundle in bundles]
