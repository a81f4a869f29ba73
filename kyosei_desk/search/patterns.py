# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Patterns with the index terms they need, and what matching by each rule is worth."""

from collections.abc import Iterator

from kyosei_desk.search.analyzer import fold_lemma, grams
from kyosei_desk.search.engine import LEMMA_FIELDS, Alternative, IndexField, IndexTerm
from kyosei_desk.search.model import MatchRule
from kyosei_desk.search.plan import Pattern, PatternKind, QueryPlan, Unit
from kyosei_desk.search.thesaurus import Key

EXACT, CANONICAL, NOTATION, READING, FUZZY, BARE_NUMBER = 1.0, 0.97, 0.95, 0.9, 0.5, 0.6


def lemma_pattern(key: Key, rule: MatchRule, quality: float) -> Pattern:
    """Return the pattern of consecutive content words."""
    return Pattern(PatternKind.LEMMAS, key, rule, quality, lemma_alternatives(key, quality))


def canonical_pattern(key: str, rule: MatchRule, quality: float = CANONICAL) -> Pattern:
    """Return the pattern of an article, date or number."""
    ways = (Alternative((IndexTerm(IndexField.CANONICAL, key),), quality),)
    return Pattern(PatternKind.CANONICAL, (key,), rule, quality, ways)


def run_pattern(run: str) -> Pattern | None:
    """Return the pattern of a run of folded characters; None for one too short to find."""
    ways = gram_alternatives(run, EXACT)
    # 7地区 is not in 17地区.
    kind = PatternKind.BEGINNING if run[:1].isdigit() else PatternKind.FOLDED
    return Pattern(kind, (run,), MatchRule.EXACT, EXACT, ways) if ways else None


def sound_pattern(
    sound: str,
    cuts: list[tuple[str, ...]],
    rule: MatchRule = MatchRule.READING,
    quality: float = READING,
) -> Pattern:
    """Return the pattern of words sounding so; ``cuts`` are the words it may be made of."""
    ways = _sound_alternatives(cuts, quality)
    return Pattern(PatternKind.READING, (sound,), rule, quality, ways)


def notation_pattern(sound: str, kanji: str, cuts: list[tuple[str, ...]]) -> Pattern:
    """Return the pattern of words sounding so that are written with the same kanji or fewer."""
    ways = _sound_alternatives(cuts, NOTATION)
    return Pattern(PatternKind.NOTATION, (sound, kanji), MatchRule.NOTATION, NOTATION, ways)


def _sound_alternatives(cuts: list[tuple[str, ...]], weight: float) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(
            tuple(IndexTerm(IndexField.READING, word) for word in dict.fromkeys(cut)), weight
        )
        for cut in cuts
    )


def compounds(plan: QueryPlan) -> Iterator[tuple[int, Pattern]]:
    """Yield the terms that are one compound word, and the pattern of the whole."""
    by_term: dict[int, list[Unit]] = {}
    for unit in plan.units:
        by_term.setdefault(unit.term, []).append(unit)
    for number, units in by_term.items():
        joined = "".join(unit.text for unit in units)
        if len(units) > 1 and joined == plan.terms[number] and all(u.lemma for u in units):
            key = tuple(unit.lemma for unit in units)
            yield number, lemma_pattern(key, MatchRule.EXACT, EXACT)


def lemma_alternatives(key: Key, weight: float) -> tuple[Alternative, ...]:
    """Return the index terms for consecutive lemmas: in the text, or in one of the names."""
    fields = LEMMA_FIELDS if len(key) == 1 else (IndexField.BODY, IndexField.NAME)
    words = dict.fromkeys(fold_lemma(word) for word in key)
    return tuple(
        Alternative(tuple(IndexTerm(field, word) for word in words), weight) for field in fields
    )


def gram_alternatives(run: str, weight: float) -> tuple[Alternative, ...]:
    """Return the index terms for a run of characters; none for a single one."""
    pairs = tuple(IndexTerm(IndexField.GRAM, pair) for pair in dict.fromkeys(grams(run)))
    return (Alternative(pairs, weight),) if pairs else ()
