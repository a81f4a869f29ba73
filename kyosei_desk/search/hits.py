# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""From a ranked passage to the hit a person sees: cut, marks, reasons, source."""

from collections.abc import Iterator
from functools import lru_cache

from kyosei_desk.domain.citing import source_lines
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.analyzer import Analyzer
from kyosei_desk.search.explanation import SeenText, explain, found_spans
from kyosei_desk.search.model import Hit
from kyosei_desk.search.normalize import is_kana
from kyosei_desk.search.numbered_passages import NumberedPassages
from kyosei_desk.search.passage_views import PassageViews
from kyosei_desk.search.plan import QueryPlan
from kyosei_desk.search.ranking import Ranked
from kyosei_desk.search.records import context_text
from kyosei_desk.search.snippets import make_snippet
from kyosei_desk.search.views import Place, TextView

_KEPT_TEXTS = 4000  # titles, names, cited sources


class HitMaker:
    """Makes hits for one library; bound to one thread at a time, like its analyzer."""

    def __init__(
        self, corpus: Corpus, passages: NumberedPassages, views: PassageViews, analyzer: Analyzer
    ):
        """Keep the tools; nothing is read yet."""
        self._corpus = corpus
        self._passages = passages
        self._views = views
        self._analyzer = analyzer
        self.text_view = lru_cache(maxsize=_KEPT_TEXTS)(self._view_of_text)
        self._sources = lru_cache(maxsize=_KEPT_TEXTS)(self._source_words)

    def hit(self, plan: QueryPlan, item: Ranked) -> Hit:
        """Return the hit of a passage ranked by this plan."""
        passage = self._passages[item.number]
        view = self._views.view(item.number)
        document = self._passages.document(item.number)
        municipality = self._corpus.municipality(document)
        spans = found_spans(plan, view, item.covers)
        return Hit(
            document_id=document.id,
            section_id=passage.section_id,
            kind=str(document.kind),
            title=document.title,
            section_title=passage.title,
            municipality=municipality.name if municipality else None,
            as_of=str(document.as_of),
            score=item.score,
            snippet=make_snippet(passage.text, spans, _named(plan, item)),
            matched=explain(plan, item.covers, self._texts_around(item.number)),
            source=self._sources(item.number),
            provisions=passage.provisions,
        )

    def prepare(self, number: int) -> None:
        """Read what most hits of a passage need, so that a question need not."""
        self._views.view(number)
        self.text_view(self._passages[number].title)
        self._sources(number)

    def _texts_around(self, number: int) -> Iterator[SeenText]:
        """Yield where the words that led to a passage may stand, the nearest first."""
        passage, view = self._passages[number], self._views.view(number)
        yield SeenText(passage.text, lambda _: view)
        names = dict.fromkeys((passage.title, *passage.names))
        for text, lemmas in zip(names, view.analysis.names, strict=True):
            reads = passage.title if text != passage.title and is_kana(text) else ""
            yield SeenText(text, self.text_view, reads, lemmas)
        around = context_text(self._corpus, self._passages.document(number))
        yield SeenText(around, self.text_view)

    def _source_words(self, number: int) -> str:
        return "／".join(source_lines(self._passages.document(number), self._passages[number]))

    def _view_of_text(self, text: str) -> TextView:
        return TextView.of_text(self._analyzer.analyze(text))


def _named(plan: QueryPlan, item: Ranked) -> float:
    """Return how much of the question, by weight, the names of a passage hold."""
    return sum(
        unit.weight
        for unit, cover in zip(plan.units, item.covers, strict=False)
        if cover is not None and cover.place is Place.NAME
    )
