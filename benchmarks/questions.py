# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Long questions made from the texts, in number: sentences half forgotten and asked back.

Of a sentence some phrases are left out and the order of the rest is sometimes changed, then
it is put as a question. Hand-written questions (``data/questions_*.tsv``) are worded quite
differently; these stand between them and plain keywords.
"""

import random
import re
from collections.abc import Sequence

from benchmarks.measures import Judged
from benchmarks.texts import TextPart

_SENTENCE = re.compile(r"[^。\n]{24,160}。")
_PHRASE = re.compile(r"[^はがをにでとへも、]+(?:[はがをにでとへも]+、?|、|$)")
_ENDINGS = (
    "のは何ですか",
    "のはどこですか",
    "のはなぜですか",
    "ことについて教えて",
    "のはどんなときか",
)
_KEPT = 0.4
_LEAST_PHRASES, _LEAST_CHARS = 4, 10


def phrase_questions(parts: Sequence[TextPart], count: int, seed: int = 5) -> list[Judged]:
    """Return questions of whole sentences with half of their phrases left out.

    Relevant is the document of the sentence. The same texts and seed give the same.
    """
    chance = random.Random(seed)
    order = list(parts)
    chance.shuffle(order)
    found: list[Judged] = []
    for part in order:
        if len(found) == count:
            break
        sentences = [s for s in _SENTENCE.findall(part.text) if _usable(s)]
        if sentences:
            query = _ask(chance, chance.choice(sentences))
            found.append(Judged(query, frozenset((part.document,)), "phrases"))
    return found


def _usable(sentence: str) -> bool:
    return len(_phrases(sentence)) >= _LEAST_PHRASES


def _phrases(sentence: str) -> list[str]:
    return [p for p in _PHRASE.findall(sentence.rstrip("。")) if p.strip()]


def _ask(chance: random.Random, sentence: str) -> str:
    phrases = _phrases(sentence)
    kept = [phrase for phrase in phrases if chance.random() < _KEPT]
    while sum(map(len, kept)) < _LEAST_CHARS and len(kept) < len(phrases):
        kept = phrases[: len(kept) + 1]
    if len(kept) > 2 and chance.random() < 0.3:
        kept = [*kept[1:], kept[0]]
    return "".join(kept).rstrip("、") + chance.choice(_ENDINGS)
