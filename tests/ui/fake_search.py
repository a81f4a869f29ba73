# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Search engines made for tests: plain substring search, as slow as a test wants."""

import re
import threading
from collections.abc import Iterator

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
    SortOrder,
    Span,
    Suggestion,
    SuggestionKind,
)


class FakeSearcher:
    """Finds passages that hold every word exactly.

    ゴミ is found as ごみ by notation, unless that rule is switched off. Documents stand in the
    order of their ids when they are sorted by municipality.
    """

    def __init__(self, corpus: Corpus):
        self._corpus = corpus
        self._passages = [(p, p.text) for p in corpus.all_passages()]
        self.asked: list[SearchRequest] = []
        self.threads: set[int] = set()
        self.choices: tuple[Choice, ...] = ()
        self.offered: tuple[Suggestion, ...] = ()
        self.typed: list[str] = []
        self.prepared = False
        self.marked: list[tuple[str, frozenset[MatchRule]]] = []
        self.relaxed = False
        self.apart: tuple[str, ...] = ()
        self.diagnosis: Diagnosis | None = None
        self.nothing_to_find = False

    def search(self, request: SearchRequest) -> SearchResponse:
        self.asked.append(request)
        self.threads.add(threading.get_ident())
        if self.nothing_to_find:
            return SearchResponse(request.text, 0, 0, 1.0, ())
        words = _spelled(request.text, request.without).split()
        kinds = request.filters.get(FacetName.KIND, frozenset())
        found = [
            (passage, text)
            for passage, text in self._passages
            if all(word in text for word in words) and (not kinds or self._kind(passage) in kinds)
        ]
        if request.sort is SortOrder.MUNICIPALITY:
            found.sort(key=lambda item: item[0].document_id)
        documents = {passage.document_id for passage, _ in found}
        counts = [self._kind(passage) for passage, _ in found]
        values = tuple(FacetValue(k, k, counts.count(k)) for k in sorted(set(counts)))
        missing = tuple(w for w in words if not any(w in text for _, text in self._passages))
        guessed = Diagnosis(missing, tuple((w, ("相談",)) for w in missing))
        diagnosis = None if found or not words else self.diagnosis or guessed
        return SearchResponse(
            query=request.text,
            total=len(found),
            documents=len(documents),
            took_ms=1.0,
            hits=tuple(self._hit(p, t, request) for p, t in found[: request.limit]),
            facets=(Facet(FacetName.KIND, values),),
            diagnosis=diagnosis,
            relaxed=self.relaxed,
            apart=tuple(word for word in self.apart if word in request.text),
            choices=tuple(choice for choice in self.choices if choice.text in words),
        )

    def marks(
        self,
        query: str,
        texts: tuple[str, ...],
        without: frozenset[MatchRule] = frozenset(),
    ) -> tuple[tuple[Span, ...], ...]:
        self.threads.add(threading.get_ident())
        self.marked.append((query, without))
        words = _spelled(query, without).split()
        pattern = re.compile("|".join(map(re.escape, words)) or "(?!)")
        return tuple(tuple(Span(*m.span()) for m in pattern.finditer(t)) for t in texts)

    def suggest(self, typed: str, limit: int) -> tuple[Suggestion, ...]:
        self.threads.add(threading.get_ident())
        self.typed.append(typed)
        last = typed.split()[-1]
        return tuple(s for s in self.offered if last in s.text)[:limit]

    def related(self, document_id: str, section_id: str, limit: int) -> tuple[Hit, ...]:
        others = [(p, t) for p, t in self._passages if p.document_id != document_id]
        return tuple(self._hit(p, t, SearchRequest("")) for p, t in others[:limit])

    def prepare(self) -> Iterator[object]:
        self.threads.add(threading.get_ident())
        self.prepared = True
        yield None

    def _kind(self, passage: Passage) -> str:
        return str(self._corpus.document(passage.document_id).kind)

    def _hit(self, passage: Passage, text: str, request: SearchRequest) -> Hit:
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
            snippet=Snippet(cut, self.marks(request.text, (cut,), request.without)[0]),
            matched=tuple(
                Match(MatchRule.NOTATION if _is_varied(word) else MatchRule.EXACT, word, found)
                for word in request.text.split()
                for found in [_spelled(word, request.without)]
            ),
            source="通知、省、2017年、第一",
            provisions=passage.provisions,
        )


def _is_varied(word: str) -> bool:
    return "ゴミ" in word


def _spelled(text: str, without: frozenset[MatchRule]) -> str:
    return text if MatchRule.NOTATION in without else text.replace("ゴミ", "ごみ")


SUGGESTED = (
    Suggestion("相談支援", SuggestionKind.TERM),
    Suggestion("相談窓口", SuggestionKind.ELEMENT, "名張市"),
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

    def suggest(self, typed: str, limit: int) -> tuple[Suggestion, ...]:
        self.entered.set()
        self.gate.wait(10)
        return super().suggest(typed, limit)
