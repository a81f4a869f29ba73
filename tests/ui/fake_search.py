# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Search engines made for tests: plain substring search, as slow as a test wants."""

import re
import threading

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.passages import Passage
from kyosei_desk.search.model import (
    Choice,
    Diagnosis,
    Facet,
    FacetName,
    FacetValue,
    Hit,
    Match,
    MatchRule,
    SearchRequest,
    SearchResponse,
    Snippet,
    Span,
)


class FakeSearcher:
    """Finds passages that hold every word exactly."""

    def __init__(self, corpus: Corpus):
        self._corpus = corpus
        self._passages = [(p, p.text) for p in corpus.all_passages()]
        self.asked: list[SearchRequest] = []
        self.threads: set[int] = set()
        self.choices: tuple[Choice, ...] = ()

    def search(self, request: SearchRequest) -> SearchResponse:
        self.asked.append(request)
        self.threads.add(threading.get_ident())
        words = request.text.split()
        kinds = request.filters.get(FacetName.KIND, frozenset())
        found = [
            (passage, text)
            for passage, text in self._passages
            if all(word in text for word in words) and (not kinds or self._kind(passage) in kinds)
        ]
        documents = {passage.document_id for passage, _ in found}
        counts = [self._kind(passage) for passage, _ in found]
        values = tuple(FacetValue(k, k, counts.count(k)) for k in sorted(set(counts)))
        missing = tuple(w for w in words if not any(w in text for _, text in self._passages))
        diagnosis = None if found else Diagnosis(missing, tuple((w, ("相談",)) for w in missing))
        return SearchResponse(
            query=request.text,
            total=len(found),
            documents=len(documents),
            took_ms=1.0,
            hits=tuple(self._hit(p, t, words) for p, t in found[: request.limit]),
            facets=(Facet(FacetName.KIND, values),),
            diagnosis=diagnosis,
            choices=tuple(choice for choice in self.choices if choice.text in words),
        )

    def marks(self, query: str, texts: tuple[str, ...]) -> tuple[tuple[Span, ...], ...]:
        self.threads.add(threading.get_ident())
        pattern = re.compile("|".join(map(re.escape, query.split())) or "(?!)")
        return tuple(tuple(Span(*m.span()) for m in pattern.finditer(t)) for t in texts)

    def related(self, document_id: str, section_id: str, limit: int) -> tuple[Hit, ...]:
        others = [(p, t) for p, t in self._passages if p.document_id != document_id]
        return tuple(self._hit(p, t, []) for p, t in others[:limit])

    def _kind(self, passage: Passage) -> str:
        return str(self._corpus.document(passage.document_id).kind)

    def _hit(self, passage: Passage, text: str, words: list[str]) -> Hit:
        document = self._corpus.document(passage.document_id)
        cut = text[:80].replace("\n", " ")
        return Hit(
            document_id=document.id,
            section_id=passage.section_id,
            kind=str(document.kind),
            title=document.title,
            section_title=passage.title,
            municipality=None,
            as_of=str(document.as_of),
            score=1.0,
            snippet=Snippet(cut, self.marks(" ".join(words), (cut,))[0]),
            matched=tuple(Match(MatchRule.EXACT, word, word) for word in words),
            source="通知、省、2017年、第一",
            provisions=passage.provisions,
        )


class GatedSearcher(FakeSearcher):
    """Answers only when the gate is opened: as slow as it gets."""

    def __init__(self, corpus: Corpus):
        super().__init__(corpus)
        self.gate = threading.Event()
        self.entered = threading.Event()

    def search(self, request: SearchRequest) -> SearchResponse:
        self.entered.set()
        self.gate.wait(10)
        return super().search(request)
