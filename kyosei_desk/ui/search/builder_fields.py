# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The query builder without its widgets: a query taken apart into fields, and put together.

Taking apart and putting together lose nothing: what has no field of its own stays, as it was
written, in :attr:`BuilderFields.rest`, or among the words, which are themselves queries.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.search.model import Facet, FacetName
from kyosei_desk.search.query import FieldTerm, ParsedQuery, QueryTerm, parse_query, write_query

# The facets that have a field, in the order they stand there.
BUILDER_FACETS = (
    FacetName.MUNICIPALITY,
    FacetName.KIND,
    FacetName.FUNCTION,
    FacetName.ZONE,
    FacetName.OPERATOR,
    FacetName.FIELD,
    FacetName.YEAR,
)
# Written before a text that is read by itself, so that single letters in it stay words.
_GUARD = QueryTerm("\ue000", excluded=True)


@dataclass(frozen=True)
class FieldChoice:
    """A value to choose: what people read, and how the query language writes it."""

    label: str
    value: str
    key: str


Choices = Mapping[FacetName, tuple[FieldChoice, ...]]


@dataclass(frozen=True)
class BuilderFields:
    """What stands in the fields; ``chosen`` holds values as the query language writes them."""

    words: str = ""
    phrase: str = ""
    either: str = ""
    excluded: str = ""
    chosen: Mapping[FacetName, tuple[str, ...]] = field(default_factory=dict)
    rest: str = ""


def builder_choices(corpus: Corpus, facets: Iterable[Facet]) -> Choices:
    """Return the values of the library's facets that can be chosen."""
    by_name = {facet.name: facet.values for facet in facets}
    made: dict[FacetName, tuple[FieldChoice, ...]] = {}
    for name in BUILDER_FACETS:
        made[name] = tuple(
            FieldChoice(value.label, _value(corpus, name, value.key, value.label), value.key)
            for value in by_name.get(name, ())
        )
    return made


def _value(corpus: Corpus, name: FacetName, key: str, label: str) -> str:
    if name is FacetName.YEAR:
        return key
    function = corpus.functions.get(key) if name is FacetName.FUNCTION else None
    if function is None:
        return label
    return str(function.number) if function.number else function.plain


def fields_from(text: str, choices: Choices) -> BuilderFields:
    """Take a query apart."""
    query = parse_query(text)
    excluded = [term for term in query.terms if term.excluded]
    wanted = [term for term in query.terms if not term.excluded]
    phrase = next((t for t in wanted if t.quoted and not t.others), None)
    either = next((t for t in wanted if t.others), None)
    words = [term for term in wanted if term not in (phrase, either)]
    chosen: dict[FacetName, tuple[str, ...]] = {}
    rest = []
    for term in query.fields:
        value = _known(term, choices)
        if value is None:
            rest.append(term)
        else:
            before = chosen.get(term.name, ())
            chosen[term.name] = (*before, value) if value not in before else before
    return BuilderFields(
        words=_written(words),
        phrase=phrase.text if phrase else "",
        either=_written(either.ways) if either else "",
        excluded=_written(replace(term, excluded=False) for term in excluded),
        chosen=chosen,
        rest=write_query(ParsedQuery((), tuple(rest))),
    )


def query_from(fields: BuilderFields) -> str:
    """Put a query together; anything typed into the fields is welcome."""
    parts = [_read(fields.words), _read(fields.rest)]
    terms = [term for part in parts for term in part.terms]
    conditions = [term for part in parts for term in part.fields]
    if phrase := _phrase(fields.phrase):
        terms.append(phrase)
    ways = [way for term in _read(fields.either).terms for way in term.ways if not way.excluded]
    if ways:
        terms.append(replace(ways[0], others=tuple(dict.fromkeys(ways[1:]))))
    unwanted = [way for term in _read(fields.excluded).terms for way in term.ways]
    terms += [replace(way, excluded=True) for way in unwanted]
    conditions += [
        FieldTerm(name, value) for name in BUILDER_FACETS for value in fields.chosen.get(name, ())
    ]
    return write_query(ParsedQuery(tuple(dict.fromkeys(terms)), tuple(dict.fromkeys(conditions))))


def _written(terms: Iterable[QueryTerm]) -> str:
    return write_query(ParsedQuery(tuple(terms)))


def _read(text: str) -> ParsedQuery:
    """Read what stands in one field."""
    query = parse_query(f"{_written([_GUARD])} {text}")
    return replace(query, terms=tuple(term for term in query.terms if term != _GUARD))


def _phrase(text: str) -> QueryTerm | None:
    """Return what is typed as one phrase; quotes around or in it are left out."""
    joined = " ".join(
        way.text for term in parse_query(f'"{_without_quotes(text)}"').terms for way in term.ways
    )
    return QueryTerm(joined, quoted=True) if joined else None


def _without_quotes(text: str) -> str:
    return "".join(" " if char in '"“”＂„‟' else char for char in text)


def _known(term: FieldTerm, choices: Choices) -> str | None:
    """Return how the choice is written that a condition means, None when it is not clear."""
    if term.excluded:
        return None
    offered: Sequence[FieldChoice] = choices.get(term.name, ())
    wanted = _folded(term.value)
    same = [c for c in offered if wanted in map(_folded, (c.value, c.label, c.key))]
    held = same or [c for c in offered if wanted in _folded(c.label)]
    return held[0].value if len(held) == 1 else None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().removesuffix("年")
