# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What every passage can be narrowed by, and counts over a result."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import Document, GuidelineDocument
from kyosei_desk.domain.passages import Passage
from kyosei_desk.domain.vocabulary import DocumentKind, Operator, WelfareField, Zone
from kyosei_desk.search.model import Facet, FacetName, FacetValue, Filters

_Keys = dict[FacetName, frozenset[str]]


class FacetTable:
    """The facet values of every passage by number, and their labels in display order."""

    def __init__(self, corpus: Corpus, passages: Sequence[Passage]):
        """Note the values; one passage takes a few microseconds."""
        shared = {document.id: _document_keys(corpus, document) for document in corpus.documents}
        since = {
            f"{case.id}#{element.id}": str(element.since.year)
            for case in corpus.cases
            for element in case.elements
            if element.since
        }
        self._keys = [
            _passage_keys(corpus, passage, shared[passage.document_id], since.get(passage.key))
            for passage in passages
        ]
        self._labels = _labels(corpus)

    def passes(self, number: int, filters: Filters, besides: FacetName | None = None) -> bool:
        """Tell whether a passage has a chosen value in every list but one."""
        keys = self._keys[number]
        return all(
            not chosen or name is besides or not chosen.isdisjoint(keys[name])
            for name, chosen in filters.items()
        )

    def count(self, numbers: Collection[int], filters: Filters) -> tuple[Facet, ...]:
        """Return the values of every list with their counts, those with none left out.

        A list's counts respect the other lists' selection but not its own; its own chosen
        values stay even with a count of 0, so that they can be taken back.
        """
        return tuple(self._facet(name, numbers, filters) for name in FacetName)

    def _facet(self, name: FacetName, numbers: Collection[int], filters: Filters) -> Facet:
        counts: Counter[str] = Counter()
        for number in numbers:
            if self.passes(number, filters, besides=name):
                counts.update(self._keys[number][name])
        chosen = filters.get(name, frozenset())
        values = tuple(
            FacetValue(key, label, counts[key])
            for key, label in self._labels[name].items()
            if counts[key] or key in chosen
        )
        return Facet(name, values)


def _document_keys(corpus: Corpus, document: Document) -> _Keys:
    municipality = corpus.municipality(document)
    years = frozenset({str(document.date.year), str(document.as_of.year)})
    return {
        FacetName.KIND: frozenset({str(document.kind)}),
        FacetName.MUNICIPALITY: frozenset({municipality.code} if municipality else ()),
        FacetName.YEAR: years,
    }


def _passage_keys(corpus: Corpus, passage: Passage, shared: _Keys, since: str | None) -> _Keys:
    provisions = [corpus.provisions[p] for p in passage.provisions if p in corpus.provisions]
    functions = {provision.function for provision in provisions}
    document = corpus.document(passage.document_id)
    if isinstance(document, GuidelineDocument) and document.function:
        functions.add(document.function.id)
    return {
        **shared,
        FacetName.FUNCTION: frozenset(functions),
        FacetName.PROVISION: frozenset(provision.id for provision in provisions),
        FacetName.ZONE: frozenset(map(str, passage.zones)),
        FacetName.OPERATOR: frozenset(map(str, passage.operators)),
        FacetName.FIELD: frozenset(map(str, passage.fields)),
        FacetName.YEAR: shared[FacetName.YEAR] | ({since} if since else frozenset()),
    }


def _labels(corpus: Corpus) -> Mapping[FacetName, dict[str, str]]:
    kinds = (DocumentKind.CASE, DocumentKind.GUIDELINE, DocumentKind.REPORT)
    towns = [corpus.municipality(document) for document in corpus.documents]
    return {
        FacetName.KIND: {str(kind): kind.label for kind in kinds},
        FacetName.MUNICIPALITY: {town.code: town.name for town in towns if town},
        FacetName.FUNCTION: {
            key: f"【{function.number}】{function.plain}" if function.number else function.plain
            for key, function in corpus.functions.items()
        },
        FacetName.PROVISION: {key: p.label for key, p in corpus.provisions.items()},
        FacetName.ZONE: {str(zone): zone.label for zone in Zone},
        FacetName.OPERATOR: {str(operator): operator.label for operator in Operator},
        FacetName.FIELD: {str(field): field.label for field in WelfareField},
        FacetName.YEAR: {str(year): f"{year}年" for year in range(2100, 1867, -1)},
    }
