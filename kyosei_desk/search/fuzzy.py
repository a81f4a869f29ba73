# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Nearly the same: words by shared character pairs, and sounds cut into known words."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kyosei_desk.search.analyzer import grams

_WORD_COST, _SHORT_COST = 1.0, 0.6


class NearWords:
    """Finds the words most like a given one among those there are (Dice on pairs)."""

    def __init__(self, words: Iterable[tuple[str, str]]):
        """Keep words with their folded form; made once, a few milliseconds per 1,000."""
        self._words: list[tuple[str, int]] = []
        self._by_pair: dict[str, list[int]] = defaultdict(list)
        for word, folded in dict(words).items():
            pairs = _pairs(folded)
            if pairs:
                for pair in pairs:
                    self._by_pair[pair].append(len(self._words))
                self._words.append((word, len(pairs)))

    def nearest(self, folded: str, least: float, limit: int) -> list[tuple[str, float]]:
        """Return at most ``limit`` words with their likeness (0 to 1), likest first."""
        pairs = _pairs(folded)
        shared: Counter[int] = Counter()
        for pair in pairs:
            shared.update(self._by_pair.get(pair, ()))
        found = []
        for index, count in shared.items():
            word, size = self._words[index]
            likeness = 2 * count / (len(pairs) + size)
            if likeness >= least:
                found.append((word, likeness))
        found.sort(key=lambda item: (-item[1], len(item[0]), item[0]))
        return found[:limit]


def _pairs(folded: str) -> frozenset[str]:
    """Return the pairs of a word with its ends, long-vowel marks aside."""
    plain = folded.replace("ー", "")
    return frozenset(grams(f"^{plain}$")) if plain else frozenset()


@dataclass(frozen=True, slots=True)
class _Cut:
    cost: float
    words: tuple[str, ...]


class SoundCutter:
    """Cuts a run of kana into sounds of words the library holds: マチノホケンシツ."""

    def __init__(self, vocabulary: Sequence[str]):
        """Keep the sorted sounds."""
        self._vocabulary = vocabulary
        self._known = frozenset(vocabulary)
        self._longest = max(map(len, vocabulary), default=0)

    def cut(self, sound: str, ways: int) -> list[tuple[str, ...]]:
        """Return the best few cuts, fewest words first; empty when there is none.

        The last word may be unfinished: then it stands for the longer ones, as typed so far.
        """
        best: list[list[_Cut]] = [[] for _ in range(len(sound) + 1)]
        best[0] = [_Cut(0.0, ())]
        for end in range(1, len(sound) + 1):
            cuts = []
            for start in range(max(0, end - self._longest), end):
                piece = sound[start:end]
                if best[start] and piece in self._known:
                    cost = _WORD_COST + (_SHORT_COST if len(piece) == 1 else 0.0)
                    cuts += [_Cut(cut.cost + cost, (*cut.words, piece)) for cut in best[start]]
            best[end] = sorted(cuts, key=lambda cut: (cut.cost, cut.words))[:ways]
        whole = [cut.words for cut in best[len(sound)]]
        return whole or self._unfinished(sound, best, ways)

    def _unfinished(self, sound: str, best: list[list[_Cut]], ways: int) -> list[tuple[str, ...]]:
        found: list[tuple[str, ...]] = []
        for start in range(len(sound) - 1):
            if best[start]:
                rest = sound[start:]
                at = bisect_left(self._vocabulary, rest)
                while (
                    len(found) < ways
                    and at < len(self._vocabulary)
                    and self._vocabulary[at].startswith(rest)
                ):
                    found.append((*best[start][0].words, self._vocabulary[at]))
                    at += 1
        return found[:ways]
