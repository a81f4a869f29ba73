# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What every passage can be narrowed by, and counts over a result."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import Document, GuidelineDocument
from kyosei_desk.domain.passages import Passage
from kyosei_desk.domain.vocabulary import DocumentKind, Operator, WelfareField, Zone
from kyosei_desk.search.bitsets import bits_of
from kyosei_desk.search.dates import find_dates
from kyosei_desk.search.model import Facet, FacetName, FacetValue, Filters

_Keys = dict[FacetName, frozenset[str]]


class FacetTable:
    """Which passages have which facet value, as sets, and the labels in display order."""

    def __init__(self, corpus: Corpus, passages: Sequence[Passage]):
        """Note the values; one passage takes a few microseconds."""
        shared = {document.id: _document_keys(corpus, document) for document in corpus.documents}
        since = {
            f"{case.id}#{element.id}": str(element.since.year)
            for case in corpus.cases
            for element in case.elements
            if element.since
        }
        having: dict[FacetName, dict[str, list[int]]] = {
            name: defaultdict(list) for name in FacetName
        }
        for number, passage in enumerate(passages):
            keys = _passage_keys(
                corpus, passage, shared[passage.document_id], since.get(passage.key)
            )
            for name, values in keys.items():
                for key in values:
                    having[name][key].append(number)
        size = len(passages)
        self.everything = (1 << size) - 1
        self._having = {
            name: {key: bits_of(numbers, size) for key, numbers in values.items()}
            for name, values in having.items()
        }
        self._labels = _labels(corpus)
        self._other_names = _other_names(corpus)

    def passing(self, filters: Filters, besides: FacetName | None = None) -> int:
        """Return the passages that have a chosen value in every list but one."""
        passing = self.everything
        for name, chosen in filters.items():
            if chosen and name is not besides:
                passing &= self._having_any(name, chosen)
        return passing

    def count(self, found: int, filters: Filters) -> tuple[Facet, ...]:
        """Return the values of every list with their counts, those with none left out.

        A list's counts respect the other lists' selection but not its own; its own chosen
        values stay even with a count of 0, so that they can be taken back.
        """
        return tuple(self._facet(name, found, filters) for name in FacetName)

    def meaning(self, name: FacetName, value: str, same: Callable[[str], str]) -> frozenset[str]:
        """Return the keys a value as typed stands for; none when the library has no such.

        ``same`` folds notation. Labels holding the value count when none is the value.
        """
        if name is FacetName.YEAR:
            return frozenset(_years(value))
        wanted = same(value)
        if not wanted:
            return frozenset()
        words = {
            key: [same(word) for word in (key, label, *self._other_names[name].get(key, ()))]
            for key, label in self._labels[name].items()
        }
        equal = frozenset(key for key, names in words.items() if wanted in names)
        return equal or frozenset(key for key, ns in words.items() if any(wanted in n for n in ns))

    def _having_any(self, name: FacetName, chosen: Iterable[str]) -> int:
        bits = 0
        for key in chosen:
            bits |= self._having[name].get(key, 0)
        return bits

    def _facet(self, name: FacetName, found: int, filters: Filters) -> Facet:
        within = found & self.passing(filters, besides=name)
        chosen = filters.get(name, frozenset())
        values = []
        for key, label in self._labels[name].items():
            count = (within & self._having[name].get(key, 0)).bit_count()
            if count or key in chosen:
                values.append(FacetValue(key, label, count))
        return Facet(name, tuple(values))


def _years(value: str) -> Iterator[str]:
    """Yield the year of ``2017``, ``2017年``, ``平成29年`` or ``H29``."""
    text = unicodedata.normalize("NFKC", value)
    for mention in find_dates(text if text.endswith(("年", "年度")) else f"{text}年"):
        yield mention.keys[0]


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


def _other_names(corpus: Corpus) -> Mapping[FacetName, dict[str, tuple[str, ...]]]:
    """Return what else people call a value: a town in kana, a function by its number."""
    towns = [town for town in map(corpus.municipality, corpus.documents) if town]
    names: dict[FacetName, dict[str, tuple[str, ...]]] = {name: {} for name in FacetName}
    names[FacetName.MUNICIPALITY] = {
        town.code: (town.kana, town.prefecture + town.name, town.name[:-1]) for town in towns
    }
    names[FacetName.FUNCTION] = {
        key: (str(function.number or ""), function.label)
        for key, function in corpus.functions.items()
    }
    names[FacetName.OPERATOR] = {
        str(Operator.SHAKYO): ("社協",),
        str(Operator.COMMISSIONERS): ("民生委員", "民児協"),
        str(Operator.SUPPORT_CENTRE): ("包括",),
    }
    return names
