# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""A plain baseline: Sudachi lemmas (mode A), BM25 with OR, in memory."""

import math
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import sudachipy

from benchmarks.engines.base import FETCHED, distinct
from benchmarks.measures import Answer
from benchmarks.texts import TextPart

_K1, _B = 1.2, 0.75
_LEFT_OUT = frozenset(("助詞", "助動詞", "補助記号", "空白"))
_MAX_CHARS = 8000


class LemmaSplitter:
    """Splits texts into the normalised forms of their content words."""

    def __init__(self) -> None:
        """Load the system dictionary without the program's own."""
        system = files("sudachidict_small") / "resources" / "system.dic"
        dictionary = sudachipy.Dictionary(sudachipy.Config(system=str(system)))
        self._tokenizer = dictionary.tokenizer(sudachipy.SplitMode.A)

    def morphemes(self, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return surface, normalised form and part of speech of the content words."""
        found = []
        for start in range(0, len(text), _MAX_CHARS):
            for word in self._tokenizer.tokenize(text[start : start + _MAX_CHARS]):
                part_of_speech = word.part_of_speech()
                if part_of_speech[0] not in _LEFT_OUT:
                    found.append((word.surface(), word.normalized_form(), part_of_speech))
        return found

    def notions(self, text: str) -> list[tuple[str, bool]]:
        """Return neighbouring nouns as one, and the dictionary form of the verbs (``True``).

        Words that only hold a sentence together, such as する and ある, are left out.
        """
        found: list[tuple[str, bool]] = []
        end = -1
        for word in self._tokenizer.tokenize(text):
            kind = word.part_of_speech()
            if kind[0] in ("名詞", "接頭辞", "接尾辞") and kind[1] != "助動詞語幹":
                if word.begin() == end and not found[-1][1]:
                    found[-1] = (found[-1][0] + word.surface(), False)
                else:
                    found.append((word.surface(), False))
                end = word.end()
            elif kind[0] == "動詞" and kind[1] == "一般":
                found.append((word.dictionary_form(), True))
        return [(word, verb) for word, verb in found if len(word) > 1]

    def lemmas(self, text: str) -> list[str]:
        """Return the normalised forms of the content words."""
        return [lemma for _, lemma, _ in self.morphemes(text)]


class LemmaBm25:
    """BM25 (k1 1.2, b 0.75) over lemmas; questions are OR."""

    name = "見出し語 BM25"

    def __init__(self) -> None:
        """Start empty."""
        self._splitter = LemmaSplitter()
        self._postings: dict[str, dict[int, int]] = defaultdict(dict)
        self._lengths: list[int] = []
        self._documents: list[str] = []

    def build(self, parts: Sequence[TextPart], folder: Path) -> None:
        """Index in memory; see the protocol."""
        for number, part in enumerate(parts):
            counts = Counter(self._splitter.lemmas(part.whole))
            for lemma, count in counts.items():
                self._postings[lemma][number] = count
            self._lengths.append(counts.total())
            self._documents.append(part.document)

    def ask(self, query: str) -> Answer:
        """Return the best documents."""
        started = time.perf_counter()
        size = len(self._lengths)
        average = sum(self._lengths) / max(1, size)
        scores: dict[int, float] = defaultdict(float)
        for lemma in dict.fromkeys(self._splitter.lemmas(query)):
            held = self._postings.get(lemma, {})
            idf = math.log(1 + (size - len(held) + 0.5) / (len(held) + 0.5))
            for number, count in held.items():
                norm = count + _K1 * (1 - _B + _B * self._lengths[number] / average)
                scores[number] += idf * count * (_K1 + 1) / norm
        best = sorted(scores, key=lambda n: (-scores[n], n))[: FETCHED * 4]
        found = distinct(self._documents[number] for number in best)
        return Answer(found, (time.perf_counter() - started) * 1000)

    def size(self) -> int:
        """Nothing is written."""
        return 0

    def close(self) -> None:
        """Let the postings go."""
        self._postings.clear()
