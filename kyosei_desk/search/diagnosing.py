# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Why nothing was found: which word emptied the result, and what leads on."""

from collections import Counter
from collections.abc import Callable

from kyosei_desk.search.candidates import Candidates
from kyosei_desk.search.model import Diagnosis
from kyosei_desk.search.plan import QueryPlan

_SHORT_TERM = 3  # a word typed is named whole when it has at most so many parts
_WORDS = 8


def diagnose(
    plan: QueryPlan,
    candidates: Candidates,
    allowed: int,
    near: Callable[[str], tuple[str, ...]],
) -> Diagnosis:
    """Return the missing words with what is near them, and what each word left out would do."""
    found = {
        number: candidates.of_clause[number] & allowed
        for number, unit in enumerate(plan.units)
        if unit.required
    }
    sizes = Counter(unit.term for unit in plan.units if unit.required)
    missing = dict.fromkeys(
        plan.terms[plan.units[n].term]
        if sizes[plan.units[n].term] <= _SHORT_TERM
        else plan.units[n].text
        for n in found
        if not candidates.of_clause[n]
    )
    nearest = tuple((word, near(word)) for word in list(missing)[:3])
    return Diagnosis(tuple(missing), nearest, without_word=_without_word(plan, found, allowed))


def _without_word(
    plan: QueryPlan, found: dict[int, int], allowed: int
) -> tuple[tuple[str, int], ...]:
    """Return for each word typed how many passages hold all the others."""
    terms = dict.fromkeys(plan.units[number].term for number in found)
    if not 1 < len(terms) <= _WORDS:
        return ()
    counts = []
    for left_out in terms:
        bits = allowed
        for number, holding in found.items():
            if plan.units[number].term != left_out:
                bits &= holding
        if bits:
            counts.append((plan.terms[left_out], bits.bit_count()))
    return tuple(counts)
