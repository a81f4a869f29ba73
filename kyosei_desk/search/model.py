# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What callers ask of search and what they get: plain immutable values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol


class FacetName(StrEnum):
    """The lists a result can be narrowed by, in the order they are shown."""

    KIND = "kind"
    MUNICIPALITY = "municipality"
    FUNCTION = "function"
    PROVISION = "provision"
    ZONE = "zone"
    OPERATOR = "operator"
    FIELD = "field"
    YEAR = "year"


class MatchRule(StrEnum):
    """Why a passage matched, from the surest to the loosest."""

    EXACT = "exact"
    NOTATION = "notation"  # 表記ゆれ: width, kana, variants, okurigana, spacing
    ARTICLE = "article"  # 条番号
    DATE = "date"  # 和暦・西暦
    NUMBER = "number"  # 数の書き方・助数詞
    READING = "reading"  # かな
    SYNONYM = "synonym"  # 同義語
    NARROWER = "narrower"  # 狭い語・関連語
    KEYWORD = "keyword"  # 手がかりの語: given by the authors, not to be seen in the text
    FUZZY = "fuzzy"  # あいまい


class SortOrder(StrEnum):
    """How hits are ordered."""

    RELEVANCE = "relevance"
    MUNICIPALITY = "municipality"  # 五十音; documents of none come last
    DATE = "date"  # newest document first


class Span(NamedTuple):
    """A half-open range of character offsets in a text as the reader sees it."""

    start: int
    end: int


@dataclass(frozen=True)
class Snippet:
    """A cut of a passage with the marks in it; offsets count in ``text``."""

    text: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Match:
    """That ``rule`` led from the words asked (``query``) to the words found (``text``)."""

    rule: MatchRule
    query: str
    text: str


@dataclass(frozen=True)
class Hit:
    """One passage found. ``source`` is a full citation line; ``path`` an imported original."""

    document_id: str
    section_id: str
    kind: str
    title: str
    section_title: str
    municipality: str | None
    as_of: str
    score: float
    snippet: Snippet
    matched: tuple[Match, ...]
    source: str
    provisions: tuple[str, ...] = ()
    path: str | None = None


@dataclass(frozen=True)
class FacetValue:
    """A value to narrow by: its key, what people read, how many passages have it."""

    key: str
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """One list of values; counts respect the other lists' selection but not its own."""

    name: FacetName
    values: tuple[FacetValue, ...]


@dataclass(frozen=True)
class Diagnosis:
    """Why nothing was found: words that emptied the result, near words, ways on.

    ``missing`` are the words no passage holds; ``nearest`` maps each to words the library
    does hold; ``without_filters`` counts what the same words find with no facet chosen, and
    ``with_rules`` what they find with every rule in force. ``without_word`` counts, for each
    word, what the others find; ``unknown_fields`` are ``field:value`` conditions whose value
    the library does not know.
    """

    missing: tuple[str, ...] = ()
    nearest: tuple[tuple[str, tuple[str, ...]], ...] = ()
    without_filters: int = 0
    with_rules: int = 0
    without_word: tuple[tuple[str, int], ...] = ()
    unknown_fields: tuple[tuple[FacetName, str], ...] = ()


@dataclass(frozen=True)
class Choice:
    """A short form that means several things: not expanded, the meanings are offered."""

    text: str
    meanings: tuple[str, ...]


Filters = dict[FacetName, frozenset[str]]


@dataclass(frozen=True)
class SearchRequest:
    """A question: the words as typed, the facet values chosen, how many hits to return.

    Values of one facet are alternatives; different facets must all hold. ``without`` are
    rules switched off for this question: what they alone would find is not found.
    """

    text: str
    filters: Filters = field(default_factory=dict)
    limit: int = 50
    without: frozenset[MatchRule] = frozenset()
    sort: SortOrder = SortOrder.RELEVANCE


@dataclass(frozen=True)
class SearchResponse:
    """The answer. ``total`` counts passages, ``documents`` the documents they are in.

    ``relaxed`` is true when no passage held all words and most words had to do. ``choices``
    are the short forms of the question that mean several things. ``apart`` are words that
    stand nowhere as a whole, only their parts do.
    """

    query: str
    total: int
    documents: int
    took_ms: float
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...] = ()
    diagnosis: Diagnosis | None = None
    relaxed: bool = False
    choices: tuple[Choice, ...] = ()
    apart: tuple[str, ...] = ()


class SuggestionKind(StrEnum):
    """What a suggestion is, in the order they are offered."""

    MUNICIPALITY = "municipality"
    ELEMENT = "element"
    TERM = "term"
    DOCUMENT = "document"


@dataclass(frozen=True)
class Suggestion:
    """A text that what was typed may become; ``note`` says where it is from."""

    text: str
    kind: SuggestionKind
    note: str = ""


@dataclass(frozen=True)
class Progress:
    """How far long work has come; ``done`` of ``total`` steps."""

    done: int
    total: int


ProgressCallback = Callable[[Progress], None]


class Searcher(Protocol):
    """What the window and the command line need of a ready search engine.

    All methods are safe to call from any one worker thread at a time per instance.
    """

    def search(self, request: SearchRequest) -> SearchResponse:
        """Answer a question; any text whatever is a valid question."""
        ...

    def marks(
        self,
        query: str,
        texts: tuple[str, ...],
        without: frozenset[MatchRule] = frozenset(),
    ) -> tuple[tuple[Span, ...], ...]:
        """Return, for each text, the sorted, non-overlapping spans that ``query`` matches."""
        ...

    def suggest(self, typed: str, limit: int) -> tuple[Suggestion, ...]:
        """Return what the last word typed may become, likeliest first; kana finds kanji."""
        ...

    def related(self, document_id: str, section_id: str, limit: int) -> tuple[Hit, ...]:
        """Return passages of other documents that speak of the same, best first."""
        ...

    def prepare(self) -> Iterator[object]:
        """Make ready, piece by piece, what the first questions would wait for.

        Each step is short, and none is needed: a question asked in between makes what it needs.
        """
        ...
