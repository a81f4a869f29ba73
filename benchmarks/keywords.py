# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Two-keyword questions made from the texts: words by which one would look for a passage."""

import math
import random
from collections import Counter
from collections.abc import Sequence

from benchmarks.engines.lemma_bm25 import LemmaSplitter
from benchmarks.measures import Judged
from benchmarks.texts import TextPart

_CHOSEN_FROM = 8
_LEAST_CHARS = 2


def keyword_queries(parts: Sequence[TextPart], count: int, seed: int = 1) -> list[Judged]:
    """Return questions of two nouns as they stand in a passage, of its eight most telling.

    Relevant is the document they were taken from. The same texts and seed give the same.
    """
    splitter = LemmaSplitter()
    counted: list[Counter[str]] = []
    surfaces: dict[str, str] = {}
    for part in parts:
        nouns = Counter[str]()
        for surface, lemma, kind in splitter.morphemes(part.whole):
            if _names_a_thing(surface, kind):
                nouns[lemma] += 1
                surfaces.setdefault(lemma, surface)
        counted.append(nouns)
    frequency = Counter(lemma for nouns in counted for lemma in nouns)
    chance = random.Random(seed)
    order = list(range(len(parts)))
    chance.shuffle(order)
    found: list[Judged] = []
    for number in order:
        if len(found) == count:
            break
        telling = sorted(
            counted[number],
            key=lambda word: (
                -counted[number][word] * math.log(len(parts) / frequency[word]),
                word,
            ),
        )[:_CHOSEN_FROM]
        if len(telling) >= 2:
            pair = chance.sample(telling, 2)
            query = " ".join(surfaces[word] for word in pair)
            found.append(Judged(query, frozenset((parts[number].document,)), "keywords"))
    return found


def _names_a_thing(surface: str, kind: tuple[str, ...]) -> bool:
    """Tell whether a word is a noun one would type: no number, no Latin, not one character."""
    noun = kind[0] == "名詞" and kind[1] != "数詞"
    return noun and len(surface) >= _LEAST_CHARS and not surface.isascii()
