# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the library holds of words: how telling each is, what is near, what sounds alike."""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cached_property

from kyosei_desk.search.engine import (
    LEMMA_FIELDS,
    Alternative,
    Clause,
    IndexField,
    IndexTerm,
    SearchIndex,
)
from kyosei_desk.search.fuzzy import NearWords, SoundCutter
from kyosei_desk.search.model import MatchRule
from kyosei_desk.search.patterns import EXACT
from kyosei_desk.search.plan import Pattern, PatternKind
from kyosei_desk.search.words import is_suffix, is_verb

_VERB_SHARE, _SUFFIX_SHARE = 0.6, 0.5
_CUTS = 4
_MOST_PAIRS = 40


class LibraryVocabulary:
    """The words of one index and the names of its passages; everything is made on first use."""

    def __init__(self, index: SearchIndex, names: Iterable[str], fold: Callable[[str], str]):
        """Keep the index, the names to be near to, and how to fold one."""
        self._index = index
        self._names = names
        self._fold = fold

    def weight(self, lemma: str) -> float:
        """Return how much a word tells: its idf, less for verbs and single characters."""
        frequencies = (self._frequency(field, lemma) for field in LEMMA_FIELDS)
        idf = self.idf(max(frequencies))
        if is_suffix(lemma):
            return idf * _SUFFIX_SHARE
        return idf * _VERB_SHARE if is_verb(lemma) else idf

    def pattern_weight(self, pattern: Pattern) -> float:
        """Return the idf of a pattern, from the passages that may hold it."""
        return self.idf(len(self._holding(pattern)))

    def idf(self, frequency: int) -> float:
        """Return the inverse document frequency of what is in so many passages."""
        count = self._index.passage_count
        frequency = min(count, frequency)
        return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))

    def knows(self, lemma: str) -> bool:
        """Tell whether a word is anywhere in the library."""
        return any(self._frequency(field, lemma) for field in LEMMA_FIELDS)

    def may_hold(self, pattern: Pattern) -> bool:
        """Tell whether some passage has all the index terms of a pattern."""
        return bool(self._holding(pattern))

    def character(self, char: str) -> Pattern | None:
        """Return the pattern of a single character: any pair that begins with it."""
        pairs = self._index.vocabulary(IndexField.GRAM)
        ways: list[Alternative] = []
        for at in range(bisect_left(pairs, char), len(pairs)):
            if not char or not pairs[at].startswith(char) or len(ways) == _MOST_PAIRS:
                break
            ways.append(Alternative((IndexTerm(IndexField.GRAM, pairs[at]),), EXACT))
        if not ways:
            return None
        return Pattern(PatternKind.FOLDED, (char,), MatchRule.EXACT, EXACT, tuple(ways))

    def cut(self, sound: str) -> list[tuple[str, ...]]:
        """Return the ways a sound can be cut into words the library holds."""
        return self._sounds.cut(sound, _CUTS)

    def near_names(self, folded: str, least: float, limit: int) -> list[tuple[str, float]]:
        """Return the names most like a folded text, with their likeness."""
        return self._near_names.nearest(folded, least, limit)

    def near_words(self, lemma: str, least: float, limit: int) -> list[tuple[str, float]]:
        """Return the lemmas most like one, with their likeness."""
        return self._near_words.nearest(lemma, least, limit)

    def _frequency(self, field: IndexField, lemma: str) -> int:
        return self._index.document_frequency(IndexTerm(field, lemma))

    def _holding(self, pattern: Pattern) -> frozenset[int]:
        return self._index.retrieve([Clause(pattern.alternatives, True)]).complete

    @cached_property
    def _sounds(self) -> SoundCutter:
        return SoundCutter(self._index.vocabulary(IndexField.READING))

    @cached_property
    def _near_names(self) -> NearWords:
        return NearWords((name, self._fold(name)) for name in self._names)

    @cached_property
    def _near_words(self) -> NearWords:
        words = {w for f in (IndexField.BODY, IndexField.NAME) for w in self._index.vocabulary(f)}
        return NearWords((word, word) for word in sorted(words) if len(word) > 1)
