# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""From the words typed to a plan: units, what satisfies them, and what they are worth."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from kyosei_desk.search.analyzer import Analyzer, CanonicalToken, TextAnalysis, Token, grams
from kyosei_desk.search.articles import parse_hyphened
from kyosei_desk.search.engine import Clause, SearchIndex
from kyosei_desk.search.model import Choice, MatchRule
from kyosei_desk.search.normalize import is_kana, pronunciation, to_katakana
from kyosei_desk.search.passage_views import PassageViews
from kyosei_desk.search.patterns import (
    BARE_NUMBER,
    EXACT,
    canonical_pattern,
    gram_alternatives,
    lemma_alternatives,
    lemma_pattern,
    run_pattern,
    sound_pattern,
)
from kyosei_desk.search.plan import Bridge, Pattern, PatternKind, QueryPlan, Unit
from kyosei_desk.search.query import EITHER, QueryTerm, parse_query
from kyosei_desk.search.rules import without_rules
from kyosei_desk.search.spellings import Spellings
from kyosei_desk.search.thesaurus import Key, Thesaurus
from kyosei_desk.search.vocabulary import LibraryVocabulary
from kyosei_desk.search.words import question_words

_MAX_UNITS = 20
_TYPED_TERMS, _MAX_TERMS = 16, 64
_MAX_GRAMS = 36
_RUN = 4
_MAX_WRITTEN = 60  # characters looked for as they are written
_FUNCTION_SHARE = 0.08


@dataclass
class _Draft:
    """A plan being made; ``folded`` are the terms as folded.

    A text that was pasted has more words than anyone types: they are taken as they stand.
    """

    pasted: bool = False
    is_running_text: bool = False
    units: list[Unit] = field(default_factory=list)
    bridges: list[Bridge] = field(default_factory=list)
    excluded: list[Clause] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)


class Planner:
    """Makes plans for one index; bound to one thread at a time, like its analyzer."""

    def __init__(
        self,
        analyzer: Analyzer,
        thesaurus: Thesaurus,
        index: SearchIndex,
        views: PassageViews,
        names: Callable[[], Iterable[str]],
    ):
        """Keep the tools; ``names`` gives what the passages are called, and how it sounds.

        It is asked when something near is looked for the first time.
        """
        self._analyzer = analyzer
        self._thesaurus = thesaurus

        def known() -> Iterator[str]:
            yield from names()
            yield from (form for form, _ in thesaurus.forms())

        def sounds() -> Iterator[str]:
            yield from (pronunciation(name) for name in known() if is_kana(name))
            yield from (sound for _, sound in thesaurus.sounds())

        spelled = (name for name in known() if to_katakana(name) == name or not is_kana(name))
        self._vocabulary = LibraryVocabulary(
            index, views, spelled, sounds(), lambda n: analyzer.folded(n).text
        )
        self._spellings = Spellings(analyzer, self._vocabulary)

    def plan(self, text: str, without: frozenset[MatchRule] = frozenset()) -> QueryPlan:
        """Return the plan of any text; one without words has no units.

        Rules in ``without`` are not used.
        """
        query = parse_query(text)
        draft = _Draft(pasted=len(query.terms) > _TYPED_TERMS)
        for number, term in enumerate(query.terms[:_MAX_TERMS]):
            draft.terms.append(EITHER.join(way.text for way in term.ways))
            analysis = self._analyzer.analyze(term.text)
            if term.excluded:
                draft.excluded.append(_excluded(term, analysis))
                continue
            if term.others:
                self._add_either(draft, term, number)
                continue
            draft.folded.append(analysis.folded.text)
            if term.quoted:
                self._add_phrase(draft, analysis, number)
            else:
                self._add_term(draft, analysis, number)
                draft.is_running_text |= _is_joined(analysis)
        pairs = dict.fromkeys(pair for run in draft.folded for pair in grams(run))
        plan = QueryPlan(
            text=text,
            units=tuple(_all_required_if_none(draft.units)),
            bridges=tuple(draft.bridges),
            grams=tuple(map(self._vocabulary.gram, list(pairs)[:_MAX_GRAMS])),
            folded="".join(draft.folded),
            excluded=tuple(draft.excluded),
            choices=tuple(draft.choices),
            terms=tuple(draft.terms),
            fields=query.fields,
            runs=self._runs(text, draft),
            is_running_text=draft.is_running_text,
        )
        if without:
            plan = without_rules(plan, without, lambda word: self._analyzer.folded(word).text)
        return self._bounded(plan)

    def prepare(self) -> Iterator[object]:
        """Make ready, piece by piece, what the first plans would wait for."""
        yield from self._vocabulary.prepare()

    def near(self, word: str, limit: int) -> tuple[str, ...]:
        """Return names and words of the library that are somewhat like a missing word."""
        folded = self._analyzer.folded(word).text
        found = self._vocabulary.near_names(folded, 0.35, limit)
        found += self._vocabulary.near_words(folded, 0.5, limit)
        found.sort(key=lambda item: -item[1])
        return tuple(dict.fromkeys(name for name, _ in found))[:limit]

    def _bounded(self, plan: QueryPlan) -> QueryPlan:
        """Keep the words that tell most of a very long question, each once.

        Words the library does not hold go first: they cannot lead anywhere.
        """
        if len(plan.units) <= _MAX_UNITS:
            return plan
        once = list({unit.lemma: n for n, unit in reversed(list(enumerate(plan.units)))}.values())
        held = {n: any(map(self._vocabulary.may_hold, plan.units[n].patterns)) for n in once}
        kept = sorted(
            sorted(once, key=lambda n: (not held[n], -plan.units[n].weight, n))[:_MAX_UNITS]
        )
        place = {old: new for new, old in enumerate(kept)}
        bridges = [
            replace(bridge, first=place[bridge.first], last=place[bridge.last - 1] + 1)
            for bridge in plan.bridges
            if all(index in place for index in range(bridge.first, bridge.last))
        ]
        return replace(plan, units=tuple(plan.units[n] for n in kept), bridges=tuple(bridges))

    def _add_phrase(self, draft: _Draft, analysis: TextAnalysis, number: int) -> None:
        pattern = run_pattern(analysis.folded.text)
        if pattern is None:
            self._add_term(draft, analysis, number)
            return
        weight = sum(self._vocabulary.weight(token.lemma) for token in analysis.content) or 1.0
        draft.units.append(Unit(analysis.text, "", weight, number, 0, (pattern,), strict=True))

    def _add_either(self, draft: _Draft, term: QueryTerm, number: int) -> None:
        """Add one unit that any of several terms satisfies, each as a whole."""
        patterns: list[Pattern] = []
        for way in term.ways:
            analysis = self._analyzer.analyze(way.text)
            draft.folded.append(analysis.folded.text)
            patterns += self._as_one(analysis, quoted=way.quoted)
        if patterns:
            weight = max(map(self._vocabulary.pattern_weight, patterns))
            draft.units.append(Unit(draft.terms[-1], "", weight, number, 0, tuple(patterns)))

    def _as_one(self, analysis: TextAnalysis, *, quoted: bool) -> list[Pattern]:
        """Return what satisfies a term as a whole, whatever it is made of."""
        run = run_pattern(analysis.folded.text)
        if quoted and run is not None:
            return [run]
        single = _Draft()
        self._add_term(single, analysis, 0)
        if len(single.units) == 1:
            patterns = list(single.units[0].patterns)
        else:
            lemmas = tuple(token.lemma for token in analysis.content)
            patterns = [lemma_pattern(lemmas, MatchRule.EXACT, EXACT)] if lemmas else []
            patterns += [run] if run is not None and patterns else []
        whole = (0, len(single.units))
        patterns += [b.pattern for b in single.bridges if (b.first, b.last) == whole]
        return list(dict.fromkeys(patterns))

    def _add_term(self, draft: _Draft, analysis: TextAnalysis, number: int) -> None:
        first = len(draft.units)
        kana = None if draft.pasted else self._kana_unit(analysis, number)
        if kana is not None:
            draft.units.append(kana)
            key = self._thesaurus.by_sound(_sound(analysis))
            if key:
                pattern = lemma_pattern(key, MatchRule.READING, EXACT)
                draft.bridges.append(Bridge(first, first + 1, analysis.text, pattern))
                self._add_expansions(draft, key, (first, first + 1), analysis.text)
            return
        owners = self._add_units(draft, analysis, number)
        self._add_related(draft, analysis, owners)
        last = len(draft.units)
        if last > first:
            for pattern in self._whole(analysis, last - first):
                draft.bridges.append(Bridge(first, last, analysis.text, pattern))
            if not draft.pasted:
                draft.bridges += self._spellings.notations(analysis, owners)
                near = self._spellings.near(draft.units[first:last], first, analysis)
                draft.bridges += near

    def _kana_unit(self, analysis: TextAnalysis, number: int) -> Unit | None:
        """Make one unit of a word typed in kana that the morphology takes apart wrongly.

        とよなか or そうだんまどぐち fall into particles and scraps; where the library holds
        words that sound so, or the very run of kana, that is what was meant.
        """
        text = analysis.folded.text
        if not is_kana(text) or len(text) < 2:
            return None
        if len(analysis.content) == len(analysis.tokens) == 1:
            return None
        if to_katakana(analysis.text) == analysis.text and analysis.content:
            return None  # katakana compounds are taken apart rightly
        patterns = [p for p in self._whole(analysis, 2) if self._vocabulary.may_hold(p)]
        if not patterns:
            return None
        weight = max(map(self._vocabulary.pattern_weight, patterns))
        return Unit(analysis.text, text, weight, number, 0, tuple(patterns))

    def _add_units(self, draft: _Draft, analysis: TextAnalysis, number: int) -> list[int]:
        """Append the term's units; return for each content token the unit it became."""
        hyphened = parse_hyphened(analysis.folded.text)
        if hyphened:
            end = len(analysis.text)
            whole = CanonicalToken("a:" + hyphened[-1], 0, end, MatchRule.ARTICLE)
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

        A counter the library never uses with that number is let go: 33件 finds 33か所.
        """
        text = analysis.text[keys[0].start : keys[0].end]
        exact, rule = keys[-1].key, keys[-1].rule
        pattern = canonical_pattern(exact, rule)
        weight = self._vocabulary.pattern_weight(pattern)
        patterns = [pattern]
        if rule is MatchRule.NUMBER and len(keys) > 1 and not self._vocabulary.may_hold(pattern):
            patterns.append(canonical_pattern(keys[0].key, rule, BARE_NUMBER))
        return Unit(text, exact, weight, number, position, tuple(patterns))

    def _word_unit(self, token: Token, analysis: TextAnalysis, number: int) -> Unit:
        text = analysis.text[token.start : token.end]
        patterns = [lemma_pattern((token.lemma,), MatchRule.EXACT, EXACT)]
        if not self._vocabulary.knows(token.lemma):
            folded = self._analyzer.folded(text).text
            run = run_pattern(folded) if len(folded) > 1 else self._vocabulary.character(folded)
            if run is not None:
                patterns.append(replace(run, kind=PatternKind.BEGINNING))
        weight = self._vocabulary.weight(token.lemma)
        return Unit(text, token.lemma, weight, number, token.position, tuple(patterns))

    def _add_related(self, draft: _Draft, analysis: TextAnalysis, owners: list[int]) -> None:
        """Add what the thesaurus knows of any run of the term's words, longest first."""
        content = analysis.content
        lemmas = tuple(token.lemma for token in content)
        taken: set[int] = set()
        for size in range(min(len(lemmas), self._thesaurus.longest), 0, -1):
            for start in range(len(lemmas) - size + 1):
                tokens = range(start, start + size)
                if taken.issuperset(tokens):
                    continue  # part of a longer notion: 包括 in 包括的な支援体制
                key = lemmas[start : start + size]
                asked = analysis.text[content[start].start : content[start + size - 1].end]
                place = (owners[start], owners[start + size - 1] + 1)
                if self._add_expansions(draft, key, place, asked):
                    taken.update(tokens)
                meanings = self._thesaurus.meanings(key)
                if meanings and size == len(lemmas):
                    draft.choices.append(Choice(asked, meanings))

    def _add_expansions(self, draft: _Draft, key: Key, place: tuple[int, int], asked: str) -> bool:
        expansions = self._thesaurus.expansions(key)
        if expansions and place[1] - place[0] > 1:
            itself = lemma_pattern(key, MatchRule.EXACT, EXACT)
            draft.bridges.append(Bridge(*place, asked, itself))
        for found in expansions:
            pattern = lemma_pattern(found.key, found.rule, found.quality)
            draft.bridges.append(Bridge(*place, asked, pattern))
        return bool(expansions)

    def _runs(self, text: str, draft: _Draft) -> tuple[str, ...]:
        """Return the runs of running text as it is written, or of each of a row of words."""
        terms = draft.folded
        if draft.is_running_text:
            terms = [self._analyzer.folded(text[:_MAX_WRITTEN]).text]
        runs = (term[at : at + _RUN] for term in terms for at in range(len(term) - _RUN + 1))
        return tuple(islice(runs, _MAX_WRITTEN))

    def _whole(self, analysis: TextAnalysis, units: int) -> list[Pattern]:
        """Return what satisfies a term as a whole: the same run of characters, its sound."""
        patterns = []
        text = analysis.folded.text
        run = run_pattern(text)
        if run is not None and units > 1:
            patterns.append(run)
        if is_kana(text) and len(text) > 1:
            sound = _sound(analysis)
            cuts = self._vocabulary.cut(sound)
            if cuts:
                patterns.append(sound_pattern(sound, cuts))
        return patterns


def _is_joined(analysis: TextAnalysis) -> bool:
    """Tell whether particles join the words, aside from the の of 106条の3."""
    return any(
        token.position < 0 and not any(c.start <= token.start < c.end for c in analysis.canonical)
        for token in analysis.tokens
    )


def _sound(analysis: TextAnalysis) -> str:
    return pronunciation(analysis.folded.text)


def _excluded(term: QueryTerm, analysis: TextAnalysis) -> Clause:
    words = tuple(token.lemma for token in analysis.content)
    ways = lemma_alternatives(words, 1.0) if words and not term.quoted else ()
    return Clause(ways or gram_alternatives(analysis.folded.text, 1.0), False, excluded=True)


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
