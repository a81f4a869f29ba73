# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""From a text to everything search knows of it: lemmas, readings, canonical tokens, grams.

The order is fixed: normalise (reversibly), segment, and only then fold – folding first
damages the segmentation. Every token carries offsets in the text as the reader sees it.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kyosei_desk.search.articles import find_articles
from kyosei_desk.search.dates import find_dates
from kyosei_desk.search.model import MatchRule
from kyosei_desk.search.morphology import Morpheme, Morphology
from kyosei_desk.search.normalize import (
    MappedText,
    Normalizer,
    fold,
    is_kana,
    load_characters,
    pronunciation,
)
from kyosei_desk.search.numerals import (
    FRACTION,
    NUMBER_RUN,
    canonical_number,
    parse_integer,
    parse_number,
)

ANALYSIS_VERSION = "1"  # raise it when the tokens of an unchanged text change

_FUNCTION_POS = frozenset(("助詞", "助動詞", "補助記号", "空白"))
_COUNTER_POS = frozenset(("助数詞可能", "助数詞"))
_BREAKS = frozenset("、。\n :;!?")
_GRAM_BREAKS = frozenset("、。\n :;!?,./|~-→←…")


class Token(NamedTuple):
    """A word: its lemma, its sound, where it stands in the original text.

    ``position`` counts content words, with a gap at commas, full stops and spaces, so that
    neighbours differ by one whatever particles stand between them; it is -1 for particles.
    """

    lemma: str
    reading: str
    start: int
    end: int
    position: int


class CanonicalToken(NamedTuple):
    """An article, date or number in its one canonical form, such as ``a:106-3/1``."""

    key: str
    start: int
    end: int
    rule: MatchRule


@dataclass(frozen=True)
class TextAnalysis:
    """Everything found in one text; all offsets count in ``text``."""

    text: str
    tokens: tuple[Token, ...]
    canonical: tuple[CanonicalToken, ...]
    folded: MappedText

    @cached_property
    def content(self) -> tuple[Token, ...]:
        """The tokens that are neither particles nor punctuation."""
        return tuple(token for token in self.tokens if token.position >= 0)


class Analyzer:
    """Analyses texts; bound to one thread at a time, like the morphology it uses."""

    def __init__(self, normalizer: Normalizer, morphology: Morphology):
        """Join the two; ``version`` names everything the tokens depend on."""
        self._normalizer = normalizer
        self._morphology = morphology
        self.version = f"{ANALYSIS_VERSION}+{morphology.version}"

    @classmethod
    def load(cls, resources: Path, cache_folder: Path) -> "Analyzer":
        """Load the resources of this name from a folder; see :class:`Morphology` for errors."""
        characters = load_characters(resources / "characters.csv")
        morphology = Morphology(resources / "user_dictionary.csv", cache_folder)
        return cls(Normalizer(characters), morphology)

    def analyze(self, text: str) -> TextAnalysis:
        """Return the analysis of any text whatever; never fails."""
        normalized = self._normalizer.normalize(text)
        morphemes = list(self._morphology.morphemes(normalized.text))
        tokens = tuple(_tokens(morphemes, normalized))
        canonical = tuple(_canonical(morphemes, normalized))
        return TextAnalysis(text, tokens, canonical, fold(normalized))

    def folded(self, text: str) -> MappedText:
        """Return only the folded form of a text, without segmenting it."""
        return fold(self._normalizer.normalize(text))


def grams(folded: str) -> list[str]:
    """Return the character pairs of a folded text, none across punctuation."""
    return [
        folded[i : i + 2]
        for i in range(len(folded) - 1)
        if folded[i] not in _GRAM_BREAKS and folded[i + 1] not in _GRAM_BREAKS
    ]


def _tokens(morphemes: list[Morpheme], normalized: MappedText) -> list[Token]:
    tokens = []
    position = 0
    for word in morphemes:
        span = normalized.span(word.start, word.end)
        if word.part_of_speech[0] in _FUNCTION_POS:
            if any(char in _BREAKS for char in word.surface):
                position += 1
            if word.part_of_speech[0] in ("補助記号", "空白"):
                continue
            tokens.append(Token("", pronunciation(word.reading), span.start, span.end, -1))
        else:
            lemma, reading = fold_lemma(word.normalized_form), _reading(word)
            tokens.append(Token(lemma, reading, span.start, span.end, position))
            position += 1
    return tokens


def fold_lemma(lemma: str) -> str:
    """Return a lemma as it is indexed: lower case, without a final long-vowel mark."""
    lowered = lemma.lower()
    return lowered[:-1] if len(lowered) > 3 and lowered.endswith("ー") else lowered


def _reading(word: Morpheme) -> str:
    sound = word.surface if is_kana(word.surface) else word.reading
    return pronunciation(sound)


def _canonical(morphemes: list[Morpheme], normalized: MappedText) -> list[CanonicalToken]:
    text = normalized.text
    found: list[CanonicalToken] = []
    taken: list[tuple[int, int]] = []

    def add(prefix: str, keys: tuple[str, ...], start: int, end: int, rule: MatchRule) -> None:
        span = normalized.span(start, end)
        found.extend(CanonicalToken(prefix + key, span.start, span.end, rule) for key in keys)
        taken.append((start, end))

    for article in find_articles(text):
        add("a:", article.levels, article.start, article.end, MatchRule.ARTICLE)
    for date in find_dates(text):
        if not _overlaps(taken, date.start, date.end):
            add("d:", date.keys, date.start, date.end, MatchRule.DATE)
    for match in FRACTION.finditer(text):
        key = _fraction(match["whole"] or match["bottom"], match["part"] or match["top"])
        if key and not _overlaps(taken, *match.span()):
            add("n:", (key,), *match.span(), MatchRule.NUMBER)
    for keys, start, end in _numbers(morphemes, text):
        if not _overlaps(taken, start, end):
            add("n:", keys, start, end, MatchRule.NUMBER)
    return found


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < b and a < end for a, b in taken)


def _fraction(whole: str, part: str) -> str:
    bottom, top = parse_integer(whole), parse_integer(part)
    return f"{top}/{bottom}" if bottom and top is not None else ""


def _numbers(morphemes: list[Morpheme], text: str) -> list[tuple[tuple[str, ...], int, int]]:
    """Return numbers with their counter: 33か所 is ``33`` and ``33箇所``.

    Only what the morphology takes for a numeral is one, so 十分 and 一般 stay words.
    """
    numerals = {word.start for word in morphemes if "数詞" in word.part_of_speech[:2]}
    following = {word.start: word for word in morphemes}
    found = []
    for match in NUMBER_RUN.finditer(text):
        value = parse_number(match.group()) if match.start() in numerals else None
        if value is None:
            continue
        number, end = canonical_number(value), match.end()
        keys: tuple[str, ...] = (number,)
        counter = following.get(end)
        if counter is not None and _is_counter(counter):
            keys, end = (number, number + fold_lemma(counter.normalized_form)), counter.end
        found.append((keys, match.start(), end))
    return found


def _is_counter(word: Morpheme) -> bool:
    return word.part_of_speech[0] == "接尾辞" or word.part_of_speech[2] in _COUNTER_POS
