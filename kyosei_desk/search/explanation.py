# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Why a passage matched: the rule, the words asked, the words found."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kyosei_desk.search.covers import Cover, Covers
from kyosei_desk.search.model import Match, MatchRule, Span
from kyosei_desk.search.plan import Pattern, PatternKind, QueryPlan, Unit
from kyosei_desk.search.query import EITHER
from kyosei_desk.search.views import TextView

_MOST = 6
_WHOLE = frozenset((MatchRule.EXACT, MatchRule.READING))


def without_scraps(covers: Sequence[Covers]) -> list[Covers]:
    """Return the covers of several texts without parts of what one of them holds whole.

    Where まちの保健室 is found as a whole, まち and 保健 alone are not what was asked.
    """
    whole = {
        index
        for found in covers
        for index, cover in enumerate(found)
        if cover is not None and cover.width > 1 and cover.pattern.rule in _WHOLE
    }
    return [
        tuple(
            None if index in whole and cover is not None and cover.width == 1 else cover
            for index, cover in enumerate(found)
        )
        for found in covers
    ]


def found_spans(plan: QueryPlan, view: TextView, covers: Covers) -> list[tuple[Span, float, int]]:
    """Return what to mark in a text: spans with the weight and number of their unit.

    Words that only hold the question together are not marked: a question would sprinkle its
    する and ある over the text.
    """
    found = []
    for index, (unit, cover) in enumerate(zip(plan.units, covers, strict=True)):
        if cover is not None and unit.required:
            found += [(span, unit.weight, index) for span in _all_spans(unit, cover, view)]
    return found


def _all_spans(unit: Unit, cover: Cover, view: TextView) -> list[Span]:
    """Return where the cover is; where it is only in the names, where the word itself is."""
    spans = view.spans(cover.pattern)
    if cover.width > 1 and not spans:
        spans = [span for pattern in unit.patterns for span in view.spans(pattern)]
    return spans


@dataclass(frozen=True)
class SeenText:
    """A text words may stand in, analysed only when they do.

    ``reads`` is the name it is the reading of, if it is one; ``lemmas`` are the words it is
    known to be made of, None when that is not known.
    """

    text: str
    analysed: Callable[[str], TextView]
    reads: str = ""
    lemmas: tuple[str, ...] | None = None

    def found(self, pattern: Pattern) -> list[str]:
        """Return what in the text a pattern matches."""
        known = self.lemmas is not None and pattern.kind is PatternKind.LEMMAS
        if known and not all(word in (self.lemmas or ()) for word in pattern.words):
            return []
        return [self.text[start:end] for start, end in self.analysed(self.text).spans(pattern)]


def explain(plan: QueryPlan, covers: Covers, texts: Iterable[SeenText]) -> tuple[Match, ...]:
    """Return at most a few matches, one for each thing asked, in the order asked.

    ``texts`` are where it may stand, the nearest first: the passage, its title, its other
    names, the title of its document and its town.
    """
    places = _Replayed(texts)
    matches: dict[tuple[MatchRule, str], Match] = {}
    for unit, cover in zip(plan.units, covers, strict=True):
        if cover is not None and unit.required:
            match = _match(cover, places)
            matches.setdefault((match.rule, match.query), match)
    return tuple(matches.values())[:_MOST]


class _Replayed:
    """An iterable that can be gone through again, and is no further read than needed."""

    def __init__(self, source: Iterable[SeenText]):
        self._source = iter(source)
        self._read: list[SeenText] = []

    def __iter__(self) -> Iterator[SeenText]:
        yield from self._read
        for item in self._source:
            self._read.append(item)
            yield item


def _match(cover: Cover, texts: Iterable[SeenText]) -> Match:
    """Return what was found where; a word found nowhere to be seen is an author's keyword."""
    asked, rule = cover.text.split(EITHER), cover.pattern.rule
    for seen in texts:
        found = seen.found(cover.pattern)
        if not found:
            continue
        if seen.reads:
            return Match(MatchRule.READING, cover.text, seen.reads)
        same = next((words for words in found if words in asked), None)
        if same is not None:
            return Match(MatchRule.EXACT, same, same)
        if rule is MatchRule.EXACT:
            rule = MatchRule.NOTATION
        return Match(rule, cover.text, found[0])
    return Match(MatchRule.KEYWORD if rule is MatchRule.EXACT else rule, cover.text, cover.text)
