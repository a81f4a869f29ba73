# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A passage as a question: its most telling words, to find what speaks of the same."""

import math
from collections import Counter

from kyosei_desk.search.engine import LEMMA_FIELDS, IndexTerm, SearchIndex
from kyosei_desk.search.model import MatchRule
from kyosei_desk.search.patterns import lemma_pattern
from kyosei_desk.search.plan import QueryPlan, Unit
from kyosei_desk.search.views import TextView
from kyosei_desk.search.words import question_words

_WORDS = 12
_NAME_COUNT = 3


def related_plan(view: TextView, index: SearchIndex) -> QueryPlan:
    """Return a plan of the passage's words with the highest tf-idf."""
    counts = Counter(view.words)
    for lemma, count in view.name_lemmas.items():
        counts[lemma] += _NAME_COUNT * count
    words = [w for w in counts if len(w) > 1 and not question_words([w])[0] and not w.isdecimal()]
    weights = {word: math.log1p(counts[word]) * _idf(word, index) for word in words}
    kept = sorted(weights, key=lambda word: (-weights[word], word))[:_WORDS]
    units = tuple(_unit(word, weights[word], number) for number, word in enumerate(kept))
    return QueryPlan("", units, (), (), "", (), ())


def _idf(word: str, index: SearchIndex) -> float:
    count = index.passage_count
    frequency = max(index.document_frequency(IndexTerm(field, word)) for field in LEMMA_FIELDS)
    # A word of this passage alone leads nowhere.
    return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5)) if frequency > 1 else 0.0


def _unit(word: str, weight: float, number: int) -> Unit:
    pattern = lemma_pattern((word,), MatchRule.EXACT, 1.0)
    return Unit(word, word, weight, number, 0, (pattern,))
