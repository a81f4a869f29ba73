# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What a row of the results shows, made from a hit or from a document of the library."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from kyosei_desk.domain.citing import as_of_words
from kyosei_desk.domain.corpus import Corpus
from kyosei_desk.domain.documents import Document
from kyosei_desk.domain.passages import document_provisions, municipality_label
from kyosei_desk.search.model import Hit, Match, MatchRule, SortOrder, Span
from kyosei_desk.search.rules import SWITCHABLE
from kyosei_desk.ui.reader.labels import (
    PATH_SEPARATOR,
    date_label,
    document_path,
    function_numbers,
    function_tag,
)
from kyosei_desk.ui.reader.targets import Address
from kyosei_desk.wording.search import match_label

_RULE_LIMIT = 4


class ChipKind(StrEnum):
    """What a chip tells."""

    FUNCTION = "function"
    RULE = "rule"
    DATE = "date"


@dataclass(frozen=True)
class Chip:
    """A few words in a box; ``number`` is the function's, ``rule`` can be switched off."""

    kind: ChipKind
    text: str
    number: int = 0
    rule: MatchRule | None = None


@dataclass(frozen=True)
class ResultRow:
    """One row. ``group`` is the heading above the first row of a group."""

    address: Address
    path: str
    title: str
    text: str
    chips: tuple[Chip, ...]
    title_marks: tuple[Span, ...] = ()
    text_marks: tuple[Span, ...] = ()
    group: str = ""
    tip: str = ""

    def spoken(self) -> str:
        """Return the row as a screen reader says it."""
        chips = "、".join(chip.text for chip in self.chips)
        return "。".join(part for part in (self.title, self.path, self.text, chips) if part)


def hit_rows(
    corpus: Corpus,
    titled_hits: Iterable[tuple[Hit, tuple[Span, ...]]],
    sort: SortOrder,
    *,
    era_first: bool,
) -> tuple[ResultRow, ...]:
    """Return the rows of hits with the marks in their titles, with headings of their order."""
    rows = []
    previous = ""
    for hit, marks in titled_hits:
        row = hit_row(corpus, hit, marks, era_first=era_first)
        group = _group(corpus, hit, sort, era_first=era_first)
        rows.append(replace(row, group=group) if group != previous else row)
        previous = group
    return tuple(rows)


def _group(corpus: Corpus, hit: Hit, sort: SortOrder, *, era_first: bool) -> str:
    """Return what hits that stand together have in common."""
    if sort is SortOrder.RELEVANCE or hit.document_id not in corpus:
        return ""
    document = corpus.document(hit.document_id)
    if sort is SortOrder.DATE:
        return f"{date_label(document.date, era_first)} の資料"
    municipality = corpus.municipality(document)
    return municipality_label(municipality) if municipality else "自治体のない資料"


def hit_row(
    corpus: Corpus, hit: Hit, title_marks: tuple[Span, ...], *, era_first: bool
) -> ResultRow:
    """Return the row of a hit: the section's title large, its document in the path."""
    document = corpus.document(hit.document_id) if hit.document_id in corpus else None
    path = document_path(corpus, document) if document else hit.title
    if document and hit.section_title != hit.title:
        path = PATH_SEPARATOR.join((path, hit.title))
    functions = tuple(
        Chip(ChipKind.FUNCTION, function_tag(number), number)
        for number in function_numbers(corpus, hit.provisions)
    )
    days = date_chips(document, era_first=era_first) if document else ()
    return ResultRow(
        address=Address(hit.document_id, hit.section_id),
        path=path,
        title=hit.section_title,
        text=hit.snippet.text,
        chips=(*functions, *days, *rule_chips(hit.matched)),
        title_marks=title_marks,
        text_marks=hit.snippet.marks,
        tip=_tip(document, hit.source, era_first=era_first),
    )


def rule_chips(matched: tuple[Match, ...]) -> tuple[Chip, ...]:
    """Return, for every rule beyond the words as typed, what it led to."""
    found = (
        Chip(ChipKind.RULE, match_label(m), rule=m.rule if m.rule in SWITCHABLE else None)
        for m in matched
        if m.rule is not MatchRule.EXACT
    )
    return tuple(dict.fromkeys(found))[:_RULE_LIMIT]


def date_chips(document: Document, *, era_first: bool) -> tuple[Chip, ...]:
    """Return the chip that says as of when the figures are."""
    return (Chip(ChipKind.DATE, as_of_words(document, era_first=era_first)),)


def document_rows(
    corpus: Corpus, documents: tuple[Document, ...], *, era_first: bool
) -> tuple[ResultRow, ...]:
    """Return a row a document, under a heading for each kind."""
    rows = []
    previous = None
    for document in documents:
        count = sum(other.kind is document.kind for other in documents)
        first = document.kind is not previous
        previous = document.kind
        numbers = function_numbers(corpus, document_provisions(document))
        functions = tuple(Chip(ChipKind.FUNCTION, function_tag(n), n) for n in numbers)
        rows.append(
            ResultRow(
                address=Address(document.id),
                path=document_path(corpus, document),
                title=document.title,
                text=document.summary,
                chips=(*functions, *date_chips(document, era_first=era_first)),
                group=f"{document.kind.label}　{count}" if first else "",
                tip=_tip(document, "", era_first=era_first),
            )
        )
    return tuple(rows)


def _tip(document: Document | None, source: str, *, era_first: bool) -> str:
    lines = [source] if source else []
    if document is not None:
        lines.append(as_of_words(document, era_first=not era_first))
    return "\n".join(lines)
