# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Nearly the same: words by shared character pairs, and sounds cut into known words."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kyosei_desk.search.analyzer import grams
from kyosei_desk.search.normalize import is_kana

_READ, _COMPARED = 4000, 80  # words looked at, words compared
_WORTH_A_LOOK = 0.3
_SURELY, _CLEARLY = 0.8, 0.8  # beside a word almost the same, others need not be thought of
_WORD_COST, _SHORT_COST = 1.0, 0.6


class NearWords:
    """Finds the words most like a given one among those there are.

    Likeness is Dice on character pairs; words in kana are also compared slip by slip, as one
    kana left out, doubled or swapped changes many pairs. (One kanji more makes another word.)
    """

    def __init__(self, words: Iterable[tuple[str, str]]):
        """Keep words with their folded form; made once, a few milliseconds per 1,000."""
        self._words: list[tuple[str, str]] = []
        self._by_pair: dict[str, list[int]] = defaultdict(list)
        for word, folded in dict(words).items():
            pairs = _pairs(folded)
            if pairs:
                for pair in pairs:
                    self._by_pair[pair].append(len(self._words))
                self._words.append((word, folded))

    def nearest(self, folded: str, least: float, limit: int) -> list[tuple[str, float]]:
        """Return at most ``limit`` words with their likeness (0 to 1), likest first.

        Only words that share the rarest pairs are looked at, so that the work is bounded.
        """
        pairs = _pairs(folded)
        found = []
        for index in self._candidates(pairs):
            word, spelled = self._words[index]
            likeness = _likeness(folded, pairs, spelled)
            if likeness >= least:
                found.append((word, likeness))
        found.sort(key=lambda item: (-item[1], len(item[0]), item[0]))
        clear = _CLEARLY * found[0][1] if found and found[0][1] > _SURELY else 0.0
        return [item for item in found[:limit] if item[1] >= clear]

    def _candidates(self, pairs: Iterable[str]) -> list[int]:
        shared: Counter[int] = Counter()
        read = 0
        for words in sorted((self._by_pair.get(pair, ()) for pair in pairs), key=len):
            read += len(words)
            if read > _READ and shared:
                break
            shared.update(words[:_READ])
        return [index for index, _ in shared.most_common(_COMPARED)]


def _likeness(folded: str, pairs: frozenset[str], spelled: str) -> float:
    others = _pairs(spelled)
    likeness = 2 * len(pairs & others) / (len(pairs) + len(others))
    if _WORTH_A_LOOK <= likeness < 1 and is_kana(folded) and is_kana(spelled):
        return max(likeness, 1 - slips_between(folded, spelled) / len(folded))
    return likeness


def slips_between(one: str, other: str) -> int:
    """Return how many characters were left out, put in, changed or swapped with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, start=1):
        last, row, older = row, [i], before
        for j, against in enumerate(other, start=1):
            row.append(min(row[-1] + 1, last[j] + 1, last[j - 1] + (char != against)))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == against:
                row[j] = min(row[j], older[j - 2] + 1)
        before = last
    return row[-1]


@lru_cache(maxsize=20_000)
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

    def cut(self, sound: str, ways: int, *, whole: bool = False) -> list[tuple[str, ...]]:
        """Return the best few cuts, fewest words first; empty when there is none.

        The last word may be unfinished, unless this is the ``whole`` sound: then it stands for
        the longer ones, as typed so far.
        """
        best: list[list[_Cut]] = [[] for _ in range(len(sound) + 1)]
        best[0] = [_Cut(0.0, ())]
        for end in range(1, len(sound) + 1):
            cuts = []
            for start in range(max(0, end - self._longest), end):
                if best[start] and (piece := sound[start:end]) in self._known:
                    cost = _WORD_COST + (_SHORT_COST if len(piece) == 1 else 0.0)
                    cuts += [_Cut(cut.cost + cost, (*cut.words, piece)) for cut in best[start]]
            best[end] = sorted(cuts, key=lambda cut: (cut.cost, cut.words))[:ways]
        found = [cut.words for cut in best[len(sound)]]
        return found if found or whole else self._unfinished(sound, best, ways)

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
