# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a question asks for, ready to be looked up and matched: plain immutable values.

A question is a row of *units* (words, numbers, articles, dates), each with the *patterns*
that satisfy it. A *bridge* satisfies several neighbouring units at once: a synonym of a
compound, its reading, a name that is nearly it.
"""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from kyosei_desk.search.engine import Alternative, Clause, IndexField, IndexTerm
from kyosei_desk.search.model import Choice, MatchRule
from kyosei_desk.search.query import FieldTerm


class PatternKind(Enum):
    """How a pattern is looked for."""

    LEMMAS = auto()  # consecutive content words
    CANONICAL = auto()  # an article, date or number
    READING = auto()  # words sounding so, from a word's beginning
    NOTATION = auto()  # words sounding so, with the same kanji or fewer
    FOLDED = auto()  # a run of folded characters
    BEGINNING = auto()  # such a run where a word begins: 縁 in 縁側, but no 京都 in 東京都

    __hash__ = object.__hash__  # Enum's own is slow


@dataclass(frozen=True, slots=True)
class Pattern:
    """One thing to find; ``words`` are lemmas, or the one canonical key, sound or run.

    A notation is a sound and the kanji it was asked with.

    ``alternatives`` are the index terms that must be there for it to be possible at all.
    """

    kind: PatternKind
    words: tuple[str, ...]
    rule: MatchRule
    quality: float
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One word of the question.

    ``weight`` is how much it tells (idf, less for words that only hold the question
    together); ``strict`` phrases must be there whatever else is found.
    """

    text: str
    lemma: str
    weight: float
    term: int
    position: int
    patterns: tuple[Pattern, ...]
    required: bool = True
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Bridge:
    """A pattern that satisfies ``units[first:last]``; ``text`` is what was asked there."""

    first: int
    last: int
    text: str
    pattern: Pattern


class Way(NamedTuple):
    """One way to satisfy ``units[first:last]`` of a plan; ``share`` is what it is worth there.

    ``text`` is what was asked.
    """

    first: int
    last: int
    text: str
    pattern: Pattern
    share: float


class Neighbours(NamedTuple):
    """Two units asked side by side; ``first`` is the number of the one before."""

    first: int
    lemmas: tuple[str, str]
    weight: float


class Gram(NamedTuple):
    """A character pair of the question with its idf."""

    text: str
    weight: float


@dataclass(frozen=True)
class QueryPlan:
    """A question ready to be answered; ``without`` are the rules switched off for it.

    ``runs`` are its runs of four folded characters one after the other. ``is_running_text``
    tells that words are joined by particles as in a sentence, and not only set in a row: its
    runs are those of the text as it is written then, and otherwise those of each word.
    """

    text: str
    units: tuple[Unit, ...]
    bridges: tuple[Bridge, ...]
    grams: tuple[Gram, ...]
    folded: str
    excluded: tuple[Clause, ...]
    choices: tuple[Choice, ...]
    terms: tuple[str, ...] = ()
    fields: tuple[FieldTerm, ...] = ()
    without: frozenset[MatchRule] = frozenset()
    runs: tuple[str, ...] = ()
    is_running_text: bool = False

    @cached_property
    def total_weight(self) -> float:
        """The sum of the unit weights."""
        return sum(unit.weight for unit in self.units)

    @cached_property
    def letter_by_letter(self) -> bool:
        """Whether what was found has to be compared with what was typed."""
        return not self.without.isdisjoint((MatchRule.NOTATION, MatchRule.READING))

    @cached_property
    def in_notions(self) -> frozenset[int]:
        """The units that are parts of a compound the thesaurus knows as one notion."""
        return frozenset(
            index
            for bridge in self.bridges
            if bridge.pattern.kind is PatternKind.LEMMAS and bridge.pattern.rule is MatchRule.EXACT
            for index in range(bridge.first, bridge.last)
        )

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """Every way to satisfy units: those of each unit alone, then the bridges."""
        alone = (
            Way(index, index + 1, unit.text, pattern, share)
            for index, unit in enumerate(self.units)
            for share in (_SCRAP_SHARE if index in self.in_notions else 1.0,)
            for pattern in unit.patterns
        )
        bridged = (Way(b.first, b.last, b.text, b.pattern, 1.0) for b in self.bridges)
        return (*alone, *bridged)

    @cached_property
    def neighbours(self) -> tuple[Neighbours, ...]:
        """The units that stand side by side in a term."""
        return tuple(
            Neighbours(index, (one.lemma, next_.lemma), min(one.weight, next_.weight))
            for index, (one, next_) in enumerate(pairwise(self.units))
            if one.term == next_.term and next_.position - one.position == 1
        )

    @cached_property
    def gram_weight(self) -> float:
        """The sum of the weights of the character pairs."""
        return sum(gram.weight for gram in self.grams)

    def unit_clauses(self) -> list[Clause]:
        """Return one clause a unit, its bridges among the alternatives."""
        clauses = []
        for index, unit in enumerate(self.units):
            ways = [way for pattern in unit.patterns for way in pattern.alternatives]
            for bridge in self.bridges:
                if bridge.first <= index < bridge.last:
                    ways += bridge.pattern.alternatives
            clauses.append(Clause(tuple(dict.fromkeys(ways)), unit.required))
        return clauses

    def clauses(self) -> list[Clause]:
        """Return all clauses for the index; the unit clauses come first and in order."""
        pairs = [
            Clause((Alternative((IndexTerm(IndexField.GRAM, gram.text),), _GRAM_WEIGHT),), False)
            for gram in self.grams
        ]
        return [*self.unit_clauses(), *pairs, *self.excluded]


_GRAM_WEIGHT = 0.1
_SCRAP_SHARE = 0.7  # what a part of a compound notion is worth alone: 一人 of 一人暮らし
