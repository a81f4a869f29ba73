# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""From the clauses of a question to the passages worth ranking, by a coarse score.

The score is a sum over the clauses: how rare what was found is, the weight of the way it was
found, where it stands and whether it stands there often. Every step works on whole sets (see
``bitsets``), so nothing is dropped however common the words are.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kyosei_desk.search.bitsets import Tally, bits_of, numbers_of
from kyosei_desk.search.engine import Alternative, Clause, IndexField, IndexTerm, SearchIndex
from kyosei_desk.search.plan import Pattern, QueryPlan

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


def gather(index: SearchIndex, clauses: Sequence[Clause]) -> Candidates:
    """Return the passages holding any clause and none of the excluded ones."""
    excluded = 0
    for clause in clauses:
        if clause.excluded:
            excluded |= holding(index, clause.alternatives)
    tally = Tally()
    held, complete, here, of_clause = 0, -1, 0, []
    for clause in clauses:
        if clause.excluded:
            continue
        taken = _count_in(tally, _ways(index, clause.alternatives))
        of_clause.append(taken & ~excluded)
        held |= taken
        if clause.required:
            complete &= taken
            here |= holding(index, filter(_is_here, clause.alternatives))
    held &= ~excluded
    return Candidates(complete & here & held, held, tuple(of_clause), tally)


class Possible:
    """Which of a few passages may hold which patterns, from the index alone."""

    def __init__(self, index: SearchIndex, plan: QueryPlan, numbers: Iterable[int]):
        """Look every pattern of the plan up once."""
        among = bits_of(numbers, index.passage_count)
        patterns = [p for unit in plan.units for p in unit.patterns]
        patterns += [bridge.pattern for bridge in plan.bridges]
        self._numbers = {
            id(pattern): frozenset(numbers_of(holding(index, pattern.alternatives) & among))
            for pattern in patterns
        }

    def of(self, number: int) -> Callable[[Pattern], bool]:
        """Return what tells of a passage whether it may hold a pattern of the plan."""
        return lambda pattern: number in self._numbers[id(pattern)]


def _is_here(alternative: Alternative) -> bool:
    """Tell whether a way to match speaks of the passage itself, not only of its document."""
    return any(term.field is not IndexField.CONTEXT for term in alternative.terms)


def holding(index: SearchIndex, alternatives: Iterable[Alternative]) -> int:
    """Return the set of passages in which one of the alternatives is possible."""
    taken = 0
    for alternative in alternatives:
        taken |= _conjunction(index, alternative)
    return taken


def _count_in(tally: Tally, ways: list[tuple[int, int]]) -> int:
    """Let each passage have the best way it holds a clause by; return all that hold it."""
    taken = 0
    for score, bits in sorted(ways, key=lambda way: -way[0]):
        tally.add(bits & ~taken, score)
        taken |= bits
    return taken


def _ways(index: SearchIndex, alternatives: Iterable[Alternative]) -> list[tuple[int, int]]:
    ways = []
    for alternative in alternatives:
        bits = _conjunction(index, alternative)
        if not bits:
            continue
        telling = sum(_telling(index, term) for term in alternative.terms)
        score = _SCALE * alternative.weight * telling / len(alternative.terms)
        ways.append((max(1, round(score)), bits))
        (term, *others) = alternative.terms
        if term.field is IndexField.BODY and not others:
            for field, factor in _OFTEN:
                often = index.holding(IndexTerm(field, term.text))
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


def _telling(index: SearchIndex, term: IndexTerm) -> float:
    count, frequency = index.passage_count, index.document_frequency(term)
    idf = math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))
    return idf * _FIELD_WEIGHT.get(term.field, 1.0)
