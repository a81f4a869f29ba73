# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Why a passage matched: the rule, the words asked, the words found."""

from kyosei_desk.search.model import Match, MatchRule, Span
from kyosei_desk.search.plan import PatternKind, QueryPlan, Unit
from kyosei_desk.search.ranking import Cover
from kyosei_desk.search.views import TextView

_MOST = 6
_CERTAIN = frozenset((MatchRule.EXACT, MatchRule.NOTATION))


def found_spans(
    plan: QueryPlan, view: TextView, covers: tuple[Cover | None, ...]
) -> list[tuple[Span, float, int]]:
    """Return what to mark in a text: spans with the weight and number of their unit.

    A word that holds the question together is marked only beside one that counts, so that a
    question does not sprinkle its する and ある over the text.
    """
    found = []
    for index, (unit, cover) in enumerate(zip(plan.units, covers, strict=True)):
        if cover is not None and unit.required:
            found += [(span, unit.weight, index) for span in _all_spans(unit, cover, view)]
    return found


def _all_spans(unit: Unit, cover: Cover, view: TextView) -> list[Span]:
    spans = view.spans(cover.pattern)
    if cover.pattern.kind is PatternKind.FOLDED or cover.pattern.rule in _CERTAIN:
        for pattern in unit.patterns:
            if pattern != cover.pattern:
                spans += view.spans(pattern)
    return spans


def explain(
    plan: QueryPlan, view: TextView, covers: tuple[Cover | None, ...], text: str, title: str
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
