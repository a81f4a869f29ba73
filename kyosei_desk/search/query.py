# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The query language: words, 「exact phrases」, -excluded, either OR or, and ``field:value``.

No text is wrong: what is no part of the language is a word to look for. Reading and writing
are inverse to each other, which is what the query builder rests on.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kyosei_desk.search.model import FacetName

_MAX_CHARS = 4000  # what is read of a pasted text; the words kept of it are fewer still
_MAX_OTHERS = 31  # further alternatives of one OR
_QUOTES = '"“”＂„‟'
_SEPARATOR = re.compile(
    r"(?:\s|[。？！?!;；]+|[．、，](?!\d)|(?<!\d)[．、，,]|,(?!\d))+"  # no cut in 403,952
)
_MINUS = re.compile(rf"[-－−](?!\d|$|{_SEPARATOR.pattern})")
_CORNER = re.compile(rf"「([^「」{_QUOTES}]*)」(?={_SEPARATOR.pattern}|$)")
_PHRASE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)(?:[{_QUOTES}]|$)")
_PLAIN = rf"(?:(?!{_SEPARATOR.pattern})[^\s{_QUOTES}])"
_WORD = re.compile(f"(?!「){_PLAIN}+")
_OR = frozenset(("OR", "ＯＲ", "|", "｜", "または"))

_ARTICLE_SO_FAR = re.compile(r"[\d一二三四五六七八九十百]条(?:の[\d一二三四五六七八九十]+)*$|項$")
_ARTICLE_PART = re.compile(r"第?[\d一二三四五六七八九十]+(?:項|項?第?[\d一二三四五六七八九十]*号)")

EITHER = " OR "  # how alternatives are written

FIELD_NAMES: dict[FacetName, tuple[str, ...]] = {
    FacetName.KIND: ("種別", "種類", "kind"),
    FacetName.MUNICIPALITY: ("自治体", "市区町村", "municipality"),
    FacetName.FUNCTION: ("機能", "はたらき", "function"),
    FacetName.PROVISION: ("項目", "provision"),
    FacetName.ZONE: ("圏域", "zone"),
    FacetName.OPERATOR: ("担い手", "operator"),
    FacetName.FIELD: ("分野", "field"),
    FacetName.YEAR: ("年", "year"),
}
_FIELD_OF = {name: field for field, names in FIELD_NAMES.items() for name in names}
_FIELD = re.compile(
    rf"(?i:(?P<name>{'|'.join(sorted(_FIELD_OF, key=len, reverse=True))}))[:：]"
    rf"(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?:[{_QUOTES}]|$)"
    rf"|「(?P<corner>[^「」{_QUOTES}]*)(?:」|$)|(?P<plain>{_PLAIN}*))"
)


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word or phrase as typed; ``others`` are what may stand in its place (OR)."""

    text: str
    quoted: bool = False
    excluded: bool = False
    others: tuple["QueryTerm", ...] = ()

    @property
    def ways(self) -> tuple["QueryTerm", ...]:
        """The term itself and what may stand in its place."""
        return (replace(self, others=()), *self.others)


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """A condition on where to look, such as ``自治体:名張``, with the value as typed."""

    name: FacetName
    value: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query read: what to find, and where."""

    terms: tuple[QueryTerm, ...] = ()
    fields: tuple[FieldTerm, ...] = ()


def parse_query(text: str) -> ParsedQuery:
    """Return what any text asks for; an unbalanced quote reaches to the end."""
    pieces = list(_pieces(text[:_MAX_CHARS]))
    terms = _alternatives([piece for piece in pieces if not isinstance(piece, FieldTerm)])
    fields = dict.fromkeys(piece for piece in pieces if isinstance(piece, FieldTerm))
    return ParsedQuery(_joined(_with_whole_articles(terms)), tuple(fields))


def write_query(query: ParsedQuery) -> str:
    """Return a text that reads as this query."""
    terms = (EITHER.join(map(_written, term.ways)) for term in query.terms)
    fields = (
        f"{'-' if field.excluded else ''}{FIELD_NAMES[field.name][0]}:{_value(field.value)}"
        for field in query.fields
    )
    return " ".join((*terms, *fields))


def _written(term: QueryTerm) -> str:
    text = f'"{term.text}"' if term.quoted else term.text
    return f"-{text}" if term.excluded else text


def _value(value: str) -> str:
    return value if _WORD.fullmatch(value) and "「" not in value else f'"{value}"'


_Piece = QueryTerm | FieldTerm | None  # None is an OR


def _pieces(text: str) -> Iterable[_Piece]:
    at = 0
    while at < len(text):
        if gap := _SEPARATOR.match(text, at):
            at = gap.end()
            continue
        if text[at] == "「" and not _CORNER.match(text, at):
            at += 1  # the beginning of a quotation: 「まちの保健室」とは
            continue
        minus = _MINUS.match(text, at)
        start = minus.end() if minus else at
        excluded = minus is not None
        if field := _FIELD.match(text, start):
            at = field.end()
            value = field["quoted"] or field["corner"] or field["plain"] or ""
            if value.strip():
                yield FieldTerm(_FIELD_OF[field["name"].lower()], value.strip(), excluded)
        elif phrase := _CORNER.match(text, start) or _PHRASE.match(text, start):
            at = phrase.end()
            if phrase[1].strip():
                yield QueryTerm(phrase[1].strip(), quoted=True, excluded=excluded)
        elif word := _WORD.match(text, start):
            at = word.end()
            is_or = word[0] in _OR and not excluded
            yield None if is_or else QueryTerm(word[0], excluded=excluded)
        else:
            at = start + (not minus)


def _alternatives(pieces: list[QueryTerm | None]) -> list[QueryTerm]:
    """Join terms with an OR between them; an OR without both sides is a word being typed."""
    terms: list[QueryTerm] = []
    either = False
    for piece in pieces:
        if piece is None:
            either = bool(terms)
            continue
        first = terms[-1] if terms else None
        if either and first and not (first.excluded or piece.excluded):
            if piece not in first.ways and len(first.others) < _MAX_OTHERS:
                terms[-1] = replace(first, others=(*first.others, piece))
        else:
            terms.append(piece)
        either = False
    return terms


def _with_whole_articles(terms: list[QueryTerm]) -> list[QueryTerm]:
    """Join the parts of an article number typed with spaces: 第106条の3 第1項 第2号."""
    joined: list[QueryTerm] = []
    for term in terms:
        before = joined[-1] if joined else None
        if before and _continues(before, term):
            joined[-1] = QueryTerm(before.text + term.text)
        else:
            joined.append(term)
    return joined


def _continues(before: QueryTerm, term: QueryTerm) -> bool:
    if not (_is_plain(before) and _is_plain(term) and _ARTICLE_PART.fullmatch(term.text)):
        return False
    return _ARTICLE_SO_FAR.search(before.text) is not None


def _is_plain(term: QueryTerm) -> bool:
    return not (term.quoted or term.excluded or term.others)


def _joined(terms: list[QueryTerm]) -> tuple[QueryTerm, ...]:
    """Join a word typed or pasted with a space after every character: 相 談 支 援."""
    plain = all(len(term.text) == 1 and term.text.isalnum() and _is_plain(term) for term in terms)
    if plain and len(terms) > 2:
        return (QueryTerm("".join(term.text for term in terms)),)
    return tuple(dict.fromkeys(terms))
