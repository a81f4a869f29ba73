# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The search engine the front ends use: a corpus, an open index, and what joins them.

An instance is bound to one thread at a time. Analyses read from the index are kept (the
most recent few thousand), so that following keystrokes only rank.
"""

import time
from collections import Counter, OrderedDict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.errors import IndexBrokenError, UnknownDocumentError
from kyosei_desk.domain.sources import citation_line
from kyosei_desk.search.analyzer import Analyzer
from kyosei_desk.search.engine import Candidates, IndexField, SearchIndex
from kyosei_desk.search.explanation import explain, found_spans, without_scraps
from kyosei_desk.search.facets import FacetTable
from kyosei_desk.search.model import (
    Diagnosis,
    Filters,
    Hit,
    SearchRequest,
    SearchResponse,
    Span,
)
from kyosei_desk.search.normalize import is_kana, to_katakana
from kyosei_desk.search.plan import QueryPlan
from kyosei_desk.search.planner import Planner
from kyosei_desk.search.ranking import (
    Ranked,
    add_document_share,
    cover_units,
    rank,
    take_turns,
)
from kyosei_desk.search.records import decode
from kyosei_desk.search.related import related_plan
from kyosei_desk.search.snippets import make_snippet, merge_spans
from kyosei_desk.search.thesaurus import Thesaurus
from kyosei_desk.search.views import TextView

_RANKED = 120  # candidates ranked in memory; the rest follow in the index's own order
_KEPT_VIEWS = 4000
_FEW = 4  # with fewer complete answers, nearly complete ones are shown after them
_NEARLY, _MOST = 0.7, 0.6
_SHORT_TERM = 3  # a word typed is named whole when it has at most so many parts


@dataclass(frozen=True)
class _Result:
    """Passage numbers in order with their ranking where there is one."""

    numbers: tuple[int, ...]
    ranked: dict[int, Ranked]
    relaxed: bool


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
        self._passages = corpus.all_passages()
        if len(self._passages) != index.passage_count:
            raise IndexBrokenError(index.location, "the index is of another corpus")
        names = dict.fromkeys(n for p in self._passages for n in (p.title, *p.names))
        spelled = (name for name in names if to_katakana(name) == name or not is_kana(name))
        self._planner = Planner(analyzer, thesaurus, index, spelled)
        self._document_of = {n: p.document_id for n, p in enumerate(self._passages)}
        self._views: OrderedDict[int, TextView] = OrderedDict()
        self._plan = lru_cache(maxsize=64)(self._planner.plan)
        self._text_view = lru_cache(maxsize=512)(self._view_of_text)

    @property
    def passage_count(self) -> int:
        """How many passages can be found."""
        return len(self._passages)

    def search(self, request: SearchRequest) -> SearchResponse:
        """Answer a question; any text whatever is a valid question.

        Raises:
            IndexBrokenError: the index files are damaged or gone.
        """
        started = time.perf_counter()
        plan = self._plan(request.text)
        candidates = self._index.retrieve(plan.clauses()) if plan.units else _NO_CANDIDATES
        every = self._select(plan, candidates, {})
        result = self._select(plan, candidates, request.filters) if request.filters else every
        if every.relaxed != result.relaxed or not result.numbers:
            result = _Result((), {}, relaxed=False)
        hits = tuple(self._hit(plan, n, result.ranked) for n in result.numbers[: request.limit])
        diagnosis = None
        if not result.numbers and plan.units:
            elsewhere = len(every.numbers) if request.filters else 0
            diagnosis = self._diagnose(plan, candidates, elsewhere)
        return SearchResponse(
            query=request.text,
            total=len(result.numbers),
            documents=len({self._document_of[n] for n in result.numbers}),
            took_ms=(time.perf_counter() - started) * 1000,
            hits=hits,
            facets=self._facets.count({*every.numbers, *result.numbers}, request.filters),
            diagnosis=diagnosis,
            relaxed=result.relaxed,
            choices=plan.choices,
        )

    def marks(self, query: str, texts: tuple[str, ...]) -> tuple[tuple[Span, ...], ...]:
        """Return, for each text, the sorted, non-overlapping spans that ``query`` matches."""
        plan = self._plan(query)
        views = [self._text_view(text) for text in texts]
        covers = without_scraps([cover_units(plan, view) for view in views])
        found = (found_spans(plan, v, c) for v, c in zip(views, covers, strict=True))
        return tuple(merge_spans(span for span, _, _ in spans) for spans in found)

    def related(self, document_id: str, section_id: str, limit: int) -> tuple[Hit, ...]:
        """Return passages of other documents that speak of the same, best first.

        Raises:
            UnknownDocumentError: there is no such passage.
        """
        key = f"{document_id}#{section_id}"
        number = self._number_of.get(key)
        if number is None:
            raise UnknownDocumentError(key)
        plan = related_plan(self._view(number), self._index)
        candidates = self._index.retrieve(plan.clauses())
        others = [n for n in candidates.ranked if self._document_of[n] != document_id]
        wanted = set(self._passages[number].provisions)
        ranked = []
        for item in (self._rank(plan, n) for n in others[:_RANKED]):
            shared = len(wanted & set(self._passages[item.number].provisions))
            bonus = 0.15 * shared / max(1, len(wanted))
            ranked.append(Ranked(item.number, item.score + bonus, item.coverage, item.covers))
        turned = take_turns([r for r in ranked if r.coverage > 0.1], self._document_of)[:limit]
        by_number = {item.number: item for item in turned}
        return tuple(self._hit(plan, item.number, by_number) for item in turned)

    def _select(self, plan: QueryPlan, candidates: Candidates, filters: Filters) -> _Result:
        """Return what answers: passages with all the words, else those with most of them."""
        passing = [n for n in candidates.ranked if self._facets.passes(n, filters)]
        ranked = [self._rank(plan, number) for number in passing[:_RANKED]]
        ranked = add_document_share(plan, ranked, self._document_of)
        complete = [r for r in ranked if r.holds(plan, required_only=True)]
        rest = tuple(n for n in passing[_RANKED:] if n in candidates.complete)
        chosen = complete
        if len(complete) + len(rest) < _FEW:
            best = max((r.coverage for r in ranked), default=0.0)
            least = _NEARLY if complete else _MOST * best
            chosen = [
                r
                for r in ranked
                if r.holds(plan, required_only=False)
                and (
                    r.holds(plan, required_only=True)
                    or (r.coverage >= least and r.answers_partly(plan))
                )
            ]
        turned = take_turns(chosen, self._document_of)
        numbers = (*(item.number for item in turned), *rest)
        relaxed = bool(numbers) and not complete and not rest
        return _Result(numbers, {item.number: item for item in turned}, relaxed)

    def _rank(self, plan: QueryPlan, number: int) -> Ranked:
        return rank(plan, number, self._view(number), self._average_length)

    def _view(self, number: int) -> TextView:
        view = self._views.get(number)
        if view is None:
            passage = self._passages[number]
            stored = self._index.stored(number)
            try:
                analysis = decode(stored.payload)
            except ValueError as error:
                raise IndexBrokenError(self._index.location, str(error)) from error
            if stored.key != passage.key:
                raise IndexBrokenError(self._index.location, f"{stored.key} is not {passage.key}")
            view = TextView(analysis)
            self._views[number] = view
            if len(self._views) > _KEPT_VIEWS:
                self._views.popitem(last=False)
        else:
            self._views.move_to_end(number)
        return view

    def _view_of_text(self, text: str) -> TextView:
        return TextView.of_text(self._analyzer.analyze(text))

    def _hit(self, plan: QueryPlan, number: int, ranked: dict[int, Ranked]) -> Hit:
        passage = self._passages[number]
        item = ranked.get(number) or self._rank(plan, number)
        view, text = self._view(number), passage.text
        document = self._corpus.document(passage.document_id)
        municipality = self._corpus.municipality(document)
        return Hit(
            document_id=document.id,
            section_id=passage.section_id,
            kind=str(document.kind),
            title=document.title,
            section_title=passage.title,
            municipality=municipality.name if municipality else None,
            as_of=str(document.as_of),
            score=item.score,
            snippet=make_snippet(text, found_spans(plan, view, item.covers)),
            matched=explain(plan, view, item.covers, text, passage.title),
            source=citation_line(document.source(passage.citation)),
            provisions=passage.provisions,
        )

    def _diagnose(self, plan: QueryPlan, candidates: Candidates, without_filters: int) -> Diagnosis:
        sizes = Counter(unit.term for unit in plan.units if unit.required)
        missing = dict.fromkeys(
            plan.terms[unit.term] if sizes[unit.term] <= _SHORT_TERM else unit.text
            for unit, found in zip(plan.units, candidates.found, strict=False)
            if not found and unit.required
        )
        nearest = tuple((word, self._planner.near(word, 3)) for word in list(missing)[:3])
        return Diagnosis(tuple(missing), nearest, without_filters)

    @cached_property
    def _facets(self) -> FacetTable:
        return FacetTable(self._corpus, self._passages)

    @cached_property
    def _number_of(self) -> dict[str, int]:
        return {passage.key: number for number, passage in enumerate(self._passages)}

    @cached_property
    def _average_length(self) -> float:
        return self._index.average_length(IndexField.BODY)


_NO_CANDIDATES = Candidates((), frozenset(), ())
