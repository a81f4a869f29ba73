# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The order of the candidates, made in memory from the analyses kept in the index.

A passage's score is how much of the question it covers (by weight, and by how surely each
word matched), plus BM25 over its words, over neighbouring words and over character pairs, plus
what of the question stands in its names. The shares were set on questions over manuals and
statutes (see ``benchmarks``); each part is relative to what a passage with everything would
have. Coverage comes first: passages with all the words lead. Of a text that was pasted, what
holds long pieces of it as written leads: see :func:`add_verbatim_share`. Then documents take
turns: see :func:`take_turns`.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from kyosei_desk.search.covers import Cover, Covers
from kyosei_desk.search.plan import PatternKind, QueryPlan
from kyosei_desk.search.views import Place, TextView

_COVERAGE, _NAMES, _TITLE, _SAME_NAME, _DOCUMENT = 1.2, 0.2, 0.1, 0.8, 0.2
_WORDS, _PAIRS, _GRAMS, _RUNS = 1.0, 0.8, 1.0, 0.8
_NAME_FREQUENCY, _CONTEXT_FREQUENCY = 1.0, 0.5
_K1, _B, _GRAM_K1 = 0.8, 0.85, 1.2
_CHARACTERS = 4.0  # folded characters to a content word
_OWN = 0.4
_ENOUGH, _ENOUGH_OF_LONG, _LONG = 0.5, 0.3, 5
_AGAIN = 0.82  # what each further passage of a document is worth
_PASTED, _VERBATIM = 0.04, 6.0


class Ranked(NamedTuple):
    """A candidate with its score; ``coverage`` is the share of the question's weight held.

    ``covers`` are by unit, None where nothing matched. ``verbatim`` is how much of the
    question stands here in one piece, by the square of its length.
    """

    number: int
    score: float
    coverage: float
    covers: Covers
    verbatim: float = 0.0

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

    def holds_figures(self, plan: QueryPlan) -> bool:
        """Tell whether every number, date and article asked for is satisfied."""
        return all(
            cover is not None
            for unit, cover in zip(plan.units, self.covers, strict=True)
            if any(pattern.kind is PatternKind.CANONICAL for pattern in unit.patterns)
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


def rank(
    plan: QueryPlan, number: int, view: TextView, covers: Covers, average_length: float
) -> Ranked:
    """Return a candidate with its score; see the module for what it is made of."""
    total = plan.total_weight or 1.0
    length = view.length / average_length
    coverage = named = titled = words = 0.0
    for unit, cover in zip(plan.units, covers, strict=True):
        if cover is None:
            continue
        worth = unit.weight * cover.quality
        coverage += worth
        words += worth * _saturated(_frequency(view, cover), _K1, length)
        if cover.place is Place.NAME:
            named += worth
            if view.in_title(cover.pattern):
                titled += unit.weight
    score = _COVERAGE * coverage + _WORDS * words + _NAMES * named + _TITLE * titled
    runs = [run in view.characters for run in plan.runs]
    closeness = _PAIRS * _pairs(plan, view, covers) + _RUNS * _share(runs)
    closeness += _GRAMS * _grams(plan, view, average_length)
    same = plan.folded in view.analysis.folded_names
    score = score / total + closeness + _SAME_NAME * same
    verbatim = _verbatim(runs) if plan.is_running_text else 0.0
    return Ranked(number, score, coverage / total, covers, verbatim)


def _frequency(view: TextView, cover: Cover) -> float:
    """Return how often what matched stands there; being a name, or around it, counts as well."""
    found = min((len(view.where(word)) for word in cover.pattern.words), default=0)
    if cover.place is Place.CONTEXT:
        return found + _CONTEXT_FREQUENCY
    return (found or 1) + (_NAME_FREQUENCY if cover.place is Place.NAME else 0.0)


def _saturated(frequency: float, k1: float, length: float) -> float:
    """Return a frequency as BM25 counts it, 1 for an ordinary one; ``length`` 1 is usual."""
    return frequency * (k1 + 1) / (frequency + k1 * (1 - _B + _B * length))


def _pairs(plan: QueryPlan, view: TextView, covers: Covers) -> float:
    """Return the share of neighbouring words of the question that are neighbours here."""
    asked = found = 0.0
    for first, lemmas, weight in plan.neighbours:
        asked += weight
        both = covers[first] is not None and covers[first + 1] is not None
        if both and view.neighbours(*lemmas):
            found += weight
    return found / asked if asked else 0.0


def _grams(plan: QueryPlan, view: TextView, average_length: float) -> float:
    """Return BM25 over the question's character pairs, relative to their whole weight."""
    if not plan.gram_weight:
        return 0.0
    characters = view.characters
    length = len(characters) / (average_length * _CHARACTERS)
    found = 0.0
    for pair, weight in plan.grams:
        if count := characters.count(pair):
            found += weight * _saturated(count, _GRAM_K1, length)
    return found / plan.gram_weight


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else 0.0


def _verbatim(held: Sequence[bool]) -> float:
    """Return the squares of the pieces held, relative to that of the question as one piece.

    The ``held`` are its runs of four characters in order, and what a piece counts is what it
    has beyond one run: four characters stand together by chance or are a word.
    """
    pieces = (sum(1 for _ in run) - 1 for is_held, run in groupby(held) if is_held)
    return sum(piece * piece for piece in pieces) / max(1, len(held)) ** 2


def add_verbatim_share(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return the candidates with a share for what they hold as the question is written.

    Only of a question that was pasted, which shows in the candidates: one of them holds a
    good piece of it. Words asked in another way stand nowhere in one piece. ``verbatim`` is
    relative to that best candidate then, and 0 if there is none.
    """
    best = max((item.verbatim for item in ranked), default=0.0)
    if best < _PASTED:
        return [item._replace(verbatim=0.0) for item in ranked]
    return [
        item._replace(score=item.score + _VERBATIM * item.verbatim, verbatim=item.verbatim / best)
        for item in ranked
    ]


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
            item.verbatim,
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
