# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""From a text to everything search knows of it: lemmas, readings, canonical tokens, grams.

The order is fixed: normalise (reversibly), segment, and only then fold – folding first
damages the segmentation. Every token carries offsets in the text as the reader sees it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
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
    KANJI_DECIMAL,
    NUMBER_RUN,
    UNIT,
    canonical_number,
    parse_integer,
    parse_number,
    unit_name,
)

ANALYSIS_VERSION = "2"  # raise it when the tokens of an unchanged text change

_FUNCTION_POS = frozenset(("助詞", "助動詞", "補助記号", "空白"))
_SIGN_POS = frozenset(("補助記号", "空白"))
_COUNTER_POS = frozenset(("助数詞可能", "助数詞"))
_USUAL_COUNTERS = frozenset("人名円件戸台回歳年月日")
_COUNTED = frozenset("地区 学区 校区 圏域 団体 施設 世帯 法人 拠点 自治体".split())
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
    tokens: list[Token] = []
    position = 0
    for word in morphemes:
        span = normalized.span(word.start, word.end)
        before = tokens[-1].reading[-1:] if tokens and tokens[-1].end == span.start else ""
        if word.part_of_speech[0] in _FUNCTION_POS:
            if any(char in _BREAKS for char in word.surface):
                position += 1
            if word.part_of_speech[0] in _SIGN_POS and not is_kana(word.surface):
                continue
            tokens.append(Token("", _reading(word, before), span.start, span.end, -1))
        else:
            lemma, reading = fold_lemma(word.normalized_form), _reading(word, before)
            tokens.append(Token(lemma, reading, span.start, span.end, position))
            position += 1
    return tokens


def fold_lemma(lemma: str) -> str:
    """Return a lemma as it is indexed: lower case, without a final long-vowel mark."""
    lowered = lemma.lower()
    return lowered[:-1] if len(lowered) > 3 and lowered.endswith("ー") else lowered


def _reading(word: Morpheme, before: str) -> str:
    """Return the sound of a word that follows the kana ``before``, which a ー may lengthen."""
    sound = word.surface if is_kana(word.surface) else word.reading
    return pronunciation(before + sound)[len(before) :]


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
    """Return numbers with their counter: 33か所 is ``33`` and ``33箇所``."""
    by_start = {word.start: word for word in morphemes}
    found: list[tuple[tuple[str, ...], int, int]] = []
    for start, end, value in _values(by_start, text):
        number = canonical_number(value)
        unit, counter = UNIT.match(text, end), by_start.get(end)
        if unit is not None:
            found.append(((number, number + unit_name(unit)), start, unit.end()))
        elif counter is not None and _is_counter(counter):
            counted = number + fold_lemma(counter.normalized_form)
            found.append(((number, counted), start, counter.end))
        else:
            found.append(((number,), start, end))
    return found


def _values(by_start: dict[int, Morpheme], text: str) -> Iterator[tuple[int, int, Decimal]]:
    for match in KANJI_DECIMAL.finditer(text):
        whole, part = parse_number(match["whole"]), parse_number(match["part"])
        if whole is not None and part is not None:
            yield *match.span(), whole + part.scaleb(-len(match["part"]))
    for match in NUMBER_RUN.finditer(text):
        value = parse_number(match.group())
        blank = not value and len(match.group()) > 1  # 〇〇市 is no number
        if value is not None and not blank and _is_number(by_start, *match.span()):
            yield *match.span(), value


def _is_number(by_start: dict[int, Morpheme], start: int, end: int) -> bool:
    """Tell whether the morphology sees a number: 十分, 一般 and 千代田 are words.

    A name it takes for a part of one (四十万 is also a place) does not matter beside numerals
    or before a counter.
    """
    words = []
    at = start
    while at < end and at in by_start:
        words.append(by_start[at])
        at = words[-1].end
    following = by_start.get(at)
    if not words or (at != end and not _is_numeral(words[0])):
        return False
    if any(map(_is_numeral, words)):
        return True
    counted = following is not None and following.surface in _USUAL_COUNTERS
    return counted and len(words) == 1 and end - start > 1


def _is_numeral(word: Morpheme) -> bool:
    return "数詞" in word.part_of_speech[:2]


def _is_counter(word: Morpheme) -> bool:
    if word.part_of_speech[0] == "接尾辞" or word.part_of_speech[2] in _COUNTER_POS:
        return True
    return word.normalized_form in _COUNTED
