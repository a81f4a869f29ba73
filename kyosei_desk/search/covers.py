# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""How a text satisfies a question: for each unit the surest way it is there."""

from collections.abc import Sequence
from typing import NamedTuple

from kyosei_desk.search.model import MatchRule
from kyosei_desk.search.normalize import is_kana
from kyosei_desk.search.plan import Pattern, QueryPlan, Way
from kyosei_desk.search.query import EITHER
from kyosei_desk.search.views import Place, TextView

_CONTEXT_SHARE = 0.85  # what finding a word only around a passage is worth


class Cover(NamedTuple):
    """How a unit is satisfied; of two the higher one, compared as tuples, is the better.

    The surer (``quality``), then the wider (``width`` units at once), then the more prominent
    cover wins. ``text`` are the words asked.
    """

    quality: float
    width: int
    place: Place
    pattern: Pattern
    text: str


Covers = tuple[Cover | None, ...]


def cover_units(
    plan: QueryPlan, view: TextView, text: str, ways: Sequence[Way] | None = None
) -> Covers:
    """Return for each unit the surest way the view of a text satisfies it.

    ``text`` is the text as written, title included, for plans that hold to its letters;
    ``ways`` are those of the plan to look for, when it is known which are possible.
    """
    best: list[Cover | None] = [None] * len(plan.units)
    for way in plan.ways if ways is None else ways:
        first, last, asked, pattern, share = way
        quality = share * pattern.quality
        if _is_beaten(quality, best, first, last) or not (place := view.place(pattern)):
            continue
        if place is Place.CONTEXT:
            quality *= _CONTEXT_SHARE
        cover = Cover(quality, last - first, place, pattern, asked)
        if plan.letter_by_letter and not _as_written(plan, cover, text):
            continue
        for index in range(first, last):
            held = best[index]
            if held is None or cover[:3] > held[:3]:
                best[index] = cover
    return tuple(best)


def _is_beaten(quality: float, best: Sequence[Cover | None], first: int, last: int) -> bool:
    """Tell whether all units of a range are satisfied more surely already."""
    for index in range(first, last):
        held = best[index]
        if held is None or held.quality <= quality:
            return False
    return True


def _as_written(plan: QueryPlan, cover: Cover, text: str) -> bool:
    """Tell whether a cover stands with notations, or hidden readings of names, left out."""
    if cover.pattern.rule is not MatchRule.EXACT:
        return True
    held = MatchRule.NOTATION in plan.without or is_kana(cover.text)
    return not held or any(way in text for way in cover.text.split(EITHER))
