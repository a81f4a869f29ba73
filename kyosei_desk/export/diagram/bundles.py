# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Links drawn as one: those of one kind and name that share an end become one small tree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from kyosei_desk.domain.designs import Link
from kyosei_desk.domain.vocabulary import LinkType

NumberedLink = tuple[int, Link]


@dataclass(frozen=True)
class Strand:
    """One link of a bundle: its place in the design, the end it shares, and the other."""

    link: int
    hub: str
    end: str


@dataclass(frozen=True)
class Bundle:
    """Links of one kind and name that are drawn as one.

    ``outward``: the shared end is where the links begin. In a ``mutual`` bundle everyone is
    linked with everyone.
    """

    kind: LinkType
    label: str
    outward: bool
    strands: tuple[Strand, ...]
    mutual: bool = False

    @property
    def ends(self) -> tuple[str, ...]:
        """The elements it connects, each once, the shared end first."""
        hubs = [strand.hub for strand in self.strands]
        return tuple(dict.fromkeys([*hubs, *(strand.end for strand in self.strands)]))

    @property
    def pointed_at(self) -> frozenset[str]:
        """The elements that get a mark where the line meets them."""
        if self.kind is LinkType.COOPERATE:
            return frozenset(self.ends)
        if self.outward:
            return frozenset(strand.end for strand in self.strands)
        return frozenset(strand.hub for strand in self.strands)


def label_of(link: Link) -> str:
    """Return a link's name: as the source says it, else that of its kind."""
    return link.label or link.type.label


def bundled(links: Iterable[NumberedLink]) -> tuple[Bundle, ...]:
    """Return every link in exactly one bundle, in the order of their first links."""
    alike: dict[tuple[LinkType, str], list[NumberedLink]] = {}
    found: list[Bundle] = []
    for number, link in links:
        if link.from_ == link.to:
            strand = Strand(number, link.from_, link.to)
            found.append(Bundle(link.type, label_of(link), True, (strand,)))
        else:
            alike.setdefault((link.type, label_of(link)), []).append((number, link))
    for members in alike.values():
        found += _stars(members)
    found.sort(key=lambda bundle: min(strand.link for strand in bundle.strands))
    return tuple(found)


def stars(hub: str, links: Iterable[NumberedLink]) -> tuple[Bundle, ...]:
    """Return links that all meet at ``hub``, bundled by kind, name and direction."""
    alike: dict[tuple[LinkType, str, bool], list[Strand]] = {}
    for number, link in links:
        outward = link.from_ == hub or link.type is LinkType.COOPERATE
        end = link.to if link.from_ == hub else link.from_
        key = (link.type, label_of(link), outward)
        alike.setdefault(key, []).append(Strand(number, hub, end))
    return tuple(
        Bundle(kind, label, outward, tuple(strands))
        for (kind, label, outward), strands in alike.items()
    )


def _stars(members: list[NumberedLink]) -> Iterable[Bundle]:
    """Divide links of one kind and name: first where all know all, then the largest stars."""
    left = list(members)
    if left[0][1].type is LinkType.COOPERATE:
        for group in _everyone_with_everyone(left):
            yield _mutual(group)
            left = [member for member in left if member not in group]
    while left:
        hub, outward = _largest_star(left)
        star = [(n, link) for n, link in left if _end(link, outward) == hub]
        if left[0][1].type is LinkType.COOPERATE:
            star = [(n, link) for n, link in left if hub in (link.from_, link.to)]
        yield from stars(hub, star)
        left = [member for member in left if member not in star]


def _end(link: Link, outward: bool) -> str:
    return link.from_ if outward else link.to


def _largest_star(links: Sequence[NumberedLink]) -> tuple[str, bool]:
    counts: dict[tuple[str, bool], int] = {}
    both_ways = links[0][1].type is LinkType.COOPERATE
    for _, link in links:
        for outward in (True, False):
            key = (_end(link, outward), outward or both_ways)
            counts[key] = counts.get(key, 0) + 1
    return max(counts, key=lambda key: counts[key])


def _everyone_with_everyone(links: Sequence[NumberedLink]) -> list[list[NumberedLink]]:
    """Return the groups of three or more where each is linked with each, links once a pair."""
    neighbours: dict[str, set[str]] = {}
    for _, link in links:
        neighbours.setdefault(link.from_, set()).add(link.to)
        neighbours.setdefault(link.to, set()).add(link.from_)
    groups: list[list[NumberedLink]] = []
    taken: set[str] = set()
    for first, known in neighbours.items():
        circle = {first, *known}
        complete = all(b in neighbours[a] for a, b in combinations(sorted(circle), 2))
        alone = all(neighbours[one] < circle for one in circle)
        if len(circle) >= 3 and complete and alone and not circle & taken:
            taken |= circle
            groups.append([(n, k) for n, k in links if k.from_ in circle])
    return groups


def _mutual(links: Sequence[NumberedLink]) -> Bundle:
    strands = tuple(Strand(n, link.from_, link.to) for n, link in links)
    first = links[0][1]
    return Bundle(first.type, label_of(first), True, strands, mutual=True)
