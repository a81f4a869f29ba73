# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The order of the candidates, made in memory from the analyses kept in the index.

A passage's score is the sum of how much of the question it covers (by weight, and by how
surely each word matched), a BM25-like part with adjacent word pairs and character pairs
(weights 1 / 0.5 / 0.3, as measured on questions over Japanese paragraphs), and what of the
question stands in its names. Coverage outweighs the rest: passages with all the words come
first. Then documents take turns: see :func:`take_turns`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kyosei_desk.search.plan import Pattern, QueryPlan
from kyosei_desk.search.views import Place, TextView

_COVERAGE, _TEXT, _NAMES, _TITLE, _SAME_NAME, _DOCUMENT = 1.0, 0.5, 0.2, 0.1, 0.35, 0.2
_PAIRS, _GRAMS = 0.5, 0.3
_NAME_FREQUENCY, _CONTEXT_FREQUENCY = 3.0, 0.5
_K1, _B = 1.2, 0.6
_ENOUGH, _ENOUGH_OF_LONG, _LONG = 0.5, 0.3, 5
_SCRAP_SHARE = 0.7  # what a part of a compound notion is worth alone: 一人 of 一人暮らし
_CONTEXT_SHARE = 0.85  # what finding a word only around a passage is worth
_AGAIN = 0.82  # what each further passage of a document is worth


@dataclass(frozen=True, slots=True)
class Cover:
    """How a unit is satisfied: the surest pattern held, and what part it had in it."""

    pattern: Pattern
    place: Place
    quality: float
    text: str  # the words asked
    width: int = 1  # how many units it satisfies at once

    @property
    def rank(self) -> tuple[float, int, Place]:
        """The surer, then the wider, then the more prominent cover is the better one."""
        return (self.quality, self.width, self.place)


@dataclass(frozen=True)
class Ranked:
    """A candidate with its score; ``coverage`` is the share of the question's weight held.

    ``covers`` are by unit, None where nothing matched.
    """

    number: int
    score: float
    coverage: float
    covers: tuple[Cover | None, ...]

    def holds(self, plan: QueryPlan, *, required_only: bool) -> bool:
        """Tell whether every required (or at least every strict) unit is satisfied."""
        return all(
            cover is not None or not (unit.strict or (required_only and unit.required))
            for unit, cover in zip(plan.units, self.covers, strict=True)
        )

    def answers_partly(self, plan: QueryPlan) -> bool:
        """Tell whether enough of the question is held to be shown when nothing holds it all.

        Half of its weight, or one of the words typed as a whole; of a long question less. A
        scrap of one word typed (ブロック of ブロックチェーン) answers nothing.
        """
        if self.coverage >= _ENOUGH:
            return True
        if len(plan.units) >= _LONG and self.coverage >= _ENOUGH_OF_LONG:
            return True
        whole: dict[int, bool] = {}
        for unit, cover in zip(plan.units, self.covers, strict=True):
            if unit.required:
                whole[unit.term] = whole.get(unit.term, True) and cover is not None
        return any(whole.values())


def cover_units(plan: QueryPlan, view: TextView) -> tuple[Cover | None, ...]:
    """Return for each unit the surest way the view satisfies it."""
    best: list[Cover | None] = [None] * len(plan.units)

    def offer(index: int, cover: Cover) -> None:
        held = best[index]
        if held is None or cover.rank > held.rank:
            best[index] = cover

    for index, unit in enumerate(plan.units):
        share = _SCRAP_SHARE if index in plan.in_notions else 1.0
        for pattern in unit.patterns:
            place = view.place(pattern)
            if place:
                offer(index, Cover(pattern, place, share * _worth(pattern, place), unit.text))
    for bridge in plan.bridges:
        place = view.place(bridge.pattern)
        if place:
            worth, width = _worth(bridge.pattern, place), bridge.last - bridge.first
            cover = Cover(bridge.pattern, place, worth, bridge.text, width)
            for index in range(bridge.first, bridge.last):
                offer(index, cover)
    return tuple(best)


def _worth(pattern: Pattern, place: Place) -> float:
    return pattern.quality * (_CONTEXT_SHARE if place is Place.CONTEXT else 1.0)


def rank(plan: QueryPlan, number: int, view: TextView, average_length: float) -> Ranked:
    """Return a candidate with its score; see the module for what it is made of."""
    covers = cover_units(plan, view)
    total = plan.total_weight or 1.0
    held = [(unit, c) for unit, c in zip(plan.units, covers, strict=True) if c is not None]
    coverage = sum(unit.weight * c.quality for unit, c in held) / total
    named = sum(u.weight * c.quality for u, c in held if c.place is Place.NAME) / total
    titled = sum(u.weight for u, c in held if c.place is Place.NAME and view.in_title(c.pattern))
    words = sum(u.weight * c.quality * _frequency(view, c, average_length) for u, c in held) / total
    text = (words + _PAIRS * _pairs(plan, view) + _GRAMS * _grams(plan, view)) / (
        1 + _PAIRS + _GRAMS
    )
    same = plan.folded in view.analysis.folded_names
    score = _COVERAGE * coverage + _TEXT * text + _NAMES * named
    score += _TITLE * titled / total + _SAME_NAME * same
    return Ranked(number, score, coverage, covers)


def _frequency(view: TextView, cover: Cover, average_length: float) -> float:
    """Return the saturated, length-normalised frequency of what matched (0 to 1)."""
    words = cover.pattern.words
    in_text = min((len(view.lemmas.get(word, ())) for word in words), default=0)
    if cover.place >= Place.BODY and not in_text:
        in_text = 1
    norm = 1 - _B + _B * view.length / average_length
    frequency = in_text / norm
    if cover.place is Place.NAME:
        frequency += _NAME_FREQUENCY
    elif cover.place is Place.CONTEXT:
        frequency += _CONTEXT_FREQUENCY
    return frequency / (frequency + _K1)


def _pairs(plan: QueryPlan, view: TextView) -> float:
    """Return the share of neighbouring words of the question that are neighbours here."""
    asked = found = 0.0
    for first, second in zip(plan.units, plan.units[1:], strict=False):
        if first.term == second.term and second.position - first.position == 1:
            weight = min(first.weight, second.weight)
            asked += weight
            if view.neighbours(first.lemma, second.lemma):
                found += weight
    return found / asked if asked else 0.0


def _grams(plan: QueryPlan, view: TextView) -> float:
    """Return the share of the question's character pairs that stand in text or names."""
    if not plan.grams:
        return 0.0
    characters = view.characters
    return sum(gram in characters for gram in plan.grams) / len(plan.grams)


def add_document_share(
    plan: QueryPlan, ranked: Sequence[Ranked], document_of: Mapping[int, str]
) -> list[Ranked]:
    """Return the candidates with a share for what the rest of their document covers."""
    total = plan.total_weight or 1.0
    best: dict[str, list[float]] = {}
    for item in ranked:
        held = best.setdefault(document_of[item.number], [0.0] * len(plan.units))
        for index, cover in enumerate(item.covers):
            if cover is not None and cover.quality > held[index]:
                held[index] = cover.quality
    share = {
        document: sum(u.weight * q for u, q in zip(plan.units, held, strict=True)) / total
        for document, held in best.items()
    }
    return [
        Ranked(
            item.number,
            item.score + _DOCUMENT * share[document_of[item.number]],
            item.coverage,
            item.covers,
        )
        for item in ranked
    ]


def take_turns(ranked: Sequence[Ranked], document_of: Mapping[int, str]) -> list[Ranked]:
    """Return the candidates best first, each further passage of a document worth less.

    So the top shows the documents that answer, and a document with much to say comes back
    before those with little.
    """
    seen: Counter[str] = Counter()
    turned = []
    for item in sorted(ranked, key=lambda r: (-r.score, r.number)):
        document = document_of[item.number]
        score = item.score * _AGAIN ** seen[document]
        seen[document] += 1
        turned.append(Ranked(item.number, score, item.coverage, item.covers))
    return sorted(turned, key=lambda r: (-r.score, r.number))
