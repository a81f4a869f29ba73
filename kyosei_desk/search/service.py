# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The search engine the front ends use: a corpus, an open index, and what joins them.

An instance is bound to one thread at a time. Analyses read from the index are kept (the
most recent few thousand), so that following keystrokes only rank.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache, partial

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import IndexBrokenError, UnknownDocumentError
from kyosei_desk.domain.municipalities import kana_order
from kyosei_desk.search.analyzer import Analyzer
from kyosei_desk.search.bitsets import bits_of, numbers_of
from kyosei_desk.search.candidates import Lookups, Possible, gather
from kyosei_desk.search.covers import cover_units
from kyosei_desk.search.diagnosing import diagnose
from kyosei_desk.search.engine import IndexField, SearchIndex
from kyosei_desk.search.explanation import found_spans, without_scraps
from kyosei_desk.search.facets import FacetTable
from kyosei_desk.search.hits import HitMaker
from kyosei_desk.search.model import (
    Diagnosis,
    Hit,
    MatchRule,
    SearchRequest,
    SearchResponse,
    SortOrder,
    Span,
    Suggestion,
)
from kyosei_desk.search.numbered_passages import NumberedPassages
from kyosei_desk.search.passage_views import PassageViews
from kyosei_desk.search.patterns import compounds
from kyosei_desk.search.plan import QueryPlan
from kyosei_desk.search.planner import Planner
from kyosei_desk.search.ranking import Ranked, rank, take_turns
from kyosei_desk.search.related import related_plan
from kyosei_desk.search.scopes import Scope, find_scope
from kyosei_desk.search.selection import Selection, Selector, everything_allowed
from kyosei_desk.search.snippets import merge_spans
from kyosei_desk.search.suggestions import Suggester
from kyosei_desk.search.thesaurus import Thesaurus
from kyosei_desk.search.views import Place, TextView

_RANKED = 72  # candidates ranked in memory; the rest are only counted
_LITERAL = 1000  # as many as are looked through when every letter counts
_RELATED = 0.1  # of what a passage speaks of, in another
_LOOKED_AT = 40  # answers looked through for a compound as a whole
_PREPARED = 1000  # passages; a small library is wholly in memory then


class LibrarySearcher:
    """Answers questions over one corpus and its index; implements ``Searcher``."""

    def __init__(
        self, corpus: Corpus, index: SearchIndex, analyzer: Analyzer, thesaurus: Thesaurus
    ):
        """Join the parts; the index must be of this very corpus.

        Raises:
            IndexBrokenError: the index holds another number of passages.
        """
        self._corpus = corpus
        self._index = index
        self._analyzer = analyzer
        self._thesaurus = thesaurus
        if corpus.passage_count != index.passage_count:
            raise IndexBrokenError(index.location, "the index is of another corpus")
        self._passages = NumberedPassages(corpus)
        self._views = PassageViews(index, self._passages.key)
        self._hits = HitMaker(corpus, self._passages, self._views, analyzer)
        self._planner = Planner(analyzer, thesaurus, index, self._views, self._passages.names)
        self._plan = lru_cache(maxsize=64)(self._planner.plan)

    @property
    def passage_count(self) -> int:
        """How many passages can be found."""
        return self._index.passage_count

    def search(self, request: SearchRequest) -> SearchResponse:
        """Answer a question; any text whatever is a valid question.

        Raises:
            IndexBrokenError: the index files are damaged or gone.
        """
        started = time.perf_counter()
        plan = self._plan(request.text, request.without)
        scope = find_scope(self._facets, plan.fields, self._folded)
        every, result = self._answer(plan, request, scope.allowed)
        shown = self._sorted(result, request.sort)[: request.limit]
        diagnosis = None
        if not result.found and (plan.units or scope.unknown):
            diagnosis = self._diagnose(plan, request, scope, every)
        return SearchResponse(
            query=request.text,
            total=result.found.bit_count(),
            documents=len({self._passages.document_of[n] for n in numbers_of(result.found)}),
            hits=tuple(self._hit(plan, item) for item in shown),
            facets=self._facets.count(every.found, request.filters),
            diagnosis=diagnosis,
            relaxed=result.relaxed,
            choices=plan.choices,
            apart=self._apart(plan, result),
            took_ms=(time.perf_counter() - started) * 1000,
        )

    def marks(
        self,
        query: str,
        texts: tuple[str, ...],
        without: frozenset[MatchRule] = frozenset(),
    ) -> tuple[tuple[Span, ...], ...]:
        """Return, for each text, the sorted, non-overlapping spans that ``query`` matches."""
        plan = self._plan(query, without)
        views = [self._hits.text_view(text) for text in texts]
        covers = without_scraps(
            [cover_units(plan, view, text) for view, text in zip(views, texts, strict=True)]
        )
        found = (found_spans(plan, v, c) for v, c in zip(views, covers, strict=True))
        return tuple(merge_spans(span for span, _, _ in spans) for spans in found)

    def suggest(self, typed: str, limit: int) -> tuple[Suggestion, ...]:
        """Return what the last word typed may become, likeliest first; kana finds kanji."""
        return self._suggester.suggest(typed, limit)

    def related(self, document_id: str, section_id: str, limit: int) -> tuple[Hit, ...]:
        """Return passages of other documents that speak of the same, best first.

        Raises:
            UnknownDocumentError: there is no such passage.
        """
        key = f"{document_id}#{section_id}"
        number = self._passages.number(key)
        if number is None:
            raise UnknownDocumentError(key)
        plan = related_plan(self._view(number), self._index)
        lookups = Lookups(self._index)
        candidates = gather(lookups, plan.clauses())
        own = bits_of(
            (n for n, of in enumerate(self._passages.document_of) if of == document_id),
            self.passage_count,
        )
        others = candidates.best(_RANKED, self._facets.everything & ~own)
        wanted = set(self._passages[number].provisions)
        ranked = []
        for item in self._rank_all(plan, lookups, others):
            shared = len(wanted & set(self._passages[item.number].provisions))
            bonus = 0.15 * shared / max(1, len(wanted))
            ranked.append(Ranked(item.number, item.score + bonus, item.coverage, item.covers))
        related = [item for item in ranked if item.coverage > _RELATED]
        turned = take_turns(related, self._passages.document_of)
        return tuple(self._hit(plan, item) for item in turned[:limit])

    def prepare(self) -> Iterator[object]:
        """Make ready, piece by piece, what the first questions would wait for."""
        yield self._facets
        yield from self._planner.prepare()
        yield self._suggester
        yield self.search(SearchRequest("相談", limit=1))
        for number in range(min(self.passage_count, _PREPARED)):
            self._hits.prepare(number)
            yield number

    def _answer(
        self, plan: QueryPlan, request: SearchRequest, allowed: int
    ) -> tuple[Selection, Selection]:
        """Return what answers without the facets chosen, and with them."""
        passing = allowed & self._facets.passing(request.filters)
        wanted = max(_RANKED, request.limit, _LITERAL if plan.letter_by_letter else 0)
        if not plan.units:
            if not plan.fields:
                return Selection(), Selection()
            shown = everything_allowed(numbers_of(passing), self._passages.document_of)
            return Selection(found=allowed), Selection(shown, passing)
        lookups = Lookups(self._index)
        candidates = gather(lookups, plan.clauses())
        ranker = partial(self._rank_all, plan, lookups)
        selector = Selector(plan, candidates, ranker, self._passages.document_of)
        every = selector.select(allowed, wanted)
        if passing == allowed:
            return every, every
        return every, selector.narrowed(every, passing, wanted)

    def _apart(self, plan: QueryPlan, result: Selection) -> tuple[str, ...]:
        """Return the words typed that the answers hold in parts only."""
        views = [self._view(item.number) for item in result.ranked[:_LOOKED_AT]]
        if not views:
            return ()
        return tuple(
            plan.terms[number]
            for number, pattern in compounds(plan)
            if all(view.place(pattern) <= Place.CONTEXT for view in views)
        )

    def _sorted(self, result: Selection, order: SortOrder) -> Sequence[Ranked]:
        if order is SortOrder.RELEVANCE:
            return result.ranked
        held = {item.number: item for item in result.ranked}
        items = [held.get(n) or Ranked(n, 0.0, 0.0, ()) for n in numbers_of(result.found)]
        items.sort(key=lambda item: (-item.score, item.number))
        if order is SortOrder.DATE:
            return sorted(items, key=lambda i: self._passages.document(i.number).date, reverse=True)
        return sorted(items, key=lambda i: self._place_of_town(i.number))

    def _place_of_town(self, number: int) -> tuple[bool, tuple[str, str]]:
        town = self._corpus.municipality(self._passages.document(number))
        return (False, kana_order(town.kana)) if town else (True, ("", ""))

    def _rank_all(self, plan: QueryPlan, lookups: Lookups, numbers: Sequence[int]) -> list[Ranked]:
        possible = Possible(lookups, plan, numbers)
        return [self._rank(plan, number, possible) for number in numbers]

    def _rank(self, plan: QueryPlan, number: int, possible: Possible) -> Ranked:
        text = ""
        if plan.letter_by_letter:
            passage = self._passages[number]
            text = f"{passage.title}\n{passage.text}"
        view = self._view(number)
        covers = cover_units(plan, view, text, possible.of(number))
        return rank(plan, number, view, covers, self._average_length)

    def _view(self, number: int) -> TextView:
        return self._views.view(number)

    def _folded(self, text: str) -> str:
        return self._analyzer.folded(text).text

    def _hit(self, plan: QueryPlan, item: Ranked) -> Hit:
        if not item.covers and plan.units:  # found, and not yet ranked
            (item,) = self._rank_all(plan, Lookups(self._index), [item.number])
        return self._hits.hit(plan, item)

    def _diagnose(
        self, plan: QueryPlan, request: SearchRequest, scope: Scope, every: Selection
    ) -> Diagnosis:
        candidates = gather(Lookups(self._index), plan.clauses())
        allowed = scope.allowed & self._facets.passing(request.filters)
        found = diagnose(plan, candidates, allowed, partial(self._planner.near, limit=3))
        with_rules = 0
        if request.without:
            whole = self._plan(request.text, frozenset())
            again = replace(request, without=frozenset())
            with_rules = self._answer(whole, again, scope.allowed)[1].found.bit_count()
        return replace(
            found,
            without_filters=every.found.bit_count() if request.filters else 0,
            with_rules=with_rules,
            unknown_fields=scope.unknown,
        )

    @cached_property
    def _suggester(self) -> Suggester:
        def sound(text: str) -> str:
            return "".join(token.reading for token in self._analyzer.analyze(text).tokens)

        return Suggester(self._corpus, self._thesaurus.sounds(), self._folded, sound)

    @cached_property
    def _facets(self) -> FacetTable:
        return FacetTable(self._corpus, self._passages.all)

    @cached_property
    def _average_length(self) -> float:
        return self._index.average_length(IndexField.BODY)
