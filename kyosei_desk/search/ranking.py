# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The order of the candidates, made in memory from the analyses kept in the index.

A passage's score is how much of the question it covers (by weight, and by how surely each
word matched), plus BM25 over its words, over neighbouring words and over character pairs, plus
what of the question stands in its names. The shares were set on questions over manuals and
statutes (see ``benchmarks``); each part is relative to what a passage with everything would
have. Coverage comes first: passages with all the words lead. Then documents take turns: see
:func:`take_turns`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kyosei_desk.search.model import MatchRule
from kyosei_desk.search.normalize import is_kana
from kyosei_desk.search.plan import Bridge, Pattern, QueryPlan
from kyosei_desk.search.query import EITHER
from kyosei_desk.search.views import Place, TextView

_COVERAGE, _NAMES, _TITLE, _SAME_NAME, _DOCUMENT = 1.2, 0.2, 0.1, 0.8, 0.2
_WORDS, _PAIRS, _GRAMS, _RUNS = 1.0, 0.8, 1.0, 0.8
_NAME_FREQUENCY, _CONTEXT_FREQUENCY = 1.0, 0.5
_K1, _B, _GRAM_K1 = 0.8, 0.85, 1.2
_CHARACTERS = 4.0  # folded characters to a content word
_OWN = 0.4
_ENOUGH, _ENOUGH_OF_LONG, _LONG = 0.5, 0.3, 5
_SCRAP_SHARE = 0.7  # what a part of a compound notion is worth alone: 一人 of 一人暮らし
_CONTEXT_SHARE = 0.85  # what finding a word only around a passage is worth
_AGAIN = 0.82  # what each further passage of a document is worth


MayHold = Callable[[Pattern], bool]


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
        """Tell whether every required (or at least every strict) unit is satisfied.

        Of one term typed a good part must be the passage's own, not its document's alone.
        """
        units = list(zip(plan.units, self.covers, strict=True))
        if not required_only:
            return all(cover is not None for unit, cover in units if unit.strict)
        if not all(c is not None for u, c in units if u.strict or u.required):
            return False
        own: dict[int, float] = {}
        whole: dict[int, float] = {}
        for unit, cover in units:
            if unit.required and cover is not None:
                share = unit.weight if cover.place > Place.CONTEXT else 0.0
                own[unit.term] = own.get(unit.term, 0.0) + share
                whole[unit.term] = whole.get(unit.term, 0.0) + unit.weight
        return any(own[term] >= _OWN * whole[term] for term in whole)

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


def _unbeaten(bridges: Iterable[Bridge], best: Sequence[Cover | None]) -> Iterator[Bridge]:
    """Yield the bridges with something to satisfy that is not satisfied more surely already."""
    for bridge in bridges:
        quality = bridge.pattern.quality
        if any(c is None or c.quality <= quality for c in best[bridge.first : bridge.last]):
            yield bridge


def anything(_pattern: Pattern) -> bool:
    """Tell of every pattern that it may be there."""
    return True


def cover_units(
    plan: QueryPlan, view: TextView, text: str, may_hold: MayHold = anything
) -> tuple[Cover | None, ...]:
    """Return for each unit the surest way the view of a text satisfies it.

    ``text`` is the text as written, title included, for plans that hold to its letters;
    ``may_hold`` spares looking for patterns whose terms the passage does not have.
    """
    best: list[Cover | None] = [None] * len(plan.units)
    for first, last, cover in _covers(plan, view, best, may_hold):
        if plan.letter_by_letter and not _as_written(plan, cover, text):
            continue
        for index in range(first, last):
            held = best[index]
            if held is None or cover.rank > held.rank:
                best[index] = cover
    return tuple(best)


def _covers(
    plan: QueryPlan, view: TextView, best: Sequence[Cover | None], may_hold: MayHold
) -> Iterator[tuple[int, int, Cover]]:
    """Yield every way the view satisfies units, with the range of units it satisfies."""
    for index, unit in enumerate(plan.units):
        share = _SCRAP_SHARE if index in plan.in_notions else 1.0
        for pattern in unit.patterns:
            if may_hold(pattern) and (place := view.place(pattern)):
                worth = share * _worth(pattern, place)
                yield index, index + 1, Cover(pattern, place, worth, unit.text)
    for bridge in _unbeaten(plan.bridges, best):
        if may_hold(bridge.pattern) and (place := view.place(bridge.pattern)):
            worth, width = _worth(bridge.pattern, place), bridge.last - bridge.first
            yield bridge.first, bridge.last, Cover(bridge.pattern, place, worth, bridge.text, width)


def _as_written(plan: QueryPlan, cover: Cover, text: str) -> bool:
    """Tell whether a cover stands with notations, or hidden readings of names, left out."""
    if cover.pattern.rule is not MatchRule.EXACT:
        return True
    held = MatchRule.NOTATION in plan.without or is_kana(cover.text)
    return not held or any(way in text for way in cover.text.split(EITHER))


def _worth(pattern: Pattern, place: Place) -> float:
    return pattern.quality * (_CONTEXT_SHARE if place is Place.CONTEXT else 1.0)


def rank(
    plan: QueryPlan,
    number: int,
    view: TextView,
    average_length: float,
    text: str = "",
    may_hold: MayHold = anything,
) -> Ranked:
    """Return a candidate with its score; see the module for what it is made of.

    ``text`` is needed for some plans only; see :func:`cover_units` for it and ``may_hold``.
    """
    covers = cover_units(plan, view, text, may_hold)
    total = plan.total_weight or 1.0
    held = [(unit, c) for unit, c in zip(plan.units, covers, strict=True) if c is not None]
    coverage = sum(unit.weight * c.quality for unit, c in held) / total
    named = sum(u.weight * c.quality for u, c in held if c.place is Place.NAME) / total
    titled = sum(u.weight for u, c in held if c.place is Place.NAME and view.in_title(c.pattern))
    words = sum(u.weight * c.quality * _frequency(view, c, average_length) for u, c in held) / total
    closeness = _WORDS * words + _PAIRS * _pairs(plan, view, covers)
    closeness += _GRAMS * _grams(plan, view, average_length) + _RUNS * _runs(plan, view)
    same = plan.folded in view.analysis.folded_names
    score = _COVERAGE * coverage + closeness + _NAMES * named
    score += _TITLE * titled / total + _SAME_NAME * same
    return Ranked(number, score, coverage, covers)


def _frequency(view: TextView, cover: Cover, average_length: float) -> float:
    """Return the saturated, length-normalised frequency of what matched, 1 for an ordinary one."""
    words = cover.pattern.words
    in_text = min((len(view.where(word)) for word in words), default=0)
    if cover.place >= Place.BODY and not in_text:
        in_text = 1
    frequency = float(in_text)
    if cover.place is Place.NAME:
        frequency += _NAME_FREQUENCY
    elif cover.place is Place.CONTEXT:
        frequency += _CONTEXT_FREQUENCY
    return _saturated(frequency, _K1, view.length / average_length)


def _saturated(frequency: float, k1: float, length: float) -> float:
    return frequency * (k1 + 1) / (frequency + k1 * (1 - _B + _B * length))


def _pairs(plan: QueryPlan, view: TextView, covers: Sequence[Cover | None]) -> float:
    """Return the share of neighbouring words of the question that are neighbours here."""
    asked = found = 0.0
    for index, (first, second) in enumerate(pairwise(plan.units)):
        if first.term == second.term and second.position - first.position == 1:
            weight = min(first.weight, second.weight)
            asked += weight
            both = covers[index] is not None and covers[index + 1] is not None
            if both and view.neighbours(first.lemma, second.lemma):
                found += weight
    return found / asked if asked else 0.0


def _grams(plan: QueryPlan, view: TextView, average_length: float) -> float:
    """Return BM25 over the question's character pairs, relative to their whole weight."""
    if not plan.grams:
        return 0.0
    characters = view.characters
    length = len(characters) / (average_length * _CHARACTERS)
    found = 0.0
    for gram in plan.grams:
        if count := characters.count(gram.text):
            found += gram.weight * _saturated(count, _GRAM_K1, length)
    return found / (sum(gram.weight for gram in plan.grams) or 1.0)


def _runs(plan: QueryPlan, view: TextView) -> float:
    """Return the share of the question's runs of four characters that stand here."""
    if not plan.runs:
        return 0.0
    characters = view.characters
    return sum(run in characters for run in plan.runs) / len(plan.runs)


def add_document_share(
    plan: QueryPlan, ranked: Sequence[Ranked], document_of: Sequence[str]
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


def take_turns(ranked: Sequence[Ranked], document_of: Sequence[str]) -> list[Ranked]:
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
