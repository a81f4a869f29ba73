# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Changing one word or condition of a query, and leaving the rest as it is."""

from dataclasses import replace

from kyosei_desk.search.model import FacetName
from kyosei_desk.search.query import (
    EITHER,
    ParsedQuery,
    QueryTerm,
    parse_query,
    write_query,
)


def with_word(query: str, word: str, instead: str) -> str:
    """Return the query with another word in the place of ``word``.

    A word of its own is replaced before a part of another one. What stands there in other
    characters is not found: then the other word is the query.
    """
    parsed = parse_query(query)
    whole = [term.text == word for term in parsed.terms]
    if any(whole):
        first = whole.index(True)
        terms = list(parsed.terms)
        terms[first] = replace(terms[first], text=instead)
        return write_query(replace(parsed, terms=tuple(terms)))
    return query.replace(word, instead, 1) if word in query else instead


def without_word(query: str, word: str) -> str:
    """Return the query without a word; one that is not in it changes nothing."""
    parsed = parse_query(query)
    kept = tuple(term for term in parsed.terms if not _is(term, word))
    if len(kept) == len(parsed.terms):
        return query
    return write_query(replace(parsed, terms=kept))


def without_field(query: str, name: FacetName, value: str) -> str:
    """Return the query without a condition."""
    parsed = parse_query(query)
    kept = tuple(f for f in parsed.fields if (f.name, f.value) != (name, value))
    return write_query(ParsedQuery(parsed.terms, kept))


def _is(term: QueryTerm, word: str) -> bool:
    """Tell whether a term is this word, or these alternatives."""
    return not term.excluded and EITHER.join(way.text for way in term.ways) == word
