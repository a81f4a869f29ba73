# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Reading what was typed: words, "exact phrases" and -excluded ones. No text is wrong."""

import re
from dataclasses import dataclass

_MAX_CHARS = 4000  # what is read of a pasted text; the words kept of it are fewer still
_QUOTES = '"“”＂„‟'
_TERM = re.compile(
    rf"(?P<minus>(?<!\S)[-－−](?=[^\s\d]))?"
    rf"(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?:[{_QUOTES}]|$)|(?P<word>[^\s{_QUOTES}]+))"
)
_PUNCTUATION = re.compile(r"[。．？！?!;；]+|[、，](?!\d)|(?<!\d)[、，,]|,(?!\d)")


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word or phrase as typed."""

    text: str
    quoted: bool = False
    excluded: bool = False


def parse_query(text: str) -> tuple[QueryTerm, ...]:
    """Return the terms of any text; an unbalanced quote reaches to the end."""
    terms: list[QueryTerm] = []
    for match in _TERM.finditer(text[:_MAX_CHARS]):
        excluded = match["minus"] is not None
        if match["phrase"] is not None:
            phrase = match["phrase"].strip()
            if phrase:
                terms.append(QueryTerm(phrase, quoted=True, excluded=excluded))
            continue
        words = [word for word in _PUNCTUATION.split(match["word"]) if word]
        terms += [QueryTerm(word, excluded=excluded) for word in words]
    return _joined(terms)


def _joined(terms: list[QueryTerm]) -> tuple[QueryTerm, ...]:
    """Join a word typed or pasted with a space after every character: 相 談 支 援."""
    plain = all(len(term.text) == 1 and not (term.quoted or term.excluded) for term in terms)
    if plain and len(terms) > 2:
        return (QueryTerm("".join(term.text for term in terms)),)
    return tuple(dict.fromkeys(terms))
