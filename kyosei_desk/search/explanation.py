# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Why a passage matched: the rule, the words asked, the words found."""

from collections.abc import Sequence

from kyosei_desk.search.model import Match, MatchRule, Span
from kyosei_desk.search.plan import QueryPlan, Unit
from kyosei_desk.search.ranking import Cover
from kyosei_desk.search.views import TextView

_MOST = 6
_WHOLE = frozenset((MatchRule.EXACT, MatchRule.READING))
Covers = tuple[Cover | None, ...]


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


def explain(
    plan: QueryPlan, view: TextView, covers: Covers, text: str, title: str
) -> tuple[Match, ...]:
    """Return at most a few matches, one for each thing asked, in the order asked."""
    matches: dict[tuple[MatchRule, str], Match] = {}
    for unit, cover in zip(plan.units, covers, strict=True):
        if cover is None or not unit.required:
            continue
        match = _match(cover, view, text, title)
        matches.setdefault((match.rule, match.query), match)
    return tuple(matches.values())[:_MOST]


def _match(cover: Cover, view: TextView, text: str, title: str) -> Match:
    spans = view.spans(cover.pattern)
    exact = next((s for s in spans if text[s.start : s.end] == cover.text), None)
    span = exact or (spans[0] if spans else None)
    if span is not None:
        found = text[span.start : span.end]
    else:
        found = cover.text if cover.text in title else title
    rule = cover.pattern.rule
    if rule is MatchRule.EXACT and found != cover.text:
        rule = MatchRule.NOTATION if span is not None else MatchRule.EXACT
    elif found == cover.text:
        rule = MatchRule.EXACT  # the same figures or kana, however they were looked up
    return Match(rule, cover.text, found if span is not None or found == cover.text else cover.text)
