# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Which of the candidates answer, and in which order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kyosei_desk.search.bitsets import bits_of
from kyosei_desk.search.candidates import Candidates
from kyosei_desk.search.plan import QueryPlan
from kyosei_desk.search.ranking import (
    Ranked,
    add_document_share,
    add_verbatim_share,
    take_turns,
)

_FEW = 4  # with fewer complete answers, nearly complete ones are shown after them
_NEARLY, _MOST = 0.7, 0.6
_LONG, _SCREEN, _SOME = 4, 20, 0.3
_AS_WRITTEN = 0.5  # of the longest pieces of a pasted text that stand anywhere
_RANKED_OF_LONG = 30  # of a question in a sentence the coarse order is nearly the final one


@dataclass(frozen=True)
class Selection:
    """The best passages in order with their ranking, and all that answer as a set.

    ``relaxed`` tells that no passage held all the words and most of them had to do.
    """

    ranked: tuple[Ranked, ...] = ()
    found: int = 0
    relaxed: bool = False


class Selector:
    """Selects the answers to one question from its candidates."""

    def __init__(
        self,
        plan: QueryPlan,
        candidates: Candidates,
        rank: Callable[[Sequence[int]], list[Ranked]],
        document_of: Sequence[str],
    ):
        """Rank with ``rank``; ``document_of`` names the document of every passage."""
        self._plan = plan
        self._candidates = candidates
        self._rank = rank
        self._document_of = document_of

    def select(self, allowed: int, wanted: int) -> Selection:
        """Return what answers among the allowed passages; ``wanted`` of them are ranked.

        Passages with all the words come first. Where there are few, those with most of them
        follow, and those that hold a pasted text as it is written: cut anywhere, it has words
        at its edges that stand nowhere.
        """
        size = len(self._document_of)
        if self._is_long and (self._candidates.complete & allowed).bit_count() < _SCREEN:
            wanted = min(wanted, _RANKED_OF_LONG)
        best = self._candidates.best(wanted, allowed)
        ranked = add_document_share(self._plan, self._rank(best), self._document_of)
        ranked = add_verbatim_share(ranked)
        chosen = [item for item in ranked if item.holds(self._plan, required_only=True)]
        beyond = self._candidates.complete & allowed & ~bits_of(best, size)
        relaxed = not chosen and not beyond
        missing = (_SCREEN if self._is_long else _FEW) - len(chosen) - beyond.bit_count()
        if missing > 0:
            chosen += self._nearly_complete(ranked, had_some=bool(chosen))[:missing]
        taken = {item.number for item in chosen}
        chosen += [item for item in self._as_written(ranked) if item.number not in taken]
        turned = take_turns(chosen, self._document_of)
        found = beyond | bits_of((item.number for item in turned), size)
        return Selection(tuple(turned), found, relaxed=relaxed and bool(found))

    def narrowed(self, every: Selection, passing: int, wanted: int) -> Selection:
        """Return what of an answer is among the passing passages, no more and no less.

        So a person who narrows by a value finds as many as were counted for it.
        """
        found = every.found & passing
        kept = [item for item in every.ranked if found >> item.number & 1]
        left = found & ~bits_of((item.number for item in kept), len(self._document_of))
        more = self._rank(self._candidates.best(max(wanted - len(kept), 0), left))
        ranked = (*kept, *take_turns(more, self._document_of))
        return Selection(ranked, found, relaxed=every.relaxed and bool(found))

    @property
    def _is_long(self) -> bool:
        """Whether this is a question in a sentence, of which no passage has every word.

        A long name (社会福祉協議会) has as many words and no kana between them but 条の.
        """
        if sum(unit.required for unit in self._plan.units) < _LONG:
            return False
        return any("ぁ" <= char <= "ゖ" for char in self._plan.text.replace("条の", ""))

    def _nearly_complete(self, ranked: list[Ranked], *, had_some: bool) -> list[Ranked]:
        """Return what holds most of the question and not all of it, best first.

        Of a question in a sentence that is a screenful; of a few words only what comes near.
        """
        plan = self._plan
        partly = [
            item
            for item in ranked
            if item.holds(plan, required_only=False) and not item.holds(plan, required_only=True)
        ]
        partly.sort(key=lambda item: (-item.score, item.number))
        best = max((item.coverage for item in partly), default=0.0)
        if self._is_long:
            return [item for item in partly if item.coverage >= _SOME * best]
        least = _NEARLY if had_some else _MOST * best
        return [i for i in partly if i.coverage >= least and i.answers_partly(plan)]

    def _as_written(self, ranked: list[Ranked]) -> list[Ranked]:
        """Return what holds good pieces of a pasted text, whichever of its words are there.

        Its numbers must be there: 1108か所 is written much like 108か所.
        """
        return [
            item
            for item in ranked
            if item.verbatim >= _AS_WRITTEN
            and item.holds(self._plan, required_only=False)
            and item.holds_figures(self._plan)
        ]


def everything_allowed(allowed: Sequence[int], document_of: Sequence[str]) -> tuple[Ranked, ...]:
    """Return passages asked for by conditions alone: of every document its first one first."""
    return tuple(take_turns([Ranked(n, 1.0, 1.0, ()) for n in allowed], document_of))
