# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""From the words typed to a plan: units, what satisfies them, and what they are worth."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from kyosei_desk.search.analyzer import (
    Analyzer,
    CanonicalToken,
    TextAnalysis,
    Token,
    fold_lemma,
    grams,
)
from kyosei_desk.search.articles import parse_hyphened
from kyosei_desk.search.engine import (
    LEMMA_FIELDS,
    Alternative,
    Clause,
    IndexField,
    IndexTerm,
    SearchIndex,
)
from kyosei_desk.search.fuzzy import NearWords, SoundCutter
from kyosei_desk.search.model import Choice, MatchRule
from kyosei_desk.search.normalize import is_kana, pronunciation
from kyosei_desk.search.plan import Bridge, Pattern, PatternKind, QueryPlan, Unit
from kyosei_desk.search.query import QueryTerm, parse_query
from kyosei_desk.search.thesaurus import Key, Thesaurus
from kyosei_desk.search.words import is_suffix, is_verb, question_words

_MAX_UNITS = 32
_MAX_GRAMS = 48
_NEAR_NAME, _NEAR_WORD = 0.6, 0.5
_QUALITY = {
    MatchRule.EXACT: 1.0,
    MatchRule.ARTICLE: 0.97,
    MatchRule.DATE: 0.97,
    MatchRule.NUMBER: 0.97,
    MatchRule.READING: 0.9,
    MatchRule.FUZZY: 0.5,
}
_FUNCTION_SHARE, _VERB_SHARE, _SUFFIX_SHARE = 0.08, 0.6, 0.5


@dataclass
class _Draft:
    """A plan being made."""

    units: list[Unit]
    bridges: list[Bridge]
    excluded: list[Clause]
    choices: list[Choice]


class Planner:
    """Makes plans for one index; bound to one thread at a time, like its analyzer."""

    def __init__(
        self,
        analyzer: Analyzer,
        thesaurus: Thesaurus,
        index: SearchIndex,
        names: Iterable[str],
    ):
        """Keep the tools; ``names`` are what the library's passages are called."""
        self._analyzer = analyzer
        self._thesaurus = thesaurus
        self._index = index
        self._names = names

    def plan(self, text: str) -> QueryPlan:
        """Return the plan of any text; one without words has no units."""
        draft = _Draft([], [], [], [])
        folded: list[str] = []
        for number, term in enumerate(parse_query(text)):
            analysis = self._analyzer.analyze(term.text)
            if term.excluded:
                draft.excluded.append(self._excluded(term, analysis))
                continue
            folded.append(analysis.folded.text)
            if term.quoted:
                self._add_phrase(draft, term, analysis, number)
            else:
                self._add_term(draft, term, analysis, number)
        pairs = dict.fromkeys(pair for run in folded for pair in grams(run))
        return _bounded(
            QueryPlan(
                text=text,
                units=tuple(_all_required_if_none(draft.units)),
                bridges=tuple(draft.bridges),
                grams=tuple(pairs)[:_MAX_GRAMS],
                folded="".join(folded),
                excluded=tuple(draft.excluded),
                choices=tuple(draft.choices),
            )
        )

    def near(self, word: str, limit: int) -> tuple[str, ...]:
        """Return names and words of the library that are somewhat like a missing word."""
        folded = self._analyzer.folded(word).text
        found = self._near_names.nearest(folded, 0.3, limit)
        found += self._near_words.nearest(folded, 0.4, limit)
        found.sort(key=lambda item: -item[1])
        return tuple(dict.fromkeys(name for name, _ in found))[:limit]

    def _excluded(self, term: QueryTerm, analysis: TextAnalysis) -> Clause:
        words = tuple(token.lemma for token in analysis.content)
        ways = lemma_alternatives(words, 1.0) if words and not term.quoted else ()
        return Clause(ways or gram_alternatives(analysis.folded.text, 1.0), False, excluded=True)

    def _add_phrase(
        self, draft: _Draft, term: QueryTerm, analysis: TextAnalysis, number: int
    ) -> None:
        pattern = _folded(analysis.folded.text)
        if pattern is not None:
            weight = sum(self._weight(token.lemma) for token in analysis.content) or 1.0
            draft.units.append(Unit(term.text, "", weight, number, 0, (pattern,), strict=True))

    def _add_term(
        self, draft: _Draft, term: QueryTerm, analysis: TextAnalysis, number: int
    ) -> None:
        first = len(draft.units)
        owners = self._units(draft, term, analysis, number)
        last = len(draft.units)
        self._add_related(draft, analysis, owners)
        if last == first:
            return
        for pattern in self._whole(analysis, last - first):
            draft.bridges.append(Bridge(first, last, term.text, pattern))
        draft.bridges += self._fuzzy(draft.units[first:last], first, analysis)

    def _units(
        self, draft: _Draft, term: QueryTerm, analysis: TextAnalysis, number: int
    ) -> list[int]:
        """Append the term's units; return for each content token the unit it became."""
        hyphened = parse_hyphened(analysis.folded.text)
        if hyphened:
            whole = CanonicalToken("a:" + hyphened[-1], 0, len(term.text), MatchRule.ARTICLE)
            draft.units.append(self._canonical_unit([whole], analysis, number, 0))
            return [len(draft.units) - 1] * len(analysis.content)
        functional = question_words([token.lemma for token in analysis.content])
        spans: dict[tuple[int, int], int] = {}
        owners = []
        for index, token in enumerate(analysis.content):
            keys = [c for c in analysis.canonical if c.start <= token.start < c.end]
            if keys:
                span = (keys[0].start, keys[0].end)
                if span not in spans:
                    spans[span] = len(draft.units)
                    unit = self._canonical_unit(keys, analysis, number, token.position)
                    draft.units.append(unit)
                owners.append(spans[span])
            else:
                owners.append(len(draft.units))
                unit = self._word_unit(token, analysis, number)
                draft.units.append(_functional(unit) if functional[index] else unit)
        return owners

    def _canonical_unit(
        self, keys: list[CanonicalToken], analysis: TextAnalysis, number: int, position: int
    ) -> Unit:
        """Make the unit of an article, date or number: its most exact key, or a looser one.

        A number with its counter is also satisfied by the bare number, which is worth less.
        """
        text = analysis.text[keys[0].start : keys[0].end]
        exact, rule = keys[-1].key, keys[-1].rule
        patterns = [_canonical(exact, rule, _QUALITY[rule])]
        if rule is MatchRule.NUMBER and len(keys) > 1:
            patterns.append(_canonical(keys[0].key, rule, 0.6))
        weight = self._idf([IndexTerm(IndexField.CANONICAL, exact)])
        return Unit(text, exact, weight, number, position, tuple(patterns))

    def _word_unit(self, token: Token, analysis: TextAnalysis, number: int) -> Unit:
        text = analysis.text[token.start : token.end]
        ways = lemma_alternatives((token.lemma,), 1.0)
        patterns = [
            Pattern(PatternKind.LEMMAS, (token.lemma,), MatchRule.EXACT, _QUALITY[MatchRule.EXACT], ways)
        ]
        if not self._known(token.lemma):
            run = _folded(self._analyzer.folded(text).text)
            if run is not None:
                patterns.append(run)
        weight = self._weight(token.lemma)
        return Unit(text, token.lemma, weight, number, token.position, tuple(patterns))

    def _add_related(self, draft: _Draft, analysis: TextAnalysis, owners: list[int]) -> None:
        """Add what the thesaurus knows of any run of the term's words, longest first."""
        lemmas = tuple(token.lemma for token in analysis.content)
        taken: set[int] = set()
        for size in range(min(len(lemmas), self._thesaurus.longest), 0, -1):
            for start in range(len(lemmas) - size + 1):
                tokens = range(start, start + size)
                if taken.issuperset(tokens):
                    continue  # part of a longer notion: 包括 in 包括的な支援体制
                key = lemmas[start : start + size]
                expansions = self._thesaurus.expansions(key)
                asked = analysis.text[
                    analysis.content[start].start : analysis.content[start + size - 1].end
                ]
                if expansions:
                    taken.update(tokens)
                first, last = owners[start], owners[start + size - 1] + 1
                for found in expansions:
                    pattern = _lemmas(found.key, found.rule, found.quality)
                    draft.bridges.append(Bridge(first, last, asked, pattern))
                meanings = self._thesaurus.meanings(key)
                if meanings and size == len(lemmas):
                    draft.choices.append(Choice(asked, meanings))

    def _whole(self, analysis: TextAnalysis, units: int) -> list[Pattern]:
        """Return what satisfies a term as a whole: the same run of characters, its sound."""
        patterns = []
        run = _folded(analysis.folded.text)
        if run is not None and units > 1:
            patterns.append(run)
        if is_kana(analysis.folded.text) and len(analysis.folded.text) > 1:
            sound = pronunciation(analysis.folded.text)
            cuts = self._sounds.cut(sound, 4)
            if cuts:
                ways = tuple(
                    Alternative(
                        tuple(IndexTerm(IndexField.READING, word) for word in dict.fromkeys(cut)),
                        _QUALITY[MatchRule.READING],
                    )
                    for cut in cuts
                )
                quality = _QUALITY[MatchRule.READING]
                patterns.append(
                    Pattern(PatternKind.READING, (sound,), MatchRule.READING, quality, ways)
                )
        return patterns

    def _fuzzy(self, units: list[Unit], first: int, analysis: TextAnalysis) -> list[Bridge]:
        """Return nearly matching names and words for a term the library does not hold."""
        folded = analysis.folded.text
        run = _folded(folded)
        if len(folded) < 4 or run is None or self._held(run):
            return []
        found = []
        last = first + len(units)
        for name, likeness in self._near_names.nearest(folded, _NEAR_NAME, 3):
            key = self._lemmatize(name)
            if key and key != tuple(unit.lemma for unit in units):
                pattern = _lemmas(key, MatchRule.FUZZY, _QUALITY[MatchRule.FUZZY] + likeness / 4)
                found.append(Bridge(first, last, analysis.text, pattern))
        for index, unit in enumerate(units, start=first):
            if len(unit.lemma) > 2 and not any(map(self._possible, unit.patterns)):
                for word, likeness in self._near_words.nearest(unit.lemma, _NEAR_WORD, 2):
                    quality = _QUALITY[MatchRule.FUZZY] + likeness / 5
                    pattern = _lemmas((word,), MatchRule.FUZZY, quality)
                    found.append(Bridge(index, index + 1, unit.text, pattern))
        return found

    def _lemmatize(self, text: str) -> Key:
        return tuple(token.lemma for token in self._analyzer.analyze(text).content)

    def _possible(self, pattern: Pattern) -> bool:
        """Tell whether all index terms of some way are there at all."""
        return any(
            all(self._index.document_frequency(term) for term in way.terms)
            for way in pattern.alternatives
        )

    def _held(self, pattern: Pattern) -> bool:
        """Tell whether some passage has all index terms of some way."""
        return bool(self._index.retrieve([Clause(pattern.alternatives, True)]).complete)

    def _known(self, lemma: str) -> bool:
        return any(
            self._index.document_frequency(IndexTerm(field, lemma)) for field in LEMMA_FIELDS
        )

    def _weight(self, lemma: str) -> float:
        idf = self._idf([IndexTerm(field, lemma) for field in LEMMA_FIELDS])
        if is_suffix(lemma):
            return idf * _SUFFIX_SHARE
        return idf * _VERB_SHARE if is_verb(lemma) else idf

    def _idf(self, terms: list[IndexTerm]) -> float:
        count = self._index.passage_count
        frequency = min(count, max(map(self._index.document_frequency, terms)))
        return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))

    @cached_property
    def _sounds(self) -> SoundCutter:
        return SoundCutter(self._index.vocabulary(IndexField.READING))

    @cached_property
    def _near_names(self) -> NearWords:
        forms = [form for form, _ in self._thesaurus.forms()]
        return NearWords((name, self._fold(name)) for name in (*self._names, *forms))

    @cached_property
    def _near_words(self) -> NearWords:
        words = {w for f in (IndexField.BODY, IndexField.NAME) for w in self._index.vocabulary(f)}
        return NearWords((word, word) for word in sorted(words) if len(word) > 1)

    def _fold(self, name: str) -> str:
        return self._analyzer.folded(name).text


def _canonical(key: str, rule: MatchRule, quality: float) -> Pattern:
    ways = (Alternative((IndexTerm(IndexField.CANONICAL, key),), quality),)
    return Pattern(PatternKind.CANONICAL, (key,), rule, quality, ways)


def _lemmas(key: Key, rule: MatchRule, quality: float) -> Pattern:
    return Pattern(PatternKind.LEMMAS, key, rule, quality, lemma_alternatives(key, quality))


def _folded(run: str) -> Pattern | None:
    ways = gram_alternatives(run, 1.0)
    if not ways:
        return None
    return Pattern(PatternKind.FOLDED, (run,), MatchRule.EXACT, _QUALITY[MatchRule.EXACT], ways)


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


def _functional(unit: Unit) -> Unit:
    return replace(unit, weight=unit.weight * _FUNCTION_SHARE, required=False)


def _all_required_if_none(units: list[Unit]) -> list[Unit]:
    """Take the words of a question made of nothing but question words in earnest."""
    if any(unit.required for unit in units):
        return units
    return [
        replace(unit, weight=max(unit.weight / _FUNCTION_SHARE, 0.1), required=True)
        for unit in units
    ]


def _bounded(plan: QueryPlan) -> QueryPlan:
    """Keep the words that tell most of a very long question."""
    if len(plan.units) <= _MAX_UNITS:
        return plan
    order = sorted(range(len(plan.units)), key=lambda i: (-plan.units[i].weight, i))
    kept = sorted(order[:_MAX_UNITS])
    place = {old: new for new, old in enumerate(kept)}
    bridges = [
        replace(bridge, first=place[bridge.first], last=place[bridge.last - 1] + 1)
        for bridge in plan.bridges
        if all(index in place for index in range(bridge.first, bridge.last))
    ]
    return replace(plan, units=tuple(plan.units[i] for i in kept), bridges=tuple(bridges))
