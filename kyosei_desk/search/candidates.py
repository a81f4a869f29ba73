# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""From the clauses of a question to the passages worth ranking, by a coarse score.

The score is a sum over the clauses: how rare what was found is, the weight of the way it was
found, where it stands and whether it stands there often. Every step works on whole sets (see
``bitsets``), so nothing is dropped however common the words are.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kyosei_desk.search.bitsets import Tally, bits_of, numbers_of
from kyosei_desk.search.engine import Alternative, Clause, IndexField, IndexTerm, SearchIndex
from kyosei_desk.search.plan import QueryPlan, Way

_FIELD_WEIGHT = {IndexField.NAME: 2.0, IndexField.CONTEXT: 0.6}
_OFTEN = ((IndexField.VERY_OFTEN, 1.6), (IndexField.OFTEN, 1.3))
_SCALE = 4  # steps of the coarse score to one unit of idf


@dataclass(frozen=True)
class Candidates:
    """Sets of passages: ``complete`` hold every required clause, ``held`` any clause.

    Of a complete passage something must be its own: the title of its document alone, which
    all its passages share, does not make it one.

    ``of_clause`` are the passages holding each clause (excluded ones aside), and tell which
    word emptied a result.
    """

    complete: int
    held: int
    of_clause: tuple[int, ...]
    tally: Tally

    def best(self, count: int, allowed: int) -> list[int]:
        """Return up to ``count`` of the allowed passages, complete ones before others."""
        complete = self.complete & allowed
        if complete.bit_count() >= count:
            return self.tally.best(count, complete)
        others = self.held & allowed & ~complete
        rest = self.tally.best(count - complete.bit_count(), others)
        return numbers_of(complete) + rest


NO_CANDIDATES = Candidates(0, 0, (), Tally())


class Lookups:
    """What the index holds, looked up once for one question however often it is asked."""

    def __init__(self, index: SearchIndex):
        """Look up in ``index``."""
        self.index = index
        self._found: dict[Alternative, int] = {}
        self._telling: dict[IndexTerm, float] = {}

    def conjunction(self, alternative: Alternative) -> int:
        """Return the set of passages that hold all terms of one way to match."""
        bits = self._found.get(alternative)
        if bits is None:
            bits = self._found[alternative] = _conjunction(self.index, alternative)
        return bits

    def holding(self, alternatives: Iterable[Alternative]) -> int:
        """Return the set of passages in which one of the alternatives is possible."""
        taken = 0
        for alternative in alternatives:
            taken |= self.conjunction(alternative)
        return taken

    def telling(self, term: IndexTerm) -> float:
        """Return how much a term tells: its idf, by the field it stands in."""
        found = self._telling.get(term)
        if found is None:
            count, frequency = self.index.passage_count, self.index.document_frequency(term)
            idf = math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))
            found = self._telling[term] = idf * _FIELD_WEIGHT.get(term.field, 1.0)
        return found


def gather(lookups: Lookups, clauses: Sequence[Clause]) -> Candidates:
    """Return the passages holding any clause and none of the excluded ones."""
    excluded = 0
    for clause in clauses:
        if clause.excluded:
            excluded |= lookups.holding(clause.alternatives)
    tally = Tally()
    held, complete, here, of_clause = 0, -1, 0, []
    for clause in clauses:
        if clause.excluded:
            continue
        taken = _count_in(tally, _ways(lookups, clause.alternatives))
        of_clause.append(taken & ~excluded)
        held |= taken
        if clause.required:
            complete &= taken
            here |= lookups.holding(filter(_is_here, clause.alternatives))
    held &= ~excluded
    return Candidates(complete & here & held, held, tuple(of_clause), tally)


class Possible:
    """Which ways of a plan a few passages may satisfy it in, from the index alone."""

    def __init__(self, lookups: Lookups, plan: QueryPlan, numbers: Iterable[int]):
        """Look every pattern of the plan up once."""
        among = bits_of(numbers, lookups.index.passage_count)
        self._ways: dict[int, list[Way]] = {}
        for way in plan.ways:
            for number in numbers_of(lookups.holding(way.pattern.alternatives) & among):
                self._ways.setdefault(number, []).append(way)

    def of(self, number: int) -> Sequence[Way]:
        """Return the ways that are possible in a passage, in the order of the plan."""
        return self._ways.get(number, ())


def _is_here(alternative: Alternative) -> bool:
    """Tell whether a way to match speaks of the passage itself, not only of its document."""
    return any(term.field is not IndexField.CONTEXT for term in alternative.terms)


def _count_in(tally: Tally, ways: list[tuple[int, int]]) -> int:
    """Let each passage have the best way it holds a clause by; return all that hold it."""
    taken = 0
    for score, bits in sorted(ways, key=lambda way: -way[0]):
        tally.add(bits & ~taken, score)
        taken |= bits
    return taken


def _ways(lookups: Lookups, alternatives: Iterable[Alternative]) -> list[tuple[int, int]]:
    ways = []
    for alternative in alternatives:
        bits = lookups.conjunction(alternative)
        if not bits:
            continue
        telling = sum(map(lookups.telling, alternative.terms))
        score = _SCALE * alternative.weight * telling / len(alternative.terms)
        ways.append((max(1, round(score)), bits))
        (term, *others) = alternative.terms
        if term.field is IndexField.BODY and not others:
            for field, factor in _OFTEN:
                often = lookups.index.holding(IndexTerm(field, term.text))
                if often:
                    ways.append((max(1, round(score * factor)), often))
    return ways


def _conjunction(index: SearchIndex, alternative: Alternative) -> int:
    if not alternative.terms:
        return 0
    bits = -1
    for term in alternative.terms:
        bits &= index.holding(term)
        if not bits:
            break
    return bits
