# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Long questions made from the texts, in number: sentences half forgotten and asked back.

:func:`phrase_questions` leave phrases of a sentence out and keep the rest to the letter, as
one who pastes pieces does. :func:`word_questions` keep some of its words and put them as
people ask: in their dictionary form, joined otherwise, often in another order. Hand-written
questions (``data/questions_*.tsv``) are worded quite differently; these stand between them
and plain keywords.
"""

import random
import re
from collections.abc import Sequence

from benchmarks.engines.lemma_bm25 import LemmaSplitter
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
_VERB_ENDINGS = ("のは何ですか", "のはどんなときですか", "方法を教えて", "にはどうすればよいですか")
_NOUN_ENDINGS = ("とは何ですか", "はどこにありますか", "について教えて", "はなぜですか")
_PARTICLES = ("の", "の", "を", "が", "に", "で", "と", "は")
_KEPT, _WORDS_KEPT, _REORDERED = 0.4, 0.5, 0.5
_LEAST_WORDS = 5
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


def word_questions(parts: Sequence[TextPart], count: int, seed: int = 7) -> list[Judged]:
    """Return questions in the words of whole sentences, half of them left out.

    Relevant is the document of the sentence. The same texts and seed give the same.
    """
    chance = random.Random(seed)
    splitter = LemmaSplitter()
    order = list(parts)
    chance.shuffle(order)
    found: list[Judged] = []
    for part in order:
        if len(found) == count:
            break
        sentences = _SENTENCE.findall(part.text)
        words = splitter.notions(chance.choice(sentences)) if sentences else []
        if len(words) >= _LEAST_WORDS:
            query = _ask_with(chance, words)
            found.append(Judged(query, frozenset((part.document,)), "words"))
    return found


def _ask_with(chance: random.Random, words: list[tuple[str, bool]]) -> str:
    """Ask with about half of the notions, at least three; ``True`` marks a verb."""
    wanted = max(3, round(len(words) * _WORDS_KEPT))
    kept = [words[index] for index in sorted(chance.sample(range(len(words)), wanted))]
    if chance.random() < _REORDERED:
        chance.shuffle(kept)
    joined = "".join(word if verb else word + chance.choice(_PARTICLES) for word, verb in kept[:-1])
    last, verb = kept[-1]
    return joined + last + chance.choice(_VERB_ENDINGS if verb else _NOUN_ENDINGS)


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
