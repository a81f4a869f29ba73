# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Looking through the library without a query: documents and the facets they have."""

from collections import Counter
from dataclasses import dataclass

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import CaseDocument, Document
from kyosei_desk.domain.passages import document_provisions
from kyosei_desk.domain.vocabulary import DocumentKind, Operator, WelfareField, Zone
from kyosei_desk.search.model import Facet, FacetName, FacetValue, Filters
from kyosei_desk.ui.reader.labels import function_tag

FacetKeys = dict[FacetName, frozenset[str]]


@dataclass(frozen=True)
class BrowseResult:
    """The documents that pass the filters, and the facets counted in documents."""

    documents: tuple[Document, ...]
    facets: tuple[Facet, ...]


class DocumentBrowser:
    """Narrows the documents of a corpus by facets."""

    def __init__(self, corpus: Corpus):
        """Note the facet values of every document."""
        self._corpus = corpus
        self._keys = {document.id: self._document_keys(document) for document in corpus.documents}
        self._labels = _labels(corpus)

    def browse(self, filters: Filters) -> BrowseResult:
        """Return what passes; each facet's counts leave its own selection aside."""
        documents = self._corpus.documents
        passing = tuple(d for d in documents if self._passes(d, filters, None))
        facets = []
        for name in FacetName:
            counts: Counter[str] = Counter()
            for document in documents:
                if self._passes(document, filters, name):
                    counts.update(self._keys[document.id][name])
            order = list(self._labels[name])
            values = tuple(
                FacetValue(key, self._labels[name][key], counts[key])
                for key in order
                if counts[key]
            )
            facets.append(Facet(name, values))
        return BrowseResult(passing, tuple(facets))

    def _passes(self, document: Document, filters: Filters, besides: FacetName | None) -> bool:
        keys = self._keys[document.id]
        return all(
            not chosen or name is besides or chosen & keys[name] for name, chosen in filters.items()
        )

    def _document_keys(self, document: Document) -> FacetKeys:
        provisions = document_provisions(document)
        known = [self._corpus.provisions[p] for p in provisions if p in self._corpus.provisions]
        elements = document.elements if isinstance(document, CaseDocument) else ()
        municipality = self._corpus.municipality(document)
        years = {document.date.year, document.as_of.year}
        years |= {element.since.year for element in elements if element.since}
        return {
            FacetName.KIND: frozenset({str(document.kind)}),
            FacetName.MUNICIPALITY: frozenset({municipality.code} if municipality else ()),
            FacetName.FUNCTION: frozenset(provision.function for provision in known),
            FacetName.PROVISION: frozenset(provision.id for provision in known),
            FacetName.ZONE: frozenset(str(element.zone) for element in elements),
            FacetName.OPERATOR: frozenset(str(o) for e in elements for o in e.operators),
            FacetName.FIELD: frozenset(str(f) for e in elements for f in e.fields),
            FacetName.YEAR: frozenset(str(year) for year in years),
        }


def _labels(corpus: Corpus) -> dict[FacetName, dict[str, str]]:
    """Return the labels of all values by key, in the order they are shown."""
    kinds = (DocumentKind.CASE, DocumentKind.GUIDELINE, DocumentKind.REPORT)
    cases = (corpus.municipality(document) for document in corpus.cases)
    years = range(2100, 1900, -1)
    return {
        FacetName.KIND: {str(kind): kind.label for kind in kinds},
        FacetName.MUNICIPALITY: {m.code: m.name for m in cases if m},
        FacetName.FUNCTION: {
            key: function_label(corpus, key) or function.plain
            for key, function in corpus.functions.items()
        },
        FacetName.PROVISION: {key: p.label for key, p in corpus.provisions.items()},
        FacetName.ZONE: {str(zone): zone.label for zone in Zone},
        FacetName.OPERATOR: {str(operator): operator.label for operator in Operator},
        FacetName.FIELD: {str(field): field.label for field in WelfareField},
        FacetName.YEAR: {str(year): f"{year}年" for year in years},
    }


def with_short_labels(corpus: Corpus, facets: tuple[Facet, ...]) -> tuple[Facet, ...]:
    """Return facets with the functions' short labels, which fit beside their counts."""
    return tuple(
        Facet(
            facet.name,
            tuple(
                FacetValue(v.key, function_label(corpus, v.key) or v.label, v.count)
                for v in facet.values
            ),
        )
        if facet.name is FacetName.FUNCTION
        else facet
        for facet in facets
    )


def function_label(corpus: Corpus, key: str) -> str:
    """Return a function's short label with its number, or nothing for an unknown one."""
    function = corpus.functions.get(key)
    if function is None:
        return ""
    return function_tag(function.number or 0)
