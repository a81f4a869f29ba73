# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What the library holds of words: how telling each is, what is near, what sounds alike."""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from kyosei_desk.search.candidates import Lookups
from kyosei_desk.search.engine import (
    LEMMA_FIELDS,
    Alternative,
    IndexField,
    IndexTerm,
    SearchIndex,
)
from kyosei_desk.search.fuzzy import NearWords, SoundCutter
from kyosei_desk.search.model import MatchRule
from kyosei_desk.search.normalize import loose_katakana, to_hiragana
from kyosei_desk.search.passage_views import PassageViews
from kyosei_desk.search.patterns import EXACT
from kyosei_desk.search.plan import Gram, Pattern, PatternKind
from kyosei_desk.search.words import is_suffix, is_verb

_VERB_SHARE, _SUFFIX_SHARE = 0.6, 0.5
_CUTS = 4
_MOST_PAIRS = 40
_SIBLING = 4  # characters of a word that is hardly another one
_LONGEST_SOUND = 80  # kana
_LOOKED_AT = 5  # passages


class LibraryVocabulary:
    """The words of one index and the names of its passages; everything is made on first use."""

    def __init__(
        self,
        index: SearchIndex,
        views: PassageViews,
        names: Iterable[str],
        name_sounds: Iterable[str],
        fold: Callable[[str], str],
    ):
        """Keep the index, its passages, the names to be near to and how they sound."""
        self._index = index
        self._views = views
        self._names = names
        self._name_sounds = name_sounds
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
        return self.idf(self._holding(pattern).bit_count())

    def idf(self, frequency: int) -> float:
        """Return the inverse document frequency of what is in so many passages."""
        count = self._index.passage_count
        frequency = min(count, frequency)
        return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))

    def gram(self, pair: str) -> Gram:
        """Return a character pair with its idf."""
        return Gram(pair, self.idf(self._frequency(IndexField.GRAM, pair)))

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

    def holds(self, pattern: Pattern) -> bool:
        """Tell whether a passage has the pattern itself, as far as a few that may have it tell."""
        rest = self._holding(pattern)
        for _ in range(_LOOKED_AT):
            if not rest:
                break
            number = (rest & -rest).bit_length() - 1
            rest &= rest - 1
            if self._views.view(number).place(pattern):
                return True
        return False

    def cut(self, sound: str, *, whole: bool = False) -> list[tuple[str, ...]]:
        """Return the ways a sound can be cut into words the library holds.

        Unless it is the ``whole`` sound, the last word may be unfinished. A text longer than
        any name is none.
        """
        if len(sound) > _LONGEST_SOUND:
            return []
        return self._sounds.cut(sound, _CUTS, whole=whole)

    def near_names(self, folded: str, least: float, limit: int) -> list[tuple[str, float]]:
        """Return the names most like a folded text, with their likeness."""
        return self._near_names.nearest(folded, least, limit)

    def near_words(self, lemma: str, least: float, limit: int) -> list[tuple[str, float]]:
        """Return the lemmas most like one, with their likeness."""
        return self._near_words.nearest(to_hiragana(lemma), least, limit)

    def near_sounds(self, sound: str, least: float, limit: int) -> list[tuple[str, float]]:
        """Return the sounds of known names most like one, with their likeness."""
        return self._near_sounds.nearest(to_hiragana(sound), least, limit)

    def siblings(self, lemma: str) -> tuple[str, ...]:
        """Return the lemmas that are a katakana word with its sounds written otherwise."""
        key = loose_katakana(lemma)
        if len(key) < _SIBLING:
            return ()
        return tuple(word for word in self._siblings.get(key, ()) if word != lemma)

    def prepare(self) -> Iterator[object]:
        """Make what the first look-ups would make, piece by piece."""
        yield self._sounds
        yield self._siblings
        yield self._near_names
        yield self._near_words
        yield self._near_sounds

    def _frequency(self, field: IndexField, lemma: str) -> int:
        return self._index.document_frequency(IndexTerm(field, lemma))

    def _holding(self, pattern: Pattern) -> int:
        return Lookups(self._index).holding(pattern.alternatives)

    @cached_property
    def _sounds(self) -> SoundCutter:
        return SoundCutter(self._index.vocabulary(IndexField.READING))

    @cached_property
    def _near_names(self) -> NearWords:
        return NearWords((name, self._fold(name)) for name in self._names)

    @cached_property
    def _near_words(self) -> NearWords:
        words = {w for f in (IndexField.BODY, IndexField.NAME) for w in self._index.vocabulary(f)}
        return NearWords((word, to_hiragana(word)) for word in sorted(words) if len(word) > 1)

    @cached_property
    def _near_sounds(self) -> NearWords:
        return NearWords((sound, to_hiragana(sound)) for sound in self._name_sounds)

    @cached_property
    def _siblings(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        words = {w for f in (IndexField.BODY, IndexField.NAME) for w in self._index.vocabulary(f)}
        for word in sorted(words):
            if len(word) >= _SIBLING and (key := loose_katakana(word)):
                found.setdefault(key, []).append(word)
        return found
